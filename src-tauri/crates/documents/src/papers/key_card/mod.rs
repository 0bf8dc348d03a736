//! 钥匙卡.

mod content;

pub use content::KeyCard;

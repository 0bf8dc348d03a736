//! 纸质选票.

mod content;

pub use content::PaperBallots;

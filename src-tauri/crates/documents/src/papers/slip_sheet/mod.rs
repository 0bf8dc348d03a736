//! 票签.

mod arrange;
mod content;

pub use arrange::slips;
pub use content::{Slip, SlipSheet, SlipZone};

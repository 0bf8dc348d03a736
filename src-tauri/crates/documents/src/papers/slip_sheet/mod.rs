//! 票签.

mod content;

pub use content::{Slip, SlipSheet, SlipZone};

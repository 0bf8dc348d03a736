//! Blocks set on pages.

mod fit;
mod flow;
mod furniture;
mod issuer;
mod qr;
mod set;
mod signatures;
mod table;

pub use fit::Fit;
pub(crate) use fit::{Fitted, pages};
pub use furniture::{Furniture, Record};
pub(crate) use furniture::{TRAINING_LINE, furnish, training_mark};
pub(crate) use issuer::{RIGHT, beginnings, seal_room};
pub(crate) use qr::qr;
pub(crate) use set::{Setter, numbered, table_style};
pub(crate) use signatures::Signatures;
pub(crate) use table::{SetTable, TableStyle};

//! 钥匙卡.

use crate::Heading;

/// A scrutineer's key card (钥匙卡): one page, with a QR code and the same key as rows to be typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyCard {
    /// Whose card it is.
    pub heading: Heading,
    /// The scrutineer who holds it.
    pub holder: String,
    /// Which card it is, from 1.
    pub index: u32,
    /// How many cards open the totals.
    pub threshold: u32,
    /// How many cards there are.
    pub cards: u32,
    /// The key as rows to be typed, such as `ABCD EFGH JKMN PQRS`; at least one.
    pub rows: Vec<String>,
    /// What the QR code holds.
    pub qr: String,
}

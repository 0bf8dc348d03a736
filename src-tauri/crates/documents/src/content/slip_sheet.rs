//! 票签.

use super::Heading;

/// Sheets of voting slips (票签) to be cut apart and shuffled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlipSheet<'a> {
    /// Whose slips they are.
    pub heading: Heading,
    /// The round, from 1.
    pub round: u32,
    /// The slips; at least one. Nothing on a slip tells its place in this order.
    pub slips: &'a [Slip],
}

/// A voting slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// The code as it is typed, grouped: `ABCD-EFGH-JKMN-PQRS`.
    pub code: String,
    /// What the QR code holds.
    pub qr: String,
}

//! 票签.

use crate::Heading;
use procedure::number::RoundNumber;

/// Sheets of voting slips (票签) to be cut apart and shuffled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlipSheet<'a> {
    /// Whose slips they are.
    pub heading: Heading,
    /// The round, from 1.
    pub round: RoundNumber,
    /// The slips; at least one. Nothing on a slip tells its place in this order. Another zone begins a sheet of its own.
    pub slips: &'a [Slip],
}

/// A voting slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// The code as it is typed, grouped: `ABCD-EFGH-JKMN-PQRS`.
    pub code: String,
    /// What the QR code holds.
    pub qr: String,
    /// The zone (票区) whose kiosks take the slip; none where there is only one.
    pub zone: Option<SlipZone>,
}

/// A slip's zone, printed large: number, colour word, and as many black blocks, so that slips of different zones are told
/// apart without colours and without reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlipZone {
    /// From 1 to 8.
    pub number: u32,
    /// The colour's name in the document's language.
    pub colour: String,
}

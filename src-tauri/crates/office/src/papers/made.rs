//! A document that was made.

use zeroize::Zeroizing;

/// A document that was made: what to call its file, its bytes, and what it rests on.
pub struct MadeDocument {
    /// The name of the file.
    pub name: String,
    /// The file; overwritten when dropped, since slips and key cards are secret.
    pub bytes: Zeroizing<Vec<u8>>,
    /// The number of the log's entry that it shows the state after; none where it shows nothing that the log tells.
    pub rests_on: Option<u32>,
}

//! A document that was made.

use zeroize::Zeroizing;

/// A document that was made: what to call its file, and its bytes.
pub struct MadeDocument {
    /// The name of the file.
    pub name: String,
    /// The file; overwritten when dropped, since slips and key cards are secret.
    pub bytes: Zeroizing<Vec<u8>>,
}

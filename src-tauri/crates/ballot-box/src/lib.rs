//! The ballot box: slips, key cards, sealed ballots, and the opening of their totals.
//!
//! No file and no SQL: values in, values out. The primitives are `elastic-elgamal`'s (threshold ElGamal over
//! Ristretto with its proofs) and SHA-256; this crate only composes them, behind an interface small enough for the
//! library to be replaced. Nothing here opens a ballot that was cast: only sums of at least [`FEWEST_BALLOTS`] are opened.
//! A ballot can be opened instead of being cast, which spoils it.

mod ceremony;
mod challenge;
mod crockford;
mod digits;
mod distributed;
mod error;
mod key;
mod key_card;
mod limit;
mod opening;
mod seal;
mod sealed;
mod secret;
mod slip;
mod sum;
mod transcript;

pub use ceremony::deal;
pub use challenge::{OpenableBallot, OpenedBallot};
pub use digits::{BallotVersion, VoterDigits};
pub use distributed::{Committed, Contribution, Revealed, SecretShare, Sharing};
pub use error::{BallotBoxError, CODES, WORDS};
pub use key::{ElectionKey, KeyShare};
pub use key_card::KeyCard;
pub use opening::{OpeningShare, Totals};
pub use seal::Election;
pub use sealed::{BallotHash, SealedBallot, from_hex, hex, root};
pub use slip::{ListedSlip, SlipCode, SlipKey, SlipTag, SlipToken, TokenHash, slip_list_commitment};
pub use sum::{EncryptedTotals, FEWEST_BALLOTS};

//! A key that nobody ever holds: how its holders make it on computers of their own, and their part in the count.
//!
//! Values in, values out: signed files (`docs/key-files.md`) go between a [`Station`] and each [`Holder`] on a stick, and what a
//! holder keeps between the steps is sealed with their passphrase. No file is opened here and no clock read. The key itself
//! is made by `ballot-box`, sealing is HPKE's.
//!
//! The station gathers and hands on, and is trusted with nothing: it learns no share, and a key that it swaps is found by the
//! digest that the holders read to each other. At the count it sends a whole box, never totals; each holder adds up alone.

mod bytes;
mod checked;
mod closed_box;
mod contributions;
mod error;
mod file;
mod finished;
mod holder;
mod passphrase;
mod roster;
mod sealing;
mod secret;
mod shares;
mod spoken;
mod station;
mod step;

pub use checked::{CheckedFile, check_file};
pub use closed_box::{Count, SeenBox, closed_box};
pub use error::{CODES, CeremonyError, KeptError, KeyFileError, KeyHolderError, WORDS};
pub use file::{BEGINNING, EXTENSION, Kind, MOST_BYTES, VERSION};
pub use finished::{FinishedKey, FinishedPart};
pub use holder::{Holder, Pending};
pub use roster::{Invitation, Roster};
pub use spoken::{spoken, spoken_hex};
pub use station::{Gathered, Station, Step};
pub use step::HolderStep;

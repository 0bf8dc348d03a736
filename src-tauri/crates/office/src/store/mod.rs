//! The one store: the signed file that a session is kept in.
//!
//! The box is laid out before the poll and overwritten in place, so that neither the file nor the disk below it shows the
//! order of casting. Each table group has a file with functions over a connection; SQL is nowhere else. A reading method of
//! [`Store`] is beside the tables that it reads.

pub(crate) mod annulled;
pub(crate) mod attendance;
pub(crate) mod ballots;
mod file;
pub mod inspect;
pub(crate) mod key_ceremonies;
pub(crate) mod kiosks;
pub(crate) mod open_box;
mod opening;
mod owner;
pub(crate) mod people;
mod record;
pub(crate) mod rounds;
pub(crate) mod sections;
pub(crate) mod session;
pub(crate) mod slip_list;
pub(crate) mod slots;
pub(crate) mod this_kiosk;

pub use file::{Session, Store};
pub use key_ceremonies::{CeremonyState, KeyCeremony};
pub use record::{OpeningTexts, SlipTags};
pub use rounds::Keys;
pub(crate) use sections::Section;

//! Plain values of a session: its profile and people, zones and kiosks, what was handed out and counted by hand, and what its log says.

mod attendance;
mod contest;
mod error;
mod kiosk;
pub mod log;
mod output;
pub mod paper_ballot;
mod people;
mod profile;
mod tray;
mod zone;

pub use attendance::{Attendance, Handed};
pub use contest::contest_digest;
pub use error::{CODES, PaperBallotError, ProfileError, WORDS, ZoneError};
pub use kiosk::{Dispute, Kept, Kiosk, KioskIdentity, KioskState, NONE_KEPT, STATION, ThisKiosk};
pub use output::OutputWay;
pub use people::{KnownPerson, Role};
pub use profile::{DocumentTexts, KeyMaking, Level, Profile, ProfileText};
pub use tray::{PileCount, Tray, TrayCount};
pub use zone::{COLOURS, MOST_ZONES, Zone, ZoneSlips};

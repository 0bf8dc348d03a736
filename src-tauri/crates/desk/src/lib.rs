//! The desktop without its windows: the open session, who is signed in, what each window may ask.
//!
//! A host shows windows and hands their calls to [`call`]; the desk checks who may ask, does the act in `office`, and
//! answers with values for the eye. No rule is decided here, and no window is known here: a test, or a browser on another
//! computer's server, can take the host's place.
//!
//! From above: [`call`] (permits, acts, backs up, answers), `commands` (the table of them), `places` (what each place of the
//! interface reads and does), `reads` (what several places read), `open` (what is in memory), `machine` (this computer).
//! What crosses to the windows is the crate `wire`. A module imports only those below it, and places never import each other.

#![expect(
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps,
    reason = "every command takes its request and gives its answer as the table of commands hands them over"
)]

mod call;
mod commands;
mod machine;
mod open;
mod places;
mod reads;
pub mod typescript;

pub use call::call;
pub use commands::{Access, COMMANDS, Command};
pub use machine::{folders::Folders, host::Host};
pub use open::{desk::Desk, kiosk::KioskTimes};
pub use wire::Window;

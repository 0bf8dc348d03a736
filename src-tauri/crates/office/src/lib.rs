//! The application: everything the program can do is a function here.
//!
//! From below: `errors`, `log` (what acts say of themselves), `store` (the session's file), `act` (one change of the session with
//! its entry in the log), `acts` (what each role can do), `papers` (the documents). A module imports only those before it. The
//! plain values are in `session-model`, what travels between computers in `kiosk-files`. `wordings` words. Time and randomness are handed in. No host is known here: a window and the command line call the same functions.

pub mod act;
pub mod acts;
pub mod clock;
pub mod codes;
pub mod errors;
pub mod log;
pub mod papers;
mod randomness;
mod rehearsal;
pub mod store;
pub mod wordings;

pub use errors::OfficeError;
pub use randomness::Randomness;
pub use rehearsal::random_marks;

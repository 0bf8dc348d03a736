//! The application: everything the program can do is a function here.
//!
//! `store` is the session's file, `lists` reads what people hand us, `acts` are what each role can do. Time and
//! randomness are handed in. No host is known here: a window and the command line call the same functions.

pub mod acts;
pub mod audit;
pub mod challenge;
pub mod clock;
mod error;
pub mod kiosks;
pub mod lists;
pub mod messages;
pub mod paper;
pub mod papers;
pub mod people;
mod randomness;
pub mod record;
mod rehearsal;
pub mod session;
pub mod station;
pub mod store;

pub use error::OfficeError;
pub use randomness::Randomness;
pub use rehearsal::random_marks;

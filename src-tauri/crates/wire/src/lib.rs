//! What crosses between the program and its windows. The TypeScript of these types is generated
//! (`ui/src/shared/generated.ts`), and a test fails when it differs.
//!
//! Counts are 32-bit: a number of JavaScript holds them exactly. Dates and times are text in the form of ISO 8601; amounts
//! are exact decimals in 万元.

mod ceremony;
mod check_in;
pub mod conversions;
pub mod declared;
mod documents;
mod errors;
mod holder;
mod home;
mod import;
mod key_ceremony;
mod kiosk;
mod lists;
mod log;
mod paper_ballots;
mod piles;
mod record_check;
mod remote_kiosks;
mod result;
mod rules;
mod screen;
mod session;
mod sets;
mod window;
pub mod wordings;

pub use ceremony::*;
pub use check_in::*;
pub use documents::*;
pub use holder::*;
pub use home::*;
pub use import::*;
pub use key_ceremony::*;
pub use kiosk::*;
pub use lists::*;
pub use log::*;
pub use paper_ballots::*;
pub use piles::*;
pub use record_check::*;
pub use remote_kiosks::*;
pub use result::*;
pub use rules::*;
pub use screen::*;
pub use session::*;
pub use sets::*;
pub use window::*;

pub use errors::{DeskError, Found, Reason};

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A request or an answer without content.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// Why something is refused or wrong: a stable code with its facts, worded by the interface.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Problem {
    /// The code, as in the catalogue of messages.
    pub code: String,
    /// The facts that the wording names.
    pub facts: BTreeMap<String, String>,
}

/// The operator's and a scrutineer's consent: two persons for what matters.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TwoPersons {
    /// The PIN of the operator who is signed in.
    pub operator_pin: String,
    /// The scrutineer's name.
    pub scrutineer: String,
    /// The scrutineer's PIN.
    pub scrutineer_pin: String,
}

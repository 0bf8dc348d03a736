//! How the numbers and names of things are declared in TypeScript. The types that cross are the program's own
//! (`procedure::number`, `ballot_box::SlipTag`), which know nothing of TypeScript: a field of one of them names its declaration
//! here (`#[ts(as = "…")]`). So does a word of a closed set that the program has in one table.

use lists::ListKind;
use office::{log::Event, papers::Kind};
use session_model::COLOURS;
use std::{collections::BTreeSet, path::PathBuf};
use ts_rs::{Config, TS};

macro_rules! declared {
    ($( $(#[$meta:meta])* $name:ident($is:ty); )*) => { $(
        $(#[$meta])*
        #[derive(TS)]
        pub struct $name(pub $is);
    )* };
}

declared! {
    /// A round's number, from 1.
    RoundNumber(u32);
    /// A kiosk's number, from 1; 0 is the station's own kiosk.
    KioskNumber(u32);
    /// A delegate's number, as it is printed.
    DelegateNumber(String);
    /// A candidate's number, as it is printed.
    CandidateNumber(String);
    /// Names a slip without telling its code, in hex.
    SlipTag(String);
}

/// Sets of words; each is declared as the union of its words.
macro_rules! words {
    ($( $(#[$meta:meta])* $name:ident = $words:expr; )*) => { $(
        $(#[$meta])*
        pub struct $name;

        impl TS for $name {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;

            fn name(_: &Config) -> String {
                stringify!($name).to_owned()
            }

            fn inline(_: &Config) -> String {
                union($words)
            }

            fn decl(config: &Config) -> String {
                format!("type {} = {};", Self::name(config), Self::inline(config))
            }

            fn output_path() -> Option<PathBuf> {
                Some(concat!(stringify!($name), ".ts").into())
            }
        }
    )* };
}

/// The fields of both lists; some are in both.
fn fields() -> BTreeSet<&'static str> {
    [ListKind::Delegates, ListKind::Candidates].into_iter().flat_map(ListKind::fields).collect()
}

fn union(words: impl IntoIterator<Item = &'static str>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| format!("\"{word}\"")).collect();
    words.join(" | ")
}

words! {
    /// An act of office, as the log names it.
    Act = Event::NAMES.iter().copied();
    /// A kind of document.
    DocumentKind = Kind::ALL.iter().map(|kind| kind.name());
    /// A field of a delegate or a candidate.
    ListField = fields();
    /// The state of a round, as `state.…` in the catalogue.
    RoundState = procedure::round::RoundState::ALL.iter().map(|state| state.name());
    /// The colour of a zone.
    ZoneColour = COLOURS;
}

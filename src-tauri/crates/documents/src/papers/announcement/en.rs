//! The announcement in English.

use super::say::Sentence;
use crate::Body;

pub(super) const TITLE: &str = "Announcement";

pub(super) fn sentence(sentence: &Sentence<'_>) -> String {
    match sentence {
        Sentence::Opening { session, voters, rounds, year, adopted } => {
            let voters = match voters {
                Body::Congress | Body::StreetAssembly => "all delegates",
                Body::StandingCommittee => "all members",
            };
            let rounds = match rounds {
                0 | 1 => String::new(),
                rounds => format!(" in {rounds} rounds"),
            };
            let projects =
                if *adopted == 1 { "project is".to_owned() } else { format!("{adopted} projects are") };
            format!(
                "By secret ballot of {voters}{rounds} at the {session}, the following {projects} adopted as livelihood projects of {year}:"
            )
        }
        Sentence::Category { name, adopted } => format!("{name} ({adopted})"),
        Sentence::Project { number, name } => format!("{number}. {name}"),
        Sentence::SeatsLeftEmpty { seats, adopted, empty } => {
            format!("Projects that were to be adopted: {seats}. Adopted: {adopted}. Left empty: {empty}.")
        }
        Sentence::MoreThanSeats { seats, adopted } => format!(
            "Projects that were to be adopted: {seats}. By the measure, those tied at the cut are all adopted: {adopted} projects in all."
        ),
        Sentence::Closing => "This is hereby announced.".to_owned(),
    }
}

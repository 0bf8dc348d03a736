//! The resolution in English.

use super::say::{Organs, Paragraph, Supervisor};
use crate::common::{en::capitalised, ruled::BLANK};
use chrono::NaiveDate;
use procedure::date;

pub(super) fn title(year: i32) -> String {
    format!("Resolution on the Livelihood Projects of {year}")
}

pub(super) fn passed(day: Option<NaiveDate>, session: &str) -> [String; 2] {
    let day = day.map_or_else(|| BLANK.to_owned(), date::english);
    [format!("(Adopted on {day} at the "), format!("{session})")]
}

pub(super) fn paragraph(paragraph: &Paragraph<'_>) -> String {
    match paragraph {
        Paragraph::OwnPreamble(preamble) => (*preamble).to_owned(),
        Paragraph::Preamble { session, organs, rounds, year } => {
            let government = government(*organs);
            let rounds = match rounds {
                0 | 1 => String::new(),
                rounds => format!(" in {rounds} rounds"),
            };
            format!(
                "At the {session}, the candidates for the livelihood projects of {year} put forward by {government} were considered and, under the voting measure that the meeting had adopted, voted on by secret ballot{rounds}."
            )
        }
        Paragraph::Decision { adopted, year } => {
            let projects =
                if *adopted == 1 { "project is".to_owned() } else { format!("{adopted} projects are") };
            format!("It is resolved that the following {projects} adopted as livelihood projects of {year}:")
        }
        Paragraph::CarryingOut(organs) => format!(
            "{} shall enter these projects in its plan of work for the year, name the unit that answers for each and the day by which it is done, provide the funds, carry them out with care and on time, and report on them to {}.",
            capitalised(government(*organs)),
            supervisor(*organs)
        ),
        Paragraph::Supervision(organs) => format!(
            "{} shall supervise the work, hear the reports on it, organise visits of delegates, and see that the projects are completed.",
            capitalised(supervisor(*organs))
        ),
    }
}

const fn government(Organs { supervisor, .. }: Organs) -> &'static str {
    match supervisor {
        Supervisor::StreetCommittee => "the sub-district office",
        Supervisor::StandingCommittee | Supervisor::Presidium | Supervisor::CommitteeOrPresidium => {
            "the people's government"
        }
    }
}

const fn supervisor(Organs { supervisor, .. }: Organs) -> &'static str {
    match supervisor {
        Supervisor::StreetCommittee => "the sub-district working committee of the people's congress",
        Supervisor::Presidium => "the presidium of the people's congress",
        Supervisor::StandingCommittee | Supervisor::CommitteeOrPresidium => {
            "the standing committee of the people's congress"
        }
    }
}

//! The documents' sentences, each in both languages: a missing one does not compile.

mod chinese;
mod english;

use crate::{Body, Language};
use chrono::NaiveDate;
use procedure::count::{Seats, Votes};

/// What voters are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Voters {
    /// All in office (全体代表).
    pub all: &'static str,
    /// Those present (实到代表).
    pub present: &'static str,
    /// All of them as the ones who voted, in the announcement's sentence.
    pub by_all: &'static str,
}

/// One language's words.
pub(crate) struct Words {
    pub draft: &'static str,
    pub unofficial: &'static str,
    pub official: &'static str,
    pub training: &'static str,
    pub training_mark: &'static str,
    pub foot_separator: &'static str,
    pub record_hash: &'static str,
    pub name_separator: &'static str,
    pub number_separator: &'static str,
    pub congress: Voters,
    pub standing_committee: Voters,
    pub street_assembly: Voters,
    pub date: fn(NaiveDate) -> String,
    /// A date on two lines, for narrow cells.
    pub date_in_cell: fn(NaiveDate) -> String,
    pub round: fn(u32) -> String,
    /// A further round after the title.
    pub round_in_title: fn(u32) -> String,
    pub list: ListWords,
    pub report: ReportWords,
    pub announcement: AnnouncementWords,
    pub slip: SlipWords,
    pub card: CardWords,
}

/// The candidate list's words.
pub(crate) struct ListWords {
    pub title: fn(i32) -> String,
    pub summary: fn(Seats, usize) -> String,
    pub number: &'static str,
    pub name: &'static str,
    pub content: &'static str,
    pub location: &'static str,
    pub investment: &'static str,
    pub investment_this_year: &'static str,
    pub responsible_unit: &'static str,
    pub deadline: &'static str,
    pub sub_item: fn(usize, &str) -> String,
}

/// The result report's words.
pub(crate) struct ReportWords {
    pub title: fn(i32) -> String,
    pub vote_date: &'static str,
    pub summary_gap: &'static str,
    pub seats: fn(Seats) -> String,
    pub issued: &'static str,
    pub collected: &'static str,
    pub valid: &'static str,
    pub void: &'static str,
    pub threshold_rule: fn(&str, Option<Votes>) -> String,
    pub rank: &'static str,
    pub number: &'static str,
    pub name: &'static str,
    pub category: &'static str,
    pub approve: &'static str,
    pub oppose: &'static str,
    pub abstain: &'static str,
    pub verdict: &'static str,
    pub adopted: &'static str,
    pub adopted_by_lot: &'static str,
    pub not_adopted: &'static str,
    pub tied: &'static str,
    pub further_round: &'static str,
    pub round_void: &'static str,
    pub quorum_missing: &'static str,
    pub more_collected: &'static str,
    pub by_decision: &'static str,
    pub notes: &'static str,
    pub note_tie_round: fn(&str, Seats) -> String,
    pub note_too_few_round: fn(&str, Seats) -> String,
    pub note_seats_empty: fn(Seats) -> String,
    pub note_all_tied: fn(&str, u32, Seats) -> String,
    pub note_none_tied: fn(&str) -> String,
    pub note_lots: fn(&str, &str) -> String,
    pub chief: &'static str,
    pub scrutineers: &'static str,
    pub tellers: &'static str,
    pub sign_date: &'static str,
    /// The parts of a date to fill in: the width of the rule in points, and the word after it.
    pub sign_date_parts: &'static [(f32, &'static str)],
}

/// The announcement's words.
pub(crate) struct AnnouncementWords {
    pub title: &'static str,
    /// From the session, the voters, the rounds held, the year and how many were adopted.
    pub opening: fn(&str, &Voters, u32, i32, usize) -> String,
    pub item: fn(usize, &str) -> String,
    /// From the seats and how many were adopted, where they differ.
    pub other_number: fn(Seats, usize) -> String,
    pub closing: &'static str,
    pub date_parts: &'static [(f32, &'static str)],
}

/// The slip's words.
pub(crate) struct SlipWords {
    pub document_title: &'static str,
    pub title: &'static str,
    pub instruction: &'static str,
}

/// The key card's words.
pub(crate) struct CardWords {
    pub title: &'static str,
    pub holder: &'static str,
    pub which: fn(u32, u32) -> String,
    pub purpose: fn(u32, u32) -> String,
    pub scan: &'static str,
    pub type_rows: &'static str,
    pub keep: &'static str,
    pub received_by: &'static str,
}

impl Words {
    /// What voters of this body are called.
    pub fn voters(&self, body: Body) -> &Voters {
        match body {
            Body::Congress => &self.congress,
            Body::StandingCommittee => &self.standing_committee,
            Body::StreetAssembly => &self.street_assembly,
        }
    }

    /// The session with its congress.
    pub fn session_name(&self, congress: &str, session: &str) -> String {
        format!("{congress}{}{session}", self.name_separator)
    }
}

/// The words of this language.
pub(crate) fn words(language: Language) -> &'static Words {
    match language {
        Language::Chinese => &chinese::WORDS,
        Language::English => &english::WORDS,
    }
}

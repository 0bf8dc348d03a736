//! Headings and single words that several documents share, in both languages: a missing one does not compile.

mod en;
mod zh;

use crate::Body;
use chrono::NaiveDate;
use messages::Language;
use procedure::{count::Seats, money::Money, number::RoundNumber};

/// What voters are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Voters {
    /// All in office (全体代表).
    pub all: &'static str,
    /// Those present (实到代表).
    pub present: &'static str,
}

/// One language's words.
pub(crate) struct Words {
    pub draft: &'static str,
    pub unofficial: &'static str,
    pub official: &'static str,
    /// At the foot of a Word file.
    pub revising: &'static str,
    pub training: &'static str,
    pub training_mark: &'static str,
    pub foot_separator: &'static str,
    pub record_hash: fn(u32) -> String,
    pub name_separator: &'static str,
    pub number_separator: &'static str,
    pub congress: Voters,
    pub standing_committee: Voters,
    pub street_assembly: Voters,
    pub date: fn(NaiveDate) -> String,
    /// A date on two lines, for narrow cells.
    pub date_in_cell: fn(NaiveDate) -> String,
    pub round: fn(RoundNumber) -> String,
    /// A further round after the title.
    pub round_in_title: fn(RoundNumber) -> String,
    /// Above signatures that stand on a sheet of their own: from the document they belong to.
    pub signing_page: fn(&str) -> String,
    /// On a page without a text.
    pub blank_page: &'static str,
    /// The parts of a date to fill in: the width of the rule in points, and the word after it.
    pub date_parts: &'static [(f32, &'static str)],
    /// What a QR code is called, for readers who can't see it.
    pub qr_code: &'static str,
    pub list: ListWords,
    pub report: ReportWords,
    pub slip: SlipWords,
}

/// The candidate list's words.
pub(crate) struct ListWords {
    pub title: fn(i32) -> String,
    pub summary: fn(Seats, usize) -> String,
    /// From all seats, each category's in one text, and how many candidates there are.
    pub summary_by_category: fn(Seats, &str, usize) -> String,
    pub seats_of_category: fn(&str, Seats) -> String,
    pub category_heading: fn(&str, Seats) -> String,
    /// A heading that stands again on the next page.
    pub continued: fn(&str) -> String,
    pub number: &'static str,
    pub name: &'static str,
    pub content: &'static str,
    pub location: &'static str,
    pub investment: &'static str,
    pub investment_this_year: &'static str,
    pub responsible_unit: &'static str,
    pub deadline: &'static str,
    pub sub_item: fn(usize, &str) -> String,
    pub details: DetailWords,
}

/// The words of a candidate's page of details.
pub(crate) struct DetailWords {
    /// From number and name.
    pub heading: fn(&str, &str) -> String,
    pub item: &'static str,
    pub text: &'static str,
    pub category: &'static str,
    pub content: &'static str,
    pub sub_items: &'static str,
    pub location: &'static str,
    pub investment: &'static str,
    pub investment_this_year: &'static str,
    /// An amount with its unit.
    pub amount: fn(Money) -> String,
    pub sources: &'static str,
    pub responsible_unit: &'static str,
    pub deadline: &'static str,
    pub benefit: &'static str,
    pub origin: &'static str,
}

/// The result report's words.
pub(crate) struct ReportWords {
    pub title: fn(i32) -> String,
    pub vote_date: &'static str,
    pub summary_gap: &'static str,
    pub seats: fn(Seats) -> String,
    /// From all seats, and each category's in one text.
    pub seats_by_category: fn(Seats, &str) -> String,
    pub seats_of_category: fn(&str, Seats) -> String,
    pub issued: &'static str,
    pub collected: &'static str,
    pub valid: &'static str,
    pub void: &'static str,
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
    pub notes: &'static str,
    pub box_root: &'static str,
    pub station_key: &'static str,
    pub chief: &'static str,
    pub scrutineers: &'static str,
    pub tellers: &'static str,
    pub sign_date: &'static str,
}

/// The slip's words.
pub(crate) struct SlipWords {
    pub document_title: &'static str,
    pub title: &'static str,
    pub instruction: &'static str,
    /// From a zone's number and colour.
    pub zone: fn(u32, &str) -> String,
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

    /// The session with its congress; the test page has none.
    pub fn session_name(&self, congress: &str, session: &str) -> String {
        if session.is_empty() {
            return congress.to_owned();
        }
        let is_latin = |char: char| char.is_ascii_alphanumeric();
        // Chinese names stand side by side; two words of Latin letters would become one.
        let parts_words = congress.ends_with(is_latin) && session.starts_with(is_latin);
        let separator = if self.name_separator.is_empty() && parts_words { " " } else { self.name_separator };
        format!("{congress}{separator}{session}")
    }
}

/// The words of this language.
pub(crate) fn words(language: Language) -> &'static Words {
    match language {
        Language::Chinese => &zh::WORDS,
        Language::English => &en::WORDS,
    }
}

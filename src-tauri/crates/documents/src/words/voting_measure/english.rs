//! The voting measure in English.

mod deciding;
mod voting;

use super::{Articles, MeasureWords};
use crate::{
    VotingMeasure,
    words::{
        proportions::{english_part, english_share},
        roles::{Roles, roles},
        ruled::{BLANK, is_plurality},
    },
};
use messages::Language;
use procedure::{
    date,
    rules::{Rules, Warning},
};

pub(super) const WORDS: MeasureWords = MeasureWords {
    title: |year| format!("Measure for the Vote on the Livelihood Projects of {year}"),
    passed,
    number: |number| format!("Article {number}. "),
    articles: Articles {
        purpose: voting::purpose,
        voters: voting::voters,
        seats: voting::seats,
        quorum: voting::quorum,
        scrutineers: voting::scrutineers,
        secret_ballot: voting::secret_ballot,
        one_ballot: voting::one_ballot,
        marking: voting::marking,
        paper: voting::paper,
        validity: voting::validity,
        poll: voting::poll,
        account: deciding::account,
        majority: deciding::majority,
        cut: deciding::cut,
        tie: deciding::tie,
        too_few: deciding::too_few,
        further_rounds: deciding::further_rounds,
        result: deciding::result,
        order: deciding::order,
        definitions: |_| {
            vec![
                "In this measure, \"at least\" and \"or more\" include the number named, \"more than\" does not. Where a proportion does not come to a whole number, the least whole number that satisfies it is needed."
                    .into(),
            ]
        },
        force: |_| vec!["This measure is in force from the day it is passed.".into()],
    },
    notes: "Notes",
    note,
};

fn names(measure: &VotingMeasure<'_>) -> Roles {
    roles(Language::English, measure.heading.body)
}

fn passed(measure: &VotingMeasure<'_>) -> [String; 2] {
    let day = measure.passed_on.map_or_else(|| format!("{BLANK}{BLANK}"), date::english);
    [
        format!("(Passed on {day} by the "),
        format!("{}, {})", measure.heading.congress, measure.heading.session),
    ]
}

fn note(warning: &Warning, rules: &Rules) -> String {
    const LAW: &str = "the Organic Law of the Local People's Congresses and Local People's Governments of the People's Republic of China";
    let names = roles(Language::English, rules.body);
    let all = names.all;
    match warning {
        Warning::QuorumBelowLaw { article, quorum, floor } => format!(
            "The quorum of this measure is {}; article {article} of {LAW} demands {}.",
            english_part(*quorum, all),
            english_part(*floor, all)
        ),
        // Where no share is asked, it isn't counted of anything.
        Warning::MajorityBaseBelowLaw { article, .. } if is_plurality(rules.majority) => {
            format!("This measure counts no majority of {all}; article {article} of {LAW} does.")
        }
        Warning::MajorityBaseBelowLaw { article, base } => format!(
            "This measure counts the majority of {}; article {article} of {LAW} counts it of {all}.",
            names.base(*base, Language::English)
        ),
        Warning::MajorityBelowLaw { article, floor, .. } if is_plurality(rules.majority) => format!(
            "This measure asks no least share of approvals; article {article} of {LAW} demands {}.",
            english_share(*floor)
        ),
        Warning::MajorityBelowLaw { article, majority, floor } => format!(
            "The majority of this measure, {}, is below that of article {article} of {LAW}, {}.",
            english_share(*majority),
            english_share(*floor)
        ),
        Warning::TooFewPluralityBelowLaw { article } => format!(
            "In a further round held because too few projects were adopted, those with the most approvals are adopted, and may have fewer than the majority of {all} that article {article} of {LAW} demands."
        ),
        Warning::EqualNumbers { category, seats } if category.is_empty() => {
            format!("There are as many candidates as seats: {seats}. Nothing can be chosen between them.")
        }
        Warning::EqualNumbers { category, seats } => format!(
            "The category \"{category}\" has as many candidates as seats: {seats}. Nothing can be chosen between them."
        ),
    }
}

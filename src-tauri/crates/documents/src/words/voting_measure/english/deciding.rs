//! Articles on what a count comes to.

use super::names;
use crate::{
    VotingMeasure,
    words::{
        ruled::{calls_for_tie, calls_for_too_few, is_plurality},
        sentences,
    },
};
use messages::Language;
use procedure::rules::{Division, FurtherMajority, Order, Selection, TieRule};

pub(super) fn account(measure: &VotingMeasure<'_>) -> Vec<String> {
    let names = names(measure);
    vec![
        "Where the ballots collected are as many as those issued or fewer, the round is valid. Where they are more, the round is void, nothing is opened, and it is voted again.".into(),
        format!(
            "Where a round cannot go on, because of a breakdown for instance, {} decides, stating its reason, that the round is void; it can be voted again.",
            names.presidium
        ),
        "A round voted again has the same candidates and seats; slips and ballots are made anew.".into(),
    ]
}

pub(super) fn majority(measure: &VotingMeasure<'_>) -> Vec<String> {
    let rules = measure.rules;
    let plurality = is_plurality(rules.majority);
    vec![sentences::majority(rules, measure.delegates, plurality, Language::English)]
}

pub(super) fn cut(measure: &VotingMeasure<'_>) -> Vec<String> {
    match measure.rules.division() {
        Division::Whole { .. } => vec![
            "Where more candidates pass than there are seats, those with the most approvals are adopted, up to the seats.".into(),
        ],
        Division::Categories(_) => vec![
            "Each category is decided by itself. Where more of its candidates pass than it has seats, those with the most approvals are adopted, up to the category's seats.".into(),
        ],
    }
}

pub(super) fn tie(measure: &VotingMeasure<'_>) -> Vec<String> {
    let rule = match measure.rules.tie {
        TieRule::FurtherRound => "a further round on the tied decides the seats left.",
        TieRule::All => "all the tied are adopted, even if that makes more than the seats.",
        TieRule::None => "none of the tied is adopted, and the seats left stay empty without another vote.",
        TieRule::Lot => "the scrutineers draw lots in public among the tied for the seats left.",
    };
    let seats = seats_name(measure);
    vec![format!(
        "Where candidates that pass have equal approvals and so cannot all have one of {seats} (a tie at the cut), those with more approvals are adopted, and {rule}"
    )]
}

/// The seats that a candidate is decided for.
fn seats_name(measure: &VotingMeasure<'_>) -> &'static str {
    match measure.rules.division() {
        Division::Whole { .. } => "the seats",
        Division::Categories(_) => "the category's seats",
    }
}

pub(super) fn too_few(measure: &VotingMeasure<'_>) -> Vec<String> {
    let seats = seats_name(measure);
    let except = match measure.rules.tie {
        TieRule::None | TieRule::FurtherRound => "Except in the case of the preceding article, where",
        TieRule::All | TieRule::Lot => "Where",
    };
    let short = format!("{except} fewer are adopted than {seats},");
    if !calls_for_too_few(measure.rules) {
        return vec![format!("{short} the seats missing stay empty, and no other vote is held.")];
    }
    let rounds = measure.rules.further_rounds_at_most;
    let until = if rounds == 1 { "round 1 only".to_owned() } else { format!("rounds 1 to {rounds} only") };
    vec![
        format!("{short} a further round on those not adopted in that round decides the seats missing."),
        format!(
            "A further round for too few adopted is held after {until}; seats that are missing after that stay empty. Rounds are numbered one after the other, void ones included."
        ),
    ]
}

pub(super) fn further_rounds(measure: &VotingMeasure<'_>) -> Vec<String> {
    let rules = measure.rules;
    let (tie, too_few) = (calls_for_tie(rules), calls_for_too_few(rules));
    if !tie && !too_few {
        return Vec::new();
    }
    let by_category = matches!(rules.division(), Division::Categories(_));
    let limit = match (rules.selection, by_category) {
        (Selection::AtMost, false) => "a ballot may have no more approvals than these",
        (Selection::Exactly, false) => "a ballot must have just as many approvals as these",
        (Selection::AtMost, true) => "a ballot may have no more approvals in each category than these",
        (Selection::Exactly, true) => "a ballot must have just as many approvals in each category as these",
    };
    let mut paragraphs = vec![format!(
        "A further round has the seats left as its seats; {limit}. No margin of candidates is asked; slips and ballots are made anew. Otherwise this measure applies to it."
    )];
    if tie {
        paragraphs.push(format!(
            "In a further round for a tie at the cut, {}; where candidates are tied at the cut again, another round is held.",
            majority_again(rules.tie_majority)
        ));
    }
    if too_few {
        paragraphs.push(format!(
            "In a further round for too few adopted, {}.",
            majority_again(rules.too_few_majority)
        ));
    }
    if tie && too_few && by_category {
        paragraphs.push(
            "Where one round leaves both ties and too few adopted, the ties are voted on first.".into(),
        );
    }
    paragraphs
}

fn majority_again(majority: FurtherMajority) -> &'static str {
    match majority {
        FurtherMajority::Plurality => {
            "no majority is asked: those with the most approvals are adopted, and none without an approval"
        }
        FurtherMajority::Same => "the approvals needed are by the same rule as in round 1",
    }
}

pub(super) fn result(measure: &VotingMeasure<'_>) -> Vec<String> {
    let names = names(measure);
    vec![
        format!(
            "The result is entered in the result report, which the chief scrutineer, the scrutineers and the tellers sign. The chief scrutineer reports it to {}, who declares it.",
            names.chair
        ),
        format!("On the projects adopted, {} passes a resolution, which is announced.", names.meeting),
    ]
}

pub(super) fn order(measure: &VotingMeasure<'_>) -> Vec<String> {
    let by_category = matches!(measure.rules.division(), Division::Categories(_));
    let again = if calls_for_tie(measure.rules) || calls_for_too_few(measure.rules) {
        "; those adopted in a further round come after those of the round before"
    } else {
        ""
    };
    vec![match (measure.rules.order, by_category) {
        (Order::List, _) => {
            "The projects adopted are published in the order of the candidate list.".to_owned()
        }
        (Order::Votes, false) => format!(
            "The projects adopted are published by approvals, the most first, and with equal approvals in the order of the candidate list{again}."
        ),
        (Order::Votes, true) => format!(
            "The projects adopted are published category by category, in each by approvals, the most first, and with equal approvals in the order of the candidate list{again}."
        ),
    }]
}

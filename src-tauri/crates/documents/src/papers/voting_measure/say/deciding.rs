//! Articles on what a count comes to.

use super::{Article, Scope, Sentence};
use crate::{
    VotingMeasure,
    common::{
        ruled::{calls_for_tie, calls_for_too_few, is_plurality},
        sentences::Majority,
    },
};
use procedure::rules::{Division, Order, Rules, TieRule};

pub(super) fn account<'a>() -> Article<'a> {
    vec![vec![Sentence::AccountOfBallots], vec![Sentence::RoundBrokenOff], vec![Sentence::VotedAgain]]
}

pub(super) fn majority<'a>(measure: &VotingMeasure<'_>) -> Article<'a> {
    let rules = measure.rules;
    let majority = Majority::of(rules, measure.delegates, is_plurality(rules.majority));
    vec![vec![Sentence::Majority(majority)]]
}

pub(super) fn cut<'a>(measure: &VotingMeasure<'_>) -> Article<'a> {
    vec![vec![Sentence::Cut(scope(measure.rules))]]
}

/// What a candidate is decided for.
fn scope(rules: &Rules) -> Scope {
    match rules.division() {
        Division::Whole { .. } => Scope::List,
        Division::Categories(_) => Scope::Category,
    }
}

pub(super) fn tie<'a>(measure: &VotingMeasure<'_>) -> Article<'a> {
    let done = match measure.rules.tie {
        TieRule::FurtherRound => Sentence::TieToFurtherRound,
        TieRule::All => Sentence::TieAllAdopted,
        TieRule::None => Sentence::TieNoneAdopted,
        TieRule::Lot => Sentence::TieByLot,
    };
    vec![vec![Sentence::TieAtCut(scope(measure.rules)), done]]
}

pub(super) fn too_few<'a>(measure: &VotingMeasure<'_>) -> Article<'a> {
    let rules = measure.rules;
    let scope = scope(rules);
    let but_for_ties = match rules.tie {
        TieRule::None | TieRule::FurtherRound => true,
        TieRule::All | TieRule::Lot => false,
    };
    if !calls_for_too_few(rules) {
        return vec![vec![Sentence::MissingSeatsStayEmpty { scope, but_for_ties }]];
    }
    vec![
        vec![Sentence::MissingSeatsToFurtherRound { scope, but_for_ties }],
        vec![Sentence::FurtherRoundsUntil(rules.further_rounds_at_most)],
    ]
}

pub(super) fn further_rounds<'a>(measure: &VotingMeasure<'_>) -> Article<'a> {
    let rules = measure.rules;
    let (tie, too_few) = (calls_for_tie(rules), calls_for_too_few(rules));
    if !tie && !too_few {
        return Vec::new();
    }
    let scope = scope(rules);
    let mut paragraphs = vec![vec![Sentence::FurtherRound { selection: rules.selection, scope }]];
    if tie {
        paragraphs.push(vec![Sentence::FurtherRoundForTie(rules.tie_majority)]);
    }
    if too_few {
        paragraphs.push(vec![Sentence::FurtherRoundForTooFew(rules.too_few_majority)]);
    }
    if tie && too_few && scope == Scope::Category {
        paragraphs.push(vec![Sentence::TiesFirst]);
    }
    paragraphs
}

pub(super) fn result<'a>() -> Article<'a> {
    vec![vec![Sentence::ResultReported], vec![Sentence::ResolutionPassed]]
}

pub(super) fn order<'a>(measure: &VotingMeasure<'_>) -> Article<'a> {
    let rules = measure.rules;
    let again = calls_for_tie(rules) || calls_for_too_few(rules);
    vec![vec![match rules.order {
        Order::List => Sentence::PublishedByList,
        Order::Votes => Sentence::PublishedByVotes { scope: scope(rules), again },
    }]]
}

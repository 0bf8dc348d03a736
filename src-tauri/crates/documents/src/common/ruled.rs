//! What the adopted rules come to in words, whatever the language.

use procedure::{
    ballot::Mark,
    fraction::Proportion,
    rules::{Division, Majority, MarksTaken, Rules, TieRule, TooFewRule},
};

/// A place in a sentence that is filled in by hand. Layout draws a rule below these spaces, which are never parted.
pub(crate) const BLANK: &str = "\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}";

/// A figure, or a place to fill it in.
pub(crate) fn figure<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(|| BLANK.to_owned(), |value| value.to_string())
}

/// Whether the majority is no threshold: any approval passes, and the most approvals are adopted.
pub(crate) fn is_plurality(majority: Majority) -> bool {
    let (Proportion::MoreThan(fraction) | Proportion::AtLeast(fraction)) = majority.proportion;
    fraction.numerator() == 0
}

/// Whether a round can call for a further one because too few are adopted.
pub(crate) fn calls_for_too_few(rules: &Rules) -> bool {
    rules.too_few == TooFewRule::FurtherRound && rules.further_rounds_at_most > 0
}

/// Whether a tie at the cut calls for a further round.
pub(crate) const fn calls_for_tie(rules: &Rules) -> bool {
    match rules.tie {
        TieRule::FurtherRound => true,
        TieRule::All | TieRule::None | TieRule::Lot => false,
    }
}

/// Whether the scrutineers draw lots where there is a tie at the cut.
pub(crate) const fn draws_lots(rules: &Rules) -> bool {
    match rules.tie {
        TieRule::Lot => true,
        TieRule::FurtherRound | TieRule::All | TieRule::None => false,
    }
}

/// The most approvals on a ballot where one number says it: the list is decided as a whole, or is of one category; none
/// where several categories have their own limits.
pub(crate) fn whole_limit(rules: &Rules) -> Option<u32> {
    match rules.division() {
        Division::Whole { seats, selection_limit } => Some(selection_limit.unwrap_or(seats.0)),
        Division::Categories(categories) => match &categories[..] {
            [only] => Some(only.seats.0),
            _ => None,
        },
    }
}

/// Whether ballots take oppositions.
pub(crate) fn takes_oppositions(rules: &Rules) -> bool {
    rules.marks == MarksTaken::ApproveOpposeAbstain
}

/// What an empty box on a paper ballot means by the legend; none where the legend leaves no box empty.
pub(crate) fn empty_box(rules: &Rules) -> Option<Mark> {
    let legend = rules.legend();
    let asked = [
        (Mark::Approve, Some(&legend.approve)),
        (Mark::Oppose, Some(&legend.oppose).filter(|_| takes_oppositions(rules))),
        (Mark::Abstain, Some(&legend.abstain)),
    ];
    asked.into_iter().find(|(_, sign)| sign.is_some_and(String::is_empty)).map(|(mark, _)| mark)
}

/// Whether a paper ballot without any mark abstains on every candidate.
pub(crate) fn blank_paper_abstains(rules: &Rules) -> bool {
    empty_box(rules).is_none_or(|mark| mark == Mark::Abstain)
}

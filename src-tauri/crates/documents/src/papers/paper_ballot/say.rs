//! What a voter must know of the rules, as the ballot says it.

use crate::common::ruled::takes_oppositions;
use procedure::{
    ballot::{Mark, Selection},
    count::Seats,
    rules::{CategoryBreach, Division, Rules},
    slate::{ListPart, Slate},
};

/// A text of the ballot, with its facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Text<'a> {
    /// What is voted on, above the ballot's name.
    Subject {
        year: i32,
    },
    Contest {
        candidates: usize,
        seats: Seats,
    },
    /// The sign of each mark, empty where no mark is put; `unmarked_abstains` where each has a sign.
    Signs {
        signs: Vec<(Mark, &'a str)>,
        unmarked_abstains: bool,
    },
    /// Only approvals are marked, with this sign.
    ApprovalSign(&'a str),
    /// An approval is left unmarked, anything else has this sign.
    NoApprovalSign(&'a str),
    AtMost(u32),
    Exactly(u32),
    AtMostInEachOrBallotVoid,
    AtMostInEachOrCategoryAbstains,
    ExactlyInEach,
    Unclear,
    BlankAbstains,
    BlankOpposes,
    BlankIsVoid,
    /// A category's head.
    CategoryAtMost {
        name: &'a str,
        seats: Seats,
    },
    CategoryExactly {
        name: &'a str,
        seats: Seats,
    },
}

/// What an empty box means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unmarked {
    Approval,
    Opposition,
    Abstention,
}

/// The notes in order.
pub(super) fn notes<'a>(rules: &'a Rules, slate: &Slate) -> Vec<Text<'a>> {
    let seats = Seats(slate.parts().iter().map(|part| part.seats.0).sum());
    let contest = Text::Contest { candidates: slate.contenders().len(), seats };
    let mut notes = vec![contest, marks(rules), limit(rules, slate), Text::Unclear];
    notes.extend(blank(rules));
    notes
}

/// A category's head; none where the list is decided as a whole.
pub(super) fn category<'a>(rules: &Rules, part: &'a ListPart) -> Option<Text<'a>> {
    let (name, seats) = (part.category.as_deref()?, part.seats);
    Some(match rules.selection {
        Selection::AtMost => Text::CategoryAtMost { name, seats },
        Selection::Exactly => Text::CategoryExactly { name, seats },
    })
}

fn limit<'a>(rules: &Rules, slate: &Slate) -> Text<'a> {
    let whole = matches!(rules.division(), Division::Whole { .. });
    // The whole list is one part, with the limit of all.
    match (slate.parts().first().filter(|_| whole), rules.selection, rules.category_breach) {
        (Some(part), Selection::AtMost, CategoryBreach::Ballot | CategoryBreach::Category) => {
            Text::AtMost(part.limit)
        }
        (Some(part), Selection::Exactly, CategoryBreach::Ballot | CategoryBreach::Category) => {
            Text::Exactly(part.limit)
        }
        (None, Selection::AtMost, CategoryBreach::Ballot) => Text::AtMostInEachOrBallotVoid,
        (None, Selection::AtMost, CategoryBreach::Category) => Text::AtMostInEachOrCategoryAbstains,
        (None, Selection::Exactly, CategoryBreach::Ballot | CategoryBreach::Category) => Text::ExactlyInEach,
    }
}

fn marks(rules: &Rules) -> Text<'_> {
    let legend = rules.legend();
    if !takes_oppositions(rules) {
        return if legend.approve.is_empty() {
            Text::NoApprovalSign(&legend.oppose)
        } else {
            Text::ApprovalSign(&legend.approve)
        };
    }
    let signs: Vec<(Mark, &str)> = vec![
        (Mark::Approve, &legend.approve),
        (Mark::Oppose, &legend.oppose),
        (Mark::Abstain, &legend.abstain),
    ];
    let unmarked_abstains = signs.iter().all(|(_, sign)| !sign.is_empty());
    Text::Signs { signs, unmarked_abstains }
}

fn unmarked(rules: &Rules) -> Unmarked {
    let legend = rules.legend();
    if legend.approve.is_empty() {
        Unmarked::Approval
    } else if legend.oppose.is_empty() && takes_oppositions(rules) {
        Unmarked::Opposition
    } else {
        Unmarked::Abstention
    }
}

/// What a ballot without any mark is; nothing more than the limit says where an empty box is an approval.
fn blank<'a>(rules: &Rules) -> Option<Text<'a>> {
    match (unmarked(rules), rules.selection) {
        (Unmarked::Approval, Selection::AtMost | Selection::Exactly) => None,
        (Unmarked::Opposition | Unmarked::Abstention, Selection::Exactly) => Some(Text::BlankIsVoid),
        (Unmarked::Opposition, Selection::AtMost) => Some(Text::BlankOpposes),
        (Unmarked::Abstention, Selection::AtMost) => Some(Text::BlankAbstains),
    }
}

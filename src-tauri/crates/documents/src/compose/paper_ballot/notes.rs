//! What a voter must know of the rules, as the ballot says it.

use crate::words::PaperBallotWords;
use procedure::{
    count::Seats,
    rules::{CategoryBreach, Division, MarksTaken, Rules, Selection},
    slate::Slate,
};

/// What an empty box means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unmarked {
    Approval,
    Opposition,
    Abstention,
}

/// The notes in order.
pub(super) fn notes(words: &PaperBallotWords, rules: &Rules, slate: &Slate) -> Vec<String> {
    let seats = Seats(slate.parts().iter().map(|part| part.seats.0).sum());
    let mut notes = vec![
        (words.count)(slate.contenders().len(), seats),
        marks(words, rules),
        limit(words, rules, slate),
        words.unclear.to_owned(),
    ];
    notes.extend(blank(words, rules).map(str::to_owned));
    notes
}

fn limit(words: &PaperBallotWords, rules: &Rules, slate: &Slate) -> String {
    let whole = matches!(rules.division(), Division::Whole { .. });
    // The whole list is one part, with the limit of all.
    match (slate.parts().first().filter(|_| whole), rules.selection, rules.category_breach) {
        (Some(part), Selection::AtMost, _) => (words.at_most)(part.limit),
        (Some(part), Selection::Exactly, _) => (words.exactly)(part.limit),
        (None, Selection::AtMost, CategoryBreach::Ballot) => words.categories_at_most_or_void.to_owned(),
        (None, Selection::AtMost, CategoryBreach::Category) => {
            words.categories_at_most_or_category_void.to_owned()
        }
        (None, Selection::Exactly, _) => words.categories_exactly.to_owned(),
    }
}

fn marks(words: &PaperBallotWords, rules: &Rules) -> String {
    let legend = rules.legend();
    if rules.marks == MarksTaken::ApproveOnly {
        return if legend.approve.is_empty() {
            (words.approve_only_by_blank)(&legend.oppose)
        } else {
            (words.approve_only)(&legend.approve)
        };
    }
    let meanings =
        [(words.approve, &legend.approve), (words.oppose, &legend.oppose), (words.abstain, &legend.abstain)];
    let sentence = |(meaning, mark): (&str, &String)| {
        if mark.is_empty() { (words.no_mark)(meaning) } else { (words.mark)(meaning, mark) }
    };
    let mut sentences: Vec<String> = meanings.map(sentence).into();
    if meanings.iter().all(|(_, mark)| !mark.is_empty()) {
        sentences.push(words.unmarked_abstains.to_owned());
    }
    (words.marks)(&sentences)
}

fn unmarked(rules: &Rules) -> Unmarked {
    let legend = rules.legend();
    if legend.approve.is_empty() {
        Unmarked::Approval
    } else if legend.oppose.is_empty() && rules.marks == MarksTaken::ApproveOpposeAbstain {
        Unmarked::Opposition
    } else {
        Unmarked::Abstention
    }
}

/// What a ballot without any mark is; nothing more than the limit says where an empty box is an approval.
fn blank(words: &PaperBallotWords, rules: &Rules) -> Option<&'static str> {
    match (unmarked(rules), rules.selection) {
        (Unmarked::Approval, _) => None,
        (_, Selection::Exactly) => Some(words.blank_is_void),
        (Unmarked::Opposition, Selection::AtMost) => Some(words.blank_opposes),
        (Unmarked::Abstention, Selection::AtMost) => Some(words.blank_abstains),
    }
}

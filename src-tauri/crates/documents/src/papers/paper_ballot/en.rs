//! The paper ballot in English.

use super::{Labels, say::Text};
use procedure::ballot::Mark;

pub(super) const LABELS: Labels = Labels {
    title: "BALLOT",
    seal: "(Seal)",
    notes: "How to vote",
    number: "No.",
    name: "Project",
    mark_head: "Your vote",
    continued: "(More candidates on the back)",
    back: "Back",
    continued_group: |head| format!("{head}, continued"),
};

pub(super) fn text(text: &Text<'_>) -> String {
    match text {
        Text::Subject { year } => format!("Vote on the Livelihood Projects of {year}"),
        Text::Contest { candidates, seats } => {
            format!("Candidates: {candidates}. Projects to be adopted: {seats}.")
        }
        Text::Signs { signs, unmarked_abstains } => {
            let mut signs: Vec<String> = signs.iter().map(sign).collect();
            signs.extend(unmarked_abstains.then(|| "an empty box is an abstention".to_owned()));
            format!("In the column Your vote: {}.", signs.join("; "))
        }
        Text::ApprovalSign(sign) => format!(
            "In the column Your vote: for the project, put {sign}; an empty box is an abstention."
        ),
        Text::NoApprovalSign(sign) => format!(
            "In the column Your vote: for the project, leave the box empty; otherwise put {sign}, which is an abstention."
        ),
        Text::AtMost(limit) => format!(
            "Vote for at most {limit} projects. A ballot with {limit} approvals or fewer is valid; with more than {limit} it is void."
        ),
        Text::Exactly(limit) => format!(
            "Vote for exactly {limit} projects. A ballot with more or fewer than {limit} approvals is void."
        ),
        Text::AtMostInEachOrBallotVoid => "In each category, vote for no more projects than are to be adopted in it. More in any category, and the whole ballot is void.".to_owned(),
        Text::AtMostInEachOrCategoryAbstains => "In each category, vote for no more projects than are to be adopted in it. Where there are more, that category counts as abstentions; the others stand.".to_owned(),
        Text::ExactlyInEach => "In each category, vote for exactly as many projects as are to be adopted in it. More or fewer in any category, and the whole ballot is void.".to_owned(),
        Text::Unclear => "A mark that can be read counts. One unclear mark is an abstention on that project; a ballot that can't be read as a whole is void.".to_owned(),
        Text::BlankAbstains => {
            "A ballot without any mark is valid and abstains on all candidates.".to_owned()
        }
        Text::BlankOpposes => "A ballot without any mark is valid and opposes all candidates.".to_owned(),
        Text::BlankIsVoid => "A ballot without any mark is void.".to_owned(),
        Text::CategoryAtMost { name, seats } => {
            format!("{name} (to be adopted: {seats}; vote for at most {seats})")
        }
        Text::CategoryExactly { name, seats } => {
            format!("{name} (to be adopted: {seats}; vote for exactly {seats})")
        }
    }
}

fn sign((mark, sign): &(Mark, &str)) -> String {
    let meaning = match mark {
        Mark::Approve => "for the project",
        Mark::Oppose => "against it",
        Mark::Abstain => "to abstain",
    };
    if sign.is_empty() { format!("{meaning}, leave the box empty") } else { format!("{meaning}, put {sign}") }
}

//! The notice in English.

use super::{Labels, say::Sentence};
use crate::common::roles::Roles;
use procedure::{ballot::Selection, rules::Category};

pub(super) const LABELS: Labels = Labels {
    title: |year| format!("How to Vote on the Livelihood Projects of {year}"),
    kiosk: "At a kiosk",
    paper: "On paper",
    paper_opening: "Take a paper ballot when you check in, in place of a slip. Mark the box of each project with a pen:",
    approve: "Approve",
    oppose: "Oppose",
    abstain: "Abstain",
    no_mark: "no mark",
    care: "Please mind",
};

pub(super) fn sentence(sentence: &Sentence<'_>, names: &Roles) -> String {
    let Roles { voter, .. } = names;
    match sentence {
        Sentence::Contest { candidates, seats } => {
            format!("Candidates: {candidates}. Projects to be adopted: {seats}.")
        }
        Sentence::ContestInCategory { candidates, category, seats } => format!(
            "Candidates: {candidates}, of the category {category}. Projects to be adopted: {seats}."
        ),
        Sentence::ContestInCategories { candidates, categories, seats } => format!(
            "Candidates: {candidates}, in {categories} categories. Projects to be adopted in all: {seats}."
        ),
        Sentence::Place(place) => format!("Where to vote: {place}."),
        Sentence::DrawSlip => "When you have checked in, draw one slip by hand from the mixed slips. Show it to nobody.".to_owned(),
        Sentence::ScanSlip => "At a kiosk, hold the slip's code before the scanner. If it can't be scanned, type the slip's code with the keys on the screen.".to_owned(),
        Sentence::PressForEach => {
            "For each project press \"Approve\", \"Oppose\" or \"Abstain\".".to_owned()
        }
        Sentence::PressForApproved => "For each project that you approve press \"Approve\".".to_owned(),
        Sentence::AtMost(limit) => format!("Approve {limit} at most."),
        Sentence::Exactly(limit) => format!("Approve exactly {limit}, neither more nor fewer."),
        Sentence::AtMostInEach(categories) => {
            format!("Approve at most in each category: {}.", each(categories))
        }
        Sentence::ExactlyInEach(categories) => format!(
            "Approve exactly as many in each category, neither more nor fewer: {}.",
            each(categories)
        ),
        Sentence::PressAgain => "Press again to take a choice back.".to_owned(),
        Sentence::NotChosenAbstains => "What you don't choose counts as an abstention.".to_owned(),
        Sentence::BlankMayBeCast => "If you choose nothing at all you are asked, and may cast a blank ballot: it is valid.".to_owned(),
        Sentence::NoBlankBallot => "A blank ballot cannot be cast.".to_owned(),
        Sentence::CheckAndCast => "Press \"Check the ballot\" and read it through. To change something press \"Go back and change\"; otherwise press \"Cast the vote\". A ballot that is cast can't be changed.".to_owned(),
        Sentence::TrackingCode => "The screen says that your vote is cast and shows a tracking code. Note it if you like, to find your ballot in the box later. It does not show what you chose.".to_owned(),
        Sentence::PutSlipAway => "Put the used slip into the tray.".to_owned(),
        Sentence::UnmarkedAbstains => "No mark counts as an abstention.".to_owned(),
        Sentence::UnclearMarkAbstains => {
            "An unclear mark on one project counts as an abstention on it.".to_owned()
        }
        Sentence::BreachAbstainsInCategory(selection) => format!(
            "With {} in one category, all projects of that category count as abstentions.",
            breach(*selection)
        ),
        Sentence::UnclearBallotIsVoid => "A ballot whose meaning as a whole is unclear is void.".to_owned(),
        Sentence::BreachInAnyCategoryIsVoid(selection) => format!(
            "A ballot with {} in any category, or whose meaning as a whole is unclear, is void as a whole.",
            breach(*selection)
        ),
        Sentence::BreachIsVoid(selection) => format!(
            "A ballot with {}, or whose meaning as a whole is unclear, is void.",
            breach(*selection)
        ),
        Sentence::BlankBallotAbstains => {
            "A blank ballot is valid and abstains on every project.".to_owned()
        }
        Sentence::OneBallot => {
            format!("Each {voter} casts one ballot, in person and for nobody else.")
        }
        Sentence::NoSlipAfterClose => "A slip can't be used after the close.".to_owned(),
        Sentence::NoCheckInOncePollIsOpen => "Nobody checks in or takes a slip once the poll is open; a slip can't be used after the close.".to_owned(),
        Sentence::DamagedSlip => "A damaged slip whose code can still be read is exchanged by the staff. A lost slip is not replaced.".to_owned(),
        Sentence::MayCancel => {
            "You may press \"Cancel, vote later\" at any time: the slip stays good.".to_owned()
        }
        Sentence::Secret => "The vote is secret. Nobody knows what you chose, neither the staff nor the scrutineers. Do not photograph the slip, the screen or a ballot, and do not look at how others vote.".to_owned(),
        Sentence::AskStaff => {
            "If you have a question, ask the staff or a scrutineer, without saying what you choose.".to_owned()
        }
    }
}

fn each(categories: &[Category]) -> String {
    let item = |Category { name, seats }: &Category| format!("{name} {seats}");
    categories.iter().map(item).collect::<Vec<_>>().join(", ")
}

const fn breach(selection: Selection) -> &'static str {
    match selection {
        Selection::AtMost => "more approvals than stated above",
        Selection::Exactly => "more or fewer approvals than stated above",
    }
}

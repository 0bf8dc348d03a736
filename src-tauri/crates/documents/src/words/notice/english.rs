//! The notice in English.

use super::NoticeWords;
use crate::{
    Notice,
    words::{
        roles::{Roles, roles},
        ruled::{blank_paper_abstains, empty_box, takes_oppositions, whole_limit},
    },
};
use messages::Language;
use procedure::{
    ballot::Selection,
    rules::{Category, CategoryBreach, Division, LateArrival},
};

pub(super) const WORDS: NoticeWords = NoticeWords {
    title: |year| format!("How to Vote on the Livelihood Projects of {year}"),
    opening,
    kiosk: "At a kiosk",
    steps,
    paper: "On paper",
    paper_opening: "Take a paper ballot when you check in, in place of a slip. Mark the box of each project with a pen:",
    approve: "Approve",
    oppose: "Oppose",
    abstain: "Abstain",
    no_mark: "no mark",
    worth,
    care: "Please mind",
    cares,
    number: |number| format!("{number}. "),
};

fn names(notice: &Notice<'_>) -> Roles {
    roles(Language::English, notice.heading.body)
}

fn opening(notice: &Notice<'_>) -> String {
    let place =
        if notice.place.is_empty() { String::new() } else { format!(" Where to vote: {}.", notice.place) };
    let (candidates, seats) = (notice.candidates, notice.seats);
    match notice.rules.division() {
        Division::Whole { .. } => {
            format!("Candidates: {candidates}. Projects to be adopted: {seats}.{place}")
        }
        Division::Categories(categories) => {
            if let [category] = &categories[..] {
                let name = &category.name;
                return format!(
                    "Candidates: {candidates}, of the category {name}. Projects to be adopted: {seats}.{place}"
                );
            }
            let kinds = categories.len();
            format!(
                "Candidates: {candidates}, in {kinds} categories. Projects to be adopted in all: {seats}.{place}"
            )
        }
    }
}

fn steps(notice: &Notice<'_>) -> Vec<String> {
    let rules = notice.rules;
    let mark = if takes_oppositions(rules) {
        "For each project press \"Approve\", \"Oppose\" or \"Abstain\"."
    } else {
        "For each project that you approve press \"Approve\"."
    };
    let blank = match rules.selection {
        Selection::AtMost => {
            "If you choose nothing at all you are asked, and may cast a blank ballot: it is valid."
        }
        Selection::Exactly => "A blank ballot cannot be cast.",
    };
    vec![
        "When you have checked in, draw one slip by hand from the mixed slips. Show it to nobody.".into(),
        "At a kiosk, hold the slip's code before the scanner. If it can't be scanned, type the slip's code with the keys on the screen.".into(),
        format!("{mark} {} Press again to take a choice back.", limit(notice)),
        format!("What you don't choose counts as an abstention. {blank}"),
        "Press \"Check the ballot\" and read it through. To change something press \"Go back and change\"; otherwise press \"Cast the vote\". A ballot that is cast can't be changed.".into(),
        "The screen says that your vote is cast and shows a tracking code. Note it if you like, to find your ballot in the box later. It does not show what you chose.".into(),
        "Put the used slip into the tray.".into(),
    ]
}

fn limit(notice: &Notice<'_>) -> String {
    let rules = notice.rules;
    match (whole_limit(rules), rules.selection) {
        (Some(limit), Selection::AtMost) => format!("Approve {limit} at most."),
        (Some(limit), Selection::Exactly) => format!("Approve exactly {limit}, neither more nor fewer."),
        (None, Selection::AtMost) => format!("Approve at most in each category: {}.", by_category(notice)),
        (None, Selection::Exactly) => {
            format!(
                "Approve exactly as many in each category, neither more nor fewer: {}.",
                by_category(notice)
            )
        }
    }
}

fn by_category(notice: &Notice<'_>) -> String {
    match notice.rules.division() {
        Division::Whole { .. } => String::new(),
        Division::Categories(categories) => {
            let item = |Category { name, seats }: &Category| format!("{name} {seats}");
            categories.iter().map(item).collect::<Vec<_>>().join(", ")
        }
    }
}

fn worth(notice: &Notice<'_>) -> String {
    let rules = notice.rules;
    let by_category = matches!(rules.division(), Division::Categories(_));
    let breach = match rules.selection {
        Selection::AtMost => "more approvals than stated above",
        Selection::Exactly => "more or fewer approvals than stated above",
    };
    let unclear = "whose meaning as a whole is unclear";
    let void = match (by_category, rules.category_breach) {
        (true, CategoryBreach::Category) => format!(
            "With {breach} in one category, all projects of that category count as abstentions. A ballot {unclear} is void."
        ),
        (true, CategoryBreach::Ballot) => {
            format!("A ballot with {breach} in any category, or {unclear}, is void as a whole.")
        }
        (false, _) => format!("A ballot with {breach}, or {unclear}, is void."),
    };
    let empty = if empty_box(rules).is_none() { "No mark counts as an abstention. " } else { "" };
    let blank = match (rules.selection, blank_paper_abstains(rules)) {
        (Selection::AtMost, true) => " A blank ballot is valid and abstains on every project.",
        (Selection::Exactly, true) | (_, false) => "",
    };
    format!("{empty}An unclear mark on one project counts as an abstention on it. {void}{blank}")
}

fn cares(notice: &Notice<'_>) -> Vec<String> {
    let names = names(notice);
    let late = match notice.rules.late_arrival {
        LateArrival::UntilClose => "A slip can't be used after the close.",
        LateArrival::UntilOpen => {
            "Nobody checks in or takes a slip once the poll is open; a slip can't be used after the close."
        }
    };
    vec![
        format!("Each {} casts one ballot, in person and for nobody else. {late}", names.voter),
        "A damaged slip whose code can still be read is exchanged by the staff. A lost slip is not replaced.".into(),
        "You may press \"Cancel, vote later\" at any time: the slip stays good.".into(),
        "The vote is secret. Nobody knows what you chose, neither the staff nor the scrutineers. Do not photograph the slip, the screen or a ballot, and do not look at how others vote.".into(),
        "If you have a question, ask the staff or a scrutineer, without saying what you choose.".into(),
    ]
}

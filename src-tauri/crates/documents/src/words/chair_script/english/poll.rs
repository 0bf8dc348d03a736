//! From the opening to the close of the poll.

use super::{Direction, Item, Say, Step, capital, listed, name, names};
use crate::{
    BrokenOff, ChairScript, Voided, Why,
    words::{
        chair_script::{Line, asks_no_majority, broken_off, came_late, is_rightly_issued, voided},
        ruled::{BLANK, figure, takes_oppositions},
        sentences::{limit, majority},
    },
};
use messages::Language;
use procedure::{
    ballot::Selection,
    rules::{Category, Division, LateArrival},
};

pub(super) fn opening(script: &ChairScript<'_>) -> Step {
    let names = names(script);
    let mut lines = vec![Say(format!("{}:", capital(names.voters))), Say(reason(script))];
    let present = figure(script.present);
    let absent = figure(script.present.map(|present| script.delegates.0.saturating_sub(present.0)));
    lines.push(Say(format!(
        "I report who is present. {} in office: {}; present: {present}; absent: {absent}.",
        capital(names.voters),
        script.delegates
    )));
    if script.quorum.0 > 0 {
        lines.extend(quorum(script));
    }
    Step { title: "Opening, and report on the quorum", lines }
}

/// Whether the present are enough.
fn quorum(script: &ChairScript<'_>) -> Vec<Line> {
    let asked = Say(format!("By the rules the poll needs {} or more to be present.", script.quorum));
    let enough = Say("There is a quorum, and the poll may be held.".into());
    match (voided(script), script.present) {
        // The void step says the rest.
        (Some(Voided::QuorumMissing | Voided::ByDecision { at: BrokenOff::BeforePoll, .. }), _) => vec![asked],
        (None, None) => vec![
            asked,
            Direction("where enough are present:".into()),
            enough,
            Direction("where too few are present:".into()),
            Say("There is no quorum, and no poll can be held. This round is void, and is voted again when enough are present.".into()),
        ],
        _ => vec![asked, enough],
    }
}

/// Why the round is held.
fn reason(script: &ChairScript<'_>) -> String {
    let ChairScript { round, seats, candidates, .. } = script;
    let year = script.heading.year;
    match script.called_for {
        Some(Why::Tie) => format!(
            "Candidates were tied at the cut in the vote before. By the measure we now hold round {round}. Seats left: {seats}. Candidates: {candidates}."
        ),
        Some(Why::TooFew) => format!(
            "Fewer projects were adopted in the vote before than there are seats. By the measure we now hold round {round}. Seats left: {seats}. Candidates: {candidates}."
        ),
        None if *round > 1 && script.measure_pending => format!(
            "The round before was void for want of a quorum. We now vote again, as round {round}. Candidates and seats are unchanged. Candidates: {candidates}. Seats: {seats}."
        ),
        None if *round > 1 => format!(
            "The round before was void. By the measure we now vote again, as round {round}. Candidates and seats are unchanged. Candidates: {candidates}. Seats: {seats}."
        ),
        None => format!(
            "We now vote on the livelihood projects of {year}. Candidates: {candidates}. Projects to be adopted (seats): {seats}."
        ),
    }
}

/// A vote by show of hands, with its figures to be filled in.
fn by_hands(what: &str) -> Vec<Line> {
    vec![
        Say("We vote by show of hands. Those in favour, please raise your hands.".into()),
        Direction("when counted".into()),
        Say("Thank you. Those against, please.".into()),
        Direction("when counted".into()),
        Say("Thank you. Those who abstain, please.".into()),
        Direction("when counted".into()),
        Say(format!("In favour: {BLANK}; against: {BLANK}; abstaining: {BLANK}.")),
        Direction("where the rules are met:".into()),
        Say(format!("{what} passed.")),
    ]
}

pub(super) fn measure(script: &ChairScript<'_>) -> Step {
    let year = script.heading.year;
    let mut lines = vec![Say(format!(
        "We now decide on the draft Measure for the Vote on the Livelihood Projects of {year}, which has been handed to all {}.",
        names(script).voters
    ))];
    lines.extend(by_hands("The measure is"));
    Step { title: "Passing the measure", lines }
}

pub(super) fn scrutineers(script: &ChairScript<'_>) -> Step {
    let names = names(script);
    let mut lines = vec![Say(format!(
        "We now decide on the scrutineers. {} proposes as chief scrutineer: {}; as scrutineers: {}.",
        capital(names.presidium),
        name(&script.chief),
        listed(&script.scrutineers)
    ))];
    lines.extend(by_hands("The list of scrutineers is"));
    lines.push(Say(format!(
        "{} has named as tellers: {}. I ask the chief scrutineer, the scrutineers and the tellers to take their places.",
        capital(names.secretariat),
        listed(&script.tellers)
    )));
    Step { title: "Passing the list of scrutineers", lines }
}

pub(super) fn explanation(script: &ChairScript<'_>) -> Step {
    let rules = script.rules;
    let marks = if takes_oppositions(rules) {
        "You may approve, oppose or abstain on each candidate; what you don't choose counts as an abstention."
    } else {
        "You say only which candidates you approve; what you don't choose counts as an abstention."
    };
    let mut lines = Vec::new();
    if !script.measure_pending {
        lines.push(Say(format!(
            "In this round, too, {} is the chief scrutineer. Scrutineers: {}. Tellers: {}.",
            name(&script.chief),
            listed(&script.scrutineers),
            listed(&script.tellers)
        )));
    }
    lines.push(Say(format!(
        "The vote is by secret ballot, at the kiosks, with a slip. One slip is one ballot; nobody may vote for another. {marks}"
    )));
    lines.push(Say(limit(rules, Language::English)));
    lines.extend(category_items(rules.division()));
    lines.push(Say(match rules.selection {
        Selection::AtMost => {
            "If you choose nothing you are asked, and may cast a blank ballot: it is valid.".into()
        }
        Selection::Exactly => {
            let paper = "; on paper, another number is treated as the measure says";
            format!("A kiosk takes no other number{}.", if script.paper { paper } else { "" })
        }
    }));
    lines.push(Say(majority(rules, script.delegates, asks_no_majority(script), Language::English)));
    lines.push(Say("If you have a question, please raise your hand.".into()));
    lines.push(Direction("when there are no questions, or they are answered".into()));
    Step { title: "How to vote", lines }
}

/// The limits of several categories; that of a single one has been said.
fn category_items(division: &Division) -> Vec<Line> {
    match division {
        Division::Categories(categories) if categories.len() > 1 => {
            let item = |Category { name, seats }: &Category| Item(format!("{name}: seats {seats}."));
            categories.iter().map(item).collect()
        }
        Division::Whole { .. } | Division::Categories(_) => Vec::new(),
    }
}

pub(super) fn empty_box(_: &ChairScript<'_>) -> Step {
    let lines = vec![
        Say("I ask the scrutineers to inspect the box.".into()),
        Direction("the scrutineers inspect it in public and check the zero report".into()),
        Say("I ask the chief scrutineer to report.".into()),
        Direction("the chief scrutineer reports: there is no ballot in the box, the count is zero".into()),
    ];
    Step { title: "The empty box", lines }
}

pub(super) fn distribution(script: &ChairScript<'_>) -> Step {
    let names = names(script);
    let late = match script.rules.late_arrival {
        LateArrival::UntilClose => format!(
            "A {} who arrives when the poll is open may check in and take a slip until it closes; the figures are those of the close.",
            names.voter
        ),
        LateArrival::UntilOpen => {
            format!(
                "A {} who arrives when the poll is open is not checked in and takes no slip.",
                names.voter
            )
        }
    };
    let paper = if script.paper { ", or take one paper ballot" } else { "" };
    let mut lines = vec![
        Say(format!(
            "The slips are now handed out. I ask each {} to check in and draw one slip by hand{paper}.",
            names.voter
        )),
        Direction("when all have one".into()),
        Say("I ask the chief scrutineer to report.".into()),
        Direction(handed_out(script)),
    ];
    let rightly = "No more were issued than delegates are present: the issue is in order.";
    match is_rightly_issued(script) {
        Some(true) => lines.push(Say(format!("{rightly} {late}"))),
        Some(false) => lines.push(Say(late)),
        None => {
            lines.push(Direction("where no more were issued than are present:".into()));
            lines.push(Say(format!("{rightly} {late}")));
        }
    }
    Step { title: "Handing out the slips, and report", lines }
}

/// What the chief scrutineer reports: those present and what they were handed, at one moment.
fn handed_out(script: &ChairScript<'_>) -> String {
    let until = match (came_late(script), broken_off(script)) {
        (false, _) => "",
        (true, None | Some(BrokenOff::Closed)) => "at the close, ",
        (true, Some(BrokenOff::BeforePoll | BrokenOff::Polling)) => "when the poll was broken off, ",
    };
    let what = if script.paper { "slips and paper ballots" } else { "slips" };
    let present = figure(script.handed_out.map(|(present, _)| present).or(script.present));
    let issued = figure(script.handed_out.map(|(_, issued)| issued));
    format!("the chief scrutineer reports: {until}present {present}, {what} issued {issued}")
}

pub(super) fn voting(script: &ChairScript<'_>) -> Step {
    let voters = names(script).voters;
    let mut lines =
        vec![Say("The poll is open. When you have voted, please put the used slip into the tray.".into())];
    if broken_off(script) == Some(BrokenOff::Polling) {
        lines.push(Direction(format!(
            "the scrutineers, the {voters} on the rostrum and the other {voters} vote; the poll is broken off and not completed"
        )));
    } else {
        lines.extend([
            Say("I ask the chief scrutineer and the scrutineers to vote.".into()),
            Direction("when they have voted".into()),
            Say(format!("I ask the {voters} on the rostrum to vote.")),
            Direction("when they have voted".into()),
            Say(format!("I ask the other {voters} to vote one after the other.")),
            Direction("when they have voted".into()),
        ]);
    }
    Step { title: "Voting", lines }
}

pub(super) fn close(script: &ChairScript<'_>) -> Step {
    let what = if script.paper { "slips and paper ballots" } else { "slips" };
    let lines = vec![
        Say(format!("Is there a {} who has not voted?", names(script).voter)),
        Direction("when there is none".into()),
        Say(format!(
            "The poll is closed. I ask the scrutineers and tellers to count the {what} that were given back."
        )),
        Direction(format!("the poll is closed and the box sealed and compared with the {what}")),
    ];
    Step { title: "Close of the poll", lines }
}

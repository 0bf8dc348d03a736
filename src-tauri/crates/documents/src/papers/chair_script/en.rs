//! The chair's script in English.

use super::say::{Moment, Sentence, Title};
use crate::{
    FurtherRound, Why,
    common::{
        en::{self, capitalised, numbers, seats_left},
        names::{joined, joined_list},
        roles::Roles,
        ruled::{BLANK, figure},
        stop::stopped,
    },
    papers::result_report::notes::cut_said_by_chair,
};
use messages::Language;
use procedure::{count::Votes, date};

pub(super) fn title(year: i32) -> String {
    format!("Chair's Script for the Vote on the Livelihood Projects of {year}")
}

/// A step's number before its title.
pub(super) fn number(number: u32) -> String {
    format!("{number}. ")
}

pub(super) const fn step_title(title: Title) -> &'static str {
    match title {
        Title::Opening => "Opening, and report on the quorum",
        Title::Measure => "Passing the measure",
        Title::Scrutineers => "Passing the list of scrutineers",
        Title::Explanation => "How to vote",
        Title::EmptyBox => "The empty box",
        Title::Distribution => "Handing out the slips, and report",
        Title::Voting => "Voting",
        Title::Close => "Close of the poll",
        Title::Collected => "The ballots collected, and whether the round is valid",
        Title::Recess => "Recess for the count",
        Title::Result => "Report of the result",
        Title::Declaration => "Declaring the result",
        Title::Resolution => "Reading the resolution",
        Title::End => "Close",
        Title::Void => "Declaring the round void",
    }
}

#[expect(clippy::too_many_lines, reason = "a table with a line for each sentence")]
pub(super) fn sentence(sentence: &Sentence<'_>, names: &Roles) -> String {
    let Roles { voter, voters, presidium, secretariat, .. } = names;
    match sentence {
        Sentence::Salutation => format!("{}:", capitalised(voters)),
        Sentence::FirstRound { year, candidates, seats } => format!(
            "We now vote on the livelihood projects of {year}. Candidates: {candidates}. Projects to be adopted (seats): {seats}."
        ),
        Sentence::RoundForTie { round, candidates, seats } => format!(
            "Candidates were tied at the cut in the vote before. By the measure we now hold round {round}. Seats left: {seats}. Candidates: {candidates}."
        ),
        Sentence::RoundForTooFew { round, candidates, seats } => format!(
            "Fewer projects were adopted in the vote before than there are seats. By the measure we now hold round {round}. Seats left: {seats}. Candidates: {candidates}."
        ),
        Sentence::AgainForWantOfQuorum { round, candidates, seats } => format!(
            "The round before was void for want of a quorum. We now vote again, as round {round}. Candidates and seats are unchanged. Candidates: {candidates}. Seats: {seats}."
        ),
        Sentence::AgainAfterVoid { round, candidates, seats } => format!(
            "The round before was void. By the measure we now vote again, as round {round}. Candidates and seats are unchanged. Candidates: {candidates}. Seats: {seats}."
        ),
        Sentence::Presence { delegates, present, absent } => format!(
            "I report who is present. {} in office: {delegates}; present: {}; absent: {}.",
            capitalised(voters),
            figure(*present),
            figure(*absent)
        ),
        Sentence::QuorumAsked(quorum) => {
            format!("By the rules the poll needs {quorum} or more to be present.")
        }
        Sentence::WhereEnoughPresent => "where enough are present:".to_owned(),
        Sentence::QuorumReached => "There is a quorum, and the poll may be held.".to_owned(),
        Sentence::WhereTooFewPresent => "where too few are present:".to_owned(),
        Sentence::QuorumMissing => "There is no quorum, and no poll can be held. This round is void, and is voted again when enough are present.".to_owned(),
        Sentence::HandsFor => {
            "We vote by show of hands. Those in favour, please raise your hands.".to_owned()
        }
        Sentence::HandsAgainst => "Thank you. Those against, please.".to_owned(),
        Sentence::HandsAbstaining => "Thank you. Those who abstain, please.".to_owned(),
        Sentence::WhenHandsCounted => "when counted".to_owned(),
        Sentence::HandsCounted => {
            format!("In favour: {BLANK}; against: {BLANK}; abstaining: {BLANK}.")
        }
        Sentence::WhereRulesAreMet => "where the rules are met:".to_owned(),
        Sentence::DraftMeasure { year } => format!(
            "We now decide on the draft Measure for the Vote on the Livelihood Projects of {year}, which has been handed to all {voters}."
        ),
        Sentence::MeasurePassed => "The measure is passed.".to_owned(),
        Sentence::ScrutineersProposed { chief, scrutineers } => format!(
            "We now decide on the scrutineers. {} proposes as chief scrutineer: {}; as scrutineers: {}.",
            capitalised(presidium),
            name(chief),
            listed(scrutineers)
        ),
        Sentence::ScrutineersPassed => "The list of scrutineers is passed.".to_owned(),
        Sentence::TellersNamed(tellers) => format!(
            "{} has named as tellers: {}. I ask the chief scrutineer, the scrutineers and the tellers to take their places.",
            capitalised(secretariat),
            listed(tellers)
        ),
        Sentence::SameScrutineers { chief, scrutineers, tellers } => format!(
            "In this round, too, {} is the chief scrutineer. Scrutineers: {}. Tellers: {}.",
            name(chief),
            listed(scrutineers),
            listed(tellers)
        ),
        Sentence::SecretBallot => "The vote is by secret ballot, at the kiosks, with a slip. One slip is one ballot; nobody may vote for another.".to_owned(),
        Sentence::ApproveOpposeAbstain => "You may approve, oppose or abstain on each candidate; what you don't choose counts as an abstention.".to_owned(),
        Sentence::ApproveOnly => "You say only which candidates you approve; what you don't choose counts as an abstention.".to_owned(),
        Sentence::Limit(limit) => en::limit(*limit),
        Sentence::SeatsOfCategory { name, seats } => format!("{name}: seats {seats}."),
        Sentence::BlankBallotIsValid => {
            "If you choose nothing you are asked, and may cast a blank ballot: it is valid.".to_owned()
        }
        Sentence::NoOtherNumber { paper } => {
            let paper = if *paper { "; on paper, another number is treated as the measure says" } else { "" };
            format!("A kiosk takes no other number{paper}.")
        }
        Sentence::Majority(majority) => en::majority(*majority, names),
        Sentence::Questions => "If you have a question, please raise your hand.".to_owned(),
        Sentence::WhenQuestionsAnswered => {
            "when there are no questions, or they are answered".to_owned()
        }
        Sentence::InspectBox => "I ask the scrutineers to inspect the box.".to_owned(),
        Sentence::BoxInspected => {
            "the scrutineers inspect it in public and check the zero report".to_owned()
        }
        Sentence::ReportOnBox | Sentence::ReportOnHandedOut => {
            "I ask the chief scrutineer to report.".to_owned()
        }
        Sentence::BoxReportedEmpty => {
            "the chief scrutineer reports: there is no ballot in the box, the count is zero".to_owned()
        }
        Sentence::HandOut { paper } => {
            let paper = if *paper { ", or take one paper ballot" } else { "" };
            format!(
                "The slips are now handed out. I ask each {voter} to check in and draw one slip by hand{paper}."
            )
        }
        Sentence::WhenHandedOut => "when all have one".to_owned(),
        Sentence::HandedOut { at, paper, present, issued } => {
            let when = match at {
                Moment::Opening => "",
                Moment::Close => "at the close, ",
                Moment::BrokenOff => "when the poll was broken off, ",
            };
            let (what, present, issued) = (slips(*paper), figure(*present), figure(*issued));
            format!("the chief scrutineer reports: {when}present {present}, {what} issued {issued}")
        }
        Sentence::WhereRightlyIssued => "where no more were issued than are present:".to_owned(),
        Sentence::RightlyIssued => {
            "No more were issued than delegates are present: the issue is in order.".to_owned()
        }
        Sentence::LateMayVote => format!(
            "A {voter} who arrives when the poll is open may check in and take a slip until it closes; the figures are those of the close."
        ),
        Sentence::LateMayNotVote => {
            format!("A {voter} who arrives when the poll is open is not checked in and takes no slip.")
        }
        Sentence::PollOpen => {
            "The poll is open. When you have voted, please put the used slip into the tray.".to_owned()
        }
        Sentence::VotingBrokenOff => format!(
            "the scrutineers, the {voters} on the rostrum and the other {voters} vote; the poll is broken off and not completed"
        ),
        Sentence::ScrutineersVote => {
            "I ask the chief scrutineer and the scrutineers to vote.".to_owned()
        }
        Sentence::RostrumVotes => format!("I ask the {voters} on the rostrum to vote."),
        Sentence::OthersVote => format!("I ask the other {voters} to vote one after the other."),
        Sentence::WhenScrutineersVoted | Sentence::WhenRostrumVoted | Sentence::WhenOthersVoted => {
            "when they have voted".to_owned()
        }
        Sentence::WhoHasNotVoted => format!("Is there a {voter} who has not voted?"),
        Sentence::WhenAllVoted => "when there is none".to_owned(),
        Sentence::PollClosed { paper } => format!(
            "The poll is closed. I ask the scrutineers and tellers to count the {} that were given back.",
            slips(*paper)
        ),
        Sentence::BoxCompared { paper } => {
            format!("the poll is closed and the box sealed and compared with the {}", slips(*paper))
        }
        Sentence::ReportOnCollected => {
            "I ask the chief scrutineer to report on the ballots collected.".to_owned()
        }
        Sentence::Collected { issued, collected } => format!(
            "the chief scrutineer reports: issued {}, collected {}",
            figure(*issued),
            figure(*collected)
        ),
        Sentence::WhereNotMoreCollected => "where as many were collected as issued, or fewer:".to_owned(),
        Sentence::NotMoreCollected => {
            "No more ballots were collected than issued. The round is valid.".to_owned()
        }
        Sentence::WhereMoreCollected => "where more were collected than issued:".to_owned(),
        Sentence::MoreCollectedVotedAgain => "More ballots were collected than issued. The round is void, nothing is opened, and it is voted again.".to_owned(),
        Sentence::AsManyCollected => {
            "As many ballots were collected as issued. The round is valid.".to_owned()
        }
        Sentence::FewerCollected => {
            "Fewer ballots were collected than issued. The round is valid.".to_owned()
        }
        Sentence::Count => "I ask the scrutineers and tellers to count.".to_owned(),
        Sentence::KeysBrought { by_holders: true } => "the scrutineers bring their own computers, each checks the box, and the totals are opened; no ballot is opened singly".to_owned(),
        Sentence::KeysBrought { by_holders: false } => "the scrutineers bring their key cards and the totals are opened; no ballot is opened singly".to_owned(),
        Sentence::Adjourned => {
            format!("The sitting is adjourned. I ask the {voters} to stay near the hall.")
        }
        Sentence::ReportSigned { after_lots } => {
            let after = if *after_lots {
                "; where candidates are tied at the cut, they do so after the lots, drawn when the sitting is resumed"
            } else {
                ""
            };
            format!(
                "when counted, the chief scrutineer, the scrutineers and the tellers sign the result report{after}"
            )
        }
        Sentence::Resumed => "The sitting is resumed.".to_owned(),
        Sentence::ReportOnResult => "I ask the chief scrutineer to report the result.".to_owned(),
        Sentence::DrawLots { candidates } => format!(
            "{} are tied at the cut. By the measure, I ask the scrutineers to draw lots in public.",
            numbers(candidates)
        ),
        Sentence::LotsDrawn { adopted } => format!(
            "the scrutineers draw lots in public; the lot falls on {}, and the report says so",
            numbers(adopted)
        ),
        Sentence::ReportSignedAfterLots => {
            "the chief scrutineer, the scrutineers and the tellers sign the result report".to_owned()
        }
        Sentence::ResultReadOut => "the chief scrutineer reads out:".to_owned(),
        Sentence::VotesOf { number, name, approve, others, by_lot } => {
            let others = others.map(others_votes).unwrap_or_default();
            let lot = if *by_lot { "; adopted by lot" } else { "" };
            format!("No. {number}, {name}: for {approve}{others}{lot}.")
        }
        Sentence::ReportReadOut => "the chief scrutineer reads out the result report".to_owned(),
        Sentence::WhereTiedByLots => "where candidates are tied at the cut, the scrutineers draw lots in public, and the report says so".to_owned(),
        Sentence::DeclaredOn(day) => format!("declared on {}", date::english(*day)),
        Sentence::NothingAdopted => "By the count and the measure, I declare that no project is adopted in this round.".to_owned(),
        Sentence::Declared { year, projects } => {
            let projects = match projects {
                Some(1) => "project".to_owned(),
                projects => format!("{} projects", figure(*projects)),
            };
            format!(
                "By the count and the measure, I declare the following {projects} adopted as livelihood projects of {year}:"
            )
        }
        Sentence::Adopted { number, name } => format!("{number}. {name}"),
        Sentence::AdoptedToFillIn { number } => format!("{number}. {}.", BLANK.repeat(5)),
        Sentence::Cut(cut) => cut_said_by_chair(cut, Language::English),
        Sentence::StillCalled(round) => still_called(round),
        Sentence::Called(round) => called(round),
        Sentence::SeatsLeftEmpty(seats) => {
            format!("Seats that stay empty: {}. No other vote is held on them.", figure(*seats))
        }
        Sentence::WhereTied => "where candidates are tied at the cut:".to_owned(),
        Sentence::TieToFillIn => format!(
            "Nos. {BLANK} are tied at the cut. A further round decides the seats left: {BLANK}."
        ),
        Sentence::WhereTooFew => "where fewer are adopted than there are seats:".to_owned(),
        Sentence::TooFewToFillIn => format!(
            "Fewer projects are adopted than there are seats. A further round on Nos. {BLANK} decides the seats left: {BLANK}."
        ),
        Sentence::WhereFurtherRound => "where a further round is to be held, that comes first; when all are held:".to_owned(),
        Sentence::ReadResolution { year } => {
            format!("The Resolution on the Livelihood Projects of {year} is now read out.")
        }
        Sentence::ResolutionReadOut => "the resolution is read out".to_owned(),
        Sentence::PrepareFurtherRound => format!(
            "I ask the staff to prepare the further round, and the {voters} to wait in the hall."
        ),
        Sentence::Concluded => "This concludes the vote. Thank you.".to_owned(),
        Sentence::VoidForWantOfQuorum { quorum } => {
            format!("Fewer than {quorum} are present. There is no quorum, and no poll can be held.")
        }
        Sentence::VoidForMoreCollected => {
            "More ballots were collected than issued, and nothing is opened.".to_owned()
        }
        Sentence::VoidByDecision { statement } => format!(
            "This round cannot go on. {} has decided on it, for this reason: {}",
            capitalised(presidium),
            statement.map_or_else(|| format!("{}.", BLANK.repeat(4)), stopped)
        ),
        Sentence::VoidByRules => "By the rules I declare: this round is void.".to_owned(),
        Sentence::VoidByMeasure => "By the measure I declare: this round is void.".to_owned(),
        Sentence::AgainWhenEnoughPresent => "It is voted again when enough are present.".to_owned(),
        Sentence::AgainNow => "We now prepare to vote again.".to_owned(),
        Sentence::AgainToBeAnnounced => "Whether it is voted again will be announced.".to_owned(),
        Sentence::NewSlips => "A round voted again has the same candidates and seats, and new slips and ballots; those of this round are no longer used.".to_owned(),
        Sentence::SlipsSealed => {
            "the scrutineers seal this round's slips and ballots and sign the report".to_owned()
        }
    }
}

/// Names as they are read out, or a place to fill them in.
fn listed(people: &[String]) -> String {
    if people.is_empty() { BLANK.repeat(2) } else { joined_list(people, ", ") }
}

fn name(person: &str) -> String {
    if person.is_empty() { BLANK.to_owned() } else { joined(person) }
}

const fn slips(paper: bool) -> &'static str {
    if paper { "slips and paper ballots" } else { "slips" }
}

fn others_votes([oppose, abstain]: [Votes; 2]) -> String {
    format!(", against {oppose}, abstained {abstain}")
}

fn still_called(FurtherRound { reason, candidates, seats }: &FurtherRound) -> String {
    let (candidates, left) = (numbers(candidates), seats_left(*seats));
    match reason {
        Why::Tie => format!(
            "{candidates} were tied at the cut in a round before. A further round on them decides {left}."
        ),
        Why::TooFew => format!(
            "A round before adopted fewer projects than there are seats. A further round on {candidates} decides {left}."
        ),
    }
}

fn called(FurtherRound { reason, candidates, seats }: &FurtherRound) -> String {
    let (candidates, left) = (numbers(candidates), seats_left(*seats));
    match reason {
        Why::Tie => format!("{candidates} are tied at the cut. A further round decides {left}."),
        Why::TooFew => format!(
            "Fewer projects are adopted than there are seats. A further round on {candidates} decides {left}."
        ),
    }
}

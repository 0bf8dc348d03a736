//! What the chair says, step by step.

mod poll;
mod result;

use super::{BrokenOff, ChairScript, FurtherRound, ScriptEnd, Voided};
use crate::{
    Cut,
    common::sentences::{Limit, Majority},
};
use chrono::NaiveDate;
use procedure::{
    count::{Ballots, Delegates, Issued, Seats, Votes},
    number::{CandidateNumber, RoundNumber},
};

/// A step of the script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step<'a> {
    pub title: Title,
    pub lines: Vec<Line<'a>>,
}

/// A line of the script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// Read out: sentences side by side.
    Say(Vec<Sentence<'a>>),
    /// Not read out: what is done, or when what follows is said.
    Direction(Sentence<'a>),
    /// Read out as one of a list.
    Item(Sentence<'a>),
}

/// A step's title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Title {
    Opening,
    Measure,
    Scrutineers,
    Explanation,
    EmptyBox,
    Distribution,
    Voting,
    Close,
    Collected,
    Recess,
    Result,
    Declaration,
    Resolution,
    End,
    Void,
}

/// What is said, with the facts of each sentence. Figures that aren't known yet are `None` and filled in by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sentence<'a> {
    Salutation,
    FirstRound {
        year: i32,
        candidates: usize,
        seats: Seats,
    },
    RoundForTie {
        round: RoundNumber,
        candidates: usize,
        seats: Seats,
    },
    RoundForTooFew {
        round: RoundNumber,
        candidates: usize,
        seats: Seats,
    },
    AgainForWantOfQuorum {
        round: RoundNumber,
        candidates: usize,
        seats: Seats,
    },
    AgainAfterVoid {
        round: RoundNumber,
        candidates: usize,
        seats: Seats,
    },
    Presence {
        delegates: Delegates,
        present: Option<Delegates>,
        absent: Option<u32>,
    },
    QuorumAsked(Delegates),
    WhereEnoughPresent,
    QuorumReached,
    WhereTooFewPresent,
    QuorumMissing,
    HandsFor,
    HandsAgainst,
    HandsAbstaining,
    WhenHandsCounted,
    HandsCounted,
    WhereRulesAreMet,
    DraftMeasure {
        year: i32,
    },
    MeasurePassed,
    ScrutineersProposed {
        chief: &'a str,
        scrutineers: &'a [String],
    },
    ScrutineersPassed,
    TellersNamed(&'a [String]),
    SameScrutineers {
        chief: &'a str,
        scrutineers: &'a [String],
        tellers: &'a [String],
    },
    SecretBallot,
    ApproveOpposeAbstain,
    ApproveOnly,
    Limit(Limit),
    SeatsOfCategory {
        name: &'a str,
        seats: Seats,
    },
    BlankBallotIsValid,
    /// `paper`: whether there are paper ballots.
    NoOtherNumber {
        paper: bool,
    },
    Majority(Majority),
    Questions,
    WhenQuestionsAnswered,
    InspectBox,
    BoxInspected,
    ReportOnBox,
    BoxReportedEmpty,
    HandOut {
        paper: bool,
    },
    WhenHandedOut,
    ReportOnHandedOut,
    HandedOut {
        at: Moment,
        paper: bool,
        present: Option<Delegates>,
        issued: Option<Issued>,
    },
    WhereRightlyIssued,
    RightlyIssued,
    LateMayVote,
    LateMayNotVote,
    PollOpen,
    /// All vote in their order, until the poll is broken off.
    VotingBrokenOff,
    ScrutineersVote,
    WhenScrutineersVoted,
    RostrumVotes,
    WhenRostrumVoted,
    OthersVote,
    WhenOthersVoted,
    WhoHasNotVoted,
    WhenAllVoted,
    PollClosed {
        paper: bool,
    },
    BoxCompared {
        paper: bool,
    },
    ReportOnCollected,
    Collected {
        issued: Option<Issued>,
        collected: Option<Ballots>,
    },
    WhereNotMoreCollected,
    NotMoreCollected,
    WhereMoreCollected,
    MoreCollectedVotedAgain,
    AsManyCollected,
    FewerCollected,
    Count,
    KeysBrought {
        by_holders: bool,
    },
    Adjourned,
    /// `after_lots`: where there is a tie, the report is signed after the lots, since it says what they came to.
    ReportSigned {
        after_lots: bool,
    },
    Resumed,
    ReportOnResult,
    DrawLots {
        candidates: &'a [CandidateNumber],
    },
    LotsDrawn {
        adopted: &'a [CandidateNumber],
    },
    ReportSignedAfterLots,
    ResultReadOut,
    /// Oppositions and abstentions are none where ballots take only approvals.
    VotesOf {
        number: &'a CandidateNumber,
        name: &'a str,
        approve: Votes,
        others: Option<[Votes; 2]>,
        by_lot: bool,
    },
    ReportReadOut,
    WhereTiedByLots,
    DeclaredOn(NaiveDate),
    NothingAdopted,
    Declared {
        year: i32,
        projects: Option<usize>,
    },
    Adopted {
        number: usize,
        name: &'a str,
    },
    AdoptedToFillIn {
        number: u32,
    },
    Cut(&'a Cut),
    /// A further round that a round before called for.
    StillCalled(&'a FurtherRound),
    Called(&'a FurtherRound),
    SeatsLeftEmpty(Option<u32>),
    WhereTied,
    TieToFillIn,
    WhereTooFew,
    TooFewToFillIn,
    WhereFurtherRound,
    ReadResolution {
        year: i32,
    },
    ResolutionReadOut,
    PrepareFurtherRound,
    Concluded,
    VoidForWantOfQuorum {
        quorum: Delegates,
    },
    VoidForMoreCollected,
    VoidByDecision {
        statement: Option<&'a str>,
    },
    VoidByRules,
    VoidByMeasure,
    AgainWhenEnoughPresent,
    AgainNow,
    AgainToBeAnnounced,
    NewSlips,
    SlipsSealed,
}

/// When the figures of those present and of what they were handed were taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moment {
    /// When the poll opened.
    Opening,
    Close,
    BrokenOff,
}

/// The steps of this round in their order.
pub(super) fn steps<'a>(script: &'a ChairScript<'_>) -> Vec<Step<'a>> {
    let void = voided(script);
    let mut steps = vec![poll::opening(script)];
    steps.extend(poll_steps(script, void));
    if matches!(void, None | Some(Voided::MoreCollectedThanIssued)) {
        steps.push(result::collected(script));
    }
    if let Some(void) = void {
        steps.push(result::void(script, void));
        return steps;
    }
    steps.extend([result::recess(script), result::result(script), result::declaration(script)]);
    if !has_further_round(script) {
        steps.push(result::resolution(script));
    }
    steps.push(result::end(script));
    steps
}

/// From the measure to the close of the poll, as far as the round came; what is adopted once stays for all rounds.
fn poll_steps<'a>(script: &'a ChairScript<'_>, void: Option<&Voided>) -> Vec<Step<'a>> {
    if void == Some(&Voided::QuorumMissing) {
        return Vec::new();
    }
    let mut steps = Vec::new();
    if script.measure_pending {
        steps.extend([poll::measure(script), poll::scrutineers(script)]);
    }
    steps.push(poll::explanation(script));
    let through_voting = || [poll::empty_box(), poll::distribution(script), poll::voting(script)];
    match broken_off(script) {
        Some(BrokenOff::BeforePoll) => {}
        Some(BrokenOff::Polling) => steps.extend(through_voting()),
        Some(BrokenOff::Closed) | None => {
            steps.extend(through_voting());
            steps.push(poll::close(script));
        }
    }
    steps
}

fn voided<'a>(script: &'a ChairScript<'_>) -> Option<&'a Voided> {
    match &script.end {
        Some(ScriptEnd::Void(void)) => Some(void),
        Some(ScriptEnd::Result { .. }) | None => None,
    }
}

/// How far the round had come when a decision ended it; none where it took its course.
fn broken_off(script: &ChairScript<'_>) -> Option<BrokenOff> {
    match voided(script) {
        Some(Voided::ByDecision { at, .. }) => Some(*at),
        Some(Voided::QuorumMissing | Voided::MoreCollectedThanIssued) | None => None,
    }
}

/// Whether it is known that another round follows.
fn has_further_round(script: &ChairScript<'_>) -> bool {
    match &script.end {
        Some(ScriptEnd::Result { further, pending, .. }) => !further.is_empty() || !pending.is_empty(),
        Some(ScriptEnd::Void(_)) | None => false,
    }
}

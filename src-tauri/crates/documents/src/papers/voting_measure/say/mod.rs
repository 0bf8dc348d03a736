//! What the voting measure says, article by article.

mod deciding;
mod voting;

use super::VotingMeasure;
use crate::{
    Body,
    common::sentences::{Limit, Majority},
};
use procedure::{
    ballot::{Mark, Selection},
    count::{Delegates, Seats},
    fraction::{Fraction, Proportion},
    rules::FurtherMajority,
};

/// A paragraph: sentences side by side.
pub(super) type Paragraph<'a> = Vec<Sentence<'a>>;

/// An article: its paragraphs, of which the first has the article's number.
pub(super) type Article<'a> = Vec<Paragraph<'a>>;

/// What the measure says, with the facts of each sentence. Figures that aren't known yet are `None` and filled in by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sentence<'a> {
    /// The purpose as the secretariat words it.
    OwnPurpose(&'a str),
    Purpose {
        year: i32,
        voters: Body,
        basis: Basis,
    },
    Voters {
        year: i32,
        congress: &'a str,
        session: &'a str,
        voters: Body,
        delegates: Delegates,
    },
    AsManyCandidatesAsSeats {
        candidates: usize,
        seats: Seats,
    },
    MoreCandidatesThanSeats {
        candidates: usize,
        seats: Seats,
    },
    /// The fewest candidates that the margin over the seats asks for.
    LeastCandidates {
        margin: Margin,
        least: u32,
    },
    SeatsByCategory {
        candidates: usize,
        seats: Seats,
        margin: Margin,
    },
    /// A line of the categories, which are numbered from 1; the last one ends the sentence.
    SeatsOfCategory {
        number: u32,
        name: &'a str,
        seats: Seats,
        least: u32,
        is_last: bool,
    },
    NoQuorum,
    /// The rules ask for a number and no share.
    LeastPresent {
        least: Delegates,
    },
    Quorum {
        share: Proportion,
        least: Delegates,
    },
    QuorumVerified,
    LateMayVote,
    LateMayNotVote,
    /// The chief scrutineer is the only one where `others` is none.
    Scrutineers {
        others: Option<Others>,
        tellers: Option<usize>,
    },
    ScrutineersWatch,
    SecretBallot,
    PaperInPlaceOfSlip,
    NobodyLooks,
    OneBallot,
    LostSlip,
    ApproveOpposeAbstain,
    ApproveOnly,
    NotChosenAtKiosk,
    Limit(Limit),
    KioskRefusesMore,
    KioskRefusesOtherNumber,
    /// The sign of each mark, empty where no mark is put.
    PaperSigns(Vec<(Mark, &'a str)>),
    UnmarkedAbstains,
    OtherSign,
    OtherThanApprovalAbstains,
    UnclearMark,
    UnclearBallotIsVoid,
    BreachAbstainsInCategory(Selection),
    BreachInAnyCategoryIsVoid(Selection),
    BreachIsVoid(Selection),
    BlankPaperAbstains,
    BlankPaperBySigns,
    DoubtfulBallot,
    VoidAndBlankCollected,
    VoidCollected,
    EmptyBox,
    KeyCards {
        by_holders: bool,
        cards: Option<u32>,
        threshold: Option<u32>,
        /// The fewest ballots whose totals are opened.
        fewest: u32,
    },
    AccountOfBallots,
    RoundBrokenOff,
    VotedAgain,
    Majority(Majority),
    Cut(Scope),
    /// What a tie at the cut is; the next sentence says what is done.
    TieAtCut(Scope),
    TieToFurtherRound,
    TieAllAdopted,
    TieNoneAdopted,
    TieByLot,
    /// `but_for_ties`: the article before says otherwise of ties.
    MissingSeatsStayEmpty {
        scope: Scope,
        but_for_ties: bool,
    },
    MissingSeatsToFurtherRound {
        scope: Scope,
        but_for_ties: bool,
    },
    /// Until which round, from 1, a further one may follow.
    FurtherRoundsUntil(u32),
    FurtherRound {
        selection: Selection,
        scope: Scope,
    },
    FurtherRoundForTie(FurtherMajority),
    FurtherRoundForTooFew(FurtherMajority),
    TiesFirst,
    ResultReported,
    ResolutionPassed,
    PublishedByList,
    /// `again`: those of a further round come after those of the round before.
    PublishedByVotes {
        scope: Scope,
        again: bool,
    },
    Definitions,
    InForce,
}

/// What a measure rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Basis {
    OrganicLaw,
    /// A street is no level of government, and the law says nothing of its assembly.
    ProvisionsInForce,
}

/// By how much the candidates must exceed the seats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Margin {
    Nothing,
    Double,
    Share(Fraction),
}

impl From<Fraction> for Margin {
    fn from(margin: Fraction) -> Self {
        match (margin.numerator(), margin.denominator()) {
            (0, _) => Self::Nothing,
            (1, 1) => Self::Double,
            _ => Self::Share(margin),
        }
    }
}

/// How many scrutineers there are beside the chief.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Others {
    Unknown,
    Number(usize),
}

/// What the seats are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    List,
    Category,
}

/// The articles in their order; those that the rules leave nothing to say are left out.
pub(super) fn articles<'a>(measure: &'a VotingMeasure<'_>) -> Vec<Article<'a>> {
    let articles = [
        voting::purpose(measure),
        voting::voters(measure),
        voting::seats(measure),
        voting::quorum(measure),
        voting::scrutineers(measure),
        voting::secret_ballot(),
        voting::one_ballot(),
        voting::marking(measure),
        voting::paper(measure),
        voting::validity(measure.rules),
        voting::poll(measure),
        deciding::account(),
        deciding::majority(measure),
        deciding::cut(measure),
        deciding::tie(measure),
        deciding::too_few(measure),
        deciding::further_rounds(measure),
        deciding::result(),
        deciding::order(measure),
        vec![vec![Sentence::Definitions]],
        vec![vec![Sentence::InForce]],
    ];
    articles.into_iter().filter(|paragraphs| !paragraphs.is_empty()).collect()
}

//! From closing the poll to the announcement.

use super::{closed_round, holders_count::shares};
use crate::{
    act::{Office, Witnessed},
    errors::{ActsError, OfficeError},
    log::Event,
    store::{Section, ballots, rounds},
};
use ballot_box::{BallotBoxError, Election, EncryptedTotals, KeyCard, OpeningShare, SealedBallot, Totals};
use procedure::{
    count::{Ballots, Votes},
    number::CandidateNumber,
    round::{Closed, Counted, Counting, Round},
    tally::Total,
};

/// Counts a closed round with the scrutineers' cards: verifies every ballot, adds them up, opens the totals, computes
/// them a second time, decides. A round that the account voids is not opened. `progress` is called with the number of
/// ballots verified, from several threads, and says whether to go on: where it doesn't, nothing has happened.
pub fn count(
    office: &mut Office,
    by: &Witnessed,
    cards: &[KeyCard],
    progress: &(impl Fn(usize) -> bool + Sync),
) -> Result<(), OfficeError> {
    count_with(office, by, Presented::Cards(cards), progress)
}

/// Counts a closed round as [`count`] does, with the shares that the holders of its key have brought.
pub fn count_with_openings(
    office: &mut Office,
    by: &Witnessed,
    progress: &(impl Fn(usize) -> bool + Sync),
) -> Result<(), OfficeError> {
    count_with(office, by, Presented::Openings, progress)
}

/// With what totals are opened.
#[derive(Clone, Copy)]
enum Presented<'a> {
    /// The scrutineers' key cards.
    Cards(&'a [KeyCard]),
    /// The shares that the holders of a distributed key have brought.
    Openings,
}

fn count_with(
    office: &mut Office,
    by: &Witnessed,
    presented: Presented<'_>,
    progress: &(impl Fn(usize) -> bool + Sync),
) -> Result<(), OfficeError> {
    office.refuse_at_a_kiosk()?;
    let closed = office.round_in::<Closed>()?;
    let round = closed.contest.round();
    let void = Ballots(office.store.void_paper(round)?.0 + office.store.void_slips(round)?.0);
    let opened = match closed.void_reason() {
        Some(_) => None,
        None => Some(open_totals(office, &closed, presented, progress)?),
    };
    let totals = opened.as_ref().map(|opened| by_candidate(&closed, &opened.totals)).unwrap_or_default();
    match closed.count(void, &totals)? {
        Counting::Void(void) => {
            let reason = void.reason();
            office.move_round(by, void, Event::FoundVoid { round, reason })
        }
        Counting::Counted(counted) => {
            let cards = match presented {
                Presented::Cards(cards) => cards.iter().map(KeyCard::holder).collect(),
                Presented::Openings => {
                    opened.iter().flat_map(|opened| &opened.shares).map(OpeningShare::holder).collect()
                }
            };
            let sections = [Section::Round(round), Section::Opening(round)];
            let counted = Round::from(counted);
            office.act(by, &sections, Event::Counted { round, cards }, |transaction, _| {
                rounds::put(transaction, &counted)?;
                match &opened {
                    Some(opened) => {
                        ballots::put_opening(transaction, round, &opened.encrypted, &opened.shares)
                    }
                    None => Ok(()),
                }
            })
        }
    }
}

struct Opened {
    encrypted: EncryptedTotals,
    shares: Vec<OpeningShare>,
    totals: Totals,
}

fn open_totals(
    office: &mut Office,
    closed: &Closed,
    presented: Presented<'_>,
    progress: &(impl Fn(usize) -> bool + Sync),
) -> Result<Opened, OfficeError> {
    let election = office.election(&closed.contest)?;
    let ballots = closed_round::ballots(office, closed)?;
    let encrypted = election.add_up(&ballots, progress)?;
    if ballots.is_empty() {
        return Ok(Opened { encrypted, shares: Vec::new(), totals: nothing(&election) });
    }
    let shares = match presented {
        Presented::Cards(cards) => shares_of(office, &election, cards, &encrypted)?,
        Presented::Openings => shares(office, closed, &election, &encrypted)?,
    };
    let totals = open_twice(&election, &ballots, &encrypted, &shares)?;
    Ok(Opened { encrypted, shares, totals })
}

/// The shares that distinct cards of the key give.
fn shares_of(
    office: &mut Office,
    election: &Election,
    cards: &[KeyCard],
    totals: &EncryptedTotals,
) -> Result<Vec<OpeningShare>, BallotBoxError> {
    let mut shares = Vec::new();
    for card in distinct(cards)? {
        shares.push(card.check(election.key())?.open_share(totals, &mut office.randomness)?);
    }
    Ok(shares)
}

/// Opens the totals on both paths; a difference blocks the result.
fn open_twice(
    election: &Election,
    ballots: &[SealedBallot],
    encrypted: &EncryptedTotals,
    shares: &[OpeningShare],
) -> Result<Totals, BallotBoxError> {
    let totals = election.open(encrypted, shares)?;
    election.confirm(ballots, encrypted, shares, &totals)?;
    Ok(totals)
}

fn distinct(cards: &[KeyCard]) -> Result<&[KeyCard], BallotBoxError> {
    for (index, card) in cards.iter().enumerate() {
        let holder = card.holder();
        if cards[..index].iter().any(|other| other.holder() == holder) {
            return Err(BallotBoxError::CardTwice { holder });
        }
    }
    Ok(cards)
}

fn nothing(election: &Election) -> Totals {
    let none = vec![Votes(0); election.candidates()];
    Totals { approve: none.clone(), oppose: none }
}

/// The totals by the candidates' numbers; no oppositions where the ballot took none.
fn by_candidate(closed: &Closed, totals: &Totals) -> Vec<Total> {
    let opposed = totals.oppose.iter().copied().chain(std::iter::repeat(Votes(0)));
    let candidates = closed.contest.list.candidates().iter();
    candidates
        .zip(totals.approve.iter().zip(opposed))
        .map(|(candidate, (approve, oppose))| Total {
            number: candidate.number.clone(),
            approve: *approve,
            oppose,
        })
        .collect()
}

/// Enters whom the lots drawn in public adopt.
pub fn draw_lots(office: &mut Office, by: &Witnessed, drawn: &[CandidateNumber]) -> Result<(), OfficeError> {
    let counted = office.round_in::<Counted>()?;
    if !counted.decision.drawn().is_empty() {
        return Err(ActsError::LotsDrawn.into());
    }
    let counted = counted.draw_lots(drawn)?;
    let round = counted.contest().round();
    let event = Event::LotsDrawn { round, drawn: counted.decision.drawn() };
    office.move_round(by, counted, event)
}

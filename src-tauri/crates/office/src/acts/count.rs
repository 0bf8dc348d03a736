//! From closing the poll to the announcement.

use super::{ActsError, Office, Operator, Witnessed};
use crate::{
    audit::Event,
    error::OfficeError,
    session::Profile,
    store::{
        StoreError,
        attendance::{self, Handed},
        ballots, kiosks,
        parts::Part,
        rounds,
        slots::{self, OpenBox, Slot, SlotState},
    },
};
use ballot_box::{BallotBoxError, Election, EncryptedTotals, KeyCard, OpeningShare, SealedBallot, Totals};
use procedure::{
    account::Figures,
    contest::Contest,
    count::{Ballots, Votes},
    round::{ActError, Closed, Closing, Confirmed, Counted, Counting, Polling, Round, Signatures},
    tally::Total,
};
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;

/// What the tellers counted by hand when the poll was closed: the independent witness of the box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tray {
    /// Spent slips in the trays.
    pub slips: u32,
    /// Paper ballots, valid and void.
    pub paper: u32,
}

impl Tray {
    const fn ballots(self) -> Ballots {
        Ballots(self.slips.saturating_add(self.paper))
    }
}

/// Closes the poll: checks the box against the slips in the tray, takes the outer envelopes off, fixes the root.
///
/// Where box and tray differ, or more lies there than was handed out, the poll stays open unless the scrutineers state in
/// writing how they decide.
pub fn close_poll(
    office: &mut Office,
    by: &Witnessed,
    tray: Tray,
    statement: Option<String>,
) -> Result<(), OfficeError> {
    let round = office.round()?;
    let number = super::number(&round);
    if !matches!(round, Round::Polling(_) | Round::Suspended(_)) {
        return Err(ActError::WrongState { needed: "polling", found: round.state() }.into());
    }
    super::kiosks::refuse_unsettled(office, number)?;
    let keys = office.store.keys(number)?.ok_or(ActsError::NoRound)?;
    let void = Void { slips: office.store.void_slips(number)?, paper: office.store.void_paper(number)? };
    let missing = kiosks::missing(office.store.read(), number)?;
    let (present, issued) = office.store.attendance(number)?;
    let open = OpenBox { station: office.store.station(), round: number };
    let slots = slots::verified(office.store.read(), open, &keys)?;
    let in_box = in_box(&slots, keys.paper, void);
    if statement.as_deref().is_none_or(|statement| statement.trim().is_empty()) {
        check_tray(office, number, in_box, missing, tray)?;
    }
    let collected = in_box.ballots();
    let root = ballots::root_of(&slots);
    let closing = Closing { present, issued, collected, root: root.clone() };
    let closed = Round::from(match round {
        Round::Suspended(suspended) => suspended.close(closing)?,
        other => Polling::try_from(other)?.close(closing)?,
    });
    let event = Event::PollClosed { round: number, issued, collected, tray, root, statement, missing };
    let parts = [
        Part::Round(number),
        Part::Slips(number),
        Part::Ballots(number),
        Part::SpentAt(number),
        Part::DisputedBallots(number),
    ];
    office.act(by, &parts, event, |transaction, _| {
        rounds::put(transaction, &closed)?;
        kiosks::take_outer_envelopes_off(transaction, number)?;
        ballots::seal_box(transaction, number, slots)
    })
}

/// What is collected and void: nothing of it is in the box.
#[derive(Clone, Copy)]
struct Void {
    /// Slips that were spent at two kiosks.
    slips: Ballots,
    /// Paper ballots.
    paper: Ballots,
}

/// What was collected, by what it was cast with.
fn in_box(slots: &[Slot], paper_slots: u32, void: Void) -> Tray {
    let count = |state: SlotState| {
        u32::try_from(slots.iter().filter(|slot| slot.state == state).count()).unwrap_or(u32::MAX)
    };
    // The box was verified: no more paper slots are unused than there are, nor more used than are spent.
    let paper = paper_slots.saturating_sub(count(SlotState::UnusedPaper));
    let slips = count(SlotState::Spent).saturating_sub(paper);
    Tray { slips: slips.saturating_add(void.slips.0), paper: paper.saturating_add(void.paper.0) }
}

/// Box and tray must agree, and each kind of ballot must have been handed out. Slips of lost kiosks are in the tray, and
/// their ballots are missing.
fn check_tray(
    office: &Office,
    round: u32,
    in_box: Tray,
    missing: u32,
    tray: Tray,
) -> Result<(), OfficeError> {
    let slips = in_box.slips.saturating_add(missing);
    if (Tray { slips, ..in_box }) != tray {
        return Err(
            ActsError::BoxDiffersFromTray { in_box: in_box.ballots(), in_tray: tray.ballots() }.into()
        );
    }
    let handed = |handed| attendance::handed(office.store.read(), round, handed);
    let out = Tray { slips: handed(Handed::Slip)?, paper: handed(Handed::Paper)? };
    if slips > out.slips || in_box.paper > out.paper {
        return Err(ActsError::MoreThanHandedOut { in_box: in_box.ballots(), handed: out.ballots() }.into());
    }
    Ok(())
}

/// Counts a closed round with the scrutineers' cards: verifies every ballot, adds them up, opens the totals, computes
/// them a second time, decides. A round that the account voids is not opened. `progress` is called with the number of
/// ballots verified, from several threads, and says whether to go on: where it doesn't, nothing has happened.
pub fn count(
    office: &mut Office,
    by: &Witnessed,
    cards: &[KeyCard],
    progress: &(impl Fn(usize) -> bool + Sync),
) -> Result<(), OfficeError> {
    office.refuse_at_a_kiosk()?;
    let closed = office.round_in::<Closed>()?;
    let round = closed.contest.round();
    let void = Ballots(office.store.void_paper(round)?.0 + office.store.void_slips(round)?.0);
    let opened = match closed.void_reason() {
        Some(_) => None,
        None => Some(open_totals(office, &closed, cards, progress)?),
    };
    let totals = opened.as_ref().map(|opened| by_candidate(&closed, &opened.totals)).unwrap_or_default();
    match closed.count(void, &totals)? {
        Counting::Void(void) => {
            let reason = void.reason();
            office.move_round(by, void, Event::FoundVoid { round, reason })
        }
        Counting::Counted(counted) => {
            let cards = cards.iter().map(KeyCard::holder).collect();
            let parts = [Part::Round(round), Part::Opening(round)];
            let counted = Round::from(counted);
            office.act(by, &parts, Event::Counted { round, cards }, |transaction, _| {
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
    cards: &[KeyCard],
    progress: &(impl Fn(usize) -> bool + Sync),
) -> Result<Opened, OfficeError> {
    let contest = &closed.contest;
    let round = contest.round();
    let keys = office.store.keys(round)?.ok_or(ActsError::NoRound)?;
    let election = Election::new(&keys.election, &contest.form()?, rounds::digest(contest))?;
    let ballots = office.store.ballots(round, &closed.closing.root)?;
    let encrypted = election.add_up(&ballots, progress)?;
    if ballots.is_empty() {
        return Ok(Opened { encrypted, shares: Vec::new(), totals: nothing(&election) });
    }
    let mut shares = Vec::new();
    for card in distinct(cards)? {
        shares.push(card.check(&keys.election)?.open_share(&encrypted, &mut office.randomness)?);
    }
    let totals = open_twice(&election, &ballots, &encrypted, &shares)?;
    Ok(Opened { encrypted, shares, totals })
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
            id: candidate.number.clone(),
            approve: *approve,
            oppose,
        })
        .collect()
}

/// Enters whom the lots drawn in public adopt.
pub fn draw_lots(office: &mut Office, by: &Witnessed, drawn: &[String]) -> Result<(), OfficeError> {
    let counted = office.round_in::<Counted>()?;
    if !counted.drawn.is_empty() {
        return Err(ActsError::LotsDrawn.into());
    }
    let counted = counted.draw_lots(drawn)?;
    let round = counted.contest().round();
    let event = Event::LotsDrawn { round, drawn: counted.drawn.clone() };
    office.move_round(by, counted, event)
}

/// The scrutineers and tellers have signed the result.
pub fn confirm(office: &mut Office, by: &Witnessed, signatures: Signatures) -> Result<(), OfficeError> {
    refuse_strangers(&office.store.profile()?, &signatures)?;
    let confirmed = office.round_in::<Counted>()?.confirm(signatures)?;
    let round = confirmed.counted.contest().round();
    office.move_round(by, confirmed, Event::Confirmed { round })
}

/// Only those sign whom the session has appointed.
fn refuse_strangers(profile: &Profile, signatures: &Signatures) -> Result<(), ActsError> {
    let text = profile.text();
    let scrutineer = signatures.scrutineers.iter().find(|name| !text.scrutineers.contains(name));
    let teller = signatures.tellers.iter().find(|name| !text.tellers.contains(name));
    let chief = Some(&signatures.chief).filter(|chief| **chief != text.chief);
    match chief.or(scrutineer).or(teller) {
        Some(name) => Err(ActsError::NotAppointed { name: name.clone() }),
        None => Ok(()),
    }
}

/// Ends a round that can't go on, by a decision of the presidium that states why. It can be voted again.
pub fn end_by_decision(office: &mut Office, by: &Witnessed, statement: &str) -> Result<(), OfficeError> {
    let ending = office.round()?;
    let round = super::number(&ending);
    let figures = figures_so_far(office, &ending)?;
    let void = ending.end_by_decision(statement.to_owned(), figures)?;
    let event = Event::EndedByDecision { round, statement: statement.to_owned() };
    let void = Round::from(void);
    let parts = [Part::Round(round), Part::SpentAt(round), Part::DisputedBallots(round)];
    office.act(by, &parts, event, |transaction, _| {
        rounds::put(transaction, &void)?;
        kiosks::take_outer_envelopes_off(transaction, round)?;
        slots::clear(transaction)
    })
}

/// The account as far as it is known: of the hall and the open box, or as it was when the poll was closed.
fn figures_so_far(office: &Office, round: &Round) -> Result<Figures, OfficeError> {
    let delegates = round.contest().delegates;
    Ok(match round {
        Round::Counted(counted) => counted.account.into(),
        Round::Closed(Closed { closing: Closing { present, issued, collected, .. }, .. }) => {
            Figures { delegates, present: *present, issued: *issued, collected: *collected, void: Ballots(0) }
        }
        _ => {
            let (present, issued) = office.store.attendance(super::number(round))?;
            Figures { delegates, present, issued, collected: office.turnout()?.0, void: Ballots(0) }
        }
    })
}

/// Announces the result today.
pub fn announce(office: &mut Office, by: &Operator) -> Result<(), OfficeError> {
    let today = office.clock.today();
    let announced = office.round_in::<Confirmed>()?.announce(today);
    let round = announced.counted.contest().round();
    office.move_round(by, announced, Event::Announced { round })
}

/// The contests that are called for and not yet voted on, in the order in which they are to be held: a void round
/// again, then what earlier rounds called for.
pub fn pending_contests(office: &Office) -> Result<Vec<Contest>, StoreError> {
    Ok(pending_after(&office.store.rounds()?))
}

/// The contests that these rounds, from the first on, call for and don't hold.
pub(crate) fn pending_after(rounds: &[Round]) -> Vec<Contest> {
    let mut pending: VecDeque<Contest> = VecDeque::new();
    for (index, round) in rounds.iter().enumerate() {
        if index > 0 {
            pending.pop_front();
        }
        match round {
            Round::Counted(counted) => pending.extend(counted.further_contests()),
            Round::Confirmed(confirmed) => pending.extend(confirmed.counted.further_contests()),
            Round::Announced(announced) => pending.extend(announced.counted.further_contests()),
            Round::Void(void) => pending.push_front(void.again()),
            _ => {}
        }
    }
    pending.into()
}

//! The end of a round: signed, announced, or ended by decision; which contest comes next; and the end of the key cards.

use crate::{
    act::{Office, Operator, Witnessed, check_statement},
    errors::{ActsError, OfficeError, StoreError},
    log::{Entry, Event},
    store::{Section, kiosks, rounds, slots},
};
use procedure::{
    account::Figures,
    contest::Contest,
    count::{Ballots, counted},
    round::{Closed, Closing, Confirmed, Counted, Round, Signatures},
};
use session_model::{Attendance, Profile};
use std::collections::{BTreeSet, VecDeque};

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

/// Announces the result today.
pub fn announce(office: &mut Office, by: &Operator) -> Result<(), OfficeError> {
    let today = office.clock.today();
    let announced = office.round_in::<Confirmed>()?.announce(today);
    let round = announced.counted.contest().round();
    office.move_round(by, announced, Event::Announced { round })
}

/// Ends a round that can't go on, by a decision of the presidium that states why. It can be voted again.
pub fn end_by_decision(office: &mut Office, by: &Witnessed, statement: &str) -> Result<(), OfficeError> {
    let ending = office.round()?;
    let round = ending.number();
    let figures = figures_so_far(office, &ending)?;
    let void = ending.end_by_decision(statement.to_owned(), figures)?;
    check_statement(statement)?;
    let event = Event::EndedByDecision { round, statement: statement.to_owned() };
    let void = Round::from(void);
    let sections = [
        Section::Round(round),
        Section::Kiosks(round),
        Section::SpentAt(round),
        Section::DisputedBallots(round),
    ];
    office.act(by, &sections, event, |transaction, _| {
        rounds::put(transaction, &void)?;
        kiosks::take_outer_envelopes_off(transaction, round)?;
        slots::clear(transaction)
    })?;
    office.only_ended = None;
    Ok(())
}

/// Ends the session though further rounds are called for, by a decision of the presidium that states why. Fails while a round
/// goes on, and where none is called for.
pub fn end_rounds(office: &mut Office, by: &Witnessed, statement: &str) -> Result<(), OfficeError> {
    let round = office.round()?;
    if !matches!(round, Round::Announced(_) | Round::Void(_)) {
        return Err(ActsError::RoundUnfinished { state: round.state() }.into());
    }
    if pending_contests(office)?.is_empty() {
        return Err(ActsError::NothingToVote.into());
    }
    check_statement(statement)?;
    let event = Event::RoundsEnded { statement: statement.to_owned() };
    office.act(by, &[], event, |_, _| Ok(()))
}

/// Whether it was stated, after the latest round, why no further one is held.
pub fn rounds_are_ended(office: &Office) -> Result<bool, OfficeError> {
    let events = office.store.events()?;
    let is_told = |event: &&Event| matches!(event, Event::RoundBegun { .. } | Event::RoundsEnded { .. });
    let last = events.iter().rev().find(is_told);
    Ok(matches!(last, Some(Event::RoundsEnded { .. })))
}

/// The account as far as it is known: of the hall and the open box, or as it was when the poll was closed.
fn figures_so_far(office: &Office, round: &Round) -> Result<Figures, OfficeError> {
    let delegates = round.contest().delegates;
    Ok(match round {
        Round::Counted(counted) => counted.account.into(),
        Round::Closed(Closed { closing: Closing { present, issued, collected, .. }, .. }) => {
            Figures { delegates, present: *present, issued: *issued, collected: *collected, void: Ballots(0) }
        }
        Round::Draft(_)
        | Round::Adopted(_)
        | Round::Sealed(_)
        | Round::CheckIn(_)
        | Round::Polling(_)
        | Round::Suspended(_)
        | Round::Confirmed(_)
        | Round::Announced(_)
        | Round::Void(_) => {
            let Attendance { present, issued } = office.store.attendance(round.number())?;
            Figures { delegates, present, issued, collected: office.turnout()?.cast, void: Ballots(0) }
        }
    })
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
            Round::Draft(_)
            | Round::Adopted(_)
            | Round::Sealed(_)
            | Round::CheckIn(_)
            | Round::Polling(_)
            | Round::Suspended(_)
            | Round::Closed(_) => {}
        }
    }
    pending.into()
}

/// Key cards were destroyed. Fails while something may still be opened with them, and for a card that isn't left.
pub fn destroy_cards(office: &mut Office, by: &Witnessed, cards: &[u32]) -> Result<(), OfficeError> {
    if !can_destroy_cards(office)? {
        return Err(ActsError::CardsStillNeeded.into());
    }
    let left = cards_left(office)?;
    let cards: BTreeSet<u32> = cards.iter().copied().collect();
    if let Some(card) = cards.difference(&left).next() {
        return Err(ActsError::CardUnknown { card: *card }.into());
    }
    if cards.is_empty() {
        return Err(ActsError::NoCardNamed.into());
    }
    let event = Event::CardsDestroyed { cards: cards.into_iter().collect() };
    office.act(by, &[], event, |_, _| Ok(()))
}

/// Whether nothing more is to be opened with the cards: the last result is announced, and no round is pending.
pub fn can_destroy_cards(office: &Office) -> Result<bool, OfficeError> {
    let is_announced = matches!(office.store.latest_round()?, Some(Round::Announced(_)));
    Ok(is_announced && pending_contests(office)?.is_empty())
}

/// The numbers of the cards that were not destroyed.
pub fn cards_left(office: &Office) -> Result<BTreeSet<u32>, OfficeError> {
    let mut left: BTreeSet<u32> = (1..=counted(office.store.profile()?.card_holders().len())).collect();
    for logged in office.store.log()? {
        let entry: Entry = serde_json::from_str(&logged.entry).map_err(StoreError::from)?;
        if let Event::CardsDestroyed { cards } = entry.event {
            left.retain(|card| !cards.contains(card));
        }
    }
    Ok(left)
}

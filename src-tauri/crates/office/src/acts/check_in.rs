//! Check-in: who is present and was handed a slip or a paper ballot, and slips that are exchanged.

use crate::{
    act::{Office, Operator, Witnessed},
    errors::{ActsError, KioskError, OfficeError},
    log::Event,
    store::{
        Section, attendance, kiosks, rounds, session,
        slots::{self, OpenBox, SlotState},
    },
};
use ballot_box::{SlipCode, SlipTag};
use procedure::{
    count::{Delegates, Issued},
    number::{DelegateNumber, RoundNumber},
    round::{CheckIn, Round, Sealed},
    rules::LateArrival,
};
use rand::RngCore as _;
use session_model::{Attendance, Handed, KioskState};

/// Opens check-in.
pub fn open_check_in(office: &mut Office, by: &Operator) -> Result<(), OfficeError> {
    let check_in = office.round_in::<Sealed>()?.open_check_in();
    let round = check_in.contest.round();
    let mut salt = [0; 32];
    office.randomness.fill_bytes(&mut salt);
    let sections = [Section::Round(round), Section::Attendance(round)];
    office.act(by, &sections, Event::CheckInOpened { round }, |transaction, _| {
        rounds::put(transaction, &check_in.into())?;
        attendance::put_salt(transaction, round, &salt)
    })
}

/// Marks a delegate present, who draws a slip by hand or takes a paper ballot. Which slip is written nowhere.
pub fn check_in(
    office: &mut Office,
    by: &Operator,
    delegate: &DelegateNumber,
    handed: Handed,
) -> Result<(), OfficeError> {
    let round = office.round()?;
    refuse_too_late(&round)?;
    let number = round.number();
    refuse_unknown(office, delegate)?;
    if attendance::find(office.store.read(), number, delegate)?.is_some_and(|before| before != Handed::None) {
        return Err(ActsError::AlreadyPresent { number: delegate.clone() }.into());
    }
    refuse_without_slips(office, number, handed)?;
    let Attendance { present, issued } = office.store.attendance(number)?;
    let newly = u32::from(attendance::find(office.store.read(), number, delegate)?.is_none());
    let event = Event::CheckedIn {
        round: number,
        delegate: delegate.clone(),
        present: Delegates(present.0 + newly),
        issued: Issued(issued.0 + u32::from(handed != Handed::None)),
    };
    office.act(by, &[Section::Attendance(number)], event, |transaction, _| {
        attendance::put(transaction, number, delegate, handed)
    })
}

/// Takes a check-in back; the slip goes back to the pile. Only before the poll is open.
pub fn undo_check_in(
    office: &mut Office,
    by: &Operator,
    delegate: &DelegateNumber,
) -> Result<(), OfficeError> {
    let round = office.round()?;
    if !matches!(round, Round::CheckIn(_)) {
        return Err(ActsError::TooLateToUndo.into());
    }
    let number = round.number();
    if attendance::find(office.store.read(), number, delegate)?.is_none() {
        return Err(ActsError::NotPresent { number: delegate.clone() }.into());
    }
    let present = office.store.attendance(number)?.present;
    let event = Event::CheckInUndone {
        round: number,
        delegate: delegate.clone(),
        present: Delegates(present.0.saturating_sub(1)),
    };
    office.act(by, &[Section::Attendance(number)], event, |transaction, _| {
        attendance::remove(transaction, number, delegate)
    })
}

/// Ends a round for which no quorum came.
pub fn void_for_quorum(office: &mut Office, by: &Witnessed) -> Result<(), OfficeError> {
    let check_in = office.round_in::<CheckIn>()?;
    let round = check_in.contest.round();
    let present = office.store.attendance(round)?.present;
    let void = check_in.void_for_quorum(present)?;
    let reason = void.reason();
    office.move_round(by, void, Event::FoundVoid { round, reason })
}

/// Exchanges a damaged slip whose code can still be read: it is cancelled, and the delegate draws another.
pub fn exchange_slip(office: &mut Office, by: &Witnessed, code: &SlipCode) -> Result<(), OfficeError> {
    let latest = office.round()?;
    if !matches!(latest, Round::CheckIn(_) | Round::Polling(_) | Round::Suspended(_)) {
        return Err(ActsError::RoundUnfinished { state: latest.state() }.into());
    }
    let round = latest.number();
    let keys = office.store.keys(round)?.ok_or(ActsError::SlipUnknown)?;
    let tag = keys.slips.tag(code);
    match slots::find(office.store.read(), &tag)?.map(|slot| slot.state) {
        Some(SlotState::Unused) => {}
        Some(SlotState::Spent) => return Err(ActsError::SlipSpent.into()),
        Some(SlotState::Cancelled) => return Err(ActsError::SlipCancelled.into()),
        Some(SlotState::UnusedPaper) | None => return Err(ActsError::SlipUnknown.into()),
    }
    refuse_uncertain_exchange(office, round, &tag)?;
    refuse_without_slips(office, round, Handed::Slip)?;
    office.act(by, &[], Event::SlipExchanged { round }, |transaction, station| {
        slots::cancel(transaction, OpenBox { station, round }, &tag)
    })
}

/// While a remote kiosk could take a slip, nobody knows here whether it did: a code that can be read can be typed there.
fn refuse_uncertain_exchange(office: &Office, round: RoundNumber, tag: &SlipTag) -> Result<(), OfficeError> {
    let zone = kiosks::zone_of(office.store.read(), round, tag)?;
    let known = kiosks::all(office.store.read(), round)?;
    let uncertain =
        known.iter().any(|kiosk| kiosk.identity.zone == zone && kiosk.state != KioskState::Merged);
    if uncertain {
        Err(KioskError::ExchangeUncertain { zone: zone.number(), colour: zone.colour() }.into())
    } else {
        Ok(())
    }
}

fn refuse_too_late(round: &Round) -> Result<(), OfficeError> {
    match round {
        Round::CheckIn(_) => Ok(()),
        Round::Polling(_) | Round::Suspended(_)
            if round.contest().rules.late_arrival == LateArrival::UntilClose =>
        {
            Ok(())
        }
        Round::Polling(_) | Round::Suspended(_) => Err(ActsError::NoLateArrivals.into()),
        other => Err(ActsError::RoundUnfinished { state: other.state() }.into()),
    }
}

fn refuse_unknown(office: &Office, number: &DelegateNumber) -> Result<(), OfficeError> {
    match session::delegate(office.store.read(), number)? {
        None => Err(ActsError::DelegateUnknown { number: number.clone() }.into()),
        Some(delegate) if !delegate.in_office => {
            Err(ActsError::DelegateNotInOffice { number: number.clone() }.into())
        }
        Some(_) => Ok(()),
    }
}

/// Slips and paper ballots are handed out while there are any.
fn refuse_without_slips(office: &Office, round: RoundNumber, handed: Handed) -> Result<(), OfficeError> {
    let (slips, paper) = slots::made(office.store.read())?;
    let out = attendance::handed(office.store.read(), round, handed)?;
    match handed {
        Handed::Slip if out >= slips => Err(ActsError::NoSlipLeft.into()),
        Handed::Paper if out >= paper => Err(ActsError::NoPaperLeft.into()),
        Handed::Slip | Handed::Paper | Handed::None => Ok(()),
    }
}

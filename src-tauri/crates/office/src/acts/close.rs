//! Closing the poll: the box is checked against the tray, and its root fixed.

use super::{
    piles::{self, PileCheck, refuse_unless_open},
    remote_kiosks,
};
use crate::{
    act::{Office, Witnessed, check_statement},
    errors::{ActsError, OfficeError},
    log::{Event, PollClosed},
    store::{
        Section, annulled, attendance, ballots, kiosks, open_box, rounds,
        slots::{OpenBox, Slot, SlotState},
    },
};
use procedure::{
    count::{Ballots, counted},
    number::RoundNumber,
    round::{Closing, Polling, Round},
};
use session_model::{Attendance, Handed, Tray};

/// Closes the poll: checks the box against the slips in the tray, takes the outer envelopes off, fixes the root.
///
/// Where box and tray differ, or more is in them than was handed out, the poll stays open unless the scrutineers state in
/// writing how they decide. The left-over slips are checked by code before, and the tray's where they were scanned.
pub fn close_poll(
    office: &mut Office,
    by: &Witnessed,
    tray: Tray,
    statement: Option<String>,
    check: &PileCheck,
) -> Result<(), OfficeError> {
    let round = office.round()?;
    let number = round.number();
    refuse_unless_open(&round)?;
    remote_kiosks::refuse_unsettled(office, number)?;
    let keys = office.store.keys(number)?.ok_or(ActsError::NoRound)?;
    let void = void(office, number)?;
    let missing = kiosks::missing(office.store.read(), number)?;
    let Attendance { present, issued } = office.store.attendance(number)?;
    let open = OpenBox { station: office.store.station(), round: number };
    let slots = open_box::verified(office.store.read(), open, &keys)?;
    let in_box = in_box(&slots, keys.paper, void);
    let statement = statement.filter(|statement| !statement.trim().is_empty());
    match &statement {
        Some(statement) => check_statement(statement)?,
        None => check_tray(office, number, (in_box, void), missing, tray)?,
    }
    let (piles, unchecked) = piles::at_close(office, number, tray, statement.is_some(), check)?;
    let collected = Ballots(in_box.ballots().0.saturating_add(void.annulled));
    let (root, election) = (ballots::root_of(&slots), office.election(round.contest())?);
    let closing = Closing { present, issued, collected, root: root.clone() };
    let closed = Round::from(match round {
        Round::Suspended(suspended) => suspended.close(closing)?,
        other => Polling::try_from(other)?.close(closing)?,
    });
    let event = Event::PollClosed(PollClosed {
        round: number,
        issued,
        collected,
        tray,
        root,
        statement,
        missing,
        piles,
        unchecked,
    });
    let sections = [
        Section::Round(number),
        Section::Slips(number),
        Section::Ballots(number),
        Section::Kiosks(number),
        Section::SpentAt(number),
        Section::DisputedBallots(number),
    ];
    office.act(by, &sections, event, |transaction, _| {
        rounds::put(transaction, &closed)?;
        kiosks::take_outer_envelopes_off(transaction, number)?;
        ballots::seal_box(transaction, number, &election, slots)
    })
}

/// What the trays hold by the box while the poll is open: spent slips and void ones, those in dispute, those of lost kiosks,
/// and paper ballots.
pub(super) fn tray_by_box(office: &Office, round: RoundNumber) -> Result<Tray, OfficeError> {
    let keys = office.store.keys(round)?.ok_or(ActsError::NoRound)?;
    let open = OpenBox { station: office.store.station(), round };
    let slots = open_box::verified(office.store.read(), open, &keys)?;
    let in_box = in_box(&slots, keys.paper, void(office, round)?);
    let disputes = kiosks::disputes(office.store.read(), round)?;
    let undecided = disputes.iter().filter(|dispute| dispute.decision.is_none()).count();
    let beside = kiosks::missing(office.store.read(), round)?.saturating_add(counted(undecided));
    Ok(Tray { slips: in_box.slips.saturating_add(beside), ..in_box })
}

fn void(office: &Office, round: RoundNumber) -> Result<Void, OfficeError> {
    let annulled = annulled::count(office.store.read(), round)?;
    let slips = kiosks::void_slips(office.store.read(), round)?;
    Ok(Void { slips, annulled, paper: office.store.void_paper(round)? })
}

/// What is collected and void: nothing of it is in the box.
#[derive(Clone, Copy)]
struct Void {
    /// Slips that were spent at two kiosks.
    slips: u32,
    /// Slips of the left-over pile that a ballot was cast with. They are in no tray.
    annulled: u32,
    /// Paper ballots.
    paper: Ballots,
}

/// What the trays hold but for what is missing, by what it was cast with.
fn in_box(slots: &[Slot], paper_slots: u32, void: Void) -> Tray {
    let count = |state: SlotState| counted(slots.iter().filter(|slot| slot.state == state).count());
    // The box was verified: no more paper slots are unused than there are, nor more used than are spent.
    let paper = paper_slots.saturating_sub(count(SlotState::UnusedPaper));
    let slips = count(SlotState::Spent).saturating_sub(paper);
    Tray { slips: slips.saturating_add(void.slips), paper: paper.saturating_add(void.paper.0) }
}

/// Box and tray must agree, and each kind of ballot must have been handed out. Slips of lost kiosks are in the tray, and
/// their ballots are missing.
fn check_tray(
    office: &Office,
    round: RoundNumber,
    (in_box, void): (Tray, Void),
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
    if slips.saturating_add(void.annulled) > out.slips || in_box.paper > out.paper {
        return Err(ActsError::MoreThanHandedOut { in_box: in_box.ballots(), handed: out.ballots() }.into());
    }
    Ok(())
}

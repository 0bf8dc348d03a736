//! The piles of slips at the close, checked by their codes: a slip that a ballot was cast with was drawn by somebody and is in the
//! tray, and one of the left-over pile was not.
//!
//! The piles are shuffled by hand before they are scanned. What was scanned is a set in memory, so that it has no order, and it is
//! written nowhere. Of a slip's slot only the state is looked at. Everything is compared again at the close.

use super::remote_kiosks;
use crate::{
    act::{Office, Witnessed, check_statement},
    errors::{ActsError, OfficeError},
    log::Event,
    store::{
        Section, annulled, attendance, kiosks,
        slots::{self, OpenBox, SlotState},
    },
};
use ballot_box::{SlipCode, SlipTag};
use procedure::{
    count::counted,
    number::RoundNumber,
    round::{ActError, Round, RoundState},
};
use session_model::{Handed, Kept, KioskState, PileCount, Tray, Zone};
use std::collections::{BTreeMap, BTreeSet};
use zeroize::Zeroizing;

/// A pile of slips.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pile {
    /// Those that nobody drew.
    LeftOver,
    /// Those that were collected in the trays.
    Tray,
}

/// The slips that were scanned so far, by their tags, each with what its code ends in. In memory only: who ends the program begins
/// again.
#[derive(Debug, Clone, Default)]
pub struct Piles {
    left_over: Scanned,
    tray: Scanned,
}

type Scanned = BTreeMap<SlipTag, String>;

/// How the piles are checked at the close.
#[derive(Debug, Clone)]
pub enum PileCheck {
    /// By code.
    Scanned {
        /// What was scanned: the left-over slips, and the tray's unless those were counted only.
        piles: Piles,
        /// Slips that were spoiled in printing, and so are in no pile.
        spoiled: u32,
    },
    /// Not at all.
    LeftOut {
        /// Why, in the words of two persons.
        reason: String,
    },
}

/// What was scanned of the piles, beside what should be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PilesStatus {
    /// How many slips should be left over, those that were spoiled in printing with them.
    pub expected: u32,
    /// The left-over slips.
    pub left_over: PileStatus,
    /// The tray's.
    pub tray: PileStatus,
}

/// What was scanned of a pile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PileStatus {
    /// How many slips.
    pub scanned: u32,
    /// Those that don't belong there, in an order that says nothing.
    pub misfits: Vec<Misfit>,
}

/// A slip that was scanned in a pile where it doesn't belong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// The last four characters of its code: enough to find it in the pile.
    pub ending: String,
    /// Why it doesn't belong there.
    pub why: WhyMisfit,
}

/// Why a slip doesn't belong in its pile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyMisfit {
    /// A ballot was cast with it.
    Used,
    /// No ballot was cast with it.
    Unused,
    /// It was exchanged for another.
    Exchanged,
    /// It lay among the left-over ones, and its slot was cancelled.
    Annulled,
    /// It isn't a slip of this round.
    Unknown,
}

/// Scans a slip of a pile. One that was scanned in the other pile is moved.
pub fn scan_slip(office: &Office, piles: &mut Piles, pile: Pile, code: &SlipCode) -> Result<(), OfficeError> {
    office.refuse_at_a_kiosk()?;
    let round = office.round()?;
    refuse_unless_open(&round)?;
    if office.store.record_version()? == 1 {
        return Err(ActsError::PilesNotAsked.into());
    }
    let keys = office.store.keys(round.number())?.ok_or(ActsError::NoRound)?;
    piles.put(pile, keys.slips.tag(code), ending(code));
    Ok(())
}

/// What was scanned so far, compared with the box and with what was handed out.
pub fn piles_status(office: &Office, piles: &Piles) -> Result<PilesStatus, OfficeError> {
    let round = office.round()?.number();
    let slips = Slips::of(office, round)?;
    let status = |pile: Pile| PileStatus {
        scanned: counted(piles.of(pile).len()),
        misfits: slips.misfits(piles, pile).into_iter().map(|(_, misfit)| misfit).collect(),
    };
    Ok(PilesStatus {
        expected: made_and_not_handed_out(office, round)?,
        left_over: status(Pile::LeftOver),
        tray: status(Pile::Tray),
    })
}

/// The piles as they are at the close of a rehearsal, whose codes are in memory: each slip where it belongs, with so many in the tray.
pub fn rehearsed_piles(office: &Office, codes: &[SlipCode], tray: u32) -> Result<PileCheck, OfficeError> {
    let round = office.round()?.number();
    let keys = office.store.keys(round)?.ok_or(ActsError::NoRound)?;
    let (slips, expected) = (Slips::of(office, round)?, made_and_not_handed_out(office, round)?);
    let mut piles = Piles::default();
    let tagged = || codes.iter().map(|code| (keys.slips.tag(code), ending(code)));
    for (tag, ending) in tagged().filter(|(tag, _)| slips.why_not_in_tray(tag).is_none()) {
        piles.put(Pile::Tray, tag, ending);
    }
    for (tag, ending) in tagged().filter(|(tag, _)| slips.why_not_left_over(tag).is_none()) {
        if slips.may_be_lost(&tag) && counted(piles.tray.len()) < tray {
            piles.put(Pile::Tray, tag, ending);
        } else if counted(piles.left_over.len()) < expected {
            piles.put(Pile::LeftOver, tag, ending);
        }
    }
    Ok(PileCheck::Scanned { piles, spoiled: 0 })
}

/// Forgets the slips that were scanned in a pile where they don't belong, once somebody has taken them out of it. Used ones among
/// the left-over slips stay: those two persons decide about.
pub fn take_misfits_out(office: &Office, piles: &mut Piles) -> Result<(), OfficeError> {
    let slips = Slips::of(office, office.round()?.number())?;
    for pile in [Pile::LeftOver, Pile::Tray] {
        for (tag, misfit) in slips.misfits(piles, pile) {
            if (pile, misfit.why) != (Pile::LeftOver, WhyMisfit::Used) {
                piles.of_mut(pile).remove(&tag);
            }
        }
    }
    Ok(())
}

/// Cancels the slot of a slip that a ballot was cast with and that was scanned among the left-over ones: nobody had drawn it. Its
/// ballot is taken out of the box unread, and the slip is collected and void.
pub fn annul_slip(
    office: &mut Office,
    by: &Witnessed,
    piles: &Piles,
    code: &SlipCode,
    reason: &str,
) -> Result<(), OfficeError> {
    let latest = office.round()?;
    refuse_unless_open(&latest)?;
    let round = latest.number();
    remote_kiosks::refuse_unsettled(office, round)?;
    let keys = office.store.keys(round)?.ok_or(ActsError::NoRound)?;
    let tag = keys.slips.tag(code);
    let state = slots::states(office.store.read())?.get(&tag).copied();
    if state != Some(SlotState::Spent) || !piles.left_over.contains_key(&tag) {
        return Err(ActsError::SlipNotLeftOver.into());
    }
    let reason = reason.trim();
    check_statement(reason)?;
    let event = Event::SlipAnnulled { round, slip: tag, reason: reason.to_owned() };
    office.act(by, &[Section::Annulled(round)], event, |transaction, station| {
        slots::set_aside(transaction, OpenBox { station, round }, &keys.slips, &tag)?;
        annulled::put(transaction, round, &tag, reason)
    })
}

/// Fails unless the poll is open, or suspended.
pub(super) fn refuse_unless_open(round: &Round) -> Result<(), ActError> {
    if matches!(round, Round::Polling(_) | Round::Suspended(_)) {
        Ok(())
    } else {
        Err(ActError::WrongState { needed: RoundState::Polling, found: round.state() })
    }
}

/// What the check of the piles comes to at the close, or why it was left out; neither in a session that version 0.1.0 sealed. What
/// doesn't fit in the tray may be answered by a statement, as its number may; what doesn't fit in the left-over pile may not.
pub(super) fn at_close(
    office: &Office,
    round: RoundNumber,
    tray: Tray,
    is_stated: bool,
    check: &PileCheck,
) -> Result<(Option<PileCount>, Option<String>), OfficeError> {
    if office.store.record_version()? == 1 {
        return Ok((None, None));
    }
    let (piles, spoiled) = match check {
        PileCheck::Scanned { piles, spoiled } => (piles, *spoiled),
        PileCheck::LeftOut { reason } => {
            if reason.trim().is_empty() {
                return Err(ActsError::PilesUnchecked.into());
            }
            check_statement(reason)?;
            return Ok((None, Some(reason.clone())));
        }
    };
    let status = piles_status(office, piles)?;
    check_left_over(&status, spoiled)?;
    let tray_by_code = status.tray.scanned > 0 || tray.slips == 0;
    let tray_fits = status.tray.misfits.is_empty() && status.tray.scanned == tray.slips;
    if tray_by_code && !tray_fits && !is_stated {
        let (scanned, slips) = (status.tray.scanned, counted(status.tray.misfits.len()));
        return Err(ActsError::TrayMisfits { slips, scanned, counted: tray.slips }.into());
    }
    let handed = attendance::handed(office.store.read(), round, Handed::Slip)?;
    let left = status.left_over.scanned;
    Ok((Some(PileCount { handed, left, spoiled, tray_by_code: tray_by_code && tray_fits }), None))
}

/// All left-over slips were scanned, and none of them was used.
fn check_left_over(status: &PilesStatus, spoiled: u32) -> Result<(), ActsError> {
    let PileStatus { scanned, misfits } = &status.left_over;
    if !misfits.is_empty() {
        return Err(ActsError::LeftOverMisfits { slips: counted(misfits.len()) });
    }
    if scanned.checked_add(spoiled) != Some(status.expected) {
        let expected = status.expected.saturating_sub(spoiled);
        return Err(ActsError::LeftOverNumber { scanned: *scanned, expected });
    }
    Ok(())
}

/// Slips that were made, less those exchanged and handed out.
fn made_and_not_handed_out(office: &Office, round: RoundNumber) -> Result<u32, OfficeError> {
    let (made, _) = slots::made(office.store.read())?;
    Ok(made.saturating_sub(attendance::handed(office.store.read(), round, Handed::Slip)?))
}

/// The last four characters of a code.
fn ending(code: &SlipCode) -> String {
    let scanned = Zeroizing::new(code.scanned());
    scanned.chars().skip(scanned.chars().count().saturating_sub(4)).collect()
}

impl Piles {
    fn of(&self, pile: Pile) -> &Scanned {
        match pile {
            Pile::LeftOver => &self.left_over,
            Pile::Tray => &self.tray,
        }
    }

    fn of_mut(&mut self, pile: Pile) -> &mut Scanned {
        match pile {
            Pile::LeftOver => &mut self.left_over,
            Pile::Tray => &mut self.tray,
        }
    }

    fn put(&mut self, pile: Pile, tag: SlipTag, ending: String) {
        self.left_over.remove(&tag);
        self.tray.remove(&tag);
        self.of_mut(pile).insert(tag, ending);
    }
}

/// What became of a round's slips, as far as their slots tell.
struct Slips {
    states: BTreeMap<SlipTag, SlotState>,
    /// Spent twice, and none of the ballots counts.
    void: BTreeSet<SlipTag>,
    annulled: BTreeSet<SlipTag>,
    /// Those of the zones of lost kiosks: an unused one may have been used there.
    of_lost_kiosks: BTreeSet<SlipTag>,
    /// How many ballots are missing with these kiosks.
    missing: usize,
}

impl Slips {
    fn of(office: &Office, round: RoundNumber) -> Result<Self, OfficeError> {
        let connection = office.store.read();
        let disputes = kiosks::disputes(connection, round)?.into_iter();
        let void = disputes.filter(|dispute| matches!(dispute.decision, Some((Kept::None, _))));
        let lost = kiosks::all(connection, round)?.into_iter();
        let lost: BTreeSet<Zone> =
            lost.filter(|kiosk| kiosk.state == KioskState::Lost).map(|kiosk| kiosk.identity.zone).collect();
        let mut of_lost_kiosks = BTreeSet::new();
        for zone in lost {
            of_lost_kiosks.extend(kiosks::slips_of(connection, round, zone)?);
        }
        Ok(Self {
            states: slots::states(connection)?,
            void: void.map(|dispute| dispute.tag).collect(),
            annulled: annulled::all(connection, round)?,
            of_lost_kiosks,
            missing: kiosks::missing(connection, round)? as usize,
        })
    }

    /// What of a pile doesn't belong there, by tags.
    fn misfits(&self, piles: &Piles, pile: Pile) -> Vec<(SlipTag, Misfit)> {
        let scanned = piles.of(pile);
        // No more slips were used at lost kiosks than were counted in their trays.
        let used_there = scanned.keys().filter(|tag| self.may_be_lost(tag)).count() <= self.missing;
        let misfit = |(tag, ending): (&SlipTag, &String)| {
            let why = match pile {
                Pile::LeftOver => self.why_not_left_over(tag),
                Pile::Tray if used_there && self.may_be_lost(tag) => None,
                Pile::Tray => self.why_not_in_tray(tag),
            };
            why.map(|why| (*tag, Misfit { ending: ending.clone(), why }))
        };
        scanned.iter().filter_map(misfit).collect()
    }

    fn may_be_lost(&self, tag: &SlipTag) -> bool {
        self.of_lost_kiosks.contains(tag) && self.states.get(tag) == Some(&SlotState::Unused)
    }

    fn why_not_left_over(&self, tag: &SlipTag) -> Option<WhyMisfit> {
        match self.states.get(tag) {
            Some(SlotState::Unused) => None,
            Some(SlotState::Cancelled) if self.annulled.contains(tag) => None,
            Some(SlotState::Cancelled) if !self.void.contains(tag) => Some(WhyMisfit::Exchanged),
            Some(SlotState::Spent | SlotState::Cancelled) => Some(WhyMisfit::Used),
            Some(SlotState::UnusedPaper) | None => Some(WhyMisfit::Unknown),
        }
    }

    fn why_not_in_tray(&self, tag: &SlipTag) -> Option<WhyMisfit> {
        match self.states.get(tag) {
            Some(SlotState::Spent) => None,
            Some(SlotState::Cancelled) if self.annulled.contains(tag) => Some(WhyMisfit::Annulled),
            Some(SlotState::Cancelled) if self.void.contains(tag) => None,
            Some(SlotState::Cancelled) => Some(WhyMisfit::Exchanged),
            Some(SlotState::Unused) => Some(WhyMisfit::Unused),
            Some(SlotState::UnusedPaper) | None => Some(WhyMisfit::Unknown),
        }
    }
}

//! A training session, filled and run by the program: the day in minutes, through the same acts as the real one.

use crate::{
    machine::files::save,
    open::{desk::Desk, session::Open},
    reads::{
        guide::{Guide, PROCEDURE},
        sample,
    },
};
use ballot_box::SlipCode;
use messages::Language;
use office::{
    Randomness,
    act::{Operator, Witnessed, with_scrutineer},
    acts::{self, PileCheck, Poll, Turnout},
    papers,
};
use procedure::{
    count::counted,
    number::CandidateNumber,
    round::{Round, Signatures},
};
use rand::seq::SliceRandom;
use session_model::{Handed, KeyMaking, Tray};
use std::collections::BTreeMap;
use wire::{DeskError, Problem, Rehearse, StepKey};

/// Paper ballots that a rehearsal's box takes, so that handing them out and entering them can be tried.
const PAPER: u32 = 5;

pub(crate) fn rehearse(desk: &Desk, open: &mut Open, request: Rehearse) -> Result<(), Problem> {
    if !open.office.store().profile()?.text().training {
        return Err(DeskError::TrainingOnly.into());
    }
    let all = counted(PROCEDURE.len());
    let work = desk.work.begin(all, true);
    let mut done = 0;
    while let Some(step) = next(open, request.until)? {
        if !work.reached(done) {
            break;
        }
        act(desk, open, step)?;
        done += 1;
    }
    drop(work);
    Ok(())
}

/// The step to be done next; none where the one asked for is reached.
fn next(open: &Open, until: StepKey) -> Result<Option<StepKey>, Problem> {
    let current = Guide::of(open, open.round()?.as_ref())?.current();
    let place = |key: StepKey| PROCEDURE.iter().position(|step| *step == key);
    let reached = match (place(current), place(until)) {
        (Some(current), Some(until)) => current >= until,
        (None, _) => true,
        (Some(_), None) => false,
    };
    Ok((!reached).then_some(current))
}

fn act(desk: &Desk, open: &mut Open, step: StepKey) -> Result<(), Problem> {
    let by = open.operator();
    match step {
        StepKey::Delegates => Ok(acts::set_delegates(&mut open.office, &by, &sample::delegates()?)?),
        StepKey::Candidates => Ok(acts::set_candidates(&mut open.office, &by, &sample::candidates()?)?),
        StepKey::Rules => set_rules(open, &by),
        StepKey::Adopt => adopt(open, &by),
        StepKey::Ceremony | StepKey::Slips => seal(desk, open),
        StepKey::CheckIn => check_in(open, &by),
        StepKey::Poll => poll(open),
        StepKey::Count => count(open),
        StepKey::Result => conclude(open, &by),
        StepKey::Session | StepKey::Documents | StepKey::Log => Ok(()),
    }
}

fn set_rules(open: &mut Open, by: &Operator) -> Result<(), Problem> {
    let rules = sample::rules(open.office.store().candidates()?.len())?;
    Ok(acts::set_rules(&mut open.office, by, &rules)?)
}

fn witnessed(open: &Open) -> Result<Witnessed, Problem> {
    let profile = open.office.store().profile()?;
    Ok(with_scrutineer(&profile, &open.person.name, &profile.text().chief)?)
}

fn adopt(open: &mut Open, by: &Operator) -> Result<(), Problem> {
    if open.round()?.is_none() {
        acts::begin(&mut open.office, by)?;
    }
    let warnings = acts::warnings(&open.office)?;
    Ok(acts::adopt(&mut open.office, by, &warnings)?)
}

/// Deals the keys and seals. Slips and cards stay in memory for the rehearsal, and are written as documents too, so that
/// a person can go on by hand.
fn seal(desk: &Desk, open: &mut Open) -> Result<(), Problem> {
    let by = witnessed(open)?;
    let slips = open.round()?.map_or(0, |round| round.contest().delegates.0);
    let mut ceremony = match open.ceremony.take() {
        Some(work) => work.ceremony,
        None => acts::begin_ceremony(&mut open.office, slips, PAPER)?,
    };
    let folder = desk.folders.chosen(&open.id, "")?;
    let reason = reason_once_more(open.office.store().profile()?.text().language);
    acts::output_all(&mut open.office, &by, &mut ceremony, reason)?;
    save(&papers::slips(&open.office, desk.fonts()?, &ceremony)?, &folder)?;
    for card in papers::key_cards(&open.office, desk.fonts()?, &ceremony)? {
        save(&card, &folder)?;
    }
    acts::seal(&mut open.office, &by, &ceremony)?;
    open.rehearsed.slips = ceremony.codes().to_vec();
    for card in ceremony.cards() {
        open.rehearsed.cards.push(ballot_box::KeyCard::parse(&card.scanned())?);
    }
    Ok(())
}

/// Why a rehearsal saves what persons have saved before it.
const fn reason_once_more(language: Language) -> &'static str {
    match language {
        Language::Chinese => "演练由程序接着进行，再保存一份",
        Language::English => "The rehearsal goes on by itself and saves everything",
    }
}

/// All but one in twenty come.
fn check_in(open: &mut Open, by: &Operator) -> Result<(), Problem> {
    if matches!(open.round()?, Some(Round::Sealed(_))) {
        acts::open_check_in(&mut open.office, by)?;
    }
    let delegates = open.office.store().delegates()?;
    let present = match open.round()? {
        Some(round) => open.office.store().present(round.number())?,
        None => BTreeMap::new(),
    };
    for (place, delegate) in delegates.iter().filter(|delegate| delegate.in_office).enumerate() {
        if place % 20 != 19 && !present.contains_key(&delegate.number) {
            acts::check_in(&mut open.office, by, &delegate.number, Handed::Slip)?;
        }
    }
    Ok(())
}

/// Opens the poll, casts a ballot for every slip that was handed out and isn't used yet, and closes it.
fn poll(open: &mut Open) -> Result<(), Problem> {
    let by = witnessed(open)?;
    match open.round()? {
        Some(Round::CheckIn(_)) => acts::open_poll(&mut open.office, &by)?,
        Some(Round::Suspended(_)) => acts::resume(&mut open.office, &by)?,
        _ => {}
    }
    let Turnout { cast, issued } = open.office.turnout()?;
    let paper = open.office.paper_figures()?;
    let (slips_out, slips_cast) =
        (issued.0.saturating_sub(paper.handed), cast.0.saturating_sub(paper.valid + paper.void));
    let missing = slips_out.saturating_sub(slips_cast) as usize;
    let mut slips = std::mem::take(&mut open.rehearsed.slips);
    let mut rng = Randomness::System;
    slips.shuffle(&mut rng);
    let mut left = missing;
    let mut poll = Poll::open(&mut open.office)?;
    for code in &slips {
        if left == 0 {
            break;
        }
        if poll.standing(code)? == acts::SlipStatus::Unused {
            let marks = office::random_marks(poll.form(), &mut rng);
            poll.cast(code, &marks)?;
            left -= 1;
        }
    }
    let entered = paper.valid + paper.void;
    let tray = Tray { slips: open.office.turnout()?.cast.0.saturating_sub(entered), paper: entered };
    let check = check_piles(open, &slips, tray.slips)?;
    Ok(acts::close_poll(&mut open.office, &by, tray, None, &check)?)
}

/// Scans the piles from memory. Slips that were made by hand are on paper only.
fn check_piles(open: &Open, slips: &[SlipCode], tray: u32) -> Result<PileCheck, Problem> {
    if slips.is_empty() {
        let language = open.office.store().profile()?.text().language;
        return Ok(PileCheck::LeftOut { reason: reason_unchecked(language).to_owned() });
    }
    Ok(acts::rehearsed_piles(&open.office, slips, tray)?)
}

const fn reason_unchecked(language: Language) -> &'static str {
    match language {
        Language::Chinese => "演练由程序接着进行，票签只在纸上，不逐张扫码",
        Language::English => "The rehearsal goes on by itself, and its slips are on paper only",
    }
}

fn count(open: &mut Open) -> Result<(), Problem> {
    let by = witnessed(open)?;
    let profile = open.office.store().profile()?;
    if profile.text().keys == KeyMaking::Distributed {
        // Holders count on computers of their own: a rehearsal goes on with what they have brought.
        return Ok(acts::count_with_openings(&mut open.office, &by, &|_| true)?);
    }
    let needed = profile.text().threshold as usize;
    let cards = open.rehearsed.cards.get(..needed).ok_or(DeskError::RehearsalCardsGone)?;
    Ok(acts::count(&mut open.office, &by, cards, &|_| true)?)
}

/// Lots where they are asked for, signatures, the announcement; then the next round, if one is called for.
fn conclude(open: &mut Open, by: &Operator) -> Result<(), Problem> {
    match open.round()? {
        Some(Round::Counted(counted)) => {
            let witnessed = witnessed(open)?;
            let drawn: Vec<CandidateNumber> = counted
                .decision
                .lots
                .iter()
                .flat_map(|call| call.numbers.iter().take(call.seats.as_usize()).cloned())
                .collect();
            if counted.decision.lots_open() {
                acts::draw_lots(&mut open.office, &witnessed, &drawn)?;
            }
            let profile = open.office.store().profile()?;
            let text = profile.text();
            let signatures = Signatures {
                chief: text.chief.clone(),
                scrutineers: text.scrutineers.clone(),
                tellers: text.tellers.clone(),
            };
            Ok(acts::confirm(&mut open.office, &witnessed, signatures)?)
        }
        Some(Round::Confirmed(_)) => Ok(acts::announce(&mut open.office, by)?),
        _ => Ok(acts::begin_next(&mut open.office, by)?),
    }
}

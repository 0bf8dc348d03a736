//! A training session, filled and run by the program: the day in minutes, through the same acts as the real one.

use crate::{Desk, DeskError, ceremony, guide, session::moved_on, state::Open, types::*};
use office::{
    Randomness,
    act::{Office, Operator, Witnessed, with_scrutineer},
    acts::{self, Poll, Turnout},
    lists,
    model::{DocumentTexts, Handed, Level as OfficeLevel, Profile, ProfileText, Tray},
    papers,
};
use procedure::{
    count::{Seats, counted},
    round::{Round, Signatures},
    rules::{Body, Division, Rules, TooFewRule},
};
use rand::seq::SliceRandom;

/// The sample's lists: projects that a town announced in 2022, and two invented ones; persons and amounts are invented.
const DELEGATES: &str = include_str!("../../../sample/delegates.csv");
const CANDIDATES: &str = include_str!("../../../sample/candidates.csv");
const SEATS: u32 = 10;
/// Paper ballots that a rehearsal's box takes, so that handing them out and entering them can be tried.
const PAPER: u32 = 5;

/// The sample's profile, with invented persons.
pub(crate) fn sample_profile() -> Result<Profile, Problem> {
    let name = |text: &str| text.to_owned();
    Ok(Profile::new(ProfileText {
        congress: name("共和镇人民代表大会（样例）"),
        session: name("第二次会议"),
        level: OfficeLevel::Township,
        year: 2022,
        presidium: name("大会主席团"),
        language: messages::Language::Chinese,
        training: true,
        chief: name("龙䶮"),
        scrutineers: vec![name("黄喆"), name("覃㛃")],
        threshold: 2,
        tellers: vec![name("莫垚")],
        texts: DocumentTexts::default(),
    })?)
}

/// Fills delegates, candidates and rules.
pub(crate) fn fill_lists(office: &mut Office, by: &Operator) -> Result<(), Problem> {
    fill_delegates(office, by)?;
    fill_candidates(office, by)?;
    fill_rules(office, by)
}

fn fill_delegates(office: &mut Office, by: &Operator) -> Result<(), Problem> {
    let delegates = lists::delegates("delegates.csv", DELEGATES.as_bytes())
        .map_err(|error| DeskError::unexpected(&error))?;
    Ok(acts::set_delegates(office, by, &delegates)?)
}

fn fill_candidates(office: &mut Office, by: &Operator) -> Result<(), Problem> {
    let candidates = lists::candidates("candidates.csv", CANDIDATES.as_bytes())
        .map_err(|error| DeskError::unexpected(&error))?;
    Ok(acts::set_candidates(office, by, &candidates)?)
}

fn fill_rules(office: &mut Office, by: &Operator) -> Result<(), Problem> {
    let candidates = counted(office.store().candidates()?.len());
    // As many seats as leave the margin of a fifth, and no more than the sample's.
    let seats = Seats((candidates * 5 / 6).clamp(1, SEATS));
    let mut rules = Rules::preset(Body::Congress, Division::Whole { seats, selection_limit: None })?;
    rules.too_few = TooFewRule::FurtherRound;
    Ok(acts::set_rules(office, by, &rules)?)
}

pub(crate) fn rehearse(desk: &Desk, request: Rehearse) -> Result<Session, Problem> {
    desk.with(|open| {
        if !open.office.store().profile()?.text().training {
            return Err(DeskError::TrainingOnly.into());
        }
        let all = counted(guide::PROCEDURE.len());
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
        moved_on(desk, open)
    })
}

/// The step to be done next; none where the one asked for is reached.
fn next(open: &Open, until: StepKey) -> Result<Option<StepKey>, Problem> {
    let current = guide::Stand::of(open, open.round()?.as_ref())?.current();
    let place = |key: StepKey| guide::PROCEDURE.iter().position(|step| *step == key);
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
        StepKey::Delegates => fill_delegates(&mut open.office, &by),
        StepKey::Candidates => fill_candidates(&mut open.office, &by),
        StepKey::Rules => fill_rules(&mut open.office, &by),
        StepKey::Adopt => adopt(open, &by),
        StepKey::Ceremony | StepKey::Slips => seal(desk, open),
        StepKey::CheckIn => check_in(open, &by),
        StepKey::Poll => poll(open),
        StepKey::Count => count(open),
        StepKey::Result => conclude(open, &by),
        StepKey::Session | StepKey::Documents | StepKey::Record => Ok(()),
    }
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
    let ceremony = match open.ceremony.take() {
        Some(work) => work.ceremony,
        None => ceremony::deal(open, slips, PAPER)?,
    };
    let folder = crate::session::folder_of(desk, open, "")?;
    crate::paper::save(&papers::slips(&open.office, desk.fonts()?, &ceremony)?, &folder)?;
    for card in papers::key_cards(&open.office, desk.fonts()?, &ceremony)? {
        crate::paper::save(&card, &folder)?;
    }
    acts::seal(&mut open.office, &by, &ceremony)?;
    open.rehearsed.slips = ceremony.codes().to_vec();
    for card in ceremony.cards() {
        open.rehearsed.cards.push(ballot_box::KeyCard::parse(&card.scanned())?);
    }
    Ok(())
}

/// All but one in twenty come.
fn check_in(open: &mut Open, by: &Operator) -> Result<(), Problem> {
    if matches!(open.round()?, Some(Round::Sealed(_))) {
        acts::open_check_in(&mut open.office, by)?;
    }
    let delegates = open.office.store().delegates()?;
    let round = open.round()?.map_or(0, |round| round.contest().round());
    let present = open.office.store().present(round)?;
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
    Ok(acts::close_poll(&mut open.office, &by, tray, None)?)
}

fn count(open: &mut Open) -> Result<(), Problem> {
    let by = witnessed(open)?;
    let needed = open.office.store().profile()?.text().threshold as usize;
    let cards = open.rehearsed.cards.get(..needed).ok_or(DeskError::RehearsalCardsGone)?;
    Ok(acts::count(&mut open.office, &by, cards, &|_| true)?)
}

/// Lots where they are asked for, signatures, the announcement; then the next round, if one is called for.
fn conclude(open: &mut Open, by: &Operator) -> Result<(), Problem> {
    match open.round()? {
        Some(Round::Counted(counted)) => {
            let witnessed = witnessed(open)?;
            let drawn: Vec<String> = counted
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

//! The kiosk: one delegate at a time. The slip's code and the marks are in memory here while the delegate votes, are
//! overwritten afterwards, and are never written or logged. A ballot is sealed when it is reviewed, before anybody knows
//! whether it will be cast or challenged.

use crate::{
    Desk, DeskError, Window, forms,
    kiosks::{zone_name, zones_made},
    state::{Open, State},
    types::*,
};
use ballot_box::{OpenableBallot, SlipCode};
use messages::Coded;
use office::{
    acts::{self, Poll, ProvenBallot, SlipStatus},
    errors::ActsError,
    model::Zone,
};
use procedure::{
    ballot::{BallotForm, Mark, Marks, MarksError},
    candidate::Candidate,
    contest::Contest,
    count::counted,
    round::Round,
    rules::Division,
};

/// How long the kiosk waits for a delegate, in seconds.
#[derive(Debug, Clone, Copy)]
pub struct KioskTimes {
    /// Without a touch until it asks; VVSG 2.0 asks for 2 to 5 minutes.
    pub idle: u32,
    /// To answer; 20 to 45 seconds by the same norm.
    pub warning: u32,
}

impl Default for KioskTimes {
    fn default() -> Self {
        Self { idle: 120, warning: 45 }
    }
}

/// Wrong codes in a row that lock the kiosk.
const MOST_WRONG: u32 = 5;

/// The kiosk's state: who votes now, and how many wrong codes came in a row.
#[derive(Default)]
pub(crate) struct Kiosk {
    wrong: u32,
    voter: Option<Voter>,
}

/// A delegate at the kiosk.
pub(crate) struct Voter {
    pub code: SlipCode,
    form: BallotForm,
    /// The categories of the form's blocks; none where the whole list is meant.
    categories: Vec<Option<String>>,
    marks: Vec<MarkView>,
    /// The ballot of these marks, from its review on; whatever changes the marks forgets it.
    pub sealed: Option<OpenableBallot>,
}

impl Drop for Voter {
    /// The code overwrites itself; the marks are overwritten here.
    fn drop(&mut self) {
        self.marks.fill(MarkView::Open);
    }
}

impl Kiosk {
    pub const fn is_locked(&self) -> bool {
        self.wrong >= MOST_WRONG
    }

    pub fn unlock(&mut self) {
        self.wrong = 0;
    }

    pub fn clear(&mut self) {
        self.voter = None;
    }

    pub fn voter(&mut self) -> Result<&mut Voter, Problem> {
        Ok(self.voter.as_mut().ok_or(DeskError::NobodyVotes)?)
    }
}

impl Voter {
    /// Begins anew with an empty ballot.
    pub fn begin_anew(&mut self) {
        self.marks.fill(MarkView::Open);
        self.sealed = None;
    }

    /// The marks as they would be cast: what was left open abstains.
    fn cast(&self) -> Marks {
        let mark = |mark: &MarkView| match mark {
            MarkView::Approve => Mark::Approve,
            MarkView::Oppose => Mark::Oppose,
            MarkView::Abstain | MarkView::Open => Mark::Abstain,
        };
        Marks(self.marks.iter().map(mark).collect())
    }

    fn approved(&self, places: &[usize]) -> u32 {
        let approved =
            places.iter().filter(|place| self.marks.get(**place) == Some(&MarkView::Approve)).count();
        counted(approved)
    }

    fn blocks(&self) -> Vec<BallotBlock> {
        let blocks = self.form.blocks.iter().zip(self.categories.iter().cloned());
        blocks
            .map(|(block, category)| {
                let approved = self.approved(&block.candidates);
                BallotBlock {
                    category,
                    limit: block.limit,
                    approved,
                    left: block.limit.saturating_sub(approved),
                }
            })
            .collect()
    }
}

pub(crate) fn kiosk_status(desk: &Desk, _: Nothing) -> Result<KioskStatus, Problem> {
    let state = desk.state();
    status(&state)
}

fn status(state: &State) -> Result<KioskStatus, Problem> {
    let Some(open) = &state.open else { return Ok(closed(state)) };
    let profile = open.office.store().profile()?;
    let round = open.round()?;
    let phase = match &round {
        _ if open.kiosk.is_locked() => KioskPhase::Locked,
        Some(Round::Polling(_)) => KioskPhase::Open,
        Some(Round::Suspended(_)) => KioskPhase::Suspended,
        Some(Round::Closed(_) | Round::Counted(_) | Round::Confirmed(_) | Round::Announced(_)) => {
            KioskPhase::Closed
        }
        _ => KioskPhase::NotOpen,
    };
    Ok(KioskStatus {
        phase,
        congress: profile.text().congress.clone(),
        session: profile.text().session.clone(),
        round: round.as_ref().map_or(0, |round| round.contest().round()),
        training: profile.text().training,
        number: open.office.store().this_kiosk()?.map(|kiosk| kiosk.number),
        zone: zone(open, round.as_ref())?,
        language: profile.text().language.into(),
        idle_seconds: state.kiosk_times.idle,
        warning_seconds: state.kiosk_times.warning,
    })
}

/// The kiosk's zone, where that tells slips apart: a kiosk apart's, or the first where there are several.
fn zone(open: &Open, round: Option<&Round>) -> Result<Option<ZoneName>, Problem> {
    if let Some(kiosk) = open.office.store().this_kiosk()? {
        return Ok(Some(zone_name(kiosk.zone)));
    }
    let Some(round @ (Round::Polling(_) | Round::Suspended(_))) = round else { return Ok(None) };
    let made = zones_made(&open.office, round.contest().round())?;
    Ok((made.len() > 1).then(|| zone_name(Zone::FIRST)))
}

fn closed(state: &State) -> KioskStatus {
    KioskStatus {
        phase: KioskPhase::NotOpen,
        congress: String::new(),
        session: String::new(),
        round: 0,
        training: false,
        number: None,
        zone: None,
        language: state.settings.language,
        idle_seconds: state.kiosk_times.idle,
        warning_seconds: state.kiosk_times.warning,
    }
}

pub(crate) fn kiosk_admit(desk: &Desk, request: Admit) -> Result<Admission, Problem> {
    let code = SlipCode::parse(&request.code);
    drop(zeroize::Zeroizing::new(request.code));
    desk.with(|open| {
        open.kiosk.clear();
        if open.kiosk.is_locked() {
            return Ok(Admission::Locked);
        }
        let code = match code {
            Ok(code) => code,
            Err(problem) => return Ok(refuse(open, "mistyped", problem.into())),
        };
        let standing = Poll::open(&mut open.office)?.standing(&code)?;
        match standing {
            SlipStatus::Unused => admit(open, code),
            SlipStatus::Counted => Ok(refused("spent", ActsError::SlipSpent.into())),
            SlipStatus::Cancelled => Ok(refused("cancelled", ActsError::SlipCancelled.into())),
            SlipStatus::OtherZone(zone) => {
                let (zone, colour) = (zone.number(), zone.colour());
                let problem = ActsError::SlipOfAnotherZone { zone, colour };
                Ok(refuse(open, "other-zone", problem.into()))
            }
            SlipStatus::Unknown => Ok(refuse(open, "unknown", ActsError::SlipUnknown.into())),
        }
    })
}

fn refused(reason: &str, problem: Problem) -> Admission {
    Admission::Refused { reason: reason.to_owned(), problem }
}

/// Refuses a code that is no slip's; many in a row lock the kiosk, so that codes can't be tried out.
fn refuse(open: &mut Open, reason: &str, problem: Problem) -> Admission {
    open.kiosk.wrong += 1;
    if open.kiosk.is_locked() { Admission::Locked } else { refused(reason, problem) }
}

fn admit(open: &mut Open, code: SlipCode) -> Result<Admission, Problem> {
    open.kiosk.unlock();
    let Some(Round::Polling(polling)) = open.round()? else { return Err(DeskError::NobodyVotes.into()) };
    let contest = polling.contest;
    let form = contest.form()?;
    let categories = match contest.rules.division() {
        Division::Whole { .. } => vec![None],
        Division::Categories(categories) => {
            categories.iter().map(|category| Some(category.name.clone())).collect()
        }
    };
    let voter = Voter { code, marks: vec![MarkView::Open; form.candidates], form, categories, sealed: None };
    let ballot = ballot(&contest, &voter);
    open.kiosk.voter = Some(voter);
    Ok(Admission::Ballot { ballot })
}

pub(crate) fn ballot(contest: &Contest, voter: &Voter) -> BallotView {
    let block_of = |place: usize| {
        let block = voter.form.blocks.iter().position(|block| block.candidates.contains(&place));
        u32::try_from(block.unwrap_or_default()).unwrap_or_default()
    };
    let candidates = contest.list.candidates().iter().enumerate();
    BallotView {
        candidates: candidates.map(|(place, candidate)| on_ballot(candidate, block_of(place))).collect(),
        blocks: voter.blocks(),
        oppose: voter.form.oppose,
        exactly: voter.form.selection == procedure::ballot::Selection::Exactly,
        marks: voter.marks.clone(),
    }
}

/// A candidate with the facts that a delegate has at hand.
pub(crate) fn on_ballot(candidate: &Candidate, block: u32) -> BallotCandidate {
    BallotCandidate {
        number: candidate.number.clone(),
        name: candidate.name.clone(),
        content: candidate.content.clone(),
        sub_items: candidate.sub_items.clone(),
        location: candidate.location.clone(),
        investment: forms::shown_money(candidate.investment),
        investment_this_year: forms::shown_money(candidate.investment_this_year),
        responsible_unit: candidate.responsible_unit.clone(),
        deadline: forms::shown_date(candidate.deadline),
        benefit: candidate.benefit.clone(),
        block,
    }
}

pub(crate) fn kiosk_mark(desk: &Desk, request: SetMark) -> Result<Marked, Problem> {
    desk.with(|open| {
        let voter = open.kiosk.voter()?;
        let place = request.place as usize;
        voter.sealed = None;
        let before = *voter.marks.get(place).ok_or(DeskError::PlaceUnknown { place: request.place })?;
        voter.marks[place] = if before == request.mark { MarkView::Open } else { request.mark };
        let too_many = match voter.form.check(&voter.cast()) {
            // Fewer than the rule wants is no breach while the delegate is still choosing.
            Ok(()) | Err(MarksError::TooFew { .. }) => None,
            Err(MarksError::TooMany { limit, .. }) => Some(limit),
            Err(other) => {
                voter.marks[place] = before;
                return Err(other.into());
            }
        };
        if too_many.is_some() {
            voter.marks[place] = before;
        }
        Ok(Marked { marks: voter.marks.clone(), blocks: voter.blocks(), too_many })
    })
}

/// The ballot before it is cast. Where it can be cast it is sealed now, once, and its tracking code shown.
pub(crate) fn kiosk_review(desk: &Desk, _: Nothing) -> Result<Review, Problem> {
    desk.with(|open| {
        let voter = open.kiosk.voter()?;
        let problem = voter.form.check(&voter.cast()).err().map(Problem::from);
        if problem.is_none() && voter.sealed.is_none() {
            voter.sealed = Some(Poll::open(&mut open.office)?.seal_openable(&voter.cast())?);
        }
        let code = voter.sealed.as_ref().map(|sealed| sealed.ballot().hash().tracking_code());
        let places = (0..).zip(&voter.marks);
        Ok(Review {
            open: places.filter(|(_, mark)| **mark == MarkView::Open).map(|(place, _)| place).collect(),
            left: voter.blocks().iter().map(|block| block.left).sum(),
            blank: is_blank(voter),
            problem,
            tracking_code: code,
            marks: voter.marks.clone(),
        })
    })
}

/// Nothing was approved or opposed.
fn is_blank(voter: &Voter) -> bool {
    voter.marks.iter().all(|mark| matches!(mark, MarkView::Open | MarkView::Abstain))
}

/// Casts the ballot whose tracking code the review showed, and no other.
pub(crate) fn kiosk_cast(desk: &Desk, request: Cast) -> Result<Receipt, Problem> {
    desk.with(|open| {
        let voter = open.kiosk.voter()?;
        if is_blank(voter) && !request.blank_meant {
            return Err(DeskError::BlankNotMeant.into());
        }
        voter.form.check(&voter.cast())?;
        let mut poll = Poll::open(&mut open.office)?;
        let ballot = ProvenBallot::cast(voter.sealed.take().ok_or(DeskError::NotReviewed)?);
        match poll.deposit(&voter.code, &ballot) {
            Ok(hash) => {
                open.kiosk.clear();
                Ok(Receipt { tracking_code: hash.tracking_code() })
            }
            Err(error) => {
                // Nothing happened. With a good slip the delegate can try again, and is shown another code first.
                if error.code() == ActsError::SlipSpent.code() {
                    open.kiosk.clear();
                }
                Err(error.into())
            }
        }
    })
}

pub(crate) fn kiosk_clear(desk: &Desk, _: Nothing) -> Result<KioskStatus, Problem> {
    let mut state = desk.state();
    if let Some(open) = &mut state.open {
        open.kiosk.clear();
    }
    status(&state)
}

pub(crate) fn kiosk_unlock(desk: &Desk, request: OperatorPin) -> Result<KioskStatus, Problem> {
    let mut state = desk.state();
    check_operator(&mut state, &request.pin)?;
    if let Some(open) = &mut state.open {
        open.kiosk.unlock();
    }
    status(&state)
}

pub(crate) fn kiosk_leave(desk: &Desk, request: OperatorPin) -> Result<Nothing, Problem> {
    let mut state = desk.state();
    if state.open.is_some() {
        check_operator(&mut state, &request.pin)?;
    }
    if let Some(open) = &mut state.open {
        open.kiosk.clear();
    }
    drop(state);
    desk.host.close(Window::Kiosk);
    Ok(Nothing {})
}

fn check_operator(state: &mut State, pin: &str) -> Result<(), Problem> {
    let State { pins, open, .. } = state;
    let open = open.as_ref().ok_or(DeskError::NoSessionOpen)?;
    pins.attempt(|| acts::check_any_operator(&open.office, pin))
}

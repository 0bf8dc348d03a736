//! A delegate votes: the slip, the marks, the review, the cast. A ballot is sealed when it is reviewed, before anybody knows
//! whether it will be cast or challenged.

use crate::{
    open::{
        desk::Desk,
        kiosk::{MOST_CHALLENGES, Voter},
        session::Open,
    },
    places::kiosk::view::ballot,
};
use ballot_box::{BallotBoxError, OpenableBallot, SlipCode, VoterDigits};
use messages::Coded;
use office::{
    acts::{self, Poll, ProvenBallot, SlipStatus},
    errors::ActsError,
};
use procedure::{ballot::MarksError, round::Round, rules::Division};
use wire::{
    Admission, Admit, Cast, DeskError, MarkView, Marked, Nothing, OperatorPin, Problem, Receipt,
    RefusedReason, Review, SetDigits, SetMark, Window,
};
use zeroize::Zeroizing;

pub(crate) fn kiosk_admit(_: &Desk, open: &mut Open, request: Admit) -> Result<Admission, Problem> {
    let code = SlipCode::parse(&request.code);
    drop(Zeroizing::new(request.code));
    open.kiosk.clear();
    if open.kiosk.is_locked() {
        return Ok(Admission::Locked);
    }
    let code = match code {
        Ok(code) => code,
        Err(problem) => return Ok(refuse(open, RefusedReason::Mistyped, problem.into())),
    };
    let poll = Poll::open(&mut open.office)?;
    let (standing, takes_digits) = (poll.standing(&code)?, poll.takes_digits());
    match standing {
        SlipStatus::Unused => admit(open, code, takes_digits),
        SlipStatus::Counted => Ok(refused(RefusedReason::Spent, ActsError::SlipSpent.into())),
        SlipStatus::Cancelled => Ok(refused(RefusedReason::Cancelled, ActsError::SlipCancelled.into())),
        SlipStatus::OtherZone(zone) => {
            let (zone, colour) = (zone.number(), zone.colour());
            let problem = ActsError::SlipOfAnotherZone { zone, colour };
            Ok(refuse(open, RefusedReason::OtherZone, problem.into()))
        }
        SlipStatus::Unknown => Ok(refuse(open, RefusedReason::Unknown, ActsError::SlipUnknown.into())),
    }
}

fn refused(reason: RefusedReason, problem: Problem) -> Admission {
    Admission::Refused { reason, problem }
}

/// Refuses a code that is no slip's; many in a row lock the kiosk, so that codes can't be tried out.
fn refuse(open: &mut Open, reason: RefusedReason, problem: Problem) -> Admission {
    open.kiosk.wrong += 1;
    if open.kiosk.is_locked() { Admission::Locked } else { refused(reason, problem) }
}

fn admit(open: &mut Open, code: SlipCode, takes_digits: bool) -> Result<Admission, Problem> {
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
    let voter = Voter {
        code,
        marks: vec![MarkView::Open; form.candidates],
        form,
        categories,
        takes_digits,
        digits: VoterDigits::NONE,
        sealed: None,
        challenges_left: MOST_CHALLENGES,
    };
    let ballot = ballot(&contest, &voter);
    open.kiosk.voter = Some(voter);
    Ok(Admission::Ballot { ballot })
}

pub(crate) fn kiosk_mark(_: &Desk, open: &mut Open, request: SetMark) -> Result<Marked, Problem> {
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
}

/// The ballot before it is cast. Where it can be cast it is sealed now, once, and its tracking code shown.
pub(crate) fn kiosk_review(_: &Desk, open: &mut Open, _: Nothing) -> Result<Review, Problem> {
    let challenges = open.challenges_now()?.is_some();
    let voter = open.kiosk.voter()?;
    let problem = voter.form.check(&voter.cast()).err().map(Problem::from);
    if problem.is_none() && voter.sealed.is_none() {
        voter.sealed = Some(Poll::open(&mut open.office)?.seal_openable(&voter.cast(), voter.digits)?);
    }
    let code = voter.sealed.as_ref().map(OpenableBallot::tracking_code);
    let places = (0..).zip(&voter.marks);
    Ok(Review {
        open: places.filter(|(_, mark)| **mark == MarkView::Open).map(|(place, _)| place).collect(),
        left: voter.blocks().iter().map(|block| block.left).sum(),
        blank: voter.is_blank(),
        problem,
        tracking_code: code,
        digits: voter.digits.text().unwrap_or_default(),
        takes_digits: voter.takes_digits,
        marks: voter.marks.clone(),
        challenges_left: if challenges { voter.challenges_left } else { 0 },
    })
}

/// Takes digits of the voter's own. The ballot is sealed anew with them: nobody knows its code before they were chosen.
pub(crate) fn kiosk_digits(desk: &Desk, open: &mut Open, request: SetDigits) -> Result<Review, Problem> {
    let digits = VoterDigits::parse(&request.digits)?;
    let voter = open.kiosk.voter()?;
    if digits != VoterDigits::NONE && !voter.takes_digits {
        return Err(BallotBoxError::DigitsRefused.into());
    }
    voter.digits = digits;
    voter.sealed = None;
    kiosk_review(desk, open, Nothing {})
}

/// Casts the ballot whose tracking code the review showed, and no other.
pub(crate) fn kiosk_cast(_: &Desk, open: &mut Open, request: Cast) -> Result<Receipt, Problem> {
    let voter = open.kiosk.voter()?;
    if voter.is_blank() && !request.blank_meant {
        return Err(DeskError::BlankNotMeant.into());
    }
    voter.form.check(&voter.cast())?;
    let mut poll = Poll::open(&mut open.office)?;
    let sealed = voter.sealed.take().ok_or(DeskError::NotReviewed)?;
    let tracking_code = sealed.tracking_code();
    let ballot = ProvenBallot::cast(sealed);
    match poll.deposit(&voter.code, &ballot) {
        Ok(_) => {
            open.kiosk.clear();
            Ok(Receipt { tracking_code })
        }
        Err(error) => {
            // Nothing happened. With a good slip the delegate can try again, and is shown another code first.
            if error.code() == ActsError::SlipSpent.code() {
                open.kiosk.clear();
            }
            Err(error.into())
        }
    }
}

/// The delegate is done, or has left: what was marked is overwritten.
pub(crate) fn kiosk_clear(desk: &Desk, _: Nothing) -> Result<(), Problem> {
    if let Some(open) = &mut *desk.open() {
        open.kiosk.clear();
    }
    Ok(())
}

pub(crate) fn kiosk_unlock(desk: &Desk, open: &mut Open, request: OperatorPin) -> Result<(), Problem> {
    desk.attempt(&open.id, || acts::check_any_operator(&open.office, &request.pin))?;
    open.kiosk.unlock();
    Ok(())
}

/// Closes the window. Without an open session there is nobody whose PIN could be asked for.
pub(crate) fn kiosk_leave(desk: &Desk, request: OperatorPin) -> Result<Nothing, Problem> {
    if let Some(open) = &mut *desk.open() {
        desk.attempt(&open.id, || acts::check_any_operator(&open.office, &request.pin))?;
        open.kiosk.clear();
    }
    desk.host.close(Window::Kiosk);
    Ok(Nothing {})
}

//! The notice to delegates (投票须知).

use super::{
    matter::Matter,
    row::{Bytes, Form, OfRound, Row, Scope},
    session::{Documents, Wanted, seats},
    status::of_contest,
};
use documents::Notice;
use procedure::round::Round;

/// Everything about this document.
pub(super) const ROW: Row = Row {
    name: "notice",
    stem: "notice",
    form: Form::Letter,
    is_signed: false,
    shows: &[Matter::Contest, Matter::NoPaperBallots],
    scope: Scope::Round(OfRound { status: of_contest, make }),
};

fn make(session: &Documents<'_>, wanted: &Wanted, round: &Round) -> Bytes {
    let contest = round.contest();
    let notice = Notice {
        heading: session.heading(wanted, &contest.rules),
        round: round.number(),
        rules: &contest.rules,
        seats: seats(&contest.rules),
        candidates: contest.list.candidates().len(),
        paper: session.has_paper_ballots(round),
        place: session.profile.text().texts.place.clone(),
    };
    Ok(Some(documents::notice(session.output(wanted), &notice)?))
}

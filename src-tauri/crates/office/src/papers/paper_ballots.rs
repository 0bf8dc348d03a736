//! As many paper ballots as the round was sealed with (纸质选票). Two printings of a ballot must not differ, and so they
//! name no record.

use super::{
    row::{Bytes, Form, OfRound, Row, Scope, Status},
    session::{Documents, Wanted},
};
use documents::{PaperBallots, Standing};
use procedure::round::Round;

/// Everything about this document.
pub(super) const ROW: Row = Row {
    name: "paper-ballots",
    stem: "paper-ballots",
    form: Form::Sheets,
    is_signed: false,
    shows: &[],
    scope: Scope::Round(OfRound { status, make }),
};

fn status(session: &Documents<'_>, round: &Round) -> Status {
    let made = session.keys(round)?.is_some_and(|keys| keys.paper > 0);
    Ok(made.then_some(Standing::Official))
}

fn make(session: &Documents<'_>, wanted: &Wanted, round: &Round) -> Bytes {
    let Some(keys) = session.keys(round)? else { return Ok(None) };
    let contest = round.contest();
    let ballots = PaperBallots {
        heading: session.heading(wanted, &contest.rules),
        round: round.number(),
        rules: &contest.rules,
        candidates: contest.list.candidates(),
        copies: keys.paper,
    };
    Ok(Some(documents::paper_ballots(session.fonts, &ballots)?))
}

//! The voting measure (票决办法), from the first round's rules. It is passed in the first round that has a quorum.

use super::{
    matter::Matter,
    row::{Bytes, Form, OfSession, Row, Scope, Status},
    session::{Documents, Wanted, seats},
    status::of_contest,
};
use crate::log::Event;
use documents::{Heading, Standing, VotingMeasure};
use procedure::{count::counted, round::Round};

/// Everything about this document.
pub(super) const ROW: Row = Row {
    name: "voting-measure",
    stem: "voting-measure",
    form: Form::Letter,
    is_signed: false,
    shows: &[Matter::Contest],
    scope: Scope::Session(OfSession { status, make }),
};

fn status(session: &Documents<'_>) -> Status {
    match (session.rounds.first(), session.measure_round()) {
        (None, _) => Ok(None),
        (Some(_), None) => Ok(Some(Standing::Draft)),
        (Some(_), Some(round)) => of_contest(session, round),
    }
}

fn make(session: &Documents<'_>, wanted: &Wanted) -> Bytes {
    let Some(first) = session.rounds.first() else { return Ok(None) };
    let contest = first.contest();
    let text = session.profile.text();
    let warnings = contest.check()?;
    let passed_in = session.measure_round().map(Round::number);
    let measure = VotingMeasure {
        heading: heading(session, wanted, first),
        rules: &contest.rules,
        delegates: contest.delegates,
        candidates: contest.list.candidates().len(),
        seats: seats(&contest.rules),
        warnings: &warnings,
        cards: counted(session.profile.card_holders().len()),
        by_holders: session.by_holders(),
        threshold: text.threshold,
        scrutineers: session.profile.card_holders().len(),
        tellers: text.tellers.len(),
        passed_on: session.last(|entry| {
            let Event::Adopted { round, .. } = entry.event else { return None };
            (Some(round) == passed_in).then(|| entry.at.date_naive())
        }),
        purpose: text.texts.measure_purpose.clone(),
    };
    Ok(Some(documents::voting_measure(session.output(wanted), &measure)?))
}

/// The record is that of the round in which the measure is passed.
fn heading(session: &Documents<'_>, wanted: &Wanted, first: &Round) -> Heading {
    let rules = &first.contest().rules;
    match session.measure_round() {
        Some(round) => session.heading(&Wanted { round: Some(round.number()), ..*wanted }, rules),
        None => session.heading_without_record(rules, wanted.standing),
    }
}

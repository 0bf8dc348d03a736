//! The minutes of the vote (票决过程记录), from the audit log.

use super::{
    cut::decision_notes,
    decided::adopted_in,
    matter::{Matter, changed_by},
    row::{Bytes, Form, OfSession, Row, Scope, Status},
    sentence::sentence,
    session::{Act, Documents, Wanted},
    status::is_finished,
};
use crate::{errors::OfficeError, log::Event};
use documents::{Minutes, MinutesAct, Standing, outcome_words};
use messages::Language;
use procedure::{number::CandidateNumber, round::Counted};

/// Everything about this document.
pub(super) const ROW: Row = Row {
    name: "minutes",
    stem: "minutes",
    form: Form::Report,
    is_signed: false,
    shows: &[Matter::Minutes],
    scope: Scope::Session(OfSession { status, make }),
};

fn status(session: &Documents<'_>) -> Status {
    if is_finished(session)? {
        return Ok(Some(Standing::Official));
    }
    Ok((!session.rounds.is_empty()).then_some(Standing::Unofficial))
}

fn make(session: &Documents<'_>, wanted: &Wanted) -> Bytes {
    let Some(first) = session.rounds.first() else { return Ok(None) };
    let text = session.profile.text();
    let minutes = Minutes {
        heading: session.heading(wanted, &first.contest().rules),
        place: text.texts.place.clone(),
        chief: text.chief.clone(),
        scrutineers: text.scrutineers.clone(),
        tellers: text.tellers.clone(),
        acts: acts_of_minutes(session)?,
    };
    Ok(Some(documents::minutes(session.output(wanted), &minutes)?))
}

/// The acts, those of check-in drawn together: who came before whom is nothing for the minutes.
fn acts_of_minutes(session: &Documents<'_>) -> Result<Vec<MinutesAct>, OfficeError> {
    let belongs = |act: &&Act| changed_by(&act.entry.event).contains(&Matter::Minutes);
    let mut acts: Vec<MinutesAct> = Vec::new();
    let mut checking_in = false;
    for act in session.log.iter().filter(belongs) {
        let is_check_in = matches!(act.entry.event, Event::CheckedIn { .. } | Event::CheckInUndone { .. });
        let before = if is_check_in && checking_in { acts.pop() } else { None };
        checking_in = is_check_in;
        let mut entered = act_of_minutes(session, act)?;
        if let Some(before) = before {
            entered.number.first = before.number.first;
        }
        acts.push(entered);
    }
    Ok(acts)
}

fn act_of_minutes(session: &Documents<'_>, act: &Act) -> Result<MinutesAct, OfficeError> {
    let by = std::iter::once(act.entry.operator.clone()).chain(act.entry.witness.clone());
    Ok(MinutesAct {
        number: act.number.into(),
        at: act.entry.at,
        by: by.collect(),
        what: what_was_done(session, act)?,
    })
}

/// The act in a sentence, and what came of a round where its result is announced.
fn what_was_done(session: &Documents<'_>, act: &Act) -> Result<String, OfficeError> {
    let sentence = sentence(&act.entry.event, session.profile.text().keys, session.language)?;
    let Event::Announced { round } = act.entry.event else { return Ok(sentence) };
    let counted = session.counted().find(|counted| counted.contest().round() == round);
    Ok(match (counted.map(|counted| outcome(counted, session.language)), session.language) {
        (None, _) => sentence,
        (Some(outcome), Language::Chinese) => format!("{sentence}{outcome}"),
        (Some(outcome), Language::English) => format!("{sentence} {outcome}"),
    })
}

/// Whom a count adopted, and how that was decided.
fn outcome(counted: &Counted, language: Language) -> String {
    let adopted: Vec<CandidateNumber> =
        adopted_in(counted).iter().map(|project| project.number.clone()).collect();
    outcome_words(&adopted, &decision_notes(counted), language)
}

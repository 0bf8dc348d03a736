//! The minutes of the vote (票决过程记录), from the audit log.

use super::{
    cut::decision_notes,
    decided::adopted_in,
    matter::{Matter, changed_by},
    row::{Bytes, Form, OfSession, Row, Scope, Status},
    session::{Act, Documents, Wanted},
    status::is_finished,
};
use crate::{
    errors::{OfficeError, StoreError},
    log::Event,
    wordings,
};
use documents::{Minutes, MinutesAct, Standing, outcome_words};
use messages::Language;
use procedure::{number::CandidateNumber, round::Counted};
use serde_json::Value;

/// Everything about this document.
pub(super) const ROW: Row = Row {
    name: "minutes",
    stem: "minutes",
    form: Form::Pdf,
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
    Ok(Some(documents::minutes(session.fonts, &minutes)?))
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
    let event = serde_json::to_value(&act.entry.event).map_err(StoreError::from)?;
    Ok(MinutesAct {
        number: act.number.into(),
        at: act.entry.at,
        by: by.collect(),
        what: what_was_done(session, act, &event),
    })
}

/// The act in a sentence, and what came of a round where its result is announced.
fn what_was_done(session: &Documents<'_>, act: &Act, event: &Value) -> String {
    let sentence = sentence(event, session.language);
    let Event::Announced { round } = act.entry.event else { return sentence };
    let counted = session.counted().find(|counted| counted.contest().round() == round);
    match (counted.map(|counted| outcome(counted, session.language)), session.language) {
        (None, _) => sentence,
        (Some(outcome), Language::Chinese) => format!("{sentence}{outcome}"),
        (Some(outcome), Language::English) => format!("{sentence} {outcome}"),
    }
}

/// What was done, with its facts: `minutes.` and the act's name in the catalogue, whose sentence ends with its own stop.
fn sentence(event: &Value, language: Language) -> String {
    let facts: Vec<(&str, String)> = event
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, value)| match (name.as_str(), value) {
            ("warnings", Value::Array(warnings)) => ("warnings", number_of(warnings)),
            ("void", Value::Object(reasons)) => ("void", unless_none(sum(reasons.values()))),
            ("differed", Value::Number(differed)) => ("differed", unless_none(differed.as_u64())),
            (name, value) => (name, shown(value, language).trim_end_matches(['。', '.']).to_owned()),
        })
        .collect();
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let act = event.get("act").and_then(Value::as_str).unwrap_or_default();
    with_its_stop(wordings::text(language, &format!("minutes.{act}"), &facts))
}

fn sum<'a>(mut numbers: impl Iterator<Item = &'a Value>) -> Option<u64> {
    numbers.try_fold(0_u64, |sum, number| sum.checked_add(number.as_u64()?))
}

/// A number for a part of a sentence that is left out where there is none.
fn unless_none(number: Option<u64>) -> String {
    number.filter(|number| *number > 0).map(|number| number.to_string()).unwrap_or_default()
}

/// How many warnings; the measure's own notes say which. Nothing where there are none.
fn number_of(warnings: &[Value]) -> String {
    if warnings.is_empty() { String::new() } else { warnings.len().to_string() }
}

fn shown(value: &Value, language: Language) -> String {
    let separator = match language {
        Language::Chinese => "、",
        Language::English => ", ",
    };
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => all_shown(items.iter(), separator, language),
        Value::Object(fields) => all_shown(fields.values(), " + ", language),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn all_shown<'a>(values: impl Iterator<Item = &'a Value>, between: &str, language: Language) -> String {
    values.map(|value| shown(value, language)).collect::<Vec<_>>().join(between)
}

/// Whom a count adopted, and how that was decided.
fn outcome(counted: &Counted, language: Language) -> String {
    let adopted: Vec<CandidateNumber> =
        adopted_in(counted).iter().map(|project| project.number.clone()).collect();
    outcome_words(&adopted, &decision_notes(counted), language)
}

/// A sentence that ends with somebody's Chinese words ends with a Chinese stop, in an English document too.
fn with_its_stop(sentence: String) -> String {
    let is_chinese = |char: char| ('\u{3000}'..='\u{9FFF}').contains(&char) || char > '\u{FF00}';
    match sentence.strip_suffix('.') {
        Some(words) if words.ends_with(is_chinese) => format!("{words}。"),
        _ => sentence,
    }
}

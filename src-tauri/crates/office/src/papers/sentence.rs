//! What an act did, in a sentence for signed papers.

use crate::{
    errors::{OfficeError, StoreError},
    log::Event,
    wordings,
};
use messages::Language;
use serde_json::Value;
use session_model::KeyMaking;

/// What was done, with its facts: `minutes.` and the act's name in the catalogue, whose sentence ends with its own stop.
pub(super) fn sentence(event: &Event, keys: KeyMaking, language: Language) -> Result<String, OfficeError> {
    let code = code(event, keys);
    let event = serde_json::to_value(event).map_err(StoreError::from)?;
    let facts: Vec<(&str, String)> = event
        .as_object()
        .into_iter()
        .flatten()
        .flat_map(within)
        .map(|(name, value)| match (name.as_str(), value) {
            ("warnings", Value::Array(warnings)) => ("warnings", number_of(warnings)),
            ("void", Value::Object(reasons)) => ("void", unless_none(sum(reasons.values()))),
            ("tray" | "box", Value::Object(papers)) => {
                (name.as_str(), sum(papers.values()).unwrap_or_default().to_string())
            }
            ("resumed", Value::Array(counts)) => ("resumed", counts_shown(counts, language)),
            ("differed", Value::Number(differed)) => ("differed", unless_none(differed.as_u64())),
            (name, value) => (name, shown(value, language).trim_end_matches(['。', '.']).to_owned()),
        })
        .collect();
    let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
    // Parts of sentences that tell of these are left out where an act has nothing to say there.
    let unsaid = ["tray", "box", "statement", "unchecked", "resumed"]
        .into_iter()
        .filter(|fact| !facts.iter().any(|(name, _)| name == fact));
    let facts: Vec<(&str, &str)> = facts.iter().copied().chain(unsaid.map(|fact| (fact, ""))).collect();
    Ok(with_its_stop(wordings::text(language, &code, &facts)))
}

/// The sentence's code. What is said of key cards is said otherwise where holders have made the key.
fn code(event: &Event, keys: KeyMaking) -> String {
    let said = match (keys, event) {
        (KeyMaking::Distributed, Event::Sealed { .. }) => "sealed-to-holders",
        (KeyMaking::Distributed, Event::Counted { .. }) => "counted-with-openings",
        (KeyMaking::Distributed, Event::CardsDestroyed { .. }) => "shares-erased",
        (KeyMaking::Dealt | KeyMaking::Distributed, event) => event.name(),
    };
    format!("minutes.{said}")
}

/// A fact, or the facts that it is made of: what was counted before a poll went on.
fn within<'a>(fact: (&'a String, &'a Value)) -> Vec<(&'a String, &'a Value)> {
    match fact {
        (name, Value::Object(count)) if name == "count" => count.iter().collect(),
        fact => vec![fact],
    }
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

/// What was counted in a remote kiosk's tray before its poll went on, each time: the slips, those that there should have been by its
/// box, and what was stated.
fn counts_shown(counts: &[Value], language: Language) -> String {
    let slips = |count: &Value, of: &str| count[of]["slips"].as_u64().unwrap_or_default();
    let each = counts.iter().map(|count| {
        let statement = shown(&count["statement"], language);
        format!(
            "{}/{} {}",
            slips(count, "tray"),
            slips(count, "box"),
            statement.trim_end_matches(['。', '.'])
        )
    });
    each.collect::<Vec<_>>().join("; ")
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

/// A sentence that ends with somebody's Chinese words ends with a Chinese stop, in an English document too.
fn with_its_stop(sentence: String) -> String {
    let is_chinese = |char: char| ('\u{3000}'..='\u{9FFF}').contains(&char) || char > '\u{FF00}';
    match sentence.strip_suffix('.') {
        Some(words) if words.ends_with(is_chinese) => format!("{words}。"),
        _ => sentence,
    }
}

//! Understanding each cell of each entry.

use super::{
    amounts::{self, Amount},
    choices::Choices,
    cleaned::{Ask, Cleaned, Outcome},
    codes::{CellProblem, ChangeCode, QuestionCode},
    deadlines::{self, Deadline},
    entries::Raw,
    form::{Form, Kind},
    notes::Notes,
    outcome::{FileRow, Held},
    texts,
    units::{Unit, WAN, YI, YUAN},
};
use crate::table::{Cell, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Digits that a spreadsheet keeps of a number.
const KEPT_DIGITS: usize = 15;
const TAKE: &str = "take";
const LEAVE_EMPTY: &str = "leave-empty";

/// Words for yes, and for no; in small letters.
const YES: [&str; 14] =
    ["是", "yes", "在任", "在职", "正常", "现任", "有效", "√", "✓", "✔", "1", "y", "true", "有"];
const NO: [&str; 26] = [
    "否",
    "no",
    "离任",
    "已离任",
    "辞职",
    "已辞职",
    "终止",
    "已终止",
    "资格终止",
    "代表资格终止",
    "调离",
    "已调离",
    "调出",
    "罢免",
    "已罢免",
    "去世",
    "已去世",
    "病故",
    "已故",
    "出缺",
    "×",
    "✗",
    "✘",
    "0",
    "n",
    "false",
];

/// What is known besides a cell.
struct Around<'a> {
    kind: Kind,
    of_persons: bool,
    unit: Option<Unit>,
    choices: &'a Choices,
}

/// A question about cells: its code, and what it is about.
type Topic = (QuestionCode, String);

/// Understands all cells. What a person is asked is asked once for all cells of a kind.
pub(super) fn understand(entries: &mut [Raw], form: &Form, choices: &Choices, notes: &mut Notes<'_>) {
    let mut open: BTreeMap<Topic, Vec<(usize, usize, Ask)>> = BTreeMap::new();
    for (place, entry) in entries.iter_mut().enumerate() {
        for (field, column) in form.columns.iter().enumerate() {
            let Some((at, cell)) = entry.cells.get(field).cloned().flatten() else { continue };
            let unit = entry.source.units.get(&at).copied().flatten();
            let around = Around { kind: column.kind, of_persons: form.of_persons, unit, choices };
            let cleaned = clean(&cell, &around);
            if let Some(ask) = settle(entry, field, at, cleaned, notes) {
                open.entry((ask.code, ask.about.clone())).or_default().push((place, field, ask));
            }
        }
    }
    while let Some((topic, cells)) = open.pop_first() {
        for (place, field, ask) in answer(topic, cells, entries, notes) {
            open.entry((ask.code, ask.about.clone())).or_default().push((place, field, ask));
        }
    }
    for entry in entries {
        if !entry.wrong && entry.values.get(form.name()).is_none_or(Option::is_none) {
            entry.find(form.name(), CellProblem::Missing, notes);
        }
    }
}

/// Takes what a cell comes to. Returns what a person must be asked first.
fn settle(entry: &mut Raw, field: usize, at: u32, cleaned: Cleaned, notes: &mut Notes<'_>) -> Option<Ask> {
    for (code, from, to) in &cleaned.steps {
        notes.change(entry.at, at, *code, from, to);
    }
    match cleaned.result {
        Outcome::Value(held) => {
            if let Some(value) = entry.values.get_mut(field) {
                *value = held;
            }
            None
        }
        Outcome::Wrong(problem) => {
            entry.find(field, problem, notes);
            None
        }
        Outcome::Ask(ask) => Some(ask),
    }
}

/// Asks about cells of a kind, and takes what the answer leads to. Returns what is asked next.
fn answer(
    (code, about): Topic,
    cells: Vec<(usize, usize, Ask)>,
    entries: &mut [Raw],
    notes: &mut Notes<'_>,
) -> Vec<(usize, usize, Ask)> {
    let Some((_, _, first)) = cells.first() else { return Vec::new() };
    let choices: Vec<&str> = first.choices.iter().map(|(choice, _)| *choice).collect();
    let rows: BTreeSet<FileRow> =
        cells.iter().filter_map(|(place, ..)| entries.get(*place)).map(|entry| entry.at).collect();
    let decided = notes.ask(code, &about, rows.into_iter().collect(), &choices, first.proposal);
    let mut next = Vec::new();
    for (place, field, ask) in cells {
        let Some(entry) = entries.get_mut(place) else { continue };
        let at = entry.places.get(&field).copied().unwrap_or(entry.column);
        let chosen = ask.choices.into_iter().find(|(choice, _)| decided.as_deref() == Some(*choice));
        let cleaned = chosen.map_or_else(|| Cleaned::value(ask.open), |(_, cleaned)| cleaned);
        next.extend(settle(entry, field, at, cleaned, notes).map(|ask| (place, field, ask)));
    }
    next
}

/// What a cell comes to.
fn clean(cell: &Cell, around: &Around<'_>) -> Cleaned {
    let cleaned = match &cell.value {
        Value::Text(text) => texts::seen(text, around.kind, &|text| understood(text, around)),
        Value::Number { shown, stored } => number(shown, stored, around),
        Value::Unshown { .. } => Cleaned::wrong(CellProblem::FormatUnknown),
        Value::Day(day) if around.kind == Kind::Deadline => Cleaned::value(Some(Held::Day(*day))),
        Value::PartOfDay { shown, meant } if around.kind == Kind::Deadline => {
            deadline(meant).after(ChangeCode::DateForm, shown, meant)
        }
        Value::Day(_) | Value::PartOfDay { .. } => Cleaned::wrong(CellProblem::DateNotText),
        Value::Error(_) => Cleaned::wrong(CellProblem::SpreadsheetError),
        Value::NoValue => Cleaned::wrong(CellProblem::NoValue),
        Value::BrokenQuotes(_) => Cleaned::wrong(CellProblem::BrokenQuotes),
    };
    match &cell.formula {
        Some(formula) if cell.value != Value::NoValue => {
            cleaned.after(ChangeCode::Formula, formula, &cell.shown())
        }
        _ => cleaned,
    }
}

/// A text that is freed of what nobody sees, by what its column holds.
fn understood(text: &str, around: &Around<'_>) -> Cleaned {
    match around.kind {
        Kind::Number { limit } => texts::number(text, limit),
        Kind::Name { limit } if around.of_persons => texts::person(text, limit),
        Kind::Name { limit } => texts::title(text, limit),
        Kind::Group { limit } => texts::group(text, limit),
        Kind::Line { limit } => texts::printable(text, limit),
        Kind::Lines => texts::text(text),
        Kind::Amount => amount(text, around.unit),
        Kind::Deadline => deadline(text),
        Kind::YesNo => yes_or_no(text, around.choices),
    }
}

/// A spreadsheet's number, by what a person sees of it.
fn number(shown: &str, stored: &str, around: &Around<'_>) -> Cleaned {
    let bare = shown.replace(',', "");
    let digits = stored.bytes().filter(u8::is_ascii_digit).count();
    // Zeros before and behind and separators are only how a number is written.
    let value = |text: &str| {
        let text = text.trim_start_matches('0');
        let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text };
        text.to_owned()
    };
    // Of a number that an entry is known by, zeros are a part.
    let is_number = matches!(around.kind, Kind::Number { .. });
    let same = if is_number { bare == stored } else { value(&bare) == value(stored) };
    let code = if digits > KEPT_DIGITS { ChangeCode::Rounded } else { ChangeCode::NumberFormat };
    let changed = |cleaned: Cleaned| if same { cleaned } else { cleaned.after(code, stored, shown) };
    match around.kind {
        Kind::Amount => changed(amount(shown, around.unit)),
        // 2026.10 is 2026.1 to a spreadsheet: October or January.
        Kind::Deadline if stored.split_once('.').is_none_or(|(_, month)| month.len() != 2) => {
            Cleaned::wrong(deadlines::not_a_date())
        }
        Kind::Deadline => deadline(stored),
        Kind::YesNo => yes_or_no(&bare, around.choices),
        _ if digits > KEPT_DIGITS && !stored.contains('.') => Cleaned::wrong(CellProblem::DigitsLost),
        Kind::Number { .. } => changed(understood(&bare, around)),
        Kind::Name { .. } | Kind::Group { .. } | Kind::Line { .. } | Kind::Lines => {
            changed(understood(shown, around))
        }
    }
}

fn deadline(text: &str) -> Cleaned {
    let narrow: String = text.chars().map(super::characters::narrowed).collect();
    match deadlines::read(text) {
        Ok(Deadline::Day(day)) => {
            let read = Cleaned::value(Some(Held::Day(day)));
            // Strokes and the words for year, month and day are as common as dashes.
            let usual = !narrow.contains('.') && narrow == text;
            if usual { read } else { read.after(ChangeCode::DateForm, text, &day.to_string()) }
        }
        Ok(Deadline::Words(words)) => {
            texts::printable(&words, crate::Limits::CELL.min(60)).after(ChangeCode::DateForm, text, &words)
        }
        Ok(Deadline::Nothing) => Cleaned::value(None).after(ChangeCode::EmptyMark, text, ""),
        Err(problem) => Cleaned::wrong(problem),
    }
}

/// An amount in the unit that it names or that its column has; without either a person says which it is.
fn amount(text: &str, unit: Option<Unit>) -> Cleaned {
    let Some(unit) = unit else {
        return match amounts::read(text, YUAN) {
            Ok(Amount::Nothing | Amount::Exact(_, Some(_))) => amount(text, Some(YUAN)),
            Err(problem) if amounts::read(text, WAN).is_err() => Cleaned::wrong(problem),
            Ok(_) | Err(_) => Cleaned::ask(Ask {
                code: QuestionCode::AmountUnit,
                about: String::new(),
                choices: [("yuan", YUAN), ("wan", WAN), ("yi", YI)]
                    .map(|(choice, unit)| (choice, amount(text, Some(unit))))
                    .into(),
                proposal: None,
                open: None,
            }),
        };
    };
    match amounts::read(text, unit) {
        Ok(Amount::Exact(fen, own)) => {
            let narrow: String = text.chars().map(super::characters::narrowed).collect();
            let read = Cleaned::value(Some(Held::Amount(fen)));
            let read = match own.filter(|own| *own != unit) {
                Some(_) => read.after(ChangeCode::Unit, &narrow, &written(fen)),
                None => read,
            };
            let sign = text.contains(['￥', '¥']) && narrow.replace('¥', "") == text.replace(['￥', '¥'], "");
            let code = if sign { ChangeCode::Unit } else { ChangeCode::FullWidth };
            read.after(code, text, &if sign { narrow.replace('¥', "") } else { narrow })
        }
        Ok(Amount::Rough(fen)) => rough(QuestionCode::ApproximateAmount, text, &[(TAKE, fen)]),
        Ok(Amount::Range(from, to)) => {
            rough(QuestionCode::AmountRange, text, &[("lower", from), ("upper", to)])
        }
        Ok(Amount::Nothing) => Cleaned::value(None).after(ChangeCode::EmptyMark, text, ""),
        Err(problem) => Cleaned::wrong(problem),
    }
}

/// An amount in 万元, as changes show it.
fn written(fen: u64) -> String {
    let (whole, decimals) = (fen / 1_000_000, fen % 1_000_000);
    let decimals = format!("{decimals:06}");
    let decimals = decimals.trim_end_matches('0');
    if decimals.is_empty() { format!("{whole}万元") } else { format!("{whole}.{decimals}万元") }
}

fn rough(code: QuestionCode, text: &str, amounts: &[(&'static str, u64)]) -> Cleaned {
    let take = |(choice, fen): &(&'static str, u64)| {
        (*choice, Cleaned::value(Some(Held::Amount(*fen))).after(ChangeCode::Unit, text, &written(*fen)))
    };
    let leave = (LEAVE_EMPTY, Cleaned::value(None).after(ChangeCode::EmptyMark, text, ""));
    let choices = amounts.iter().map(take).chain([leave]).collect();
    Cleaned::ask(Ask { code, about: String::new(), choices, proposal: None, open: None })
}

fn yes_or_no(text: &str, choices: &Choices) -> Cleaned {
    let narrow: String = text.chars().map(super::characters::narrowed).collect();
    let word = narrow.trim().to_lowercase();
    let known = YES.contains(&word.as_str()) || NO.contains(&word.as_str());
    let meaning =
        choices.remembered.words.get(&word).copied().or(known.then(|| YES.contains(&word.as_str())));
    let taken = |yes: bool| {
        let plain = ["是", "否", "yes", "no"].contains(&word.as_str());
        let read = Cleaned::value(Some(Held::YesNo(yes)));
        if plain { read } else { read.after(ChangeCode::YesNoWord, text, if yes { "是" } else { "否" }) }
    };
    match meaning {
        Some(yes) => taken(yes),
        None => Cleaned::ask(Ask {
            code: QuestionCode::UnknownWord,
            about: word.clone(),
            choices: vec![("yes", taken(true)), ("no", taken(false))],
            proposal: None,
            open: None,
        }),
    }
}

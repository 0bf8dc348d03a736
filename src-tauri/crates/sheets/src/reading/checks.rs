//! What only the whole list shows: numbers, persons twice, spellings, counts.

use super::{
    codes::{CellProblem, ChangeCode, LeftOutCode, QuestionCode},
    entries::Raw,
    form::{Form, Kind},
    notes::Notes,
    outcome::{FileRow, Held},
    spellings,
};
use std::collections::{BTreeMap, BTreeSet};

const KEEP: &str = "keep";
const LEAVE_OUT: &str = "leave-out";
const REFUSE: &str = "refuse";

/// Marks that are put where something holds, and left away where it doesn't.
const MARKS: [&str; 5] = ["√", "✓", "✔", "○", "●"];

/// Looks at the whole list.
pub(super) fn check(entries: &mut Vec<Raw>, form: &Form, notes: &mut Notes<'_>) {
    if form.of_persons {
        group_spellings(entries, form, notes);
        digits_in_names(entries, form, notes);
    }
    names_twice(entries, form, notes);
    counts(entries, notes);
    blank_marks(entries, form, notes);
    if let Some(number) = form.number() {
        missing_numbers(entries, number, notes);
        numbers_twice(entries, number, form, notes);
    }
}

fn rows_of<'a>(entries: impl Iterator<Item = &'a Raw>) -> Vec<FileRow> {
    let rows: BTreeSet<FileRow> = entries.map(|entry| entry.at).collect();
    rows.into_iter().collect()
}

/// Asks whether several spellings of a group are one, and makes them one.
fn group_spellings(entries: &mut [Raw], form: &Form, notes: &mut Notes<'_>) {
    let Some(group) = form.group() else { return };
    let unusual = spellings::unusual(entries.iter().filter_map(|entry| entry.text(group)));
    if unusual.is_empty() {
        return;
    }
    let is_unusual = |entry: &&Raw| entry.text(group).is_some_and(|text| unusual.contains_key(text));
    let rows = rows_of(entries.iter().filter(is_unusual));
    let about =
        unusual.iter().map(|(name, usual)| format!("{name} → {usual}")).collect::<Vec<_>>().join("; ");
    let choices = ["unify", KEEP];
    if notes.ask(QuestionCode::GroupSpelling, &about, rows, &choices, Some("unify")).as_deref()
        != Some("unify")
    {
        return;
    }
    for entry in entries {
        let Some((name, usual)) = entry.text(group).and_then(|text| unusual.get_key_value(text)) else {
            continue;
        };
        let column = entry.places.get(&group).copied().unwrap_or(entry.column);
        notes.change(entry.at, column, ChangeCode::Spelling, name, usual);
        entry.set_text(group, usual);
    }
}

/// Asks about names with digits, unless most names of the list have some.
fn digits_in_names(entries: &mut Vec<Raw>, form: &Form, notes: &mut Notes<'_>) {
    let has_digits = |entry: &Raw| {
        entry
            .text(form.name())
            .is_some_and(|name| name.contains(|character: char| character.is_ascii_digit()))
    };
    let rows = rows_of(entries.iter().filter(|entry| has_digits(entry)));
    if rows.is_empty() || rows.len() * 2 > entries.len() {
        return;
    }
    let answer = notes.ask(QuestionCode::DigitsInName, "", rows.clone(), &[KEEP, LEAVE_OUT], None);
    if answer.as_deref() == Some(LEAVE_OUT) {
        for row in rows {
            notes.leave_out(row, LeftOutCode::NoName);
        }
        entries.retain(|entry| !has_digits(entry));
    }
}

/// Asks whether entries of one name in one group are one; the first stays where they are.
fn names_twice(entries: &mut Vec<Raw>, form: &Form, notes: &mut Notes<'_>) {
    let key = |entry: &Raw| {
        let group = form.group().and_then(|group| entry.text(group)).unwrap_or_default();
        entry.text(form.name()).map(|name| (name.to_owned(), group.to_owned()))
    };
    let mut seen: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (place, entry) in entries.iter().enumerate().filter(|(_, entry)| !entry.wrong) {
        if let Some(key) = key(entry) {
            seen.entry(key).or_default().push(place);
        }
    }
    seen.retain(|_, places| places.len() > 1);
    if seen.is_empty() {
        return;
    }
    let about = seen.keys().map(|(name, _)| name.as_str()).collect::<BTreeSet<_>>();
    let about = about.into_iter().collect::<Vec<_>>().join("、");
    let rows = rows_of(seen.values().flatten().filter_map(|place| entries.get(*place)));
    let answer = notes.ask(QuestionCode::NameTwice, &about, rows, &[KEEP, LEAVE_OUT], None);
    if answer.as_deref() == Some(LEAVE_OUT) {
        let later: BTreeSet<usize> =
            seen.values().flat_map(|places| places.iter().skip(1)).copied().collect();
        let mut place = 0;
        entries.retain(|entry| {
            let stays = !later.contains(&place);
            place += 1;
            if !stays {
                notes.leave_out(entry.at, LeftOutCode::ByPerson);
            }
            stays
        });
    }
}

/// Asks whether a list is complete whose headings name other counts than there are entries below them.
fn counts(entries: &mut [Raw], notes: &mut Notes<'_>) {
    let heading_of = |entry: &Raw| {
        let heading = entry.heading.as_ref()?;
        Some((FileRow { row: heading.row, ..entry.at }, heading.count?))
    };
    let mut counted: BTreeMap<FileRow, (u32, u32)> = BTreeMap::new();
    for (heading, count) in entries.iter().filter_map(heading_of) {
        counted.entry(heading).or_insert((count, 0)).1 += 1;
    }
    let rows: Vec<FileRow> =
        counted.iter().filter(|(_, (said, found))| said != found).map(|(row, _)| *row).collect();
    if rows.is_empty() {
        return;
    }
    let answer = notes.ask(QuestionCode::CountDiffers, "", rows.clone(), &["complete", REFUSE], None);
    if answer.as_deref() == Some(REFUSE) {
        let first = entries
            .iter_mut()
            .find(|entry| heading_of(entry).is_some_and(|(heading, _)| rows.contains(&heading)));
        if let Some(entry) = first {
            let column = 0;
            entry.find(column, CellProblem::Refused, notes);
        }
    }
}

/// Asks what empty cells mean in a column that otherwise holds marks alone.
fn blank_marks(entries: &mut [Raw], form: &Form, notes: &mut Notes<'_>) {
    let Some(field) = form.place_of(|kind| *kind == Kind::YesNo) else { return };
    let shown: Vec<String> = entries.iter().map(|entry| entry.shown(field)).collect();
    let marks = shown.iter().filter(|text| MARKS.contains(&text.as_str())).count();
    let blank: Vec<usize> =
        (0..shown.len()).filter(|place| shown.get(*place).is_some_and(String::is_empty)).collect();
    if marks == 0 || blank.is_empty() || marks + blank.len() != shown.len() {
        return;
    }
    let rows = rows_of(blank.iter().filter_map(|place| entries.get(*place)));
    let answer = notes.ask(QuestionCode::BlankMarks, "", rows, &["yes", "no"], None);
    for place in blank {
        let value = entries.get_mut(place).and_then(|entry| entry.values.get_mut(field));
        if let (Some(value), Some(answer)) = (value, answer.as_deref()) {
            *value = Some(Held::YesNo(answer == "yes"));
        }
    }
}

/// Proposes numbers for entries that have none: counted on behind the largest that there is.
fn missing_numbers(entries: &mut [Raw], number: usize, notes: &mut Notes<'_>) {
    let lacks = |entry: &Raw| !entry.wrong && entry.values.get(number).is_none_or(Option::is_none);
    let rows = rows_of(entries.iter().filter(|entry| lacks(entry)));
    if rows.is_empty() {
        return;
    }
    let choices = ["by-order", REFUSE];
    let answer = notes.ask(QuestionCode::NumbersMissing, "", rows, &choices, Some("by-order"));
    let written: Vec<&str> = entries.iter().filter_map(|entry| entry.text(number)).collect();
    let width = written.iter().map(|text| text.len()).max().unwrap_or(1);
    let mut last: u64 = written.iter().filter_map(|text| text.parse().ok()).max().unwrap_or(0);
    for entry in entries.iter_mut().filter(|entry| lacks(entry)) {
        if answer.as_deref() == Some(REFUSE) {
            entry.find(number, CellProblem::Missing, notes);
            continue;
        }
        last = last.saturating_add(1);
        give_number(entry, number, &format!("{last:0>width$}"), notes);
    }
}

fn give_number(entry: &mut Raw, number: usize, text: &str, notes: &mut Notes<'_>) {
    let column = entry.places.get(&number).copied().unwrap_or(entry.column);
    let before = entry.text(number).unwrap_or_default().to_owned();
    if before != text {
        notes.change(entry.at, column, ChangeCode::Numbered, &before, text);
        entry.set_text(number, text);
    }
}

/// The part of a list within which numbers would be counted from one: sheet, block and group.
type Part = (usize, usize, String);

fn part_of(entry: &Raw, form: &Form) -> Part {
    let group = form.group().and_then(|group| entry.text(group)).unwrap_or_default();
    (entry.at.sheet, entry.block, group.to_owned())
}

/// Finds numbers that several entries have; where they begin again in each part of the list, they can be counted through.
fn numbers_twice(entries: &mut [Raw], number: usize, form: &Form, notes: &mut Notes<'_>) {
    let mut first_rows: BTreeMap<String, u32> = BTreeMap::new();
    let mut twice: Vec<(usize, u32)> = Vec::new();
    for (place, entry) in entries.iter().enumerate().filter(|(_, entry)| !entry.wrong) {
        let Some(text) = entry.text(number) else { continue };
        match first_rows.get(text) {
            Some(first) => twice.push((place, *first)),
            None => drop(first_rows.insert(text.to_owned(), entry.at.row)),
        }
    }
    if twice.is_empty() {
        return;
    }
    if begin_again(entries, number, form) {
        let rows = rows_of(twice.iter().filter_map(|(place, _)| entries.get(*place)));
        let choices = ["count-through", REFUSE];
        let answer = notes.ask(QuestionCode::NumbersRestart, "", rows, &choices, Some("count-through"));
        if answer.as_deref() == Some("count-through") {
            for (count, entry) in (1_usize..).zip(entries.iter_mut().filter(|entry| !entry.wrong)) {
                give_number(entry, number, &count.to_string(), notes);
            }
            return;
        }
    }
    for (place, first_row) in twice {
        if let Some(entry) = entries.get_mut(place) {
            entry.find(number, CellProblem::DuplicateNumber { first_row }, notes);
        }
    }
}

/// Whether the numbers of each part are 1, 2, 3 and so on, and there are several parts.
fn begin_again(entries: &[Raw], number: usize, form: &Form) -> bool {
    let mut counts: BTreeMap<Part, u64> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| !entry.wrong) {
        let count = counts.entry(part_of(entry, form)).or_default();
        *count += 1;
        if entry.text(number).and_then(|text| text.parse().ok()) != Some(*count) {
            return false;
        }
    }
    counts.len() > 1
}

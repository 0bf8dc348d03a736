//! The titles of a list: in which rows they are, what each column holds, and whether blocks of columns are side by side.

use super::{
    choices::Choices,
    form::Form,
    names::{plain, without_brackets},
    units::{self, Unit},
};
use crate::table::{Table, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Rows among which the titles are looked for: instructions may be above them.
const ROWS_TO_LOOK_AT: usize = 100;
/// Known titles by which a row is told to be one of titles, though it lacks that of names.
const SEVERAL: usize = 2;
/// Rows that titles may be over.
const TITLE_ROWS: u32 = 3;
/// The running number of a list's rows. It is the number where the list has no other, and says nothing beside one.
const RUNNING_NUMBER: &str = "序号";
/// Words below a title that divides an amount, for the amount itself.
const WHOLE: [&str; 6] = ["合计", "小计", "总计", "总额", "总数", "total"];

/// The title of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Title {
    /// What is written, over its lines.
    pub(super) lines: Vec<String>,
    /// The field, by its place in the form.
    pub(super) field: Option<usize>,
    /// The unit that it names.
    pub(super) unit: Option<Unit>,
}

impl Title {
    /// What is written, in one line.
    pub(super) fn text(&self) -> String {
        self.lines.join(" ")
    }
}

/// Columns that belong to one list; several such blocks may be side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) first: u32,
    pub(super) last: u32,
    /// The columns of the fields.
    pub(super) fields: BTreeMap<usize, u32>,
}

/// The titles of a list.
#[derive(Debug, Clone)]
pub(super) struct Titles {
    /// The rows of the titles, from 1.
    pub(super) first: u32,
    pub(super) last: u32,
    /// Titles by their columns.
    pub(super) columns: BTreeMap<u32, Title>,
    pub(super) blocks: Vec<Block>,
    /// The second of two columns of one meaning, and the first.
    pub(super) twice: Vec<(u32, u32)>,
    /// A line above that names the unit of amounts.
    pub(super) unit_line: Option<(u32, u32, Unit)>,
}

/// The titles of a list of this form in this sheet: the row with the most known titles, the first of equals. Where none of
/// these has a title for names, a row with several others has no blocks.
pub(super) fn find(table: &Table, form: &Form, choices: &Choices) -> Option<Titles> {
    let known = Known::of(form, choices);
    if let Some(row) = choices.title_row {
        return at(table, row, &known, form, choices);
    }
    let rows = table.rows.iter().take(ROWS_TO_LOOK_AT);
    let counted = rows.map(|(number, row)| {
        let fields: BTreeSet<usize> =
            row.cells.values().filter_map(|cell| known.field_of(&cell.shown())).collect();
        (*number, fields.len())
    });
    let mut best: Vec<(u32, usize)> = counted.filter(|(_, fields)| *fields > 0).collect();
    // Sorting keeps the order of equals.
    best.sort_by_key(|(_, fields)| std::cmp::Reverse(*fields));
    let titles = |(row, _): &(u32, usize)| at(table, *row, &known, form, choices);
    let with_names = best.iter().take(3).filter_map(titles).find(|titles| !titles.blocks.is_empty());
    with_names.or_else(|| best.first().filter(|(_, fields)| *fields >= SEVERAL).and_then(titles))
}

/// The titles whose main row this is; without blocks if no column of names is among them.
fn at(table: &Table, row: u32, known: &Known<'_>, form: &Form, choices: &Choices) -> Option<Titles> {
    let (first, last) = rows_of(table, row);
    let mut columns = BTreeMap::new();
    let width = (first..=last).filter_map(|row| table.rows.get(&row)?.cells.keys().next_back()).max()?;
    for column in 0..=*width {
        let lines = lines_of(table, first, last, column);
        if !lines.is_empty() {
            columns.insert(column, title(lines, known));
        }
    }
    for (column, field) in &choices.columns {
        let field = field.as_deref().and_then(|name| form.field(name));
        let title = columns.entry(*column).or_insert(Title { lines: Vec::new(), field, unit: None });
        title.field = field;
    }
    let (blocks, twice) = blocks(&mut columns, form);
    let unit_line = unit_line(table, last);
    Some(Titles { first, last, columns, blocks, twice, unit_line })
}

/// The rows that titles are over, given their main row: merged cells say so, or a second line that leaves names and
/// numbers empty.
fn rows_of(table: &Table, row: u32) -> (u32, u32) {
    let upright =
        |area: &&crate::table::Area| area.first.1 == area.last.1 && area.last.0 - area.first.0 < TITLE_ROWS;
    let areas = || table.areas_of(row).filter(upright);
    let first = areas().map(|area| area.first.0).min().unwrap_or(row);
    let last = areas().map(|area| area.last.0).max().unwrap_or(row);
    if last == row && divides(table, row) { (first, row + 1) } else { (first, last) }
}

/// Whether the row below one of titles divides some of them: texts without digits, first below an empty or merged title.
fn divides(table: &Table, row: u32) -> bool {
    let (Some(upper), Some(lower)) = (table.rows.get(&row), table.rows.get(&(row + 1))) else { return false };
    let is_word = |cell: &crate::table::Cell| matches!(&cell.value, Value::Text(text) if !text.contains(|character: char| character.is_ascii_digit()));
    let first = upper.cells.keys().next();
    let leaves_first = first.is_some_and(|first| !lower.cells.contains_key(first));
    let below_nothing = lower.cells.keys().filter(|column| !upper.cells.contains_key(column)).count();
    // What is left of all titles divides none of them: it may be a heading.
    let is_right = first.is_some_and(|first| lower.cells.keys().all(|column| column > first));
    leaves_first && is_right && below_nothing > 0 && lower.cells.values().all(is_word)
}

/// What is written above a column, line by line. A title that is merged over several columns, or stands before empty ones
/// with a line below, is each one's.
fn lines_of(table: &Table, first: u32, last: u32, column: u32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for row in first..=last {
        let mut text = table.shown(row, column);
        if text.is_empty()
            && let Some(area) = table.area(row, column).filter(|area| area.first.0 == row)
        {
            text = table.shown(area.first.0, area.first.1);
        } else if text.is_empty() && row < last && table.area(row, column).is_none() {
            text = divided_title(table, row, column);
        }
        if !text.is_empty() {
            lines.push(text.replace('\n', ""));
        }
    }
    lines
}

/// The title left of an empty one, where both have a line below.
fn divided_title(table: &Table, row: u32, column: u32) -> String {
    let has_line_below = |column| table.cell(row + 1, column).is_some();
    if !has_line_below(column) {
        return String::new();
    }
    let left = (0..column).rev().find(|left| table.cell(row, *left).is_some() || !has_line_below(*left));
    left.filter(|left| has_line_below(*left)).map(|left| table.shown(row, left)).unwrap_or_default()
}

fn title(lines: Vec<String>, known: &Known<'_>) -> Title {
    let unit = lines.iter().rev().find_map(|line| units::of_title(line));
    let known = |text: &str| known.field_of(text);
    let field = match lines.as_slice() {
        [] => None,
        [only] => known(only),
        [upper, .., lower] if WHOLE.contains(&without_brackets(&plain(lower)).as_str()) => known(upper),
        [.., lower] => known(&lines.concat()).or_else(|| known(lower)),
    };
    Title { lines, field, unit }
}

/// The titles that are known: those of the form, and those that a person has said the meaning of.
struct Known<'a> {
    form: &'a Form,
    choices: &'a Choices,
    /// Fields by the plain titles of the form, with and without what is in brackets.
    fields: BTreeMap<String, usize>,
}

impl<'a> Known<'a> {
    fn of(form: &'a Form, choices: &'a Choices) -> Self {
        let mut fields = BTreeMap::new();
        for (field, column) in form.columns.iter().enumerate() {
            let titles = [column.chinese, column.english].into_iter().chain(column.others.iter().copied());
            for title in titles.map(plain) {
                // Of two columns with one title, the first has it.
                fields.entry(without_brackets(&title)).or_insert(field);
                fields.entry(title).or_insert(field);
            }
        }
        Self { form, choices, fields }
    }

    /// The field that a title means.
    fn field_of(&self, title: &str) -> Option<usize> {
        let title = plain(title);
        if let Some(chosen) = self.choices.remembered.titles.get(&title) {
            return chosen.as_deref().and_then(|name| self.form.field(name));
        }
        let bare = without_brackets(&title);
        let (without_unit, _) = units::at_end(&bare);
        let without_unit = without_unit.trim_end_matches([':', '/', ',', '、']);
        let forms = [title.as_str(), bare.as_str(), without_unit];
        forms.into_iter().find_map(|title| self.fields.get(title).copied())
    }
}

/// The blocks of columns, and columns whose meaning another column of the block has already.
fn blocks(columns: &mut BTreeMap<u32, Title>, form: &Form) -> (Vec<Block>, Vec<(u32, u32)>) {
    set_running_numbers_aside(columns, form);
    let fields: Vec<(u32, usize)> =
        columns.iter().filter_map(|(column, title)| Some((*column, title.field?))).collect();
    let names_left =
        |from: u32| fields.iter().any(|(column, field)| *column >= from && *field == form.name());
    let mut blocks: Vec<Block> = Vec::new();
    let mut twice = Vec::new();
    for (column, field) in &fields {
        let is_complete = |block: &Block| block.fields.contains_key(&form.name());
        match blocks.last_mut() {
            Some(block) if block.fields.contains_key(field) => {
                if is_complete(block) && names_left(*column) {
                    block.last = *column - 1;
                    blocks.push(Block { first: *column, last: u32::MAX, fields: [(*field, *column)].into() });
                } else {
                    twice.extend(block.fields.get(field).map(|first| (*column, *first)));
                }
            }
            Some(block) => drop(block.fields.insert(*field, *column)),
            None => blocks.push(Block { first: 0, last: u32::MAX, fields: [(*field, *column)].into() }),
        }
    }
    blocks.retain(|block| block.fields.contains_key(&form.name()));
    let alike = blocks.windows(2).all(|pair| match pair {
        [left, right] => left.fields.keys().eq(right.fields.keys()),
        _ => true,
    });
    if !alike {
        keep_largest(&mut blocks, &mut twice);
    }
    for (column, _) in &twice {
        if let Some(title) = columns.get_mut(column) {
            title.field = None;
        }
    }
    (blocks, twice)
}

/// Blocks that differ are no list in parts: the one with the most fields is the list.
fn keep_largest(blocks: &mut Vec<Block>, twice: &mut Vec<(u32, u32)>) {
    let Some(largest) = blocks.iter().rev().max_by_key(|block| block.fields.len()).cloned() else { return };
    for block in blocks.iter().filter(|block| **block != largest) {
        for (field, column) in &block.fields {
            twice.extend(largest.fields.get(field).map(|first| (*column, *first)));
        }
    }
    *blocks = vec![Block { first: 0, last: u32::MAX, ..largest }];
}

/// A running number beside another number says nothing.
fn set_running_numbers_aside(columns: &mut BTreeMap<u32, Title>, form: &Form) {
    let is_running = |title: &Title| plain(&title.text()) == RUNNING_NUMBER;
    let numbers: Vec<u32> = columns
        .iter()
        .filter(|(_, title)| title.field.is_some() && title.field == form.number())
        .map(|(column, _)| *column)
        .collect();
    let running = |column: &u32| columns.get(column).is_some_and(is_running);
    if numbers.iter().any(|column| !running(column)) {
        let idle: Vec<u32> = numbers.into_iter().filter(running).collect();
        for column in idle {
            if let Some(title) = columns.get_mut(&column) {
                title.field = None;
            }
        }
    }
}

/// The cell above or among the titles that names the unit of amounts.
fn unit_line(table: &Table, last: u32) -> Option<(u32, u32, Unit)> {
    table.rows.range(..=last).find_map(|(number, row)| {
        row.cells
            .iter()
            .find_map(|(column, cell)| units::of_line(&cell.shown()).map(|unit| (*number, *column, unit)))
    })
}

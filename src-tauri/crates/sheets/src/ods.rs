//! .ods: the tables of an `OpenDocument` spreadsheet. It holds what a person sees of each cell beside the value.

use crate::{
    FileProblem, Limits,
    table::{Allowance, Area, Cell, Table, Value},
    xml::{Element, Step, Walk, add},
    zipped::{Package, damaged},
};
use std::collections::BTreeSet;

const CONTENT: &str = "content.xml";
/// As many spaces as are taken where a file says how many there are.
const SPACES: &str = "                                ";

/// What styles say, by their names.
#[derive(Default)]
struct Styles {
    /// Styles of sheets that aren't shown.
    unseen: BTreeSet<String>,
    /// Styles of cells that are struck through.
    struck: BTreeSet<String>,
    /// The style that is being read.
    current: String,
}

impl Styles {
    fn take(&mut self, element: &Element<'_>) -> Result<(), FileProblem> {
        if element.is("style") {
            self.current = element.attribute("name")?.unwrap_or_default();
        } else if element.is("table-properties")
            && element.attribute("display")?.is_some_and(|display| display == "false")
        {
            self.unseen.insert(self.current.clone());
        } else if element.is("text-properties")
            && element.attribute("text-line-through-style")?.is_some_and(|line| line != "none")
        {
            self.struck.insert(self.current.clone());
        }
        Ok(())
    }
}

/// A sheet on its way from elements to cells.
struct Reading<'a> {
    allowance: &'a mut Allowance,
    styles: &'a Styles,
    table: Table,
    /// The row and the column that come next.
    row: u32,
    column: u32,
    /// How often the row that is read is repeated, and whether it is hidden.
    repeated: u32,
    hidden: bool,
}

/// The visible sheets that hold something.
pub(crate) fn read(package: &mut Package<'_>) -> Result<Vec<Table>, FileProblem> {
    let text = package.part(CONTENT)?;
    let mut walk = Walk::new(CONTENT, &text);
    let mut allowance = Allowance::new();
    let mut styles = Styles::default();
    let mut tables = Vec::new();
    let mut sheets = 0;
    while let Some(step) = walk.next()? {
        let Step::Open(element) = step else { continue };
        styles.take(&element)?;
        if element.is("table") {
            sheets += 1;
            if sheets > Limits::SHEETS {
                return Err(FileProblem::TooManySheets { limit: Limits::SHEETS });
            }
            let seen = element.attribute("style-name")?.is_none_or(|style| !styles.unseen.contains(&style));
            let name = element.attribute("name")?.unwrap_or_default();
            let table = Reading::of(&name, &styles, &mut allowance).table(&mut walk)?;
            if seen && !table.rows.is_empty() {
                tables.push(table);
            }
        }
    }
    Ok(tables)
}

impl<'a> Reading<'a> {
    fn of(name: &str, styles: &'a Styles, allowance: &'a mut Allowance) -> Self {
        Self { allowance, styles, table: Table::named(name), row: 1, column: 0, repeated: 1, hidden: false }
    }

    fn table(mut self, walk: &mut Walk<'_>) -> Result<Table, FileProblem> {
        loop {
            match walk.next()? {
                Some(Step::Open(element)) if element.is("table-row") => {
                    self.repeated = count(&element, "number-rows-repeated")?;
                    self.hidden = element.attribute("visibility")?.is_some_and(|value| value != "visible");
                    self.column = 0;
                }
                Some(Step::Close(name)) if name == "table-row" => {
                    self.row = self.row.saturating_add(self.repeated);
                }
                Some(Step::Open(element)) if element.is("table-cell") || element.is("covered-table-cell") => {
                    let name = if element.is("table-cell") { "table-cell" } else { "covered-table-cell" };
                    self.cell(walk, &element, name)?;
                }
                Some(Step::Close(name)) if name == "table" => return Ok(self.table),
                Some(_) => {}
                None => return Err(damaged(CONTENT, "ends too early")),
            }
        }
    }

    fn cell(&mut self, walk: &mut Walk<'_>, element: &Element<'_>, name: &str) -> Result<(), FileProblem> {
        let repeated = count(element, "number-columns-repeated")?;
        let text = shown(walk, name)?;
        let first = (self.row, self.column);
        let spans = |name: &str| count(element, name);
        let last = (
            self.row.saturating_add(spans("number-rows-spanned")? - 1),
            self.column.saturating_add(spans("number-columns-spanned")? - 1),
        );
        if first != last {
            self.table.merge(Area { first, last }, self.allowance)?;
        }
        let struck =
            element.attribute("style-name")?.is_some_and(|style| self.styles.struck.contains(&style));
        if let Some(cell) = held(element, &text)?.map(|cell| Cell { struck, ..cell }) {
            // A format of empty cells is repeated to the end of a sheet; what holds something is repeated by hand.
            for row in 0..self.repeated {
                for column in 0..repeated {
                    self.allowance.take(text.len())?;
                    let row = self.row.saturating_add(row);
                    self.table.put(row, self.column.saturating_add(column), cell.clone());
                    if let Some(row) = self.table.rows.get_mut(&row) {
                        row.hidden = self.hidden;
                    }
                }
            }
        }
        self.column = self.column.saturating_add(repeated);
        Ok(())
    }
}

/// A count, 1 where it isn't said.
fn count(element: &Element<'_>, name: &str) -> Result<u32, FileProblem> {
    Ok(element.attribute(name)?.and_then(|count| count.parse().ok()).unwrap_or(1).max(1))
}

/// The text that a person sees in a cell, up to its closing: paragraphs are lines. Remarks beside the cell are left out.
fn shown(walk: &mut Walk<'_>, closing: &str) -> Result<String, FileProblem> {
    let mut text = String::new();
    let mut paragraphs = 0;
    let mut within_paragraph = false;
    let mut remarks = 0_u32;
    loop {
        match walk.next()? {
            Some(Step::Open(element)) if element.is("annotation") => remarks += 1,
            Some(Step::Close(name)) if name == "annotation" => remarks = remarks.saturating_sub(1),
            Some(Step::Close(name)) if name == closing => return Ok(text),
            None => return Err(damaged(CONTENT, "ends too early")),
            Some(_) if remarks > 0 => {}
            Some(Step::Open(element)) if element.is("p") => {
                add(&mut text, if paragraphs > 0 { "\n" } else { "" })?;
                paragraphs += 1;
                within_paragraph = true;
            }
            Some(Step::Close(name)) if name == "p" => within_paragraph = false,
            Some(Step::Open(element)) if element.is("s") => {
                let spaces = usize::try_from(count(&element, "c")?).unwrap_or(SPACES.len());
                add(&mut text, SPACES.get(..spaces).unwrap_or(SPACES))?;
            }
            Some(Step::Open(element)) if element.is("tab") => add(&mut text, " ")?,
            Some(Step::Open(element)) if element.is("line-break") => add(&mut text, "\n")?,
            Some(Step::Text(more)) if within_paragraph => add(&mut text, &more)?,
            Some(_) => {}
        }
    }
}

/// The cell of what is seen and of the value beside it.
fn held(element: &Element<'_>, text: &str) -> Result<Option<Cell>, FileProblem> {
    let value = element.attribute("value")?;
    let formula = element.attribute("formula")?.map(Into::into);
    let cell = match element.attribute("value-type")?.as_deref() {
        Some("float" | "currency" | "percentage") => {
            let stored = value.unwrap_or_else(|| text.to_owned());
            let shown = if text.trim().is_empty() { stored.clone() } else { text.trim().to_owned() };
            Some(Cell::of(Value::Number { shown, stored }))
        }
        Some("date") => {
            let day = element.attribute("date-value")?.unwrap_or_default();
            // A format that hides the day shows fewer than three numbers.
            let numbers =
                text.split(|character: char| !character.is_ascii_digit()).filter(|part| !part.is_empty());
            let whole = numbers.count() >= 3;
            let day = day.get(..10).and_then(|day| day.parse().ok()).filter(|_| whole);
            let shown = text.trim();
            let part = || Value::PartOfDay { shown: shown.to_owned(), meant: shown.to_owned() };
            Some(Cell::of(day.map_or_else(part, Value::Day)))
        }
        _ if text.starts_with('#') && formula.is_some() => Some(Cell::of(Value::Error(text.to_owned()))),
        _ => Cell::text(text),
    };
    Ok(cell.map(|cell| Cell { formula, ..cell }))
}

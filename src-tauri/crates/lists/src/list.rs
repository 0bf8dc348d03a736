//! From entries of a list to delegates and candidates.

use super::forms;
use procedure::{
    candidate::Candidate,
    deadline::Deadline,
    money::Money,
    number::{CandidateNumber, DelegateNumber},
    roster::Delegate,
};
use sheets::{
    reading::{self, Choices, Entry, Form, Held, Reading},
    table::Table,
};

/// Which list a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    /// A roster.
    Delegates,
    /// A candidate list.
    Candidates,
}

impl ListKind {
    /// The list's form.
    pub(super) fn form(self) -> Form {
        match self {
            Self::Delegates => forms::delegates(),
            Self::Candidates => forms::candidates(),
        }
    }

    /// The fields of the list, by their names on the wire.
    #[must_use]
    pub fn fields(self) -> Vec<&'static str> {
        self.form().columns.iter().map(|column| column.field).collect()
    }
}

/// A list of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum List {
    /// A roster.
    Delegates(Vec<Delegate>),
    /// A candidate list.
    Candidates(Vec<Candidate>),
}

/// Reads the list of a file.
#[must_use]
pub fn read(kind: ListKind, file_name: &str, bytes: &[u8], choices: &Choices) -> Reading {
    match sheets::read(file_name, bytes) {
        Ok(tables) => of_tables(kind, &tables, choices),
        Err(problem) => reading::unusable(problem),
    }
}

/// Reads the list of these sheets.
pub(super) fn of_tables(kind: ListKind, tables: &[Table], choices: &Choices) -> Reading {
    reading::read(tables, &kind.form(), choices)
}

/// The list that was read; what is still open or wrong is not in it.
#[must_use]
pub fn list_of(kind: ListKind, reading: &Reading) -> List {
    let form = kind.form();
    let fields = || reading.entries.iter().map(|entry| Fields { form: &form, entry });
    match kind {
        ListKind::Delegates => List::Delegates(fields().map(|fields| fields.delegate()).collect()),
        ListKind::Candidates => List::Candidates(fields().map(|fields| fields.candidate()).collect()),
    }
}

/// Reads a roster that needs no answer; fails with what is open or wrong.
pub fn delegates(file_name: &str, bytes: &[u8]) -> Result<Vec<Delegate>, Box<Reading>> {
    let form = forms::delegates();
    let reading = clear(ListKind::Delegates, file_name, bytes)?;
    Ok(reading.entries.iter().map(|entry| Fields { form: &form, entry }.delegate()).collect())
}

/// Reads a candidate list that needs no answer; fails with what is open or wrong.
pub fn candidates(file_name: &str, bytes: &[u8]) -> Result<Vec<Candidate>, Box<Reading>> {
    let form = forms::candidates();
    let reading = clear(ListKind::Candidates, file_name, bytes)?;
    Ok(reading.entries.iter().map(|entry| Fields { form: &form, entry }.candidate()).collect())
}

fn clear(kind: ListKind, file_name: &str, bytes: &[u8]) -> Result<Reading, Box<Reading>> {
    let reading = read(kind, file_name, bytes, &Choices::default());
    if reading.is_clear() { Ok(reading) } else { Err(Box::new(reading)) }
}

/// The fields of an entry, by their names.
struct Fields<'a> {
    form: &'a Form,
    entry: &'a Entry,
}

impl Fields<'_> {
    fn held(&self, field: &str) -> Option<&Held> {
        self.entry.values.get(self.form.field(field)?)?.as_ref()
    }

    fn text(&self, field: &str) -> String {
        match self.held(field) {
            Some(Held::Text(text)) => text.clone(),
            Some(Held::Amount(_) | Held::Day(_) | Held::YesNo(_)) | None => String::new(),
        }
    }

    fn amount(&self, field: &str) -> Option<Money> {
        match self.held(field)? {
            Held::Amount(fen) => Some(Money::from_fen(*fen)),
            Held::Text(_) | Held::Day(_) | Held::YesNo(_) => None,
        }
    }

    fn deadline(&self, field: &str) -> Option<Deadline> {
        match self.held(field)? {
            Held::Day(day) => Deadline::day(*day),
            Held::Text(text) => Deadline::read(text),
            Held::Amount(_) | Held::YesNo(_) => None,
        }
    }

    fn delegate(&self) -> Delegate {
        Delegate {
            number: DelegateNumber(self.text("number")),
            name: self.text("name"),
            delegation: self.text("delegation"),
            in_office: self.held("in_office") != Some(&Held::YesNo(false)),
        }
    }

    fn candidate(&self) -> Candidate {
        Candidate {
            number: CandidateNumber(self.text("number")),
            name: self.text("name"),
            content: self.text("content"),
            sub_items: sub_items(&self.text("sub_items")),
            location: self.text("location"),
            investment: self.amount("investment"),
            investment_this_year: self.amount("investment_this_year"),
            sources: self.text("sources"),
            responsible_unit: self.text("responsible_unit"),
            deadline: self.deadline("deadline"),
            benefit: self.text("benefit"),
            category: self.text("category"),
            origin: self.text("origin"),
        }
    }
}

/// Sub-items are on lines of their own or between semicolons.
fn sub_items(text: &str) -> Vec<String> {
    let items = text.split(['\n', ';', '；']).map(|item| item.trim_matches([' ', '\u{3000}']));
    items.filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

//! A list as JSON.

use lists::{List, ListKind, list_of};
use procedure::{candidate::Candidate, money::Money, roster::Delegate};
use serde::Serialize;
use sheets::{reading::Reading, table::letters};

#[derive(Serialize)]
struct Listing<'a> {
    kind: &'static str,
    sheet: Option<&'a str>,
    title_row: Option<u32>,
    columns: Vec<Column<'a>>,
    rows: Vec<Row>,
    changes: Vec<Change<'a>>,
    left_out: Vec<LeftOut>,
    questions: Vec<Question<'a>>,
    findings: Vec<Finding<'a>>,
}

#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the members of the command's JSON")]
struct Column<'a> {
    column: String,
    title: &'a str,
    #[serde(rename = "as")]
    field: Option<&'static str>,
}

#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the members of the command's JSON")]
struct Row {
    row: u32,
    column: String,
    #[serde(flatten)]
    fields: Fields,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Fields {
    Delegate { number: String, name: String, delegation: Option<String>, in_office: bool },
    Candidate(Box<CandidateFields>),
}

/// The fields of a frozen contest's candidates, in their order; amounts in yuan.
#[derive(Serialize)]
struct CandidateFields {
    number: String,
    name: String,
    content: Option<String>,
    sub_items: Option<Vec<String>>,
    location: Option<String>,
    investment: Option<String>,
    investment_this_year: Option<String>,
    sources: Option<String>,
    responsible_unit: Option<String>,
    deadline: Option<String>,
    benefit: Option<String>,
    category: Option<String>,
    origin: Option<String>,
}

#[derive(Serialize)]
struct Change<'a> {
    row: u32,
    column: String,
    code: &'static str,
    from: &'a str,
    to: &'a str,
}

#[derive(Serialize)]
struct LeftOut {
    row: u32,
    code: &'static str,
}

#[derive(Serialize)]
struct Question<'a> {
    id: String,
    code: &'static str,
    rows: Vec<u32>,
    choices: &'a [String],
    proposal: Option<&'a str>,
}

#[derive(Serialize)]
struct Finding<'a> {
    row: Option<u32>,
    column: Option<String>,
    code: &'static str,
    value: &'a str,
}

/// What reading a list came to, as one JSON object.
pub fn of(kind: ListKind, reading: &Reading) -> String {
    let listing = Listing {
        kind: match kind {
            ListKind::Delegates => "delegates",
            ListKind::Candidates => "candidates",
        },
        sheet: reading.sheet.as_deref(),
        title_row: reading.title_row(),
        columns: reading.columns.iter().map(column).collect(),
        rows: rows(kind, reading),
        changes: reading.changes.iter().map(change).collect(),
        left_out: reading
            .left_out
            .iter()
            .map(|left| LeftOut { row: left.at.row, code: left.code.code() })
            .collect(),
        questions: reading.open_questions().map(question).collect(),
        findings: reading.findings.iter().map(finding).collect(),
    };
    serde_json::to_string(&listing).unwrap_or_default()
}

fn column(column: &sheets::reading::ColumnRead) -> Column<'_> {
    Column { column: letters(column.column), title: &column.title, field: column.field }
}

fn change(change: &sheets::reading::Change) -> Change<'_> {
    let column = letters(change.column);
    Change { row: change.at.row, column, code: change.code.code(), from: &change.from, to: &change.to }
}

fn question(question: &sheets::reading::Question) -> Question<'_> {
    Question {
        id: question.id(),
        code: question.code.code(),
        rows: question.row_numbers(),
        choices: &question.choices,
        proposal: question.proposal.as_deref(),
    }
}

fn finding(finding: &sheets::reading::Finding) -> Finding<'_> {
    Finding {
        row: finding.row(),
        column: finding.place.map(letters),
        code: finding.code(),
        value: &finding.value,
    }
}

fn rows(kind: ListKind, reading: &Reading) -> Vec<Row> {
    let fields: Vec<Fields> = match list_of(kind, reading) {
        List::Delegates(delegates) => delegates.into_iter().map(delegate).collect(),
        List::Candidates(candidates) => candidates.into_iter().map(candidate).collect(),
    };
    let places = reading.entries.iter().map(|entry| (entry.at.row, letters(entry.column)));
    places.zip(fields).map(|((row, column), fields)| Row { row, column, fields }).collect()
}

fn present(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

fn yuan(money: Money) -> String {
    format!("{}.{:02}", money.fen() / 100, money.fen() % 100)
}

fn delegate(delegate: Delegate) -> Fields {
    let Delegate { number, name, delegation, in_office } = delegate;
    Fields::Delegate { number: number.0, name, delegation: present(delegation), in_office }
}

fn candidate(candidate: Candidate) -> Fields {
    // Named one by one, so that a field that isn't shown doesn't compile.
    let Candidate {
        number,
        name,
        content,
        sub_items,
        location,
        investment,
        investment_this_year,
        sources,
        responsible_unit,
        deadline,
        benefit,
        category,
        origin,
    } = candidate;
    Fields::Candidate(Box::new(CandidateFields {
        number: number.0,
        name,
        content: present(content),
        sub_items: Some(sub_items).filter(|items| !items.is_empty()),
        location: present(location),
        investment: investment.map(yuan),
        investment_this_year: investment_this_year.map(yuan),
        sources: present(sources),
        responsible_unit: present(responsible_unit),
        deadline: deadline.map(|deadline| deadline.to_string()),
        benefit: present(benefit),
        category: present(category),
        origin: present(origin),
    }))
}

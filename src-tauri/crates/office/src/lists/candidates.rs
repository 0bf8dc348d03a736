//! Candidates.

use super::{ImportError, Limits, cell::Words, columns::Column, rows};
use procedure::candidate::Candidate;
use sheets::table::{self, Table};
use std::collections::BTreeMap;

/// What a column of the candidate list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Number,
    Name,
    Content,
    SubItems,
    Location,
    Investment,
    InvestmentThisYear,
    Sources,
    ResponsibleUnit,
    Deadline,
    Benefit,
    Category,
    Origin,
}

/// The columns of a candidate list, in the order of its form.
pub(super) fn columns() -> Vec<Column<Field>> {
    let optional = |field, titles: &[&str]| Column::titled(field, titles, false);
    vec![
        Column::titled(Field::Number, &["编号", "序号", "Number"], true),
        Column::titled(Field::Name, &["项目名称", "Name"], true),
        optional(Field::Content, &["建设内容", "Content"]),
        optional(Field::SubItems, &["子项", "Sub-items"]),
        optional(Field::Location, &["建设地点", "Location"]),
        optional(Field::Investment, &["总投资(万元)", "Investment (万元)", "Investment (10,000 yuan)"]),
        optional(
            Field::InvestmentThisYear,
            &[
                "年度计划投资(万元)",
                "Investment this year (万元)",
                "Investment this year (10,000 yuan)",
                "Investment this year",
            ],
        ),
        optional(Field::Sources, &["资金来源", "Sources"]),
        optional(Field::ResponsibleUnit, &["责任单位", "Responsible unit"]),
        optional(Field::Deadline, &["完成时限", "Deadline"]),
        optional(Field::Benefit, &["预期效益", "Benefit"]),
        optional(Field::Category, &["类别", "Category"]),
        optional(Field::Origin, &["来源", "Origin"]),
    ]
}

/// Reads a candidate list, in the order of its rows.
pub fn candidates(file_name: &str, bytes: &[u8]) -> Result<Vec<Candidate>, ImportError> {
    of_tables(table::read(file_name, bytes)?)
}

/// Reads a candidate list from the one of these sheets that holds it.
pub(super) fn of_tables(tables: Vec<Table>) -> Result<Vec<Candidate>, ImportError> {
    let mut numbers = BTreeMap::new();
    let line = Words::line(Limits::NAME);
    rows::list(tables, &columns(), |row| Candidate {
        number: row.unique_number(Field::Number, &mut numbers),
        name: row.required(Field::Name, line),
        content: row.text(Field::Content, Words::LINES),
        sub_items: sub_items(&row.text(Field::SubItems, Words::LINES)),
        location: row.text(Field::Location, line),
        investment: row.money(Field::Investment),
        investment_this_year: row.money(Field::InvestmentThisYear),
        sources: row.text(Field::Sources, Words::LINES),
        responsible_unit: row.text(Field::ResponsibleUnit, line),
        deadline: row.date(Field::Deadline),
        benefit: row.text(Field::Benefit, Words::LINES),
        category: row.text(Field::Category, line),
        origin: row.text(Field::Origin, line),
    })
}

/// Sub-items stand on lines of their own or between semicolons.
fn sub_items(text: &str) -> Vec<String> {
    let items = text.split(['\n', ';', '；']).map(|item| item.trim_matches([' ', '\u{3000}']));
    items.filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

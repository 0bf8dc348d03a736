//! Days in a table's narrow column.

use super::Composer;
use crate::{DocumentError, layout::table::Table};
use chrono::NaiveDate;
use messages::Language;

/// How much higher a table may become, by its height, for its days to stand on one line each.
const HIGHER: f32 = 1.06;

/// How a day is written in a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum InCell {
    OneLine,
    /// The year apart.
    TwoLines,
}

impl InCell {
    /// The day as it stands in the cell.
    pub fn text(self, composer: &Composer<'_>, day: NaiveDate) -> String {
        let lines = (composer.words.date_in_cell)(day);
        match self {
            Self::TwoLines => lines,
            Self::OneLine => lines.replace(
                '\n',
                match composer.language() {
                    Language::Chinese => "",
                    Language::English => " ",
                },
            ),
        }
    }
}

/// The table with each day on one line, unless it is much lower with the years apart.
pub(super) fn lower(table: impl Fn(InCell) -> Result<Table, DocumentError>) -> Result<Table, DocumentError> {
    let [one_line, two_lines] = [table(InCell::OneLine)?, table(InCell::TwoLines)?];
    Ok(if height(&one_line) <= HIGHER * height(&two_lines) { one_line } else { two_lines })
}

fn height(table: &Table) -> f32 {
    table.rows.iter().map(|row| row.height).sum()
}

//! Ballots of a rehearsal.

use super::{
    CellProblem, ImportError, cell,
    columns::Column,
    rows::{self, Reader},
};
use procedure::ballot::{Mark, Marks};
use sheets::table;

/// One ballot of a rehearsal.
#[derive(Clone, PartialEq, Eq)]
pub struct BallotRow {
    /// The round it belongs to, from 1.
    pub round: u32,
    /// One mark for each candidate, in list order; not yet checked against the rules.
    pub marks: Marks,
}

/// What a column holds; a candidate by its place in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Round,
    Candidate(usize),
}

fn columns(numbers: &[String]) -> Vec<Column<Field>> {
    let mut columns = vec![Column::titled(Field::Round, &["轮次", "round"], true)];
    for (place, number) in numbers.iter().enumerate() {
        let titles = vec![number.clone()];
        columns.push(Column { field: Field::Candidate(place), titles, required: false, exact: true });
    }
    columns
}

/// Reads ballots for the candidates of these numbers, in list order: `+` approves, `-` opposes, empty abstains.
/// A candidate without a column is abstained on throughout, as in a further round that it is not part of.
pub fn ballots(file_name: &str, bytes: &[u8], numbers: &[String]) -> Result<Vec<BallotRow>, ImportError> {
    rows::list(table::read(file_name, bytes)?, &columns(numbers), |row| BallotRow {
        round: round_of(row),
        marks: Marks((0..numbers.len()).map(|place| mark_of(row, place)).collect()),
    })
}

/// The round; 0 only where a finding was noted.
fn round_of(row: &mut Reader<'_, Field>) -> u32 {
    row.report_missing(Field::Round);
    row.value(Field::Round, |text| {
        cell::half_width(text)?;
        let plain = text.bytes().all(|byte| byte.is_ascii_digit());
        let round = plain.then(|| text.parse().ok()).flatten();
        round.filter(|round| *round > 0).ok_or(CellProblem::NotARound)
    })
}

fn mark_of(row: &mut Reader<'_, Field>, place: usize) -> Mark {
    let mark = row.value(Field::Candidate(place), |text| match text {
        "+" => Ok(Some(Mark::Approve)),
        "-" => Ok(Some(Mark::Oppose)),
        _ => Err(CellProblem::NotAMark { accepted: "+ -".to_owned() }),
    });
    mark.unwrap_or(Mark::Abstain)
}

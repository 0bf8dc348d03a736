//! Ballots of a rehearsal: a table that a program writes, read strictly.

use procedure::{
    ballot::{Mark, Marks},
    number::{CandidateNumber, RoundNumber},
};
use sheets::{
    reading::{CellProblem, FileRow, Finding, Problem, Reading},
    table::{Cell, Row, Table},
};

/// One ballot of a rehearsal.
#[derive(Clone, PartialEq, Eq)]
pub struct BallotRow {
    /// The round it belongs to, from 1.
    pub round: RoundNumber,
    /// One mark for each candidate, in list order; not yet checked against the rules.
    pub marks: Marks,
}

/// The titles of the column of rounds.
const ROUND: [&str; 2] = ["轮次", "round"];

/// The columns: the row of their titles, that of rounds, and each candidate's, in list order.
struct Columns {
    titles: u32,
    round: u32,
    candidates: Vec<Option<u32>>,
}

/// Reads ballots for the candidates of these numbers, in list order: `+` approves, `-` opposes, empty abstains.
/// A candidate without a column is abstained on throughout, as in a further round that it is not part of.
pub fn ballots(
    file_name: &str,
    bytes: &[u8],
    numbers: &[CandidateNumber],
) -> Result<Vec<BallotRow>, Box<Reading>> {
    let refused = |findings| Box::new(Reading { findings, ..Reading::default() });
    let tables =
        sheets::read(file_name, bytes).map_err(|problem| refused(vec![Finding::of_file(problem)]))?;
    let found = tables.iter().find_map(|table| {
        let (number, titles) = table.rows.iter().find(|(_, row)| round_column(row).is_some())?;
        Some((table, *number, titles))
    });
    let Some((table, number, titles)) = found else {
        let problem = CellProblem::NoTitles { expected: ROUND.join("/") };
        return Err(refused(vec![Finding::of_sheet(file_name, problem)]));
    };
    let mut findings = Vec::new();
    let columns = columns(table, number, titles, numbers, &mut findings);
    let rows = table.rows.range(number + 1..);
    let ballots: Vec<BallotRow> =
        rows.map(|(number, row)| ballot(table, *number, row, &columns, &mut findings)).collect();
    if ballots.is_empty() {
        findings.push(Finding::of_sheet(&table.sheet, CellProblem::NoEntries));
    }
    if findings.is_empty() { Ok(ballots) } else { Err(refused(findings)) }
}

fn round_column(row: &Row) -> Option<u32> {
    let is_round = |cell: &Cell| ROUND.iter().any(|title| cell.shown().eq_ignore_ascii_case(title));
    row.cells.iter().find(|(_, cell)| is_round(cell)).map(|(column, _)| *column)
}

/// The columns by their titles, which are taken to the letter; one that no candidate has is wrong.
fn columns(
    table: &Table,
    row: u32,
    titles: &Row,
    numbers: &[CandidateNumber],
    findings: &mut Vec<Finding>,
) -> Columns {
    let mut columns = Columns {
        titles: row,
        round: round_column(titles).unwrap_or(0),
        candidates: vec![None; numbers.len()],
    };
    for (column, cell) in titles.cells.iter().filter(|(column, _)| **column != columns.round) {
        let title = cell.shown();
        let place = numbers.iter().position(|number| number.as_str() == title);
        match place.and_then(|place| columns.candidates.get_mut(place)) {
            Some(free @ None) => *free = Some(*column),
            Some(Some(first)) => {
                let first = sheets::table::letters(*first);
                findings.push(wrong(table, row, [row, *column], CellProblem::DuplicateColumn { first }));
            }
            None => {
                let known: Vec<&str> = numbers.iter().map(CandidateNumber::as_str).collect();
                let known = known.join("、");
                findings.push(wrong(table, row, [row, *column], CellProblem::NoTitles { expected: known }));
            }
        }
    }
    columns
}

/// What is wrong with a cell; its column is named by what is in the row of titles.
fn wrong(table: &Table, titles: u32, [row, column]: [u32; 2], problem: CellProblem) -> Finding {
    Finding {
        sheet: table.sheet.clone(),
        at: Some(FileRow { sheet: 0, row }),
        place: Some(column),
        title: table.shown(titles, column),
        value: table.shown(row, column),
        problem: Problem::Cell(problem),
    }
}

fn ballot(
    table: &Table,
    number: u32,
    row: &Row,
    columns: &Columns,
    findings: &mut Vec<Finding>,
) -> BallotRow {
    let shown = |column: u32| row.cells.get(&column).map(Cell::shown).unwrap_or_default();
    let round = shown(columns.round);
    let plain = round.bytes().all(|byte| byte.is_ascii_digit());
    let round = plain.then(|| round.parse().ok()).flatten().filter(|round| *round > 0);
    if round.is_none() {
        findings.push(wrong(table, columns.titles, [number, columns.round], CellProblem::NotARound));
    }
    let mut mark = |column: &Option<u32>| {
        let Some(column) = *column else { return Mark::Abstain };
        match shown(column).as_str() {
            "+" => Mark::Approve,
            "-" => Mark::Oppose,
            "" => Mark::Abstain,
            _ => {
                let accepted = "+ -".to_owned();
                findings.push(wrong(
                    table,
                    columns.titles,
                    [number, column],
                    CellProblem::NotAMark { accepted },
                ));
                Mark::Abstain
            }
        }
    };
    let marks = Marks(columns.candidates.iter().map(&mut mark).collect());
    BallotRow { round: RoundNumber(round.unwrap_or(0)), marks }
}

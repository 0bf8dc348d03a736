//! 任务分解表.

use super::{Labels, TaskList, UnitTasks, labels as words};
use crate::{
    ContentError, DocumentError, Output,
    common::{columns, composer::Composer, deadline::deadline},
};
use procedure::{candidate::Candidate, money::Money, number::RoundNumber};
use typeset::{
    Document, Fit, Styles,
    blocks::{Align, Block, Gap, Group, RowSize, Table, Width},
};

/// The size and line of the table: 五号, for seven columns on an upright page.
const ROWS: RowSize = RowSize::Closing { size: 10.5, line: 14.5 };
/// The least width of names and of contents, in characters.
const NAME: usize = 7;
const CONTENT: usize = 8;

/// A row of the table: a project, or a sum of several.
struct Line<'a> {
    /// Which project it is, from 1; none for a sum.
    number: Option<usize>,
    name: &'a str,
    project: Option<&'a Candidate>,
    investment: Option<Money>,
    investment_this_year: Option<Money>,
}

/// The task list as a file.
pub fn task_list<'a>(
    output: impl Into<Output<'a>>,
    document: &TaskList<'_>,
) -> Result<Vec<u8>, DocumentError> {
    Ok(output.into().of(arrange(document)?)?)
}

fn arrange(document: &TaskList<'_>) -> Result<Document, ContentError> {
    if document.units.is_empty() || document.units.iter().any(|unit| unit.projects.is_empty()) {
        return Err(ContentError::Empty);
    }
    let composer = Composer::new(&document.heading);
    let words = words(composer.language());
    let title = (words.title)(document.heading.year);
    let mut blocks = composer.title(&title, RoundNumber::FIRST);
    blocks.push(Block::Table(table(&composer, words, &document.units)?));
    if amounts_missing(&document.units) {
        blocks.push(Block::Gap(Gap::Lines(0.3)));
        blocks.push(Composer::paragraph(words.amounts_missing));
    }
    Ok(composer.document(&title, Styles::letter(composer.language()), Fit::FewestPages, blocks))
}

/// The projects of each unit below it, and the sums.
fn table(composer: &Composer<'_>, words: &Labels, units: &[UnitTasks<'_>]) -> Result<Table, ContentError> {
    let lines = lines(words, units)?;
    let (columns, mut rows) = columns::rows(filled(composer, &lines.iter().flatten().collect::<Vec<_>>()));
    let mut groups = Vec::new();
    for (index, lines) in lines.iter().enumerate() {
        let rest = rows.split_off(lines.len());
        groups.push(group(composer, units.get(index), rows));
        rows = rest;
    }
    Ok(Table::new(ROWS, columns, groups))
}

/// The rows of each unit, and last the sum of all.
fn lines<'a>(words: &Labels, units: &[UnitTasks<'a>]) -> Result<Vec<Vec<Line<'a>>>, ContentError> {
    let mut lines = Vec::new();
    let mut number = 0;
    for unit in units {
        let mut of_unit = Vec::new();
        for project in &unit.projects {
            number += 1;
            of_unit.push(Line {
                number: Some(number),
                name: &project.name,
                project: Some(project),
                investment: project.investment,
                investment_this_year: project.investment_this_year,
            });
        }
        if unit.projects.len() > 1 {
            of_unit.push(sum(words.unit_sum, &unit.projects)?);
        }
        lines.push(of_unit);
    }
    let all: Vec<&Candidate> = units.iter().flat_map(|unit| &unit.projects).copied().collect();
    lines.push(vec![sum(words.sum, &all)?]);
    Ok(lines)
}

fn sum(name: &'static str, projects: &[&Candidate]) -> Result<Line<'static>, ContentError> {
    Ok(Line {
        number: None,
        name,
        project: None,
        investment: total(projects.iter().map(|project| project.investment))?,
        investment_this_year: total(projects.iter().map(|project| project.investment_this_year))?,
    })
}

/// The exact sum of the amounts that are stated; none where none is.
fn total(amounts: impl Iterator<Item = Option<Money>>) -> Result<Option<Money>, ContentError> {
    let mut fen: Option<u64> = None;
    for amount in amounts.flatten() {
        let sum = fen.unwrap_or(0).checked_add(amount.fen());
        fen = Some(sum.ok_or_else(|| ContentError::SumsDiffer { place: "investment".to_owned() })?);
    }
    Ok(fen.map(Money::from_fen))
}

/// Whether some projects state an amount that others don't: then the sums are no sums of all.
fn amounts_missing(units: &[UnitTasks<'_>]) -> bool {
    let mixed = |amount: &dyn Fn(&Candidate) -> Option<Money>| {
        let stated = || units.iter().flat_map(|unit| &unit.projects).map(|project| amount(project).is_some());
        stated().any(|stated| stated) && stated().any(|stated| !stated)
    };
    mixed(&|project| project.investment) || mixed(&|project| project.investment_this_year)
}

fn filled(composer: &Composer<'_>, lines: &[&Line<'_>]) -> Vec<columns::Filled> {
    let (words, list) = (words(composer.language()), &composer.words.list);
    let column = |head, width, align, text: &dyn Fn(&&Line<'_>) -> String| {
        columns::column(lines, head, width, align, text)
    };
    let amount = |money: Option<Money>| money.map(|money| money.to_string()).unwrap_or_default();
    let of_project =
        |line: &Line<'_>, text: &dyn Fn(&Candidate) -> String| line.project.map(text).unwrap_or_default();
    vec![
        column(words.number, Width::Fit, Align::Centre, &|line| {
            line.number.map(|number| number.to_string()).unwrap_or_default()
        }),
        column(words.name, Width::ShareFrom(NAME), Align::Left, &|line| line.name.to_owned()),
        column(words.content, Width::ShareFrom(CONTENT), Align::Left, &|line| {
            of_project(line, &|project| composer.content(project))
        }),
        column(list.investment, Width::Fit, Align::Right, &|line| amount(line.investment)),
        column(list.investment_this_year, Width::Fit, Align::Right, &|line| {
            amount(line.investment_this_year)
        }),
        column(list.deadline, Width::Days, Align::Centre, &|line| {
            of_project(line, &|project| deadline(project, composer.words.date_in_cell))
        }),
        column(words.sources, Width::Share, Align::Left, &|line| {
            of_project(line, &|project| project.sources.clone())
        }),
    ]
}

/// The rows below their unit; without a unit the sum of all.
fn group(composer: &Composer<'_>, unit: Option<&UnitTasks<'_>>, rows: Vec<Vec<String>>) -> Group {
    let Some(unit) = unit else {
        return Group { title: String::new(), continued: String::new(), rows };
    };
    let words = words(composer.language());
    let name = if unit.unit.is_empty() { words.no_unit } else { &unit.unit };
    Group {
        title: (words.unit)(name, unit.projects.len()),
        continued: (composer.words.list.continued)(name),
        rows,
    }
}

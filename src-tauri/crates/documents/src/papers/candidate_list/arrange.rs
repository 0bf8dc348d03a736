//! 候选项目名单.

use super::{CandidateListDocument, details};
use crate::{
    ContentError, DocumentError, Output,
    common::{columns, composer::Composer, deadline::deadline},
};
use procedure::{candidate::Candidate, money::Money};
use typeset::{
    Document, Fit, Styles,
    blocks::{Align, Block, Gap, Group, RowSize, Table, Width},
};

/// The size and line of the table: 五号, for many columns on an upright page.
const ROWS: RowSize = RowSize::Closing { size: 10.5, line: 14.5 };
/// 小五, where not one column can be left out.
const SMALL_ROWS: RowSize = RowSize::Closing { size: 9.0, line: 12.5 };
/// The least width of names and of contents, in characters: long texts beside them would leave them a sliver.
const NAME: usize = 7;
const CONTENT: usize = 6;

/// The list of candidates as a file, and after it a page of details for each.
pub fn candidate_list<'a>(
    output: impl Into<Output<'a>>,
    document: &CandidateListDocument<'_>,
) -> Result<Vec<u8>, DocumentError> {
    Ok(output.into().of(arrange(document)?)?)
}

fn arrange(document: &CandidateListDocument<'_>) -> Result<Document, ContentError> {
    if document.candidates.is_empty() {
        return Err(ContentError::Empty);
    }
    let composer = Composer::new(&document.heading);
    let title = (composer.words.list.title)(document.heading.year);
    let mut blocks = composer.title(&title, document.round);
    blocks.push(Composer::paragraph_with_next(summary(&composer, document)));
    blocks.push(Block::Gap(Gap::Lines(0.3)));
    blocks.push(Block::Table(table(&composer, document)));
    for candidate in document.candidates {
        blocks.extend(details::details(&composer, candidate));
    }
    let title = composer.title_of_round(&title, document.round);
    Ok(composer.document(&title, Styles::letter(composer.language()), Fit::Usual, blocks))
}

/// How many are to be adopted of how many, with each category's part where there are categories.
fn summary(composer: &Composer<'_>, document: &CandidateListDocument<'_>) -> String {
    let words = &composer.words.list;
    let candidates = document.candidates.len();
    if document.categories.is_empty() {
        return (words.summary)(document.seats, candidates);
    }
    let categories = document.categories.iter().map(|(name, seats)| (words.seats_of_category)(name, *seats));
    let categories = categories.collect::<Vec<_>>().join(composer.words.number_separator);
    (words.summary_by_category)(document.seats, &categories, candidates)
}

/// The table, in groups by category where there are categories; within one the official order stays.
fn table(composer: &Composer<'_>, document: &CandidateListDocument<'_>) -> Table {
    let filled = filled(composer, document.candidates);
    let all = filled.len();
    let (columns, rows) = columns::rows(filled);
    let mut rows: Vec<(&Candidate, Vec<String>)> = document.candidates.iter().zip(rows).collect();
    let words = &composer.words.list;
    let mut groups = Vec::new();
    for (category, seats) in &document.categories {
        let (of_category, others): (Vec<_>, Vec<_>) =
            rows.into_iter().partition(|(candidate, _)| candidate.category == *category);
        groups.push(Group {
            title: (words.category_heading)(category, *seats),
            continued: (words.continued)(category),
            rows: of_category.into_iter().map(|(_, row)| row).collect(),
        });
        rows = others;
    }
    // All where there are no categories.
    let rest = rows.into_iter().map(|(_, row)| row).collect();
    groups.push(Group { title: String::new(), continued: String::new(), rows: rest });
    let size = if columns.len() == all { SMALL_ROWS } else { ROWS };
    Table::new(size, columns, groups)
}

fn filled(composer: &Composer<'_>, candidates: &[Candidate]) -> Vec<columns::Filled> {
    let words = &composer.words.list;
    let column = |head, width, align, text: &dyn Fn(&Candidate) -> String| {
        columns::column(candidates, head, width, align, text)
    };
    let amount = |money: Option<Money>| money.map(|money| money.to_string()).unwrap_or_default();
    vec![
        column(words.number, Width::Fit, Align::Centre, &|candidate| candidate.number.to_string()),
        column(words.name, Width::ShareFrom(NAME), Align::Left, &|candidate| candidate.name.clone()),
        column(words.content, Width::ShareFrom(CONTENT), Align::Left, &|candidate| {
            composer.content(candidate)
        }),
        column(words.location, Width::Share, Align::Left, &|candidate| candidate.location.clone()),
        column(words.investment, Width::Fit, Align::Right, &|candidate| amount(candidate.investment)),
        column(words.investment_this_year, Width::Fit, Align::Right, &|candidate| {
            amount(candidate.investment_this_year)
        }),
        column(words.responsible_unit, Width::Share, Align::Left, &|candidate| {
            candidate.responsible_unit.clone()
        }),
        column(words.deadline, Width::Days, Align::Centre, &|candidate| {
            deadline(candidate, composer.words.date_in_cell)
        }),
    ]
}

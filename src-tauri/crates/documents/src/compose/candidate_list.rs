//! 候选项目名单.

use super::Composer;
use crate::{
    CandidateListDocument, DocumentError, Fonts,
    layout::{
        flow::Block,
        paragraph::Align,
        table::{Column, Width},
    },
};
use procedure::{candidate::Candidate, money::Money};

/// The size and line of the table: 五号, for seven columns on an upright page.
const TABLE_SIZE: f32 = 10.5;
const TABLE_LINE: f32 = 14.5;

/// A column and the texts in it.
type Filled = (Column, Vec<String>);

/// The list of candidates as PDF.
pub fn candidate_list(fonts: &Fonts, document: &CandidateListDocument<'_>) -> Result<Vec<u8>, DocumentError> {
    if document.candidates.is_empty() {
        return Err(DocumentError::Empty);
    }
    let composer = Composer::new(fonts, &document.heading);
    let words = &composer.words.list;
    let title = (words.title)(document.heading.year);
    let summary = (words.summary)(document.seats, document.candidates.len());
    let mut blocks = composer.title(&title, document.round)?;
    blocks.push(Block::WithNext(composer.paragraph(&summary)?));
    blocks.push(Block::Gap(composer.body.line * 0.3));
    let (columns, texts): (Vec<Column>, Vec<Vec<String>>) =
        columns(&composer, document.candidates).into_iter().filter(is_not_empty).unzip();
    let rows: Vec<Vec<String>> = (0..document.candidates.len())
        .map(|row| texts.iter().map(|column| column[row].clone()).collect())
        .collect();
    blocks.push(Block::Table(composer.table_style(TABLE_SIZE, TABLE_LINE).set(fonts, &columns, &rows)?));
    composer.write(&composer.title_of_round(&title, document.round), composer.pages(&blocks)?)
}

fn is_not_empty((_, texts): &Filled) -> bool {
    texts.iter().any(|text| !text.is_empty())
}

fn columns(composer: &Composer<'_>, candidates: &[Candidate]) -> Vec<Filled> {
    let words = &composer.words.list;
    let column = |head: &str, width, align, text: &dyn Fn(&Candidate) -> String| {
        (Column { head: head.to_owned(), width, align }, candidates.iter().map(text).collect())
    };
    let amount = |money: Option<Money>| money.map(|money| money.to_string()).unwrap_or_default();
    vec![
        column(words.number, Width::Fit, Align::Centre, &|candidate| candidate.number.clone()),
        column(words.name, Width::Share, Align::Left, &|candidate| candidate.name.clone()),
        column(words.content, Width::Share, Align::Left, &|candidate| content(composer, candidate)),
        column(words.location, Width::Share, Align::Left, &|candidate| candidate.location.clone()),
        column(words.investment, Width::Fit, Align::Right, &|candidate| amount(candidate.investment)),
        column(words.investment_this_year, Width::Fit, Align::Right, &|candidate| {
            amount(candidate.investment_this_year)
        }),
        column(words.responsible_unit, Width::Share, Align::Left, &|candidate| {
            candidate.responsible_unit.clone()
        }),
        column(words.deadline, Width::Fit, Align::Centre, &|candidate| {
            candidate.deadline.map(composer.words.date_in_cell).unwrap_or_default()
        }),
    ]
}

/// What will be done, and below it the works that are voted on as one.
fn content(composer: &Composer<'_>, candidate: &Candidate) -> String {
    let works = candidate.sub_items.iter().enumerate();
    let works = works.map(|(index, work)| (composer.words.list.sub_item)(index + 1, work));
    let first = Some(candidate.content.clone()).filter(|content| !content.is_empty());
    first.into_iter().chain(works).collect::<Vec<_>>().join("\n")
}

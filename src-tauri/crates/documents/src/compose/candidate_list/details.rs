//! All that is known of one candidate.

use super::super::{Composer, form};
use crate::{
    DocumentError,
    draw::Role,
    fonts::Voice,
    layout::{
        flow::Block,
        measure::{Style, TYPE_WIDTH},
        paragraph::{Align, Paragraph},
        table::{Column, Width},
    },
};
use procedure::candidate::Candidate;

/// A page, or more, with the candidate's number and name above a table of what is known of it; none where nothing is.
pub(super) fn details(composer: &Composer<'_>, candidate: &Candidate) -> Result<Vec<Block>, DocumentError> {
    let rows: Vec<Vec<String>> = facts(composer, candidate)
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| vec![label.to_owned(), text])
        .collect();
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let words = &composer.words.list.details;
    let style = Style { voice: Voice::Heading, ..composer.body };
    let heading = Paragraph::new(style, composer.language(), Align::Centre, TYPE_WIDTH);
    let heading = Paragraph { role: Role::Heading(2), ..heading };
    let heading =
        heading.set_balanced(composer.fonts, &(words.heading)(&candidate.number, &candidate.name))?;
    let column = |head: &str, width, align| Column { head: head.to_owned(), width, align };
    let columns =
        [column(words.item, Width::Fit, Align::Centre), column(words.text, Width::Share, Align::Left)];
    let table = form::table_style(composer).set(composer.fonts, &columns, &rows)?;
    Ok(vec![
        Block::NewPage,
        Block::WithNext(heading),
        Block::Gap(composer.body.line * 0.4),
        Block::Table(table),
    ])
}

fn facts(composer: &Composer<'_>, candidate: &Candidate) -> Vec<(&'static str, String)> {
    let words = &composer.words.list.details;
    vec![
        (words.category, candidate.category.clone()),
        (words.content, candidate.content.clone()),
        (words.sub_items, composer.works(candidate)),
        (words.location, candidate.location.clone()),
        (words.investment, candidate.investment.map(words.amount).unwrap_or_default()),
        (words.investment_this_year, candidate.investment_this_year.map(words.amount).unwrap_or_default()),
        (words.sources, candidate.sources.clone()),
        (words.responsible_unit, candidate.responsible_unit.clone()),
        (words.deadline, candidate.deadline.map(composer.words.date).unwrap_or_default()),
        (words.benefit, candidate.benefit.clone()),
        (words.origin, candidate.origin.clone()),
    ]
}

//! All that is known of one candidate.

use crate::common::{composer::Composer, form};
use procedure::candidate::Candidate;
use typeset::blocks::{Align, Block, Column, Gap, Keep, StyleName, Table, Text, Width};

/// A page, or more, with the candidate's number and name above a table of what is known of it; none where nothing is.
pub(super) fn details(composer: &Composer<'_>, candidate: &Candidate) -> Vec<Block> {
    let rows: Vec<Vec<String>> = facts(composer, candidate)
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| vec![label.to_owned(), text])
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let words = &composer.words.list.details;
    let heading =
        Text::new(StyleName::CentredHeading, (words.heading)(candidate.number.as_str(), &candidate.name));
    let columns = vec![
        Column::new(words.item, Width::Fit, Align::Centre),
        Column::new(words.text, Width::Share, Align::Left),
    ];
    vec![
        Block::NewPage,
        heading.kept(Keep::WithNext).into(),
        Block::Gap(Gap::Lines(0.4)),
        Block::Table(Table::plain(form::rows(composer), columns, rows)),
    ]
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
        (words.deadline, crate::common::deadline::deadline(candidate, composer.words.date)),
        (words.benefit, candidate.benefit.clone()),
        (words.origin, candidate.origin.clone()),
    ]
}

//! The adopted projects as documents that decide or announce them list them.

use super::Composer;
use crate::{
    AdoptedProject, DocumentError,
    layout::{flow::Block, measure::CELL},
    papers::announcement,
};
use procedure::count::Seats;

/// The numbered projects, under their categories where they have any, and whether there are fewer or more than seats.
pub(super) fn adopted(
    composer: &Composer<'_>,
    projects: &[AdoptedProject],
    seats: Seats,
) -> Result<Vec<Block>, DocumentError> {
    let language = composer.language();
    let mut blocks = Vec::new();
    let mut number = 0;
    for (category, projects) in by_category(projects) {
        if !category.is_empty() {
            blocks.push(Block::WithNext(composer.heading_line(&announcement::category(
                language,
                category,
                projects.len(),
            ))?));
        }
        for project in projects {
            number += 1;
            let item = announcement::project(language, number, &project.name);
            blocks.push(Block::Whole(composer.body_paragraph(2.0 * CELL).set(composer.fonts, &item)?));
        }
    }
    blocks.push(composer.paragraph_gap());
    if let Some(other_number) = announcement::other_number(language, seats, number) {
        blocks.push(Block::Lines(composer.paragraph(&other_number)?));
        blocks.push(composer.paragraph_gap());
    }
    Ok(blocks)
}

/// The categories in the order in which they first come, each with its projects in theirs.
fn by_category(projects: &[AdoptedProject]) -> Vec<(&str, Vec<&AdoptedProject>)> {
    let mut categories: Vec<(&str, Vec<&AdoptedProject>)> = Vec::new();
    for project in projects {
        match categories.iter_mut().find(|(category, _)| *category == project.category) {
            Some((_, others)) => others.push(project),
            None => categories.push((&project.category, vec![project])),
        }
    }
    categories
}

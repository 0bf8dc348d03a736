//! The adopted projects as documents that decide or announce them list them.

use super::{self as words, AdoptedProject};
use crate::common::composer::Composer;
use procedure::count::Seats;
use typeset::blocks::{Block, Gap, Keep, StyleName, Text};

/// The numbered projects, under their categories where they have any, and whether there are fewer or more than seats.
pub(crate) fn adopted(composer: &Composer<'_>, projects: &[AdoptedProject], seats: Seats) -> Vec<Block> {
    let language = composer.language();
    let mut blocks = Vec::new();
    let mut number = 0;
    for (category, projects) in by_category(projects) {
        if !category.is_empty() {
            blocks.push(Composer::heading(words::category(language, category, projects.len())));
        }
        for project in projects {
            number += 1;
            let item = Text::new(StyleName::Item, words::project(language, number, &project.name));
            blocks.push(item.kept(Keep::Whole).into());
        }
    }
    blocks.push(Block::Gap(Gap::Paragraphs));
    if let Some(other_number) = words::other_number(language, seats, number) {
        blocks.push(Composer::paragraph(other_number));
        blocks.push(Block::Gap(Gap::Paragraphs));
    }
    blocks
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

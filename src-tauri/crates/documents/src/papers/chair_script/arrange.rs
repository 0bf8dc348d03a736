//! 主持词.

use super::{self as words, ChairScript, Line, Step};
use crate::{
    DocumentError, Output,
    common::composer::{Composer, announces},
};
use messages::Language;
use typeset::{
    Document, Fit, Styles,
    blocks::{Block, Gap, Keep, StyleName, Text},
};

/// The chair's script of one round as a file. What is read out is in the body's typeface, stage directions in another one
/// and in brackets.
pub fn chair_script<'a>(
    output: impl Into<Output<'a>>,
    script: &ChairScript<'_>,
) -> Result<Vec<u8>, DocumentError> {
    Ok(output.into().of(arrange(script))?)
}

fn arrange(script: &ChairScript<'_>) -> Document {
    let composer = Composer::new(&script.heading);
    let title = words::title(script);
    let mut blocks = composer.title(&title, script.round);
    for step in words::steps(script) {
        blocks.push(Composer::heading(step.title.clone()));
        blocks.extend(lines(&composer, &step));
        blocks.push(Block::Gap(Gap::Paragraphs));
    }
    let title = composer.title_of_round(&title, script.round);
    composer.document(&title, Styles::letter(composer.language()), Fit::NoShortEnd, blocks)
}

/// The step's lines; one that announces what follows stays with it.
fn lines(composer: &Composer<'_>, step: &Step) -> impl Iterator<Item = Block> {
    step.lines.iter().map(|line| {
        let text = match line {
            Line::Say(text) => Text::new(StyleName::Body, text.clone()).kept(announces(text)),
            Line::Direction(text) => {
                Text::new(StyleName::Direction, bracketed(composer, text)).kept(announces(text))
            }
            Line::Item(text) => Text::new(StyleName::Item, text.clone()).kept(Keep::Whole),
        };
        text.with_blanks().into()
    })
}

fn bracketed(composer: &Composer<'_>, text: &str) -> String {
    match composer.language() {
        Language::Chinese => format!("（{text}）"),
        Language::English => format!("({text})"),
    }
}

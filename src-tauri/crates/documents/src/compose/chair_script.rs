//! 主持词.

use super::{Composer, blanks::ruled, closer::no_short_end};
use crate::{
    ChairScript, DocumentError, Fonts,
    draw::Strip,
    fonts::Voice,
    layout::{
        flow::Block,
        measure::{CELL, Style, TYPE_WIDTH},
        paragraph::{Align, Paragraph},
    },
    papers::chair_script::{self as words, Line, Step},
};
use messages::Language;

/// The size of stage directions, by the body's.
const DIRECTION_SIZE: f32 = 0.875;

/// The chair's script of one round as PDF. What is read out is in the body's typeface, stage directions in another one
/// and in brackets.
pub fn chair_script(fonts: &Fonts, script: &ChairScript<'_>) -> Result<Vec<u8>, DocumentError> {
    let composer = Composer::new(fonts, &script.heading);
    let title = words::title(script);
    let steps = words::steps(script);
    let pages = no_short_end(composer, &|composer| blocks(composer, script, &title, &steps))?;
    composer.write(&composer.title_of_round(&title, script.round), pages)
}

fn blocks(
    composer: &Composer<'_>,
    script: &ChairScript<'_>,
    title: &str,
    steps: &[Step],
) -> Result<Vec<Block>, DocumentError> {
    let mut blocks = composer.title(title, script.round)?;
    for step in steps {
        blocks.push(Block::WithNext(composer.heading_line(&step.title)?));
        blocks.extend(lines(composer, step)?);
        blocks.push(composer.paragraph_gap());
    }
    Ok(blocks)
}

/// The step's lines; one that announces what follows stays with it.
fn lines(composer: &Composer<'_>, step: &Step) -> Result<Vec<Block>, DocumentError> {
    step.lines
        .iter()
        .map(|line| {
            Ok(match line {
                Line::Say(text) => block(text, ruled(composer.paragraph(text)?)),
                Line::Direction(text) => block(text, ruled(direction(composer, text)?)),
                Line::Item(text) => {
                    Block::Whole(ruled(composer.body_paragraph(2.0 * CELL).set(composer.fonts, text)?))
                }
            })
        })
        .collect()
}

fn block(text: &str, lines: Vec<Strip>) -> Block {
    if text.ends_with(['：', ':']) { Block::WithNext(lines) } else { Block::Lines(lines) }
}

fn direction(composer: &Composer<'_>, text: &str) -> Result<Vec<Strip>, DocumentError> {
    let size = composer.body.size * DIRECTION_SIZE;
    let (voice, text) = match composer.language() {
        Language::Chinese => (Voice::Small, format!("（{text}）")),
        // Latin letters of running and of small text are the same.
        Language::English => (Voice::Heading, format!("({text})")),
    };
    let paragraph = Paragraph::new(
        Style::plain(voice, size, composer.body.line),
        composer.language(),
        Align::Left,
        TYPE_WIDTH,
    );
    Ok(Paragraph { first_indent: composer.indent(), ..paragraph }.set(composer.fonts, &text)?)
}

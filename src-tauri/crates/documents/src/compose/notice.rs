//! 投票须知.

use super::Composer;
use crate::{
    DocumentError, Fonts, Notice,
    common::ruled::takes_oppositions,
    draw::{Drawing, Strip},
    layout::{
        flow::Block,
        measure::Style,
        paragraph::{Align, Paragraph},
        table::{Column, Width},
    },
    papers::notice::{self as words, Labels, labels},
};
use messages::Language;

/// Sizes and lines from the largest on. Whoever reads a notice may be seventy, so it is as large as two pages let it be.
const CHINESE: [(f32, f32); 3] = [(18.0, 28.0), (16.0, 25.0), (14.0, 21.0)];
const ENGLISH: [(f32, f32); 3] = [(15.0, 20.5), (13.5, 18.5), (12.0, 16.0)];

/// The notice to delegates as PDF, plain and large: how to vote at a kiosk on one page, paper ballots and what else to mind
/// on the other.
pub fn notice(fonts: &Fonts, notice: &Notice<'_>) -> Result<Vec<u8>, DocumentError> {
    let composer = Composer::new(fonts, &notice.heading);
    let title = (labels(composer.language()).title)(notice.heading.year);
    composer.write(&composer.title_of_round(&title, notice.round), largest(&composer, notice)?)
}

fn largest(composer: &Composer<'_>, notice: &Notice<'_>) -> Result<Vec<Drawing>, DocumentError> {
    let sizes = match composer.language() {
        Language::Chinese => CHINESE,
        Language::English => ENGLISH,
    };
    let mut pages = Vec::new();
    for (size, line) in sizes {
        let large = Composer { body: Style::plain(composer.body.voice, size, line), ..*composer };
        pages = large.pages(&blocks(&large, notice)?)?;
        if pages.len() <= 2 {
            break;
        }
    }
    Ok(pages)
}

fn blocks(composer: &Composer<'_>, notice: &Notice<'_>) -> Result<Vec<Block>, DocumentError> {
    let labels = labels(composer.language());
    let mut blocks = composer.title(&(labels.title)(notice.heading.year), notice.round)?;
    blocks.push(Block::Lines(composer.paragraph(&words::opening(notice))?));
    blocks.push(Block::WithNext(composer.heading_line(labels.kiosk)?));
    blocks.extend(items(composer, &words::steps(notice))?);
    blocks.push(Block::NewPage);
    if notice.paper {
        blocks.extend(on_paper(composer, labels, notice)?);
    }
    blocks.push(Block::WithNext(composer.heading_line(labels.care)?));
    blocks.extend(items(composer, &words::cares(notice))?);
    Ok(blocks)
}

/// How to vote on a paper ballot.
fn on_paper(
    composer: &Composer<'_>,
    labels: &Labels,
    notice: &Notice<'_>,
) -> Result<Vec<Block>, DocumentError> {
    Ok(vec![
        Block::WithNext(composer.heading_line(labels.paper)?),
        Block::WithNext(composer.paragraph(labels.paper_opening)?),
        Block::Gap(4.0),
        legend(composer, labels, notice)?,
        Block::Gap(4.0),
        Block::Lines(composer.paragraph(&words::worth(notice))?),
    ])
}

/// Numbered items, each whole.
fn items(composer: &Composer<'_>, texts: &[String]) -> Result<Vec<Block>, DocumentError> {
    let items =
        texts.iter().enumerate().map(|(index, text)| item(composer, &format!("{}. ", index + 1), text));
    items.map(|lines| lines.map(Block::Whole)).collect()
}

/// An item whose further lines begin below its text.
fn item(composer: &Composer<'_>, number: &str, text: &str) -> Result<Vec<Strip>, DocumentError> {
    let paragraph = Paragraph { align: Align::Left, ..composer.body_paragraph(0.0) };
    // Spaces at an end have no width, so the number is measured with what follows.
    let whole = |text: &str| Ok::<f32, DocumentError>(paragraph.extent(composer.fonts, text)?.whole);
    let hanging_indent = whole(&format!("{number}0"))? - whole("0")?;
    Ok(Paragraph { hanging_indent, ..paragraph }.set(composer.fonts, &format!("{number}{text}"))?)
}

/// The signs of a paper ballot.
fn legend(composer: &Composer<'_>, labels: &Labels, notice: &Notice<'_>) -> Result<Block, DocumentError> {
    let legend = notice.rules.legend();
    let oppose = takes_oppositions(notice.rules).then_some((labels.oppose, &legend.oppose));
    let signs = [Some((labels.approve, &legend.approve)), oppose, Some((labels.abstain, &legend.abstain))];
    let (columns, row): (Vec<Column>, Vec<String>) = signs
        .into_iter()
        .flatten()
        .map(|(meaning, sign)| {
            let head = Column { head: meaning.to_owned(), width: Width::Even, align: Align::Centre };
            (head, if sign.is_empty() { labels.no_mark.to_owned() } else { sign.clone() })
        })
        .unzip();
    let style = composer.table_style(composer.body.size, composer.body.size * 1.4);
    Ok(Block::Table(style.set(composer.fonts, &columns, &[row])?))
}

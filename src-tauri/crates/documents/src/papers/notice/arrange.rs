//! 投票须知.

use super::{self as words, Labels, Notice, labels};
use crate::{
    DocumentError, Output,
    common::{composer::Composer, ruled::takes_oppositions},
};
use messages::Language;
use typeset::{
    Document, Fit, Styles,
    blocks::{Align, Block, Column, Content, Gap, Keep, RowSize, StyleName, Table, Text, Width},
};

/// Sizes and lines from the largest on. Whoever reads a notice may be seventy, so it is as large as two pages let it be.
const CHINESE: &[(f32, f32)] = &[(18.0, 28.0), (16.0, 25.0), (14.0, 21.0)];
const ENGLISH: &[(f32, f32)] = &[(15.0, 20.5), (13.5, 18.5), (12.0, 16.0)];
/// The pages it has: a sheet of paper.
const PAGES: usize = 2;
/// The table of signs, whose letters are the text's.
const ROWS: RowSize = RowSize::OfBody { line: 1.4 };

/// The notice to delegates as a file, plain and large: how to vote at a kiosk on one page, paper ballots and what else to mind
/// on the other.
pub fn notice<'a>(output: impl Into<Output<'a>>, notice: &Notice<'_>) -> Result<Vec<u8>, DocumentError> {
    Ok(output.into().of(arrange(notice))?)
}

fn arrange(notice: &Notice<'_>) -> Document {
    let composer = Composer::new(&notice.heading);
    let labels = labels(composer.language());
    let title = (labels.title)(notice.heading.year);
    let mut blocks = composer.title(&title, notice.round);
    blocks.push(Composer::paragraph(words::opening(notice)));
    blocks.push(Composer::heading(labels.kiosk));
    blocks.extend(items(words::steps(notice)));
    blocks.push(Block::NewPage);
    if notice.paper {
        blocks.extend(on_paper(labels, notice));
    }
    blocks.push(Composer::heading(labels.care));
    blocks.extend(items(words::cares(notice)));
    let sizes = match composer.language() {
        Language::Chinese => CHINESE,
        Language::English => ENGLISH,
    };
    let fit = Fit::Largest { sizes, pages: PAGES };
    let title = composer.title_of_round(&title, notice.round);
    composer.document(&title, Styles::letter(composer.language()), fit, blocks)
}

/// How to vote on a paper ballot.
fn on_paper(labels: &Labels, notice: &Notice<'_>) -> Vec<Block> {
    vec![
        Composer::heading(labels.paper),
        Composer::paragraph_with_next(labels.paper_opening),
        Block::Gap(Gap::Points(4.0)),
        legend(labels, notice),
        Block::Gap(Gap::Points(4.0)),
        Composer::paragraph(words::worth(notice)),
    ]
}

/// Numbered items, each whole.
fn items(texts: Vec<String>) -> impl Iterator<Item = Block> {
    texts.into_iter().enumerate().map(|(index, text)| {
        let content = Content::Numbered { number: index + 1, text };
        Text::of(StyleName::Left, content).kept(Keep::Whole).into()
    })
}

/// The signs of a paper ballot.
fn legend(labels: &Labels, notice: &Notice<'_>) -> Block {
    let legend = notice.rules.legend();
    let oppose = takes_oppositions(notice.rules).then_some((labels.oppose, &legend.oppose));
    let signs = [Some((labels.approve, &legend.approve)), oppose, Some((labels.abstain, &legend.abstain))];
    let (columns, row): (Vec<Column>, Vec<String>) = signs
        .into_iter()
        .flatten()
        .map(|(meaning, sign)| {
            let head = Column::new(meaning, Width::Even, Align::Centre);
            (head, if sign.is_empty() { labels.no_mark.to_owned() } else { sign.clone() })
        })
        .unzip();
    Block::Table(Table::plain(ROWS, columns, vec![row]))
}

//! 打印测试页.

use super::labels;
use crate::{Body, DocumentError, Heading, Output, Standing, common::composer::Composer};
use messages::Language;
use procedure::number::RoundNumber;
use typeset::{
    Document, Fit, Styles,
    blocks::{Block, Gap, StyleName, Text},
    measure::mm,
};

/// The QR code's side, with its quiet zone: that of a slip.
const QR_SIDE: f32 = mm(35.0);

/// A page that shows whether a printer prints documents as they are: the edges of the type area, its characters, a code.
pub fn test_page<'a>(output: impl Into<Output<'a>>, language: Language) -> Result<Vec<u8>, DocumentError> {
    Ok(output.into().of(arrange(language))?)
}

fn arrange(language: Language) -> Document {
    let words = labels(language);
    let heading = Heading {
        congress: words.program.to_owned(),
        session: String::new(),
        year: 2000,
        language,
        body: Body::Congress,
        standing: Standing::Unofficial,
        training: false,
        record: None,
    };
    let composer = Composer::new(&heading);
    // The title stands clear of the edge, and so does the text.
    let mut blocks = vec![Block::TypeArea];
    blocks.extend(composer.title(words.title, RoundNumber::FIRST));
    for text in words.to_check {
        blocks.push(Text::new(StyleName::Inset, *text).into());
        blocks.push(Block::Gap(Gap::Paragraphs));
    }
    blocks.push(Block::Code { content: words.program.to_owned(), side: QR_SIDE });
    composer.document(words.title, Styles::letter(language), Fit::Usual, blocks)
}

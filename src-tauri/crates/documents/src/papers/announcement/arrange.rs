//! 公告.

use super::{self as words, Announcement, adopted::adopted};
use crate::{ContentError, DocumentError, Output, common::composer::Composer};
use procedure::number::RoundNumber;
use typeset::{
    Document, Fit, Styles,
    blocks::{Block, Gap, Keep, StyleName, Text},
};

/// The announcement as a file.
pub fn announcement<'a>(
    output: impl Into<Output<'a>>,
    document: &Announcement,
) -> Result<Vec<u8>, DocumentError> {
    Ok(output.into().of(arrange(document)?)?)
}

fn arrange(document: &Announcement) -> Result<Document, ContentError> {
    if document.adopted.is_empty() {
        return Err(ContentError::Empty);
    }
    let composer = Composer::new(&document.heading);
    let language = composer.language();
    let title = words::title(language);
    let mut blocks = composer.title(title, RoundNumber::FIRST);
    if !document.number.is_empty() {
        let number = Text::new(StyleName::Centred, document.number.clone());
        blocks.push(number.kept(Keep::WithNext).into());
        blocks.push(Block::Gap(Gap::Lines(0.6)));
    }
    blocks.push(Composer::paragraph(words::opening(document, &composer.session_name())));
    blocks.push(Block::Gap(Gap::Paragraphs));
    blocks.extend(adopted(&composer, &document.adopted, document.seats));
    blocks.push(Composer::paragraph_with_next(words::closing(language)));
    blocks.push(Block::Gap(Gap::Lines(1.0)));
    blocks.push(composer.issuer(&document.presidium, document.date, false));
    Ok(composer.document(title, Styles::letter(language), Fit::OnePage, blocks))
}

//! 公告.

use super::{Composer, adopted::adopted, closer::one_page_if_closer, signer::signer};
use crate::{
    Announcement, ContentError, DocumentError, Fonts,
    layout::{
        flow::Block,
        measure::TYPE_WIDTH,
        paragraph::{Align, Paragraph},
    },
    papers::announcement as words,
};

/// The announcement as PDF.
pub fn announcement(fonts: &Fonts, document: &Announcement) -> Result<Vec<u8>, DocumentError> {
    if document.adopted.is_empty() {
        return Err(ContentError::Empty.into());
    }
    let composer = Composer::new(fonts, &document.heading);
    let pages = one_page_if_closer(composer, &|composer| blocks(composer, document))?;
    composer.write(words::title(composer.language()), pages)
}

fn blocks(composer: &Composer<'_>, document: &Announcement) -> Result<Vec<Block>, DocumentError> {
    let opening = words::opening(document, &composer.session_name());
    let mut blocks = composer.title(words::title(composer.language()), 1)?;
    if !document.number.is_empty() {
        let centred = Paragraph::new(composer.body, composer.language(), Align::Centre, TYPE_WIDTH);
        blocks.push(Block::WithNext(centred.set_balanced(composer.fonts, &document.number)?));
        blocks.push(Block::Gap(composer.body.line * 0.6));
    }
    blocks.push(Block::Lines(composer.paragraph(&opening)?));
    blocks.push(composer.paragraph_gap());
    blocks.extend(adopted(composer, &document.adopted, document.seats)?);
    blocks.push(Block::WithNext(composer.paragraph(&words::closing(composer.language()))?));
    blocks.push(Block::Gap(composer.body.line));
    blocks.push(Block::Whole(signer(composer, &document.presidium, document.date)?));
    Ok(blocks)
}

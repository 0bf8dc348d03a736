//! 决议.

use super::{Composer, adopted::adopted, blanks::ruled, closer::one_page_if_closer, signer::signer};
use crate::{
    Body, ContentError, DocumentError, Fonts, Resolution,
    draw::Strip,
    layout::{
        flow::Block,
        measure::{TYPE_WIDTH, mm},
        paragraph::{Align, Paragraph},
    },
    papers::resolution as words,
};

/// The largest seal of a county's or a city's organ, across.
const SEAL: f32 = mm(42.0);
/// How far the seal's upper edge is below the text: less than a line (GB/T 9704, 7.3.5.1).
const ABOVE_SEAL: f32 = 10.0;
/// How far signing body and date are below the seal's middle (7.3.5.1).
const BELOW_MIDDLE: f32 = 6.0;

/// The resolution as PDF.
pub fn resolution(fonts: &Fonts, document: &Resolution) -> Result<Vec<u8>, DocumentError> {
    if document.adopted.is_empty() {
        return Err(ContentError::Empty.into());
    }
    let composer = Composer::new(fonts, &document.heading);
    let pages = one_page_if_closer(composer, &|composer| blocks(composer, document))?;
    composer.write(&words::title(document), pages)
}

fn blocks(composer: &Composer<'_>, document: &Resolution) -> Result<Vec<Block>, DocumentError> {
    let mut blocks = head(composer, document)?;
    for text in words::before(document, &composer.session_name()) {
        blocks.push(Block::Lines(composer.paragraph(&text)?));
        blocks.push(composer.paragraph_gap());
    }
    blocks.extend(adopted(composer, &document.adopted, document.seats)?);
    let [carrying_out, supervision] = words::after(document);
    blocks.push(Block::Lines(composer.paragraph(&carrying_out)?));
    blocks.push(composer.paragraph_gap());
    // Signing body and date never stand on a page without text (7.3.5.4).
    blocks.push(Block::WithNext(composer.paragraph(&supervision)?));
    blocks.extend(sealed(signer(composer, &signing_body(composer, document), document.date)?));
    Ok(blocks)
}

/// The document's number above the title where there is one, and below the title when and where it was passed (题注).
fn head(composer: &Composer<'_>, document: &Resolution) -> Result<Vec<Block>, DocumentError> {
    let centred = Paragraph::new(composer.body, composer.language(), Align::Centre, TYPE_WIDTH);
    let mut blocks = Vec::new();
    if !document.number.is_empty() {
        blocks.push(Block::WithNext(centred.set_balanced(composer.fonts, &document.number)?));
        blocks.push(Block::Gap(composer.body.line));
    }
    blocks.extend(composer.title(&words::title(document), 1)?);
    let parts = words::passed(document, &composer.session_name());
    blocks.push(Block::WithNext(ruled(composer.note_below_title(&centred, parts)?)));
    blocks.push(Block::Gap(composer.body.line * 0.6));
    Ok(blocks)
}

/// Who signs: whom the secretariat names; else a session decides under its own name, a standing committee under that of the committee.
fn signing_body(composer: &Composer<'_>, document: &Resolution) -> String {
    if !document.signer.is_empty() {
        return document.signer.clone();
    }
    match document.heading.body {
        Body::StandingCommittee => document.heading.congress.clone(),
        Body::Congress | Body::StreetAssembly => composer.session_name(),
    }
}

/// Signing body and date with room for the seal that is put over them.
fn sealed(signer: Vec<Strip>) -> [Block; 2] {
    let half = signer.iter().map(|line| line.height).sum::<f32>() / 2.0;
    let above = ABOVE_SEAL + SEAL / 2.0 + BELOW_MIDDLE - half;
    let below = Strip { height: (SEAL / 2.0 - BELOW_MIDDLE - half).max(0.0), ..Strip::default() };
    [Block::Gap(above.max(0.0)), Block::Whole(signer.into_iter().chain([below]).collect())]
}

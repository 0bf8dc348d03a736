//! 决议.

use super::{self as words, Resolution};
use crate::{
    Body, ContentError, DocumentError, Output, common::composer::Composer,
    papers::announcement::adopted::adopted,
};
use procedure::number::RoundNumber;
use typeset::{
    Document, Fit, Styles,
    blocks::{Block, Content, Divided, Gap, Keep, StyleName, Text},
};

/// The resolution as a file.
pub fn resolution<'a>(
    output: impl Into<Output<'a>>,
    document: &Resolution,
) -> Result<Vec<u8>, DocumentError> {
    Ok(output.into().of(arrange(document)?)?)
}

fn arrange(document: &Resolution) -> Result<Document, ContentError> {
    if document.adopted.is_empty() {
        return Err(ContentError::Empty);
    }
    let composer = Composer::new(&document.heading);
    let mut blocks = head(&composer, document);
    for text in words::before(document, &composer.session_name()) {
        blocks.push(Composer::paragraph(text));
        blocks.push(Block::Gap(Gap::Paragraphs));
    }
    blocks.extend(adopted(&composer, &document.adopted, document.seats));
    let [carrying_out, supervision] = words::after(document);
    blocks.push(Composer::paragraph(carrying_out));
    blocks.push(Block::Gap(Gap::Paragraphs));
    // Signing body and date never stand on a page without text (7.3.5.4).
    blocks.push(Composer::paragraph_with_next(supervision));
    blocks.push(composer.issuer(&signing_body(&composer, document), document.date, true));
    let title = words::title(document);
    Ok(composer.document(&title, Styles::letter(composer.language()), Fit::OnePage, blocks))
}

/// The document's number above the title where there is one, and below the title when and where it was passed (题注).
fn head(composer: &Composer<'_>, document: &Resolution) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !document.number.is_empty() {
        let number = Text::new(StyleName::Centred, document.number.clone());
        blocks.push(number.kept(Keep::WithNext).into());
        blocks.push(Block::Gap(Gap::Lines(1.0)));
    }
    blocks.extend(composer.title(&words::title(document), RoundNumber::FIRST));
    let [day, place] = words::passed(document, &composer.session_name());
    let passed = Content::Divided(Divided { whole: format!("{day}{place}"), parts: [day, place] });
    blocks.push(Text::of(StyleName::Centred, passed).kept(Keep::WithNext).with_blanks().into());
    blocks.push(Block::Gap(Gap::Lines(0.6)));
    blocks
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

//! 打印测试页.

use super::Composer;
use crate::{
    Body, DocumentError, Fonts, Heading, Standing,
    draw::{Drawing, Strip},
    layout::{
        flow::Block,
        measure::{CELL, HALF_LEADING, TYPE_HEIGHT, TYPE_WIDTH, mm},
        paragraph::Paragraph,
        qr::qr,
    },
    papers::test_page::labels,
};
use messages::Language;

/// The QR code's side, with its quiet zone: that of a slip.
const QR_SIDE: f32 = mm(35.0);

/// A page that shows whether a printer prints documents as they are: the edges of the type area, its characters, a code.
pub fn test_page(fonts: &Fonts, language: Language) -> Result<Vec<u8>, DocumentError> {
    let words = labels(language);
    let heading = Heading {
        congress: words.program.to_owned(),
        session: String::new(),
        year: 2000,
        language,
        body: Body::Congress,
        standing: Standing::Unofficial,
        training: false,
        record_hash: None,
    };
    let composer = Composer::new(fonts, &heading);
    let mut edges = Drawing::default();
    edges.outline(0.0, HALF_LEADING, TYPE_WIDTH, TYPE_HEIGHT, 0.6);
    let mut code = Drawing::default();
    code.add(qr(words.program, QR_SIDE)?, (TYPE_WIDTH - QR_SIDE) / 2.0, 0.0);
    // The title stands clear of the edge, and so does the text.
    let mut blocks = vec![Block::Whole(vec![Strip { height: composer.body.line, drawing: edges }])];
    blocks.extend(composer.title(words.title, 1)?);
    let paragraph = Paragraph {
        width: TYPE_WIDTH - CELL,
        hanging_indent: CELL,
        ..composer.body_paragraph(CELL + composer.indent())
    };
    for text in words.to_check {
        blocks.push(Block::Lines(paragraph.set(fonts, text)?));
        blocks.push(composer.paragraph_gap());
    }
    blocks.push(Block::Whole(vec![Strip { height: QR_SIDE, drawing: code }]));
    composer.write(words.title, composer.pages(&blocks)?)
}

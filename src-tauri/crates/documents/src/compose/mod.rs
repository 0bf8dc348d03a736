//! From content to pages: each kind of document words itself and is set.

mod announcement;
mod candidate_list;
mod key_card;
mod result_report;
mod slip_sheet;

pub use announcement::announcement;
pub use candidate_list::candidate_list;
pub use key_card::key_card;
pub use result_report::result_report;
pub use slip_sheet::slips;

use crate::{
    DocumentError, Heading, Language,
    draw::{Drawing, Laid, Strip},
    fonts::{Fonts, Voice},
    layout::{
        flow::{Block, paginate},
        furnish,
        measure::{CELL, Style, TYPE_WIDTH},
        paragraph::{Align, Paragraph},
        table::TableStyle,
    },
    pdf,
    words::{Words, words},
};

/// 二号, the title's size (GB/T 9704, 7.3.1).
const TITLE_SIZE: f32 = 22.0;
/// The title's line, by its size.
const TITLE_LINE: f32 = 1.45;

/// What setting a document needs at every step.
#[derive(Clone, Copy)]
struct Composer<'a> {
    fonts: &'a Fonts,
    heading: &'a Heading,
    words: &'static Words,
    /// The body's style.
    body: Style,
}

impl<'a> Composer<'a> {
    fn new(fonts: &'a Fonts, heading: &'a Heading) -> Self {
        let body = match heading.language {
            Language::Chinese => Style::grid(),
            // Latin letters of 三号 would be coarse; the line is as much closer.
            Language::English => Style::plain(Voice::Body, 12.0, 18.0),
        };
        Self { fonts, heading, words: words(heading.language), body }
    }

    fn language(&self) -> Language {
        self.heading.language
    }

    fn session_name(&self) -> String {
        self.words.session_name(&self.heading.congress, &self.heading.session)
    }

    /// The title as it is named in the file's properties.
    fn file_title(&self, title: &str) -> String {
        format!("{}{}{title}", self.session_name(), self.words.name_separator)
    }

    /// The session's name, the document's own title below it, and a further round's number below that.
    fn title(&self, title: &str, round: u32) -> Result<Vec<Block>, DocumentError> {
        let size = match self.language() {
            Language::Chinese => TITLE_SIZE,
            Language::English => 17.0,
        };
        let style = Style::plain(Voice::Title, size, size * TITLE_LINE);
        let paragraph = Paragraph::new(style, self.language(), Align::Centre, TYPE_WIDTH);
        let mut lines = paragraph.set_balanced(self.fonts, &self.session_name())?;
        lines.extend(paragraph.set_balanced(self.fonts, title)?);
        if round > 1 {
            let style = Style::plain(Voice::Body, self.body.size, self.body.line);
            let text = (self.words.round_in_title)(round);
            lines.extend(Paragraph { style, ..paragraph }.set(self.fonts, text.trim())?);
        }
        Ok(vec![Block::WithNext(lines), Block::Gap(self.body.line * 0.6)])
    }

    /// A paragraph of the body, its first line two characters in where the language asks for it.
    fn paragraph(&self, text: &str) -> Result<Vec<Strip>, DocumentError> {
        self.body_paragraph(self.indent()).set(self.fonts, text)
    }

    fn indent(&self) -> f32 {
        match self.language() {
            Language::Chinese => 2.0 * CELL,
            Language::English => 0.0,
        }
    }

    /// What parts paragraphs: Chinese ones have their indent for that.
    fn paragraph_gap(&self) -> Block {
        match self.language() {
            Language::Chinese => Block::Gap(0.0),
            Language::English => Block::Gap(self.body.line / 2.0),
        }
    }

    fn body_paragraph(&self, first_indent: f32) -> Paragraph {
        let paragraph = Paragraph::new(self.body, self.language(), Align::Justify, TYPE_WIDTH);
        Paragraph { first_indent, ..paragraph }
    }

    /// A line in the style of a heading.
    fn heading_line(&self, text: &str) -> Result<Vec<Strip>, DocumentError> {
        let style = Style { voice: Voice::Heading, ..self.body };
        Paragraph { style, ..self.body_paragraph(self.indent()) }.set(self.fonts, text)
    }

    fn table_style(&self, size: f32, line: f32) -> TableStyle {
        TableStyle { size, line, language: self.language(), width: TYPE_WIDTH }
    }

    /// Pages from blocks, with number, foot and marks.
    fn pages(&self, blocks: &[Block]) -> Result<Vec<Drawing>, DocumentError> {
        let mut pages = paginate(blocks);
        furnish(self.fonts, self.heading, &mut pages)?;
        Ok(pages)
    }

    fn write(&self, title: &str, pages: Vec<Drawing>) -> Result<Vec<u8>, DocumentError> {
        let author = self.heading.congress.clone();
        let laid = Laid { title: self.file_title(title), author, language: self.language(), pages };
        pdf::write(self.fonts, &laid)
    }

    /// A document's title with its round, where it is a further one.
    fn title_of_round(&self, title: &str, round: u32) -> String {
        if round > 1 { format!("{title}{}", (self.words.round_in_title)(round)) } else { title.to_owned() }
    }
}

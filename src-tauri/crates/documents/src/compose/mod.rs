//! From content to pages: each kind of document words itself and is set.

mod adopted;
mod announcement;
mod attendance;
mod blanks;
mod candidate_list;
mod chair_script;
mod challenge_slip;
mod closer;
mod columns;
mod dates;
mod foot;
mod form;
mod key_card;
mod minutes;
mod notice;
mod paper_ballot;
mod poll_report;
mod resolution;
mod result_report;
mod signer;
mod slip_sheet;
mod task_list;
mod test_page;
mod voting_measure;

pub use announcement::announcement;
pub use attendance::{attendance_report, attendance_sheet};
pub use candidate_list::candidate_list;
pub use chair_script::chair_script;
pub use challenge_slip::challenge_slip;
pub use key_card::key_card;
pub use minutes::minutes;
pub use notice::notice;
pub use paper_ballot::paper_ballots;
pub use poll_report::poll_report;
pub use resolution::resolution;
pub use result_report::result_report;
pub use slip_sheet::slips;
pub use task_list::task_list;
pub use test_page::test_page;
pub use voting_measure::voting_measure;

use crate::{
    DocumentError, Heading,
    common::labels::{Words, words},
    draw::{Drawing, Role, Strip},
    fonts::{Fonts, Voice},
    layout::{
        flow::{Block, paginate},
        furnish,
        measure::{CELL, Style, TYPE_WIDTH},
        paragraph::{Align, Paragraph},
        table::TableStyle,
    },
    pdf,
};
use messages::Language;

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
        let paragraph = Paragraph { role: Role::Heading(1), ..paragraph };
        let mut lines = self.session_lines(&paragraph)?;
        lines.extend(continued(paragraph.set_balanced(self.fonts, title)?));
        if round > 1 {
            let style = Style::plain(Voice::Body, self.body.size, self.body.line);
            let text = (self.words.round_in_title)(round);
            lines.extend(continued(Paragraph { style, ..paragraph }.set(self.fonts, text.trim())?));
        }
        Ok(vec![Block::WithNext(lines), Block::Gap(self.body.line * 0.6)])
    }

    /// The session's name on one line; where it is longer, the congress and its session each on lines of their own, so that no
    /// word is parted (7.3.1), unless that takes more lines.
    fn session_lines(&self, paragraph: &Paragraph) -> Result<Vec<Strip>, DocumentError> {
        let whole = paragraph.set_balanced(self.fonts, &self.session_name())?;
        let congress = format!("{}{}", self.heading.congress, self.words.name_separator);
        let mut parted = paragraph.set_balanced(self.fonts, &congress)?;
        parted.extend(continued(paragraph.set_balanced(self.fonts, &self.heading.session)?));
        Ok(if whole.len() > 1 && parted.len() <= whole.len() { parted } else { whole })
    }

    /// When and where it was passed (题注): on one line, or its two parts on lines of their own.
    fn note_below_title(
        &self,
        paragraph: &Paragraph,
        [day, place]: [String; 2],
    ) -> Result<Vec<Strip>, DocumentError> {
        let whole = paragraph.set_balanced(self.fonts, &format!("{day}{place}"))?;
        if whole.len() == 1 {
            return Ok(whole);
        }
        let mut parted = paragraph.set_balanced(self.fonts, &day)?;
        parted.extend(paragraph.set_balanced(self.fonts, &place)?);
        Ok(parted)
    }

    /// A paragraph of the body, its first line two characters in where the language asks for it.
    fn paragraph(&self, text: &str) -> Result<Vec<Strip>, DocumentError> {
        Ok(self.body_paragraph(self.indent()).set(self.fonts, text)?)
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

    /// A line in the style of a heading, which is also a bookmark.
    fn heading_line(&self, text: &str) -> Result<Vec<Strip>, DocumentError> {
        let style = Style { voice: Voice::Heading, ..self.body };
        let role = Role::Heading(2);
        Ok(Paragraph { style, role, ..self.body_paragraph(self.indent()) }.set(self.fonts, text)?)
    }

    /// What a report finds, in the letters of a heading: nothing stands under it, and so it is none.
    fn finding(&self, text: &str) -> Result<Vec<Strip>, DocumentError> {
        let style = Style { voice: Voice::Heading, ..self.body };
        Ok(Paragraph { style, ..self.body_paragraph(self.indent()) }.set(self.fonts, text)?)
    }

    /// Places to sign this document; its title stands above them where they take a sheet of their own.
    fn signing(&self, title: &str, round: u32, places: Vec<Strip>) -> Result<Block, DocumentError> {
        let name = format!("{}{}", self.session_name(), self.words.name_separator);
        let document = format!("{}\n{}", name.trim_end(), self.title_of_round(title, round));
        let style = Style { voice: Voice::Heading, ..self.body };
        let paragraph = Paragraph::new(style, self.language(), Align::Centre, TYPE_WIDTH);
        let paragraph = Paragraph { role: Role::Heading(2), ..paragraph };
        let mut identity = Vec::new();
        for line in (self.words.signing_page)(&document).lines() {
            let before = !identity.is_empty();
            let lines = paragraph.set_balanced(self.fonts, line)?;
            if before { identity.extend(continued(lines)) } else { identity.extend(lines) }
        }
        identity.push(Strip { height: self.body.line, ..Strip::default() });
        Ok(Block::Signing { identity, places })
    }

    fn table_style(&self, size: f32, line: f32) -> TableStyle {
        TableStyle { size, line, language: self.language(), width: TYPE_WIDTH }
    }

    /// Pages from blocks, with number, foot and marks.
    fn pages(&self, blocks: &[Block]) -> Result<Vec<Drawing>, DocumentError> {
        let mut pages = paginate(blocks);
        furnish(self.fonts, &foot::furniture(self.heading), &mut pages)?;
        Ok(pages)
    }

    /// A file with this title, to which pages are added; all are there this many times.
    fn file(&self, title: &str, copies: u32) -> pdf::Writer<'a> {
        let (title, author) = (self.file_title(title), self.heading.congress.clone());
        let figure = self.words.qr_code.to_owned();
        pdf::Writer::new(self.fonts, pdf::About { title, author, language: self.language(), figure }, copies)
    }

    fn write(&self, title: &str, pages: Vec<Drawing>) -> Result<Vec<u8>, DocumentError> {
        self.write_copies(title, pages, 1)
    }

    /// Pages that are all there this many times.
    fn write_copies(&self, title: &str, pages: Vec<Drawing>, copies: u32) -> Result<Vec<u8>, DocumentError> {
        let mut file = self.file(title, copies);
        for page in pages {
            file.add(&page);
        }
        Ok(file.finish()?)
    }

    /// A document's title with its round, where it is a further one.
    fn title_of_round(&self, title: &str, round: u32) -> String {
        if round > 1 { format!("{title}{}", (self.words.round_in_title)(round)) } else { title.to_owned() }
    }
}

/// Lines that belong to the heading before them.
fn continued(lines: Vec<Strip>) -> impl Iterator<Item = Strip> {
    lines.into_iter().map(|line| Strip { drawing: line.drawing.continued(), ..line })
}

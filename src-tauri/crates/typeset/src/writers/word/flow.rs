//! Blocks as paragraphs and tables, one after another.

use super::{
    around,
    looks::{ADDITION, DATE, Looks, NORMAL, SIGNATURE, TITLE},
    numbering::Numbering,
    paragraph::{Indent, Paragraph, line_break, run, runs, tab, value},
    source::Source,
    table::table,
};
use crate::{
    TypesetError,
    blocks::{
        Blanks, Block, Content, Day, FillIn, Gap, Issuer, Keep, Signers, Signing, StyleName, Table, Text,
        Title, Width,
    },
    drawing::Strip,
    fonts::Fonts,
    measure::{CELL, TYPE_WIDTH},
    pages::{RIGHT, Setter, beginnings, numbered, seal_room, table_style},
    styles::Styles,
    text::style::Align,
    writers::xml::Element,
};
use messages::Language;

/// Where a place to sign ends.
const PLACE_TO_SIGN: f32 = 220.0;

/// What a document's blocks become.
pub struct Flowed {
    /// Paragraphs and tables, and what holds for the pages.
    pub body: Vec<Element>,
    pub looks: Looks,
    pub numbering: Numbering,
}

/// The document's blocks as what stands in a Word file.
pub fn flow(fonts: &Fonts, source: Source<'_>) -> Result<Flowed, TypesetError> {
    let styles = source.styles;
    let mut flow = Flow {
        fonts,
        styles,
        setter: Setter::new(fonts, styles, source.blocks)?,
        flowed: Flowed { body: Vec::new(), looks: Looks::default(), numbering: Numbering::default() },
        last: Last::Nothing,
        begins_page: false,
        gap: 0.0,
    };
    for block in source.blocks {
        flow.block(block)?;
    }
    flow.end();
    flow.flowed.body.push(around::section());
    Ok(flow.flowed)
}

/// What was put last: a paragraph is kept until it is known what gap follows it.
enum Last {
    Nothing,
    Paragraph(Box<Paragraph>),
    Table,
}

struct Flow<'a> {
    fonts: &'a Fonts,
    styles: &'a Styles,
    setter: Setter<'a>,
    flowed: Flowed,
    last: Last,
    /// Whether what follows begins a page.
    begins_page: bool,
    /// What is above the next paragraph, in points.
    gap: f32,
}

impl Flow<'_> {
    fn block(&mut self, block: &Block) -> Result<(), TypesetError> {
        match block {
            Block::Title(title) => self.title(title)?,
            Block::Text(text) => self.text(text)?,
            Block::Table(table) => self.table(table)?,
            Block::Gap(gap) => self.gap(*gap),
            // Which side of a sheet a page is on isn't known here.
            Block::NewPage | Block::NewSheet => self.begins_page = true,
            Block::Issuer(issuer) => self.issuer(issuer)?,
            Block::Signing(signing) => self.signing(signing)?,
            Block::FillIn(fill_in) => self.fill_in(fill_in)?,
            Block::Code { content, .. } => {
                let runs = runs(self.language(), content, false);
                let style = self.flowed.looks.text(StyleName::Code);
                self.put(Paragraph::new(style, runs));
            }
            // It shows where pages are printed, and these are none.
            Block::TypeArea => {}
        }
        Ok(())
    }

    const fn language(&self) -> Language {
        self.styles.language
    }

    /// Puts a paragraph below what is there.
    fn put(&mut self, paragraph: Paragraph) {
        let begins_page = std::mem::take(&mut self.begins_page);
        // No gap at the head of a page.
        let gap = std::mem::take(&mut self.gap);
        let before = paragraph.before + if begins_page { 0.0 } else { gap };
        self.settle(Last::Paragraph(Box::new(Paragraph { begins_page, before, ..paragraph })));
    }

    /// What comes is the last now; the one before it goes into the body.
    fn settle(&mut self, last: Last) {
        match std::mem::replace(&mut self.last, last) {
            Last::Paragraph(paragraph) => self.flowed.body.push(paragraph.element()),
            Last::Nothing | Last::Table => {}
        }
    }

    fn gap(&mut self, gap: Gap) {
        let height = self.setter.gap(gap);
        match &mut self.last {
            Last::Paragraph(paragraph) => paragraph.after += height,
            Last::Table => self.gap += height,
            Last::Nothing => {}
        }
    }

    /// Two tables would be one without a paragraph between them, and a page begins with a paragraph, as a document ends.
    fn put_empty(&mut self) {
        let mut empty = Paragraph::new(NORMAL, Vec::new());
        empty.indent = Some(Indent::default());
        self.put(empty);
    }

    fn end(&mut self) {
        if matches!(self.last, Last::Table) {
            self.put_empty();
        }
        self.settle(Last::Nothing);
    }

    /// What the title belongs to, its name and its addition are one paragraph, whose lines end where those of pages do.
    fn title(&mut self, title: &Title) -> Result<(), TypesetError> {
        let paragraph = self.styles.title();
        let language = self.language();
        let mut lines = self.setter.belongs_to(&paragraph, &title.belongs_to)?;
        lines.extend(paragraph.set_balanced(self.fonts, &title.name)?);
        let mut runs = lined(language, &lines);
        if let Some(addition) = &title.addition {
            let text = Element::new("w:t").with("xml:space", "preserve").saying(addition.as_str());
            let style = value("w:rStyle", ADDITION);
            runs.push(line_break(language));
            runs.push(Element::new("w:r").holding_all([Element::new("w:rPr").holding(style), text]));
        }
        self.put(Paragraph { keep: Keep::WithNext, ..Paragraph::new(TITLE, runs) });
        Ok(())
    }

    fn text(&mut self, text: &Text) -> Result<(), TypesetError> {
        let language = self.language();
        let look = self.styles.paragraph(text.style);
        let style = self.flowed.looks.text(text.style);
        let runs = |words: &str| runs(language, words, text.has_blanks);
        let mut paragraph = match &text.content {
            Content::Plain(words) => Paragraph::new(style, runs(words)),
            Content::Numbered { number, text } => {
                let numbering = &mut self.flowed.numbering;
                numbering.lists += usize::from(*number == 1);
                let hanging = self.setter.hanging(&look, &numbered(*number))?;
                numbering.hanging = numbering.hanging.max(hanging);
                Paragraph { list: Some(numbering.lists), ..Paragraph::new(style, runs(text)) }
            }
            Content::Labelled { label, text } => {
                let others = look.extent(self.fonts, label)?.whole;
                let indent = Indent { first: 0.0, others, right: 0.0 };
                Paragraph { indent: Some(indent), ..Paragraph::new(style, runs(&format!("{label}{text}"))) }
            }
            Content::Divided(divided) => {
                let is_whole = self.setter.divided(&look, divided)?.len() == 1;
                let words = if is_whole { divided.whole.clone() } else { divided.parts.join("\n") };
                Paragraph::new(style, runs(&words))
            }
        };
        paragraph.keep = text.keep;
        self.put(paragraph);
        Ok(())
    }

    fn table(&mut self, content: &Table) -> Result<(), TypesetError> {
        if matches!(self.last, Last::Table) || self.begins_page {
            self.put_empty();
        }
        let style = table_style(self.styles, content.rows);
        let number = self.flowed.looks.table(style);
        if let Some(caption) = &content.caption {
            let runs = runs(self.language(), caption, false);
            let head = Paragraph::new(super::looks::table_head(number), runs);
            self.put(Paragraph { keep: Keep::WithNext, align: Some(Align::Left), ..head });
        }
        let widths = roomy(content, self.setter.widths(content)?, style.size);
        self.settle(Last::Table);
        self.flowed.body.push(table(self.language(), content, number, &widths));
        Ok(())
    }

    /// The issuer's name and the day below it, each from where it begins on pages.
    fn issuer(&mut self, issuer: &Issuer) -> Result<(), TypesetError> {
        let language = self.language();
        let (above, below) =
            if issuer.is_sealed { seal_room(2.0 * self.styles.body.line) } else { (0.0, 0.0) };
        let indented = |style, runs, others| {
            let indent = Indent { first: others, others, right: 0.0 };
            Paragraph { indent: Some(indent), ..Paragraph::new(style, runs) }
        };
        let at_right = |style, runs| {
            let indent = Indent { right: RIGHT, ..Indent::default() };
            Paragraph { indent: Some(indent), align: Some(Align::Right), ..Paragraph::new(style, runs) }
        };
        let name = runs(language, &issuer.name, false);
        let [name, day] = match &issuer.day {
            Day::Printed(day) => {
                let text = runs(language, day, false);
                match beginnings(self.fonts, self.styles, &issuer.name, day)? {
                    Some([name_x, day_x]) => [indented(SIGNATURE, name, name_x), indented(DATE, text, day_x)],
                    None => [at_right(SIGNATURE, name), at_right(DATE, text)],
                }
            }
            Day::Blank(parts) => {
                let start = TYPE_WIDTH - RIGHT - self.blanks(parts, 0.0)?.width;
                let Ruled { tabs, runs, .. } = self.blanks(parts, start)?;
                let day = Paragraph { ruled_tabs: tabs, ..indented(DATE, runs, start) };
                [at_right(SIGNATURE, name), day]
            }
        };
        self.put(Paragraph { before: above, keep: Keep::WithNext, ..name });
        self.put(Paragraph { after: below, keep: Keep::Whole, ..day });
        Ok(())
    }

    /// Places to sign, one a paragraph, and the day.
    fn signing(&mut self, signing: &Signing) -> Result<(), TypesetError> {
        let language = self.language();
        let style = self.flowed.looks.text(StyleName::Left);
        for Signers { label, names } in &signing.people {
            for (index, name) in names.iter().enumerate() {
                let label = if index == 0 { label } else { "" };
                let mut place =
                    Paragraph::new(style, vec![run(language, label), tab(language), run(language, name)]);
                place.ruled_tabs = vec![PLACE_TO_SIGN];
                self.put(Paragraph { keep: Keep::WithNext, ..place });
            }
        }
        match &signing.day {
            Day::Printed(day) => {
                let runs = vec![run(language, &signing.day_label), run(language, day)];
                self.put(Paragraph::new(style, runs));
            }
            Day::Blank(parts) => self.filled_in(&signing.day_label, parts)?,
        }
        Ok(())
    }

    fn fill_in(&mut self, fill_in: &FillIn) -> Result<(), TypesetError> {
        self.filled_in(&fill_in.label, fill_in.parts)
    }

    /// A line with a label and parts that are filled in by hand.
    fn filled_in(&mut self, label: &str, parts: Blanks) -> Result<(), TypesetError> {
        let start = self.styles.paragraph(StyleName::Left).extent(self.fonts, label)?.whole;
        let Ruled { tabs, runs, .. } = self.blanks(parts, start)?;
        let label = run(self.language(), label);
        let style = self.flowed.looks.text(StyleName::Left);
        let runs = std::iter::once(label).chain(runs).collect();
        self.put(Paragraph { ruled_tabs: tabs, ..Paragraph::new(style, runs) });
        Ok(())
    }

    /// Parts to fill in by hand from here on: tabs with rules, each followed by its word.
    fn blanks(&self, parts: Blanks, start: f32) -> Result<Ruled, TypesetError> {
        let paragraph = self.styles.paragraph(StyleName::Left);
        let language = self.language();
        let mut ruled = Ruled { tabs: Vec::new(), runs: Vec::new(), width: 0.0 };
        for (width, word) in parts {
            ruled.width += width;
            ruled.tabs.push(start + ruled.width);
            ruled.runs.push(tab(language));
            if !word.is_empty() {
                ruled.runs.push(run(language, word));
                ruled.width += paragraph.extent(self.fonts, word)?.whole + CELL / 2.0;
            }
        }
        Ok(ruled)
    }
}

/// Parts that are filled in by hand.
struct Ruled {
    /// Where their rules end.
    tabs: Vec<f32>,
    runs: Vec<Element>,
    width: f32,
}

/// The widths of a table's columns with more for days, at the expense of the widest: some programs put gaps between figures and
/// Chinese characters whatever the file says, and a day is read on the lines that it has.
fn roomy(table: &Table, mut widths: Vec<f32>, size: f32) -> Vec<f32> {
    for (index, column) in table.columns.iter().enumerate() {
        let widest = (0..widths.len()).max_by(|one, other| widths[*one].total_cmp(&widths[*other]));
        if let Some(widest) = widest.filter(|widest| column.width == Width::Days && *widest != index) {
            widths[index] += size;
            widths[widest] -= size;
        }
    }
    widths
}

/// The runs of lines that end where they do on pages.
fn lined(language: Language, lines: &[Strip]) -> Vec<Element> {
    let mut runs = Vec::new();
    for line in lines {
        if !runs.is_empty() {
            runs.push(line_break(language));
        }
        let glyphs = line.drawing.runs.iter().flat_map(|run| &run.glyphs);
        let text: String = glyphs.map(|glyph| glyph.char).collect();
        runs.push(run(language, text.trim()));
    }
    runs
}

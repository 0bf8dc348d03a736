//! 纸质选票: one sheet of paper each, all alike.

use super::{Composer, foot::foot_text};
use crate::{
    ContentError, DocumentError, Fonts, PaperBallots,
    draw::{Drawing, Role, Strip},
    fonts::Voice,
    layout::{
        TRAINING_LINE,
        measure::{PAGE_HEIGHT, PAGE_WIDTH, Style, mm},
        paragraph::{Align, Paragraph},
        table::{Column, Group, Table, TableStyle, Width},
        training_mark,
    },
    papers::paper_ballot::{self as words, Labels, labels},
};
use procedure::{
    candidate::Candidate,
    slate::{Contender, ListPart, Slate},
};

/// The margins: a form to be filled in needs the room that a letter leaves free.
const SIDE: f32 = mm(20.0);
const TOP: f32 = mm(16.0);
const BOTTOM: f32 = mm(17.0);
const WIDTH: f32 = PAGE_WIDTH - 2.0 * SIDE;
const ROOM: f32 = PAGE_HEIGHT - TOP - BOTTOM;

/// The sizes and lines of the candidates, the first that fits is taken: on one side where they are large enough there,
/// else on both.
const SIZES: [(f32, f32); 5] = [(16.0, 27.0), (14.0, 24.0), (12.0, 20.0), (10.5, 16.0), (9.0, 12.5)];
const SIZES_OF_ONE_SIDE: usize = 3;
/// The largest size of the notes, and their line by their size.
const NOTE_SIZE: f32 = 12.0;
const NOTE_LINE: f32 = 1.4;

/// The place for the congress' seal, which is 4.2 or 4.5 cm wide.
const SEAL_SIDE: f32 = mm(46.0);
const SEAL_CORNER: f32 = mm(5.0);

const TRAINING_SIZE: f32 = 13.0;
const FOOT_SIZE: f32 = 8.0;
const FOOT_LINE: f32 = 10.5;
/// From the text to the foot, where the line stands that says that the ballot goes on.
const FOOT_GAP: f32 = 14.0;
const CONTINUED_SIZE: f32 = 10.5;

/// The paper ballots as PDF. Each begins a sheet, whatever its length, so that printing on both sides never puts two on one.
pub fn paper_ballots(fonts: &Fonts, document: &PaperBallots<'_>) -> Result<Vec<u8>, DocumentError> {
    if document.candidates.is_empty() || document.copies == 0 {
        return Err(ContentError::Empty.into());
    }
    let contenders = document.candidates.iter().map(Contender::from).collect();
    let slate = Slate::new(document.rules, contenders)
        .map_err(|error| ContentError::SumsDiffer { place: error.to_string() })?;
    let composer = Composer::new(fonts, &document.heading);
    let ballot = Ballot { composer, labels: labels(composer.language()), document, slate };
    let mut sides = ballot.sides()?;
    if sides.len() == 1 {
        sides.push(Drawing::default());
    }
    let title = composer.title_of_round(&ballot.subject_and_title(), document.round);
    composer.write_copies(&title, sides, document.copies)
}

struct Ballot<'a> {
    composer: Composer<'a>,
    labels: &'static Labels,
    document: &'a PaperBallots<'a>,
    slate: Slate,
}

impl Ballot<'_> {
    /// The ballot on one side, or on both of a sheet, as large as it can be.
    fn sides(&self) -> Result<Vec<Drawing>, DocumentError> {
        for (most, sizes) in [(1, &SIZES[..SIZES_OF_ONE_SIDE]), (2, &SIZES[..])] {
            for (size, line) in sizes {
                let sides = self.set(*size, *line)?.filter(|sides| sides.len() <= most);
                if let Some(sides) = sides {
                    return Ok(sides);
                }
            }
        }
        Err(ContentError::BallotFull { candidates: self.document.candidates.len() }.into())
    }

    /// The sides in this size; none where a candidate's row would be parted.
    fn set(&self, size: f32, line: f32) -> Result<Option<Vec<Drawing>>, DocumentError> {
        let table = self.table(size, line)?;
        if table.partings.iter().any(|parting| parting.joined) {
            return Ok(None);
        }
        let mut page = Side::default();
        page.put_all(&self.training()?);
        page.put_all(&self.head()?);
        page.put_all(&self.notes(size.min(NOTE_SIZE))?);
        page.put(&table.head);
        let mut sides = Vec::new();
        for (row, parting) in table.rows.iter().zip(&table.partings) {
            if page.y + row.height > ROOM {
                sides.push(self.finished(std::mem::take(&mut page), true)?);
                page.put_all(&self.training()?);
                page.put_all(&self.back_head()?);
                let drawing = table.head.drawing.clone().into_one(Role::Artifact);
                page.put(&Strip { drawing, ..table.head });
                page.put(&parting.carried);
            }
            page.put(row);
        }
        sides.push(self.finished(page, false)?);
        Ok(Some(sides))
    }

    /// The candidates by the rules' categories, each category below its name and limit.
    fn table(&self, size: f32, line: f32) -> Result<Table, DocumentError> {
        let column = |head: &str, width, align| Column { head: head.to_owned(), width, align };
        let columns = [
            column(self.labels.number, Width::Fit, Align::Centre),
            column(self.labels.name, Width::Share, Align::Left),
            column(self.labels.mark_head, Width::Fit, Align::Centre),
        ];
        let groups: Vec<Group> = self.slate.parts().iter().map(|part| self.group(part)).collect();
        let style = TableStyle { size, line, language: self.composer.language(), width: WIDTH };
        Ok(style.set_groups(self.composer.fonts, &columns, &groups)?)
    }

    fn group(&self, part: &ListPart) -> Group {
        let title = words::category(self.document, part);
        let continued = if title.is_empty() { String::new() } else { (self.labels.continued_group)(&title) };
        let members = part.members.iter().filter_map(|place| self.document.candidates.get(*place));
        let row =
            |candidate: &Candidate| vec![candidate.number.clone(), candidate.name.clone(), String::new()];
        Group { title, continued, rows: members.map(row).collect() }
    }

    fn paragraph(&self, voice: Voice, size: f32, line: f32, align: Align, width: f32) -> Paragraph {
        Paragraph::new(Style::plain(voice, size, line), self.composer.language(), align, width)
    }

    /// The title, and beside it the place for the seal.
    fn head(&self) -> Result<Vec<Strip>, DocumentError> {
        let fonts = self.composer.fonts;
        let width = WIDTH - SEAL_SIDE - 12.0;
        let small = self.paragraph(Voice::Title, 16.0, 24.0, Align::Centre, width);
        let large = self.paragraph(Voice::Title, 26.0, 38.0, Align::Centre, width);
        let round = self.paragraph(Voice::Body, 14.0, 22.0, Align::Centre, width);
        let mut lines = small.set_balanced(fonts, &self.composer.session_name())?;
        lines.extend(small.set_balanced(fonts, &words::subject(self.document))?);
        lines.extend(large.set(fonts, self.labels.title)?);
        lines.extend(round.set(fonts, (self.composer.words.round_in_title)(self.document.round).trim())?);
        let text_height: f32 = lines.iter().map(|line| line.height).sum();
        let height = text_height.max(SEAL_SIDE);
        let mut drawing = Drawing::default();
        let mut y = (height - text_height) / 2.0;
        for line in lines {
            drawing.add(line.drawing, 0.0, y);
            y += line.height;
        }
        let mut drawing = drawing.into_one(Role::Heading(1));
        drawing.add(self.seal()?, WIDTH - SEAL_SIDE, (height - SEAL_SIDE) / 2.0);
        Ok(vec![Strip { height: height + 6.0, drawing }])
    }

    /// Four corners around the place for the seal, which cover nothing of it.
    fn seal(&self) -> Result<Drawing, DocumentError> {
        let mut drawing = Drawing::default();
        for y in [0.0, SEAL_SIDE - 0.6] {
            for x in [0.0, SEAL_SIDE - SEAL_CORNER] {
                drawing.level_rule(x, y, SEAL_CORNER, 0.6);
                drawing.upright_rule(y, x, SEAL_CORNER, 0.6);
            }
        }
        let text = self.paragraph(Voice::Small, 10.5, 14.0, Align::Centre, SEAL_SIDE);
        for line in text.set(self.composer.fonts, self.labels.seal)? {
            drawing.add(line.drawing, 0.0, (SEAL_SIDE - 14.0) / 2.0);
        }
        Ok(drawing)
    }

    fn notes(&self, size: f32) -> Result<Vec<Strip>, DocumentError> {
        let fonts = self.composer.fonts;
        let line = size * NOTE_LINE;
        let head = self.paragraph(Voice::Heading, size, line, Align::Centre, WIDTH);
        let mut strips = head.set(fonts, self.labels.notes)?;
        let paragraph = self.paragraph(Voice::Body, size, line, Align::Justify, WIDTH);
        let paragraph = Paragraph { hanging_indent: 1.3 * size, ..paragraph };
        let notes = words::notes(self.document, &self.slate);
        for (index, note) in notes.iter().enumerate() {
            strips.extend(paragraph.set(fonts, &format!("{}. {note}", index + 1))?);
        }
        strips.push(Strip { height: 6.0, ..Strip::default() });
        Ok(strips)
    }

    /// The line at the head of the back.
    fn back_head(&self) -> Result<Vec<Strip>, DocumentError> {
        let round = (self.composer.words.round_in_title)(self.document.round);
        let text = format!("{}{round}  {}", self.subject_and_title(), self.labels.back);
        let style = Style::plain(Voice::Heading, 12.0, 22.0);
        let paragraph = Paragraph::artifact(style, self.composer.language(), Align::Centre, WIDTH);
        Ok(paragraph.set(self.composer.fonts, &text)?)
    }

    fn subject_and_title(&self) -> String {
        let title: String = self.labels.title.split('\u{3000}').collect();
        let subject = words::subject(self.document);
        format!("{subject}{}{title}", self.composer.words.name_separator)
    }

    fn training(&self) -> Result<Vec<Strip>, DocumentError> {
        if !self.document.heading.training {
            return Ok(Vec::new());
        }
        let (fonts, language) = (self.composer.fonts, self.composer.language());
        let drawing =
            training_mark(fonts, language, self.composer.words.training_mark, TRAINING_SIZE, WIDTH)?;
        Ok(vec![Strip { height: TRAINING_SIZE * TRAINING_LINE + 6.0, drawing }])
    }

    /// A side with its foot. There is no number: it would tell one ballot from another.
    fn finished(&self, side: Side, goes_on: bool) -> Result<Drawing, DocumentError> {
        let mut drawing = side.drawing;
        let (fonts, language) = (self.composer.fonts, self.composer.language());
        let style = Style::plain(Voice::Small, FOOT_SIZE, FOOT_LINE);
        let foot = Paragraph::artifact(style, language, Align::Left, WIDTH);
        let mut y = PAGE_HEIGHT - BOTTOM + FOOT_GAP;
        for line in foot.set(fonts, &foot_text(&self.document.heading))? {
            drawing.add(line.drawing, SIDE, y);
            y += FOOT_LINE;
        }
        if goes_on {
            let style = Style::plain(Voice::Heading, CONTINUED_SIZE, CONTINUED_SIZE);
            let continued = Paragraph::artifact(style, language, Align::Right, WIDTH);
            for line in continued.set(fonts, self.labels.continued)? {
                drawing.add(line.drawing, SIDE, PAGE_HEIGHT - BOTTOM + 1.0);
            }
        }
        Ok(drawing)
    }
}

/// A side that is being filled.
#[derive(Default)]
struct Side {
    drawing: Drawing,
    y: f32,
}

impl Side {
    fn put_all(&mut self, strips: &[Strip]) {
        for strip in strips {
            self.put(strip);
        }
    }

    fn put(&mut self, strip: &Strip) {
        self.drawing.add(strip.drawing.clone(), SIDE, TOP + self.y);
        self.y += strip.height;
    }
}

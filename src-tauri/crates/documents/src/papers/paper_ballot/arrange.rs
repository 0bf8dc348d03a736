//! 纸质选票: one sheet of paper each, all alike.

use super::{self as words, Labels, PaperBallots, labels};
use crate::{
    ContentError, DocumentError, Fonts,
    common::{composer::Composer, foot::foot_text},
};
use procedure::{
    candidate::Candidate,
    slate::{Contender, ListPart, Slate},
};
use typeset::{
    Leaves, TypesetError,
    blocks::{Column, Group, Width},
    frames::{Align, Breaking, Canvas, FrameTable, Kind, Look, Stack, Voice},
    measure::{PAGE_HEIGHT, PAGE_WIDTH, mm},
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

const SEAL: Look = Look::new(Voice::Small, 10.5, 14.0, Align::Centre);
/// The title, what it belongs to, and the round.
const TITLE: Look = Look::new(Voice::Title, 26.0, 38.0, Align::Centre);
const ABOVE_TITLE: Look = Look::new(Voice::Title, 16.0, 24.0, Align::Centre).broken(Breaking::Balanced);
const ROUND: Look = Look::new(Voice::Body, 14.0, 22.0, Align::Centre);
/// The line at the head of the back.
const BACK: Look = Look::new(Voice::Heading, 12.0, 22.0, Align::Centre).of_kind(Kind::Artifact);

/// The gap below the head, the notes, and the mark of an exercise.
const GAP: f32 = 6.0;
const TRAINING_SIZE: f32 = 13.0;
const FOOT: Look = Look::new(Voice::Small, 8.0, 10.5, Align::Left).of_kind(Kind::Artifact);
/// From the text to the foot, where the line stands that says that the ballot goes on.
const FOOT_GAP: f32 = 14.0;
const CONTINUED: Look = Look::new(Voice::Heading, 10.5, 10.5, Align::Right).of_kind(Kind::Artifact);

/// The paper ballots as PDF. Each begins a sheet, whatever its length, so that printing on both sides never puts two on one.
pub fn paper_ballots(fonts: &Fonts, document: &PaperBallots<'_>) -> Result<Vec<u8>, DocumentError> {
    if document.candidates.is_empty() || document.copies == 0 {
        return Err(ContentError::Empty.into());
    }
    let contenders = document.candidates.iter().map(Contender::from).collect();
    let slate = Slate::new(document.rules, contenders)
        .map_err(|error| ContentError::SumsDiffer { place: error.to_string() })?;
    let composer = Composer::new(&document.heading);
    let ballot = Ballot { fonts, composer, labels: labels(composer.language()), document, slate };
    let mut sides = ballot.sides()?;
    if sides.len() == 1 {
        sides.push(Canvas::default());
    }
    let title = composer.title_of_round(&ballot.subject_and_title(), document.round);
    let mut file = Leaves::new(fonts, composer.about(&title), document.copies);
    for side in &sides {
        file.add(side);
    }
    Ok(file.finish()?)
}

struct Ballot<'a> {
    fonts: &'a Fonts,
    composer: Composer<'a>,
    labels: &'static Labels,
    document: &'a PaperBallots<'a>,
    slate: Slate,
}

impl<'a> Ballot<'a> {
    /// The ballot on one side, or on both of a sheet, as large as it can be.
    fn sides(&self) -> Result<Vec<Canvas>, DocumentError> {
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
    fn set(&self, size: f32, line: f32) -> Result<Option<Vec<Canvas>>, TypesetError> {
        let mut front = self.training()?;
        let (head, height) = self.head()?;
        front.canvas(head, height + GAP);
        self.add_notes(&mut front, size.min(NOTE_SIZE))?;
        let Some(sides) = front.with_table(&self.back()?, ROOM, &self.table(size, line))? else {
            return Ok(None);
        };
        let last = sides.len().saturating_sub(1);
        let finished = |(index, side)| self.finished(side, index < last);
        sides.into_iter().enumerate().map(finished).collect::<Result<_, _>>().map(Some)
    }

    fn stack(&self, width: f32) -> Stack<'a> {
        Stack::new(self.fonts, self.composer.language(), width)
    }

    /// The candidates by the rules' categories, each category below its name and limit.
    fn table(&self, size: f32, line: f32) -> FrameTable {
        let columns = vec![
            Column::new(self.labels.number, Width::Fit, Align::Centre),
            Column::new(self.labels.name, Width::Share, Align::Left),
            Column::new(self.labels.mark_head, Width::Fit, Align::Centre),
        ];
        let groups = self.slate.parts().iter().map(|part| self.group(part)).collect();
        FrameTable { size, line, columns, groups }
    }

    fn group(&self, part: &ListPart) -> Group {
        let title = words::category(self.document, part);
        let continued = if title.is_empty() { String::new() } else { (self.labels.continued_group)(&title) };
        let members = part.members.iter().filter_map(|place| self.document.candidates.get(*place));
        let row =
            |candidate: &Candidate| vec![candidate.number.to_string(), candidate.name.clone(), String::new()];
        Group { title, continued, rows: members.map(row).collect() }
    }

    /// The title with what it belongs to.
    fn title(&self) -> Result<Stack<'a>, TypesetError> {
        let mut lines = self.stack(WIDTH - SEAL_SIDE - 12.0);
        lines.text(ABOVE_TITLE, &self.composer.session_name())?;
        lines.text(ABOVE_TITLE, &words::subject(self.document))?;
        lines.text(TITLE, self.labels.title)?;
        lines.text(ROUND, (self.composer.words.round_in_title)(self.document.round).trim())?;
        Ok(lines)
    }

    /// The title, and beside it the place for the seal; with its height.
    fn head(&self) -> Result<(Canvas, f32), TypesetError> {
        let title = self.title()?;
        let height = title.height().max(SEAL_SIDE);
        let below = (height - title.height()) / 2.0;
        let mut canvas = Canvas::default();
        canvas.put(title, 0.0, 0.0, below);
        let mut canvas = canvas.into_one(Kind::Heading);
        canvas.add(self.seal()?, WIDTH - SEAL_SIDE, (height - SEAL_SIDE) / 2.0);
        Ok((canvas, height))
    }

    /// Four corners around the place for the seal, which cover nothing of it.
    fn seal(&self) -> Result<Canvas, TypesetError> {
        let mut canvas = Canvas::default();
        for y in [0.0, SEAL_SIDE - 0.6] {
            for x in [0.0, SEAL_SIDE - SEAL_CORNER] {
                canvas.rectangle(x, y, SEAL_CORNER, 0.6);
                canvas.rectangle(y, x, 0.6, SEAL_CORNER);
            }
        }
        let mut text = self.stack(SEAL_SIDE);
        text.text(SEAL, self.labels.seal)?;
        canvas.put(text, 0.0, (SEAL_SIDE - SEAL.line) / 2.0, 0.0);
        Ok(canvas)
    }

    fn add_notes(&self, stack: &mut Stack<'a>, size: f32) -> Result<(), TypesetError> {
        let line = size * NOTE_LINE;
        stack.text(Look::new(Voice::Heading, size, line, Align::Centre), self.labels.notes)?;
        let look = Look { hanging: 1.3 * size, ..Look::new(Voice::Body, size, line, Align::Justify) };
        let notes = words::notes(self.document, &self.slate);
        for (index, note) in notes.iter().enumerate() {
            stack.text(look, &format!("{}. {note}", index + 1))?;
        }
        stack.gap(GAP);
        Ok(())
    }

    /// What stands at the head of the back.
    fn back(&self) -> Result<Stack<'a>, TypesetError> {
        let mut back = self.training()?;
        let round = (self.composer.words.round_in_title)(self.document.round);
        back.text(BACK, &format!("{}{round}  {}", self.subject_and_title(), self.labels.back))?;
        Ok(back)
    }

    fn subject_and_title(&self) -> String {
        let title: String = self.labels.title.split('\u{3000}').collect();
        let subject = words::subject(self.document);
        format!("{subject}{}{title}", self.composer.words.name_separator)
    }

    /// A stack with the mark of an exercise where it is one.
    fn training(&self) -> Result<Stack<'a>, TypesetError> {
        let mut stack = self.stack(WIDTH);
        if self.document.heading.training {
            stack.mark(self.composer.words.training_mark, TRAINING_SIZE, GAP)?;
        }
        Ok(stack)
    }

    /// A side with its foot. There is no number: it would tell one ballot from another.
    fn finished(&self, side: Stack<'a>, goes_on: bool) -> Result<Canvas, TypesetError> {
        let mut canvas = Canvas::default();
        canvas.put(side, SIDE, TOP, 0.0);
        let mut foot = self.stack(WIDTH);
        foot.text(FOOT, &foot_text(&self.document.heading))?;
        canvas.put(foot, SIDE, 0.0, PAGE_HEIGHT - BOTTOM + FOOT_GAP);
        if goes_on {
            let mut continued = self.stack(WIDTH);
            continued.text(CONTINUED, self.labels.continued)?;
            canvas.put(continued, SIDE, PAGE_HEIGHT - BOTTOM + 1.0, 0.0);
        }
        Ok(canvas)
    }
}

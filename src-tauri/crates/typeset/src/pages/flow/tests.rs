use super::*;
use crate::{
    drawing::Rect,
    fonts::{Fonts, Voice, fonts_dir},
    pages::table::Parting,
    text::{
        paragraph::Paragraph,
        style::{Align, Style},
    },
};
use messages::Language;

const LINE: f32 = 29.0;

/// Lines that can be told apart by what is drawn on them: a rule of this width.
fn lines(number: usize, mark: f32) -> Vec<Strip> {
    let rect = Rect { x: 0.0, y: 0.0, width: mark, height: 1.0 };
    let line = Strip { height: LINE, drawing: Drawing { rects: vec![rect], ..Drawing::default() } };
    vec![line; number]
}

/// The pages on which lines with this mark stand.
fn pages_of(pages: &[Drawing], mark: f32) -> Vec<usize> {
    let has = |page: &Drawing| page.rects.iter().any(|rect| (rect.width - mark).abs() < 0.1);
    (0..pages.len()).filter(|index| has(&pages[*index])).collect()
}

#[test]
fn a_heading_takes_its_note_and_what_follows_along() {
    for filled in 10..=22 {
        for note in [1, 2] {
            let pages = paginate(&[
                Piece::Lines(lines(filled, 1.0)),
                Piece::WithNext(lines(1, 2.0)),
                Piece::Gap(3.0),
                Piece::Lines(lines(note, 3.0)),
                Piece::Lines(lines(6, 4.0)),
            ]);
            let heading = pages_of(&pages, 2.0)[0];
            assert_eq!(pages_of(&pages, 3.0), [heading], "{filled}");
            assert_eq!(pages_of(&pages, 4.0)[0], heading, "{filled}");
        }
    }
}

#[test]
fn a_tables_last_row_never_stands_alone() {
    let style = Strip { height: LINE, ..Strip::default() };
    for filled in 0..22 {
        let mut rows = lines(2, 5.0);
        rows.extend(lines(1, 6.0));
        let parting = Parting { carried: Strip::default(), joined: false };
        let table = SetTable {
            head: style.clone(),
            partings: vec![parting; rows.len()],
            rows,
            closing: Strip::default(),
        };
        let blocks = [Piece::Lines(lines(filled, 1.0)), Piece::Table(table), Piece::Lines(lines(1, 7.0))];
        let pages = paginate(&blocks);
        let last = pages_of(&pages, 6.0)[0];
        assert!(pages_of(&pages, 5.0).contains(&last), "{filled}");
        assert_eq!(pages_of(&pages, 7.0), [last], "{filled}");
    }
}

#[test]
fn close_lines_begin_within_the_type_area() {
    let fonts = Fonts::load(&fonts_dir().unwrap()).unwrap();
    let style = Style::plain(Voice::Body, 12.0, 12.5);
    let paragraph = Paragraph::new(style, Language::English, Align::Left, 300.0);
    let pages = paginate(&[Piece::Lines(paragraph.set(&fonts, "At the head").unwrap())]);
    assert!(pages[0].runs[0].y - 12.0 * ASCENT >= TOP - MOST_ABOVE - 0.1);
}

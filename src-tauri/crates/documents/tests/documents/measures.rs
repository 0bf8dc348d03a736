//! The measures of GB/T 9704-2012, read back from the finished pages.

use crate::{
    inside::{Inside, Page, Text},
    page::{PAGE, TYPE_AREA},
    samples,
    tools::fonts,
};
use messages::Language;

const MILLIMETRE: f64 = 72.0 / 25.4;

/// An announcement whose text fills pages.
fn pages_full_of_text() -> Vec<Page> {
    let mut announcement = samples::announcement(Language::Chinese);
    announcement.adopted.truncate(2);
    announcement.adopted[0].name = "民生实事".repeat(600);
    announcement.adopted[1].name = "票决".repeat(40);
    let bytes = documents::announcement(fonts(), &announcement).unwrap();
    Inside::new(&bytes).pages()
}

/// The lines of a page's text, from the top: each with its characters in order.
fn lines(page: &Page) -> Vec<Vec<&Text>> {
    let mut texts: Vec<&Text> = page.texts.iter().filter(|text| text.mark.tag != "Artifact").collect();
    texts
        .sort_by(|a, b| (a.baseline, a.glyphs[0].left).partial_cmp(&(b.baseline, b.glyphs[0].left)).unwrap());
    let same_line = |a: &&Text, b: &&Text| (a.baseline - b.baseline).abs() < 0.5;
    texts.chunk_by(same_line).map(<[&Text]>::to_vec).collect()
}

fn assert_near(found: f64, expected: f64, what: &str) {
    assert!((found - expected).abs() < 0.6, "{what}: {found}, not {expected}");
}

#[test]
fn the_page_is_a4() {
    // 5.1: 210 × 297 mm.
    let bytes = documents::announcement(fonts(), &samples::announcement(Language::Chinese)).unwrap();
    let inside = Inside::new(&bytes);
    for page in inside.page_ids() {
        let sides =
            inside.get(inside.0.get_dictionary(page).unwrap(), "MediaBox").unwrap().as_array().unwrap();
        let sides: Vec<f64> = sides.iter().map(crate::inside::number).collect();
        assert_eq!(sides[..2], [0.0, 0.0]);
        assert_near(sides[2], PAGE.right, "width");
        assert_near(sides[3], PAGE.bottom, "height");
    }
}

#[test]
fn a_full_page_has_22_lines_of_28_characters_in_the_type_area() {
    // 5.2.1: margins of 37 mm at the head and 28 mm at the binding edge, a type area of 156 × 225 mm. 5.2.2: 三号, 16 pt.
    // 5.2.3: 22 lines of 28 characters, which fill the area.
    let pages = pages_full_of_text();
    assert!(pages.len() > 3);
    let page = &pages[2];
    let lines = lines(page);
    assert_eq!(lines.len(), 22);
    for line in &lines {
        assert!(line.iter().all(|text| (text.size - 16.0).abs() < f64::EPSILON));
        assert_eq!(line.iter().map(|text| text.glyphs.len()).sum::<usize>(), 28);
        assert_near(line[0].area().left, 28.0 * MILLIMETRE, "left edge");
        assert_near(line.last().unwrap().area().right, (28.0 + 156.0) * MILLIMETRE, "right edge");
    }
    for pair in lines.windows(2) {
        assert_near(pair[1][0].baseline - pair[0][0].baseline, 225.0 / 22.0 * MILLIMETRE, "line");
    }
    assert_near(lines[0][0].area().top, 37.0 * MILLIMETRE, "head of the first line");
    let last = lines[21][0].area().bottom;
    assert!(last <= TYPE_AREA.bottom && last > TYPE_AREA.bottom - 225.0 / 22.0 * MILLIMETRE, "{last}");
}

#[test]
fn a_paragraph_begins_two_characters_in() {
    // 7.3.3: each paragraph two characters in, its other lines at the edge.
    let pages = pages_full_of_text();
    let first = lines(&pages[0]);
    let body: Vec<_> = first.iter().filter(|line| (line[0].size - 16.0).abs() < f64::EPSILON).collect();
    assert_near(body[0][0].area().left, (28.0 + 2.0 * 156.0 / 28.0) * MILLIMETRE, "first line");
    assert_near(body[1][0].area().left, 28.0 * MILLIMETRE, "second line");
}

#[test]
fn the_title_is_in_the_middle_and_of_its_size() {
    // 7.3.1: 二号, 22 pt, in 小标宋, centred.
    for line in lines(&pages_full_of_text()[0]).iter().filter(|line| line[0].mark.tag == "H1") {
        assert!(line.iter().all(|text| (text.size - 22.0).abs() < f64::EPSILON && text.font == "SongBlack"));
        let middle = f64::midpoint(line[0].area().left, line.last().unwrap().area().right);
        assert_near(middle, (28.0 + 78.0) * MILLIMETRE, "middle");
    }
}

#[test]
fn page_numbers_are_outside_below_the_type_area() {
    // 7.5: 四号, 14 pt, 7 mm below the type area, a rule at each side; odd ones at the right, even ones at the left, one
    // character in.
    for (index, page) in pages_full_of_text().iter().enumerate() {
        let number: Vec<&Text> =
            page.texts.iter().filter(|text| (text.size - 14.0).abs() < f64::EPSILON).collect();
        let string: String = number.iter().map(|text| text.string()).collect();
        assert_eq!(string, format!("— {} —", index + 1));
        assert_near(number[0].area().top, TYPE_AREA.bottom + 7.0 * MILLIMETRE, "gap");
        let cell = 156.0 / 28.0 * MILLIMETRE;
        if index % 2 == 0 {
            let last = number.last().unwrap().glyphs.last().unwrap();
            assert_near(last.left + last.width, TYPE_AREA.right - cell, "right-hand page");
        } else {
            assert_near(number[0].area().left, TYPE_AREA.left + cell, "left-hand page");
        }
    }
}

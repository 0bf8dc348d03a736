//! Whether pages are neat, for the tests of every kind of document.

pub use crate::neat::{PAGE, TYPE_AREA, assert_neat, assert_neat_sheet};

use crate::{
    form::{all, name_of},
    inside::{Inside, Page, Text},
    neat::faults,
    samples::{self, LANGUAGES},
    tools::fonts,
};
use documents::{Heading, Standing};
use messages::Language;

#[test]
fn every_sample_is_neat() {
    for language in LANGUAGES {
        for (name, bytes) in all(language) {
            let check = if matches!(name, "slips" | "paper-ballots" | "key-card") {
                assert_neat_sheet
            } else {
                assert_neat
            };
            check(&bytes, &format!("{name}-{}", name_of(language)));
        }
    }
}

#[test]
fn a_long_session_name_fits_the_foot_beside_the_records_code() {
    for language in LANGUAGES {
        for standing in [Standing::Draft, Standing::Unofficial, Standing::Official] {
            for training in [false, true] {
                for rows in [1, 40] {
                    let candidates = vec![samples::candidates()[1].clone(); rows];
                    let mut list = samples::candidate_list(language, &candidates);
                    let congress = match language {
                        Language::Chinese => "某自治州某自治县".chars().cycle().take(60).collect(),
                        Language::English => "Autonomous Prefecture ".repeat(3).trim().to_owned(),
                    };
                    list.heading = Heading { congress, standing, training, ..list.heading };
                    let bytes = documents::candidate_list(fonts(), &list).unwrap();
                    assert_neat(&bytes, &format!("foot {standing:?} {training} {rows}"));
                    let pages = Inside::new(&bytes).pages();
                    for (index, page) in pages.iter().enumerate() {
                        assert_foot_is_whole(page, &list.heading, index + 1 == pages.len());
                    }
                }
            }
        }
    }
}

/// Session and standing at the foot of each page; the record's hash, as text and code, of the last one.
fn assert_foot_is_whole(page: &Page, heading: &Heading, last: bool) {
    let foot: String = page
        .texts
        .iter()
        .filter(|text| text.mark.tag == "Artifact" && text.baseline > TYPE_AREA.bottom)
        .map(Text::string)
        .collect();
    let dense = |text: &str| text.replace(' ', "");
    let foot = dense(&foot);
    let standing = match (heading.language, heading.training, heading.standing) {
        (Language::Chinese, true, _) => "演练",
        (Language::Chinese, _, Standing::Draft) => "草稿",
        (Language::Chinese, _, Standing::Unofficial) => "非正式",
        (Language::Chinese, _, Standing::Official) => "正式",
        (Language::English, true, _) => "Exercise",
        (Language::English, _, Standing::Draft) => "Draft",
        (Language::English, _, Standing::Unofficial) => "Unofficial",
        (Language::English, _, Standing::Official) => "Official",
    };
    for part in [&heading.congress, &heading.session, standing] {
        assert!(foot.contains(&dense(part)), "{part}: {foot}");
    }
    assert_eq!(foot.contains(samples::HASH), last, "{foot}");
    assert_eq!(page.rects.iter().any(|(mark, _)| mark.tag == "Figure"), last);
}

#[test]
fn a_blank_page_says_so_and_has_no_number() {
    for (language, blank) in
        [(Language::Chinese, "（本页空白）"), (Language::English, "This page is intentionally left blank.")]
    {
        // One page of text that leaves no room for the places to sign: they go to the next sheet.
        let mut report = samples::report(language);
        let documents::RoundResult::Counted(counted) = &mut report.result else { unreachable!() };
        let row = counted.rows[0].clone();
        counted.rows.extend(std::iter::repeat_n(row, 6));
        let bytes = documents::result_report(fonts(), &report).unwrap();
        assert_neat(&bytes, "blank page");
        let pages = Inside::new(&bytes).pages();
        assert_eq!(pages.len(), 3);
        let texts: Vec<String> = pages[1].texts.iter().map(Text::string).collect();
        assert!(texts.concat().contains(blank) && !texts.iter().any(|text| text.contains('—')), "{texts:?}");
        let middle =
            pages[1].texts.iter().find(|text| text.string().starts_with(blank.chars().next().unwrap()));
        let place = middle.unwrap().area();
        assert!(place.left > TYPE_AREA.left + 50.0 && place.right < TYPE_AREA.right - 50.0, "{place:?}");
        let first: Vec<String> = pages[2].texts.iter().map(Text::string).collect();
        assert!(first.iter().any(|text| text.contains('3')), "the blank page is counted: {first:?}");
    }
}

#[test]
fn what_is_not_neat_is_found() {
    let bytes = documents::announcement(fonts(), &samples::announcement(Language::Chinese)).unwrap();
    let neat = || Inside::new(&bytes).pages().remove(0);
    assert_eq!(faults(&neat(), TYPE_AREA), Vec::<String>::new());
    let found = |change: &dyn Fn(&mut Page)| {
        let mut page = neat();
        change(&mut page);
        faults(&page, TYPE_AREA).concat()
    };
    let second = neat().texts[1].clone();
    assert!(found(&|page| page.texts[0] = second.clone()).contains("on each other"));
    assert!(found(&|page| page.texts[0].baseline -= 40.0).contains("leaves its area"));
    let code = neat().rects.iter().find(|(mark, _)| mark.tag == "Figure").unwrap().1;
    assert!(found(&|page| page.texts[0].baseline = code.bottom + 3.0).contains("leaves its area"));
    let onto = |page: &mut Page| {
        let text = page.texts.last_mut().unwrap();
        text.baseline = code.bottom + 3.0;
        let by = code.left - text.glyphs[0].left;
        text.glyphs.iter_mut().for_each(|glyph| glyph.left += by);
    };
    assert!(found(&onto).contains("on a QR code"));
    let closing = |page: &mut Page| {
        let line =
            page.texts.iter().rposition(|text| text.mark.tag == "P" && text.area().left < 90.0).unwrap();
        page.texts[line].glyphs[0].text = "，".into();
    };
    assert!(found(&closing).contains("closing sign"));
}

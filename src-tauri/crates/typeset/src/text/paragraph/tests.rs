use super::*;
use crate::{
    fonts::fonts_dir,
    measure::{BODY_SIZE, TYPE_WIDTH},
};
use proptest::prelude::*;
use std::sync::OnceLock;

fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| Fonts::load(&fonts_dir().unwrap()).unwrap())
}

fn body(width: f32) -> Paragraph {
    Paragraph::new(Style::grid(), Language::Chinese, Align::Justify, width)
}

/// The lines as texts, with how far each reaches.
fn lines(paragraph: &Paragraph, text: &str) -> Vec<(String, f32)> {
    let strips = paragraph.set(fonts(), text).unwrap();
    strips
        .iter()
        .map(|strip| {
            let runs = &strip.drawing.runs;
            let text = runs.iter().flat_map(|run| &run.glyphs).map(|glyph| glyph.char).collect();
            let end = runs
                .last()
                .map_or(0.0, |run| run.x + run.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>());
            (text, end)
        })
        .collect()
}

/// Chinese text as it comes: characters, words, figures, and signs, of which at most two follow each other.
fn any_text() -> impl Strategy<Value = String> {
    let plain = prop_oneof![
        6 => "[民生实事项目票决代表堃喆]{1,12}",
        1 => "[A-Za-z]{1,14}",
        1 => "[0-9]{1,7}",
        1 => Just(" ".to_owned()),
    ];
    let sign = prop_oneof![
        4 => Just(String::new()),
        6 => "[，。、；：？！）》”’」]{1,2}",
        2 => "[（《“‘「]",
        1 => Just("——".to_owned()),
        1 => Just("……".to_owned()),
    ];
    prop::collection::vec((plain, sign).prop_map(|(plain, sign)| plain + &sign), 1..40)
        .prop_map(|parts| format!("民{}", parts.concat()))
}

proptest! {
    #[test]
    fn lines_keep_the_rules_of_setting(text in any_text(), cells in 8_u8..=28) {
        let width = f32::from(cells) * TYPE_WIDTH / 28.0;
        let lines = lines(&body(width), &text);
        for (index, (line, end)) in lines.iter().enumerate() {
            let first = line.chars().next().unwrap();
            prop_assert!(!chars::is_closing(first), "{line} begins with {first}");
            let last = line.chars().last().unwrap();
            prop_assert!(index + 1 == lines.len() || !chars::is_opening(last), "{line} ends with {last}");
            prop_assert!(*end <= width + 0.5, "{line} reaches to {end} of {width}");
        }
        let spaceless = |text: &str| text.replace(' ', "");
        prop_assert_eq!(spaceless(&lines.iter().map(|(line, _)| line.as_str()).collect::<String>()), spaceless(&text));
    }

    #[test]
    fn pairs_are_never_parted(before in 1_usize..60) {
        let text = format!("{}——{}……民", "民".repeat(before), "生".repeat(before));
        let lines = lines(&body(TYPE_WIDTH), &text);
        for pair in ["——", "……"] {
            prop_assert!(lines.iter().any(|(line, _)| line.contains(pair)), "{lines:?}");
        }
    }

    #[test]
    fn words_and_figures_stay_whole(before in 0_usize..40) {
        let text = format!("{}1,234,567.89万元", "民".repeat(before));
        let lines = lines(&body(TYPE_WIDTH), &text);
        prop_assert!(lines.iter().any(|(line, _)| line.contains("1,234,567.89")), "{lines:?}");
    }

    #[test]
    fn titles_are_balanced(length in 5_usize..=90) {
        let title = "民".repeat(length);
        let paragraph = Paragraph { align: Align::Centre, ..body(TYPE_WIDTH) };
        let strips = paragraph.set_balanced(fonts(), &title).unwrap();
        prop_assert_eq!(strips.len(), length.div_ceil(28));
        let counts: Vec<usize> = strips.iter().map(|strip| strip.drawing.runs[0].glyphs.len()).collect();
        let (most, least) = (counts.iter().max().unwrap(), counts.iter().min().unwrap());
        prop_assert!(most - least <= strips.len(), "{counts:?}");
    }
}

#[test]
fn a_full_line_has_28_characters_and_both_edges() {
    let lines = lines(&body(TYPE_WIDTH), &"民".repeat(60));
    assert_eq!(lines.iter().map(|(line, _)| line.chars().count()).collect::<Vec<_>>(), [28, 28, 4]);
    assert!((lines[0].1 - TYPE_WIDTH).abs() < 0.1, "{}", lines[0].1);
}

#[test]
fn a_sign_that_would_begin_a_line_is_squeezed_in() {
    let text = format!("{}，{}。民生", "民".repeat(10), "民".repeat(17));
    let lines = lines(&body(TYPE_WIDTH), &text);
    assert_eq!(lines[0].0.chars().count(), 29);
    assert!(lines[0].0.ends_with('。'));
    assert!(lines[0].1 <= TYPE_WIDTH + 0.1);
}

#[test]
fn a_sign_that_cannot_be_squeezed_in_takes_a_character_along() {
    let text = format!("{}。民生", "民".repeat(28));
    let lines = lines(&body(TYPE_WIDTH), &text);
    assert_eq!(lines[0].0.chars().count(), 27);
    assert!((lines[0].1 - TYPE_WIDTH).abs() < 0.1, "spread to the edge: {}", lines[0].1);
}

#[test]
fn a_word_longer_than_a_line_is_broken() {
    let lines = lines(&body(100.0), &"W".repeat(40));
    assert!(lines.len() > 1);
    assert_eq!(lines.iter().map(|(line, _)| line.len()).sum::<usize>(), 40);
    assert!(lines.iter().all(|(_, end)| *end <= 100.5), "{lines:?}");
}

#[test]
fn english_breaks_at_spaces_and_stretches_only_them() {
    let paragraph = Paragraph { language: Language::English, ..body(200.0) };
    let text = "By secret ballot of all delegates the following ten projects are adopted";
    let strips = paragraph.set(fonts(), text).unwrap();
    let words: Vec<String> = lines(&paragraph, text).into_iter().map(|(line, _)| line).collect();
    assert_eq!(words.join(" "), text);
    let letters = strips[0].drawing.runs.iter().flat_map(|run| &run.glyphs).filter(|glyph| glyph.char != ' ');
    assert!(letters.into_iter().all(|glyph| (glyph.advance - glyph.natural).abs() < 0.01));
}

/// The lines of a title this wide, in characters.
fn title(cells: u8, text: &str) -> Vec<String> {
    let width = f32::from(cells) * TYPE_WIDTH / 28.0;
    let paragraph = Paragraph { align: Align::Centre, ..body(width) };
    let line =
        |strip: &Strip| strip.drawing.runs.iter().flat_map(|run| &run.glyphs).map(|it| it.char).collect();
    paragraph.set_balanced(fonts(), text).unwrap().iter().map(line).collect()
}

#[test]
fn a_titles_lines_end_between_words() {
    for (cells, text, lines) in [
        (
            20,
            "博尔塔拉河谷蒙古自治州阿尔夏提哈萨克自治县人民代表大会",
            &["博尔塔拉河谷蒙古自治州", "阿尔夏提哈萨克自治县人民代表大会"][..],
        ),
        (16, "云溪县人民代表大会, 第十八届第六次会议", &["云溪县人民代表大会,", "第十八届第六次会议"]),
        (
            20,
            "东门街道、西关街道、南湖新区、北山镇、清溪镇、青石铺乡工程",
            &["东门街道、西关街道、南湖新区、", "北山镇、清溪镇、青石铺乡工程"],
        ),
    ] {
        assert_eq!(title(cells, text), lines);
    }
}

#[test]
fn a_title_never_parts_a_word_or_a_date() {
    let text = "2026年1月15日云溪县人民代表大会常务委员会第三十一次会议通过";
    let words = ["2026年1月15日", "人民代表大会", "常务委员会", "第三十一次会议"];
    for cells in 9..=30 {
        let lines = title(cells, text);
        assert!(words.iter().all(|word| lines.iter().any(|line| line.contains(word))), "{cells}: {lines:?}");
    }
}

#[test]
fn names_are_broken_only_after_a_dot() {
    let paragraph = Paragraph { names: true, ..body(120.0) };
    let lines: Vec<String> =
        lines(&paragraph, "阿依努尔·阿卜杜热合曼·买买提").into_iter().map(|(line, _)| line).collect();
    assert_eq!(lines, ["阿依努尔·", "阿卜杜热合曼·", "买买提"]);
}

#[test]
fn joined_characters_stay_on_one_line_and_leave_no_trace() {
    for before in 20..=30 {
        let text = format!("{}欧\u{2060}阳\u{2060}文\u{2060}轩、李军", "民".repeat(before));
        let lines = lines(&body(TYPE_WIDTH), &text);
        assert!(lines.iter().any(|(line, _)| line.contains("欧阳文轩")), "{lines:?}");
        assert!(lines.len() == 1 || (lines[0].1 - TYPE_WIDTH).abs() < 0.1, "{lines:?}");
    }
}

#[test]
fn signs_side_by_side_share_a_cell() {
    let width = |text: &str| lines(&body(TYPE_WIDTH), text)[0].1 / (TYPE_WIDTH / 28.0);
    for (text, cells) in [
        ("民生，实事", 5.0),
        ("“民生”，实事", 6.5),
        ("“民生”。）实事", 7.0),
        ("民生：“实事", 5.5),
        ("民生》《实事", 5.5),
        ("（《民生", 3.5),
        ("民生“”实事", 6.0),
        ("民生——“实事", 7.0),
    ] {
        assert!((width(text) - cells).abs() < 0.05, "{text}: {}", width(text));
    }
}

#[test]
fn a_line_with_close_signs_is_squeezed_no_further_than_they_can_give() {
    for before in 20..=30 {
        let text = format!("{}：“民生”，民生实事", "民".repeat(before));
        for strip in body(TYPE_WIDTH).set(fonts(), &text).unwrap() {
            let glyphs = strip.drawing.runs.iter().flat_map(|run| &run.glyphs);
            assert!(glyphs.clone().all(|glyph| glyph.advance > -0.1), "{glyphs:?}");
        }
    }
}

#[test]
fn a_cells_short_lines_end_with_phrases() {
    let paragraph = Paragraph { align: Align::Left, ..body(TYPE_WIDTH * 6.0 / 28.0) };
    let cell = |text: &str| -> Vec<String> {
        let strips = paragraph.set_in_cell(fonts(), text).unwrap();
        let line = |strip: &Strip| strip.drawing.runs[0].glyphs.iter().map(|glyph| glyph.char).collect();
        strips.iter().map(line).collect()
    };
    assert_eq!(cell("上级补助、县级财政"), ["上级补助、", "县级财政"]);
    assert_eq!(cell("第二实验小学新建项目"), ["第二实验小学", "新建项目"]);
}

#[test]
fn no_character_stands_alone_in_a_cell() {
    let paragraph = Paragraph { align: Align::Left, ..body(TYPE_WIDTH * 7.0 / 28.0) };
    let strips = paragraph.set_in_cell(fonts(), "农村公路提升工程").unwrap();
    let lengths: Vec<usize> = strips.iter().map(|strip| strip.drawing.runs[0].glyphs.len()).collect();
    assert_eq!(lengths, [4, 4]);
}

#[test]
fn a_line_that_would_be_torn_apart_stays_as_it_is() {
    let text = "票决由Dzhumabekova-Nurmukhambetova主持，";
    let paragraph = body(TYPE_WIDTH / 2.0);
    for strip in paragraph.set(fonts(), text).unwrap() {
        let glyphs = strip.drawing.runs.iter().flat_map(|run| &run.glyphs);
        let widest = glyphs.map(|glyph| glyph.advance - glyph.natural).fold(0.0, f32::max);
        assert!(widest < 0.2 * BODY_SIZE, "{widest}");
    }
    let english = Paragraph { language: Language::English, ..body(230.0) };
    let strips = english.set(fonts(), "At the sixth session of 新安区人民代表大会 the delegates").unwrap();
    for glyph in strips.iter().flat_map(|strip| &strip.drawing.runs).flat_map(|run| &run.glyphs) {
        assert!(glyph.char == ' ' || (glyph.advance - glyph.natural).abs() < 1.0, "{glyph:?}");
    }
}

//! The folded key card: what is on which panel.

use crate::{
    form::name_of,
    page::assert_neat_sheet,
    samples::{self, LANGUAGES},
    tools::{Pdf, WordBox, fonts},
};
use documents::{DocumentError, Heading, KeyCard, TypesetError};
use messages::Language;

/// A third of the sheet, in points.
const PANEL: f64 = 297.0 / 3.0 * 72.0 / 25.4;

fn boxes(name: &str, card: &KeyCard) -> Vec<WordBox> {
    let pdf = Pdf::new(name, &documents::key_card(fonts(), card).unwrap());
    let mut pages = pdf.boxes();
    assert_eq!(pages.len(), 1);
    pages.remove(0)
}

#[test]
fn the_code_is_on_the_middle_panel_alone_and_the_lower_one_says_nothing() {
    for language in LANGUAGES {
        let card = samples::key_card(language);
        let boxes = boxes(&format!("card-panels-{}", name_of(language)), &card);
        let groups: Vec<&str> = card.rows.iter().flat_map(|row| row.split(' ')).collect();
        let mut found = 0;
        for word in &boxes {
            let on_a_fold = |fold: f64| word.top < fold && fold < word.bottom;
            assert!(![PANEL, 2.0 * PANEL].into_iter().any(on_a_fold), "{word:?}");
            if groups.contains(&word.text.as_str()) {
                assert!((word.top - PANEL).min(2.0 * PANEL - word.bottom) > 20.0, "{word:?}");
                found += 1;
            }
        }
        assert_eq!(found, groups.len());
        let cover = boxes.iter().filter(|word| word.bottom < PANEL);
        let cover: String = cover.map(|word| word.text.as_str()).collect();
        let expected = match language {
            Language::Chinese => ["第2张，共5张", "韦堃", "3张以上", "各轮", "当众拆封", "骑缝签名", "遗失"],
            Language::English => {
                ["Card2of5", "韦堃", "3cards", "allrounds", "Openonly", "signsacross", "lost"]
            }
        };
        for words in expected {
            assert!(cover.contains(words), "{words}: {cover}");
        }
    }
}

#[test]
fn the_noise_covers_the_code_when_folded_and_differs_from_card_to_card() {
    let card = samples::key_card(Language::Chinese);
    let mut other = card.clone();
    other.qr = other.qr.replace('7', "8");
    let picture = |name: &str, card: &KeyCard| {
        let pdf = Pdf::new(name, &documents::key_card(fonts(), card).unwrap());
        let pixels = pdf.pixels(1);
        let panel = pixels.len() / 3;
        (pixels[panel..2 * panel].to_vec(), pixels[2 * panel..3 * panel].to_vec())
    };
    let (code, noise) = picture("card-noise", &card);
    let (_, other_noise) = picture("card-other-noise", &other);
    assert_ne!(noise, other_noise);
    // Where the code's panel is dark and the lower panel, folded up, leaves it bare, and the other way round.
    let folded: Vec<&Vec<bool>> = noise.iter().rev().collect();
    let (mut dark, mut covered, mut light, mut feigned) = (0, 0, 0, 0);
    for (line, over) in code.iter().zip(&folded).skip(code.len() / 5) {
        for (ink, noise) in line.iter().zip(over.iter()) {
            if *ink {
                dark += 1;
                covered += usize::from(*noise);
            } else {
                light += 1;
                feigned += usize::from(*noise);
            }
        }
    }
    assert!(covered * 100 > dark * 50 && covered * 100 < dark * 75, "{covered} of {dark}");
    assert!(feigned * 100 > light * 45 && feigned * 100 < light * 75, "{feigned} of {light}");
}

#[test]
fn a_card_with_long_names_or_of_an_exercise_is_neat_or_refused() {
    for language in LANGUAGES {
        let mut card = samples::key_card(language);
        card.holder = "阿卜杜拉提甫·买买提艾力江某某某".into();
        card.heading = Heading { training: true, congress: "某".repeat(60), ..card.heading };
        let name = format!("card-long-{}", name_of(language));
        let boxes = boxes(&name, &card);
        assert_neat_sheet(&documents::key_card(fonts(), &card).unwrap(), &name);
        let mark = if language == Language::Chinese { "演练" } else { "EXERCISE" };
        assert!(boxes.iter().any(|word| word.text.contains(mark) && word.bottom < PANEL), "{boxes:?}");
        card.heading.congress = "某".repeat(400);
        assert!(matches!(
            documents::key_card(fonts(), &card),
            Err(DocumentError::Setting(TypesetError::TextTooLong { .. }))
        ));
    }
}

#[test]
fn rows_that_have_no_room_are_refused() {
    let mut card = samples::key_card(Language::Chinese);
    card.rows[1] = "ABCD ".repeat(9);
    let text = card.rows[1].clone();
    assert_eq!(documents::key_card(fonts(), &card), Err(TypesetError::TextTooLong { text }.into()));
    card.rows = vec!["ABCD EFGH JKMN PQRS".into(); 9];
    let text = card.rows.join(" / ");
    assert_eq!(documents::key_card(fonts(), &card), Err(TypesetError::TextTooLong { text }.into()));
}

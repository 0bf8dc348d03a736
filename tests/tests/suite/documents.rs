//! Every document of a dozen sessions, in both languages: read whole, looked at page by page, and held to what makes a page
//! neat.
//!
//! What is expected lies in `goldens`, a folder for each session. With `UPDATE_GOLDEN=1` it is written anew: read the
//! difference, and look at the pictures. What came out otherwise is written to Cargo's folder for tests.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking, in its helpers too")]
#![expect(clippy::float_arithmetic, reason = "places on the page")]

mod goldens;
mod picture;

use crate::neat::{assert_neat, assert_neat_sheet};
use goldens::Goldens;
use messages::Language;
use office::papers::{Documents, Kind};
use piaojue_tests::sessions::{self, Case, Hall, fonts};

/// A document as it was made.
struct Made {
    /// Its name, with its language.
    name: String,
    bytes: Vec<u8>,
    /// Whether it is cut into pieces and fills the page.
    is_sheet: bool,
}

/// Every document with pages that the session has, and what its key ceremonies printed.
fn documents_of(hall: &Hall) -> Vec<Made> {
    let mut made = Vec::new();
    for (language, suffix) in [(Language::Chinese, "zh"), (Language::English, "en")] {
        let documents = Documents::new(hall.office(), fonts(), Some(language)).unwrap();
        for (document, standing) in documents.list().unwrap() {
            if document.kind().is_table() {
                continue;
            }
            let paper = documents.make(document).unwrap_or_else(|error| panic!("{document}: {error}"));
            assert_eq!(paper.is_some(), standing.is_some(), "{document}");
            made.extend(paper.map(|paper| Made {
                name: format!("{document}-{suffix}"),
                bytes: paper.bytes.to_vec(),
                is_sheet: document.kind() == Kind::PaperBallots,
            }));
        }
    }
    made.extend(hall.secrets().iter().map(|paper| Made {
        name: paper.name.trim_end_matches(".pdf").to_owned(),
        bytes: paper.bytes.to_vec(),
        is_sheet: true,
    }));
    made
}

fn look_at(case: Case) {
    let made = documents_of(&case.hold());
    let mut goldens = Goldens::of(case.name);
    for Made { name, bytes, .. } in &made {
        goldens.compare(name, bytes);
    }
    goldens.finish();
    for Made { name, bytes, is_sheet } in &made {
        let check = if *is_sheet { assert_neat_sheet } else { assert_neat };
        check(bytes, &format!("{}/{name}", case.name));
    }
}

macro_rules! looked_at {
    ($( $name:ident: $case:ident ),* $(,)?) => { $(
        #[test]
        fn $name() {
            look_at(sessions::$case);
        }
    )* };
}

looked_at! {
    a_county: COUNTY,
    a_city_without_a_quorum: NO_QUORUM,
    a_township_with_categories: CATEGORIES,
    a_street_that_draws_lots: STREET,
    a_standing_committee: COMMITTEE,
    a_training: TRAINING,
    a_round_with_too_many_ballots: TOO_MANY,
    a_round_ended_by_decision: DECISION,
    sixty_candidates: SIXTY,
    as_many_candidates_as_seats: EQUAL,
    rare_characters: RARE,
    a_session_in_english: ENGLISH,
}

#[test]
fn a_session_held_twice_has_the_same_documents() {
    let [once, again] = [(); 2].map(|()| documents_of(&sessions::CATEGORIES.hold()));
    assert_eq!(once.len(), again.len());
    for (once, again) in once.iter().zip(&again) {
        assert!(once.name == again.name && once.bytes == again.bytes, "{}", once.name);
    }
}

#[test]
fn a_changed_page_is_found() {
    let made = documents_of(&sessions::EQUAL.hold());
    let pages = picture::pages(&made[0].bytes);
    let mut changed = pages.clone();
    let (width, middle) = (changed.width, changed.levels.len() / 2);
    changed.levels[middle] = 2;
    assert!(pages.differences(&changed).is_empty(), "machines round differently");
    for line in 0..4 {
        changed.levels[middle + line * width..][..4].fill(1);
    }
    let dots = changed.levels.iter().zip(&pages.levels).filter(|(a, b)| a != b).count();
    assert!(dots > 0 && pages.differences(&changed).len() == dots);
    assert!(picture::Picture::read(&pages.png()) == pages);

    let mut with_dot = lopdf::Document::load_mem(&made[0].bytes).unwrap();
    let first = *with_dot.get_pages().values().next().unwrap();
    let content = [&with_dot.get_page_content(first)[..], b"0 0 1 1 re f\n"].concat();
    with_dot.change_page_content(first, content).unwrap();
    let mut bytes = Vec::new();
    with_dot.save_to(&mut bytes).unwrap();
    let (before, after) = (goldens::drawn(&made[0].bytes), goldens::drawn(&bytes));
    assert!(before[0] != after[0] && before[1..] == after[1..]);
}

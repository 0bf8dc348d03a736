//! What a reader can select, search and copy.
//!
//! The expected texts are in `golden`; set `UPDATE_GOLDEN=1` to write them anew, and read the difference.

use crate::{
    form::{all, name_of},
    inside::{Inside, Text},
    samples::{self, LANGUAGES, RARE},
    tools::{Pdf, fonts},
};
use documents::{Body, Heading, RoundResult, Verdict, VoidReason};
use messages::Language;
use procedure::{count::Seats, number::RoundNumber};
use std::path::Path;

/// Compares a text with the expected one, line by line without what layout adds.
pub fn assert_golden(name: &str, text: &str) {
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let text: Vec<String> = text.lines().map(words).filter(|line| !line.is_empty()).collect();
    let text = text.join("\n") + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/documents/golden/{name}.txt"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(text, expected, "{}", path.display());
}

#[test]
fn every_document_reads_as_expected() {
    for language in LANGUAGES {
        for (name, bytes) in all(language) {
            let name = format!("{name}-{}", name_of(language));
            assert_golden(&name, &Pdf::new(&format!("text-{name}"), &bytes).text());
        }
    }
}

#[test]
fn a_void_round_gives_its_reason_instead_of_totals() {
    for language in LANGUAGES {
        for (name, reason) in [
            ("quorum-missing", VoidReason::QuorumMissing),
            ("more-collected", VoidReason::MoreCollectedThanIssued),
        ] {
            let name = format!("void-{name}-{}", name_of(language));
            let bytes = documents::result_report(fonts(), &samples::void_report(language, reason)).unwrap();
            assert_golden(&name, &Pdf::new(&format!("text-{name}"), &bytes).text());
        }
    }
}

#[test]
fn a_further_round_with_every_note_reads_as_expected() {
    for language in LANGUAGES {
        let mut report = samples::report(language);
        report.round = RoundNumber(2);
        report.date = None;
        report.notes = samples::every_note();
        report.heading = Heading { body: Body::StandingCommittee, ..report.heading };
        if let RoundResult::Counted(counted) = &mut report.result {
            counted.threshold_rule = String::new();
            let verdicts = [Verdict::AdoptedByLot, Verdict::Tied, Verdict::FurtherRound];
            for (row, verdict) in counted.rows.iter_mut().zip(verdicts) {
                row.verdict = verdict;
            }
        }
        let name = format!("further-round-{}", name_of(language));
        let bytes = documents::result_report(fonts(), &report).unwrap();
        assert_golden(&name, &Pdf::new(&format!("text-{name}"), &bytes).text());
    }
}

#[test]
fn an_announcement_after_several_rounds_says_so() {
    for language in LANGUAGES {
        let mut announcement = samples::announcement(language);
        announcement.rounds = 3;
        announcement.seats = Seats(12);
        announcement.date = None;
        announcement.heading.body = Body::StreetAssembly;
        let name = format!("announcement-rounds-{}", name_of(language));
        let bytes = documents::announcement(fonts(), &announcement).unwrap();
        assert_golden(&name, &Pdf::new(&format!("text-{name}"), &bytes).text());
    }
}

#[test]
fn rare_characters_come_back_whole_from_every_kind_of_text() {
    for language in LANGUAGES {
        let mut candidates = samples::candidates();
        candidates[0].name = format!("{RARE}路改造");
        candidates[0].sub_items = vec![format!("子项{RARE}")];
        let list =
            documents::candidate_list(fonts(), &samples::candidate_list(language, &candidates)).unwrap();
        let mut report = samples::report(language);
        report.chief = RARE.into();
        let report = documents::result_report(fonts(), &report).unwrap();
        let mut announcement = samples::announcement(language);
        announcement.heading.congress = format!("{RARE}县人民代表大会");
        announcement.adopted[0].name = format!("新建{RARE}学校");
        let announcement = documents::announcement(fonts(), &announcement).unwrap();
        let mut card = samples::key_card(language);
        card.holder = RARE.into();
        let card = documents::key_card(fonts(), &card).unwrap();
        for (name, bytes) in
            [("list", list), ("report", report), ("announcement", announcement), ("card", card)]
        {
            let pdf = Pdf::new(&format!("rare-{name}-{}", name_of(language)), &bytes);
            let text = pdf.dense_text();
            assert!(RARE.chars().all(|char| text.contains(char)), "{name}: {text}");
        }
    }
}

#[test]
fn only_the_character_that_a_face_lacks_is_in_another_one() {
    let mut announcement = samples::announcement(Language::Chinese);
    announcement.heading.congress = "堃山县人民代表大会".into();
    announcement.adopted[0].name = "堃山学校".into();
    let page = &Inside::new(&documents::announcement(fonts(), &announcement).unwrap()).pages()[0];
    for (tag, face) in [("H1", "SongBlack"), ("P", "Fang")] {
        let texts = page.texts.iter().filter(|text| text.mark.tag == tag);
        let others: String = texts.clone().filter(|text| text.font == "SongRare").map(Text::string).collect();
        assert!(!others.is_empty() && others.chars().all(|char| char == '堃'), "{tag}: {others}");
        assert!(texts.clone().any(|text| text.font == face && text.string().starts_with("山")), "{tag}");
    }
}

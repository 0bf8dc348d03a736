//! The documents that a rehearsal writes, read back with another program.

use crate::run::{Rehearsal, SAMPLES, Small, names, pdf_text, pdf_words, sample};
use ballot_box::SlipCode;
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};
use tempfile::TempDir;

/// The names of a sample's candidates by their numbers, without white space.
fn candidates(folder: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(sample(folder, "candidates.csv")).unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    let records = reader.records().map(Result::unwrap);
    records.map(|record| (record[0].to_owned(), record[1].split_whitespace().collect())).collect()
}

fn strings(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

/// Everybody whom the samples' session files name.
fn persons(folder: &str) -> &'static [&'static str] {
    match folder {
        "city-nanchang-2020" => &["韦堃", "黄喆", "罗祎", "陆燚", "莫垚", "王静", "李强"],
        _ => &["龙䶮", "黄喆", "覃㛃", "莫垚"],
    }
}

#[test]
fn documents_have_every_name_and_number() {
    for folder in SAMPLES {
        let place = TempDir::new().unwrap();
        let out = place.path().join("out");
        let answer = Rehearsal::of_sample(folder, ".csv", &out).run(&["--json"]).done();
        let names = candidates(folder);
        let mut adopted = Vec::new();
        for (number, round) in (1..).zip(answer["rounds"].as_array().unwrap()) {
            let list = pdf_text(&out.join(format!("round-{number}-candidates.pdf")));
            let report = pdf_text(&out.join(format!("round-{number}-result.pdf")));
            for person in persons(folder) {
                assert!(report.contains(person), "{person} is not in the report of round {number}");
            }
            check_rows(round, &names, &list, &report);
            for figure in ["delegates", "present", "issued", "collected", "void"] {
                assert!(report.contains(&round["account"][figure].to_string()), "{figure} is missing");
            }
            adopted.extend(strings(&round["adopted"]));
            check_slips(&out, number, round);
        }
        check_announcement(&pdf_text(&out.join("announcement.pdf")), &names, &adopted);
        check_key_cards(&out, persons(folder));
    }
}

/// Each candidate of the round is on the list, and in the report in one row with its counts.
fn check_rows(round: &Value, names: &BTreeMap<String, String>, list: &str, report: &str) {
    for ranked in round["ranking"].as_array().unwrap() {
        let name = &names[ranked["id"].as_str().unwrap()];
        assert!(list.contains(name), "{name} is not on the list");
        let counts: String =
            ["approve", "oppose", "abstain"].iter().map(|field| ranked[field].to_string()).collect();
        let row = format!("{name}{counts}");
        assert!(report.contains(&row), "{row} is not in\n{report}");
    }
}

/// The announcement lists exactly the adopted of all rounds.
fn check_announcement(text: &str, names: &BTreeMap<String, String>, adopted: &[&str]) {
    for (number, name) in names {
        assert_eq!(text.contains(name), adopted.contains(&number.as_str()), "{name}\n{text}");
    }
    assert!(text.contains(&format!("下列{}个项目", adopted.len())), "{text}");
}

/// As many codes as delegates in office, all different, all codes that a kiosk takes.
fn check_slips(out: &Path, number: u32, round: &Value) {
    let words = pdf_words(&out.join(format!("round-{number}-slips.pdf")));
    let is_code = |word: &&String| word.len() == 19 && word.matches('-').count() == 3;
    let codes: Vec<&String> = words.iter().filter(is_code).collect();
    let different: BTreeSet<&&String> = codes.iter().collect();
    assert_eq!(codes.len() as u64, round["account"]["delegates"].as_u64().unwrap());
    assert_eq!(different.len(), codes.len());
    for code in codes {
        assert!(SlipCode::parse(code).is_ok(), "{code}");
    }
}

/// A card for the chief and each scrutineer, none for tellers.
fn check_key_cards(out: &Path, persons: &[&str]) {
    let cards = names(out).into_iter().filter(|name| name.starts_with("key-card-")).count();
    for card in 1..=cards {
        let text = pdf_text(&out.join(format!("key-card-{card}.pdf")));
        assert!(text.contains(persons[card - 1]), "{text}");
        assert!(text.contains(&format!("第{card}张，共{cards}张")), "{text}");
    }
    assert!(cards >= 3);
}

#[test]
fn documents_are_in_english_where_the_session_asks() {
    let small = Small::new();
    small.session("seats = 2", "12", "language = \"en\"");
    small.rounds();
    let out = small.path("out");
    let report = pdf_text(&out.join("round-1-result.pdf"));
    for words in [
        "aprojectneedsapprovalsfrommorethanhalfofalldelegatesinoffice",
        "Rootoftheballotbox",
        "龙䶮",
        "虚构项目1",
    ] {
        assert!(report.contains(words), "{words} is not in\n{report}");
    }
    let is_pdf = |name: &&String| {
        std::path::Path::new(name.as_str()).extension().is_some_and(|ending| ending == "pdf")
    };
    for document in names(&out).iter().filter(is_pdf) {
        let text = pdf_text(&out.join(document));
        for words in ["公告", "票决", "监票人", "钥匙卡", "演练"] {
            assert!(!text.contains(words), "{words} is in {document}:\n{text}");
        }
    }
}

#[test]
fn rare_characters_of_names_are_printed() {
    let small = Small::new();
    let session = fs::read_to_string(small.path("session.toml")).unwrap();
    small.write(
        "session.toml",
        session.replace(
            "[\"黄喆\", \"覃㛃\"]",
            "[\"黄喆\", \"覃㛃\", \"韦堃\", \"罗祎\", \"陆燚\", \"莫垚垚\"]",
        ),
    );
    small.rounds();
    let report = pdf_text(&small.path("out/round-1-result.pdf"));
    for name in ["龙䶮", "黄喆", "覃㛃", "韦堃", "罗祎", "陆燚", "莫垚垚", "莫垚"] {
        assert!(report.contains(name), "{name} is not in\n{report}");
    }
}

#[test]
fn a_long_name_is_printed_whole() {
    let small = Small::new();
    let name = "柳溪镇中心小学至新村卫生站道路".repeat(13);
    assert_eq!(name.chars().count(), 195);
    let text = fs::read_to_string(small.path("candidates.csv")).unwrap();
    small.write("candidates.csv", text.replace("柳溪镇虚构项目1,", &format!("{name},")));
    small.rounds();
    for document in ["round-1-candidates.pdf", "round-1-result.pdf", "announcement.pdf"] {
        // The figures of a long row stand beside its first lines, and are read before the rest of its name.
        let text = pdf_text(&small.path("out").join(document)).replace("1100通过", "");
        assert!(text.contains(&name), "{document}:\n{text}");
    }
}

#[test]
fn a_standing_committees_documents_speak_of_members() {
    let small = Small::new();
    small.session("seats = 2\nbody = \"standing-committee\"", "12", "");
    small.rounds();
    let report = pdf_text(&small.path("out/round-1-result.pdf"));
    assert!(report.contains("委员") && !report.contains("代表大会代表"), "{report}");
    assert!(!report.contains("全体代表") && !report.contains("实到代表"), "{report}");
}

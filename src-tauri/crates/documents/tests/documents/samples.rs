//! Documents made of the project's sample sessions. People, units and amounts in them are invented.

use chrono::NaiveDate;
use documents::{
    AdoptedProject, Announcement, Body, CandidateListDocument, CountedRound, Cut, CutBy, Heading, KeyCard,
    LogEntry, Note, ResultReport, ResultRow, RoundResult, Slip, SlipSheet, Standing, Verdict, VoidReason,
};
use messages::Language;
use procedure::{
    candidate::Candidate,
    count::{Ballots, Delegates, Issued, Seats, Votes},
    deadline::Deadline,
    money::Money,
    number::{CandidateNumber, RoundNumber},
};
use serde_json::Value;
use std::path::PathBuf;

/// Characters of names that GB 2312 lacks, beside two that it has; one is beyond the basic plane.
pub const RARE: &str = "䶮㛃𬭚堃喆玥昇垚燚祎旻";

/// The hash of an invented record.
pub const HASH: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

pub const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

fn fixture(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/city-nanchang-2020").join(path)
}

pub fn heading(language: Language) -> Heading {
    let (congress, session) = match language {
        Language::Chinese => ("南昌市人民代表大会(样例)", "第一次会议"),
        Language::English => ("People's Congress of Nanchang (sample)", "First Session"),
    };
    Heading {
        congress: congress.into(),
        session: session.into(),
        year: 2020,
        language,
        body: Body::Congress,
        standing: Standing::Official,
        training: false,
        record: Some(LogEntry { number: 22, hash: HASH.into() }),
    }
}

pub fn date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 5, 16).unwrap()
}

/// The twelve candidates of the sample city.
pub fn candidates() -> Vec<Candidate> {
    let mut reader = csv::Reader::from_path(fixture("candidates.csv")).unwrap();
    reader.records().map(|record| candidate(&record.unwrap())).collect()
}

fn candidate(record: &csv::StringRecord) -> Candidate {
    let field = |index: usize| record.get(index).unwrap().to_owned();
    Candidate {
        number: CandidateNumber(field(0)),
        name: field(1),
        content: field(2),
        sub_items: Vec::new(),
        location: field(3),
        investment: Some(field(4))
            .filter(|text| !text.is_empty())
            .map(|text| Money::parse_wan(&text).unwrap()),
        investment_this_year: None,
        sources: field(5),
        responsible_unit: field(6),
        deadline: Deadline::read(&field(7)),
        benefit: String::new(),
        category: field(8),
        origin: field(9),
    }
}

pub fn candidate_list(language: Language, candidates: &[Candidate]) -> CandidateListDocument<'_> {
    CandidateListDocument {
        heading: heading(language),
        round: RoundNumber(1),
        seats: Seats(10),
        categories: Vec::new(),
        candidates,
    }
}

fn number(value: &Value) -> u32 {
    u32::try_from(value.as_u64().unwrap()).unwrap()
}

/// The sample city's rows as its expected result ranks them.
pub fn rows() -> Vec<ResultRow> {
    let expected: Value = serde_json::from_slice(&std::fs::read(fixture("expected.json")).unwrap()).unwrap();
    let candidates = candidates();
    let row = |value: &Value| {
        let id = value["id"].as_str().unwrap();
        let adopted = expected[0]["adopted"].as_array().unwrap().iter().any(|adopted| adopted == id);
        ResultRow {
            rank: number(&value["rank"]),
            number: id.into(),
            name: candidates.iter().find(|candidate| candidate.number == id).unwrap().name.clone(),
            category: String::new(),
            approve: Votes(number(&value["approve"])),
            oppose: Some(Votes(number(&value["oppose"]))),
            abstain: Some(Votes(number(&value["abstain"]))),
            verdict: if adopted { Verdict::Adopted } else { Verdict::NotAdopted },
        }
    };
    expected[0]["ranking"].as_array().unwrap().iter().map(row).collect()
}

pub fn report(language: Language) -> ResultReport {
    let rows = rows();
    let row = &rows[0];
    let valid = row.approve.0 + row.oppose.unwrap().0 + row.abstain.unwrap().0;
    ResultReport {
        heading: heading(language),
        round: RoundNumber(1),
        date: Some(date()),
        seats: Seats(10),
        categories: Vec::new(),
        delegates: Delegates(313),
        present: Delegates(284),
        issued: Issued(284),
        collected: Ballots(282),
        result: RoundResult::Counted(CountedRound {
            valid: Ballots(valid),
            void: Ballots(282 - valid),
            threshold: Some(Votes(157)),
            threshold_rule: match language {
                Language::Chinese => "赞成票超过全体代表的半数为通过".into(),
                Language::English => "More than half of all delegates in office".into(),
            },
            rows,
        }),
        notes: Vec::new(),
        chief: "韦堃".into(),
        scrutineers: ["黄喆", "罗祎", "陆燚", "莫垚"].map(String::from).into(),
        tellers: ["王静", "李强"].map(String::from).into(),
    }
}

pub fn void_report(language: Language, reason: VoidReason) -> ResultReport {
    let (issued, collected) = match reason {
        VoidReason::QuorumMissing => (Issued(0), Ballots(0)),
        VoidReason::ByDecision => (Issued(284), Ballots(0)),
        VoidReason::MoreCollectedThanIssued => (Issued(284), Ballots(285)),
    };
    ResultReport {
        issued,
        collected,
        result: RoundResult::Void(reason),
        notes: Vec::new(),
        ..report(language)
    }
}

fn cut(by: CutBy) -> Note {
    Note::Cut(Cut { category: String::new(), seats: Seats(10), by })
}

/// One note of every kind.
pub fn every_note() -> Vec<Note> {
    let numbers = |numbers: &[&str]| numbers.iter().copied().map(CandidateNumber::from).collect::<Vec<_>>();
    vec![
        Note::FurtherRound { reason: documents::Why::Tie, candidates: numbers(&["3", "4"]), seats: Seats(1) },
        Note::FurtherRound {
            reason: documents::Why::TooFew,
            candidates: numbers(&["5", "6", "7"]),
            seats: Seats(2),
        },
        Note::SeatsLeftEmpty { category: String::new(), seats: Seats(3) },
        cut(CutBy::Approvals),
        cut(CutBy::AllTied { candidates: numbers(&["8", "9"]), adopted: 11 }),
        cut(CutBy::NoneTied { candidates: numbers(&["10", "11"]) }),
        Note::LotsDrawn { candidates: numbers(&["1", "2"]), adopted: numbers(&["2"]) },
        Note::LotsOpen { candidates: numbers(&["1", "2"]), seats: Seats(1) },
        Note::StillPending { reason: documents::Why::Tie, candidates: numbers(&["3", "4"]), seats: Seats(1) },
        Note::StillPending {
            reason: documents::Why::TooFew,
            candidates: numbers(&["5", "6", "7"]),
            seats: Seats(2),
        },
        Note::Remark("监票人决定一张疑难票有效。".into()),
        Note::BoxRoot(HASH.into()),
        Note::StationKey(HASH.into()),
    ]
}

pub fn announcement(language: Language) -> Announcement {
    let adopted = rows().into_iter().filter(|row| row.verdict == Verdict::Adopted);
    Announcement {
        heading: heading(language),
        number: String::new(),
        presidium: match language {
            Language::Chinese => "大会主席团".into(),
            Language::English => "Presidium of the Congress".into(),
        },
        date: Some(date()),
        seats: Seats(10),
        rounds: 1,
        adopted: adopted
            .map(|row| AdoptedProject { number: row.number, name: row.name, category: String::new() })
            .collect(),
    }
}

/// Slips with made-up codes.
pub fn made_up_slips(number: usize) -> Vec<Slip> {
    let letters: Vec<char> = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().collect();
    let code = |slip: usize| {
        let place = |index: usize| letters[(slip * 7 + index * (slip + 11) + index * index) % letters.len()];
        let group = |start: usize| (start..start + 4).map(place).collect::<String>();
        [0, 4, 8, 12].map(group).join("-")
    };
    (0..number)
        .map(|slip| Slip { code: code(slip), qr: format!("PIAOJUE:SLIP:{}:{slip}", code(slip)), zone: None })
        .collect()
}

pub fn slip_sheet(language: Language, slips: &[Slip]) -> SlipSheet<'_> {
    SlipSheet { heading: Heading { record: None, ..heading(language) }, round: RoundNumber(1), slips }
}

pub fn key_card(language: Language) -> KeyCard {
    let rows = [
        "7KQF 3M9T XW2B 8ZCD",
        "P4RG H6NV 0JYS A1E5",
        "QT8M 2XKB 9DFW R3CZ",
        "V7HN 5PGJ 6SYA 4ET0",
        "M1QX 8B",
    ];
    KeyCard {
        heading: Heading { record: None, ..heading(language) },
        holder: "韦堃".into(),
        index: 2,
        threshold: 3,
        cards: 5,
        rows: rows.map(String::from).into(),
        qr: format!("PIAOJUE:KEY:2:{}", rows.concat().replace(' ', "")),
    }
}

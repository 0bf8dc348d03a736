//! What an independent validator of PDF/A and PDF/UA (`verapdf`) is run on beside the documents of `documents.rs`: documents that
//! no session has by itself, and controls, each with one thing broken, by which the validator shows that it looks.
//!
//! The files lie in Cargo's folder for tests; `cargo xtask test` and `cargo xtask validate` have them validated.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, in its helpers too")]

mod controls;

use chrono::{DateTime, FixedOffset};
use documents::{Body, Heading, PaperBallots, Standing};
use messages::Language;
use office::papers::{Documents, Kind};
use piaojue_tests::sessions::{self, fonts};
use procedure::number::RoundNumber;
use signing::{Certificate, sign_pdf};
use std::{
    fs,
    path::{Path, PathBuf},
};

const LANGUAGES: [(Language, &str); 2] = [(Language::Chinese, "zh"), (Language::English, "en")];

/// An empty folder among those of the tests.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn heading(language: Language) -> Heading {
    Heading {
        congress: "示例市人民代表大会".into(),
        session: "第一次会议".into(),
        year: 2026,
        language,
        body: Body::Congress,
        standing: Standing::Unofficial,
        training: false,
        record: None,
    }
}

#[test]
fn what_belongs_to_no_session() {
    let folder = folder("documents/no-session");
    for (language, suffix) in LANGUAGES {
        let test_page = documents::test_page(fonts(), language).unwrap();
        fs::write(folder.join(format!("test-page-{suffix}.pdf")), test_page).unwrap();
    }
}

/// Ballots of both sides, as many as a large hall needs: each side is in the file once or twice, and among its pages many times.
#[test]
fn many_copies() {
    let folder = folder("documents/copies");
    let hall = sessions::SIXTY.hold();
    let rounds = hall.office().store().rounds().unwrap();
    let contest = rounds[0].contest();
    for (language, suffix) in LANGUAGES {
        let of = |copies| PaperBallots {
            heading: heading(language),
            round: RoundNumber(1),
            rules: &contest.rules,
            candidates: contest.list.candidates(),
            copies,
        };
        let [many, three] = [300, 3].map(|copies| documents::paper_ballots(fonts(), &of(copies)).unwrap());
        fs::write(folder.join(format!("paper-ballots-{suffix}.pdf")), many).unwrap();
        fs::write(folder.join(format!("apart-{suffix}.pdf")), controls::apart(&three)).unwrap();
    }
}

/// The documents that are signed with a certificate, by one and then by another.
#[test]
fn signed_documents() {
    let folder = folder("documents/signed");
    let hall = sessions::EQUAL.hold();
    let at: DateTime<FixedOffset> = "2026-12-01T09:30:00+08:00".parse().unwrap();
    let mut signed = 0;
    for (language, suffix) in LANGUAGES {
        let documents = Documents::new(hall.office(), fonts(), Some(language)).unwrap();
        let all = documents.list().unwrap().into_iter().map(|(document, _)| document);
        for document in all.filter(|document| document.kind().is_signed()) {
            let Some(paper) = documents.make(document).unwrap() else { continue };
            let once = sign_pdf(&paper.bytes, &certificate("rsa.p12"), at, "签发").unwrap();
            let twice = sign_pdf(&once, &certificate("p256-today.p12"), at, "签发").unwrap();
            fs::write(folder.join(format!("{document}-{suffix}-once.pdf")), once).unwrap();
            fs::write(folder.join(format!("{document}-{suffix}-twice.pdf")), twice).unwrap();
            signed += 1;
        }
    }
    assert!(signed > 0);
}

fn certificate(name: &str) -> Certificate {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/fuzz/certificate");
    Certificate::open(&fs::read(folder.join(name)).unwrap(), "123456").unwrap()
}

#[test]
fn controls() {
    let hall = sessions::EQUAL.hold();
    let documents = Documents::new(hall.office(), fonts(), Some(Language::Chinese)).unwrap();
    let mut all = documents.list().unwrap().into_iter().map(|(document, _)| document);
    let result = all.find(|document| document.kind() == Kind::ResultReport).unwrap();
    let report = documents.make(result).unwrap().unwrap().bytes;
    let figure = documents::test_page(fonts(), Language::Chinese).unwrap();
    // Read and written by the library that breaks the others, these two must still be valid.
    let unbroken = folder("documents/written-anew");
    fs::write(unbroken.join("report.pdf"), controls::anew(&report)).unwrap();
    fs::write(unbroken.join("figure.pdf"), controls::anew(&figure)).unwrap();
    let broken = folder("broken");
    for (rule, name, file) in controls::broken(&report, &figure) {
        fs::write(broken.join(format!("{rule} {name}.pdf")), file).unwrap();
    }
}

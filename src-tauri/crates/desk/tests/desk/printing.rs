//! Printing, on a printing system of the test's own.
//!
//! Where the printing system is, the system's library learns from the environment; so the desk runs in a process of its own,
//! which is this program again with one of the tests that are otherwise ignored.

use crate::{
    cups::{Cups, ended, until},
    room::Room,
};
use documents::{Fonts, fonts_dir};
use messages::Language;
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const HALL: &str = "Hall";
const OFFICE: &str = "Office";
/// Where what is printed arrives.
const HALL_FILE: &str = "PIAOJUE_TEST_HALL";
const OFFICE_FILE: &str = "PIAOJUE_TEST_OFFICE";

/// Runs one of the ignored tests below with this printing system. It leaves nothing behind where temporary files lie: what is
/// printed may be secret.
fn at_a_desk_of_its_own(test: &str, server: &Path, files: &[(&str, PathBuf)]) {
    let temporary = tempfile::tempdir().unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", &format!("printing::{test}"), "--ignored", "--nocapture"])
        .env("CUPS_SERVER", server)
        .env("TMPDIR", temporary.path())
        .envs(files.iter().map(|(name, file)| (name, file.as_os_str())))
        .spawn()
        .unwrap();
    assert!(ended(test, &mut child), "see above");
    let left: Vec<PathBuf> =
        fs::read_dir(temporary.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn jobs_arrive_whole_at_two_printers() {
    let cups = Cups::start();
    let files = [(HALL_FILE, cups.add_printer(HALL)), (OFFICE_FILE, cups.add_printer(OFFICE))];
    cups.make_default(OFFICE);
    at_a_desk_of_its_own("prints_on_two_printers", &cups.server(), &files);
    let log = cups.log();
    let jobs: Vec<&str> = log.lines().filter(|line| line.contains("] copies=")).collect();
    assert_eq!(jobs.len(), 3, "{jobs:?}");
    for (job, title, pages) in [
        (jobs[0], "copies=1 title=round-1-result.pdf ", None),
        (jobs[1], "copies=3 title=minutes.pdf ", Some(" page-ranges=1-2 ")),
        (jobs[2], "copies=1 title=test-page.pdf ", None),
    ] {
        assert!(job.contains(title) && job.contains(" media=A4 "), "{job}");
        match pages {
            Some(pages) => assert!(job.contains(pages), "{job}"),
            None => assert!(!job.contains("page-ranges"), "{job}"),
        }
    }
}

#[test]
fn without_a_printer_the_desk_says_so_and_saves() {
    let folder = tempfile::tempdir().unwrap();
    at_a_desk_of_its_own("has_no_printer", &folder.path().join("no.sock"), &[]);
}

#[test]
#[ignore = "started by jobs_arrive_whole_at_two_printers"]
fn prints_on_two_printers() {
    let room = Room::with_sample();
    room.rehearse("documents");
    let printers = json!([{ "name": OFFICE, "default": true }, { "name": HALL, "default": false }]);
    assert_eq!(room.office("documents", json!({}))["printers"], printers);
    let job = |id: &str, printer: &str, copies: u32, pages: &str| json!({ "id": id, "printer": printer, "copies": copies, "pages": pages, "language": null });
    let arrived = |variable: &str| fs::read(std::env::var_os(variable).unwrap()).unwrap_or_default();
    for (id, printer, copies, pages, variable) in
        [("round-1-result", HALL, 1, "", HALL_FILE), ("minutes", OFFICE, 3, "1-2", OFFICE_FILE)]
    {
        room.office("print_document", job(id, printer, copies, pages));
        let saved = saved(&room, id);
        assert!(saved.starts_with(b"%PDF-"));
        until(id, || (arrived(variable) == saved).then_some(()));
    }
    room.office("print_test_page", json!({ "printer": HALL }));
    let fonts = Fonts::load(&fonts_dir().unwrap()).unwrap();
    let test_page = documents::test_page(&fonts, Language::Chinese).unwrap();
    until("the test page", || (arrived(HALL_FILE) == test_page).then_some(()));
    for refused in [job("minutes", "Cellar", 1, ""), job("minutes", "", 1, "")] {
        assert_eq!(room.refused("print_document", refused), "desk.printer-unknown");
    }
}

/// A document as it is saved.
fn saved(room: &Room, id: &str) -> Vec<u8> {
    let written =
        room.office("save_document", json!({ "id": id, "folder": "", "language": null, "ofd": false }));
    let paths = written["paths"].as_array().unwrap().iter().map(Value::as_str);
    let path = paths
        .map(Option::unwrap)
        .find(|path| std::path::Path::new(path).extension().is_some_and(|found| found == "pdf"))
        .unwrap();
    fs::read(path).unwrap()
}

#[test]
#[ignore = "started by without_a_printer_the_desk_says_so_and_saves"]
fn has_no_printer() {
    let room = Room::with_sample();
    room.rehearse("poll");
    let checks = room.office("readiness", json!({}));
    assert!(checks.to_string().contains("check.no-printer"), "{checks}");
    assert_eq!(room.office("documents", json!({}))["printers"], json!([]));
    let job =
        json!({ "id": "round-1-notice", "printer": "Hall", "copies": 1, "pages": "", "language": null });
    assert_eq!(room.refused("print_document", job), "desk.printer-unknown");
    assert!(saved(&room, "round-1-notice").starts_with(b"%PDF-"));
}

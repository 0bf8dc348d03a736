//! The documents: all of a session's, as a window asks for them; saved, worded, signed.

use crate::room::Room;
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const PASSPHRASE: &str = "a passphrase of the test";

/// What a round has once its result is announced; nobody voted on paper.
const OF_A_ROUND: [&str; 14] = [
    "candidates",
    "notice",
    "attendance-sheet",
    "attendance",
    "paper-ballots",
    "ceremony",
    "opening",
    "distribution",
    "return",
    "closing",
    "result",
    "chair-script",
    "result-table",
    "attendance-table",
];
/// The kinds that have a Word file, too.
const REVISED: [&str; 7] =
    ["voting-measure", "candidate-list", "notice", "chair-script", "announcement", "resolution", "task-list"];
const OF_THE_SESSION: [&str; 6] =
    ["voting-measure", "announcement", "resolution", "task-list", "adopted-table", "minutes"];

/// A room whose training session is over.
fn after_the_session() -> Room {
    let room = Room::with_sample();
    room.rehearse("documents");
    room
}

fn rows(room: &Room) -> Vec<Value> {
    room.office("documents", json!({}))["documents"].as_array().unwrap().clone()
}

fn word<'a>(row: &'a Value, field: &str) -> &'a str {
    row[field].as_str().unwrap()
}

fn round(room: &Room) -> u64 {
    room.office("session", json!({}))["round"]["number"].as_u64().unwrap()
}

/// Saves all documents into a folder of the room's, and gives the files by name.
fn save_all(room: &Room, folder: &str, language: &Value) -> BTreeMap<String, Vec<u8>> {
    let folder = room.folder.path().join(folder);
    let written = room
        .office("save_document", json!({ "id": null, "folder": folder, "language": language, "ofd": false }));
    let paths = written["paths"].as_array().unwrap().iter().map(|path| PathBuf::from(path.as_str().unwrap()));
    let files: BTreeMap<String, Vec<u8>> = paths
        .inspect(|path| assert!(path.starts_with(&folder), "{}", path.display()))
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap()))
        .collect();
    assert_eq!(files.len(), fs::read_dir(&folder).unwrap().count());
    files
}

fn text_of(room: &Room, pdf: &[u8]) -> String {
    let path = room.folder.path().join("read.pdf");
    fs::write(&path, pdf).unwrap();
    run("pdftotext", "poppler-utils", room.folder.path(), &["-layout", "read.pdf", "-"])
}

/// Runs a program of others; a missing one fails the test and names its package.
fn run(tool: &str, package: &str, folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(tool)
        .args(arguments)
        .current_dir(folder)
        .env("HOME", folder)
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap_or_else(|error| panic!("{tool} can't be run ({error}): install the package {package}"));
    assert!(output.status.success(), "{tool} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_document_is_listed_made_and_shown_in_both_languages() {
    let room = after_the_session();
    let rows = rows(&room);
    let made: BTreeSet<&str> =
        rows.iter().filter(|row| row["status"] == "official").map(|row| word(row, "id")).collect();
    let of_rounds =
        (1..=round(&room)).flat_map(|round| OF_A_ROUND.map(|stem| format!("round-{round}-{stem}")));
    let expected: BTreeSet<String> = of_rounds.chain(OF_THE_SESSION.map(str::to_owned)).collect();
    assert_eq!(made, expected.iter().map(String::as_str).collect());
    let papers: Vec<&str> = rows
        .iter()
        .filter(|row| row["table"] == false && !row["status"].is_null())
        .map(|row| word(row, "id"))
        .collect();
    for id in papers {
        let pictures = ["zh-CN", "en"].map(|language| show(&room, id, language));
        assert_ne!(pictures[0], pictures[1], "{id} is the same in both languages");
    }
    assert_eq!(
        room.refused("document", json!({ "id": "recipe", "language": null })),
        "desk.document-unknown"
    );
}

/// Makes a document and draws its first and its last page; gives the first one's picture.
fn show(room: &Room, id: &str, language: &str) -> String {
    let made = room.office("document", json!({ "id": id, "language": language }));
    let last = made["pages"].as_u64().unwrap();
    let page = |page: u64| json!({ "id": id, "page": page, "width": 300, "language": language });
    let drawn = [1, last].map(|number| room.office("document_page", page(number)));
    for picture in &drawn {
        assert!(word(picture, "picture").starts_with("data:image/png;base64,"));
        let (width, height) = (picture["width"].as_u64().unwrap(), picture["height"].as_u64().unwrap());
        // A4 upright or lying, to the pixel that rounding takes.
        assert!(
            width.abs_diff(300) <= 1 && (height.abs_diff(424) <= 2 || height.abs_diff(212) <= 2),
            "{id}: {height}"
        );
    }
    assert_eq!(room.refused("document_page", page(last + 1)), "desk.page-unknown");
    word(&drawn[0], "picture").to_owned()
}

#[test]
fn all_are_saved_and_the_station_signs_what_decides() {
    let room = after_the_session();
    let rows = rows(&room);
    let made = rows.iter().filter(|row| !row["status"].is_null()).count();
    let signed: Vec<&str> =
        rows.iter().filter(|row| row["signed"] == true).map(|row| word(row, "id")).collect();
    let results = (1..=round(&room)).map(|round| format!("round-{round}-result"));
    assert_eq!(signed, results.chain(["resolution".to_owned()]).collect::<Vec<_>>());
    let chinese = save_all(&room, "chinese", &json!("zh-CN"));
    let revised = |row: &&Value| !row["status"].is_null() && REVISED.contains(&word(row, "kind"));
    let revised: Vec<&str> = rows.iter().filter(revised).map(|row| word(row, "id")).collect();
    assert!(revised.iter().all(|id| chinese.contains_key(&format!("{id}.docx"))), "{revised:?}");
    assert_eq!(chinese.len(), made + signed.len() + revised.len());
    for (name, bytes) in &chinese {
        match name.rsplit_once('.').unwrap().1 {
            "pdf" => assert!(bytes.starts_with(b"%PDF-1.7"), "{name}"),
            "xlsx" | "docx" => assert!(bytes.starts_with(b"PK\x03\x04"), "{name}"),
            ending => assert!(ending == "json" && name.ends_with(".pdf.sig.json"), "{name}"),
        }
    }
    let tables = rows.iter().filter(|row| row["table"] == true).count();
    assert_eq!(chinese.keys().filter(|name| is_kind(name, "xlsx")).count(), tables);
    for id in signed {
        let name = format!("{id}.pdf");
        let beside = String::from_utf8(chinese[&format!("{name}.sig.json")].clone()).unwrap();
        let sidecar = signing::check_detached(&chinese[&name], &beside).unwrap();
        assert_eq!(sidecar.file, name);
        let record = sidecar.record.unwrap();
        assert!(text_of(&room, &chinese[&name]).contains(&record[..16]), "{id}: {record}");
        let other = chinese["minutes.pdf"].as_slice();
        assert!(signing::check_detached(other, &beside).is_err());
    }
    let english = save_all(&room, "english", &json!("en"));
    assert_eq!(english.keys().collect::<Vec<_>>(), chinese.keys().collect::<Vec<_>>());
    assert!(text_of(&room, &english["resolution.pdf"]).contains("Resolution"));
    assert_eq!(save_all(&room, "again", &json!("en")), english, "the same bytes each time");
}

#[test]
fn copies_as_ofd_are_saved_where_they_are_asked_for_and_are_no_documents_of_the_record() {
    let room = after_the_session();
    let folder = room.folder.path().join("ofd");
    room.office("save_document", json!({ "id": null, "folder": folder, "language": null, "ofd": true }));
    let names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.ends_with(".sig.json"))
        .collect();
    for pdf in names.iter().filter(|name| is_kind(name, "pdf")) {
        let ofd = pdf.replace(".pdf", ".ofd");
        // Ballots on paper are counted by sheets: nobody exchanges them as files.
        assert_eq!(names.contains(&ofd), !pdf.ends_with("paper-ballots.pdf"), "{pdf}");
    }
    assert!(names.iter().any(|name| is_kind(name, "ofd")));
    let log = room.office("log", json!({})).to_string();
    assert!(log.contains("resolution.pdf") && !log.contains(".ofd") && !log.contains(".docx"), "{log}");
}

#[test]
fn what_is_saved_twice_is_kept_and_signed_under_its_own_name() {
    let room = after_the_session();
    let folder = room.folder.path().join("twice");
    let save = json!({ "id": "resolution", "folder": folder, "language": null, "ofd": false });
    room.office("save_document", save.clone());
    room.office("save_document", save);
    for name in ["resolution.pdf", "resolution-2.pdf"] {
        let beside = fs::read_to_string(folder.join(format!("{name}.sig.json"))).unwrap();
        let bytes = fs::read(folder.join(name)).unwrap();
        assert_eq!(signing::check_detached(&bytes, &beside).unwrap().file, name);
    }
}

#[test]
fn the_number_of_the_resolution_changes_nothing_else() {
    let room = after_the_session();
    let before = save_all(&room, "before", &json!("zh-CN"));
    let mut texts = room.office("documents", json!({}))["texts"].clone();
    let number = "样人发〔2026〕3号";
    texts["resolutionNumber"] = json!(format!("  {number} "));
    let after = room.office("set_texts", texts);
    assert_eq!(after["texts"]["resolutionNumber"], number);
    let after = save_all(&room, "after", &json!("zh-CN"));
    let changed: Vec<&String> =
        after.iter().filter(|(name, bytes)| before[*name] != **bytes).map(|(name, _)| name).collect();
    assert_eq!(changed, ["resolution.docx", "resolution.pdf", "resolution.pdf.sig.json"]);
    // The line may move others to the next page, so the words are compared without their order.
    let words = |pdf: &[u8]| {
        let mut words: Vec<String> = text_of(&room, pdf).split_whitespace().map(str::to_owned).collect();
        words.sort_unstable();
        words
    };
    let mut expected = words(&before["resolution.pdf"]);
    expected.push(number.to_owned());
    expected.sort_unstable();
    assert_eq!(words(&after["resolution.pdf"]), expected);
}

/// A certificate in a .p12 file, valid from one day to another as openssl writes days.
fn certificate(room: &Room, name: &str, from: &str, until: &str) -> PathBuf {
    let folder = room.folder.path().join(name);
    fs::create_dir(&folder).unwrap();
    let openssl = |arguments: &[&str]| run("openssl", "openssl", &folder, arguments);
    fs::write(folder.join("ca.cnf"), AUTHORITY).unwrap();
    fs::write(folder.join("index"), "").unwrap();
    let subject = "/CN=示例县人大常委会办公室";
    openssl(&["genpkey", "-quiet", "-out", "key", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]);
    openssl(&["req", "-new", "-utf8", "-key", "key", "-out", "csr", "-subj", subject]);
    let ca = ["ca", "-batch", "-notext", "-utf8", "-config", "ca.cnf", "-selfsign", "-keyfile", "key"];
    openssl(&[&ca[..], &["-in", "csr", "-out", "crt", "-startdate", from, "-enddate", until]].concat());
    let passphrase = format!("pass:{PASSPHRASE}");
    openssl(&["pkcs12", "-export", "-inkey", "key", "-in", "crt", "-out", "it.p12", "-passout", &passphrase]);
    folder.join("it.p12")
}

const AUTHORITY: &str = "[ca]
default_ca = any
[any]
new_certs_dir = .
database = index
default_md = sha256
rand_serial = yes
policy = policy
[policy]
commonName = supplied
";

fn sign(room: &Room, id: &str, certificate: &Path, passphrase: &str) -> Value {
    json!({
        "id": id, "certificate": certificate, "passphrase": passphrase, "reason": "签发",
        "folder": room.folder.path().join("signed"), "language": null,
    })
}

#[test]
fn an_official_document_is_signed_with_a_certificate() {
    let room = after_the_session();
    let valid = certificate(&room, "valid", "20200101000000Z", "20991231235959Z");
    for id in ["round-1-result", "resolution"] {
        let written = room.office("sign_document", sign(&room, id, &valid, PASSPHRASE));
        let path = PathBuf::from(written["paths"][0].as_str().unwrap());
        assert!(path.ends_with(format!("signed/{id}-signed.pdf")), "{}", path.display());
        let said = run("pdfsig", "poppler-utils", path.parent().unwrap(), &[path.to_str().unwrap()]);
        for expected in [
            "Signer Certificate Common Name: 示例县人大常委会办公室",
            "Signature Validation: Signature is Valid.",
            "Total document signed",
        ] {
            assert!(said.contains(expected), "{expected} is missing in: {said}");
        }
        let whole =
            room.office("save_document", json!({ "id": id, "folder": "", "language": null, "ofd": false }));
        let unsigned = whole["paths"].as_array().unwrap().iter().map(|path| path.as_str().unwrap());
        let unsigned = fs::read(unsigned.into_iter().find(|path| is_kind(path, "pdf")).unwrap()).unwrap();
        assert!(fs::read(&path).unwrap().starts_with(&unsigned), "the document's own bytes stay");
    }
}

#[test]
fn what_cannot_be_signed_is_refused_and_nothing_written() {
    let room = Room::with_sample();
    room.rehearse("result");
    let valid = certificate(&room, "valid", "20200101000000Z", "20991231235959Z");
    let unofficial = sign(&room, "round-1-result", &valid, PASSPHRASE);
    assert_eq!(room.refused("sign_document", unofficial), "desk.not-to-be-signed");
    room.rehearse("documents");
    let expired = certificate(&room, "expired", "20200101000000Z", "20201231235959Z");
    let later = certificate(&room, "later", "20980101000000Z", "20991231235959Z");
    let large = room.folder.path().join("large.p12");
    fs::write(&large, vec![0x30; (1 << 20) + 1]).unwrap();
    let none = room.folder.path().join("none.p12");
    for (id, certificate, passphrase, code) in [
        ("resolution", &valid, "another", "signing.wrong-passphrase"),
        ("resolution", &valid, "", "signing.wrong-passphrase"),
        ("resolution", &expired, PASSPHRASE, "signing.expired"),
        ("resolution", &later, PASSPHRASE, "signing.not-yet-valid"),
        ("resolution", &large, PASSPHRASE, "desk.certificate-too-large"),
        ("resolution", &none, PASSPHRASE, "desk.path"),
        ("round-1-candidates", &valid, PASSPHRASE, "desk.not-to-be-signed"),
        ("minutes", &valid, PASSPHRASE, "desk.not-to-be-signed"),
        ("recipe", &valid, PASSPHRASE, "desk.document-unknown"),
    ] {
        assert_eq!(room.refused("sign_document", sign(&room, id, certificate, passphrase)), code, "{id}");
    }
    let written = fs::read_dir(room.folder.path().join("signed")).map_or(0, Iterator::count);
    assert_eq!(written, 0);
}

#[test]
fn pages_that_are_none_and_copies_that_are_none_are_refused() {
    let room = after_the_session();
    let refused = |id: &str, copies: u32, pages: &str| {
        room.refused(
            "print_document",
            json!({ "id": id, "printer": "no printer", "copies": copies, "pages": pages, "language": null }),
        )
    };
    for pages in
        ["0", "0-1", "2-1", "1-", "-1", "1,", ",", "1,,2", "1-2-3", "+1", "a", "1 - 2", "一", "99999999999"]
    {
        assert_eq!(refused("minutes", 1, pages), "desk.page-range", "{pages}");
    }
    for pages in ["999", "1-999", "1,998-999"] {
        assert_eq!(refused("minutes", 1, pages), "desk.page-unknown", "{pages}");
    }
    for copies in [0, 100] {
        assert_eq!(refused("minutes", copies, ""), "desk.copies");
    }
    for pages in ["", "1", " 1 ", "1-1", "1,1-2"] {
        assert_eq!(refused("minutes", 1, pages), "desk.printer-unknown", "{pages}");
    }
    assert_eq!(refused("adopted-table", 1, ""), "desk.picture-failed");
}

/// Whether a file's name has this ending.
fn is_kind(name: &str, ending: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|found| found == ending)
}

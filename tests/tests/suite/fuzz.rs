//! Every kind of file that comes from outside, altered at random and read: it is taken or refused, and nothing panics,
//! hangs, or is believed that was signed otherwise.
//!
//! In a test each target runs for a moment, on other alterations each time; a failure names the seed to run it again with.
//! `BOLERO_RANDOM_TEST_TIME_MS=600000 cargo test --test suite fuzz::` runs each for ten minutes; `cargo bolero test
//! --test suite fuzz::TARGET` goes by coverage.

#![expect(clippy::expect_used, reason = "a test fails by panicking, in its helpers too")]

use ballot_box::{KeyCard, SlipCode, hex};
use key_holders::check_file;
use kiosk_files::{KioskBox, Provision, Request};
use office::store::inspect;
use piaojue_tests::{
    fuzz::{Alteration, Corpus},
    record::{
        STATION,
        forge::{Fit, Forge},
        key_files,
    },
    session::{Session, Size, quick_folder},
};
use procedure::case::Case;
use record::{check_challenge, verify};
use sha2::{Digest, Sha256};
use signed_file::Station;
use signing::{Certificate, check_detached, detached};
use std::{
    fs,
    io::Cursor,
    path::Path,
    time::{Duration, Instant},
};

/// How long a target runs in a test.
const MOMENT: Duration = Duration::from_secs(4);
/// Longer than reading any of these small files can take, on any machine.
const HANG: Duration = Duration::from_mins(1);
/// With which the certificates of the corpus are locked.
const PASSPHRASE: &str = "123456";

/// Runs a target: the reader is given a good file of the corpus, and the same file altered.
macro_rules! targets {
    ($( $name:ident: $corpus:expr => $read:expr; )*) => { $(
        #[test]
        fn $name() {
            let corpus = $corpus;
            bolero::check!().with_type::<Alteration>().with_test_time(MOMENT).for_each(|alteration| {
                let (good, altered) = corpus.altered(alteration);
                let start = Instant::now();
                $read(good, &altered[..]);
                assert!(start.elapsed() < HANG, "{:?}", start.elapsed());
            });
        }
    )* };
}

targets! {
    a_record: Corpus::of_folder("records", &["pjrecord"]) => |good: &[u8], altered: &[u8]| {
        let holds = verify(Cursor::new(altered), &|_| ()).holds();
        assert!(!holds || altered == good, "an altered record is accepted");
    };
    a_record_that_was_signed_again: inside_of_records() => |_, altered: &[u8]| {
        // Whether it holds depends on what was altered: an insider can sign anything that the checks can't know.
        verify(Cursor::new(signed_again(altered)), &|_| ());
    };
    a_challenge: Corpus::of_folder("fuzz/challenge", &["pjchallenge"]) => |good, altered: &[u8]| {
        if let Ok(challenge) = check_challenge(altered) {
            // Spaces may have changed: nothing else can.
            let Ok(true) = check_challenge(good).map(|good| good.hash == challenge.hash) else {
                panic!("an altered challenge is accepted");
            };
        }
    };
    a_request: kiosk_files("pjrequest") => |good: &[u8], altered: &[u8]| {
        assert!(Request::read(altered).is_err() || altered == good);
    };
    a_request_that_was_signed_again: contents("pjrequest") => |_, altered: &[u8]| drop(Request::read(&framed(1, altered)));
    a_provision: kiosk_files("pjkiosk") => |good: &[u8], altered: &[u8]| {
        assert!(Provision::read(altered).is_err() || altered == good);
    };
    a_provision_that_was_signed_again: contents("pjkiosk") => |_, altered: &[u8]| drop(Provision::read(&framed(2, altered)));
    a_box: kiosk_files("pjbox") => |good: &[u8], altered: &[u8]| {
        assert!(KioskBox::read(altered).is_err() || altered == good);
    };
    a_box_that_was_signed_again: contents("pjbox") => |_, altered: &[u8]| drop(KioskBox::read(&framed(3, altered)));
    a_key_file: key_file_corpus() => |_, altered: &[u8]| {
        let Ok(text) = str::from_utf8(altered) else { return };
        // Spliced, it may have become another whole file of the corpus.
        assert!(check_file(text).is_err() || key_files().iter().any(|file| file == text));
    };
    a_key_file_that_was_signed_again: key_contents() => |_, altered: &[u8]| {
        drop(check_file(&key_file(&String::from_utf8_lossy(altered))));
    };
    a_list_in_a_spreadsheet: lists("xlsx") => |_, altered: &[u8]| read_lists("list.xlsx", altered);
    the_sheet_in_a_spreadsheet: sheets() => |_, altered: &[u8]| read_lists("list.xlsx", &packed(altered));
    a_list_in_an_old_spreadsheet: old_spreadsheets() => |_, altered: &[u8]| read_lists("list.xls", altered);
    the_records_in_an_old_spreadsheet: old_records() => |_, altered: &[u8]| read_lists("list.xls", &contained(altered));
    a_list_in_an_open_document: open_documents() => |_, altered: &[u8]| {
        read_lists("list.ods", altered);
    };
    the_content_of_an_open_document: typed(OPEN_DOCUMENT) => |_, altered: &[u8]| {
        read_lists("list.ods", &open_document(altered));
    };
    a_list_of_an_office: Corpus::of_folder("import_cases/files", &["csv", "xlsx", "xls", "docx"]) => |_, altered: &[u8]| {
        read_lists("list", altered);
    };
    a_list_in_text: lists("csv") => |_, altered: &[u8]| read_lists("list.csv", altered);
    a_case: Corpus::of_folder("fuzz/case", &["json"]) => |_, altered: &[u8]| {
        let decided = serde_json::from_slice(altered).map(|case: Case| case.decide());
        drop(decided);
    };
    a_certificate: Corpus::of_folder("fuzz/certificate", &["p12"]) => |_, altered: &[u8]| {
        drop(Certificate::open(altered, PASSPHRASE));
    };
    a_signature_beside_a_file: signatures() => |good: &[u8], altered: &[u8]| {
        let Ok(text) = str::from_utf8(altered) else { return };
        if let Ok(signed) = check_detached(DOCUMENT, text) {
            let good = check_detached(DOCUMENT, str::from_utf8(good).expect("text")).expect("it holds");
            assert!(signed.public_key != good.public_key || signed.file == good.file, "{signed:?}");
        }
    };
    a_session: sessions() => |_, altered: &[u8]| look_at_session(altered);
    a_station_key: station_keys() => |_, altered: &[u8]| {
        let folder = quick_folder();
        let path = folder.path().join("station.key");
        fs::write(&path, altered).expect("written");
        drop(Station::load(&path));
    };
    a_typed_slip: typed("0123-4567-89AB-CDEF-GHJK") => |_, altered: &[u8]| {
        drop(SlipCode::parse(&String::from_utf8_lossy(altered)));
    };
    a_typed_card: cards() => |good: &[u8], altered: &[u8]| {
        let same = altered == good;
        drop(KeyCard::parse(&String::from_utf8_lossy(altered)).map(|card| same || card.holder() > 0));
    };
}

/// What the corpus of signatures beside files signs.
const DOCUMENT: &[u8] = b"%PDF-1.7\n";

/// The place of the name of the altered file in what stands for an altered record: a record's number and a file's.
const NAMED: usize = 2;

/// Each file inside each record, behind the numbers of the record and of the file.
fn inside_of_records() -> Corpus {
    let mut inside = Vec::new();
    for (number, record) in (0..).zip(Corpus::of_folder("records", &["pjrecord"]).files()) {
        let forge = Forge::open(record, STATION);
        for (place, (_, bytes)) in (0..).zip(&forge.files) {
            inside.push([&[number, place], &bytes[..]].concat());
        }
    }
    Corpus::new(inside)
}

/// A record with an altered file, all that covers the file made to fit again.
fn signed_again(altered: &[u8]) -> Vec<u8> {
    let records = Corpus::of_folder("records", &["pjrecord"]);
    let number = |place: usize| altered.get(place).copied().map_or(0, usize::from);
    let mut forge = Forge::open(&records.files()[number(0) % records.files().len()], STATION);
    let file = number(1) % forge.files.len();
    forge.files[file].1 = altered.get(NAMED..).unwrap_or_default().to_vec();
    forge.record(Fit::Manifest)
}

fn kiosk_files(ending: &str) -> Corpus {
    Corpus::of_folder("fuzz/kiosk", &[ending])
}

/// Where the content of a file begins that travels between station and kiosk, and how much stands behind it.
const CONTENT: (usize, usize) = (56, 96);

fn contents(ending: &str) -> Corpus {
    let content = |file: &Vec<u8>| file[CONTENT.0..file.len() - CONTENT.1].to_vec();
    Corpus::new(kiosk_files(ending).files().iter().map(content).collect())
}

/// A file of this kind with this content, as `docs/kiosk-files.md` has it, signed by a kiosk of our own.
fn framed(kind: u8, content: &[u8]) -> Vec<u8> {
    let signer = Station::from_secret(&[9; 32]);
    let mut file = [&b"piaojue kiosk\n"[..], &[kind, 1], &signer.public_key()].concat();
    file.extend((content.len() as u64).to_be_bytes());
    file.extend(content);
    let hash = Sha256::digest(&file);
    file.extend(hash);
    let signature = signer.sign(&file);
    file.extend(signature);
    file
}

fn key_file_corpus() -> Corpus {
    Corpus::new(key_files().iter().map(|file| file.clone().into_bytes()).collect())
}

/// The kind of each key file and its content, on two lines.
fn key_contents() -> Corpus {
    let content = |text: &String| {
        let file: serde_json::Value = serde_json::from_str(text).expect("JSON");
        let member = |name: &str| file[name].as_str().expect("a text").to_owned();
        [member("kind"), member("content")].join("\n").into_bytes()
    };
    Corpus::new(key_files().iter().map(content).collect())
}

/// A key file of this kind and content, as `docs/key-files.md` has it, signed by a holder of our own.
fn key_file(altered: &str) -> String {
    let (kind, content) = altered.split_once('\n').unwrap_or_default();
    let signer = Station::from_secret(&[9; 32]);
    let signature = hex(&signer.sign(format!("piaojue keys v1\n{kind}\n{content}").as_bytes()));
    let (kind, content) = (serde_json::json!(kind), serde_json::json!(content));
    let key = hex(&signer.public_key());
    format!(
        r#"{{"format":"piaojue-keys","version":1,"kind":{kind},"content":{content},"signer":"{key}","signature":"{signature}"}}"#
    )
}

fn lists(ending: &str) -> Corpus {
    Corpus::of_folder("city-nanchang-2020", &[ending]).and(Corpus::of_folder("town-gonghe-2022", &[ending]))
}

fn read_lists(name: &str, bytes: &[u8]) {
    drop(lists::delegates(name, bytes));
    drop(lists::candidates(name, bytes));
    drop(lists::ballots(name, bytes, &["1".into(), "2".into()]));
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// The sheets inside the spreadsheets, without the archive around them.
fn sheets() -> Corpus {
    let sheet = |file: &Vec<u8>| {
        let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("an archive");
        let mut bytes = Vec::new();
        std::io::copy(&mut archive.by_name(SHEET).expect("a sheet"), &mut bytes).expect("read");
        bytes
    };
    Corpus::new(lists("xlsx").files().iter().map(sheet).collect())
}

/// A spreadsheet with this sheet in the place of its own.
fn packed(sheet: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let corpus = lists("xlsx");
    let mut from = zip::ZipArchive::new(Cursor::new(&corpus.files()[0])).expect("an archive");
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..from.len() {
        let file = from.by_index_raw(place).expect("a file");
        if file.name().is_ok_and(|name| name == SHEET) {
            to.start_file(SHEET, zip::write::SimpleFileOptions::default()).expect("begun");
            to.write_all(sheet).expect("written");
        } else {
            to.raw_copy_file(file).expect("copied");
        }
    }
    to.finish().expect("an archive").into_inner()
}

fn open_documents() -> Corpus {
    let own = open_document(OPEN_DOCUMENT.as_bytes());
    Corpus::new(vec![own]).and(Corpus::of_folder("lists", &["ods"]))
}

fn old_spreadsheets() -> Corpus {
    Corpus::of_folder("import_cases/files", &["xls"]).and(Corpus::of_folder("lists", &["xls", "et"]))
}

const WORKBOOK: &str = "Workbook";

/// The records inside the old spreadsheets, without the container around them.
fn old_records() -> Corpus {
    let records = |file: &Vec<u8>| {
        let mut container = cfb::CompoundFile::open(Cursor::new(file)).ok()?;
        let mut bytes = Vec::new();
        std::io::copy(&mut container.open_stream(WORKBOOK).ok()?, &mut bytes).ok()?;
        Some(bytes)
    };
    Corpus::new(old_spreadsheets().files().iter().filter_map(records).collect())
}

/// An old spreadsheet with these records.
fn contained(records: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a container");
    container.create_stream(WORKBOOK).expect("a stream").write_all(records).expect("written");
    container.into_inner().into_inner()
}

/// The content of a spreadsheet as other offices write it.
const OPEN_DOCUMENT: &str = "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body>\
    <office:spreadsheet><table:table table:name=\"名单\"><table:table-row><table:table-cell><text:p>代表证号</text:p>\
    </table:table-cell><table:table-cell><text:p>姓名</text:p></table:table-cell></table:table-row>\
    <table:table-row table:number-rows-repeated=\"2\" table:visibility=\"collapse\"><table:table-cell \
    office:value-type=\"float\" office:value=\"1\"><text:p>001</text:p></table:table-cell><table:table-cell \
    table:number-columns-spanned=\"2\"><text:p>赵<text:s text:c=\"2\"/>甲</text:p></table:table-cell>\
    <table:covered-table-cell/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>";

/// A spreadsheet of an open document with this content.
fn open_document(content: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in
        [("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".as_slice()), ("content.xml", content)]
    {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).expect("begun");
        archive.write_all(bytes).expect("written");
    }
    archive.finish().expect("an archive").into_inner()
}

fn signatures() -> Corpus {
    let key = ed25519_dalek::SigningKey::from_bytes(&[9; 32]);
    let signed = |record| detached("决议.pdf", DOCUMENT, record, &key).expect("signed").into_bytes();
    Corpus::new(vec![signed(None), signed(Some(&[1; 32]))])
}

/// The file of a session whose poll is open.
fn sessions() -> Corpus {
    let folder = quick_folder();
    let size = Size { candidates: 3, delegates: 3, spare: 1, cards: (3, 2) };
    let session = Session::with_open_poll(folder.path(), size, 1);
    Corpus::new(vec![fs::read(&session.path).expect("the session's file")])
}

fn look_at_session(bytes: &[u8]) {
    let folder = quick_folder();
    let path = folder.path().join("session.db");
    fs::write(&path, bytes).expect("written");
    drop(inspect::glance(&path));
    drop(inspect::inspect(&path));
    assert!(fs::read(Path::new(&path)).expect("still there") == bytes, "looking changes nothing");
}

fn station_keys() -> Corpus {
    let folder = quick_folder();
    let path = folder.path().join("station.key");
    Station::load_or_create(&path, &mut office::Randomness::seeded(1)).expect("a key");
    Corpus::new(vec![fs::read(&path).expect("the key's file")])
}

fn typed(text: &str) -> Corpus {
    Corpus::new(vec![text.as_bytes().to_vec()])
}

fn cards() -> Corpus {
    let folder = quick_folder();
    let size = Size { candidates: 3, delegates: 3, spare: 0, cards: (3, 2) };
    let session = Session::with_open_poll(folder.path(), size, 1);
    Corpus::new(session.cards.iter().map(|card| card.as_bytes().to_vec()).collect())
}

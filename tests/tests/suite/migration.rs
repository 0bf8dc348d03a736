//! A session's file of every earlier version is upgraded, after a copy of it was made.

#![expect(clippy::unwrap_used, reason = "helpers of tests: a test fails by panicking")]

use messages::Language;
use office::{
    Randomness,
    act::{Office, Operator},
    acts,
    clock::SystemClock,
    store::Session,
};
use procedure::{number::RoundNumber, roster::Delegate};
use rusqlite::Connection;
use session_model::{DocumentTexts, KeyMaking, Level, Profile, ProfileText, Role};
use signed_file::{Owner as _, Station, schema_version, version_of};
use std::path::Path;

fn station() -> Station {
    Station::from_secret(&[7; 32])
}

fn profile() -> Profile {
    let name = |text: &str| text.to_owned();
    Profile::new(ProfileText {
        congress: name("样例乡人民代表大会"),
        session: name("第一次会议"),
        level: Level::Township,
        year: 2026,
        presidium: name("大会主席团"),
        language: Language::Chinese,
        training: false,
        chief: name("监票甲"),
        scrutineers: vec![name("监票乙")],
        threshold: 2,
        tellers: vec![name("计票甲")],
        keys: KeyMaking::Dealt,
        texts: DocumentTexts::default(),
    })
    .unwrap()
}

/// A file as version 1 left it: without the table of PINs, which that version's log knows nothing of.
fn version_1(path: &Path, by: &Operator) {
    let (clock, randomness) = (Box::new(SystemClock), Randomness::System);
    let mut office = Office::create(path, station(), clock, randomness, &profile(), by).unwrap();
    let delegate = Delegate {
        number: "001".into(),
        name: "甲".to_owned(),
        delegation: "一团".to_owned(),
        in_office: true,
    };
    acts::set_delegates(&mut office, by, &[delegate]).unwrap();
    drop(office);
    let connection = Connection::open(path).unwrap();
    connection.execute_batch("DROP TABLE person_pin; PRAGMA user_version = 1;").unwrap();
    drop_kiosks(&connection);
}

/// Takes away what versions 3 and 4 brought; the log of a session without kiosks and check-ins knows nothing of it.
fn drop_kiosks(connection: &Connection) {
    drop_tokens(connection);
    connection
        .execute_batch(
            "DROP TABLE disputed_ballot; DROP TABLE dispute; DROP TABLE spent_at; DROP TABLE kiosk;
             DROP TABLE slip_zone; DROP TABLE this_kiosk; DROP TABLE spent_before; DROP TABLE attendance_salt;",
        )
        .unwrap();
}

/// Takes away what version 5 brought; the slots of a file without a box are none.
fn drop_tokens(connection: &Connection) {
    let first = Connection::open_in_memory().unwrap();
    first.execute_batch(Session::MIGRATIONS[0]).unwrap();
    let sql = "SELECT sql FROM sqlite_schema WHERE name = 'slot'";
    let slot: String = first.query_row(sql, [], |row| row.get(0)).unwrap();
    connection
        .execute_batch(
            "DROP TABLE slip_list; DROP TABLE spent_token; DROP TABLE annulled_slip; DROP TABLE slot;
             DROP TABLE key_ceremony; DROP TABLE taken_opening;",
        )
        .unwrap();
    connection.execute_batch(&slot).unwrap();
}

/// A file as version 2 left it: with its table of PINs, and without those of kiosks.
fn version_2(path: &Path, by: &Operator) {
    let (clock, randomness) = (Box::new(SystemClock), Randomness::System);
    let mut office = Office::create(path, station(), clock, randomness, &profile(), by).unwrap();
    acts::set_pin(&mut office, by, Role::Operator, &by.0, "246802").unwrap();
    drop(office);
    let connection = Connection::open(path).unwrap();
    connection.execute_batch("PRAGMA user_version = 2;").unwrap();
    drop_kiosks(&connection);
}

#[test]
fn a_file_of_version_2_is_upgraded_and_kept_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("session.db");
    let by = Operator("操作员甲".to_owned());
    version_2(&path, &by);
    assert_eq!(version_of::<Session>(&path).unwrap(), 2);
    let mut office = Office::open(&path, station(), Box::new(SystemClock), Randomness::System).unwrap();
    acts::check_pin(&mut office, Role::Operator, &by.0, "246802").unwrap();
    assert!(!office.is_remote_kiosk().unwrap());
    assert!(acts::slips_account(&office, RoundNumber(1)).unwrap().zones.is_empty());
    drop(office);
    assert_eq!(version_of::<Session>(&path).unwrap(), schema_version::<Session>());
    let kept = folder.path().join("session.version-2.backup");
    assert_eq!(version_of::<Session>(&kept).unwrap(), 2);
}

#[test]
fn a_file_of_version_1_is_upgraded_and_kept_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("session.db");
    let by = Operator("操作员甲".to_owned());
    version_1(&path, &by);
    assert_eq!(version_of::<Session>(&path).unwrap(), 1);
    let mut office = Office::open(&path, station(), Box::new(SystemClock), Randomness::System).unwrap();
    assert_eq!(office.store().delegates().unwrap().len(), 1);
    acts::set_pin(&mut office, &by, Role::Operator, &by.0, "246802").unwrap();
    drop(office);
    assert_eq!(version_of::<Session>(&path).unwrap(), schema_version::<Session>());
    let kept = folder.path().join("session.version-1.backup");
    assert_eq!(version_of::<Session>(&kept).unwrap(), 1);
    let mut office = Office::open(&path, station(), Box::new(SystemClock), Randomness::System).unwrap();
    acts::check_pin(&mut office, Role::Operator, &by.0, "246802").unwrap();
    assert!(acts::check_pin(&mut office, Role::Operator, &by.0, "135790").is_err());
}

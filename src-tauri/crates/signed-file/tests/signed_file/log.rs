//! Acts and their entries.

use super::diary::{Event, Section, alter, diary, now, reopened, station, write, writer};
use signed_file::{Entry, FileError, ReadOnly, SignedFile, Station, Witnessed, is_interrupted};
use std::{error::Error as _, io};

#[test]
fn an_act_changes_the_file_and_says_who_did_it() {
    let folder = tempfile::tempdir().unwrap();
    let (mut diary, path) = diary(folder.path());
    let two = Witnessed::new("甲", "乙").unwrap();
    diary.act(now(), &two, Event::Written { year: 2027 }, &[], |_, _| Ok::<_, FileError>(())).unwrap();
    drop(diary);
    let log = reopened(&path).unwrap().log().unwrap();
    let last: Entry<Event> = serde_json::from_str(&log[2].entry).unwrap();
    assert_eq!((last.operator.as_str(), last.witness.as_deref()), ("甲", Some("乙")));
    assert_eq!(last.event, Event::Written { year: 2027 });
    assert!(!is_interrupted(&path).unwrap());
}

#[test]
fn two_persons_are_two() {
    assert_eq!(Witnessed::new("甲", "甲"), None);
}

#[test]
fn a_failed_act_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (mut diary, _) = diary(folder.path());
    let failed = diary.act(now(), &writer(), Event::Begun, &[Section::Pages(2026)], |transaction, _| {
        transaction.execute("DELETE FROM page", [])?;
        Err::<(), _>(FileError::OtherStation)
    });
    assert_eq!(failed, Err(FileError::OtherStation));
    assert_eq!(diary.log().unwrap().len(), 2);
    let pages: u32 = diary.connection().query_row("SELECT count(*) FROM page", [], |row| row.get(0)).unwrap();
    assert_eq!(pages, 1);
}

#[test]
fn an_entry_that_is_altered_or_cut_off_is_found() {
    for (sql, number) in [
        ("UPDATE audit SET entry = replace(entry, '2026-01', '2025-01') WHERE number = 1", 1),
        ("DELETE FROM audit WHERE number = 1", 1),
        ("DELETE FROM audit WHERE number = 2", 2),
        ("DELETE FROM audit_head", 3),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let (open, path) = diary(folder.path());
        drop(open);
        reopened(&path).map(drop).unwrap();
        alter(&path, sql);
        assert_eq!(reopened(&path).map(drop), Err(FileError::AuditBroken { number }.into()), "{sql}");
    }
}

#[test]
fn another_station_opens_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (open, path) = diary(folder.path());
    drop(open);
    let other = SignedFile::<super::diary::Diary>::open(&path, Station::from_secret(&[8; 32]));
    assert_eq!(other.map(drop), Err(FileError::OtherStation.into()));
}

#[test]
fn one_process_opens_a_file_once() {
    let folder = tempfile::tempdir().unwrap();
    let (mut open, path) = diary(folder.path());
    assert!(matches!(
        reopened(&path).map(drop),
        Err(super::diary::DiaryError::File(FileError::InUse { .. }))
    ));
    write(&mut open, 2026, 2);
    drop(open);
    let read = ReadOnly::<super::diary::Diary>::open(&path).unwrap();
    read.check_integrity().unwrap();
    assert_eq!(read.check_log(&station().public_key()).unwrap().len(), 3);
}

#[test]
fn what_the_system_said_is_kept_as_the_source() {
    let folder = tempfile::tempdir().unwrap();
    let error = Station::load(folder.path()).err().unwrap();
    let source = error.source().and_then(|source| source.downcast_ref::<io::Error>());
    assert_eq!(source.map(io::Error::kind), Some(io::ErrorKind::IsADirectory), "{error}");
}

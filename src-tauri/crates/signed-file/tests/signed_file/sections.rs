//! Sections, migrations and backups.

use super::diary::{Diary, DiaryError, PenError, Section, alter, diary, reopened, write};
use signed_file::{FileError, Section as _, schema_version, version_of};

fn altered(section: Section) -> DiaryError {
    FileError::PartAltered { part: section.to_string() }.into()
}

#[test]
fn a_section_has_the_name_that_the_log_gives_it() {
    assert_eq!(Section::Writer.to_string(), "writer");
    assert_eq!(Section::Pages(2026).to_string(), "pages/2026");
    assert_eq!(Section::all(&[1, 2]), [Section::Writer, Section::Pages(1), Section::Pages(2)]);
}

#[test]
fn what_the_log_does_not_say_cannot_be_changed() {
    for (sql, section) in [
        ("UPDATE page SET text = '雨'", Section::Pages(2026)),
        ("DELETE FROM page", Section::Pages(2026)),
        ("INSERT INTO page VALUES (2031, 1, '晴')", Section::Pages(2031)),
        ("INSERT INTO motto VALUES (2026, '慎独')", Section::Pages(2026)),
        ("UPDATE writer SET name = '丙'", Section::Writer),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let (open, path) = diary(folder.path());
        drop(open);
        alter(&path, sql);
        assert_eq!(reopened(&path).map(drop), Err(altered(section)), "{sql}");
    }
}

#[test]
fn a_table_or_trigger_that_is_not_the_owners_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (open, path) = diary(folder.path());
    drop(open);
    alter(&path, "CREATE TRIGGER spy AFTER INSERT ON page BEGIN UPDATE page SET day = 0; END;");
    assert!(matches!(reopened(&path).map(drop), Err(DiaryError::File(FileError::Damaged { .. }))));
}

#[test]
fn an_earlier_version_is_copied_then_upgraded_and_its_hashes_still_hold() {
    let folder = tempfile::tempdir().unwrap();
    let (open, path) = diary(folder.path());
    drop(open);
    alter(&path, "DROP TABLE motto; PRAGMA user_version = 1;");
    drop(reopened(&path).unwrap());
    assert_eq!(version_of::<Diary>(&path), Ok(schema_version::<Diary>()));
    assert_eq!(version_of::<Diary>(&folder.path().join("diary.version-1.backup")), Ok(1));
    alter(&path, "PRAGMA user_version = 9;");
    let newer = FileError::Newer { path: path.display().to_string(), found: 9, known: 2 };
    assert_eq!(reopened(&path).map(drop), Err(newer.into()));
}

#[test]
fn a_backup_is_whole_and_is_refused_while_the_owner_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let (mut open, _) = diary(folder.path());
    let backup = folder.path().join("backup.db");
    open.backup_to(&backup).unwrap();
    assert_eq!(open.backup_to(&backup), Err(FileError::Exists { path: backup.display().to_string() }.into()));
    write(&mut open, 2026, 2);
    assert_eq!(reopened(&backup).unwrap().log().unwrap().len(), 2);
    let pen = open.transaction(|transaction, _| {
        transaction.execute("UPDATE writer SET writing = 1", [])?;
        Ok::<_, FileError>(())
    });
    pen.unwrap();
    assert_eq!(open.backup_to(&folder.path().join("second.db")), Err(PenError::PenDown.into()));
}

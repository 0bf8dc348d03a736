//! Where a rehearsal writes: all of it or nothing, and never over anything.

use crate::run::{Small, names};
use std::{collections::BTreeMap, fs, path::Path};

/// Every file of a folder with its bytes.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    names(folder).into_iter().map(|name| (name.clone(), fs::read(folder.join(name)).unwrap())).collect()
}

#[test]
fn a_folder_with_a_session_is_left_as_it_is() {
    let small = Small::new();
    small.rounds();
    let before = contents(&small.path("out"));
    let told = small.refused();
    assert!(told.contains("session.db"), "{told}");
    assert_eq!(contents(&small.path("out")), before);
}

#[test]
fn an_empty_folder_is_filled() {
    let small = Small::new();
    fs::create_dir(small.path("out")).unwrap();
    small.rounds();
    assert!(names(&small.path("out")).len() > 5);
}

#[test]
fn a_folder_with_other_files_is_filled_and_they_stay() {
    let small = Small::new();
    fs::create_dir(small.path("out")).unwrap();
    small.write("out/notes.txt", "ours");
    small.rounds();
    assert_eq!(fs::read(small.path("out/notes.txt")).unwrap(), b"ours");
    assert!(small.path("out/session.db").exists() && small.path("out/announcement.pdf").exists());
}

#[test]
fn a_document_of_the_same_name_is_not_overwritten() {
    let small = Small::new();
    fs::create_dir(small.path("out")).unwrap();
    small.write("out/announcement.pdf", "ours");
    let told = small.refused();
    assert!(told.contains("announcement.pdf"), "{told}");
    assert_eq!(contents(&small.path("out")), BTreeMap::from([("announcement.pdf".into(), b"ours".to_vec())]));
}

#[test]
fn a_folder_above_is_made_and_taken_back() {
    let small = Small::new();
    let mut rehearsal = small.rehearsal();
    rehearsal.out = small.path("deep/deeper/out");
    assert_eq!(rehearsal.run(&["--json"]).code, 0);
    assert!(small.path("deep/deeper/out/session.db").exists());
    // The totals of one ballot are not opened: the rehearsal fails halfway.
    small.ballots(&[("1,+,+,,", 1)]);
    rehearsal.out = small.path("other/deeper/out");
    small.refused_as(&rehearsal);
}

#[test]
fn a_file_in_the_folders_place_is_left() {
    let small = Small::new();
    small.write("out", "ours");
    small.refused();
    assert_eq!(fs::read(small.path("out")).unwrap(), b"ours");
}

#[test]
fn the_working_folder_itself_can_be_filled() {
    let small = Small::new();
    let folder = small.path("here");
    fs::create_dir(&folder).unwrap();
    let mut rehearsal = small.rehearsal();
    rehearsal.out = ".".into();
    let output = rehearsal.command().current_dir(&folder).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert!(folder.join("session.db").exists());
    assert!(names(&folder).iter().all(|name| !name.contains("unfinished")), "{:?}", names(&folder));
}

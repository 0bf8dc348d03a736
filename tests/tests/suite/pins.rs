//! PINs, and what a copy of a session's file tells of them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use office::{act::Office, acts};
use piaojue_tests::{
    hall::HallStation,
    session::{Session, Size, operator, quick_folder},
};
use session_model::Role;
use signed_file::{PinError, Station, check_pin};
use std::path::Path;

const SIZE: Size = Size { candidates: 2, delegates: 3, spare: 0, cards: (3, 2) };
const PIN: &str = "246802";

/// The operator's hash, as whoever has a copy of the file reads it.
fn hash_in(file: &Path) -> String {
    let connection = rusqlite::Connection::open(file).unwrap();
    connection.query_row("SELECT pin FROM person_pin WHERE role = 'operator'", [], |row| row.get(0)).unwrap()
}

fn check(office: &mut Office, pin: &str) -> String {
    acts::check_pin(office, Role::Operator, &operator().0, pin)
        .map_or_else(|error| error.to_string(), |()| "right".to_owned())
}

#[test]
fn a_copy_of_the_file_does_not_let_pins_be_tried() {
    let folder = quick_folder();
    let session = Session::with_open_poll(folder.path(), SIZE, 60);
    let mut office = session.open();
    acts::set_pin(&mut office, &operator(), Role::Operator, &operator().0, PIN).unwrap();
    assert_eq!(check(&mut office, PIN), "right");
    drop(office);
    // The PIN is among those that are tried, with all that is in the file and any key but the station's.
    let hash = hash_in(&session.path);
    let tried = check_pin(&operator().0, Some(&hash), PIN, &Station::from_secret(&[0; 32]));
    assert!(matches!(tried, Err(PinError::Wrong { .. })));
}

#[test]
fn a_hash_of_0_1_0_is_replaced_at_the_next_right_pin() {
    let folder = quick_folder();
    crate::files_of_0_1_0::copy_into("open", folder.path());
    let file = HallStation::path(folder.path());
    let before = hash_in(&file);
    let mut office = HallStation::open(folder.path());
    assert!(check(&mut office, "135790").starts_with("pin.wrong"));
    drop(office);
    assert_eq!(hash_in(&file), before);
    let mut office = HallStation::open(folder.path());
    assert_eq!(check(&mut office, PIN), "right");
    drop(office);
    let after = hash_in(&file);
    assert!(before.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{before}");
    assert!(after.starts_with("$argon2id$v=19$m=65536,t=1,p=1,keyid="), "{after}");
    // It is the same PIN, and nothing is replaced a second time.
    let mut office = HallStation::open(folder.path());
    assert_eq!(check(&mut office, PIN), "right");
    assert!(check(&mut office, "135790").starts_with("pin.wrong"));
    drop(office);
    assert_eq!(hash_in(&file), after);
}

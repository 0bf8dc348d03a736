//! PINs.

use argon2::{Argon2, PasswordHash, PasswordVerifier as _};
use rand::{SeedableRng as _, rngs::StdRng};
use signed_file::{KeptHash, PinError, Station, check_pin, check_pin_form, hash_pin};

/// The hash of 246802 as version 0.1.0 made it.
const OF_0_1_0: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$XqNZZFpaYS1u9yNE152YhA$wCsCuyWP6ZQiGCEooYq80biRr/SvfEsFy1SQO+EY2T0";

fn station() -> Station {
    Station::from_secret(&[7; 32])
}

fn wrong() -> PinError {
    PinError::Wrong { name: "甲".to_owned() }
}

#[test]
fn a_pin_is_its_persons() {
    let hash = hash_pin("246802", &station(), &mut StdRng::seed_from_u64(1)).unwrap();
    assert!(hash.starts_with("$argon2id$v=19$m=65536,"), "{hash}");
    assert_eq!(check_pin("甲", Some(&hash), "246802", &station()), Ok(KeptHash::Current));
    assert_eq!(check_pin("甲", Some(&hash), "246803", &station()), Err(wrong()));
    assert_eq!(check_pin("甲", None, "246802", &station()), Err(PinError::NotSet { name: "甲".to_owned() }));
}

#[test]
fn without_the_stations_key_the_right_pin_cannot_be_told_from_a_wrong_one() {
    let hash = hash_pin("246802", &station(), &mut StdRng::seed_from_u64(1)).unwrap();
    // As the hash of 0.1.0 could be tried: with what is in the hash alone.
    let read = PasswordHash::new(&hash).unwrap();
    assert!(Argon2::default().verify_password(b"246802", &read).is_err());
    let another = Station::from_secret(&[8; 32]);
    assert_eq!(check_pin("甲", Some(&hash), "246802", &another), Err(wrong()));
}

#[test]
fn a_hash_of_0_1_0_still_holds_and_is_told_to_be_outdated() {
    assert_eq!(check_pin("甲", Some(OF_0_1_0), "246802", &station()), Ok(KeptHash::Outdated));
    assert_eq!(check_pin("甲", Some(OF_0_1_0), "246803", &station()), Err(wrong()));
}

#[test]
fn what_is_no_hash_fits_no_pin() {
    for hash in ["", "246802", "$argon2id$v=19$m=65536,t=3,p=1,keyid=c3RhdGlvbg"] {
        assert_eq!(check_pin("甲", Some(hash), "246802", &station()), Err(wrong()), "{hash}");
    }
}

#[test]
fn a_pin_that_anybody_would_try_first_is_refused() {
    let form = || PinError::Form { shortest: 6, longest: 12 };
    for (pin, refused) in [
        ("12345", form()),
        ("1234567890123", form()),
        ("24680a", form()),
        ("111111", PinError::TooEasy),
        ("123456", PinError::TooEasy),
        ("987654", PinError::TooEasy),
        ("789012", PinError::TooEasy),
        ("121212", PinError::TooEasy),
        ("835835", PinError::TooEasy),
        ("8358358", PinError::TooEasy),
        ("19880707", PinError::Date),
        ("07071988", PinError::Date),
        ("07311988", PinError::Date),
        ("880707", PinError::Date),
        ("310788", PinError::Date),
        ("073188", PinError::Date),
        ("198807", PinError::Date),
        ("071988", PinError::Date),
    ] {
        assert_eq!(check_pin_form(pin), Err(refused), "{pin}");
    }
    for pin in ["246802", "135790", "975310", "990231", "18880707", "880707880"] {
        assert_eq!(check_pin_form(pin), Ok(()), "{pin}");
    }
}

//! PINs.

use rand::{SeedableRng as _, rngs::StdRng};
use signed_file::{PinError, check_pin, hash_pin};

#[test]
fn a_pin_is_its_persons() {
    let hash = hash_pin("246802", &mut StdRng::seed_from_u64(1)).unwrap();
    assert!(hash.starts_with("$argon2id$"));
    assert_eq!(check_pin("甲", Some(&hash), "246802"), Ok(()));
    assert_eq!(check_pin("甲", Some(&hash), "246803"), Err(PinError::Wrong { name: "甲".to_owned() }));
    assert_eq!(check_pin("甲", None, "246802"), Err(PinError::NotSet { name: "甲".to_owned() }));
}

#[test]
fn a_pin_that_anybody_would_try_first_is_refused() {
    for (pin, refused) in [
        ("12345", PinError::Form { shortest: 6, longest: 12 }),
        ("1234567890123", PinError::Form { shortest: 6, longest: 12 }),
        ("24680a", PinError::Form { shortest: 6, longest: 12 }),
        ("111111", PinError::TooEasy),
        ("123456", PinError::TooEasy),
        ("987654", PinError::TooEasy),
    ] {
        assert_eq!(hash_pin(pin, &mut StdRng::seed_from_u64(1)), Err(refused), "{pin}");
    }
}

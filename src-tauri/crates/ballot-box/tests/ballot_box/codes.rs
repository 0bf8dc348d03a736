//! Slips, key cards and keys as they are typed, scanned and written.

use crate::key;
use ballot_box::{BallotBoxError, ElectionKey, KeyCard, SlipCode, SlipKey, deal};
use proptest::prelude::*;
use rand::{SeedableRng, rngs::StdRng};

#[test]
fn a_wrong_character_of_a_key_card_is_named_by_its_place() {
    let rng = &mut StdRng::seed_from_u64(11);
    let (key, cards) = key(rng);
    let typed = cards[1].scanned().to_string();
    let mut named = 0;
    for place in 0..typed.len() {
        let mut wrong: Vec<char> = typed.chars().collect();
        wrong[place] = if wrong[place] == 'Z' { '0' } else { 'Z' };
        let wrong: String = wrong.into_iter().collect();
        match KeyCard::parse(&wrong).err().unwrap() {
            BallotBoxError::CardMistyped { row, place: found } => {
                assert_eq!((row - 1) * 16 + found - 1, place);
                named += 1;
            }
            // Another single change makes the row hold too: about once in 2,000 mistakes.
            BallotBoxError::CardRow { row } => assert_eq!(row - 1, place / 16),
            other => panic!("{other}"),
        }
    }
    assert!(named >= typed.len() - 1);
    let rows = cards[1].rows().join("\n").to_lowercase();
    assert_eq!(KeyCard::parse(&rows).unwrap().check(&key).unwrap().holder(), 2);
}

#[test]
fn cards_that_are_swapped_foreign_or_cut_short_are_refused() {
    let rng = &mut StdRng::seed_from_u64(12);
    let (first, cards) = key(rng);
    let (second, _) = key(rng);
    assert!(matches!(cards[0].check(&second), Err(BallotBoxError::CardOfAnotherKey)));
    let rows = cards[0].rows().clone();
    let mut swapped = rows.clone();
    swapped.swap(1, 3);
    assert!(matches!(KeyCard::parse(&swapped.join(" ")), Err(BallotBoxError::CardRow { row: 2 })));
    let mut mixed = rows.clone();
    mixed[2].clone_from(&cards[1].rows()[2]);
    let mixed = KeyCard::parse(&mixed.join(" ")).unwrap();
    assert!(matches!(mixed.check(&first), Err(BallotBoxError::CardDoesNotFit { holder: 1 })));
    assert!(matches!(
        KeyCard::parse(&rows[..4].join(" ")),
        Err(BallotBoxError::CardLength { found: 64, .. })
    ));
    assert!(matches!(KeyCard::parse(""), Err(BallotBoxError::CardLength { found: 0, .. })));
    for (cards, threshold) in [(0, 0), (3, 4), (3, 0), (33, 2)] {
        assert!(matches!(deal(cards, threshold, rng), Err(BallotBoxError::CeremonySize { .. })));
    }
}

#[test]
fn a_written_key_whose_parts_do_not_fit_is_no_key() {
    let rng = &mut StdRng::seed_from_u64(14);
    let (key, _) = key(rng);
    let (other, _) = deal(5, 3, rng).unwrap();
    let written = serde_json::to_value(&key).unwrap();
    let read: ElectionKey = serde_json::from_value(written.clone()).unwrap();
    assert_eq!(read.fingerprint(), key.fingerprint());
    let foreign = serde_json::to_value(&other).unwrap();
    let mut broken = vec![written.clone(); 4];
    broken[0]["shared_key"] = foreign["shared_key"].clone();
    broken[1]["participant_keys"][4] = foreign["participant_keys"][4].clone();
    broken[2]["params"]["threshold"] = 0.into();
    broken[3]["participant_keys"].as_array_mut().unwrap().pop();
    for key in broken {
        assert!(serde_json::from_value::<ElectionKey>(key).is_err());
    }
}

#[test]
fn slips_are_read_as_people_type_them() {
    let rng = &mut StdRng::seed_from_u64(13);
    let key = SlipKey::generate(rng);
    for _ in 0..200 {
        let code = SlipCode::generate(rng);
        let tag = key.tag(&code);
        let sloppy = code.printed().to_lowercase().replace('0', "o").replace('1', "l").replace('-', " ");
        for typed in [code.printed(), code.scanned(), sloppy] {
            assert_eq!(key.tag(&SlipCode::parse(&typed).unwrap()), tag);
        }
        let full_width: String =
            code.scanned().chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect();
        assert_eq!(key.tag(&SlipCode::parse(&full_width).unwrap()), tag);
    }
    assert!(matches!(SlipCode::parse("ABCD"), Err(BallotBoxError::SlipLength { found: 4, .. })));
    assert!(matches!(
        SlipCode::parse("ABCD-EFGH-JKMN-PQR票"),
        Err(BallotBoxError::SlipCharacter { place: 16 })
    ));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn a_slip_with_one_wrong_character_is_never_taken(seed: u64, place in 0_usize..16, change in 1_usize..32) {
        const ALPHABET: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let code = SlipCode::generate(&mut StdRng::seed_from_u64(seed)).scanned();
        let mut wrong = code.into_bytes();
        let value = ALPHABET.iter().position(|known| *known == wrong[place]).unwrap();
        wrong[place] = ALPHABET[(value + change) % 32];
        prop_assert!(SlipCode::parse(&String::from_utf8(wrong).unwrap()).is_err());
    }

    #[test]
    fn what_is_typed_never_panics(text in "\\PC{0,100}") {
        let _ = SlipCode::parse(&text);
        let _ = KeyCard::parse(&text);
    }
}

//! The ballot box through its public surface: slips, key cards, sealing, adding up, opening.
#![expect(clippy::unwrap_used, reason = "a test that cannot set up its case fails")]

use ballot_box::{
    BallotBoxError, Election, ElectionKey, KeyCard, OpenedBallot, OpeningShare, SealedBallot, SlipCode,
    SlipKey, deal, root,
};
use procedure::{
    ballot::{BallotForm, Block, Mark, Marks, Selection},
    count::Votes,
};
use proptest::prelude::*;
use rand::{Rng, SeedableRng, rngs::StdRng};

const CONTEST: [u8; 32] = [7; 32];

fn form(candidates: usize, limit: u32) -> BallotForm {
    BallotForm {
        candidates,
        oppose: true,
        selection: Selection::AtMost,
        blocks: vec![Block { candidates: (0..candidates).collect(), limit }],
    }
}

fn marks(text: &str) -> Marks {
    Marks(
        text.chars()
            .map(|mark| match mark {
                '+' => Mark::Approve,
                '-' => Mark::Oppose,
                _ => Mark::Abstain,
            })
            .collect(),
    )
}

fn key(rng: &mut StdRng) -> (ElectionKey, Vec<KeyCard>) {
    deal(5, 3, rng).unwrap()
}

fn shares(
    election: &Election,
    cards: &[&KeyCard],
    ballots: &[SealedBallot],
    rng: &mut StdRng,
) -> Vec<OpeningShare> {
    let totals = election.add_up(ballots, &|_| true).unwrap();
    cards.iter().map(|card| card.check(election.key()).unwrap().open_share(&totals, rng).unwrap()).collect()
}

#[test]
fn a_challenged_ballot_shows_what_was_sealed_and_any_other_story_is_refused() {
    let rng = &mut StdRng::seed_from_u64(11);
    let (key, _) = key(rng);
    let election = Election::new(&key, &form(3, 2), CONTEST).unwrap();
    let openable = election.seal_openable(&marks("+-."), rng).unwrap();
    let tracked = openable.ballot().hash();
    let opened = openable.into_opened();
    assert_eq!(election.check_opened(&opened), Ok(()));
    assert_eq!(opened.sealed().unwrap().hash(), tracked);
    for other in ["-+.", "+..", "++.", "..."] {
        let told = OpenedBallot { marks: marks(other).0.clone(), ..opened.clone() };
        assert_eq!(election.check_opened(&told), Err(BallotBoxError::SealedOtherwise), "{other}");
    }
    for change in [
        |opened: &mut OpenedBallot| opened.approve.swap(0, 1),
        |opened: &mut OpenedBallot| opened.oppose.truncate(2),
        |opened: &mut OpenedBallot| opened.oppose.clear(),
        |opened: &mut OpenedBallot| opened.approve[2] = "zz".into(),
        |opened: &mut OpenedBallot| opened.approve[2].push('0'),
    ] {
        let mut told = opened.clone();
        change(&mut told);
        assert_eq!(election.check_opened(&told), Err(BallotBoxError::SealedOtherwise));
    }
    let longer = OpenedBallot { marks: marks("+-..").0.clone(), ..opened.clone() };
    assert_eq!(election.check_opened(&longer), Err(BallotBoxError::MarksBreakForm));
    let mut altered = opened;
    altered.ballot.replace_range(0..2, "00");
    assert!(election.check_opened(&altered).is_err());
}

#[test]
fn every_three_of_five_cards_open_the_totals_and_no_two_do() {
    let rng = &mut StdRng::seed_from_u64(1);
    let (key, cards) = key(rng);
    let election = Election::new(&key, &form(4, 2), CONTEST).unwrap();
    let cast = ["++..", "+.-.", ".-.+", "...."];
    let ballots: Vec<_> = cast.iter().map(|text| election.seal(&marks(text), rng).unwrap()).collect();
    let totals = election.add_up(&ballots, &|_| true).unwrap();
    for first in 0..5 {
        for second in first + 1..5 {
            let two = shares(&election, &[&cards[first], &cards[second]], &ballots, rng);
            assert_eq!(
                election.open(&totals, &two),
                Err(BallotBoxError::TooFewShares { needed: 3, found: 2 })
            );
            for third in second + 1..5 {
                let three = shares(&election, &[&cards[third], &cards[first], &cards[second]], &ballots, rng);
                let opened = election.open(&totals, &three).unwrap();
                assert_eq!(opened.approve, [2, 1, 0, 1].map(Votes));
                assert_eq!(opened.oppose, [0, 1, 1, 0].map(Votes));
                election.confirm(&ballots, &totals, &three, &opened).unwrap();
            }
        }
    }
}

#[test]
fn the_second_path_finds_a_wrong_total_and_a_missing_ballot() {
    let rng = &mut StdRng::seed_from_u64(2);
    let (key, cards) = key(rng);
    let election = Election::new(&key, &form(3, 2), CONTEST).unwrap();
    let ballots: Vec<_> = (0..4).map(|_| election.seal(&marks("+-."), rng).unwrap()).collect();
    let totals = election.add_up(&ballots, &|_| true).unwrap();
    let three = shares(&election, &[&cards[0], &cards[1], &cards[4]], &ballots, rng);
    let opened = election.open(&totals, &three).unwrap();
    let mut wrong = opened.clone();
    wrong.approve[1] = Votes(1);
    assert_eq!(election.confirm(&ballots, &totals, &three, &wrong), Err(BallotBoxError::TotalsDiffer));
    assert_eq!(election.confirm(&ballots[1..], &totals, &three, &opened), Err(BallotBoxError::TotalsDiffer));
}

#[test]
fn one_ballot_is_never_opened() {
    let rng = &mut StdRng::seed_from_u64(3);
    let (key, cards) = key(rng);
    let election = Election::new(&key, &form(3, 2), CONTEST).unwrap();
    let ballots = [election.seal(&marks("+-."), rng).unwrap()];
    let totals = election.add_up(&ballots, &|_| true).unwrap();
    let share = cards[0].check(&key).unwrap().open_share(&totals, rng);
    assert!(matches!(share, Err(BallotBoxError::TooFewToOpen { ballots: 1, fewest: 2 })));
}

#[test]
fn shares_of_other_totals_twice_or_altered_are_named() {
    let rng = &mut StdRng::seed_from_u64(4);
    let (key, cards) = key(rng);
    let election = Election::new(&key, &form(2, 1), CONTEST).unwrap();
    let ballots: Vec<_> = (0..3).map(|_| election.seal(&marks("+-"), rng).unwrap()).collect();
    let totals = election.add_up(&ballots, &|_| true).unwrap();
    let good = shares(&election, &[&cards[0], &cards[1]], &ballots, rng);
    let other = shares(&election, &[&cards[2]], &ballots[1..], rng);
    let mixed = [good[0].clone(), good[1].clone(), other[0].clone()];
    assert_eq!(election.open(&totals, &mixed), Err(BallotBoxError::ShareNotProven { holder: 3 }));
    let twice = [good[0].clone(), good[1].clone(), good[0].clone()];
    assert_eq!(election.open(&totals, &twice), Err(BallotBoxError::CardTwice { holder: 1 }));
}

#[test]
fn the_same_ballot_twice_is_refused() {
    let rng = &mut StdRng::seed_from_u64(5);
    let (key, _) = key(rng);
    let election = Election::new(&key, &form(2, 1), CONTEST).unwrap();
    let ballot = election.seal(&marks("+-"), rng).unwrap();
    let doubled = election.add_up(&[ballot.clone(), ballot.clone()], &|_| true);
    assert!(
        matches!(doubled, Err(BallotBoxError::BallotTwice { ballot: named }) if named == ballot.hash().hex())
    );
}

#[test]
fn adding_up_stops_when_it_is_told_to() {
    let rng = &mut StdRng::seed_from_u64(7);
    let (key, _) = key(rng);
    let election = Election::new(&key, &form(2, 1), CONTEST).unwrap();
    let ballots: Vec<_> = (0..8).map(|_| election.seal(&marks("+-"), rng).unwrap()).collect();
    let stopped = election.add_up(&ballots, &|done| done < 3);
    assert!(matches!(stopped, Err(BallotBoxError::Cancelled)));
}

#[test]
fn marks_that_break_the_form_are_not_sealed() {
    let rng = &mut StdRng::seed_from_u64(6);
    let (key, _) = key(rng);
    let election = Election::new(&key, &form(4, 2), CONTEST).unwrap();
    for broken in ["+++.", "++", "++...", ""] {
        assert!(
            matches!(election.seal(&marks(broken), rng), Err(BallotBoxError::MarksBreakForm)),
            "{broken}"
        );
    }
}

#[test]
fn a_ballot_of_another_round_key_or_form_is_refused() {
    let rng = &mut StdRng::seed_from_u64(7);
    let (first, _) = key(rng);
    let (second, _) = key(rng);
    let election = Election::new(&first, &form(4, 2), CONTEST).unwrap();
    let others = [
        Election::new(&first, &form(4, 2), [8; 32]).unwrap(),
        Election::new(&second, &form(4, 2), CONTEST).unwrap(),
        Election::new(&first, &form(4, 3), CONTEST).unwrap(),
        Election::new(&first, &form(5, 2), CONTEST).unwrap(),
    ];
    for other in others {
        let marks = Marks(vec![Mark::Abstain; other.candidates()]);
        let foreign = other.seal(&marks, rng).unwrap();
        assert!(election.verify(&foreign).is_err());
    }
}

/// A ballot put together from parts of two others: the proofs are bound to all ciphertexts of their ballot.
#[test]
fn parts_of_two_ballots_make_no_third() {
    let rng = &mut StdRng::seed_from_u64(8);
    let (key, _) = key(rng);
    let election = Election::new(&key, &form(3, 2), CONTEST).unwrap();
    let one = election.seal(&marks("++."), rng).unwrap();
    let two = election.seal(&marks("..+"), rng).unwrap();
    let mut mixed = one.as_bytes().to_vec();
    mixed[..64].copy_from_slice(&two.as_bytes()[..64]);
    assert!(election.verify(&SealedBallot::from_bytes(mixed)).is_err());
}

#[test]
fn every_flipped_byte_of_a_sealed_ballot_is_found() {
    let rng = &mut StdRng::seed_from_u64(9);
    let (key, _) = key(rng);
    let election = Election::new(&key, &form(3, 2), CONTEST).unwrap();
    let ballot = election.seal(&marks("+-."), rng).unwrap();
    election.verify(&ballot).unwrap();
    for place in 0..ballot.as_bytes().len() {
        let mut bytes = ballot.as_bytes().to_vec();
        bytes[place] ^= 1 << (place % 8);
        assert!(election.verify(&SealedBallot::from_bytes(bytes)).is_err(), "byte {place}");
    }
}

#[test]
fn exact_selection_categories_and_approve_only_seal_and_open() {
    let rng = &mut StdRng::seed_from_u64(10);
    let (key, cards) = key(rng);
    let exact = BallotForm { selection: Selection::Exactly, ..form(4, 2) };
    let approve_only = BallotForm { oppose: false, ..form(4, 4) };
    let categories = BallotForm {
        blocks: vec![Block { candidates: vec![0, 3], limit: 1 }, Block { candidates: vec![1, 2], limit: 2 }],
        ..form(4, 2)
    };
    for (form, cast, approve, oppose) in [
        (exact, ["++-.", ".-++"], [1, 1, 1, 1], vec![0, 1, 1, 0]),
        (approve_only, ["++++", "+..."], [2, 1, 1, 1], vec![]),
        (categories, ["+++-", "-..+"], [1, 1, 1, 1], vec![1, 0, 0, 1]),
    ] {
        let election = Election::new(&key, &form, CONTEST).unwrap();
        let ballots: Vec<_> = cast.iter().map(|text| election.seal(&marks(text), rng).unwrap()).collect();
        assert!(ballots.iter().all(|ballot| ballot.as_bytes().len() == election.sealed_len()));
        let totals = election.add_up(&ballots, &|_| true).unwrap();
        let three = shares(&election, &[&cards[0], &cards[2], &cards[3]], &ballots, rng);
        let opened = election.open(&totals, &three).unwrap();
        assert_eq!(opened.approve, approve.map(Votes));
        assert_eq!(opened.oppose, oppose.into_iter().map(Votes).collect::<Vec<_>>());
        election.confirm(&ballots, &totals, &three, &opened).unwrap();
    }
}

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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn totals_are_what_was_cast_in_any_order(seed: u64, candidates in 1_usize..7, voters in 2_usize..9) {
        let rng = &mut StdRng::seed_from_u64(seed);
        let limit = rng.gen_range(1..=candidates);
        let (key, cards) = deal(3, 2, rng).unwrap();
        let election = Election::new(&key, &form(candidates, u32::try_from(limit).unwrap()), CONTEST).unwrap();
        let mut expected = vec![(0, 0); candidates];
        let mut ballots = Vec::new();
        for _ in 0..voters {
            let mut left = limit;
            let mut cast = Vec::new();
            for expected in &mut expected {
                let mark = match rng.gen_range(0..3) {
                    0 if left > 0 => { left -= 1; expected.0 += 1; Mark::Approve }
                    1 => { expected.1 += 1; Mark::Oppose }
                    _ => Mark::Abstain,
                };
                cast.push(mark);
            }
            ballots.push(election.seal(&Marks(cast), rng).unwrap());
        }
        let before = root(ballots.iter().map(|ballot| ballot.hash().0));
        ballots.reverse();
        prop_assert_eq!(before, root(ballots.iter().map(|ballot| ballot.hash().0)));
        let totals = election.add_up(&ballots, &|_| true).unwrap();
        let two = shares(&election, &[&cards[2], &cards[0]], &ballots, rng);
        let opened = election.open(&totals, &two).unwrap();
        prop_assert_eq!(opened.approve, expected.iter().map(|e| Votes(e.0)).collect::<Vec<_>>());
        prop_assert_eq!(opened.oppose, expected.iter().map(|e| Votes(e.1)).collect::<Vec<_>>());
        election.confirm(&ballots, &totals, &two, &election.open(&totals, &two).unwrap()).unwrap();
    }
}

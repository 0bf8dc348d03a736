//! Ballots are sealed as the form allows, and what was altered or is of elsewhere is refused.

use crate::{CONTEST, form, key, marks};
use ballot_box::{BallotBoxError, BallotVersion, Election, OpenedBallot, SealedBallot, VoterDigits};
use procedure::ballot::{Mark, Marks};
use rand::{SeedableRng, rngs::StdRng};

#[test]
fn a_challenged_ballot_shows_what_was_sealed_and_any_other_story_is_refused() {
    let rng = &mut StdRng::seed_from_u64(11);
    let (key, _) = key(rng);
    let election = Election::new(&key, &form(3, 2), CONTEST, BallotVersion::Two).unwrap();
    let openable = election.seal_openable(&marks("+-."), VoterDigits::NONE, rng).unwrap();
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
fn marks_that_break_the_form_are_not_sealed() {
    let rng = &mut StdRng::seed_from_u64(6);
    let (key, _) = key(rng);
    let election = Election::new(&key, &form(4, 2), CONTEST, BallotVersion::Two).unwrap();
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
    let election = Election::new(&first, &form(4, 2), CONTEST, BallotVersion::Two).unwrap();
    let others = [
        Election::new(&first, &form(4, 2), [8; 32], BallotVersion::Two).unwrap(),
        Election::new(&second, &form(4, 2), CONTEST, BallotVersion::Two).unwrap(),
        Election::new(&first, &form(4, 3), CONTEST, BallotVersion::Two).unwrap(),
        Election::new(&first, &form(5, 2), CONTEST, BallotVersion::Two).unwrap(),
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
    let election = Election::new(&key, &form(3, 2), CONTEST, BallotVersion::Two).unwrap();
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
    let election = Election::new(&key, &form(3, 2), CONTEST, BallotVersion::Two).unwrap();
    let ballot = election.seal(&marks("+-."), rng).unwrap();
    election.verify(&ballot).unwrap();
    for place in 0..ballot.as_bytes().len() {
        let mut bytes = ballot.as_bytes().to_vec();
        bytes[place] ^= 1 << (place % 8);
        assert!(election.verify(&SealedBallot::from_bytes(bytes)).is_err(), "byte {place}");
    }
}

#[test]
fn a_voters_digits_are_behind_the_code_and_in_every_proof() {
    let rng = &mut StdRng::seed_from_u64(12);
    let (key, _) = key(rng);
    let election = Election::new(&key, &form(3, 2), CONTEST, BallotVersion::Two).unwrap();
    let mut sealed = |digits: &str| {
        election.seal_openable(&marks("+-."), VoterDigits::parse(digits).unwrap(), rng).unwrap()
    };
    let (with, without) = (sealed("042"), sealed(""));
    assert_eq!(with.tracking_code(), format!("{}-042", with.ballot().hash().tracking_code()));
    assert_eq!(without.tracking_code(), without.ballot().hash().tracking_code());
    assert!(without.ballot().as_bytes().ends_with(b"---"));
    assert_eq!(with.ballot().as_bytes().len(), without.ballot().as_bytes().len());
    let with_other_digits = |ballot: &SealedBallot, digits: [u8; 3]| {
        let mut bytes = ballot.as_bytes().to_vec();
        let end = bytes.len() - 3;
        bytes[end..].copy_from_slice(&digits);
        election.verify(&SealedBallot::from_bytes(bytes))
    };
    // Another voter's digits, or none, behind the same proofs.
    for (ballot, digits) in [(&with, *b"043"), (&with, *b"---"), (&without, *b"000")] {
        let refused = with_other_digits(ballot.ballot(), digits);
        assert_eq!(refused, Err(BallotBoxError::BallotNotProven { what: "marks" }));
    }
    for digits in [*b"04a", *b"--4", *b" 42"] {
        let refused = with_other_digits(with.ballot(), digits);
        assert_eq!(refused, Err(BallotBoxError::BallotMalformed));
    }
}

#[test]
fn digits_are_three_or_none() {
    for digits in ["1", "12", "1234", "12a", "１２３", "---", "1 2", "-12"] {
        assert_eq!(VoterDigits::parse(digits), Err(BallotBoxError::DigitsRefused), "{digits}");
    }
    assert_eq!(VoterDigits::parse("000").unwrap().text().as_deref(), Some("000"));
    assert_eq!(VoterDigits::parse("").unwrap().text(), None);
}

#[test]
fn a_ballot_of_version_1_takes_no_digits_and_holds_in_its_version_alone() {
    let rng = &mut StdRng::seed_from_u64(13);
    let (key, _) = key(rng);
    let [one, two] = [BallotVersion::One, BallotVersion::Two]
        .map(|version| Election::new(&key, &form(3, 2), CONTEST, version).unwrap());
    assert_eq!(one.sealed_len() + 3, two.sealed_len());
    let ballot = one.seal(&marks("+-."), rng).unwrap();
    assert_eq!(one.verify(&ballot), Ok(()));
    assert_eq!(two.verify(&ballot), Err(BallotBoxError::BallotMalformed));
    // Not even as one of version 2 without digits: the transcripts differ.
    let lengthened = [ballot.as_bytes(), b"---"].concat();
    let refused = two.verify(&SealedBallot::from_bytes(lengthened));
    assert_eq!(refused, Err(BallotBoxError::BallotNotProven { what: "marks" }));
    let digits = VoterDigits::parse("042").unwrap();
    assert!(matches!(one.seal_openable(&marks("+-."), digits, rng), Err(BallotBoxError::DigitsRefused)));
}

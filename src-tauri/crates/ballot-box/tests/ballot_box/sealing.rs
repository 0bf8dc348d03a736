//! Ballots are sealed as the form allows, and what was altered or is of elsewhere is refused.

use crate::{CONTEST, form, key, marks};
use ballot_box::{BallotBoxError, Election, OpenedBallot, SealedBallot};
use procedure::ballot::{Mark, Marks};
use rand::{SeedableRng, rngs::StdRng};

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

//! What a dishonest machine could seal is refused.

use super::*;
use crate::deal;
use procedure::ballot::Block;

/// A ballot with these values in place of marks, sealed as a dishonest kiosk could.
fn forged(values: &[(u8, u8)]) -> Result<(), BallotBoxError> {
    let rng = &mut ChaCha20Rng::seed_from_u64(1);
    let (key, _) = deal(1, 1, rng).unwrap();
    let blocks = vec![Block { candidates: (0..values.len()).collect(), limit: 2 }];
    let form = BallotForm { candidates: values.len(), oppose: true, selection: Selection::AtMost, blocks };
    let election = Election::new(&key, &form, [0; 32], BallotVersion::Two).unwrap();
    let approve: Vec<_> = values.iter().map(|value| Secret::new(value.0, rng)).collect();
    let oppose: Vec<_> = values.iter().map(|value| Secret::new(value.1, rng)).collect();
    let (sealed_approve, sealed_oppose) = (election.ciphertexts(&approve), election.ciphertexts(&oppose));
    let bound = election.bind(&sealed_approve, &sealed_oppose, VoterDigits::NONE);
    // The range proof can only be made for a sum that is claimed to be in range.
    let claimed = Marks(values.iter().map(|_| Mark::Abstain).collect());
    let sum: u8 = values.iter().map(|value| value.0).sum();
    let marks = if sum <= 2 {
        Marks(values.iter().map(|value| if value.0 == 1 { Mark::Approve } else { Mark::Abstain }).collect())
    } else {
        claimed
    };
    let envelope = Envelope {
        marks: election.prove_marks(&approve, &oppose, &bound, rng),
        limits: election.prove_limits(&marks, &approve, &bound, rng).unwrap(),
        approve: sealed_approve,
        oppose: sealed_oppose,
    };
    election.verify(&election.written(&envelope, VoterDigits::NONE).unwrap())
}

#[test]
fn a_ciphertext_without_randomness_is_refused() {
    let rng = &mut ChaCha20Rng::seed_from_u64(2);
    let (key, _) = deal(1, 1, rng).unwrap();
    let form = BallotForm {
        candidates: 1,
        oppose: false,
        selection: Selection::AtMost,
        blocks: vec![Block { candidates: vec![0], limit: 1 }],
    };
    let election = Election::new(&key, &form, [0; 32], BallotVersion::Two).unwrap();
    let bare = [Secret::zero()];
    let approve = election.ciphertexts(&bare);
    let bound = election.bind(&approve, &[], VoterDigits::NONE);
    let marks = election.prove_marks(&bare, &[], &bound, rng);
    let envelope = Envelope { approve, oppose: Vec::new(), marks, limits: vec![LimitProof::none()] };
    let sealed = election.written(&envelope, VoterDigits::NONE).unwrap();
    assert_eq!(election.verify(&sealed), Err(BallotBoxError::BallotMalformed));
}

#[test]
fn a_ballot_with_new_proofs_is_the_same_ballot() {
    let rng = &mut ChaCha20Rng::seed_from_u64(3);
    let (key, _) = deal(1, 1, rng).unwrap();
    let blocks = vec![Block { candidates: vec![0, 1], limit: 1 }];
    let form = BallotForm { candidates: 2, oppose: true, selection: Selection::AtMost, blocks };
    let election = Election::new(&key, &form, [0; 32], BallotVersion::Two).unwrap();
    let marks = Marks(vec![Mark::Approve, Mark::Oppose]);
    let approve = secrets(&marks, Mark::Approve, rng);
    let oppose = secrets(&marks, Mark::Oppose, rng);
    let mut seal_with = |digits: &str| {
        let digits = VoterDigits::parse(digits).unwrap();
        let envelope = election.envelope_of(&marks, [&approve, &oppose], digits, rng).unwrap();
        election.written(&envelope, digits).unwrap()
    };
    let (first, second, third) = (seal_with(""), seal_with(""), seal_with("471"));
    for again in [second, third] {
        assert_ne!(first.hash(), again.hash());
        assert_eq!(election.verify(&again), Ok(()));
        let twice = Err(BallotBoxError::BallotTwice { ballot: again.hash().hex() });
        assert_eq!(election.add_up(&[first.clone(), again], &|_| true).map(drop), twice);
    }
}

#[test]
fn an_honest_ballot_holds() {
    assert_eq!(forged(&[(1, 0), (0, 1), (0, 0), (1, 0)]), Ok(()));
}

#[test]
fn approving_and_opposing_one_candidate_is_found() {
    assert_eq!(forged(&[(1, 1), (0, 0), (0, 0)]), Err(BallotBoxError::BallotNotProven { what: "marks" }));
}

#[test]
fn two_votes_in_one_are_found() {
    for values in [[(2, 0), (0, 0)], [(0, 2), (0, 0)], [(0, 255), (1, 0)]] {
        assert_eq!(forged(&values), Err(BallotBoxError::BallotNotProven { what: "marks" }));
    }
}

#[test]
fn one_approval_too_many_is_found() {
    let values = [(1, 0), (1, 0), (1, 0)];
    assert_eq!(forged(&values), Err(BallotBoxError::BallotNotProven { what: "limit" }));
}

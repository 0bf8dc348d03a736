//! A key that its holders make together: every part is checked, and nothing that is handed over makes the library panic.

use ballot_box::{BallotBoxError, Committed, Contribution, ElectionKey, Revealed, SecretShare, Sharing};
use rand::{SeedableRng, rngs::StdRng};
use zeroize::Zeroizing;

fn committed(rng: &mut StdRng) -> Vec<Committed> {
    (1..=3).map(|holder| Committed::begin(3, 2, holder, rng).unwrap()).collect()
}

fn commitments(parts: &[Committed]) -> Vec<[u8; 32]> {
    parts.iter().map(Committed::commitment).collect()
}

fn revealed(rng: &mut StdRng) -> Vec<Revealed> {
    let parts = committed(rng);
    let all = commitments(&parts);
    parts.into_iter().map(|part| part.reveal(&all).unwrap()).collect()
}

fn contributions(revealed: &[Revealed]) -> Vec<Contribution> {
    revealed.iter().map(Revealed::contribution).collect()
}

fn sharing(rng: &mut StdRng) -> (Vec<Sharing>, Vec<Contribution>) {
    let revealed = revealed(rng);
    let all = contributions(&revealed);
    (revealed.into_iter().map(|part| part.share(&all).unwrap()).collect(), all)
}

/// What the holders make for this one, from 1.
fn shares_for(holder: u32, sharing: &[Sharing]) -> Vec<Option<SecretShare>> {
    (1..=3)
        .zip(sharing)
        .map(|(from, part)| (from != holder).then(|| part.share_for(holder).unwrap()))
        .collect()
}

#[test]
fn all_holders_come_to_the_key_of_their_contributions() {
    let rng = &mut StdRng::seed_from_u64(61);
    let (sharing, contributions) = sharing(rng);
    let key = ElectionKey::of_contributions(2, &contributions).unwrap();
    for (holder, part) in (1..=3).zip(sharing.clone()) {
        let (own, card) = part.finish(&shares_for(holder, &sharing)).unwrap();
        assert_eq!(own.fingerprint(), key.fingerprint());
        assert_eq!(card.check(&key).unwrap().holder(), holder);
    }
}

#[test]
fn sizes_and_numbers_that_make_no_key_are_refused() {
    let rng = &mut StdRng::seed_from_u64(62);
    for (holders, threshold) in [(0, 0), (1, 1), (3, 1), (3, 4), (33, 2)] {
        let refused = BallotBoxError::CeremonySize { cards: holders, threshold };
        assert_eq!(Committed::begin(holders, threshold, 1, rng).err(), Some(refused));
    }
    for holder in [0, 4, u32::MAX] {
        let refused = BallotBoxError::HolderUnknown { holder };
        assert_eq!(Committed::begin(3, 2, holder, rng).err(), Some(refused.clone()));
        let (sharing, _) = sharing(rng);
        assert_eq!(sharing[0].share_for(holder).err(), Some(refused));
    }
}

#[test]
fn commitments_that_are_missing_swapped_or_copied_are_refused() {
    let rng = &mut StdRng::seed_from_u64(63);
    let parts = committed(rng);
    let all = commitments(&parts);
    let reveal = |commitments: &[[u8; 32]]| parts[0].clone().reveal(commitments).err();
    for found in [0, 2, 4] {
        let some: Vec<[u8; 32]> = all.iter().copied().cycle().take(found).collect();
        let found = u32::try_from(found).unwrap();
        assert_eq!(reveal(&some), Some(BallotBoxError::HoldersMissing { needed: 3, found }));
    }
    assert_eq!(reveal(&[all[1], all[0], all[2]]), Some(BallotBoxError::CommitmentWrong { holder: 1 }));
    assert_eq!(reveal(&[all[0], all[1], all[1]]), Some(BallotBoxError::CommitmentWrong { holder: 3 }));
    assert_eq!(reveal(&all), None);
}

#[test]
fn contributions_that_are_missing_swapped_or_copied_are_refused() {
    let rng = &mut StdRng::seed_from_u64(64);
    let revealed = revealed(rng);
    let all = contributions(&revealed);
    let share = |contributions: Vec<Contribution>| revealed[0].clone().share(&contributions).err();
    for found in [0, 2, 4] {
        let some: Vec<Contribution> = all.iter().cloned().cycle().take(found).collect();
        let found = u32::try_from(found).unwrap();
        assert_eq!(share(some), Some(BallotBoxError::HoldersMissing { needed: 3, found }));
    }
    let mut swapped = all.clone();
    swapped.swap(1, 2);
    assert_eq!(share(swapped), Some(BallotBoxError::ContributionNotProven { holder: 2 }));
    let mut own = all.clone();
    own[0] = all[1].clone();
    assert_eq!(share(own), Some(BallotBoxError::ContributionNotProven { holder: 1 }));
    assert_eq!(share(all), None);
}

#[test]
fn shares_that_are_missing_or_of_somebody_else_name_their_holder() {
    let rng = &mut StdRng::seed_from_u64(65);
    let (sharing, _) = sharing(rng);
    let finish = |shares: Vec<Option<SecretShare>>| sharing[0].clone().finish(&shares).err();
    let right = || shares_for(1, &sharing);
    assert_eq!(finish(Vec::new()), Some(BallotBoxError::HoldersMissing { needed: 3, found: 0 }));
    let mut missing = right();
    missing[2] = None;
    assert_eq!(finish(missing), Some(BallotBoxError::SecretShareWrong { holder: 3 }));
    let mut swapped = right();
    swapped.swap(1, 2);
    assert_eq!(finish(swapped), Some(BallotBoxError::SecretShareWrong { holder: 2 }));
    let mut for_another = right();
    for_another[1] = Some(sharing[1].share_for(3).unwrap());
    assert_eq!(finish(for_another), Some(BallotBoxError::SecretShareWrong { holder: 2 }));
    let mut no_number = right();
    no_number[1] = Some(Zeroizing::new([0xff; 32]));
    assert_eq!(finish(no_number), Some(BallotBoxError::SecretShareWrong { holder: 2 }));
    assert_eq!(finish(right()), None);
}

//! Only totals are opened, by enough cards, and they are what was cast.

use crate::{CONTEST, form, key, marks, shares};
use ballot_box::{BallotBoxError, BallotVersion, Election, deal, root};
use procedure::{
    ballot::{BallotForm, Block, Mark, Marks, Selection},
    count::Votes,
};
use proptest::prelude::*;
use rand::{Rng, SeedableRng, rngs::StdRng};

#[test]
fn every_three_of_five_cards_open_the_totals_and_no_two_do() {
    let rng = &mut StdRng::seed_from_u64(1);
    let (key, cards) = key(rng);
    let election = Election::new(&key, &form(4, 2), CONTEST, BallotVersion::Two).unwrap();
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
    let election = Election::new(&key, &form(3, 2), CONTEST, BallotVersion::Two).unwrap();
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
    let election = Election::new(&key, &form(3, 2), CONTEST, BallotVersion::Two).unwrap();
    let ballots = [election.seal(&marks("+-."), rng).unwrap()];
    let totals = election.add_up(&ballots, &|_| true).unwrap();
    let share = cards[0].check(&key).unwrap().open_share(&totals, rng);
    assert!(matches!(share, Err(BallotBoxError::TooFewToOpen { ballots: 1, fewest: 2 })));
}

/// What SECURITY.md says of those who work together: one ballot and one of their own are two.
#[test]
fn k_who_work_together_can_open_a_single_ballot() {
    let rng = &mut StdRng::seed_from_u64(9);
    let (key, cards) = key(rng);
    let election = Election::new(&key, &form(3, 2), CONTEST, BallotVersion::Two).unwrap();
    let own = election.seal(&marks("..."), rng).unwrap();
    for cast in ["+-.", ".++", "--+"] {
        let pair = [election.seal(&marks(cast), rng).unwrap(), own.clone()];
        let totals = election.add_up(&pair, &|_| true).unwrap();
        let three = shares(&election, &[&cards[0], &cards[2], &cards[4]], &pair, rng);
        let opened = election.open(&totals, &three).unwrap();
        let votes = |mark: char| cast.chars().map(|made| Votes((made == mark).into())).collect::<Vec<_>>();
        assert_eq!((opened.approve, opened.oppose), (votes('+'), votes('-')), "{cast}");
    }
}

#[test]
fn shares_of_other_totals_twice_or_altered_are_named() {
    let rng = &mut StdRng::seed_from_u64(4);
    let (key, cards) = key(rng);
    let election = Election::new(&key, &form(2, 1), CONTEST, BallotVersion::Two).unwrap();
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
    let election = Election::new(&key, &form(2, 1), CONTEST, BallotVersion::Two).unwrap();
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
    let election = Election::new(&key, &form(2, 1), CONTEST, BallotVersion::Two).unwrap();
    let ballots: Vec<_> = (0..8).map(|_| election.seal(&marks("+-"), rng).unwrap()).collect();
    let stopped = election.add_up(&ballots, &|done| done < 3);
    assert!(matches!(stopped, Err(BallotBoxError::Cancelled)));
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
        let election = Election::new(&key, &form, CONTEST, BallotVersion::Two).unwrap();
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn totals_are_what_was_cast_in_any_order(seed: u64, candidates in 1_usize..7, voters in 2_usize..9) {
        let rng = &mut StdRng::seed_from_u64(seed);
        let limit = rng.gen_range(1..=candidates);
        let (key, cards) = deal(3, 2, rng).unwrap();
        let election = Election::new(&key, &form(candidates, u32::try_from(limit).unwrap()), CONTEST, BallotVersion::Two).unwrap();
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

//! A station that sends one box to some holders and another to others, with a holder who colludes and answers twice.

use super::{CAST, Closed, Hall, closed, hall};
use crate::refused;
use ballot_box::OpeningShare;
use key_holders::SeenBox;
use procedure::{count::Votes, number::RoundNumber};
use rand::{SeedableRng, rngs::StdRng};

/// The box as it was closed, and another without its first ballot: what they differ by is that ballot.
fn two_boxes(hall: &Hall, rng: &mut StdRng) -> (Closed, Closed) {
    let whole = closed(hall, 1, &CAST, rng);
    let mut less = closed(hall, 1, &CAST, rng);
    less.ballots = whole.ballots[1..].to_vec();
    less.totals = less.election.add_up(&less.ballots, &|_| true).unwrap();
    less.root = ballot_box::root(less.ballots.iter().map(|ballot| ballot.hash().0));
    (whole, less)
}

/// The shares of these holders for a box, where each hears this root.
fn shares(
    hall: &Hall,
    closed: &Closed,
    holders: &[usize],
    heard: &str,
    rng: &mut StdRng,
) -> Vec<OpeningShare> {
    let file = hall.file(closed, &closed.ballots);
    let mut shares = Vec::new();
    for index in holders {
        if let Ok(pending) = hall.holders[*index].count(&file, heard, rng) {
            shares.push(hall.count(closed).take(pending.stored().outgoing()).unwrap());
        }
    }
    shares
}

#[test]
fn of_two_boxes_holders_who_hear_one_root_open_one() {
    let rng = &mut StdRng::seed_from_u64(51);
    let hall = hall();
    let (whole, less) = two_boxes(&hall, rng);
    let heard = whole.spoken();
    // The first holder answers twice, from a copy of what they keep; the others hear what is read to all.
    let of_whole = shares(&hall, &whole, &[0, 1, 2], &heard, rng);
    let of_less =
        [shares(&hall, &less, &[0], &less.spoken(), rng), shares(&hall, &less, &[3, 4], &heard, rng)]
            .concat();
    assert_eq!((of_whole.len(), of_less.len()), (3, 1));
    assert!(less.election.open(&less.totals, &of_less).is_err());
    let file = hall.file(&less, &less.ballots);
    assert_eq!(refused(hall.holders[3].count(&file, &heard, rng)), "key-holders.root-differs");
}

/// What it does not cover: holders to whom two roots are read, in two rooms.
#[test]
fn of_two_boxes_holders_who_hear_two_roots_open_both_and_the_ballot_between_them() {
    let rng = &mut StdRng::seed_from_u64(52);
    let hall = hall();
    let (whole, less) = two_boxes(&hall, rng);
    let of_whole = shares(&hall, &whole, &[0, 1, 2], &whole.spoken(), rng);
    let of_less = shares(&hall, &less, &[0, 3, 4], &less.spoken(), rng);
    let whole = whole.election.open(&whole.totals, &of_whole).unwrap();
    let less = less.election.open(&less.totals, &of_less).unwrap();
    let difference: Vec<Votes> =
        whole.approve.iter().zip(&less.approve).map(|(more, less)| Votes(more.0 - less.0)).collect();
    assert_eq!(difference, [1, 1, 0, 0].map(Votes), "the ballot {}", CAST[0]);
}

#[test]
fn a_box_is_looked_at_without_its_root_which_is_heard() {
    let rng = &mut StdRng::seed_from_u64(53);
    let hall = hall();
    let closed = closed(&hall, 1, &CAST, rng);
    let file = hall.file(&closed, &closed.ballots);
    let seen = hall.holders[0].look_at_box(&file).unwrap();
    assert_eq!(seen, SeenBox { round: RoundNumber(1), ballots: 4 });
    let unspaced = closed.spoken().replace(' ', "");
    let counted = hall.holders[0].count(&file, &unspaced, rng).unwrap().stored();
    assert_eq!(counted.counted(), Some(RoundNumber(1)));
    assert_eq!(refused(counted.look_at_box(&file)), "key-holders.taken-already");
    let mut digits = unspaced.into_bytes();
    digits[39] = if digits[39] == b'0' { b'1' } else { b'0' };
    let misheard = String::from_utf8(digits).unwrap();
    assert_eq!(refused(hall.holders[1].count(&file, &misheard, rng)), "key-holders.root-differs");
    assert_eq!(refused(hall.holders[1].count(&file, "", rng)), "key-holders.root-differs");
}

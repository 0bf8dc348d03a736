//! The count: a holder adds up a whole box alone, once a round, and gives nothing for anything else.

mod two_boxes;

use crate::{forged::each_altered, invite, refused, station_key, whole};
use ballot_box::{BallotBoxError, BallotVersion, Election, EncryptedTotals, OpeningShare, SealedBallot};
use ed25519_dalek::SigningKey;
use key_holders::{Count, FinishedKey, Holder, KeyHolderError, Roster, closed_box, spoken_hex};
use procedure::{
    ballot::{Mark, Marks},
    contest::Contest,
    count::Votes,
    number::RoundNumber,
};
use rand::{SeedableRng, rngs::StdRng};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// A hall whose key its holders have made: the station's key, the list of holders, and the holders.
#[derive(Clone)]
struct Hall {
    signing: SigningKey,
    roster: Roster,
    finished: FinishedKey,
    holders: Vec<Holder>,
}

/// A round's closed box.
struct Closed {
    contest: Contest,
    election: Election,
    ballots: Vec<SealedBallot>,
    totals: EncryptedTotals,
    root: String,
}

/// The hall of most tests: passphrases are slow on purpose, so its holders join once.
static HALL: LazyLock<Hall> = LazyLock::new(|| new_hall(&mut StdRng::seed_from_u64(30)));

fn hall() -> Hall {
    HALL.clone()
}

fn new_hall(rng: &mut StdRng) -> Hall {
    let signing = station_key();
    let mut station = invite(&signing, rng);
    let (holders, finished) = whole(&mut station, rng);
    let roster = station.roster().unwrap();
    Hall { signing, roster, finished, holders }
}

fn contest(round: u32) -> Contest {
    let candidate = |number: u32| {
        json!({ "number": number.to_string(), "name": format!("项目{number}"), "content": "", "sub_items": [],
            "location": "", "investment": null, "investment_this_year": null, "sources": "",
            "responsible_unit": "", "benefit": "", "category": "", "origin": "" })
    };
    let written = json!({
        "turn": { "round": round, "called_for": if round == 1 { None } else { Some("tie") } },
        "delegates": 30,
        "rules": { "seats": 2, "fewest_ballots": 3 },
        "list": (1..=4).map(candidate).collect::<Vec<_>>(),
    });
    serde_json::from_value(written).unwrap()
}

fn closed(hall: &Hall, round: u32, cast: &[&str], rng: &mut StdRng) -> Closed {
    let contest = contest(round);
    let election = election(hall, &contest);
    let ballots: Vec<_> = cast.iter().map(|text| election.seal(&marks(text), rng).unwrap()).collect();
    let totals = election.add_up(&ballots, &|_| true).unwrap();
    let root = ballot_box::root(ballots.iter().map(|ballot| ballot.hash().0));
    Closed { contest, election, ballots, totals, root }
}

fn election(hall: &Hall, contest: &Contest) -> Election {
    let digest = Sha256::digest(contest.canonical()).into();
    Election::new(&hall.finished.key, &contest.form().unwrap(), digest, BallotVersion::Two).unwrap()
}

fn marks(text: &str) -> Marks {
    let mark = |mark| match mark {
        '+' => Mark::Approve,
        '-' => Mark::Oppose,
        _ => Mark::Abstain,
    };
    Marks(text.chars().map(mark).collect())
}

impl Closed {
    /// The root as it is read aloud from the signed closing report.
    fn spoken(&self) -> String {
        spoken_hex(&self.root).unwrap()
    }
}

impl Hall {
    fn file(&self, closed: &Closed, ballots: &[SealedBallot]) -> String {
        closed_box(&self.roster, &self.finished.key, &closed.contest, ballots, &self.signing).unwrap()
    }

    fn count<'a>(&'a self, closed: &'a Closed) -> Count<'a> {
        Count {
            roster: &self.roster,
            election: &closed.election,
            totals: &closed.totals,
            round: closed.contest.round(),
            root: &closed.root,
        }
    }

    /// The shares of all holders for a closed box, each taken by the station.
    fn shares(&mut self, closed: &Closed, rng: &mut StdRng) -> Vec<OpeningShare> {
        let file = self.file(closed, &closed.ballots);
        let counted =
            self.holders.iter().map(|holder| holder.count(&file, &closed.spoken(), rng).unwrap().stored());
        self.holders = counted.collect();
        let count = self.count(closed);
        self.holders.iter().map(|holder| count.take(holder.outgoing()).unwrap()).collect()
    }
}

const CAST: [&str; 4] = ["++..", "+.-.", ".-.+", "+..."];

#[test]
fn any_three_of_five_holders_open_the_totals_and_no_two_do() {
    let rng = &mut StdRng::seed_from_u64(31);
    let mut hall = hall();
    let closed = closed(&hall, 1, &CAST, rng);
    let shares = hall.shares(&closed, rng);
    for first in 0..5 {
        for second in first + 1..5 {
            let two = [shares[first].clone(), shares[second].clone()];
            let opened = closed.election.open(&closed.totals, &two);
            assert_eq!(opened, Err(BallotBoxError::TooFewShares { needed: 3, found: 2 }));
            for third in second + 1..5 {
                let three = [shares[third].clone(), shares[first].clone(), shares[second].clone()];
                let opened = closed.election.open(&closed.totals, &three).unwrap();
                assert_eq!(opened.approve, [3, 1, 0, 1].map(Votes));
                assert_eq!(opened.oppose, [0, 1, 1, 0].map(Votes));
                closed.election.confirm(&closed.ballots, &closed.totals, &three, &opened).unwrap();
            }
        }
    }
}

#[test]
fn three_holders_who_are_present_count_and_two_stay_away() {
    let rng = &mut StdRng::seed_from_u64(32);
    let hall = hall();
    let closed = closed(&hall, 1, &CAST, rng);
    let file = hall.file(&closed, &closed.ballots);
    let present = [4, 0, 2].map(|index: usize| &hall.holders[index]);
    let shares: Vec<_> = present
        .iter()
        .map(|holder| {
            let counted = holder.count(&file, &closed.spoken(), rng).unwrap().stored();
            hall.count(&closed).take(counted.outgoing()).unwrap()
        })
        .collect();
    let opened = closed.election.open(&closed.totals, &shares).unwrap();
    assert_eq!(opened.approve, [3, 1, 0, 1].map(Votes));
}

#[test]
fn a_station_that_sends_less_than_the_whole_box_gets_nothing() {
    let rng = &mut StdRng::seed_from_u64(33);
    let hall = hall();
    let closed = closed(&hall, 1, &CAST, rng);
    let holder = &hall.holders[0];
    let got = |ballots: &[SealedBallot], rng: &mut StdRng| {
        refused(holder.count(&hall.file(&closed, ballots), &closed.spoken(), rng))
    };
    let ballots = &closed.ballots;
    assert_eq!(got(&ballots[..1], rng), "key-holders.root-differs");
    assert_eq!(got(&ballots[1..], rng), "key-holders.root-differs");
    assert_eq!(got(&[], rng), "key-holders.root-differs");
    let mut more = ballots.clone();
    more.push(closed.election.seal(&marks("...."), rng).unwrap());
    assert_eq!(got(&more, rng), "key-holders.root-differs");
    // Even where the closing report says so: too few show single persons, and a copy shows one.
    let with_root = |ballots: &[SealedBallot], rng: &mut StdRng| {
        let root = ballot_box::root(ballots.iter().map(|ballot| ballot.hash().0));
        refused(holder.count(&hall.file(&closed, ballots), &spoken_hex(&root).unwrap(), rng))
    };
    assert_eq!(with_root(&ballots[..1], rng), "opening.too-few-ballots");
    assert_eq!(with_root(&ballots[..2], rng), "opening.too-few-ballots");
    let twice = [ballots[0].clone(), ballots[1].clone(), ballots[2].clone(), ballots[0].clone()];
    assert_eq!(with_root(&twice, rng), "key-holders.ballot-twice");
    // A ballot whose proofs don't hold, and one of another round.
    let mut bytes = ballots[3].as_bytes().to_vec();
    let last = bytes.len() / 2;
    bytes[last] ^= 1;
    let broken = [&ballots[..3], &[SealedBallot::from_bytes(bytes)]].concat();
    assert_eq!(with_root(&broken, rng), "ballot.refused");
    let other = self::closed(&hall, 2, &CAST, rng);
    let mixed = [&ballots[..3], &other.ballots[..1]].concat();
    assert_eq!(with_root(&mixed, rng), "ballot.refused");
    // The control: the whole box.
    assert!(holder.count(&hall.file(&closed, ballots), &closed.spoken(), rng).is_ok());
}

#[test]
fn one_box_is_counted_for_a_round_and_no_other_ever() {
    let rng = &mut StdRng::seed_from_u64(34);
    let mut hall = hall();
    let first = closed(&hall, 1, &CAST, rng);
    hall.shares(&first, rng);
    let file = hall.file(&first, &first.ballots);
    let again = hall.holders[0].count(&file, &first.spoken(), rng);
    assert_eq!(refused(again), "key-holders.taken-already");
    // A second root for the same round, with a closing report that says so.
    let second = closed(&hall, 1, &["+...", "+...", "+..."], rng);
    let other = hall.holders[0].count(&hall.file(&second, &second.ballots), &second.spoken(), rng);
    assert_eq!(refused(other), "key-holders.counted");
    // The next round is counted, and then the earlier one never again.
    let third = closed(&hall, 3, &CAST, rng);
    hall.shares(&third, rng);
    for earlier in [1, 2] {
        let late = closed(&hall, earlier, &["-...", "+...", "+..."], rng);
        let refusal = hall.holders[0].count(&hall.file(&late, &late.ballots), &late.spoken(), rng);
        assert_eq!(refused(refusal), "key-holders.counted", "round {earlier}");
    }
    let file = hall.file(&first, &first.ballots);
    assert_eq!(refused(hall.holders[0].count(&file, &first.spoken(), rng)), "key-holders.taken-already");
}

/// One holder's share of a box is kept with what was counted, so a computer that dies after has the same share and no second.
#[test]
fn a_computer_that_dies_around_the_count_gives_one_share() {
    let rng = &mut StdRng::seed_from_u64(35);
    let hall = hall();
    let closed = closed(&hall, 1, &CAST, rng);
    let file = hall.file(&closed, &closed.ballots);
    let before = hall.holders[1].clone();
    drop(before.count(&file, &closed.spoken(), rng).unwrap());
    let pending = before.count(&file, &closed.spoken(), rng).unwrap();
    let disk = pending.kept().to_vec();
    let after = Holder::open(&disk, crate::PASSPHRASE).unwrap();
    assert_eq!(refused(after.count(&file, &closed.spoken(), rng)), "key-holders.taken-already");
    assert_eq!(after.outgoing(), pending.stored().outgoing());
    hall.count(&closed).take(after.outgoing()).unwrap();
}

#[test]
fn the_station_takes_shares_of_its_own_box_alone() {
    let rng = &mut StdRng::seed_from_u64(36);
    let mut hall = hall();
    let first = closed(&hall, 1, &CAST, rng);
    hall.shares(&first, rng);
    let of_first = hall.holders[0].outgoing().to_owned();
    let second = closed(&hall, 2, &CAST, rng);
    let took = |text: &str| -> Result<OpeningShare, KeyHolderError> { hall.count(&second).take(text) };
    assert_eq!(refused(took(&of_first)), "key-holders.opening-of-another-box");
    assert_eq!(refused(took(&hall.file(&second, &second.ballots))), "key-file.other-kind");
    let mut count = hall.count(&first);
    let other = RoundNumber(2);
    count.round = other;
    assert_eq!(refused(count.take(&of_first)), "key-holders.opening-of-another-box");
    // Of the same root, but totals that the station added up otherwise.
    let fewer = first.election.add_up(&first.ballots[1..], &|_| true).unwrap();
    let mut count = hall.count(&first);
    count.totals = &fewer;
    assert_eq!(refused(count.take(&of_first)), "opening.share-not-proven");
}

#[test]
fn a_box_of_another_key_contest_or_station_gets_nothing() {
    let rng = &mut StdRng::seed_from_u64(37);
    let hall = hall();
    let closed = closed(&hall, 1, &CAST, rng);
    let other = new_hall(rng);
    let holder = &hall.holders[0];
    let of_other = other.file(&closed, &closed.ballots);
    assert_eq!(refused(holder.count(&of_other, &closed.spoken(), rng)), "key-holders.of-another-ceremony");
    let key = &other.finished.key;
    let file = closed_box(&hall.roster, key, &closed.contest, &closed.ballots, &hall.signing).unwrap();
    assert_eq!(refused(holder.count(&file, &closed.spoken(), rng)), "key-holders.of-another-key");
    let stranger = SigningKey::from_bytes(&[8; 32]);
    let file =
        closed_box(&hall.roster, &hall.finished.key, &closed.contest, &closed.ballots, &stranger).unwrap();
    assert_eq!(refused(holder.count(&file, &closed.spoken(), rng)), "key-holders.not-of-the-station");
    // The ballots under another contest: their proofs are bound to theirs.
    let renamed = contest(2);
    let file =
        closed_box(&hall.roster, &hall.finished.key, &renamed, &closed.ballots, &hall.signing).unwrap();
    assert_eq!(refused(holder.count(&file, &closed.spoken(), rng)), "ballot.refused");
}

#[test]
fn a_box_or_an_opening_with_one_bit_altered_is_taken_by_nobody() {
    let rng = &mut StdRng::seed_from_u64(38);
    let hall = hall();
    let closed = closed(&hall, 1, &CAST, rng);
    let file = hall.file(&closed, &closed.ballots);
    let holder = &hall.holders[2];
    each_altered(&file, &mut |text| holder.count(text, &closed.spoken(), rng).is_ok());
    let counted = holder.count(&file, &closed.spoken(), rng).unwrap().stored();
    each_altered(counted.outgoing(), &mut |text| hall.count(&closed).take(text).is_ok());
}

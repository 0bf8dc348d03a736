//! Sealing, verifying, adding up, opening.

use crate::{
    measure::{Fallible, Timing, in_turns},
    report::{Bound, Line, Quantity},
};
use ballot_box::{BallotVersion, Election, EncryptedTotals, KeyCard, SealedBallot, Totals, deal};
use curve25519_dalek::{RistrettoPoint, Scalar};
use piaojue_tests::session::marks;
use procedure::ballot::{BallotForm, Block, Selection};
use rand::{RngCore, SeedableRng, rngs::OsRng};
use rand_chacha::ChaCha20Rng;
use std::{
    thread,
    time::{Duration, Instant},
};

/// Candidates on the ballots that are measured.
pub const CANDIDATES: usize = 20;
const BALLOTS: u32 = 3000;
const CARDS: u32 = 3;
const SPIN: Duration = Duration::from_secs(2);
/// How much of the cores that the machine has to give must be at work while ballots are verified: on two idle cores
/// 1.7 of them.
const BUSY: f64 = 0.85;

/// An election with its key cards.
pub fn election() -> Fallible<(Election, Vec<KeyCard>)> {
    let form = BallotForm {
        candidates: CANDIDATES,
        oppose: true,
        selection: Selection::AtMost,
        blocks: vec![Block { candidates: (0..CANDIDATES).collect(), limit: 10 }],
    };
    let (key, cards) = deal(CARDS, CARDS, &mut ChaCha20Rng::seed_from_u64(1))?;
    Ok((Election::new(&key, &form, [0; 32], BallotVersion::Two)?, cards))
}

/// Sealing one ballot.
pub fn sealing() -> Fallible<Vec<Line>> {
    let (election, _) = election()?;
    let marks = marks(CANDIDATES, 1);
    let mut seal = || {
        election.seal(&marks, &mut OsRng)?;
        Ok(())
    };
    let key = RistrettoPoint::mul_base(&random_scalar());
    let mut encrypt = || {
        for value in 0..CANDIDATES {
            std::hint::black_box(bare_encryption(&key, u64::from(value % 2 == 0)));
        }
        Ok(())
    };
    let [seal, encrypt] = in_turns(200, [&mut seal, &mut encrypt])?;
    Ok(vec![
        Line::time("sealing, 20 candidates, 40 ciphertexts and proofs", seal)
            .beside("20 bare ElGamal encryptions", Quantity::seconds(encrypt))
            .held_to(Bound::AtMost(Quantity::Seconds(0.015))),
    ])
}

/// A value under a key, without a proof.
fn bare_encryption(key: &RistrettoPoint, value: u64) -> (RistrettoPoint, RistrettoPoint) {
    let random = random_scalar();
    (RistrettoPoint::mul_base(&random), RistrettoPoint::mul_base(&Scalar::from(value)) + key * random)
}

fn random_scalar() -> Scalar {
    let mut bytes = [0; 64];
    OsRng.fill_bytes(&mut bytes);
    Scalar::from_bytes_mod_order_wide(&bytes)
}

/// Verifying and adding up all ballots, then opening their totals.
pub fn counting() -> Fallible<Vec<Line>> {
    let (election, cards) = election()?;
    let ballots = seal_all(&election)?;
    let totals = election.add_up(&ballots, &|_| true)?;
    let mut lines = adding_up(&election, &ballots)?;
    lines.push(opening(&election, &cards, &totals)?);
    Ok(lines)
}

/// Seals all ballots on all cores.
fn seal_all(election: &Election) -> Fallible<Vec<SealedBallot>> {
    let workers = u32::try_from(cores())?;
    let part = |worker: u32| {
        let voters = (0..BALLOTS).filter(move |voter| voter % workers == worker);
        voters
            .map(|voter| election.seal(&marks(CANDIDATES, voter), &mut OsRng))
            .collect::<Result<Vec<_>, _>>()
    };
    let parts: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = (0..workers).map(|worker| scope.spawn(move || part(worker))).collect();
        threads.into_iter().map(thread::ScopedJoinHandle::join).collect()
    });
    let mut ballots = Vec::new();
    for part in parts {
        ballots.extend(part.map_err(|_| "a thread panicked")??);
    }
    Ok(ballots)
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Verifies every ballot on all cores, and some on one.
fn adding_up(election: &Election, ballots: &[SealedBallot]) -> Fallible<Vec<Line>> {
    const SINGLES: u32 = 100;
    let mut add_up = || {
        election.add_up(ballots, &|_| true)?;
        Ok(())
    };
    let mut singles = || {
        for ballot in ballots.iter().take(SINGLES as usize) {
            election.verify(ballot)?;
        }
        Ok(())
    };
    let [add_up, singles] = in_turns(3, [&mut add_up, &mut singles])?;
    let one_thread = Quantity::Seconds(singles.wall.as_secs_f64() * f64::from(BALLOTS / SINGLES));
    Ok(vec![
        Line::time("verifying and adding up 3,000 ballots", add_up)
            .beside("on one thread, from 100 verified singly", one_thread)
            .held_to(Bound::AtMost(Quantity::Seconds(12.0))),
        busy(add_up)?,
    ])
}

/// How many cores were at work in this time, beside how many the machine has to give.
pub fn busy(timing: Timing) -> Fallible<Line> {
    let mut spin = || {
        spin();
        Ok(())
    };
    let [spin] = in_turns(1, [&mut spin])?;
    let busy = Line::of("cores at work meanwhile", at_work(timing));
    Ok(match at_work(spin) {
        Some(given) => {
            busy.beside("a thread a core that only spins", given).held_to(Bound::AtLeastTimes(BUSY))
        }
        None => busy,
    })
}

/// Keeps every core at work for a while: shows how many the machine has to give while it does other things too.
fn spin() {
    let end = Instant::now() + SPIN;
    thread::scope(|scope| {
        for _ in 0..cores() {
            scope.spawn(|| {
                while Instant::now() < end {
                    std::hint::spin_loop();
                }
            });
        }
    });
}

fn at_work(timing: Timing) -> Option<Quantity> {
    timing.cpu.map(|cpu| Quantity::Cores(cpu.as_secs_f64() / timing.wall.as_secs_f64()))
}

/// From the cards to the totals.
fn opening(election: &Election, cards: &[KeyCard], encrypted: &EncryptedTotals) -> Fallible<Line> {
    let mut open = || {
        let Totals { approve, oppose } = open_with(election, cards, encrypted)?;
        let votes: u32 = approve.iter().chain(&oppose).map(|votes| votes.0).sum();
        // Each voter approves one candidate and opposes another.
        if votes == 2 * BALLOTS { Ok(()) } else { Err("the totals are wrong".into()) }
    };
    let mut one_share = || {
        cards[0].check(election.key())?.open_share(encrypted, &mut OsRng)?;
        Ok(())
    };
    let [open, one_share] = in_turns(20, [&mut open, &mut one_share])?;
    Ok(Line::time("opening totals with 3 cards", open)
        .beside("one card's share", Quantity::seconds(one_share))
        .held_to(Bound::AtMost(Quantity::Seconds(1.0))))
}

fn open_with(election: &Election, cards: &[KeyCard], encrypted: &EncryptedTotals) -> Fallible<Totals> {
    let mut shares = Vec::new();
    for card in cards {
        shares.push(card.check(election.key())?.open_share(encrypted, &mut OsRng)?);
    }
    Ok(election.open(encrypted, &shares)?)
}

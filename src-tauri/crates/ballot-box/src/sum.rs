//! Adding sealed ballots up under encryption, on all cores.

use crate::{BallotBoxError, Election, SealedBallot, seal::Envelope};
use elastic_elgamal::{Ciphertext, group::Ristretto};
use serde::Serialize;
use std::{
    collections::BTreeSet,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

/// The fewest ballots whose totals may be opened: the total of one ballot is that ballot.
pub const FEWEST_BALLOTS: usize = 2;

/// The sums of all sealed ballots of a box, still encrypted; one for each candidate. They are written into the record
/// and never read back: whoever opens or checks them adds the ballots up again.
#[derive(Debug, Clone, Serialize)]
pub struct EncryptedTotals {
    pub(crate) ballots: usize,
    pub(crate) approve: Vec<Ciphertext<Ristretto>>,
    pub(crate) oppose: Vec<Ciphertext<Ristretto>>,
}

impl EncryptedTotals {
    fn zero(election: &Election) -> Self {
        let oppose = if election.has_oppose() { election.candidates() } else { 0 };
        Self {
            ballots: 0,
            approve: vec![Ciphertext::zero(); election.candidates()],
            oppose: vec![Ciphertext::zero(); oppose],
        }
    }

    /// How many ballots were added up.
    #[must_use]
    pub const fn ballots(&self) -> usize {
        self.ballots
    }

    fn add(&mut self, envelope: &Envelope) {
        self.ballots += 1;
        for (sum, next) in self.approve.iter_mut().zip(&envelope.approve) {
            *sum += *next;
        }
        for (sum, next) in self.oppose.iter_mut().zip(&envelope.oppose) {
            *sum += *next;
        }
    }

    /// The sums of both: of the ballots that were added to either. Both are of the same election.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.ballots += other.ballots;
        for (sum, next) in self.approve.iter_mut().zip(other.approve) {
            *sum += next;
        }
        for (sum, next) in self.oppose.iter_mut().zip(other.oppose) {
            *sum += next;
        }
        self
    }

    /// All ciphertexts: approvals in list order, then oppositions.
    pub(crate) fn ciphertexts(&self) -> impl Iterator<Item = Ciphertext<Ristretto>> + '_ {
        self.approve.iter().chain(&self.oppose).copied()
    }
}

impl Election {
    /// The sums of no ballots, to add to one by one.
    #[must_use]
    pub fn nothing_added(&self) -> EncryptedTotals {
        EncryptedTotals::zero(self)
    }

    /// Verifies one ballot and adds it; one that does not hold adds nothing. Whoever adds one by one sees to it that no
    /// ballot is added twice.
    pub fn add_one(&self, totals: &mut EncryptedTotals, ballot: &SealedBallot) -> Result<(), BallotBoxError> {
        totals.add(&self.open_envelope(ballot)?);
        Ok(())
    }

    /// Verifies every ballot and adds them up. `progress` is called from several threads with the number verified
    /// so far, and says whether to go on. A ballot that does not hold, or is in the box twice, is named and nothing is added up.
    pub fn add_up(
        &self,
        ballots: &[SealedBallot],
        progress: &(impl Fn(usize) -> bool + Sync),
    ) -> Result<EncryptedTotals, BallotBoxError> {
        self.refuse_doubles(ballots)?;
        let done = AtomicUsize::new(0);
        let workers = thread::available_parallelism().map_or(1, usize::from);
        let share = ballots.len().div_ceil(workers).max(1);
        let sum_part = |part: &[SealedBallot]| {
            let mut totals = EncryptedTotals::zero(self);
            for ballot in part {
                self.add_one(&mut totals, ballot).map_err(|problem| refused(ballot, &problem))?;
                if !progress(done.fetch_add(1, Ordering::Relaxed) + 1) {
                    return Err(BallotBoxError::Cancelled);
                }
            }
            Ok(totals)
        };
        thread::scope(|scope| {
            let workers: Vec<_> =
                ballots.chunks(share).map(|part| scope.spawn(move || sum_part(part))).collect();
            workers.into_iter().try_fold(EncryptedTotals::zero(self), |totals, worker| {
                // A worker does not panic; if one did, its ballots must not be missing in silence.
                let part = worker.join().map_err(|_| BallotBoxError::BallotMalformed)?;
                Ok(totals.merge(part?))
            })
        })
    }

    /// Fails if two ballots have the same ciphertexts: they hold the same marks, whatever proofs are beside them, so that one
    /// voter's ballot would count twice.
    fn refuse_doubles(&self, ballots: &[SealedBallot]) -> Result<(), BallotBoxError> {
        let mut seen = BTreeSet::new();
        for ballot in ballots {
            let ciphertexts = self.ciphertexts_hash(ballot).map_err(|problem| refused(ballot, &problem))?;
            if !seen.insert(ciphertexts) {
                return Err(BallotBoxError::BallotTwice { ballot: ballot.hash().hex() });
            }
        }
        Ok(())
    }
}

fn refused(ballot: &SealedBallot, problem: &BallotBoxError) -> BallotBoxError {
    BallotBoxError::BallotRefused { ballot: ballot.hash().hex(), problem: problem.to_string() }
}

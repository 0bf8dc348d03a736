//! The ballots of a closed round.

use crate::{act::Office, errors::OfficeError};
use ballot_box::{BallotBoxError, SealedBallot};
use procedure::round::Closed;

/// The ballots in the round's box. Fails where they are too few to be opened, and there are some.
pub(super) fn ballots(office: &Office, closed: &Closed) -> Result<Vec<SealedBallot>, OfficeError> {
    let ballots = office.store.ballots(closed.contest.round(), &closed.closing.root)?;
    let fewest = closed.contest.rules.fewest_ballots.number() as usize;
    if (1..fewest).contains(&ballots.len()) {
        return Err(BallotBoxError::TooFewToOpen { ballots: ballots.len(), fewest }.into());
    }
    Ok(ballots)
}

//! The transcripts that a ballot's proofs take their challenges from.

use crate::{BallotVersion, ElectionKey};
use merlin::Transcript;
use procedure::ballot::{BallotForm, Selection};

/// The transcript of one proof among a ballot's.
pub fn at(bound: &Transcript, label: &'static [u8], place: usize) -> Transcript {
    let mut transcript = bound.clone();
    transcript.append_message(b"proof", label);
    transcript.append_u64(b"place", place as u64);
    transcript
}

/// What every transcript of a round begins with.
pub fn begin(key: &ElectionKey, form: &BallotForm, contest: &[u8; 32], version: BallotVersion) -> Transcript {
    let mut transcript = Transcript::new(match version {
        BallotVersion::One => b"piaojue ballot v1",
        BallotVersion::Two => b"piaojue ballot v2",
    });
    transcript.append_message(b"key", &key.digest());
    transcript.append_message(b"contest", contest);
    transcript.append_u64(b"candidates", form.candidates as u64);
    transcript.append_u64(b"oppose", u64::from(form.oppose));
    transcript.append_u64(b"exactly", u64::from(form.selection == Selection::Exactly));
    for block in &form.blocks {
        transcript.append_u64(b"limit", u64::from(block.limit));
        for place in &block.candidates {
            transcript.append_u64(b"place", *place as u64);
        }
    }
    transcript
}

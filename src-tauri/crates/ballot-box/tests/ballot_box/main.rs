//! The ballot box through its public surface: slips, key cards, sealing, adding up, opening.
#![expect(clippy::unwrap_used, reason = "a test that cannot set up its case fails")]

mod codes;
mod distributed;
mod keys;
mod opening;
mod sealing;

use ballot_box::{Election, ElectionKey, KeyCard, OpeningShare, SealedBallot, deal};
use procedure::ballot::{BallotForm, Block, Mark, Marks, Selection};
use rand::rngs::StdRng;

const CONTEST: [u8; 32] = [7; 32];

fn form(candidates: usize, limit: u32) -> BallotForm {
    BallotForm {
        candidates,
        oppose: true,
        selection: Selection::AtMost,
        blocks: vec![Block { candidates: (0..candidates).collect(), limit }],
    }
}

fn marks(text: &str) -> Marks {
    Marks(
        text.chars()
            .map(|mark| match mark {
                '+' => Mark::Approve,
                '-' => Mark::Oppose,
                _ => Mark::Abstain,
            })
            .collect(),
    )
}

fn key(rng: &mut StdRng) -> (ElectionKey, Vec<KeyCard>) {
    deal(5, 3, rng).unwrap()
}

fn shares(
    election: &Election,
    cards: &[&KeyCard],
    ballots: &[SealedBallot],
    rng: &mut StdRng,
) -> Vec<OpeningShare> {
    let totals = election.add_up(ballots, &|_| true).unwrap();
    cards.iter().map(|card| card.check(election.key()).unwrap().open_share(&totals, rng).unwrap()).collect()
}

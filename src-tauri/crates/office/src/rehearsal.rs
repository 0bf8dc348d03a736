//! Ballots drawn at random, for rehearsals.

use procedure::ballot::{BallotForm, Mark, Marks};
use rand::{Rng, seq::SliceRandom};

/// Marks that keep the form, at random: as many approvals as the rules want, other candidates opposed or left open.
#[must_use]
pub fn random_marks(form: &BallotForm, rng: &mut impl Rng) -> Marks {
    let mut marks = vec![Mark::Abstain; form.candidates];
    for block in &form.blocks {
        let mut places = block.candidates.clone();
        places.shuffle(rng);
        let (approved, rest) = places.split_at(block.limit as usize);
        for place in approved {
            marks[*place] = Mark::Approve;
        }
        for place in rest {
            if form.oppose && rng.gen_ratio(1, 4) {
                marks[*place] = Mark::Oppose;
            }
        }
    }
    Marks(marks)
}

//! The candidate list of a round (候选项目名单).

use super::{
    matter::Matter,
    row::{Bytes, Form, OfRound, Row, Scope},
    session::{Documents, Wanted, categories, seats},
    status::of_contest,
};
use documents::CandidateListDocument;
use procedure::round::Round;

/// Everything about this document.
pub(super) const ROW: Row = Row {
    name: "candidate-list",
    stem: "candidates",
    form: Form::Letter,
    is_signed: false,
    shows: &[Matter::Contest],
    scope: Scope::Round(OfRound { status: of_contest, make }),
};

fn make(session: &Documents<'_>, wanted: &Wanted, round: &Round) -> Bytes {
    let rules = &round.contest().rules;
    let list = CandidateListDocument {
        heading: session.heading(wanted, rules),
        round: round.number(),
        seats: seats(rules),
        categories: categories(rules),
        candidates: round.contest().list.candidates(),
    };
    Ok(Some(documents::candidate_list(session.output(wanted), &list)?))
}

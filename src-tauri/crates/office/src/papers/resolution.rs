//! The resolution (决议).

use super::{
    decided::{adopted_projects, announced_on, rounds_held},
    matter::Matter,
    row::{Bytes, Form, OfSession, Row, Scope},
    session::{Documents, Wanted, seats},
    status::of_decision,
};
use documents::Resolution;
use session_model::Level;

/// Everything about this document.
pub(super) const ROW: Row = Row {
    name: "resolution",
    stem: "resolution",
    form: Form::Letter,
    is_signed: true,
    shows: &[Matter::Decision],
    scope: Scope::Session(OfSession { status: of_decision, make }),
};

fn make(session: &Documents<'_>, wanted: &Wanted) -> Bytes {
    let Some(first) = session.rounds.first() else { return Ok(None) };
    let rules = &first.contest().rules;
    let text = session.profile.text();
    let resolution = Resolution {
        heading: session.heading(wanted, rules),
        township: text.level == Level::Township,
        number: text.texts.resolution_number.clone(),
        date: announced_on(session),
        signer: text.texts.resolution_signer.clone(),
        preamble: text.texts.resolution_preamble.clone(),
        seats: seats(rules),
        rounds: rounds_held(session),
        adopted: adopted_projects(session),
    };
    Ok(Some(documents::resolution(session.output(wanted), &resolution)?))
}

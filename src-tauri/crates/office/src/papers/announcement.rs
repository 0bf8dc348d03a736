//! The announcement of what all rounds adopted (公告).

use super::{
    decided::{adopted_projects, announced_on, rounds_held},
    matter::Matter,
    row::{Bytes, Form, OfSession, Row, Scope, Status},
    session::{Documents, Wanted, seats},
    status::is_finished,
};
use documents::{Announcement, Standing};

/// Everything about this document.
pub(super) const ROW: Row = Row {
    name: "announcement",
    stem: "announcement",
    form: Form::Letter,
    is_signed: false,
    shows: &[Matter::Decision],
    scope: Scope::Session(OfSession { status, make }),
};

fn status(session: &Documents<'_>) -> Status {
    Ok(is_finished(session)?.then_some(Standing::Official))
}

fn make(session: &Documents<'_>, wanted: &Wanted) -> Bytes {
    let Some(first) = session.rounds.first() else { return Ok(None) };
    let rules = &first.contest().rules;
    let text = session.profile.text();
    let announcement = Announcement {
        heading: session.heading(wanted, rules),
        number: text.texts.announcement_number.clone(),
        presidium: presidium(session),
        date: announced_on(session),
        seats: seats(rules),
        rounds: rounds_held(session),
        adopted: adopted_projects(session),
    };
    Ok(Some(documents::announcement(session.output(wanted), &announcement)?))
}

/// The presidium as it signs: by its full name (GB/T 9704, 7.3.5.2), where the session names only what it is.
fn presidium(session: &Documents<'_>) -> String {
    let text = session.profile.text();
    match text.presidium.as_str() {
        "大会主席团" => format!("{}{}主席团", text.congress, text.session),
        "The Presidium" => format!("Presidium of the {}, {}", text.congress, text.session),
        name => name.to_owned(),
    }
}

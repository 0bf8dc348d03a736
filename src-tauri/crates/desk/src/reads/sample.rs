//! The sample session: projects that a town announced in 2022, and two invented ones; persons and amounts are invented.

use procedure::{
    candidate::Candidate,
    count::{Seats, counted},
    roster::Delegate,
    rules::{Body, Division, Rules, TooFewRule},
};
use session_model::{DocumentTexts, KeyMaking, Level, Profile, ProfileText};
use sheets::reading::{Finding, Reading};
use wire::{DeskError, Problem};

const DELEGATES: &str = include_str!("../../sample/delegates.csv");
const CANDIDATES: &str = include_str!("../../sample/candidates.csv");
const SEATS: u32 = 10;

/// The sample's profile, with invented persons.
pub(crate) fn profile() -> Result<Profile, Problem> {
    let name = |text: &str| text.to_owned();
    Ok(Profile::new(ProfileText {
        congress: name("共和镇人民代表大会（样例）"),
        session: name("第二次会议"),
        level: Level::Township,
        year: 2022,
        presidium: name("大会主席团"),
        language: messages::Language::Chinese,
        training: true,
        chief: name("龙䶮"),
        scrutineers: vec![name("黄喆"), name("覃㛃")],
        threshold: 2,
        tellers: vec![name("莫垚")],
        keys: KeyMaking::Dealt,
        texts: DocumentTexts::default(),
    })?)
}

/// The sample's roster.
pub(crate) fn delegates() -> Result<Vec<Delegate>, Problem> {
    Ok(lists::delegates("delegates.csv", DELEGATES.as_bytes()).map_err(|reading| not_clear(&reading))?)
}

/// The sample's candidate list.
pub(crate) fn candidates() -> Result<Vec<Candidate>, Problem> {
    Ok(lists::candidates("candidates.csv", CANDIDATES.as_bytes()).map_err(|reading| not_clear(&reading))?)
}

/// Rules for a list of so many candidates.
pub(crate) fn rules(candidates: usize) -> Result<Rules, Problem> {
    // As many seats as leave the margin of a fifth, and no more than the sample's.
    let seats = Seats(counted(candidates * 5 / 6).clamp(1, SEATS));
    let mut rules = Rules::preset(Body::Congress, Division::Whole { seats, selection_limit: None })?;
    rules.too_few = TooFewRule::FurtherRound;
    Ok(rules)
}

/// The sample's lists are clear: tests read them.
fn not_clear(reading: &Reading) -> DeskError {
    let first = reading.findings.first().map(Finding::code).unwrap_or_default();
    DeskError::Unexpected { reason: first.to_owned() }
}

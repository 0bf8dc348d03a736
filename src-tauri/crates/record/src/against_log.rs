//! What the log says was done, against what the files say.

use crate::{
    Check, Problem,
    error::{same, same_items},
    files::{Ended, Session, Slips, State, Void},
    history::{History, Story},
    json::from_hex,
    ledger::Ledger,
    manifest::{MadeBy, OF_ROUND},
    parts::PartHash,
    round::Round,
    stage::Stage,
};
use ballot_box::hex;
use procedure::{number::CandidateNumber, rules::LateArrival};
use sha2::{Digest, Sha256};

/// Profile, rules and station are those that the log last hashed.
pub fn check_session(
    history: &History,
    session: &Session,
    profile: &[u8],
    rules: &[u8],
) -> Result<(), Problem> {
    let mut hash = PartHash::default();
    hash.integer(1);
    hash.text(profile);
    hash.text(rules);
    let station = from_hex::<32>(&session.station);
    hash.bytes(&station.ok_or_else(|| Problem::unreadable("session.json station", &session.station))?);
    check_part(history, "session", hash)
}

/// A part's hash is the last that the log has of it; a part that the log never hashed is empty.
pub fn check_part(history: &History, part: &str, hash: PartHash) -> Result<(), Problem> {
    let empty = PartHash::default().finish();
    let expected = history.parts.get(part).cloned().unwrap_or(empty);
    same(part, expected, hash.finish())
}

/// The checks of a round's small files against the log.
pub fn check_round(history: &History, story: &Story, round: &Round, ledger: &mut Ledger) {
    ledger.enter(Check::RoundFiles, check_files(story, round));
    let mut hash = PartHash::default();
    hash.integer(round.number.0);
    hash.text(&round.state_bytes);
    ledger.enter(Check::StatePart, check_part(history, &format!("round/{}", round.number), hash));
    // What can't be read is told where it is read; nothing can be said of it here.
    let read = |name: &str, value: bool| value || !round.has(name);
    let state = round.state.is_some();
    let key = read("key.json", round.key.is_some());
    let slips = read("slips.json", round.slips.as_ref().is_some_and(has_tags));
    let void = read("void-paper.json", round.void_paper.is_some());
    let totals = read("encrypted-totals.json", round.encrypted.is_some());
    let shares = read("shares.jsonl", round.shares.is_some());
    ledger.enter_if(state, Check::Adopted, || check_adopted(story, round));
    ledger.enter_if(state && key && round.slips.is_some() == round.has("slips.json"), Check::Sealed, || {
        check_sealed(story, round)
    });
    ledger.enter_if(state && round.contest.is_some(), Check::Attendance, || check_attendance(story, round));
    ledger.enter_if(state, Check::Closed, || check_closed(story, round));
    ledger.enter_if(totals && shares, Check::Counted, || check_cards(story, round));
    ledger.enter_if(state, Check::Ended, || check_ended(story, round));
    ledger.enter_if(void, Check::VoidPaperPart, || check_void_paper(history, story, round));
    ledger.enter_if(slips, Check::SlipsPart, || check_slips(history, round));
    ledger.enter_if(totals && shares, Check::OpeningPart, || check_opening(history, round));
}

/// Whether tags and tokens can be read.
fn has_tags(slips: &Slips) -> bool {
    let all = [&slips.spent, &slips.unused, &slips.cancelled, &slips.unused_paper];
    all.into_iter().chain(&slips.tokens).flatten().all(|tag| from_hex::<32>(tag).is_some())
}

/// Which files a round's acts call for.
fn check_files(story: &Story, round: &Round) -> Result<(), Problem> {
    let is_there_since = |act: MadeBy| match act {
        MadeBy::Beginning => true,
        MadeBy::Sealing => story.sealed.is_some(),
        MadeBy::Holders => story.sealed.as_ref().is_some_and(|sealed| sealed.holders.is_some()),
        MadeBy::Closing => story.closed.is_some(),
        MadeBy::Counting => story.cards.is_some(),
    };
    for (name, act) in OF_ROUND {
        match (is_there_since(act), round.has(name)) {
            (true, false) => return Err(Problem::missing(round.file(name))),
            (false, true) => return Err(Problem::unexpected(round.file(name))),
            (true, true) | (false, false) => {}
        }
    }
    Ok(())
}

fn check_adopted(story: &Story, round: &Round) -> Result<(), Problem> {
    let Some(adopted) = &story.digest else { return Ok(()) };
    let digest = hex(&Sha256::digest(&round.contest_bytes));
    same(round.file("contest.json"), adopted, &digest)?;
    match &round.state {
        Some(State::Announced(announced)) => {
            same(round.file("state.json digest"), &digest, &announced.counted.closed.sealing.digest)
        }
        Some(State::Void(_)) | None => Ok(()),
    }
}

fn check_sealed(story: &Story, round: &Round) -> Result<(), Problem> {
    let Some(sealed) = &story.sealed else { return Ok(()) };
    if let Some(key) = &round.key {
        let what = round.file("key.json");
        same(&what, sealed.cards, key.params.shares)?;
        same(&what, sealed.threshold, key.params.threshold)?;
    }
    if let Some(slips) = &round.slips {
        let what = round.file("slips.json");
        same(&what, sealed.slips, slips.slips)?;
        same(&what, sealed.paper, slips.paper)?;
    }
    if let Some(State::Announced(announced)) = &round.state {
        let sealing = &announced.counted.closed.sealing;
        let what = round.file("state.json sealing");
        same(&what, &sealed.key, &sealing.key_fingerprint)?;
        same(&what, sealed.cards, sealing.cards)?;
        same(&what, sealed.threshold, sealing.threshold)?;
        same(&what, sealed.slips, sealing.slips)?;
    }
    Ok(())
}

fn check_attendance(story: &Story, round: &Round) -> Result<(), Problem> {
    let what = round.file("state.json");
    match (&round.state, round.account()) {
        (Some(State::Void(Void { ended: Ended::AtCheckIn { present }, .. })), None) => {
            same(&what, story.present(), *present)?;
        }
        (_, Some(account)) => {
            same(format!("{what} present"), story.present(), account.present)?;
            same(format!("{what} issued"), story.issued, account.issued)?;
        }
        // No other state is without an account.
        (Some(State::Announced(_) | State::Void(_)) | None, None) => {}
    }
    let too_late = story.came_late
        && round.contest.as_ref().is_some_and(|contest| contest.rules.late_arrival == LateArrival::UntilOpen);
    if too_late { Err(Problem::unexpected("checked-in")) } else { Ok(()) }
}

fn check_closed(story: &Story, round: &Round) -> Result<(), Problem> {
    let (Some(closed), Some(account)) = (&story.closed, round.account()) else { return Ok(()) };
    let what = round.file("state.json");
    same(format!("{what} present"), closed.present, account.present)?;
    same(format!("{what} issued"), closed.issued, account.issued)?;
    same(format!("{what} collected"), closed.collected, account.collected)?;
    if let Some(State::Announced(announced)) = &round.state {
        same(format!("{what} root"), &closed.root, &announced.counted.closed.closing.root)?;
    }
    Ok(())
}

/// The cards that were presented are those that the shares are of; where nothing was opened, there are no shares.
fn check_cards(story: &Story, round: &Round) -> Result<(), Problem> {
    let (Some(cards), Some(shares)) = (&story.cards, &round.shares) else { return Ok(()) };
    let nothing_opened = round.encrypted.as_ref().is_some_and(|totals| totals.ballots == 0);
    let mut presented = if nothing_opened { Vec::new() } else { cards.clone() };
    presented.sort_unstable();
    let holders: Vec<u32> = shares.iter().map(|share| share.holder).collect();
    let what = round.file("shares.jsonl");
    same(&what, listed(&presented), listed(&holders))?;
    let is_distributed = story.sealed.as_ref().is_some_and(|sealed| sealed.holders.is_some());
    match &story.closed {
        Some(closed) if is_distributed => story.holders.check_openings(&what, &closed.root, &presented),
        Some(_) | None => Ok(()),
    }
}

fn listed(numbers: &[u32]) -> String {
    let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
    numbers.join(" ")
}

fn check_ended(story: &Story, round: &Round) -> Result<(), Problem> {
    let what = round.file("state.json");
    match &round.state {
        None => Ok(()),
        Some(State::Announced(announced)) => {
            let numbers = |drawn: &[CandidateNumber]| -> Vec<String> {
                drawn.iter().map(CandidateNumber::to_string).collect()
            };
            same_items(format!("{what} drawn"), &numbers(&story.drawn), &numbers(&announced.counted.drawn))
        }
        Some(State::Void(void)) => match &void.ended {
            Ended::AtCheckIn { .. } => {
                same(&what, story.closed.is_none(), true)?;
                same_as_told("found-void", &what, story.reason.as_deref(), "quorum-missing")
            }
            Ended::AtCount { reason, .. } => {
                same(&what, story.closed.is_some(), true)?;
                same_as_told("found-void", &what, story.reason.as_deref(), reason)
            }
            Ended::ByDecision { state, statement, .. } => {
                same_as_told("ended-by-decision", &what, story.ended_in.map(Stage::name), state)?;
                same_as_told("ended-by-decision", &what, story.statement.as_deref(), statement)
            }
        },
    }
}

/// What the state says is what the act told. An act that isn't there told nothing, not even an empty text.
fn same_as_told(act: &str, what: &str, told: Option<&str>, stated: &str) -> Result<(), Problem> {
    same(what, told.ok_or_else(|| Problem::missing(act))?, stated)
}

fn check_void_paper(history: &History, story: &Story, round: &Round) -> Result<(), Problem> {
    let Some(void) = &round.void_paper else { return Ok(()) };
    let mut hash = PartHash::default();
    for (reason, ballots) in &void.0 {
        hash.integer(round.number.0);
        hash.text(reason.as_bytes());
        hash.integer(*ballots);
    }
    check_part(history, &format!("void-paper/{}", round.number), hash)?;
    let stated = void.0.iter().map(|(reason, ballots)| (reason.clone(), u64::from(*ballots))).collect();
    same_items(round.file("void-paper.json"), &story.paper_void, &stated)
}

fn check_slips(history: &History, round: &Round) -> Result<(), Problem> {
    let Some(slips) = &round.slips else { return Ok(()) };
    let mut rows: Vec<([u8; 32], u32)> = Vec::new();
    for (tags, state) in
        [(&slips.unused, 2), (&slips.spent, 3), (&slips.cancelled, 4), (&slips.unused_paper, 5)]
    {
        for tag in tags {
            let bytes = from_hex(tag).ok_or_else(|| Problem::unreadable(round.file("slips.json"), tag))?;
            rows.push((bytes, state));
        }
    }
    rows.sort_unstable();
    let mut hash = PartHash::default();
    for (tag, state) in rows {
        hash.integer(round.number.0);
        hash.bytes(&tag);
        hash.integer(state);
    }
    // Since version 2.
    for token in slips.tokens.iter().flatten() {
        let what = || Problem::unreadable(round.file("slips.json"), token);
        hash.integer(round.number.0);
        hash.bytes(&from_hex::<32>(token).ok_or_else(what)?);
        hash.integer(0);
    }
    check_part(history, &format!("slips/{}", round.number), hash)
}

fn check_opening(history: &History, round: &Round) -> Result<(), Problem> {
    let (Some(_), Some(shares)) = (&round.encrypted, &round.shares) else { return Ok(()) };
    let mut hash = PartHash::default();
    hash.integer(0);
    hash.text(&round.encrypted_bytes);
    for (share, line) in shares.iter().zip(&round.share_lines) {
        hash.integer(share.holder);
        hash.text(line);
    }
    check_part(history, &format!("opening/{}", round.number), hash)
}

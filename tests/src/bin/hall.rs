//! A kiosk without a screen, for tests that kill it: opens a session and casts what it is told.
//!
//! `hall SESSION STATION` says `ready N`, N ballots being in the box, or `refused CODE`. Then it answers each line:
//! `cast SLIP MARKS` with `ok HASH` once the ballot is on the disk, or `no CODE`; `slip SLIP` with how the slip stands.
//! Marks are a letter a candidate: `A`, `O`, or `-`. `close N` closes the poll with N slips in the tray, says `closed` and ends.
//!
//! `hall SESSION STATION merge BOX` says `ready N` too, merges a kiosk's box, says `merged` or `merged already`, and ends.
//! `hall SESSION STATION take FILE` takes a key holder's file, says `taken`, and ends.
//! `hall SESSION STATION count CARD …` says `ready N`, counts the closed round with these cards, says `counted`, and ends.

use ballot_box::{KeyCard, SlipCode};
use messages::Coded;
use office::{
    OfficeError, Randomness,
    act::{Office, Operator, Witnessed, with_scrutineer},
    acts::{Merging, Poll, close_poll, count, merge_box, take_key_file},
    clock::SystemClock,
};
use piaojue_tests::session::{go_on, unchecked};
use procedure::ballot::{Mark, Marks};
use session_model::Tray;
use signed_file::Station;
use std::{
    env, fs,
    io::{self, BufRead, Write},
    path::Path,
};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [session, station, task @ ..] = &arguments[..] else {
        return say("usage: hall SESSION STATION [merge BOX | take FILE | count CARD …]");
    };
    let mut office = match open(Path::new(session), Path::new(station)) {
        Ok(office) => office,
        Err(error) => return say(&format!("refused {}", error.code())),
    };
    say(&format!("ready {}", office.store().ballots_in_box().map_err(io::Error::other)?))?;
    match task {
        [] => serve(&mut office),
        [task, file] if task == "merge" => merge(&mut office, Path::new(file)),
        [task, file] if task == "take" => take(&mut office, Path::new(file)),
        [task, cards @ ..] if task == "count" => count_with(&mut office, cards),
        _ => say("what?"),
    }
}

/// The operator with the chief scrutineer.
fn witnessed(office: &Office) -> Result<Witnessed, OfficeError> {
    let profile = office.store().profile()?;
    Ok(with_scrutineer(&profile, "大会秘书处", &profile.text().chief)?)
}

fn count_with(office: &mut Office, cards: &[String]) -> io::Result<()> {
    let cards: Result<Vec<KeyCard>, _> = cards.iter().map(|card| KeyCard::parse(card)).collect();
    let by = witnessed(office).map_err(io::Error::other)?;
    count(office, &by, &cards.map_err(io::Error::other)?, &|_| true).map_err(io::Error::other)?;
    say("counted")
}

fn take(office: &mut Office, file: &Path) -> io::Result<()> {
    match take_key_file(office, &Operator("大会秘书处".to_owned()), &fs::read_to_string(file)?) {
        Ok(_) => say("taken"),
        Err(error) => say(&format!("no {}", error.code())),
    }
}

fn merge(office: &mut Office, file: &Path) -> io::Result<()> {
    let by = witnessed(office).map_err(io::Error::other)?;
    match merge_box(office, &by, &fs::read(file)?) {
        Ok(Merging::Merged { .. }) => say("merged"),
        Ok(Merging::AlreadyMerged { .. }) => say("merged already"),
        Err(error) => say(&format!("no {}", error.code())),
    }
}

fn open(session: &Path, station: &Path) -> Result<Office, OfficeError> {
    let station = Station::load_or_create(station, &mut Randomness::System)?;
    let mut office = Office::open(session, station, Box::new(SystemClock), Randomness::System)?;
    let by = witnessed(&office)?;
    go_on(&mut office, &by);
    Ok(office)
}

fn serve(office: &mut Office) -> io::Result<()> {
    match answer_lines(office)? {
        Some(slips) => close(office, slips).map_err(io::Error::other).and_then(|()| say("closed")),
        None => Ok(()),
    }
}

/// Answers until there is nothing more to answer, or the poll is to be closed with this many slips.
fn answer_lines(office: &mut Office) -> io::Result<Option<u32>> {
    let mut poll = Poll::open(office).map_err(io::Error::other)?;
    for line in io::stdin().lock().lines() {
        let line = line?;
        let words: Vec<&str> = line.split(' ').collect();
        let answer = match words[..] {
            ["cast", slip, marks] => cast(&mut poll, slip, marks).map(|hash| format!("ok {hash}")),
            ["slip", slip] => standing(&poll, slip),
            ["close", slips] => return Ok(slips.parse().ok()),
            _ => Ok("what?".to_owned()),
        };
        say(&answer.unwrap_or_else(|error| format!("no {}", error.code())))?;
    }
    Ok(None)
}

fn close(office: &mut Office, slips: u32) -> Result<(), OfficeError> {
    let by = witnessed(office)?;
    close_poll(office, &by, Tray { slips, paper: 0 }, None, &unchecked())
}

fn cast(poll: &mut Poll<'_>, slip: &str, marks: &str) -> Result<String, OfficeError> {
    Ok(poll.cast(&SlipCode::parse(slip)?, &read_marks(marks))?.hex())
}

fn standing(poll: &Poll<'_>, slip: &str) -> Result<String, OfficeError> {
    Ok(format!("{:?}", poll.standing(&SlipCode::parse(slip)?)?))
}

fn read_marks(letters: &str) -> Marks {
    let mark = |letter| match letter {
        'A' => Mark::Approve,
        'O' => Mark::Oppose,
        _ => Mark::Abstain,
    };
    Marks(letters.chars().map(mark).collect())
}

/// A line, at once: whoever killed us must know what was said.
fn say(line: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}

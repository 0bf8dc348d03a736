//! A round's files, read as far as they can be.

use crate::{
    Check, Problem,
    files::{EncryptedTotals, Figures, Key, KeyHolders, Share, Slips, State, Total, VoidPaper},
    history::Story,
    json,
    ledger::Ledger,
    package::Package,
    stage::Stage,
};
use procedure::{contest::Contest, deadline::Deadline, number::RoundNumber, rules::FewestBallots};
use serde::{Serialize, de::DeserializeOwned};
use std::io::{Read, Seek};

/// The file of a round's slips.
const SLIPS: &str = "slips.json";
/// Any file that is read whole.
pub const LARGEST_FILE: u64 = 1 << 24;
/// The slips of a round since version 2, with the list that was committed to and the tokens.
const LARGEST_SLIPS: u64 = 1 << 25;
/// Candidates beyond any list.
const MOST_CANDIDATES: usize = 1_000;

/// What is there of a round. A file that isn't there, or can't be read, is none.
pub struct Round {
    pub number: RoundNumber,
    pub contest: Option<Contest>,
    pub contest_bytes: Vec<u8>,
    pub state: Option<State>,
    pub state_bytes: Vec<u8>,
    pub outcome_bytes: Vec<u8>,
    pub key: Option<Key>,
    pub key_bytes: Vec<u8>,
    pub key_holders: Option<KeyHolders>,
    pub void_paper: Option<VoidPaper>,
    pub slips: Option<Slips>,
    pub encrypted: Option<EncryptedTotals>,
    pub encrypted_bytes: Vec<u8>,
    pub shares: Option<Vec<Share>>,
    pub share_lines: Vec<Vec<u8>>,
    /// The names of the files that are there.
    pub there: Vec<String>,
}

impl Round {
    /// The name of one of its files in the package.
    pub fn file(&self, name: &str) -> String {
        format!("rounds/{}/{name}", self.number)
    }

    pub fn has(&self, name: &str) -> bool {
        self.there.iter().any(|there| there == name)
    }

    /// The totals that the state says; none of a void round.
    pub fn totals(&self) -> Option<&[Total]> {
        match self.state.as_ref()? {
            State::Announced(announced) => Some(&announced.counted.totals),
            State::Void(_) => None,
        }
    }

    /// The stage that the state says.
    pub fn stage(&self) -> Option<Stage> {
        self.state.as_ref().map(|state| match state {
            State::Announced(_) => Stage::Announced,
            State::Void(_) => Stage::Void,
        })
    }

    /// Collected ballots that are void: paper ballots, and slips spent twice by what the log tells.
    pub fn void(&self, story: Option<&Story>) -> u64 {
        let reasons = self.void_paper.iter().flat_map(|void| void.0.values());
        let paper: u64 = reasons.map(|ballots| u64::from(*ballots)).sum();
        paper + story.map_or(0, |story| u64::from(story.void_slips()))
    }

    /// The account that the state says, as far as the round had one.
    pub fn account(&self) -> Option<Figures> {
        use crate::files::{Ended, Void};
        match self.state.as_ref()? {
            State::Announced(announced) => {
                let closed = &announced.counted.closed;
                Some(Figures {
                    delegates: closed.contest.delegates.0,
                    present: closed.closing.present,
                    issued: closed.closing.issued,
                    collected: closed.closing.collected,
                    void: announced.counted.void,
                })
            }
            State::Void(Void { ended: Ended::AtCount { account, .. }, .. }) => Some(*account),
            State::Void(Void { ended: Ended::ByDecision { figures, .. }, .. }) => Some(*figures),
            State::Void(Void { ended: Ended::AtCheckIn { .. }, .. }) => None,
        }
    }
}

/// Reads a round's files. What they must hold by themselves is entered.
pub fn read<R: Read + Seek>(
    package: &mut Package<R>,
    number: RoundNumber,
    version: u32,
    ledger: &mut Ledger,
) -> Round {
    let prefix = format!("rounds/{number}/");
    let names = package.files().iter().filter_map(|file| file.name.strip_prefix(&prefix));
    let there: Vec<String> = names.map(str::to_owned).collect();
    let mut reader = Reader { package, prefix, version, ledger, there: &there };
    let contest_bytes = reader.bytes("contest.json").unwrap_or_default();
    let (state, state_bytes) = reader.state();
    let outcome_bytes = reader.bytes("outcome.json").unwrap_or_default();
    let (key, key_bytes) = reader.json("key.json");
    let (key_holders, _) = reader.json("key-holders.json");
    let (void_paper, _) = reader.json("void-paper.json");
    let slips = reader.slips();
    let (encrypted, encrypted_bytes) = reader.json("encrypted-totals.json");
    let (shares, share_lines) = reader.shares();
    let contest = ledger.enter(Check::Contest, contest(&prefix_of(number), &contest_bytes, version));
    Round {
        number,
        contest,
        contest_bytes,
        state,
        state_bytes,
        outcome_bytes,
        key,
        key_bytes,
        key_holders,
        void_paper,
        slips,
        encrypted,
        encrypted_bytes,
        shares,
        share_lines,
        there,
    }
}

fn prefix_of(number: RoundNumber) -> String {
    format!("rounds/{number}/contest.json")
}

/// The contest of these bytes, which must be its canonical form.
fn contest(what: &str, bytes: &[u8], version: u32) -> Result<Contest, Problem> {
    let contest: Contest = json::parse(what, bytes)?;
    check_first_version(what, &contest, version)?;
    if contest.list.candidates().len() > MOST_CANDIDATES {
        return Err(Problem::TooLarge { what: what.to_owned(), limit: MOST_CANDIDATES as u64 });
    }
    if contest.canonical() == bytes { Ok(contest) } else { Err(Problem::Rewritten { what: what.to_owned() }) }
}

/// In version 1 a deadline is a day, and the rules say nothing of the fewest ballots.
fn check_first_version(what: &str, contest: &Contest, version: u32) -> Result<(), Problem> {
    let fewest = contest.rules.fewest_ballots;
    if version == 1 && fewest != FewestBallots::unsaid() {
        return Err(Problem::unreadable(what, format!("fewest_ballots {}", fewest.number())));
    }
    let deadlines = contest.list.candidates().iter().filter_map(|candidate| candidate.deadline.as_ref());
    for deadline in deadlines {
        match deadline {
            Deadline::Words(_) if version == 1 => {
                return Err(Problem::unreadable(what, deadline));
            }
            Deadline::Words(_) | Deadline::Day(_) => {}
        }
    }
    Ok(())
}

struct Reader<'a, R> {
    package: &'a mut Package<R>,
    prefix: String,
    version: u32,
    ledger: &'a mut Ledger,
    there: &'a [String],
}

impl<R: Read + Seek> Reader<'_, R> {
    fn bytes(&mut self, name: &str) -> Option<Vec<u8>> {
        if !self.there.iter().any(|there| there == name) {
            return None;
        }
        let most = if self.version > 1 && name == SLIPS { LARGEST_SLIPS } else { LARGEST_FILE };
        let read = self.package.read(&format!("{}{name}", self.prefix), most);
        self.ledger.enter(Check::Written, read)
    }

    fn json<T: DeserializeOwned + Serialize>(&mut self, name: &str) -> (Option<T>, Vec<u8>) {
        let Some(bytes) = self.bytes(name) else { return (None, Vec::new()) };
        let value = json::read(&format!("{}{name}", self.prefix), &bytes);
        (self.ledger.enter(Check::Written, value), bytes)
    }

    /// The slips, which have list and tokens just since version 2.
    fn slips(&mut self) -> Option<Slips> {
        let (slips, _) = self.json(SLIPS);
        let slips: Slips = slips?;
        let what = format!("{}{SLIPS}", self.prefix);
        let is_there = [slips.list.is_some(), slips.tokens.is_some()];
        let found = if !is_there.contains(&(self.version == 1)) {
            Ok(slips)
        } else if self.version == 1 {
            Err(Problem::unexpected(what))
        } else {
            Err(Problem::missing(what))
        };
        self.ledger.enter(Check::Written, found)
    }

    fn state(&mut self) -> (Option<State>, Vec<u8>) {
        let (state, bytes) = self.json("state.json");
        let what = format!("{}state.json", self.prefix);
        let version = self.version;
        let fits = |state: &State| check_first_version(&what, state.contest(), version);
        let state = state.and_then(|state: State| {
            let found = fits(&state);
            self.ledger.enter(Check::Written, found.map(|()| state))
        });
        (state, bytes)
    }

    /// The shares, a line each, and their lines.
    fn shares(&mut self) -> (Option<Vec<Share>>, Vec<Vec<u8>>) {
        let Some(bytes) = self.bytes("shares.jsonl") else { return (None, Vec::new()) };
        let found = shares(&format!("{}shares.jsonl", self.prefix), &bytes);
        let (shares, lines) = self.ledger.enter(Check::Written, found).unzip();
        (shares, lines.unwrap_or_default())
    }
}

type SharesAndLines = (Vec<Share>, Vec<Vec<u8>>);

fn shares(what: &str, bytes: &[u8]) -> Result<SharesAndLines, Problem> {
    const MOST_SHARES: usize = 32;
    let mut rest = bytes;
    let (mut shares, mut lines) = (Vec::new(), Vec::new());
    while let Some(line) = crate::package::next_line(&mut rest, what, bytes.len())? {
        if shares.len() == MOST_SHARES {
            return Err(Problem::TooLarge { what: what.to_owned(), limit: MOST_SHARES as u64 });
        }
        shares.push(json::read(what, &line)?);
        lines.push(line);
    }
    Ok((shares, lines))
}

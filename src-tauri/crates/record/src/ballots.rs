//! The sealed ballots: each one's form and proofs on all cores, while they are read line by line; never all in memory.

use crate::{
    Check, Problem,
    against_log::check_part,
    error::same,
    files::BallotLine,
    history::{History, Story},
    json,
    ledger::Ledger,
    package::{Package, next_line},
    parts::PartHash,
    round::Round,
};
use ballot_box::{BallotBoxError, BallotHash, BallotVersion, Election, EncryptedTotals, SealedBallot, hex};
use base64ct::{Base64, Encoding};
use procedure::number::RoundNumber;
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::{BufRead, Read, Seek},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread,
};

/// More bytes than any ballot's line has.
const LONGEST_LINE: usize = 1 << 20;
/// More ballots than any box has.
pub const MOST_BALLOTS: u32 = 100_000;
/// Ballots that are handed to a core at once.
const BATCH: usize = 32;

const BY_LINE: &[Check] = &[Check::BallotLines, Check::BallotOrder];
const BY_PROOF: &[Check] = &[Check::BallotForm, Check::Marks, Check::Limits];
const OF_ALL: &[Check] =
    &[Check::Root, Check::Collected, Check::BallotsPart, Check::Challenged, Check::Ciphertexts];

/// What the ballots come to.
pub struct Ballots {
    /// How many there are.
    pub ballots: u32,
    /// Their encrypted sum; none where a ballot doesn't hold or the key can't be used.
    pub sum: Option<EncryptedTotals>,
}

/// Checks a round's ballots, which are sealed in this version; returns none where there is no file of them, or it can't be read to
/// its end.
pub fn check<R: Read + Seek>(
    package: &mut Package<R>,
    round: &Round,
    (election, version): (Option<&Election>, BallotVersion),
    history: Option<&History>,
    ledger: &mut Ledger,
    progress: &(impl Fn(u64) + Sync),
) -> Option<Ballots> {
    if !round.has("ballots.jsonl") {
        ledger.nothing(&[BY_LINE, BY_PROOF, OF_ALL].concat());
        return None;
    }
    let what = round.file("ballots.jsonl");
    let story = history.and_then(|history| history.rounds.get(&round.number));
    let reading = Reading { what: &what, round: round.number, election, version, story };
    let done = AtomicU64::new(0);
    let (lines, sum) = thread::scope(|scope| {
        let (send, receive) = sync_channel(4);
        let mut workers = Vec::new();
        if let Some(election) = election {
            // Only the workers hold the receiver: without them nothing is handed on, and nobody waits.
            let receive = Arc::new(Mutex::new(receive));
            for _ in 0..cores() {
                let (receive, done) = (Arc::clone(&receive), &done);
                workers.push(scope.spawn(move || work(election, &receive, done, progress)));
            }
        }
        let to_workers = Some(&send).filter(|_| !workers.is_empty());
        let lines = read(package, &reading, to_workers);
        drop(send);
        // Without a sender the workers end; one that panicked would have checked nothing.
        let parts: Vec<Option<Share>> = workers.into_iter().map(|worker| worker.join().ok()).collect();
        (lines, election.map(|election| merge(election, parts)))
    });
    let lines = enter_lines(lines, ledger)?;
    let count = lines.count;
    let sum = enter_proofs(&what, sum, lines.broken, ledger);
    enter_all(round, &lines, history, ledger);
    ledger.enter_if(story.is_some() && election.is_some() && !lines.broken, Check::Ciphertexts, || lines.own);
    Some(Ballots { ballots: count, sum })
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// A ballot with its line.
struct Numbered {
    line: u32,
    ballot: SealedBallot,
}

/// What the lines come to without their proofs.
struct Lines {
    count: u32,
    /// Whether a line couldn't be read, so that its ballot is missing in the sum.
    broken: bool,
    form: Result<(), Problem>,
    order: Result<(), Problem>,
    root: Sha256,
    part: PartHash,
    /// The first ballot with which a kiosk was challenged: it was opened, and must not be here.
    challenged: Option<String>,
    /// The ciphertexts of each ballot, by their hash; none where the key or the form isn't known.
    ciphertexts: BTreeSet<[u8; 32]>,
    /// Whether all ballots have ciphertexts of their own, which were not opened.
    own: Result<(), Problem>,
}

/// What the lines are read for.
struct Reading<'a> {
    what: &'a str,
    round: RoundNumber,
    election: Option<&'a Election>,
    version: BallotVersion,
    story: Option<&'a Story>,
}

/// Reads the lines and hands the ballots to the workers. An error where the file can't be read to its end.
fn read<R: Read + Seek>(
    package: &mut Package<R>,
    reading: &Reading<'_>,
    send: Option<&SyncSender<Vec<Numbered>>>,
) -> Result<Lines, Problem> {
    let what = reading.what;
    let file = package.find(what).cloned().ok_or_else(|| Problem::missing(what))?;
    let mut stream = package.stream(&file)?;
    let mut lines = Lines {
        count: 0,
        broken: false,
        form: Ok(()),
        order: Ok(()),
        root: Sha256::new(),
        part: PartHash::default(),
        challenged: None,
        ciphertexts: BTreeSet::new(),
        own: Ok(()),
    };
    let (mut batch, mut before) = (Vec::new(), None);
    while let Some(ballot) = next(&mut stream, reading, &mut lines, &mut before)? {
        let hash = ballot.ballot.hash().hex();
        if lines.challenged.is_none() && reading.story.is_some_and(|story| story.challenged.contains(&hash)) {
            lines.challenged = Some(hash);
        }
        if let Err(problem) = lines.compare(reading, &ballot)
            && lines.own.is_ok()
        {
            lines.own = Err(problem);
        }
        batch.push(ballot);
        if batch.len() == BATCH {
            hand_on(send, &mut batch);
        }
    }
    hand_on(send, &mut batch);
    Ok(lines)
}

/// Where the workers are gone, what they should have checked is missing in their sums, which then differ.
fn hand_on(send: Option<&SyncSender<Vec<Numbered>>>, batch: &mut Vec<Numbered>) {
    let ballots = std::mem::take(batch);
    if let Some(send) = send {
        let _ = send.send(ballots);
    }
}

/// The next ballot whose line can be read.
fn next(
    stream: &mut impl BufRead,
    reading: &Reading<'_>,
    lines: &mut Lines,
    before: &mut Option<[u8; 32]>,
) -> Result<Option<Numbered>, Problem> {
    let &Reading { what, round, version, .. } = reading;
    while let Some(line) = next_line(stream, what, LONGEST_LINE)? {
        lines.count += 1;
        if lines.count > MOST_BALLOTS {
            return Err(Problem::TooLarge { what: what.to_owned(), limit: u64::from(MOST_BALLOTS) });
        }
        let here = format!("{what} {}", lines.count);
        match ballot(&here, &line, version) {
            Err(problem) => {
                lines.broken = true;
                if lines.form.is_ok() {
                    lines.form = Err(problem);
                }
            }
            Ok((hash, ballot)) => {
                let found = in_order(&here, *before, hash);
                if lines.order.is_ok() {
                    lines.order = found;
                }
                *before = Some(hash);
                lines.take(round, &hash, &ballot);
                return Ok(Some(Numbered { line: lines.count, ballot }));
            }
        }
    }
    Ok(None)
}

/// The ballot of a line; hash and tracking code must be the ballot's.
fn ballot(here: &str, line: &[u8], version: BallotVersion) -> Result<([u8; 32], SealedBallot), Problem> {
    let line: BallotLine = json::read(here, line)?;
    let bytes = Base64::decode_vec(&line.ballot).map_err(|error| Problem::unreadable(here, error))?;
    let ballot = SealedBallot::from_bytes(bytes);
    let hash = ballot.hash();
    same(here, hash.hex(), line.hash)?;
    same(here, ballot.tracking_code(version), line.code)?;
    Ok((hash.0, ballot))
}

fn in_order(here: &str, before: Option<[u8; 32]>, hash: [u8; 32]) -> Result<(), Problem> {
    match before {
        Some(before) if before == hash => {
            Err(Problem::Twice { what: format!("{here} {}", BallotHash(hash).tracking_code()) })
        }
        Some(before) if before > hash => Err(Problem::Order { what: here.to_owned() }),
        Some(_) | None => Ok(()),
    }
}

impl Lines {
    /// Fails if the ballot's ciphertexts were there before, or were opened. Of a ballot that isn't as long as it must be, and
    /// where key and form aren't known, nothing can be said.
    fn compare(&mut self, reading: &Reading<'_>, ballot: &Numbered) -> Result<(), Problem> {
        let hash = reading.election.map(|election| election.ciphertexts_hash(&ballot.ballot));
        let Some(Ok(hash)) = hash else { return Ok(()) };
        let what = format!("{} {}", reading.what, ballot.line);
        if reading.story.is_some_and(|story| story.challenged_ciphertexts.contains(&hex(&hash))) {
            return Err(Problem::unexpected(what));
        }
        if self.ciphertexts.insert(hash) { Ok(()) } else { Err(Problem::Twice { what }) }
    }

    fn take(&mut self, round: RoundNumber, hash: &[u8; 32], ballot: &SealedBallot) {
        self.root.update(hex(hash));
        self.root.update(b"\n");
        self.part.integer(round.0);
        self.part.bytes(hash);
        self.part.bytes(ballot.as_bytes());
    }
}

/// One worker's share of the proofs: its sum, and the first line that fails each check.
struct Share {
    sum: EncryptedTotals,
    wrong: BTreeMap<Check, u32>,
    /// A worker is missing, and its ballots with it.
    is_missing: bool,
}

impl Share {
    fn of_nothing(election: &Election) -> Self {
        Self { sum: election.nothing_added(), wrong: BTreeMap::new(), is_missing: false }
    }

    fn fails(&mut self, check: Check, line: u32) {
        let first = self.wrong.entry(check).or_insert(line);
        *first = line.min(*first);
    }
}

/// The check that a ballot fails: the proof that doesn't hold, or that it can't be read as a ballot of this form.
fn failed(problem: &BallotBoxError) -> Check {
    match problem {
        BallotBoxError::BallotNotProven { what: "marks" } => Check::Marks,
        BallotBoxError::BallotNotProven { .. } => Check::Limits,
        // Adding up a ballot fails in no other way than for its proofs or its bytes.
        _ => Check::BallotForm,
    }
}

fn work(
    election: &Election,
    receive: &Mutex<Receiver<Vec<Numbered>>>,
    done: &AtomicU64,
    progress: &(impl Fn(u64) + Sync),
) -> Share {
    let mut part = Share::of_nothing(election);
    loop {
        // A worker never panics while it holds the lock.
        let received = receive.lock().map(|receive| receive.recv());
        let Ok(Ok(batch)) = received else { return part };
        for Numbered { line, ballot } in batch {
            if let Err(problem) = election.add_one(&mut part.sum, &ballot) {
                part.fails(failed(&problem), line);
            }
            progress(done.fetch_add(1, Ordering::Relaxed) + 1);
        }
    }
}

/// What all workers found together.
///
/// 1. A worker that ended without an answer leaves its ballots out of the sum, so the whole is marked as missing some:
///    no check may pass on a sum of fewer ballots.
/// 2. The sums of the others are added: adding is commutative, so it doesn't matter which worker had which ballots.
/// 3. For each check the lowest line that fails it is kept, so that the same record always names the same ballot.
fn merge(election: &Election, parts: Vec<Option<Share>>) -> Share {
    let mut whole = Share::of_nothing(election);
    for part in parts {
        let Some(part) = part else {
            whole.is_missing = true;
            continue;
        };
        whole.sum = whole.sum.merge(part.sum);
        for (check, line) in part.wrong {
            whole.fails(check, line);
        }
    }
    whole
}

fn enter_lines(lines: Result<Lines, Problem>, ledger: &mut Ledger) -> Option<Lines> {
    match lines {
        Err(problem) => {
            ledger.enter::<()>(Check::BallotLines, Err(problem));
            ledger.skip(&[BY_PROOF, OF_ALL, &[Check::BallotOrder]].concat());
            None
        }
        Ok(mut lines) => {
            ledger.enter(Check::BallotLines, std::mem::replace(&mut lines.form, Ok(())));
            ledger.enter(Check::BallotOrder, std::mem::replace(&mut lines.order, Ok(())));
            Some(lines)
        }
    }
}

fn enter_proofs(
    what: &str,
    part: Option<Share>,
    broken: bool,
    ledger: &mut Ledger,
) -> Option<EncryptedTotals> {
    let Some(part) = part else {
        ledger.skip(BY_PROOF);
        return None;
    };
    if part.wrong.is_empty() && !broken && !part.is_missing {
        ledger.nothing(BY_PROOF);
        return Some(part.sum);
    }
    ledger.skip(BY_PROOF);
    for (check, line) in part.wrong {
        ledger.enter::<()>(check, Err(Problem::Proof { what: format!("{what} {line}") }));
    }
    None
}

fn enter_all(round: &Round, lines: &Lines, history: Option<&History>, ledger: &mut Ledger) {
    let story = history.and_then(|history| history.rounds.get(&round.number));
    let (Some(history), Some(story), false) = (history, story, lines.broken) else {
        ledger.skip(OF_ALL);
        return;
    };
    let what = round.file("ballots.jsonl");
    let part = format!("ballots/{}", round.number);
    ledger.enter(Check::BallotsPart, check_part(history, &part, lines.part.clone()));
    let found = match &lines.challenged {
        Some(ballot) => Err(Problem::unexpected(format!("{what} {ballot}"))),
        None => Ok(()),
    };
    ledger.enter(Check::Challenged, found);
    let Some(closed) = &story.closed else {
        ledger.skip(&[Check::Root, Check::Collected]);
        return;
    };
    let root = hex(&lines.root.clone().finalize());
    ledger.enter(Check::Root, same(&what, &closed.root, &root));
    ledger.enter_if(round.void_paper.is_some(), Check::Collected, || {
        let found = u64::from(lines.count) + round.void(Some(story));
        same(&what, u64::from(closed.collected), found)
    });
}

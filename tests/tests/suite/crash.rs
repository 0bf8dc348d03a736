//! The program is killed at random moments while it casts, closes and counts: no vote is lost, none is half cast, nobody is
//! asked to vote twice. The kills of a merge are with the hall (`hall.rs`), those of the command line with its tests.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use ballot_box::SlipCode;
use office::acts::{Poll, SlipStatus};
use piaojue_tests::session::{Session, Size, expected, kills, marks, quick_folder, totals};
use procedure::{ballot::Mark, round::Round};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use signed_file::is_interrupted;
use std::{
    ffi::OsStr,
    fs,
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    thread,
    time::Duration,
};
use tempfile::TempDir;

/// How many kills while casting.
const KILLS: u32 = 300;
const CANDIDATES: usize = 2;
/// Slips that a kiosk is told to spend before it is killed, at most.
const FED: usize = 12;
const SIZE: Size = Size { candidates: 2, delegates: 200, spare: 0, cards: (3, 2) };

/// A kiosk in a process of its own.
struct Kiosk {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Kiosk {
    fn start(session: &Session) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_hall"))
            .args([&session.path, &session.station])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let input = child.stdin.take().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        Self { child, input, output }
    }

    fn tell(&mut self, line: &str) {
        writeln!(self.input, "{line}").unwrap();
    }

    /// The next whole line; none once the kiosk is dead.
    fn hear(&mut self) -> Option<String> {
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        line.strip_suffix('\n').map(str::to_owned)
    }

    fn ballots_in_box(&mut self) -> usize {
        let line = self.hear().unwrap();
        line.strip_prefix("ready ").unwrap().parse().unwrap()
    }

    /// How a slip stands, and whether that is "counted".
    fn has_counted(&mut self, code: &SlipCode) -> bool {
        self.tell(&format!("slip {}", code.scanned()));
        match self.hear().unwrap().as_str() {
            "Counted" => true,
            "Unused" => false,
            other => panic!("a slip stands as {other}"),
        }
    }

    /// Kills the process, and gives all that it said and nobody had heard.
    fn kill(mut self) -> Vec<String> {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        std::iter::from_fn(|| self.hear()).collect()
    }
}

/// How the kills went.
#[derive(Debug, Default)]
struct Hits {
    kills: u32,
    during_start: u32,
    hot_journals: u32,
    journals_not_yet_zeroed: u32,
    acknowledged: usize,
    committed_unheard: usize,
}

/// One session with what is known of its slips: those before `next` were offered, `counted` are in the box.
struct Trial {
    session: Session,
    next: usize,
    counted: Vec<u32>,
}

impl Trial {
    fn new(prepared: &Session, folder: &TempDir) -> Self {
        Self { session: prepared.copy_to(folder.path()), next: 0, counted: Vec::new() }
    }

    fn code(&self, voter: u32) -> &SlipCode {
        &self.session.codes[voter as usize]
    }

    /// Lets a kiosk cast, kills it at a random moment, looks at what it left, and recovers it.
    fn kill_once(&mut self, rng: &mut ChaCha20Rng, hits: &mut Hits) {
        let fed: Vec<u32> = (self.next..self.next + FED).map(|slip| u32::try_from(slip).unwrap()).collect();
        let mut kiosk = Kiosk::start(&self.session);
        let mut heard = Vec::new();
        if rng.gen_ratio(1, 6) {
            hits.during_start += 1;
        } else {
            assert_eq!(kiosk.ballots_in_box(), self.counted.len());
            for voter in &fed {
                let letters = letters(*voter);
                kiosk.tell(&format!("cast {} {letters}", self.code(*voter).scanned()));
            }
            for _ in 0..rng.gen_range(0..FED) {
                heard.push(kiosk.hear().unwrap());
            }
        }
        thread::sleep(Duration::from_micros(rng.gen_range(0..15_000)));
        heard.extend(kiosk.kill());
        hits.kills += 1;
        self.look_at_journal(hits);
        self.recover(&fed, &heard, hits);
    }

    fn look_at_journal(&self, hits: &mut Hits) {
        let left = fs::read(self.session.journal()).unwrap();
        hits.hot_journals += u32::from(is_interrupted(&self.session.path).unwrap());
        hits.journals_not_yet_zeroed += u32::from(left.iter().any(|byte| *byte != 0));
    }

    /// A new kiosk finds the box as it was left: every acknowledged ballot is there, and each slip spent or unused.
    fn recover(&mut self, fed: &[u32], heard: &[String], hits: &mut Hits) {
        let acknowledged = heard.iter().filter(|line| line.starts_with("ok ")).count();
        assert!(heard.iter().all(|line| line.starts_with("ok ") || line.starts_with("ready ")), "{heard:?}");
        let mut kiosk = Kiosk::start(&self.session);
        let in_box = kiosk.ballots_in_box();
        let journal = fs::read(self.session.journal()).unwrap();
        assert!(journal.iter().all(|byte| *byte == 0), "the journal is zeroed at the start");
        let counted: Vec<u32> =
            fed.iter().copied().filter(|voter| kiosk.has_counted(self.code(*voter))).collect();
        kiosk.kill();
        assert!(counted.len() >= acknowledged, "{acknowledged} acknowledged, {} in the box", counted.len());
        assert_eq!(counted, fed[..counted.len()], "cast in turn");
        assert!(counted.len() <= acknowledged + 1, "only one can be under way");
        assert_eq!(in_box, self.counted.len() + counted.len(), "as many ballots as spent slips");
        hits.acknowledged += acknowledged;
        hits.committed_unheard += counted.len() - acknowledged;
        self.next += counted.len();
        self.counted.extend(counted);
    }

    fn is_used_up(&self) -> bool {
        self.next + FED > self.session.codes.len()
    }

    /// The session goes on as if nothing had been: no slip votes twice, the poll closes, the totals are right.
    fn finish(self) {
        let session = &self.session;
        let mut office = session.open();
        let mut poll = Poll::open(&mut office).unwrap();
        for voter in 0..u32::try_from(session.codes.len()).unwrap() {
            let code = self.code(voter);
            let counted = self.counted.contains(&voter);
            let standing = if counted { SlipStatus::Counted } else { SlipStatus::Unused };
            assert_eq!(poll.standing(code).unwrap(), standing);
            assert_eq!(poll.cast(code, &marks(CANDIDATES, voter)).is_err(), counted);
        }
        session.close(&mut office, SIZE.delegates).unwrap();
        let totals = session.count(&mut office, &session.cards(&[1, 3])).unwrap();
        assert_eq!(totals, expected(CANDIDATES, 0..SIZE.delegates));
    }
}

/// A voter's marks as the kiosk takes them.
fn letters(voter: u32) -> String {
    let letter = |mark: &Mark| match mark {
        Mark::Approve => 'A',
        Mark::Oppose => 'O',
        Mark::Abstain => '-',
    };
    marks(CANDIDATES, voter).0.iter().map(letter).collect()
}

/// The close rewrites the whole box: after a kill either the poll is open and the box as it was, or it is closed.
#[test]
fn a_kill_during_the_close_leaves_the_poll_open_or_closed() {
    const CLOSES: u32 = 60;
    let mut rng = ChaCha20Rng::seed_from_u64(40);
    let set_up = quick_folder();
    let prepared = Session::with_open_poll(set_up.path(), SIZE, 2);
    let mut office = prepared.open();
    let mut poll = Poll::open(&mut office).unwrap();
    for voter in 0..SIZE.delegates {
        poll.cast(&prepared.codes[voter as usize], &marks(CANDIDATES, voter)).unwrap();
    }
    drop(office);
    let (mut hot_journals, mut still_open, mut closed) = (0, 0, 0);
    let mut delay = 4_000;
    for kill in 0..kills(CLOSES) {
        let folder = TempDir::new().unwrap();
        let session = prepared.copy_to(folder.path());
        let mut kiosk = Kiosk::start(&session);
        assert_eq!(kiosk.ballots_in_box(), SIZE.delegates as usize);
        kiosk.tell(&format!("close {}", SIZE.delegates));
        thread::sleep(Duration::from_micros(rng.gen_range(delay * 4 / 5..=delay * 6 / 5)));
        let said_closed = kiosk.kill().contains(&"closed".to_owned());
        hot_journals += u32::from(is_interrupted(&session.path).unwrap());
        let mut office = session.open();
        match office.round().unwrap().state().name() {
            // Sooner after a close that was done, later after one that was not: so the kills crowd about the commit.
            "closed" => {
                closed += 1;
                delay = delay * 9 / 10;
            }
            _ if said_closed => panic!("the close was said to be done"),
            _ => {
                still_open += 1;
                delay = delay * 10 / 9 + 10;
                session.close(&mut office, SIZE.delegates).unwrap();
            }
        }
        // Counting is slow; what is counted is the same each time.
        if kill % 10 == 0 {
            let totals = session.count(&mut office, &session.cards(&[2, 3])).unwrap();
            assert_eq!(totals, expected(CANDIDATES, 0..SIZE.delegates));
        }
    }
    println!("{hot_journals} hot journals, {still_open} still open, {closed} closed");
    assert!(hot_journals > 0 && still_open > 0 && closed > 0);
}

/// The count reads the box and writes its result in one go: after a kill the round is closed and can be counted, or it is
/// counted, and what was counted is right.
#[test]
fn a_kill_during_the_count_leaves_the_round_closed_or_counted() {
    const COUNTS: u32 = 40;
    const BALLOTS: u32 = 12;
    let mut rng = ChaCha20Rng::seed_from_u64(41);
    let set_up = quick_folder();
    let prepared = Session::with_open_poll(set_up.path(), SIZE, 3);
    let mut office = prepared.open();
    let mut poll = Poll::open(&mut office).unwrap();
    for voter in 0..BALLOTS {
        poll.cast(&prepared.codes[voter as usize], &marks(CANDIDATES, voter)).unwrap();
    }
    prepared.close(&mut office, BALLOTS).unwrap();
    drop(office);
    let (mut still_closed, mut counted) = (0, 0);
    let mut delay = 20_000;
    for _ in 0..kills(COUNTS) {
        let folder = TempDir::new().unwrap();
        let session = prepared.copy_to(folder.path());
        let wait = Duration::from_micros(rng.gen_range(delay * 4 / 5..=delay * 6 / 5));
        let said_counted = kill_counting(&session, wait);
        let mut office = session.open();
        let found = match office.round().unwrap() {
            Round::Counted(round) => {
                counted += 1;
                delay = delay * 9 / 10;
                totals(&round)
            }
            Round::Closed(_) if !said_counted => {
                still_closed += 1;
                delay = delay * 10 / 9 + 10;
                session.count(&mut office, &session.cards(&[2, 3])).unwrap()
            }
            other => panic!("the round is {}, the count was said to be done: {said_counted}", other.state()),
        };
        assert_eq!(found, expected(CANDIDATES, 0..BALLOTS));
    }
    println!("{still_closed} still closed, {counted} counted");
    assert!(still_closed > 0 && counted > 0);
}

/// Lets a process count and kills it after a while. Whether it said that the round is counted.
fn kill_counting(session: &Session, wait: Duration) -> bool {
    let mut child = Command::new(env!("CARGO_BIN_EXE_hall"))
        .args([session.path.as_os_str(), session.station.as_os_str(), OsStr::new("count")])
        .args([&session.cards[0], &session.cards[2]])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    output.read_line(&mut line).unwrap();
    assert!(line.starts_with("ready "), "{line}");
    thread::sleep(wait);
    child.kill().unwrap();
    child.wait().unwrap();
    output.lines().any(|line| line.unwrap() == "counted")
}

#[test]
fn no_vote_is_lost_or_half_cast_by_kills() {
    let mut rng = ChaCha20Rng::seed_from_u64(300);
    let mut hits = Hits::default();
    let set_up = quick_folder();
    let prepared = Session::with_open_poll(set_up.path(), SIZE, 1);
    let wanted = kills(KILLS);
    while hits.kills < wanted {
        // On the disk, where a commit takes its time.
        let folder = TempDir::new().unwrap();
        let mut trial = Trial::new(&prepared, &folder);
        while hits.kills < wanted && !trial.is_used_up() {
            trial.kill_once(&mut rng, &mut hits);
        }
        trial.finish();
    }
    println!("{hits:?}");
    assert!(hits.hot_journals > 0, "no kill hit a commit: nothing was recovered");
    assert!(hits.acknowledged > 1_000, "{hits:?}");
}

//! A hall simulated: 1,200 delegates, forty of them on paper, twelve kiosks in three zones. One kiosk dies, one slip is
//! spent at two, boxes come back in any order and again and again, and the station is killed while it merges. The result
//! is the same every time.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use kiosk_files::KioskBox;
use office::{
    act::Office,
    acts::{self, KioskDisk, Merging, Poll},
};
use piaojue_tests::{
    hall::{Apart, HallSize, HallStation},
    session::{expected, kills, marks, quick_folder, unchecked},
};
use procedure::{
    number::{KioskNumber, RoundNumber},
    round::Round,
};
use rand::{Rng, SeedableRng, seq::SliceRandom};
use rand_chacha::ChaCha20Rng;
use session_model::{Kept, Tray};
use signed_file::is_interrupted;
use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::LazyLock,
    thread,
    time::Duration,
};
use tempfile::TempDir;

const CANDIDATES: u32 = 5;
const ZONES: [u32; 3] = [400, 400, 360];
const PAPER: u32 = 40;
const KIOSKS: u32 = 12;
/// The kiosk that dies, in zone 3.
const DEAD: u32 = 12;
/// The kiosks of zone 2 at which the same slip is spent.
const TWICE: [u32; 2] = [2, 5];
/// Slips of zone 1 that are used at the station's own kiosk.
const AT_STATION: u32 = 20;

/// Everything that comes to the station at the end of the poll.
struct Day {
    station: HallStation,
    dead: Apart,
    /// The boxes of the other kiosks, in files.
    boxes: Vec<PathBuf>,
    sticks: TempDir,
    /// Who voted on the kiosk that dies.
    on_dead: Vec<u32>,
    /// Whose slip was also spent elsewhere.
    doubled: u32,
}

static DAY: LazyLock<Day> = LazyLock::new(day);

/// The number of all slips, which are the voters with a slip.
fn slips() -> u32 {
    ZONES.iter().sum()
}

/// The kiosk at which a voter of a zone uses the slip: each zone has four, and zone 1 the station's own (0) as well.
fn kiosk_of(voter: u32) -> u32 {
    let (mut zone, mut within) = (1, voter);
    for slips in ZONES {
        if within < slips {
            break;
        }
        within -= slips;
        zone += 1;
    }
    if zone == 1 && within < AT_STATION { 0 } else { zone + 3 * (within % 4) }
}

fn day() -> Day {
    let size = HallSize { candidates: CANDIDATES, zones: ZONES.to_vec(), paper: PAPER };
    let station = HallStation::with_open_poll(size, 12);
    let mut office = HallStation::open(station.folder.path());
    let kiosks: Vec<Apart> =
        (1..=KIOSKS).map(|number| station.provision(&mut office, number, (number - 1) % 3 + 1)).collect();
    let voters_of = |kiosk: u32| (0..slips()).filter(move |voter| kiosk_of(*voter) == kiosk);
    let code = |voter: u32| (voter, &station.codes[voter as usize]);
    let mut poll = Poll::open(&mut office).unwrap();
    for voter in voters_of(0) {
        poll.cast(code(voter).1, &marks(CANDIDATES as usize, voter)).unwrap();
    }
    station.enter_paper(&mut office, slips()..slips() + PAPER);
    drop(office);
    for kiosk in &kiosks {
        kiosk.vote(CANDIDATES, voters_of(kiosk.number).map(code));
    }
    // The slip's first ballot is the voter's; whoever copied the slip marks otherwise.
    let doubled = voters_of(TWICE[0]).nth(7).unwrap();
    kiosks[TWICE[1] as usize - 1].vote(CANDIDATES, [(doubled + 1, code(doubled).1)]);
    let sticks = quick_folder();
    let two = station.two();
    let (dead, alive): (Vec<Apart>, Vec<Apart>) = kiosks.into_iter().partition(|kiosk| kiosk.number == DEAD);
    let written = |kiosk: &Apart| {
        let path = sticks.path().join(format!("{}.box", kiosk.number));
        kiosk_files::write(&path, &kiosk.close(&two)).unwrap();
        path
    };
    let boxes = alive.iter().map(written).collect();
    let dead = dead.into_iter().next().unwrap();
    Day { station, dead, boxes, sticks, on_dead: voters_of(DEAD).collect(), doubled }
}

impl Day {
    /// A copy of the station as it is before any box comes.
    fn station(&self) -> TempDir {
        let folder = quick_folder();
        self.station.copy_to(folder.path());
        folder
    }

    fn recover(&self, office: &mut Office) -> Merging {
        let folder = quick_folder();
        let (database, key) = self.dead.copy_to(folder.path());
        let disk = KioskDisk { database: &database, key: &key };
        let tray = u32::try_from(self.on_dead.len()).unwrap();
        acts::recover_box(office, &self.station.two(), disk, tray, None).unwrap()
    }

    fn merge(&self, office: &mut Office, file: &Path) -> Merging {
        acts::merge_box(office, &self.station.two(), &fs::read(file).unwrap()).unwrap()
    }

    fn decide(&self, office: &mut Office, kept: Kept) {
        let disputes = acts::disputes(office).unwrap();
        assert_eq!(disputes.len(), 1);
        assert_eq!(disputes[0].kiosks, TWICE.map(KioskNumber));
        let reason = "票签被复制，经核对托盘，以二号机为准。";
        acts::decide_dispute(office, &self.station.two(), &disputes[0].tag, kept, reason).unwrap();
    }

    /// All slips lie in the trays; each voter had one.
    fn close(&self, office: &mut Office) -> String {
        let tray = Tray { slips: slips(), paper: PAPER };
        acts::close_poll(office, &self.station.two(), tray, None, &unchecked()).unwrap();
        match office.round().unwrap() {
            Round::Closed(closed) => closed.closing.root,
            other => panic!("closed, and found {}", other.state()),
        }
    }

    fn count(&self, office: &mut Office) -> Vec<(u32, u32)> {
        acts::count(office, &self.station.two(), &self.station.cards(), &|_| true).unwrap();
        match office.round().unwrap() {
            Round::Counted(counted) => counted
                .decision
                .tally
                .totals()
                .iter()
                .map(|total| (total.approve.0, total.oppose.0))
                .collect(),
            other => panic!("counted, and found {}", other.state()),
        }
    }

    fn everybody() -> impl Iterator<Item = u32> {
        0..slips() + PAPER
    }
}

/// Boxes in three orders, each several times, the dead kiosk recovered somewhere in between.
#[test]
fn boxes_in_any_order_and_again_and_again_come_to_the_same() {
    let day = &*DAY;
    let mut rng = ChaCha20Rng::seed_from_u64(7);
    let mut roots = Vec::new();
    for run in 0..3 {
        let folder = day.station();
        let mut office = HallStation::open(folder.path());
        let mut coming: Vec<Option<&PathBuf>> = day.boxes.iter().map(Some).chain([None]).collect();
        coming.shuffle(&mut rng);
        for (place, file) in coming.iter().enumerate() {
            let merging = match file {
                Some(file) => day.merge(&mut office, file),
                None => day.recover(&mut office),
            };
            assert!(matches!(merging, Merging::Merged { .. }));
            if let Some(before) = coming[rng.gen_range(0..=place)] {
                assert!(matches!(day.merge(&mut office, before), Merging::AlreadyMerged { .. }));
            }
        }
        day.decide(&mut office, Kept::Kiosk(KioskNumber(TWICE[0])));
        let account = acts::slips_account(&office, RoundNumber(1)).unwrap();
        let spent: Vec<(u32, u32)> = account.zones.iter().map(|zone| (zone.spent, zone.unused)).collect();
        assert_eq!((spent, account.missing), (vec![(400, 0), (400, 0), (360, 0)], 0));
        roots.push(day.close(&mut office));
        if run == 0 {
            assert_eq!(day.count(&mut office), expected(CANDIDATES as usize, Day::everybody()));
        }
    }
    assert!(roots.windows(2).all(|pair| pair[0] == pair[1]), "{roots:?}");
}

/// The dead kiosk's disk can't be read, and nothing of the doubled slip is kept: the account says what is missing and void.
#[test]
fn a_lost_kiosk_is_missing_from_the_result_and_nothing_else_is() {
    let day = &*DAY;
    let folder = day.station();
    let mut office = HallStation::open(folder.path());
    for file in day.boxes.iter().rev() {
        day.merge(&mut office, file);
    }
    let tray = Tray { slips: slips(), paper: PAPER };
    let refused = acts::close_poll(&mut office, &day.station.two(), tray, None, &unchecked()).unwrap_err();
    assert_eq!(refused.to_string(), format!("kiosks.kiosks-out kiosks={DEAD}"));
    let lost = u32::try_from(day.on_dead.len()).unwrap();
    acts::declare_lost(
        &mut office,
        &day.station.two(),
        KioskNumber(DEAD),
        lost,
        "硬盘损坏，其中的选票不能读出。",
    )
    .unwrap();
    let refused = acts::close_poll(&mut office, &day.station.two(), tray, None, &unchecked()).unwrap_err();
    assert_eq!(refused.to_string(), "kiosks.disputes-open slips=1");
    day.decide(&mut office, Kept::None);
    let account = acts::slips_account(&office, RoundNumber(1)).unwrap();
    let zones: Vec<(u32, u32, u32)> =
        account.zones.iter().map(|zone| (zone.spent, zone.unused, zone.void)).collect();
    assert_eq!((zones, account.missing), (vec![(400, 0, 0), (399, 0, 1), (360 - lost, lost, 0)], lost));
    day.close(&mut office);
    let counted = Day::everybody().filter(|voter| !day.on_dead.contains(voter) && *voter != day.doubled);
    assert_eq!(day.count(&mut office), expected(CANDIDATES as usize, counted));
    let Round::Counted(counted) = office.round().unwrap() else { panic!("counted") };
    let figures = (counted.account.issued().0, counted.account.collected().0, counted.account.void().0);
    assert_eq!(figures, (slips() + PAPER, slips() + PAPER - lost, 1));
}

/// The station is killed again and again while it merges: each time the box is merged whole or not at all.
#[test]
fn a_kill_in_the_middle_of_a_merge_leaves_it_whole_or_undone() {
    for time in 0..kills(1) {
        kill_while_merging(u64::from(time));
    }
}

fn kill_while_merging(time: u64) {
    const KILLED_BOXES: usize = 6;
    const KILLS_A_BOX: u32 = 5;
    let day = &*DAY;
    let mut rng = ChaCha20Rng::seed_from_u64(9 + time);
    // On the disk, where a commit takes its time.
    let folder = TempDir::new().unwrap();
    day.station.copy_to(folder.path());
    let mut boxes = day.boxes.clone();
    boxes.shuffle(&mut rng);
    let (mut hot_journals, mut undone, mut done) = (0, 0, 0);
    let mut delay = 100_000_u64;
    for file in &boxes[..KILLED_BOXES] {
        let ballots = KioskBox::read(&fs::read(file).unwrap()).unwrap().0.spent.len();
        for _ in 0..KILLS_A_BOX {
            let before = in_box(folder.path());
            let wait = Duration::from_micros(rng.gen_range(delay * 9 / 10..=delay * 11 / 10));
            let said_merged = kill_merging(folder.path(), file, wait);
            hot_journals += u32::from(is_interrupted(&HallStation::path(folder.path())).unwrap());
            let after = in_box(folder.path());
            if after == before {
                assert!(!said_merged, "the merge was said to be done");
                undone += 1;
                delay = delay * 12 / 10;
            } else {
                // One of the two boxes with the doubled slip takes the other's ballot aside with its own.
                assert!(after == before + ballots || after == before + ballots - 2, "whole");
                done += 1;
                delay = delay * 8 / 10;
                break;
            }
        }
        let mut office = HallStation::open(folder.path());
        day.merge(&mut office, file);
        drop(office);
        assert!(kill_merging(folder.path(), file, Duration::from_mins(1)), "merged already");
    }
    // Whether a kill met the very moment of a commit, which leaves a hot journal, is luck: so many kills, so few moments.
    println!("{hot_journals} hot journals, {undone} undone, {done} done");
    assert!(undone > 0 && done > 0, "{hot_journals} {undone} {done}");
    let mut office = HallStation::open(folder.path());
    for file in &boxes {
        day.merge(&mut office, file);
    }
    day.recover(&mut office);
    day.decide(&mut office, Kept::Kiosk(KioskNumber(TWICE[0])));
    let killed = day.close(&mut office);
    let quiet = day.station();
    let mut office = HallStation::open(quiet.path());
    day.recover(&mut office);
    for file in &day.boxes {
        day.merge(&mut office, file);
    }
    day.decide(&mut office, Kept::Kiosk(KioskNumber(TWICE[0])));
    assert_eq!(day.close(&mut office), killed);
    assert!(day.sticks.path().exists());
}

/// How many ballots lie in the station's box, whatever was interrupted being undone.
fn in_box(folder: &Path) -> usize {
    HallStation::open(folder).store().ballots_in_box().unwrap().0 as usize
}

/// Lets a process merge a box and kills it after a while. Whether it said that the box is merged.
fn kill_merging(folder: &Path, file: &Path, wait: Duration) -> bool {
    let mut child = Command::new(env!("CARGO_BIN_EXE_hall"))
        .args([&HallStation::path(folder), &folder.join("station.key"), Path::new("merge"), file])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    output.read_line(&mut line).unwrap();
    assert!(line.starts_with("ready "), "{line}");
    let waited = (0..100).any(|_| {
        thread::sleep(wait / 100);
        child.try_wait().unwrap().is_some()
    });
    if !waited {
        child.kill().unwrap();
    }
    child.wait().unwrap();
    let said: Vec<String> = output.lines().map(Result::unwrap).collect();
    said.iter().any(|line| line.starts_with("merged"))
}

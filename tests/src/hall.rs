//! A hall: a station with zones, kiosks apart in folders of their own, and the boxes that come back from them.

use crate::session::{
    Size, candidates, clock, delegates, go_on, marks, operator, profile, quick_folder, rules, witnessed,
};
use ballot_box::{KeyCard, SlipCode};
use kiosk_files::Request;
use office::{
    OfficeError, Randomness,
    act::{Office, Witnessed},
    acts::{self, KioskPlace, Poll},
};
use procedure::number::{DelegateNumber, KioskNumber};
use session_model::{
    Handed, Zone, ZoneSlips,
    paper_ballot::{Reading, Readings, Sheet},
};
use signed_file::{Station, journal_of};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// How large a hall is.
#[derive(Debug, Clone)]
pub struct HallSize {
    /// Candidates.
    pub candidates: u32,
    /// Slips of each zone, all of which are handed out.
    pub zones: Vec<u32>,
    /// Paper ballots, all of which are handed out.
    pub paper: u32,
}

impl HallSize {
    fn slips(&self) -> u32 {
        self.zones.iter().sum()
    }

    fn session(&self) -> Size {
        let delegates = self.slips() + self.paper;
        Size { candidates: self.candidates, delegates, spare: 0, cards: (3, 2) }
    }
}

/// A station's files, and what is on paper.
pub struct HallStation {
    /// Where the files are.
    pub folder: TempDir,
    /// The slips' codes, zone by zone.
    pub codes: Vec<SlipCode>,
    cards: Vec<String>,
    size: HallSize,
}

/// A kiosk apart: its files, and which one it is.
pub struct Apart {
    /// Its folder.
    pub folder: TempDir,
    /// Its number.
    pub number: u32,
    /// Its session file.
    pub database: PathBuf,
}

impl HallStation {
    /// Sets a session up to the open poll; every delegate holds a slip or a paper ballot.
    #[must_use]
    pub fn with_open_poll(size: HallSize, seed: u64) -> Self {
        let folder = quick_folder();
        let station = folder.path().join("station.key");
        let mut randomness = Randomness::seeded(seed);
        let key = Station::load_or_create(&station, &mut randomness).expect("station");
        let (by, session) = (operator(), size.session());
        let profile = profile(session);
        let path = folder.path().join("session.db");
        let mut office =
            Office::create(&path, key, clock(), randomness, &profile, &by).expect("a new session");
        acts::set_delegates(&mut office, &by, &delegates(session.delegates)).expect("delegates");
        acts::set_candidates(&mut office, &by, &candidates(size.candidates)).expect("candidates");
        acts::set_rules(&mut office, &by, &rules(size.candidates)).expect("rules");
        acts::begin(&mut office, &by).expect("begun");
        let warnings = acts::warnings(&office).expect("warnings");
        acts::adopt(&mut office, &by, &warnings).expect("adopted");
        let slips = ZoneSlips::new(&size.zones).expect("zones");
        let ceremony = acts::prepare_sealing(&mut office, slips, size.paper).expect("ceremony");
        let two = witnessed(&profile);
        acts::seal(&mut office, &two, &ceremony).expect("sealed");
        acts::open_check_in(&mut office, &by).expect("check-in");
        for number in 1..=session.delegates {
            let handed = if number <= size.slips() { Handed::Slip } else { Handed::Paper };
            acts::check_in(&mut office, &by, &DelegateNumber(number.to_string()), handed)
                .expect("checked in");
        }
        acts::open_poll(&mut office, &two).expect("poll");
        let cards = ceremony.cards().iter().map(|card| card.scanned().to_string()).collect();
        Self { folder, codes: ceremony.codes().to_vec(), cards, size }
    }

    /// The operator with the chief scrutineer.
    #[must_use]
    pub fn two(&self) -> Witnessed {
        witnessed(&profile(self.size.session()))
    }

    /// The session's file in a folder.
    #[must_use]
    pub fn path(folder: &Path) -> PathBuf {
        folder.join("session.db")
    }

    /// The session where it was left in this folder, or in a copy of it.
    #[must_use]
    pub fn open(folder: &Path) -> Office {
        let key = Station::load(&folder.join("station.key")).expect("the station's key");
        let path = Self::path(folder);
        let mut office = Office::open(&path, key, clock(), Randomness::System).expect("the session opens");
        let two = witnessed(&office.store().profile().expect("a profile"));
        go_on(&mut office, &two);
        office
    }

    /// A copy of the station's files. The session must not be open.
    pub fn copy_to(&self, folder: &Path) {
        for name in ["session.db", "session.db-journal", "station.key"] {
            fs::copy(self.folder.path().join(name), folder.join(name)).expect("copied");
        }
    }

    /// Two of three key cards.
    #[must_use]
    pub fn cards(&self) -> Vec<KeyCard> {
        self.cards[..2].iter().map(|card| KeyCard::parse(card).expect("a card")).collect()
    }

    /// Enters the paper ballots of these voters, read alike by two.
    pub fn enter_paper(&self, office: &mut Office, voters: impl Iterator<Item = u32>) {
        let profile = profile(self.size.session());
        let candidates = self.size.candidates as usize;
        let sheets: Vec<Sheet> = voters.map(|voter| Sheet::Marked(marks(candidates, voter))).collect();
        let reading = |reader: &str| Reading { reader: reader.to_owned(), sheets: sheets.clone() };
        let (first, second) = (profile.text().tellers[0].clone(), profile.text().scrutineers[0].clone());
        let mut poll = Poll::open(office).expect("poll");
        let readings = Readings::new(&profile, poll.form(), reading(&first), reading(&second));
        let Ok(batch) = readings.map(|readings| readings.resolve(BTreeMap::new())) else {
            panic!("both are readers")
        };
        let Ok(batch) = batch else { panic!("nothing differs") };
        poll.enter_batch(&self.two(), batch).expect("entered");
    }

    /// Provisions a new kiosk, which loads it and is then left.
    pub fn provision(&self, office: &mut Office, number: u32, zone: u32) -> Apart {
        let folder = quick_folder();
        let key = || {
            let path = folder.path().join("kiosk.key");
            Station::load_or_create(&path, &mut Randomness::System).expect("a kiosk's key")
        };
        let request = Request::write(&format!("{number}号机"), &key()).expect("a request");
        let request = Request::read(&request).expect("a request");
        let zone = Zone::new(zone).expect("a zone");
        let file = acts::provision_kiosk(office, &self.two(), &request, KioskNumber(number), zone)
            .expect("provisioned");
        let place =
            KioskPlace { folder: folder.path(), key: key(), clock: clock(), randomness: Randomness::System };
        let loaded = acts::load_provision(place, &file, &self.two()).expect("loaded");
        let database = loaded.store().path().to_owned();
        drop(loaded);
        Apart { folder, number, database }
    }
}

impl Apart {
    /// The file of its key.
    #[must_use]
    pub fn key(&self) -> PathBuf {
        self.folder.path().join("kiosk.key")
    }

    /// Its session as its file is found.
    pub fn try_open(&self) -> Result<Office, OfficeError> {
        let key = Station::load(&self.key()).expect("the kiosk's key");
        Office::open(&self.database, key, clock(), Randomness::System)
    }

    /// Its session where it was left; where its poll was interrupted, it goes on.
    #[must_use]
    pub fn open(&self) -> Office {
        let mut office = self.try_open().expect("the kiosk opens");
        let two = witnessed(&office.store().profile().expect("a profile"));
        go_on(&mut office, &two);
        office
    }

    /// These voters vote with their slips; then the kiosk is switched off.
    pub fn vote<'a>(&self, candidates: u32, voters: impl IntoIterator<Item = (u32, &'a SlipCode)>) {
        let mut office = self.open();
        let mut poll = Poll::open(&mut office).expect("poll");
        for (voter, code) in voters {
            poll.cast(code, &marks(candidates as usize, voter)).expect("cast");
        }
    }

    /// Two persons close it, and it writes its box.
    #[must_use]
    pub fn close(&self, two: &Witnessed) -> Vec<u8> {
        let mut office = self.open();
        let tray = office.store().ballots_in_box().expect("a box").0;
        acts::close_kiosk(&mut office, two, tray, None).expect("closed");
        acts::export_box(&office).expect("a box")
    }

    /// A copy of its disk: the session with its journal, and the key.
    #[must_use]
    pub fn copy_to(&self, folder: &Path) -> (PathBuf, PathBuf) {
        let copied = |from: &Path| {
            let to = folder.join(from.file_name().expect("a name"));
            fs::copy(from, &to).expect("copied");
            to
        };
        copied(&journal_of(&self.database));
        (copied(&self.database), copied(&self.key()))
    }
}

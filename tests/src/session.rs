//! A session with its poll open, set up through acts of office alone.

use ballot_box::{KeyCard, SlipCode};
use chrono::DateTime;
use messages::Language;
use office::{
    OfficeError, Randomness,
    act::{Office, Operator, Witnessed, with_scrutineer},
    acts::{self, PileCheck, Poll, ProvenBallot},
    clock::StoppedClock,
};
use procedure::{
    ballot::{Mark, Marks},
    candidate::Candidate,
    count::Seats,
    number::{CandidateNumber, DelegateNumber},
    roster::Delegate,
    round::{Counted, Round},
    rules::{Body, Division, Rules},
};
use session_model::{DocumentTexts, Handed, KeyMaking, Level, Profile, ProfileText, Tray};
use signed_file::{Station, journal_of};
use std::{
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// How large a session is.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Candidates; half of them are to be adopted.
    pub candidates: u32,
    /// Delegates, all of whom are present and hold a slip.
    pub delegates: u32,
    /// Slips beyond the delegates'.
    pub spare: u32,
    /// Key cards, and how many of them open totals.
    pub cards: (u32, u32),
}

/// A session's files, and what its key ceremony put on paper.
pub struct Session {
    /// The session's file.
    pub path: PathBuf,
    /// The file of the station's key.
    pub station: PathBuf,
    /// The key cards, as their QR codes carry them.
    pub cards: Vec<String>,
    /// The slips' codes; the first ones are the delegates', the rest was not handed out.
    pub codes: Vec<SlipCode>,
    size: Size,
}

/// The operator of all test sessions.
#[must_use]
pub fn operator() -> Operator {
    Operator("大会秘书处 一号".to_owned())
}

/// The clock of all test sessions.
#[must_use]
pub fn clock() -> Box<StoppedClock> {
    let now = DateTime::parse_from_rfc3339("2026-01-15T09:30:00+08:00").expect("a time");
    Box::new(StoppedClock(now))
}

/// A new folder, in memory where the system has such a place: most tests commit thousands of times, and what they look at
/// are the files' bytes, not the disk.
#[must_use]
pub fn quick_folder() -> TempDir {
    TempDir::new_in("/dev/shm").or_else(|_| TempDir::new()).expect("a folder")
}

/// Two persons leave the check of the piles out.
#[must_use]
pub fn unchecked() -> PileCheck {
    PileCheck::LeftOut { reason: "测试另有用意，此处不核对剩余票签。".to_owned() }
}

impl Session {
    /// Sets a session up in this folder, up to the open poll. The same seed gives the same files.
    #[must_use]
    pub fn with_open_poll(folder: &Path, size: Size, seed: u64) -> Self {
        let (path, station) = (folder.join("session.piaojue"), folder.join("station.key"));
        let mut randomness = Randomness::seeded(seed);
        let key = Station::load_or_create(&station, &mut randomness).expect("station");
        let by = operator();
        let profile = profile(size);
        let mut office =
            Office::create(&path, key, clock(), randomness, &profile, &by).expect("a new session");
        acts::set_delegates(&mut office, &by, &delegates(size.delegates)).expect("delegates");
        acts::set_candidates(&mut office, &by, &candidates(size.candidates)).expect("candidates");
        acts::set_rules(&mut office, &by, &rules(size.candidates)).expect("rules");
        acts::begin(&mut office, &by).expect("begun");
        let warnings = acts::warnings(&office).expect("warnings");
        acts::adopt(&mut office, &by, &warnings).expect("adopted");
        let slips = size.delegates + size.spare;
        let ceremony = acts::prepare_sealing(&mut office, slips, 0).expect("ceremony");
        let witnessed = witnessed(&profile);
        acts::seal(&mut office, &witnessed, &ceremony).expect("sealed");
        acts::open_check_in(&mut office, &by).expect("check-in");
        for number in 1..=size.delegates {
            acts::check_in(&mut office, &by, &DelegateNumber(number.to_string()), Handed::Slip)
                .expect("checked in");
        }
        acts::open_poll(&mut office, &witnessed).expect("poll");
        let cards = ceremony.cards().iter().map(|card| card.scanned().to_string()).collect();
        Self { path, station, cards, codes: ceremony.codes().to_vec(), size }
    }

    /// Opens the session where it was left.
    pub fn try_open(&self) -> Result<Office, OfficeError> {
        let station = Station::load_or_create(&self.station, &mut Randomness::System)?;
        Office::open(&self.path, station, clock(), Randomness::System)
    }

    /// Opens the session as a copy that is looked at, so that the log doesn't tell it and a poll stays open.
    pub fn try_load(&self) -> Result<Office, OfficeError> {
        let station = Station::load_or_create(&self.station, &mut Randomness::System)?;
        Office::load(&self.path, station, clock(), Randomness::System)
    }

    /// Opens the session, which must succeed; where its poll was interrupted, it goes on.
    #[must_use]
    pub fn open(&self) -> Office {
        let mut office = self.try_open().expect("the session opens");
        go_on(&mut office, &self.witnessed());
        office
    }

    /// A copy of all files in another folder. The session must not be open.
    #[must_use]
    pub fn copy_to(&self, folder: &Path) -> Self {
        let copied = |from: &Path| {
            let to = folder.join(from.file_name().expect("a name"));
            fs::copy(from, &to).expect("copied");
            to
        };
        copied(&self.journal());
        Self {
            path: copied(&self.path),
            station: copied(&self.station),
            cards: self.cards.clone(),
            codes: self.codes.clone(),
            size: self.size,
        }
    }

    /// The journal beside the session's file.
    #[must_use]
    pub fn journal(&self) -> PathBuf {
        journal_of(&self.path)
    }

    /// The operator with the chief scrutineer.
    #[must_use]
    pub fn witnessed(&self) -> Witnessed {
        witnessed(&profile(self.size))
    }

    /// The key cards with these numbers, from 1.
    #[must_use]
    pub fn cards(&self, numbers: &[usize]) -> Vec<KeyCard> {
        let card = |number: &usize| KeyCard::parse(&self.cards[number - 1]).expect("a card");
        numbers.iter().map(card).collect()
    }

    /// Ballots sealed for this session, the voters' marks in turn.
    #[must_use]
    pub fn sealed_ballots(&self, ballots: u32) -> Vec<ProvenBallot> {
        let mut office = self.open();
        let mut poll = Poll::open(&mut office).expect("poll");
        let candidates = poll.form().candidates;
        (0..ballots).map(|voter| poll.seal(&marks(candidates, voter)).expect("sealed")).collect()
    }

    /// Closes the poll with this many slips in the tray.
    pub fn close(&self, office: &mut Office, slips: u32) -> Result<(), OfficeError> {
        let check = acts::rehearsed_piles(office, &self.codes, slips)?;
        acts::close_poll(office, &self.witnessed(), Tray { slips, paper: 0 }, None, &check)
    }

    /// Counts the closed round with these cards, and gives each candidate's approvals and oppositions.
    pub fn count(&self, office: &mut Office, cards: &[KeyCard]) -> Result<Vec<(u32, u32)>, OfficeError> {
        acts::count(office, &self.witnessed(), cards, &|_| true)?;
        let counted: Counted = match office.round()? {
            Round::Counted(counted) => counted,
            other => panic!("counted, and found {}", other.state()),
        };
        Ok(totals(&counted))
    }
}

/// Has a poll go on that was interrupted: these two count the trays, which hold what they should.
pub fn go_on(office: &mut Office, two: &Witnessed) {
    if !office.trays_are_to_be_counted() {
        return;
    }
    let figures = office.paper_figures().expect("paper ballots");
    let paper = figures.valid + figures.void;
    let cast = office.turnout().expect("the turnout").cast.0;
    acts::resume_counted(office, two, Tray { slips: cast - paper, paper }, None).expect("resumed");
}

/// Approvals and oppositions of each candidate.
#[must_use]
pub fn totals(counted: &Counted) -> Vec<(u32, u32)> {
    let totals = counted.decision.tally.totals();
    totals.iter().map(|total| (total.approve.0, total.oppose.0)).collect()
}

/// How many kills a test makes that usually makes so many: `cargo xtask kills` has all of them make more.
#[must_use]
pub fn kills(usual: u32) -> u32 {
    let times = std::env::var("PIAOJUE_KILLS_TIMES").ok();
    usual * times.map_or(1, |times| times.parse().expect("PIAOJUE_KILLS_TIMES is a whole number"))
}

/// How a voter marks a ballot: approves one candidate, opposes the next, abstains on the others.
#[must_use]
pub fn marks(candidates: usize, voter: u32) -> Marks {
    let mut marks = vec![Mark::Abstain; candidates];
    let approved = voter as usize % candidates;
    marks[approved] = Mark::Approve;
    marks[(approved + 1) % candidates] = Mark::Oppose;
    Marks(marks)
}

/// What the ballots of these voters come to: approvals and oppositions of each candidate.
#[must_use]
pub fn expected(candidates: usize, voters: impl IntoIterator<Item = u32>) -> Vec<(u32, u32)> {
    let mut totals = vec![(0, 0); candidates];
    for voter in voters {
        for (total, mark) in totals.iter_mut().zip(&marks(candidates, voter).0) {
            total.0 += u32::from(*mark == Mark::Approve);
            total.1 += u32::from(*mark == Mark::Oppose);
        }
    }
    totals
}

pub(crate) fn witnessed(profile: &Profile) -> Witnessed {
    with_scrutineer(profile, &operator().0, &profile.text().chief).expect("two persons")
}

pub(crate) fn profile(size: Size) -> Profile {
    let (cards, threshold) = size.cards;
    Profile::new(ProfileText {
        congress: "云溪县人民代表大会".to_owned(),
        session: "第十八届第六次会议".to_owned(),
        level: Level::County,
        year: 2026,
        presidium: "大会主席团".to_owned(),
        language: Language::Chinese,
        training: false,
        chief: "总监票人".to_owned(),
        scrutineers: (2..=cards).map(|card| format!("监票人{card}")).collect(),
        threshold,
        tellers: vec!["计票人".to_owned()],
        keys: KeyMaking::Dealt,
        texts: DocumentTexts::default(),
    })
    .expect("a profile")
}

/// So many delegates, in delegations by turns.
#[must_use]
pub fn delegates(number: u32) -> Vec<Delegate> {
    let delegate = |number: u32| Delegate {
        number: DelegateNumber(number.to_string()),
        name: format!("代表{number}"),
        delegation: format!("第{}代表团", number % 7 + 1),
        in_office: true,
    };
    (1..=number).map(delegate).collect()
}

/// So many candidates.
#[must_use]
pub fn candidates(number: u32) -> Vec<Candidate> {
    let candidate = |number: u32| Candidate {
        number: CandidateNumber(number.to_string()),
        name: format!("民生实事项目{number}"),
        content: "改造老旧小区供水管网".to_owned(),
        sub_items: Vec::new(),
        location: "云溪县".to_owned(),
        investment: None,
        investment_this_year: None,
        sources: "县财政".to_owned(),
        responsible_unit: "县住建局".to_owned(),
        deadline: None,
        benefit: "居民".to_owned(),
        category: String::new(),
        origin: String::new(),
    };
    (1..=number).map(candidate).collect()
}

pub(crate) fn rules(candidates: u32) -> Rules {
    let seats = Seats((candidates / 2).max(1));
    Rules::preset(Body::Congress, Division::Whole { seats, selection_limit: None }).expect("rules")
}

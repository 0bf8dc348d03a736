//! A small session in a folder of its own, driven step by step.

use ballot_box::{KeyCard, SlipCode};
use chrono::DateTime;
use messages::Coded;
use messages::Language;
use office::{
    OfficeError, Randomness,
    act::{Office, Operator, Witnessed, with_scrutineer},
    acts::{self, PileCheck, Poll},
    clock::{Clock, StoppedClock},
};
use procedure::{
    ballot::{Mark, Marks},
    candidate::Candidate,
    number::DelegateNumber,
    outcome::Decision,
    roster::Delegate,
    round::{Round, Signatures},
    rules::Rules,
};
use session_model::{DocumentTexts, Handed, KeyMaking, Level, Profile, ProfileText, Tray};
use signed_file::Station;
use std::path::PathBuf;
use tempfile::TempDir;

pub const CHIEF: &str = "总监票人甲";

/// A session and what is on paper.
pub struct Hall {
    pub folder: TempDir,
    pub office: Office,
    pub cards: Vec<KeyCard>,
    pub codes: Vec<SlipCode>,
}

pub fn by() -> Operator {
    Operator("操作员".to_owned())
}

pub fn profile() -> Profile {
    Profile::new(ProfileText {
        congress: "虚构县人民代表大会".to_owned(),
        session: "第一次会议".to_owned(),
        level: Level::County,
        year: 2026,
        presidium: "大会主席团".to_owned(),
        language: Language::Chinese,
        training: true,
        chief: CHIEF.to_owned(),
        scrutineers: vec!["监票人乙".to_owned(), "监票人丙".to_owned()],
        threshold: 2,
        tellers: vec!["计票人丁".to_owned()],
        keys: KeyMaking::Dealt,
        texts: DocumentTexts::default(),
    })
    .unwrap()
}

pub fn two() -> Witnessed {
    with_scrutineer(&profile(), "操作员", CHIEF).unwrap()
}

pub fn code<T>(result: Result<T, OfficeError>) -> &'static str {
    result.err().map_or("done", |error| error.code())
}

/// Two persons leave the check of the piles out.
pub fn unchecked() -> PileCheck {
    PileCheck::LeftOut { reason: "测试另有用意，此处不核对剩余票签。".to_owned() }
}

pub fn marks(text: &str) -> Marks {
    let mark = |mark| match mark {
        '+' => Mark::Approve,
        '-' => Mark::Oppose,
        _ => Mark::Abstain,
    };
    Marks(text.chars().map(mark).collect())
}

impl Hall {
    /// A session of so many delegates and four candidates A to D, with rules as JSON; nothing begun.
    pub fn new(delegates: u32, rules: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let station = Station::from_secret(&[7; 32]);
        let mut office = Office::create(
            &folder.path().join("s.db"),
            station,
            clock(),
            Randomness::seeded(1),
            &profile(),
            &by(),
        )
        .unwrap();
        let rules: Rules = serde_json::from_str(rules).unwrap();
        acts::set_delegates(&mut office, &by(), &roster(delegates)).unwrap();
        acts::set_candidates(&mut office, &by(), &list()).unwrap();
        acts::set_rules(&mut office, &by(), &rules).unwrap();
        Self { folder, office, cards: Vec::new(), codes: Vec::new() }
    }

    /// Begun, adopted, sealed with these slips and paper ballots, check-in open.
    pub fn checking_in(delegates: u32, rules: &str, slips: u32, paper: u32) -> Self {
        let mut hall = Self::new(delegates, rules);
        acts::begin(&mut hall.office, &by()).unwrap();
        hall.seal(slips, paper);
        hall
    }

    /// Adopts and seals the round that is begun, and opens check-in.
    pub fn seal(&mut self, slips: u32, paper: u32) {
        let warnings = acts::warnings(&self.office).unwrap();
        acts::adopt(&mut self.office, &by(), &warnings).unwrap();
        let ceremony = if self.cards.is_empty() {
            acts::prepare_sealing(&mut self.office, slips, paper).unwrap()
        } else {
            acts::reuse_cards(&mut self.office, slips, paper).unwrap()
        };
        self.cards.extend(ceremony.cards().iter().map(|card| KeyCard::parse(&card.scanned()).unwrap()));
        self.codes = ceremony.codes().to_vec();
        acts::seal(&mut self.office, &two(), &ceremony).unwrap();
        acts::open_check_in(&mut self.office, &by()).unwrap();
    }

    pub fn check_in(&mut self, number: u32, handed: Handed) -> &'static str {
        code(acts::check_in(&mut self.office, &by(), &DelegateNumber(number.to_string()), handed))
    }

    /// The first so many delegates check in with slips, and the poll opens.
    pub fn open(&mut self, present: u32) {
        for number in 1..=present {
            assert_eq!(self.check_in(number, Handed::Slip), "done");
        }
        acts::open_poll(&mut self.office, &two()).unwrap();
    }

    /// Casts these ballots with the next slips from `from`.
    pub fn cast(&mut self, from: usize, ballots: &[&str]) {
        let mut poll = Poll::open(&mut self.office).unwrap();
        for (code, text) in self.codes[from..].iter().zip(ballots) {
            poll.cast(code, &marks(text)).unwrap();
        }
    }

    pub fn close(&mut self, slips: u32, paper: u32) -> &'static str {
        code(acts::close_poll(&mut self.office, &two(), Tray { slips, paper }, None, &unchecked()))
    }

    pub fn count(&mut self) -> &'static str {
        code(acts::count(&mut self.office, &two(), &self.cards[..2], &|_| true))
    }

    /// What the counted round decided.
    pub fn decision(&self) -> Decision {
        match self.office.round().unwrap() {
            Round::Counted(counted) => counted.decision,
            other => panic!("counted, and found {}", other.state()),
        }
    }

    pub fn confirm(&mut self) -> &'static str {
        let signatures = Signatures {
            chief: CHIEF.to_owned(),
            scrutineers: vec!["监票人乙".to_owned()],
            tellers: vec!["计票人丁".to_owned()],
        };
        code(acts::confirm(&mut self.office, &two(), signatures))
    }

    /// Signs and announces the counted round.
    pub fn announce(&mut self) {
        assert_eq!(self.confirm(), "done");
        acts::announce(&mut self.office, &by()).unwrap();
    }

    pub fn path(&self) -> PathBuf {
        self.office.store().path().to_owned()
    }
}

pub fn clock() -> Box<dyn Clock> {
    Box::new(StoppedClock(DateTime::parse_from_rfc3339("2026-01-15T09:30:00+08:00").unwrap()))
}

fn roster(delegates: u32) -> Vec<Delegate> {
    let delegate = |number: u32| Delegate {
        number: DelegateNumber(number.to_string()),
        name: format!("虚构代表{number}"),
        delegation: "一团".to_owned(),
        in_office: true,
    };
    let gone = Delegate { in_office: false, ..delegate(999) };
    (1..=delegates).map(delegate).chain([gone]).collect()
}

fn list() -> Vec<Candidate> {
    let candidate = |(number, category): (&str, &str)| Candidate {
        number: number.into(),
        name: format!("虚构项目{number}"),
        content: String::new(),
        sub_items: Vec::new(),
        location: String::new(),
        investment: None,
        investment_this_year: None,
        sources: String::new(),
        responsible_unit: String::new(),
        deadline: None,
        benefit: String::new(),
        category: category.to_owned(),
        origin: String::new(),
    };
    [("A", "道路"), ("B", "道路"), ("C", "学校"), ("D", "学校")].map(candidate).into()
}

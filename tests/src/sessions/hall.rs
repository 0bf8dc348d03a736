//! A session that is driven step by step, as in a hall.

use crate::session::unchecked;
use ballot_box::{KeyCard, SlipCode};
use chrono::DateTime;
use documents::Fonts;
use messages::Language;
use office::{
    Randomness,
    act::{Office, Operator, Witnessed, with_scrutineer},
    acts::{self, Ceremony, Poll},
    clock::StoppedClock,
    papers::{self, MadeDocument},
};
use procedure::{
    ballot::{BallotForm, Mark, Marks},
    candidate::Candidate,
    number::{CandidateNumber, DelegateNumber},
    roster::Delegate,
    round::Signatures,
    rules::Rules,
};
use session_model::{
    DocumentTexts, Handed, KeyMaking, Level, OutputWay, Profile, ProfileText, Role, Tray,
    paper_ballot::{Reading, Readings, Sheet},
};
use signed_file::Station;
use std::collections::BTreeMap;
use tempfile::TempDir;

const OPERATOR: &str = "大会秘书处 一号";

/// A session at work in a folder of its own.
pub struct Hall {
    office: Office,
    profile: Profile,
    delegates: Vec<DelegateNumber>,
    cards: Vec<KeyCard>,
    codes: Vec<SlipCode>,
    /// Slips and paper ballots handed out in this round.
    handed: (usize, usize),
    /// Slips and paper ballots in the box in this round, void ones too.
    cast: Tray,
    secrets: Option<&'static Fonts>,
    /// Whether the log tells of PINs and outputs.
    is_ceremony_logged: bool,
    papers: Vec<MadeDocument>,
    _folder: TempDir,
}

/// What the votes of a round come to: approvals and oppositions of each candidate, in the order of its list.
pub type Totals<'a> = &'a [(usize, usize)];

/// What sets one session apart, before anything is done.
pub struct Setup {
    /// Who votes, and who watches over it.
    pub profile: ProfileText,
    /// The roster.
    pub delegates: Vec<Delegate>,
    /// The list.
    pub candidates: Vec<Candidate>,
    /// The rules, as they are written.
    pub rules: &'static str,
}

/// A profile in Chinese with three scrutineers, two of whose cards open the totals.
#[must_use]
pub fn profile(congress: &str, session: &str, level: Level) -> ProfileText {
    ProfileText {
        congress: congress.to_owned(),
        session: session.to_owned(),
        level,
        year: 2026,
        presidium: "大会主席团".to_owned(),
        language: Language::Chinese,
        training: false,
        chief: "韦志强".to_owned(),
        scrutineers: ["黄丽华", "欧阳文轩"].map(String::from).into(),
        threshold: 2,
        tellers: ["陈洁", "李军"].map(String::from).into(),
        keys: KeyMaking::Dealt,
        texts: DocumentTexts::default(),
    }
}

impl Hall {
    /// A session with its delegates, list and rules set, its first round begun and not adopted.
    #[must_use]
    pub fn begun(setup: Setup) -> Self {
        let folder = crate::session::quick_folder();
        let now = DateTime::parse_from_rfc3339("2026-01-15T09:30:00+08:00").expect("a time");
        let profile = Profile::new(setup.profile).expect("a profile");
        let by = operator();
        let mut office = Office::create(
            &folder.path().join("session.piaojue"),
            Station::from_secret(&[7; 32]),
            Box::new(StoppedClock(now)),
            Randomness::seeded(1),
            &profile,
            &by,
        )
        .expect("a new session");
        let rules: Rules = serde_json::from_str(setup.rules).expect("rules");
        acts::set_delegates(&mut office, &by, &setup.delegates).expect("delegates");
        acts::set_candidates(&mut office, &by, &setup.candidates).expect("candidates");
        acts::set_rules(&mut office, &by, &rules).expect("rules");
        acts::begin(&mut office, &by).expect("begun");
        Self {
            office,
            profile,
            delegates: setup.delegates.into_iter().map(|delegate| delegate.number).collect(),
            cards: Vec::new(),
            codes: Vec::new(),
            handed: (0, 0),
            cast: Tray { slips: 0, paper: 0 },
            secrets: None,
            is_ceremony_logged: false,
            papers: Vec::new(),
            _folder: folder,
        }
    }

    /// Begins the next round that is called for.
    pub fn begin_next(&mut self) {
        acts::begin_next(&mut self.office, &operator()).expect("the next round");
    }

    /// Keeps what the next key ceremonies print.
    pub fn keep_secrets(&mut self, fonts: &'static Fonts) {
        self.secrets = Some(fonts);
    }

    /// Logs the PINs and outputs of the next key ceremonies, as the desktop does.
    pub fn log_ceremonies(&mut self) {
        self.is_ceremony_logged = true;
    }

    /// What the key ceremonies printed since [`Hall::keep_secrets`].
    #[must_use]
    pub fn secrets(&self) -> &[MadeDocument] {
        &self.papers
    }

    /// The session.
    #[must_use]
    pub const fn office(&self) -> &Office {
        &self.office
    }

    /// Adopts the round with all its warnings, seals it with so many slips and paper ballots, and opens check-in.
    pub fn seal(&mut self, slips: u32, paper: u32) {
        let warnings = acts::warnings(&self.office).expect("warnings");
        acts::adopt(&mut self.office, &operator(), &warnings).expect("adopted");
        let mut ceremony = if self.cards.is_empty() {
            acts::prepare_sealing(&mut self.office, slips, paper)
        } else {
            acts::reuse_cards(&mut self.office, slips, paper)
        }
        .expect("a ceremony");
        if self.is_ceremony_logged {
            self.give_out(&mut ceremony);
        }
        if let Some(fonts) = self.secrets {
            self.papers.push(papers::slips(&self.office, fonts, &ceremony).expect("slips"));
            self.papers.extend(papers::key_cards(&self.office, fonts, &ceremony).expect("cards"));
        }
        let cards = ceremony.cards().iter().map(|card| KeyCard::parse(&card.scanned()).expect("a card"));
        self.cards.extend(cards);
        self.codes = ceremony.codes().to_vec();
        (self.handed, self.cast) = ((0, 0), Tray { slips: 0, paper: 0 });
        let two = self.two();
        acts::seal(&mut self.office, &two, &ceremony).expect("sealed");
        acts::open_check_in(&mut self.office, &operator()).expect("check-in");
    }

    /// Every scrutineer sets a PIN and takes the card; the slips are saved twice.
    fn give_out(&mut self, ceremony: &mut Ceremony) {
        if !ceremony.cards().is_empty() {
            for holder in self.profile.card_holders() {
                acts::set_pin(&mut self.office, &operator(), Role::Scrutineer, holder, "804913")
                    .expect("a PIN");
            }
        }
        let (two, reason) = (self.two(), "第一个 U 盘写坏，换一个 U 盘再保存");
        acts::output_all(&mut self.office, &two, ceremony, reason).expect("given out");
        acts::output_slips(&mut self.office, &two, ceremony, OutputWay::Saved, Some(reason))
            .expect("given out");
    }

    /// The next delegates check in, so many with slips and then so many with paper ballots.
    pub fn check_in(&mut self, slips: usize, paper: usize) {
        for handed in
            std::iter::repeat_n(Handed::Slip, slips).chain(std::iter::repeat_n(Handed::Paper, paper))
        {
            let delegate = self.delegates[self.handed.0 + self.handed.1].clone();
            acts::check_in(&mut self.office, &operator(), &delegate, handed).expect("checked in");
            match handed {
                Handed::Paper => self.handed.1 += 1,
                _ => self.handed.0 += 1,
            }
        }
    }

    /// Opens the poll.
    pub fn open(&mut self) {
        let two = self.two();
        acts::open_poll(&mut self.office, &two).expect("poll");
    }

    /// Everybody checks in and the poll opens: `seal`, `check_in` and `open` in one.
    pub fn poll(&mut self, slips: usize, paper: usize) {
        let of = |number: usize| u32::try_from(number).expect("a small hall");
        self.seal(of(slips) + 2, of(paper));
        self.check_in(slips, paper);
        self.open();
    }

    /// So many ballots are cast that come to these totals, the last of them on paper.
    pub fn cast(&mut self, ballots: usize, paper: usize, totals: Totals<'_>) {
        let mut poll = Poll::open(&mut self.office).expect("poll");
        let mut ballots = marked(poll.form(), ballots, totals);
        let on_paper = ballots.split_off(ballots.len() - paper);
        for marks in ballots {
            poll.cast(&self.codes[self.cast.slips as usize], &Marks(marks)).expect("cast");
            self.cast.slips += 1;
        }
        if !on_paper.is_empty() {
            self.enter_paper(on_paper.into_iter().map(Marks).collect());
        }
    }

    /// A batch of paper ballots that the first teller and the chief scrutineer read alike.
    fn enter_paper(&mut self, ballots: Vec<Marks>) {
        let text = self.profile.text();
        let sheets: Vec<Sheet> = ballots.into_iter().map(Sheet::Marked).collect();
        self.cast.paper += u32::try_from(sheets.len()).expect("a pile");
        let read = |reader: &String| Reading { reader: reader.clone(), sheets: sheets.clone() };
        let two = self.two();
        let mut poll = Poll::open(&mut self.office).expect("poll");
        let (first, second) = (read(&text.tellers[0]), read(&text.chief));
        let readings = Readings::new(&self.profile, poll.form(), first, second).expect("two readings");
        let batch = readings.resolve(BTreeMap::new()).expect("alike");
        poll.enter_batch(&two, batch).expect("entered");
    }

    /// A paper ballot that approves everything, and is void.
    pub fn cast_void(&mut self) {
        let poll = Poll::open(&mut self.office).expect("poll");
        let marks = Marks(vec![Mark::Approve; poll.form().candidates]);
        self.enter_paper(vec![marks]);
    }

    /// A damaged slip is exchanged.
    pub fn exchange_slip(&mut self) {
        let (two, code) = (self.two(), self.codes.last().expect("a slip").clone());
        acts::exchange_slip(&mut self.office, &two, &code).expect("exchanged");
    }

    /// Closes the poll with as many slips and paper ballots in the trays as lie in the box.
    pub fn close(&mut self, statement: Option<&str>) {
        let two = self.two();
        let check = match &statement {
            // More was cast than was handed out.
            Some(_) => unchecked(),
            None => acts::rehearsed_piles(&self.office, &self.codes, self.cast.slips).expect("piles"),
        };
        acts::close_poll(&mut self.office, &two, self.cast, statement.map(str::to_owned), &check)
            .expect("closed");
    }

    /// Counts with as many cards as open the totals.
    pub fn count(&mut self) {
        let (two, threshold) = (self.two(), self.profile.text().threshold as usize);
        acts::count(&mut self.office, &two, &self.cards[..threshold], &|_| true).expect("counted");
    }

    /// All who are appointed sign the result.
    pub fn confirm(&mut self) {
        let text = self.profile.text();
        let signatures = Signatures {
            chief: text.chief.clone(),
            scrutineers: text.scrutineers.clone(),
            tellers: text.tellers.clone(),
        };
        let two = self.two();
        acts::confirm(&mut self.office, &two, signatures).expect("signed");
    }

    /// Signs and announces the counted round.
    pub fn announce(&mut self) {
        self.confirm();
        acts::announce(&mut self.office, &operator()).expect("announced");
    }

    /// A whole poll in which all who checked in vote: `cast`, `close`, `count` and `announce` in one.
    pub fn vote(&mut self, totals: Totals<'_>) {
        let (slips, paper) = self.handed;
        self.cast(slips + paper, paper, totals);
        self.close(None);
        self.count();
        self.announce();
    }

    /// Draws lots for these.
    pub fn draw(&mut self, drawn: &[&str]) {
        let drawn: Vec<CandidateNumber> = drawn.iter().map(|id| (*id).into()).collect();
        let two = self.two();
        acts::draw_lots(&mut self.office, &two, &drawn).expect("drawn");
    }

    /// Ends the round for want of a quorum.
    pub fn void_for_quorum(&mut self) {
        let two = self.two();
        acts::void_for_quorum(&mut self.office, &two).expect("void");
    }

    /// Suspends the poll.
    pub fn suspend(&mut self) {
        let two = self.two();
        acts::suspend(&mut self.office, &two).expect("suspended");
    }

    /// Resumes the poll.
    pub fn resume(&mut self) {
        let two = self.two();
        acts::resume(&mut self.office, &two).expect("resumed");
    }

    /// Ends the round by a decision.
    pub fn end_by_decision(&mut self, statement: &str) {
        let two = self.two();
        acts::end_by_decision(&mut self.office, &two, statement).expect("ended");
    }

    fn two(&self) -> Witnessed {
        with_scrutineer(&self.profile, OPERATOR, &self.profile.text().chief).expect("two persons")
    }
}

fn operator() -> Operator {
    Operator(OPERATOR.to_owned())
}

/// Ballots that come to these totals, each with as many approvals as the others or one less, so that every limit is kept
/// that can be kept.
fn marked(form: &BallotForm, ballots: usize, totals: Totals<'_>) -> Vec<Vec<Mark>> {
    let mut marked = vec![vec![Mark::Abstain; form.candidates]; ballots];
    assert_eq!(totals.len(), form.candidates, "a total for each candidate");
    for block in &form.blocks {
        let mut approvals = vec![0; ballots];
        for &candidate in &block.candidates {
            let mut by_load: Vec<usize> = (0..ballots).collect();
            by_load.sort_by_key(|&ballot| approvals[ballot]);
            let (approve, oppose) = totals[candidate];
            for &ballot in &by_load[..approve] {
                marked[ballot][candidate] = Mark::Approve;
                approvals[ballot] += 1;
            }
            for &ballot in &by_load[approve..approve + oppose] {
                marked[ballot][candidate] = Mark::Oppose;
            }
        }
    }
    marked
}

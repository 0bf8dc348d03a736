//! Small sessions held through acts of office, each for what its record shows. The same seeds give the same records.

use super::people::{candidate, delegate, profile};
use crate::{
    holders::Holders,
    session::{clock, operator, quick_folder, unchecked},
};
use ballot_box::{KeyCard, SlipCode, VoterDigits};
use office::{
    Randomness,
    act::{Office, Witnessed, with_scrutineer},
    acts::{self, Ceremony, Pile, Piles, Poll, ProvenBallot},
};
use procedure::{
    ballot::{Mark, Marks},
    candidate::Candidate,
    number::{CandidateNumber, DelegateNumber},
    roster::Delegate,
    round::{Round, Signatures},
    rules::RulesText,
};
use record_export::{Document, make};
use session_model::{
    Handed, KeyMaking, Profile, ProfileText, Tray,
    paper_ballot::{Reading, Readings, Sheet},
};
use signed_file::Station;
use std::{collections::BTreeMap, io::Cursor, sync::LazyLock};
use tempfile::TempDir;

/// The secret of the station of all these sessions.
pub const STATION: [u8; 32] = [7; 32];

/// The records of all sessions, by name.
pub(super) fn records() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("further", further()),
        ("lots", lots()),
        ("void", void()),
        ("ended", ended()),
        ("overfull", overfull()),
        ("annulled", annulled()),
        ("distributed", DISTRIBUTED.0.clone()),
    ]
}

/// Two candidates tied at the cut, a further round; paper, an exchanged slip, a check-in taken back.
fn further() -> Vec<u8> {
    let rules = r#"{"seats":2,"selection_limit":3,"majority":{"of":"valid","more_than":"1/2"},"late_arrival":"until-open"}"#;
    let mut hall = Hall::new(rules, &[("1", ""), ("2", ""), ("3", ""), ("4", "")], 8, 1);
    hall.begin();
    let ceremony = hall.seal(10, 3);
    hall.check_in(1, 1, Handed::Slip);
    acts::undo_check_in(&mut hall.office, &operator(), &"1".into()).expect("undone");
    hall.check_in(1, 5, Handed::Slip);
    hall.check_in(6, 7, Handed::Paper);
    acts::exchange_slip(&mut hall.office, &hall.witnessed, &ceremony.codes()[9]).expect("exchanged");
    acts::open_poll(&mut hall.office, &hall.witnessed).expect("poll");
    acts::suspend(&mut hall.office, &hall.witnessed).expect("suspended");
    acts::resume(&mut hall.office, &hall.witnessed).expect("resumed");
    hall.cast(ceremony.codes(), &["++-.", "+++.", "++-.", "+.+-", "+.++"]);
    hall.enter(&["+++.", "++++"]);
    hall.close(Tray { slips: 5, paper: 2 }, None);
    hall.count(&[0, 1, 2]);
    hall.announce(&[]);
    hall.next();
    let ceremony = hall.seal(8, 0);
    hall.check_in(1, 6, Handed::Slip);
    acts::open_poll(&mut hall.office, &hall.witnessed).expect("poll");
    hall.cast(ceremony.codes(), &["+-", "+.", "+.", ".+", "..", "-."]);
    hall.close(Tray { slips: 6, paper: 0 }, None);
    hall.count(&[0, 2]);
    hall.announce(&[]);
    hall.record()
}

/// Two categories, just one approval in each, no oppositions, and lots in one of them.
fn lots() -> Vec<u8> {
    let rules = r#"{"categories":[{"name":"roads","seats":1},{"name":"schools","seats":1}],"selection":"exactly",
        "marks":"approve-only","tie":"lot","majority":{"of":"all","at_least":"1/2"}}"#;
    let list = [("1", "roads"), ("2", "schools"), ("3", "roads"), ("4", "schools")];
    let mut hall = Hall::new(rules, &list, 4, 2);
    hall.begin();
    let ceremony = hall.seal(4, 0);
    hall.check_in(1, 4, Handed::Slip);
    acts::open_poll(&mut hall.office, &hall.witnessed).expect("poll");
    hall.cast(ceremony.codes(), &["++..", "++..", ".++."]);
    hall.cast_with_digits(&ceremony.codes()[3], "..++", "042");
    hall.close(Tray { slips: 4, paper: 0 }, None);
    hall.count(&[1, 2]);
    hall.announce(&["3"]);
    hall.record()
}

/// No quorum came.
fn void() -> Vec<u8> {
    let mut hall = Hall::new(r#"{"seats":1}"#, &[("1", ""), ("2", "")], 6, 3);
    hall.begin();
    hall.seal(6, 0);
    hall.check_in(1, 3, Handed::Slip);
    acts::void_for_quorum(&mut hall.office, &hall.witnessed).expect("void");
    hall.end("法定人数始终不足，本次会议不再票决。");
    hall.record()
}

/// A box with one ballot, which is never opened: the presidium ended the round.
fn ended() -> Vec<u8> {
    let mut hall = Hall::new(r#"{"seats":1}"#, &[("1", ""), ("2", "")], 3, 4);
    hall.begin();
    let ceremony = hall.seal(3, 0);
    hall.check_in(1, 3, Handed::Slip);
    acts::open_poll(&mut hall.office, &hall.witnessed).expect("poll");
    hall.cast(ceremony.codes(), &["+-"]);
    hall.close(Tray { slips: 1, paper: 0 }, None);
    acts::end_by_decision(&mut hall.office, &hall.witnessed, "只有一张选票，不予开启。").expect("ended");
    hall.end("项目重新征集以后另行召开会议票决。");
    hall.record()
}

/// More ballots than were handed out, which voids the round; it is voted again, with a new key.
fn overfull() -> Vec<u8> {
    let mut hall = Hall::new(r#"{"seats":1}"#, &[("1", ""), ("2", "")], 3, 5);
    hall.begin();
    let ceremony = hall.seal(4, 0);
    hall.check_in(1, 3, Handed::Slip);
    acts::open_poll(&mut hall.office, &hall.witnessed).expect("poll");
    hall.cast(ceremony.codes(), &["+-", "+.", "-+", "+-"]);
    hall.close(Tray { slips: 3, paper: 0 }, Some("票箱比发出的票多一张。".to_owned()));
    hall.count(&[0, 1]);
    hall.next();
    let ceremony = hall.seal(4, 0);
    hall.check_in(1, 3, Handed::Slip);
    acts::open_poll(&mut hall.office, &hall.witnessed).expect("poll");
    hall.cast(ceremony.codes(), &["+-", "+.", "-+"]);
    hall.close(Tray { slips: 3, paper: 0 }, None);
    hall.count(&[0, 1]);
    hall.announce(&[]);
    hall.record()
}

/// A ballot that was cast with a slip of the left-over pile, and is collected and void.
fn annulled() -> Vec<u8> {
    let mut hall = Hall::new(r#"{"seats":1}"#, &[("1", ""), ("2", "")], 4, 6);
    hall.begin();
    let ceremony = hall.seal(5, 0);
    hall.check_in(1, 4, Handed::Slip);
    acts::open_poll(&mut hall.office, &hall.witnessed).expect("poll");
    hall.cast(ceremony.codes(), &["+-", "+.", "-+"]);
    hall.cast_and_annul(&ceremony.codes()[4], "+.");
    hall.close(Tray { slips: 3, paper: 0 }, None);
    hall.count(&[0, 1]);
    hall.announce(&[]);
    hall.record()
}

/// A session whose key its holders have made, and all files that were on sticks meanwhile. It is held once: passphrases are slow
/// on purpose.
static DISTRIBUTED: LazyLock<(Vec<u8>, Vec<String>)> = LazyLock::new(distributed);

/// All files that travelled between the station and the holders of a key, the invitation first.
#[must_use]
pub fn key_files() -> &'static [String] {
    &DISTRIBUTED.1
}

/// Three holders make the key, and two of them count.
fn distributed() -> (Vec<u8>, Vec<String>) {
    let profile = ProfileText { keys: KeyMaking::Distributed, ..profile().into() };
    let profile = Profile::new(profile).expect("a profile");
    let mut hall = Hall::of(profile, r#"{"seats":1}"#, &[("1", ""), ("2", "")], 4, 6);
    acts::invite_holders(&mut hall.office, &operator()).expect("invited");
    let mut holders = Holders::join(&mut hall.office, 3, 6);
    holders.make(&mut hall.office);
    acts::make_keys(&mut hall.office, &hall.witnessed).expect("made");
    hall.begin();
    let ceremony = hall.seal(4, 0);
    hall.check_in(1, 4, Handed::Slip);
    acts::open_poll(&mut hall.office, &hall.witnessed).expect("poll");
    hall.cast(ceremony.codes(), &["+-", "+.", "-+", "+."]);
    hall.close(Tray { slips: 4, paper: 0 }, None);
    hall.count_with(&mut holders, &[1, 3]);
    hall.announce(&[]);
    (hall.record(), holders.files)
}

/// A session at work.
struct Hall {
    office: Office,
    profile: Profile,
    witnessed: Witnessed,
    /// The key cards, as their QR codes carry them.
    cards: Vec<String>,
    /// The codes of the round's slips.
    codes: Vec<SlipCode>,
    _folder: TempDir,
}

impl Hall {
    fn new(rules: &str, candidates: &[(&str, &str)], delegates: u32, seed: u64) -> Self {
        Self::of(profile(), rules, candidates, delegates, seed)
    }

    fn of(profile: Profile, rules: &str, candidates: &[(&str, &str)], delegates: u32, seed: u64) -> Self {
        let folder = quick_folder();
        let by = operator();
        let path = folder.path().join("session.piaojue");
        let station = Station::from_secret(&STATION);
        let randomness = Randomness::seeded(seed);
        let mut office =
            Office::create(&path, station, clock(), randomness, &profile, &by).expect("a session");
        let rules: RulesText = serde_json::from_str(rules).expect("rules");
        let delegates: Vec<Delegate> = (1..=delegates).map(delegate).collect();
        let candidates: Vec<Candidate> = candidates.iter().map(candidate).collect();
        acts::set_delegates(&mut office, &by, &delegates).expect("delegates");
        acts::set_candidates(&mut office, &by, &candidates).expect("candidates");
        acts::set_rules(&mut office, &by, &rules.try_into().expect("rules")).expect("rules");
        let witnessed = with_scrutineer(&profile, &by.0, &profile.text().chief).expect("two persons");
        Self { office, profile, witnessed, cards: Vec::new(), codes: Vec::new(), _folder: folder }
    }

    fn begin(&mut self) {
        acts::begin(&mut self.office, &operator()).expect("begun");
        self.adopt();
    }

    fn next(&mut self) {
        acts::begin_next(&mut self.office, &operator()).expect("the next round");
        self.adopt();
    }

    fn adopt(&mut self) {
        let warnings = acts::warnings(&self.office).expect("warnings");
        acts::adopt(&mut self.office, &operator(), &warnings).expect("adopted");
    }

    /// Deals a key, or takes the one that its holders have made; check-in is open afterwards.
    fn seal(&mut self, slips: u32, paper: u32) -> Ceremony {
        let ceremony = acts::prepare_sealing(&mut self.office, slips, paper).expect("ceremony");
        self.cards = ceremony.cards().iter().map(|card| card.scanned().to_string()).collect();
        self.codes = ceremony.codes().to_vec();
        acts::seal(&mut self.office, &self.witnessed, &ceremony).expect("sealed");
        acts::open_check_in(&mut self.office, &operator()).expect("check-in");
        ceremony
    }

    fn check_in(&mut self, first: u32, last: u32, handed: Handed) {
        for number in first..=last {
            acts::check_in(&mut self.office, &operator(), &DelegateNumber(number.to_string()), handed)
                .expect("checked in");
        }
    }

    fn cast(&mut self, codes: &[SlipCode], ballots: &[&str]) {
        let mut poll = Poll::open(&mut self.office).expect("poll");
        for (code, ballot) in codes.iter().zip(ballots) {
            poll.cast(code, &marks(ballot)).expect("cast");
        }
    }

    /// Casts a ballot whose voter adds digits of their own.
    fn cast_with_digits(&mut self, code: &SlipCode, ballot: &str, digits: &str) {
        let mut poll = Poll::open(&mut self.office).expect("poll");
        let digits = VoterDigits::parse(digits).expect("digits");
        let sealed = poll.seal_openable(&marks(ballot), digits).expect("sealed");
        poll.deposit(code, &ProvenBallot::cast(sealed)).expect("cast");
    }

    /// Casts a ballot with a slip that nobody drew; it is found among the left-over ones, and cancelled.
    fn cast_and_annul(&mut self, code: &SlipCode, ballot: &str) {
        self.cast(std::slice::from_ref(code), &[ballot]);
        let mut piles = Piles::default();
        acts::scan_slip(&self.office, &mut piles, Pile::LeftOver, code).expect("scanned");
        let reason = "剩余票签中有一张已经投出选票，无人领取，经核对作废。";
        acts::annul_slip(&mut self.office, &self.witnessed, &piles, code, reason).expect("cancelled");
    }

    /// Enters paper ballots that two tellers read alike.
    fn enter(&mut self, ballots: &[&str]) {
        let read = |reader: &str| Reading {
            reader: reader.to_owned(),
            sheets: ballots.iter().map(|ballot| Sheet::Marked(marks(ballot))).collect(),
        };
        let mut poll = Poll::open(&mut self.office).expect("poll");
        let text = self.profile.text();
        let readings = Readings::new(&self.profile, poll.form(), read(&text.tellers[0]), read(&text.chief))
            .expect("read");
        let batch = readings.resolve(BTreeMap::new()).expect("alike");
        poll.enter_batch(&self.witnessed, batch).expect("entered");
    }

    fn close(&mut self, tray: Tray, statement: Option<String>) {
        let check = match &statement {
            // More was cast than was handed out.
            Some(_) => unchecked(),
            None => acts::rehearsed_piles(&self.office, &self.codes, tray.slips).expect("piles"),
        };
        acts::close_poll(&mut self.office, &self.witnessed, tray, statement, &check).expect("closed");
    }

    fn end(&mut self, statement: &str) {
        acts::end_rounds(&mut self.office, &self.witnessed, statement).expect("ended");
    }

    fn count(&mut self, cards: &[usize]) {
        let card = |card: &usize| KeyCard::parse(&self.cards[*card]).expect("a card");
        let cards: Vec<KeyCard> = cards.iter().map(card).collect();
        acts::count(&mut self.office, &self.witnessed, &cards, &|_| true).expect("counted");
    }

    /// Counts with the shares of these holders, by number.
    fn count_with(&mut self, holders: &mut Holders, numbers: &[usize]) {
        let closed_box =
            acts::write_closed_box(&mut self.office, &self.witnessed, &|_| true).expect("a closed box");
        holders.files.push(closed_box.clone());
        let Ok(Round::Closed(closed)) = self.office.round() else { panic!("a closed round") };
        for number in numbers {
            let opening = holders.count(*number, &closed_box, &closed.closing.root).expect("counted");
            acts::take_opening(&mut self.office, &operator(), &opening, &|_| true).expect("taken");
            holders.files.push(opening);
        }
        acts::count_with_openings(&mut self.office, &self.witnessed, &|_| true).expect("counted");
    }

    fn announce(&mut self, lots: &[&str]) {
        if !lots.is_empty() {
            let drawn: Vec<CandidateNumber> = lots.iter().map(|lot| (*lot).into()).collect();
            acts::draw_lots(&mut self.office, &self.witnessed, &drawn).expect("drawn");
        }
        let text = self.profile.text();
        let signatures = Signatures {
            chief: text.chief.clone(),
            scrutineers: text.scrutineers.clone(),
            tellers: text.tellers.clone(),
        };
        acts::confirm(&mut self.office, &self.witnessed, signatures).expect("confirmed");
        acts::announce(&mut self.office, &operator()).expect("announced");
    }

    fn record(&mut self) -> Vec<u8> {
        assert!(matches!(self.office.round(), Ok(Round::Announced(_) | Round::Void(_))));
        let documents = [
            Document { name: "round-1-result.pdf", bytes: b"%PDF-1.7 result" },
            Document { name: "announcement.pdf", bytes: b"%PDF-1.7 announcement" },
        ];
        for Document { name, bytes } in documents {
            acts::issue_document(&mut self.office, &operator(), name, bytes, Some(1)).expect("issued");
        }
        let mut to = Cursor::new(Vec::new());
        make(&self.office, &documents, &mut to).expect("a record");
        to.into_inner()
    }
}

/// Marks as a test writes them: `+` approve, `-` oppose, anything else abstain.
fn marks(ballot: &str) -> Marks {
    let mark = |character: char| match character {
        '+' => Mark::Approve,
        '-' => Mark::Oppose,
        _ => Mark::Abstain,
    };
    Marks(ballot.chars().map(mark).collect())
}

//! A key that its holders make, each on a computer of their own, and a count in which only they open anything. The station's
//! program ends after every act: what it goes on with is what its file holds.

#![expect(clippy::expect_used, clippy::panic, reason = "helpers of tests: a test fails by panicking")]

use ballot_box::SlipCode;
use messages::{Coded, Language};
use office::{
    OfficeError, Randomness,
    act::{Office, Witnessed, with_scrutineer},
    acts::{self, Poll},
};
use piaojue_tests::{
    holders::{AtStation, Holders},
    session::{candidates, clock, delegates, marks, operator, quick_folder, totals},
};
use procedure::{
    number::DelegateNumber,
    round::{Round, Signatures},
};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use record::verify;
use session_model::{DocumentTexts, Handed, KeyMaking, Level, Profile, ProfileText, Tray};
use signed_file::Station;
use std::{
    fs,
    io::{BufRead, BufReader, Cursor},
    path::PathBuf,
    process::{Command, Stdio},
    thread,
    time::Duration,
};
use tempfile::TempDir;

const CHIEF: &str = "总监票人";

/// A session of five scrutineers, any three of whom open totals.
struct Hall {
    _folder: TempDir,
    path: PathBuf,
    secret: [u8; 32],
    codes: Vec<SlipCode>,
}

impl AtStation for Hall {
    fn due(&mut self) -> String {
        self.office().due()
    }

    fn bring(&mut self, file: &str) -> Result<u32, OfficeError> {
        self.office().bring(file)
    }
}

fn profile(keys: KeyMaking) -> Profile {
    Profile::new(ProfileText {
        congress: "云溪县人民代表大会".to_owned(),
        session: "第十八届第六次会议".to_owned(),
        level: Level::County,
        year: 2026,
        presidium: "大会主席团".to_owned(),
        language: Language::Chinese,
        training: false,
        chief: CHIEF.to_owned(),
        scrutineers: (2..=5).map(|number| format!("监票人{number}")).collect(),
        threshold: 3,
        tellers: vec!["计票人".to_owned()],
        keys,
        texts: DocumentTexts::default(),
    })
    .expect("a profile")
}

fn two() -> Witnessed {
    with_scrutineer(&profile(KeyMaking::Distributed), &operator().0, CHIEF).expect("two persons")
}

fn code<T>(result: Result<T, OfficeError>) -> &'static str {
    result.err().map_or("done", |error| error.code())
}

impl Hall {
    /// A session whose holders are to make its key. Its lists aren't there yet.
    fn new(secret: u8, keys: KeyMaking) -> Self {
        let folder = quick_folder();
        let path = folder.path().join("session.piaojue");
        let secret = [secret; 32];
        let station = Station::from_secret(&secret);
        Office::create(&path, station, clock(), Randomness::System, &profile(keys), &operator())
            .expect("a session");
        Self { _folder: folder, path, secret, codes: Vec::new() }
    }

    /// One for which holders are invited.
    fn inviting(secret: u8) -> Self {
        let hall = Self::new(secret, KeyMaking::Distributed);
        acts::invite_holders(&mut hall.office(), &operator()).expect("invited");
        hall
    }

    /// One whose five holders have made its key.
    fn with_key(secret: u8) -> (Self, Holders) {
        let mut hall = Self::inviting(secret);
        let mut holders = Holders::join(&mut hall, 5, secret.into());
        holders.make(&mut hall);
        acts::make_keys(&mut hall.office(), &two()).expect("made");
        (hall, holders)
    }

    fn office(&self) -> Office {
        let station = Station::from_secret(&self.secret);
        Office::open(&self.path, station, clock(), Randomness::System).expect("the session opens")
    }

    /// Sets lists and rules, and begins and adopts the first round.
    fn adopt_first(&self) {
        let mut office = self.office();
        acts::set_delegates(&mut office, &operator(), &delegates(4)).expect("delegates");
        acts::set_candidates(&mut office, &operator(), &candidates(3)).expect("candidates");
        let rules = serde_json::from_str(r#"{"seats":2}"#).expect("rules");
        acts::set_rules(&mut office, &operator(), &rules).expect("rules");
        acts::begin(&mut office, &operator()).expect("begun");
        adopt(&mut office);
    }

    /// Four delegates vote in the adopted round, and the poll is closed.
    fn vote(&mut self) {
        let mut office = self.office();
        let ceremony = acts::begin_ceremony(&mut office, 4, 0).expect("slips");
        assert!(ceremony.cards().is_empty());
        self.codes = ceremony.codes().to_vec();
        acts::seal(&mut office, &two(), &ceremony).expect("sealed");
        acts::open_check_in(&mut office, &operator()).expect("check-in");
        for number in 1..=4_u32 {
            let delegate = DelegateNumber(number.to_string());
            acts::check_in(&mut office, &operator(), &delegate, Handed::Slip).expect("checked in");
        }
        acts::open_poll(&mut office, &two()).expect("poll");
        let mut poll = Poll::open(&mut office).expect("poll");
        for (voter, code) in (0..).zip(&self.codes) {
            poll.cast(code, &marks(3, voter)).expect("cast");
        }
        let piles = acts::rehearsed_piles(&office, &self.codes, 4).expect("piles");
        acts::close_poll(&mut office, &two(), Tray { slips: 4, paper: 0 }, None, &piles).expect("closed");
    }

    fn root(&self) -> String {
        match self.office().round().expect("a round") {
            Round::Closed(closed) => closed.closing.root,
            other => panic!("closed, and found {}", other.state()),
        }
    }

    fn write_box(&self) -> Result<String, OfficeError> {
        acts::write_closed_box(&mut self.office(), &two(), &|_| true)
    }

    fn take_opening(&self, file: &str) -> Result<u32, OfficeError> {
        acts::take_opening(&mut self.office(), &operator(), file, &|_| true)
    }

    fn count(&self) -> Result<(), OfficeError> {
        acts::count_with_openings(&mut self.office(), &two(), &|_| true)
    }

    /// These holders count the closed box, and the station counts with what they bring.
    fn count_with(&self, holders: &mut Holders, numbers: &[usize]) {
        let (closed_box, root) = (self.write_box().expect("a closed box"), self.root());
        for number in numbers {
            let opening = holders.count(*number, &closed_box, &root).expect("counted");
            assert_eq!(self.take_opening(&opening).expect("taken") as usize, *number);
        }
        self.count().expect("counted");
    }

    fn announce(&self) {
        let mut office = self.office();
        let profile = profile(KeyMaking::Distributed);
        let signatures = Signatures {
            chief: CHIEF.to_owned(),
            scrutineers: profile.text().scrutineers.clone(),
            tellers: profile.text().tellers.clone(),
        };
        acts::confirm(&mut office, &two(), signatures).expect("confirmed");
        acts::announce(&mut office, &operator()).expect("announced");
    }

    /// The record holds.
    fn check_record(&self) {
        let mut to = Cursor::new(Vec::new());
        record_export::make(&self.office(), &[], &mut to).expect("a record");
        let report = verify(Cursor::new(to.get_ref()), &|_| ());
        assert!(report.holds(), "{:?}", report.first_failure());
    }
}

fn adopt(office: &mut Office) {
    let warnings = acts::warnings(office).expect("warnings");
    acts::adopt(office, &operator(), &warnings).expect("adopted");
}

/// The names that a refusal says are missing.
fn missing<T>(result: Result<T, OfficeError>) -> String {
    let facts = result.err().expect("refused").facts();
    facts.into_iter().find(|(name, _)| *name == "names").expect("names").1
}

#[test]
fn three_of_five_holders_count_a_round_whose_key_they_have_made() {
    let (mut hall, mut holders) = Hall::with_key(1);
    hall.adopt_first();
    hall.vote();
    let root = hall.root();
    assert_eq!(code(hall.count()), "keys.openings-missing");
    assert_eq!(code(hall.take_opening(&holders.files[1])), "keys.box-not-written");
    let closed_box = hall.write_box().expect("a closed box");
    assert_eq!(hall.write_box().expect("once more"), closed_box);

    for number in [5, 2] {
        let opening = holders.count(number, &closed_box, &root).expect("counted");
        hall.take_opening(&opening).expect("taken");
        assert_eq!(code(hall.take_opening(&opening)), "key-holders.taken-already");
    }
    assert_eq!(missing(hall.count()), format!("{CHIEF}\n监票人3\n监票人4"));
    let opening = holders.count(1, &closed_box, &root).expect("counted");
    assert_eq!(code(hall.take_opening(&closed_box)), "key-file.other-kind");
    assert_eq!(
        code(hall.take_opening(&opening.replace("\"signature\":\"", "\"signature\":\"00"))),
        "key-file.malformed"
    );
    hall.take_opening(&opening).expect("taken");
    hall.count().expect("counted");

    let Round::Counted(counted) = hall.office().round().expect("a round") else { panic!("a counted round") };
    assert_eq!(totals(&counted), piaojue_tests::session::expected(3, 0..4));
    hall.announce();
    hall.check_record();
}

#[test]
fn a_round_is_counted_though_two_computers_died_and_a_further_one_by_others() {
    let (mut hall, mut holders) = Hall::with_key(2);
    hall.adopt_first();
    hall.vote();
    // Two computers have died since the key was made; one dies after it has counted.
    hall.count_with(&mut holders, &[1, 2, 4]);
    let first = holders.computers[0].outgoing().to_owned();
    acts::end_by_decision(&mut hall.office(), &two(), "主席团决定本轮重新票决。").expect("ended");
    acts::begin_next(&mut hall.office(), &operator()).expect("the next round");
    adopt(&mut hall.office());
    hall.vote();
    let (closed_box, root) = (hall.write_box().expect("a closed box"), hall.root());
    assert_eq!(code(hall.take_opening(&first)), "key-holders.opening-of-another-box");
    for number in [1, 3, 5] {
        let opening = holders.count(number, &closed_box, &root).expect("counted");
        hall.take_opening(&opening).expect("taken");
    }
    hall.count().expect("counted");
    hall.announce();
    hall.check_record();
}

#[test]
fn where_too_few_holders_are_left_the_round_is_voted_again_under_a_new_key() {
    let (mut hall, mut holders) = Hall::with_key(3);
    hall.adopt_first();
    hall.vote();
    let (closed_box, root) = (hall.write_box().expect("a closed box"), hall.root());
    for number in [1, 2] {
        let opening = holders.count(number, &closed_box, &root).expect("counted");
        hall.take_opening(&opening).expect("taken");
    }
    let why = "三名持钥人的电脑损坏，无法开启。";
    assert_eq!(code(acts::give_up_keys(&mut hall.office(), &two(), why)), "keys.in-use");
    acts::end_by_decision(&mut hall.office(), &two(), why).expect("ended");
    acts::begin_next(&mut hall.office(), &operator()).expect("the next round");
    adopt(&mut hall.office());
    assert_eq!(code(acts::give_up_keys(&mut hall.office(), &two(), "坏")), "acts.statement-short");
    acts::give_up_keys(&mut hall.office(), &two(), why).expect("given up");
    assert_eq!(code(acts::begin_ceremony(&mut hall.office(), 4, 0)), "keys.not-made");

    acts::invite_holders(&mut hall.office(), &operator()).expect("invited again");
    let old = holders.files[1].clone();
    assert_eq!(code(hall.bring(&old)), "key-holders.of-another-ceremony");
    let mut holders = Holders::join(&mut hall, 5, 33);
    holders.make(&mut hall);
    acts::make_keys(&mut hall.office(), &two()).expect("made");
    hall.vote();
    hall.count_with(&mut holders, &[2, 3, 4]);
    hall.announce();
    hall.check_record();
}

#[test]
fn each_thing_that_goes_wrong_while_a_key_is_made_is_told_by_its_name() {
    let mut dealt = Hall::new(4, KeyMaking::Dealt);
    assert_eq!(code(acts::invite_holders(&mut dealt.office(), &operator())), "keys.dealt");
    assert_eq!(code(dealt.bring("{}")), "keys.nobody-invited");

    let (mut hall, mut other) = (Hall::inviting(5), Hall::inviting(6));
    assert_eq!(code(acts::invite_holders(&mut hall.office(), &operator())), "keys.invited-already");
    let joined = Holders::join(&mut hall, 4, 5);
    let others = Holders::join(&mut other, 5, 6);
    let file = &joined.files[1];
    assert_eq!(code(hall.bring(file)), "key-holders.taken-already");
    assert_eq!(code(hall.bring(&others.files[5])), "key-holders.of-another-ceremony");
    let altered = others.files[5].replace("\\\"holder\\\":5", "\\\"holder\\\":4");
    assert_eq!(code(hall.bring(&altered)), "key-file.altered");
    assert_eq!(code(hall.bring(&joined.files[0])), "key-holders.own-file");
    assert_eq!(code(hall.bring("票")), "key-file.foreign");
    // The fourth holder's computer died, and they have joined again with another.
    let again = Holders::join(&mut Repeating(hall.due()), 4, 7).files.pop().expect("a file");
    assert_eq!(code(hall.bring(&again)), "key-holders.another-of-the-holder");
    let unfinished = acts::make_keys(&mut hall.office(), &two());
    assert_eq!(missing(unfinished), "监票人5");
    let status = acts::key_ceremony(&hall.office()).expect("a session").expect("a ceremony");
    let brought: Vec<bool> = status.holders.iter().map(|(_, brought)| *brought).collect();
    assert_eq!((brought, status.spoken), (vec![true, true, true, true, false], None));
}

/// A station that takes everything, as far as its holders can see.
struct Repeating(String);

impl AtStation for Repeating {
    fn due(&mut self) -> String {
        self.0.clone()
    }

    fn bring(&mut self, _: &str) -> Result<u32, OfficeError> {
        Ok(0)
    }
}

/// A station whose program is killed whenever a stick is inserted, at a random moment.
struct Killed<'a> {
    hall: &'a mut Hall,
    rng: ChaCha20Rng,
    kills: u32,
}

impl AtStation for Killed<'_> {
    fn due(&mut self) -> String {
        self.hall.due()
    }

    fn bring(&mut self, file: &str) -> Result<u32, OfficeError> {
        let folder = self.hall.path.parent().expect("a folder");
        let (key, stick) = (folder.join("station.key"), folder.join("stick.pjkeys"));
        fs::write(&key, [b"piaojue station\n", &self.hall.secret[..]].concat()).expect("the station's key");
        fs::write(&stick, file).expect("a stick");
        let mut child = Command::new(env!("CARGO_BIN_EXE_hall"))
            .args([&self.hall.path, &key])
            .arg("take")
            .arg(&stick)
            .stdout(Stdio::piped())
            .spawn()
            .expect("a program");
        let mut ready = String::new();
        BufReader::new(child.stdout.as_mut().expect("what it says")).read_line(&mut ready).expect("ready");
        thread::sleep(Duration::from_micros(self.rng.gen_range(0..4_000)));
        child.kill().expect("killed");
        child.wait().expect("ended");
        self.kills += 1;
        match self.hall.bring(file) {
            // It was taken, whole, before the program died.
            Err(error) if error.code() == "key-holders.taken-already" => Ok(0),
            answer => answer,
        }
    }
}

#[test]
fn a_station_that_is_killed_at_every_stick_has_each_file_or_has_it_not() {
    let mut hall = Hall::inviting(9);
    let mut station = Killed { hall: &mut hall, rng: ChaCha20Rng::seed_from_u64(9), kills: 0 };
    let mut holders = Holders::join(&mut station, 5, 9);
    holders.make(&mut station);
    assert_eq!(station.kills, 20);
    acts::make_keys(&mut hall.office(), &two()).expect("made");
    hall.adopt_first();
    hall.vote();
    hall.count_with(&mut holders, &[1, 2, 3]);
}

#[test]
fn a_key_that_was_made_for_others_seals_nothing() {
    let (hall, _) = Hall::with_key(8);
    assert_eq!(code(acts::make_keys(&mut hall.office(), &two())), "keys.made-already");
    let mut text: ProfileText = profile(KeyMaking::Distributed).into();
    text.scrutineers.swap(0, 1);
    let swapped = Profile::new(text).expect("a profile");
    acts::set_profile(&mut hall.office(), &operator(), &swapped).expect("set");
    hall.adopt_first();
    assert_eq!(code(acts::begin_ceremony(&mut hall.office(), 4, 0)), "keys.of-others");
    let status = acts::key_ceremony(&hall.office()).expect("a session").expect("a ceremony");
    assert!(status.is_made && !status.fits_profile);
    acts::give_up_keys(&mut hall.office(), &two(), "监票人的顺序改了，重新生成").expect("given up");
    acts::invite_holders(&mut hall.office(), &operator()).expect("invited");
}

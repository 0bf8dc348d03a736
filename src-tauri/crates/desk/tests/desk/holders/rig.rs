//! Holders at a table, each with a computer and a stick of their own, and a station that hands files on.

use crate::room::Room;
use ballot_box::{BallotVersion, Election, EncryptedTotals, OpeningShare, SealedBallot};
use ed25519_dalek::SigningKey;
use key_holders::{Count, Station, closed_box, spoken_hex};
use procedure::{
    ballot::{Mark, Marks},
    contest::Contest,
};
use rand::rngs::OsRng;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};
use tempfile::TempDir;

pub const NAMES: [&str; 5] = ["马秀英", "李建国", "王玉兰", "张海峰", "陈淑贞"];
pub const PASSPHRASE: &str = "麦子黄了 河水涨了 学校开学了";
/// Digits that nobody has read.
pub const HEARD_WRONG: &str = "00000 00000 00000 00000 00000 00000 00000 00000";
const CAST: [&str; 4] = ["++..", "+.-.", ".-.+", "+..."];

static STATION: LazyLock<SigningKey> = LazyLock::new(|| SigningKey::from_bytes(&[7; 32]));

/// The holders' computers and sticks, and the station.
pub struct Hall {
    pub station: Station<'static>,
    pub rooms: Vec<Room>,
    pub sticks: Vec<TempDir>,
}

/// A round's closed box, as the station sends it.
pub struct Closed {
    contest: Contest,
    election: Election,
    totals: EncryptedTotals,
    pub root: String,
    pub file: String,
}

pub fn folder(path: &Path) -> String {
    path.display().to_string()
}

impl Hall {
    /// So many who are invited, of whom `threshold` open totals.
    pub fn invited(holders: usize, threshold: u32) -> Self {
        let names: Vec<String> = NAMES[..holders].iter().map(|name| (*name).to_owned()).collect();
        let station =
            Station::invite(&STATION, "某县人民代表大会", "第一次会议", &names, threshold, &mut OsRng)
                .unwrap();
        let rooms = (0..holders).map(|_| Room::new()).collect();
        let sticks = (0..holders).map(|_| TempDir::new().unwrap()).collect();
        Self { station, rooms, sticks }
    }

    /// All have joined.
    pub fn joined(holders: usize, threshold: u32) -> Self {
        let mut hall = Self::invited(holders, threshold);
        for index in 0..holders {
            let path = hall.join(index);
            hall.bring(&path);
        }
        hall
    }

    /// All hold their share of a key.
    pub fn with_key(holders: usize, threshold: u32) -> Self {
        let mut hall = Self::joined(holders, threshold);
        let list = hall.station.roster_file().unwrap();
        hall.all(|hall, index| hall.confirm(index, &list, &hall.spoken()));
        let contributions = hall.station.contributions_file().unwrap();
        hall.all(|hall, index| hall.take("share_part", index, &contributions));
        let shares = hall.station.all_shares_file().unwrap();
        hall.all(|hall, index| hall.take("finish_part", index, &shares));
        hall
    }

    /// Each holder does a step, and the station takes its file.
    fn all(&mut self, step: impl Fn(&Self, usize) -> Result<Value, String>) {
        for index in 0..self.rooms.len() {
            let written = step(self, index).unwrap();
            self.bring(&path_in(&written));
        }
    }

    /// Writes a file of the station to a holder's stick.
    pub fn hand(&self, index: usize, name: &str, text: &str) -> String {
        let path = self.sticks[index].path().join(format!("{name}.pjkeys"));
        fs::write(&path, text).unwrap();
        folder(&path)
    }

    /// The station takes a file.
    pub fn bring(&mut self, path: &str) {
        self.station.take(&fs::read_to_string(path).unwrap()).unwrap();
    }

    pub fn join(&self, index: usize) -> String {
        let file = self.hand(index, "invitation", self.station.invitation());
        let found = self.rooms[index].office("read_invitation", json!({ "file": file }));
        assert_eq!(found["holders"][index], NAMES[index]);
        let request = json!({ "file": file, "seen": found["seen"], "holder": index + 1,
            "passphrase": PASSPHRASE, "folder": "" });
        path_in(&self.rooms[index].office("join_key_ceremony", request))
    }

    /// The digest as the first holder reads it from the station's list.
    pub fn spoken(&self) -> String {
        self.station.roster().unwrap().spoken()
    }

    /// A holder looks at the list and confirms it with what they hear; none but a code where it is refused.
    pub fn confirm(&self, index: usize, list: &str, heard: &str) -> Result<Value, String> {
        let file = self.hand(index, "roster", list);
        let room = &self.rooms[index];
        let found = self.ask(index, "read_holders", json!({ "file": file }))?;
        let seen = found["seen"].clone();
        assert_eq!(found["holders"].as_array().unwrap().len(), self.rooms.len());
        let request = json!({ "file": file, "seen": seen, "spoken": heard, "folder": "" });
        room.ask(desk::Window::Secretariat, "confirm_holders", request)
            .map_err(|problem| crate::room::code(&problem))
    }

    /// A holder takes a file that is checked by their computer alone.
    pub fn take(&self, command: &str, index: usize, text: &str) -> Result<Value, String> {
        let file = self.hand(index, command, text);
        self.ask(index, command, json!({ "file": file, "folder": "" }))
    }

    pub fn ask(&self, index: usize, command: &str, request: Value) -> Result<Value, String> {
        let answer = self.rooms[index].ask(desk::Window::Secretariat, command, request);
        answer.map_err(|problem| crate::room::code(&problem))
    }

    /// A holder counts a box; what they bring is their share.
    pub fn count(&self, index: usize, closed: &Closed) -> OpeningShare {
        let file = self.hand(index, "closed-box", &closed.file);
        let found = self.rooms[index].office("read_closed_box", json!({ "file": file }));
        let request = json!({ "file": file, "seen": found["seen"], "spoken": closed.spoken(), "folder": "" });
        let written = self.rooms[index].office("count_closed_box", request);
        let roster = self.station.roster().unwrap();
        let Closed { election, totals, root, contest, .. } = closed;
        let count = Count { roster: &roster, election, totals, round: contest.round(), root };
        count.take(&fs::read_to_string(path_in(&written)).unwrap()).unwrap()
    }

    /// The part that is open at a holder's computer.
    pub fn part(&self, index: usize) -> Value {
        self.rooms[index].office("holder_parts", json!({}))["open"].clone()
    }

    pub fn id(&self, index: usize) -> String {
        let parts = self.rooms[index].office("holder_parts", json!({}));
        parts["parts"][0]["id"].as_str().unwrap().to_owned()
    }

    /// Where a holder's computer keeps their part.
    pub fn kept(&self, index: usize) -> PathBuf {
        self.rooms[index].folder.path().join("data/holders").join(format!("{}.pjkey", self.id(index)))
    }
}

pub fn path_in(written: &Value) -> String {
    written["path"].as_str().unwrap().to_owned()
}

impl Closed {
    /// A round in which four have voted.
    pub fn of(hall: &Hall, round: u32) -> Self {
        let key = hall.station.finished().unwrap().key;
        let contest = contest(round);
        let digest = Sha256::digest(contest.canonical()).into();
        let election = Election::new(&key, &contest.form().unwrap(), digest, BallotVersion::Two).unwrap();
        let sealed = CAST.iter().map(|cast| election.seal(&marks(cast), &mut OsRng).unwrap());
        let ballots: Vec<SealedBallot> = sealed.collect();
        let totals = election.add_up(&ballots, &|_| true).unwrap();
        let root = ballot_box::root(ballots.iter().map(|ballot| ballot.hash().0));
        let roster = hall.station.roster().unwrap();
        let file = closed_box(&roster, &key, &contest, &ballots, &STATION).unwrap();
        Self { contest, election, totals, root, file }
    }

    /// The root as it is read aloud.
    pub fn spoken(&self) -> String {
        spoken_hex(&self.root).unwrap()
    }

    /// The approvals that these shares open.
    pub fn totals(&self, shares: &[OpeningShare]) -> Vec<u32> {
        let opened = self.election.open(&self.totals, shares).unwrap();
        opened.approve.iter().map(|votes| votes.0).collect()
    }
}

fn contest(round: u32) -> Contest {
    let called_for = if round == 1 { None } else { Some("tie") };
    let list: Vec<Value> = (1..=4).map(candidate).collect();
    let rules = json!({ "seats": 2, "fewest_ballots": 3 });
    let turn = json!({ "round": round, "called_for": called_for });
    serde_json::from_value(json!({ "turn": turn, "delegates": 30, "rules": rules, "list": list })).unwrap()
}

fn candidate(number: u32) -> Value {
    let texts = ["content", "location", "sources", "responsible_unit", "benefit", "category", "origin"];
    let mut candidate = json!({ "number": number.to_string(), "name": format!("项目{number}"),
        "sub_items": [], "investment": null, "investment_this_year": null });
    for text in texts {
        candidate[text] = json!("");
    }
    candidate
}

fn marks(text: &str) -> Marks {
    let mark = |mark| match mark {
        '+' => Mark::Approve,
        '-' => Mark::Oppose,
        _ => Mark::Abstain,
    };
    Marks(text.chars().map(mark).collect())
}

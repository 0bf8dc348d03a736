//! The table at which a key is made, for the test of one holder's window: the station, and the two other holders, who do each step as
//! soon as the station hands it on. Each call is one passing of the stick; what is kept between calls is in the folder.
//!
//! ```text
//! table FOLDER invitation            writes the invitation
//! table FOLDER roster FILE           takes the joining, writes the list of holders, prints its digits
//! table FOLDER contributions FILE    takes the public part, writes those of all
//! table FOLDER all-shares FILE       takes the sealed shares, writes those of all
//! table FOLDER closed-box FILE       takes the confirmation, writes a closed box of four ballots, prints its root's digits
//! table FOLDER totals FILE           takes the opening, prints the approvals that it opens with another holder's
//! ```

#![expect(clippy::expect_used, clippy::panic, reason = "a tool of tests")]

use ballot_box::{BallotVersion, Election, SealedBallot};
use ed25519_dalek::SigningKey;
use key_holders::{
    Count, Gathered, Holder, HolderStep, KeyHolderError, Pending, Station, closed_box, spoken_hex,
};
use procedure::{
    ballot::{Mark, Marks},
    contest::Contest,
};
use rand::rngs::OsRng;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::{env, fs, path::PathBuf};

const NAMES: [&str; 3] = ["马秀英", "李建国", "王玉兰"];
/// The holders who aren't at the window.
const OTHERS: [u32; 2] = [1, 3];
const PASSPHRASE: &str = "另外两位持钥人的一句口令";
const STATION: [u8; 32] = [7; 32];
const CANDIDATES: usize = 3;
/// Whom each of four delegates approves.
const CAST: [[bool; CANDIDATES]; 4] =
    [[true, true, false], [true, false, false], [true, false, true], [false, false, true]];

/// The folder of the table.
struct Table(PathBuf);

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [folder, what, file @ ..] = arguments.as_slice() else { panic!("table FOLDER WHAT [FILE]") };
    let table = Table(PathBuf::from(folder));
    let signing = SigningKey::from_bytes(&STATION);
    if what == "invitation" {
        let station = invite(&signing).expect("an invitation");
        table.write("invitation", station.invitation());
        table.keep(&station);
        return;
    }
    let gathered: Gathered = serde_json::from_slice(&table.read("gathered")).expect("what was gathered");
    let mut station = Station::resume(&signing, gathered);
    let brought = fs::read_to_string(&file[0]).expect("the file that was brought");
    match what.as_str() {
        "totals" => println!("{:?}", table.totals(&station, &brought)),
        _ => station.take(&brought).map(|_| table.hand_on(what, &mut station)).expect("a file that is due"),
    }
    table.keep(&station);
}

fn invite(signing: &SigningKey) -> Result<Station<'_>, KeyHolderError> {
    let names = NAMES.map(str::to_owned);
    Station::invite(signing, "云溪县人民代表大会", "第十八届第六次会议", &names, 2, &mut OsRng)
}

impl Table {
    /// The other holders do the step that the window's holder has done; then the station hands on what all have brought.
    fn hand_on(&self, what: &str, station: &mut Station<'_>) {
        for number in OTHERS {
            let step = self.step(what, station, number).expect("an honest step");
            self.write(&format!("kept-{number}"), &String::from_utf8_lossy(step.kept()));
            station.take(step.stored().outgoing()).expect("an honest file");
        }
        let handed = match what {
            "roster" => station.roster_file(),
            "contributions" => station.contributions_file(),
            "all-shares" => station.all_shares_file(),
            "closed-box" => return self.write_box(station),
            other => panic!("no such passing: {other}"),
        };
        self.write(what, &handed.expect("all have brought theirs"));
        if what == "roster" {
            println!("{}", station.roster().expect("a list").spoken());
        }
    }

    fn step(&self, what: &str, station: &Station<'_>, number: u32) -> Result<Pending, KeyHolderError> {
        let rng = &mut OsRng;
        if what == "roster" {
            return Holder::join(station.invitation(), number, PASSPHRASE, rng);
        }
        let holder = self.other(number);
        match holder.step() {
            HolderStep::Joined => holder.confirm(&station.roster_file()?, &station.roster()?.spoken(), rng),
            HolderStep::Contributed => holder.share(&station.contributions_file()?, rng),
            HolderStep::Shared => holder.finish(&station.all_shares_file()?, rng),
            HolderStep::Holding | HolderStep::Counted => panic!("nothing is due"),
        }
    }

    fn write_box(&self, station: &Station<'_>) {
        let key = station.finished().expect("a key").key;
        let ballots = sealed(&election(station));
        let roster = station.roster().expect("a list");
        let signing = SigningKey::from_bytes(&STATION);
        let file = closed_box(&roster, &key, &contest(), &ballots, &signing).expect("a box");
        self.write("closed-box", &file);
        let bytes: Vec<&[u8]> = ballots.iter().map(SealedBallot::as_bytes).collect();
        self.write("ballots", &json!(bytes).to_string());
        let root = ballot_box::root(ballots.iter().map(|ballot| ballot.hash().0));
        println!("{}", spoken_hex(&root).expect("a root"));
    }

    fn totals(&self, station: &Station<'_>, opening: &str) -> Vec<u32> {
        let bytes: Vec<Vec<u8>> = serde_json::from_slice(&self.read("ballots")).expect("the ballots");
        let ballots: Vec<SealedBallot> = bytes.into_iter().map(SealedBallot::from_bytes).collect();
        let election = election(station);
        let totals = election.add_up(&ballots, &|_| true).expect("ballots that hold");
        let root = ballot_box::root(ballots.iter().map(|ballot| ballot.hash().0));
        let file = String::from_utf8(self.read("closed-box")).expect("text");
        let spoken = spoken_hex(&root).expect("a root");
        let other = self.other(OTHERS[0]).count(&file, &spoken, &mut OsRng).expect("an opening").stored();
        let roster = station.roster().expect("a list");
        let round = contest().round();
        let count = Count { roster: &roster, election: &election, totals: &totals, round, root: &root };
        let shares = [opening, other.outgoing()].map(|text| count.take(text).expect("a share that holds"));
        let opened = election.open(&totals, &shares).expect("totals");
        opened.approve.iter().map(|votes| votes.0).collect()
    }

    fn other(&self, number: u32) -> Holder {
        Holder::open(&self.read(&format!("kept-{number}")), PASSPHRASE).expect("what is kept")
    }

    fn keep(&self, station: &Station<'_>) {
        self.write("gathered", &serde_json::to_string(station.gathered()).expect("JSON"));
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).expect("a file of the table")
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("written");
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(format!("{name}.pjkeys"))
    }
}

fn election(station: &Station<'_>) -> Election {
    let (key, contest) = (station.finished().expect("a key").key, contest());
    let digest = Sha256::digest(contest.canonical()).into();
    Election::new(&key, &contest.form().expect("a form"), digest, BallotVersion::Two).expect("an election")
}

fn sealed(election: &Election) -> Vec<SealedBallot> {
    let marked = |approved: &bool| if *approved { Mark::Approve } else { Mark::Abstain };
    let marks = CAST.iter().map(|cast| Marks(cast.iter().map(marked).collect()));
    marks.map(|marks| election.seal(&marks, &mut OsRng).expect("a ballot")).collect()
}

fn contest() -> Contest {
    let list: Vec<Value> = (1..=CANDIDATES).map(candidate).collect();
    let turn = json!({ "round": 1, "called_for": null });
    let rules = json!({ "seats": 2, "fewest_ballots": 3 });
    serde_json::from_value(json!({ "turn": turn, "delegates": 30, "rules": rules, "list": list }))
        .expect("a contest")
}

fn candidate(number: usize) -> Value {
    json!({ "number": number.to_string(), "name": format!("项目{number}"), "content": "", "sub_items": [], "location": "",
        "investment": null, "investment_this_year": null, "sources": "", "responsible_unit": "", "benefit": "",
        "category": "", "origin": "" })
}

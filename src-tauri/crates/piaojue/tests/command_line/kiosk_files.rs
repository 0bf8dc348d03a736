//! `inspect` on the files that travel between a station and its kiosks.

use crate::run::{Run, Small, piaojue};
use ballot_box::{ListedSlip, SlipTag, TokenHash};
use kiosk_files::{KioskBox, Provision, Request};
use office::{Randomness, store::Store};
use procedure::{
    count::Delegates,
    number::{KioskNumber, RoundNumber},
    round::Round,
};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use serde_json::json;
use session_model::{KioskIdentity, Zone};
use signed_file::Station;
use std::path::Path;

fn kiosk() -> Station {
    Station::from_secret(&[5; 32])
}

fn inspect(path: &Path, more: &[&str]) -> Run {
    let mut arguments = vec!["inspect", path.to_str().unwrap()];
    arguments.extend(more);
    piaojue(&arguments)
}

/// A provision for the first round of a session, as the station wrote it.
fn provision(small: &Small) -> Vec<u8> {
    small.rounds();
    let (database, key) = (small.path("out/session.db"), small.path("out/station.key"));
    let store =
        Store::open(&database, Station::load_or_create(&key, &mut Randomness::System).unwrap()).unwrap();
    let keys = store.keys(RoundNumber(1)).unwrap().unwrap();
    let Some(Round::Announced(announced)) = store.rounds().unwrap().into_iter().next() else {
        unreachable!("a rehearsal ends with the announcement")
    };
    let closed = announced.counted.closed;
    let listed = |number: u8| ListedSlip { tag: SlipTag([number; 32]), token: TokenHash([number; 32]) };
    let provision = Provision {
        version: 2,
        station: store.station().public_key(),
        profile: store.profile().unwrap(),
        contest: closed.contest,
        election: keys.election,
        sealing: closed.sealing,
        opened_with: Delegates(3),
        kiosk: KioskIdentity {
            number: KioskNumber(4),
            name: "东厅".to_owned(),
            zone: Zone::new(2).unwrap(),
            key: kiosk().public_key(),
        },
        slip_key: keys.slips,
        unused: vec![SlipTag([1; 32]), SlipTag([2; 32])],
        cancelled: vec![SlipTag([3; 32])],
        spent: Vec::new(),
        list: (1..=3).map(listed).collect(),
    };
    provision.write(store.station()).unwrap()
}

fn kiosk_box() -> Vec<u8> {
    let read = KioskBox {
        version: 2,
        key: kiosk().public_key(),
        station: [6; 32],
        round: RoundNumber(1),
        contest: [7; 32],
        kiosk: KioskNumber(4),
        zone: Zone::new(2).unwrap(),
        provision: [8; 32],
        recovered: true,
        tray: 0,
        statement: Some("机器断电。".to_owned()),
        resumed: Vec::new(),
        challenged: Vec::new(),
        challenged_ciphertexts: Vec::new(),
        unused: vec![SlipTag([1; 32]), SlipTag([2; 32])],
        cancelled: vec![SlipTag([3; 32])],
        spent: Vec::new(),
    };
    read.write(&kiosk()).unwrap()
}

#[test]
fn files_of_kiosks_are_said_to_be_what_they_are() {
    let small = Small::new();
    let request = small.write("request", Request::write("东厅", &kiosk()).unwrap());
    let answer = inspect(&request, &["--json"]).done();
    assert_eq!((&answer["kind"], &answer["name"]), (&json!("kiosk-request"), &json!("东厅")));
    let fingerprint = answer["signer"].clone();
    let provision = small.write("provision", provision(&small));
    let answer = inspect(&provision, &["--json"]).done();
    assert_eq!((&answer["kind"], &answer["kiosk_key"]), (&json!("kiosk-provision"), &fingerprint));
    assert_eq!(answer["slips"], json!({ "unused": 2, "spent": 0, "cancelled": 1 }));
    let written = small.write("box", kiosk_box());
    let answer = inspect(&written, &["--json"]).done();
    assert_eq!((&answer["kind"], &answer["signer"]), (&json!("kiosk-box"), &fingerprint));
    assert_eq!(
        (&answer["kiosk"], &answer["zone"], &answer["recovered"]),
        (&json!(4), &json!(2), &json!(true))
    );
    let told = inspect(&written, &["--language", "en"]);
    assert!(told.stdout.contains("Kiosk 4, zone 2 (blue), round 1"), "{told:?}");
    let told = inspect(&provision, &[]);
    assert!(told.stdout.contains("票决机 4 号 东厅，第 2 票区（蓝色）"), "{told:?}");
    // Nothing of a slip: a tag with the key is a way to try codes out.
    assert!(!told.stdout.contains(&"01".repeat(32)) && !answer.to_string().contains(&"01".repeat(32)));
}

#[test]
fn altered_files_of_kiosks_are_refused() {
    let small = Small::new();
    let mut rng = ChaCha20Rng::seed_from_u64(8);
    let file = kiosk_box();
    for _ in 0..20 {
        let mut altered = file.clone();
        let place = rng.gen_range(16..altered.len());
        altered[place] ^= 1 << rng.gen_range(0..8);
        let path = small.write("altered", altered);
        let run = inspect(&path, &["--json"]);
        assert_eq!(run.code, 1, "{run:?}");
        assert!(inspect(&path, &[]).stderr.contains(path.to_str().unwrap()));
    }
    let mut newer = file.clone();
    newer[15] = 9;
    let run = inspect(&small.write("newer", newer), &["--json"]);
    assert_eq!((run.code, run.codes()), (2, vec!["kiosk-file.newer".to_owned()]));
    let run = inspect(&small.write("cut", &file[..200]), &["--json"]);
    assert_eq!((run.code, &run.json()["errors"][0]["code"]), (1, &json!("kiosk-file.truncated")));
    let mut unknown = file;
    unknown[14] = 9;
    let run = inspect(&small.write("unknown", unknown), &["--json"]);
    assert_eq!((run.code, run.codes()), (2, vec!["store.foreign".to_owned()]));
}

//! What goes wrong with kiosks apart: slips spent at two, a kiosk that dies, and those that come in its place.

use super::{
    apart::{Kiosk, close_and_count, kiosk, merge, open_hall},
    hall::{Hall, code, two, unchecked},
};
use kiosk_files::{KioskBox, Provision};
use messages::Coded;
use office::{
    act::Office,
    acts::{self, KioskDisk, Merging},
};
use procedure::{
    count::Ballots,
    number::{KioskNumber, RoundNumber},
    round::{Round, RoundState},
};
use session_model::{Dispute, Kept, KioskState, Tray};
use std::fs;

/// Three kiosks of one zone, the same slip spent at two of them, and one more ballot at each.
fn spent_twice() -> (Hall, [Kiosk; 3], [Vec<u8>; 3]) {
    let mut hall = open_hall(&[2, 8]);
    let mut kiosks = [1, 2, 3].map(|number| kiosk(&mut hall, number, 2));
    let slips = hall.codes.clone();
    kiosks[0].cast(&slips[2..4], "+...");
    kiosks[1].cast(&slips[3..5], ".+..");
    kiosks[2].cast(&slips[5..6], "..+.");
    let boxes = kiosks.each_mut().map(Kiosk::close);
    (hall, kiosks, boxes)
}

fn only_dispute(hall: &Hall) -> Dispute {
    let mut disputes = acts::disputes(&hall.office).unwrap();
    assert_eq!(disputes.len(), 1);
    disputes.remove(0)
}

fn decide(hall: &mut Hall, kept: Kept) -> &'static str {
    let tag = only_dispute(hall).tag;
    code(acts::decide_dispute(&mut hall.office, &two(), &tag, kept, "票签编号重复，现场核对。"))
}

fn merge_all<'a>(hall: &mut Hall, boxes: impl IntoIterator<Item = &'a Vec<u8>>) {
    for file in boxes {
        merge(hall, file).unwrap();
    }
}

#[test]
fn a_slip_spent_at_two_kiosks_counts_only_as_the_scrutineers_decide() {
    for (kept, totals, void, slips) in [
        (Kept::Kiosk(KioskNumber(1)), [2, 1, 1, 0], 0, 4),
        (Kept::Kiosk(KioskNumber(2)), [1, 2, 1, 0], 0, 4),
        (Kept::None, [1, 1, 1, 0], 1, 4),
    ] {
        let (mut hall, _kiosks, boxes) = spent_twice();
        let found = [&boxes[0], &boxes[1]].map(|file| merge(&mut hall, file).unwrap());
        assert!(matches!(found[1], Merging::Merged { disputed: 1, .. }), "{found:?}");
        assert_eq!(only_dispute(&hall).kiosks, [1, 2].map(KioskNumber));
        let shown: Vec<u32> =
            acts::kiosks(&hall.office).unwrap().iter().map(|kiosk| kiosk.disputed).collect();
        assert_eq!(shown, [1, 1, 0]);
        merge(&mut hall, &boxes[2]).unwrap();
        assert_eq!(hall.office.turnout().unwrap().cast, Ballots(3), "neither counts yet");
        assert_eq!(hall.close(4, 0), "kiosks.disputes-open");
        assert_eq!(decide(&mut hall, Kept::Kiosk(KioskNumber(3))), "kiosks.not-spent-there");
        let tag = only_dispute(&hall).tag;
        let silent = acts::decide_dispute(&mut hall.office, &two(), &tag, kept, "  ");
        assert_eq!(code(silent), "kiosks.statement-missing");
        assert_eq!(decide(&mut hall, kept), "done");
        assert_eq!(decide(&mut hall, Kept::None), "kiosks.dispute-decided");
        let log = hall.office.store().log().unwrap();
        let entry = &log.last().unwrap().entry;
        assert!(entry.contains("现场核对") && entry.contains("spent-twice") == (void == 1), "{entry}");
        let account = acts::slips_account(&hall.office, RoundNumber(1)).unwrap();
        let zone = account.zones[1];
        assert_eq!((zone.spent, zone.void, zone.disputed, zone.exchanged), (4 - void, void, 0, 0));
        // The merging again of any of them leaves the decision.
        merge_all(&mut hall, &boxes);
        assert_eq!(close_and_count(&mut hall, slips), totals);
        let Round::Counted(counted) = hall.office.round().unwrap() else { panic!("counted") };
        assert_eq!((counted.account.collected(), counted.account.void()), (Ballots(4), Ballots(void)));
        assert_eq!(acts::slips_account(&hall.office, RoundNumber(1)).unwrap(), account);
    }
}

/// The order in which boxes come leaves no trace in the box, while slips are in dispute and after.
#[test]
fn boxes_may_come_in_any_order() {
    let (hall, _kiosks, boxes) = spent_twice();
    let (path, folder) = (hall.path(), tempfile::tempdir().unwrap());
    drop(hall.office);
    let mut seen: Option<(String, String)> = None;
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let copy = folder.path().join(format!("{order:?}.db"));
        fs::copy(&path, &copy).unwrap();
        let mut again = reopened(&copy);
        for place in order {
            acts::merge_box(&mut again, &two(), &boxes[place]).unwrap();
        }
        let slots = slots(&copy, again);
        let mut again = reopened(&copy);
        let tag = acts::disputes(&again).unwrap()[0].tag;
        acts::decide_dispute(
            &mut again,
            &two(),
            &tag,
            Kept::Kiosk(KioskNumber(2)),
            "票签编号重复，现场核对。",
        )
        .unwrap();
        acts::close_poll(&mut again, &two(), Tray { slips: 4, paper: 0 }, None, &unchecked()).unwrap();
        let Round::Closed(closed) = again.round().unwrap() else { panic!("closed") };
        let found = (slots, closed.closing.root);
        assert_eq!(*seen.get_or_insert(found.clone()), found, "{order:?}");
    }
}

fn reopened(path: &std::path::Path) -> Office {
    let station = signed_file::Station::from_secret(&[7; 32]);
    Office::open(path, station, super::hall::clock(), office::Randomness::System).unwrap()
}

/// All rows of the open box and of what lies aside, as one value; the file is closed.
fn slots(path: &std::path::Path, office: Office) -> String {
    drop(office);
    let connection = rusqlite::Connection::open(path).unwrap();
    let mut rows = String::new();
    for sql in [
        "SELECT hex(tag) || hex(ballot) || hex(mac) || state FROM slot ORDER BY tag",
        "SELECT hex(sum) || hex(mac) FROM box_head",
        "SELECT hex(tag) || hex(sealed) || kiosk FROM disputed_ballot ORDER BY tag, kiosk",
        "SELECT hex(tag) || kiosk FROM spent_at ORDER BY tag, kiosk",
    ] {
        let mut select = connection.prepare(sql).unwrap();
        let found = select.query_map([], |row| row.get::<_, String>(0)).unwrap();
        rows.extend(found.map(Result::unwrap));
    }
    rows
}

#[test]
fn a_third_kiosk_with_the_same_slip_opens_the_dispute_again() {
    for decided in [Kept::Kiosk(KioskNumber(1)), Kept::None] {
        let mut hall = open_hall(&[2, 8]);
        let mut kiosks = [1, 2, 3].map(|number| kiosk(&mut hall, number, 2));
        let slips = hall.codes.clone();
        for kiosk in &mut kiosks {
            kiosk.cast(&slips[2..3], "+...");
        }
        kiosks[0].cast(&slips[3..4], "...+");
        let boxes = kiosks.each_mut().map(Kiosk::close);
        merge_all(&mut hall, &boxes[..2]);
        assert_eq!(decide(&mut hall, decided), "done");
        merge(&mut hall, &boxes[2]).unwrap();
        let dispute = only_dispute(&hall);
        assert_eq!((dispute.kiosks, dispute.decision), ([1, 2, 3].map(KioskNumber).to_vec(), None));
        assert_eq!(hall.close(2, 0), "kiosks.disputes-open");
        assert_eq!(decide(&mut hall, Kept::Kiosk(KioskNumber(3))), "done");
        hall.cast(0, &["..+."]);
        assert_eq!(close_and_count(&mut hall, 3), [1, 0, 1, 1]);
    }
}

/// The station's own kiosk is one of zone 1: a slip can be spent there and at a kiosk apart.
#[test]
fn a_slip_spent_at_the_station_and_at_a_kiosk_is_in_dispute() {
    let mut hall = open_hall(&[6]);
    let mut apart = kiosk(&mut hall, 1, 1);
    apart.cast(&hall.codes[0..2], "+...");
    hall.cast(1, &[".+..", ".+.."]);
    let file = apart.close();
    merge(&mut hall, &file).unwrap();
    assert_eq!(only_dispute(&hall).kiosks, [0, 1].map(KioskNumber));
    let mut poll = acts::Poll::open(&mut hall.office).unwrap();
    assert_eq!(code(poll.cast(&hall.codes[1], &super::hall::marks("+..."))), "acts.slip-spent");
    assert_eq!(decide(&mut hall, Kept::Kiosk(KioskNumber(0))), "done");
    assert_eq!(close_and_count(&mut hall, 3), [1, 2, 0, 0]);
}

/// After the close nothing says which ballot came from where.
#[test]
fn the_outer_envelopes_come_off_at_the_close() {
    for end in [false, true] {
        let (mut hall, _kiosks, boxes) = spent_twice();
        merge_all(&mut hall, &boxes);
        decide(&mut hall, Kept::Kiosk(KioskNumber(1)));
        if end {
            acts::end_by_decision(&mut hall.office, &two(), "主席团决定，本轮票决作废。").unwrap();
        } else {
            assert_eq!(hall.close(4, 0), "done");
        }
        let path = hall.path();
        drop(hall.office);
        let connection = rusqlite::Connection::open(&path).unwrap();
        let left: (u32, u32, u32) = connection
            .query_row(
                "SELECT (SELECT count(*) FROM spent_at), (SELECT count(*) FROM slot),
                     (SELECT sum(length(sealed)) FROM disputed_ballot)",
                [],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
            .unwrap();
        assert_eq!(left, (0, 0, 0));
        let bytes = fs::read(&path).unwrap();
        let ballot = &KioskBox::read(&boxes[1]).unwrap().0.spent[0].ballot.as_bytes()[..64].to_vec();
        let there = bytes.windows(64).any(|window| window == ballot.as_slice());
        // The second kiosk's two ballots: one was not kept, the other is counted, unless nothing is.
        let kept = reopened(&path).round().unwrap().state() == RoundState::Closed;
        assert!(kept || !there, "a ballot that isn't kept lies nowhere");
    }
}

#[test]
fn a_dead_kiosk_is_recovered_from_its_disk() {
    let mut hall = open_hall(&[2, 6]);
    let mut dead = kiosk(&mut hall, 1, 2);
    dead.cast(&hall.codes[2..5], "+...");
    let (database, key) = (dead.database(), dead.key_path());
    drop(dead.office);
    let disk = KioskDisk { database: &database, key: &key };
    let recover = |hall: &mut Hall, tray, statement: Option<&str>| {
        acts::recover_box(&mut hall.office, &two(), disk, tray, statement)
    };
    assert_eq!(code(recover(&mut hall, 2, None)), "acts.box-differs-from-tray");
    let merged = Merging::Merged { kiosk: KioskNumber(1), ballots: Ballots(3), disputed: 0 };
    assert_eq!(recover(&mut hall, 3, None).unwrap(), merged);
    assert_eq!(
        recover(&mut hall, 3, None).unwrap(),
        Merging::AlreadyMerged { kiosk: KioskNumber(1), ballots: Ballots(3) }
    );
    let status = acts::kiosks(&hall.office).unwrap().remove(0);
    assert!(status.recovered && status.state == KioskState::Merged && status.tray == Some(3));
    assert_eq!(
        code(acts::declare_lost(&mut hall.office, &two(), KioskNumber(1), 3, "丢失")),
        "kiosks.merged-already"
    );
    // It comes to life again and takes another ballot: what it now has is another box.
    let mut alive = Office::open(
        &database,
        signed_file::Station::load(&key).unwrap(),
        super::hall::clock(),
        office::Randomness::System,
    )
    .unwrap();
    acts::close_kiosk(&mut alive, &two(), 3, None).unwrap();
    let late = acts::export_box(&alive).unwrap();
    assert_eq!(code(merge(&mut hall, &late)), "kiosk-box.stale");
    assert_eq!(close_and_count(&mut hall, 3), [3, 0, 0, 0]);
}

#[test]
fn a_disk_that_is_not_the_kiosks_is_refused() {
    let mut hall = open_hall(&[2, 6]);
    let mut closed = kiosk(&mut hall, 1, 2);
    closed.cast(&hall.codes[2..4], "+...");
    let file = closed.close();
    let (database, key) = (closed.database(), closed.key_path());
    drop(closed.office);
    let foreign_key = closed.folder.path().join("foreign.key");
    signed_file::Station::load_or_create(&foreign_key, &mut office::Randomness::System).unwrap();
    let missing_key = closed.folder.path().join("missing.key");
    let recover = |hall: &mut Hall, database, key| {
        let disk = KioskDisk { database, key };
        code(acts::recover_box(&mut hall.office, &two(), disk, 2, None))
    };
    assert_eq!(recover(&mut hall, &database, &foreign_key), "store.other-station");
    assert_eq!(recover(&mut hall, &database, &missing_key), "store.not-found");
    assert!(!missing_key.exists(), "none is made");
    let other = open_hall(&[2]);
    let (path, folder) = (other.path(), other.folder);
    drop(other.office);
    let station_key = folder.path().join("station.key");
    fs::write(&station_key, [&b"piaojue station\n"[..], &[7; 32]].concat()).unwrap();
    assert_eq!(recover(&mut hall, &path, &station_key), "kiosk-box.disk-of-no-kiosk");
    // One that closed itself is merged as it closed.
    assert_eq!(recover(&mut hall, &database, &key), "done");
    assert!(matches!(merge(&mut hall, &file).unwrap(), Merging::AlreadyMerged { .. }));
}

#[test]
fn the_account_says_what_a_lost_kiosk_took_with_it() {
    let mut hall = open_hall(&[4, 4]);
    let mut lost = kiosk(&mut hall, 5, 2);
    lost.cast(&hall.codes[4..7], "+...");
    hall.cast(0, &["+...", "+...", "+..."]);
    assert_eq!(hall.close(3, 0), "kiosks.kiosks-out");
    let named = acts::close_poll(
        &mut hall.office,
        &two(),
        Tray { slips: 3, paper: 0 },
        Some("已核对。".to_owned()),
        &unchecked(),
    );
    assert_eq!(named.unwrap_err().facts(), [("kiosks", "5".to_owned())]);
    assert_eq!(
        code(acts::declare_lost(&mut hall.office, &two(), KioskNumber(4), 3, "丢失")),
        "kiosks.kiosk-unknown"
    );
    assert_eq!(
        code(acts::declare_lost(&mut hall.office, &two(), KioskNumber(5), 3, " ")),
        "kiosks.statement-missing"
    );
    acts::declare_lost(&mut hall.office, &two(), KioskNumber(5), 3, "机器进水，硬盘不能读出。").unwrap();
    assert_eq!(acts::slips_account(&hall.office, RoundNumber(1)).unwrap().missing, 3);
    let log = hall.office.store().log().unwrap();
    assert!(log.last().unwrap().entry.contains("机器进水"));
    // The slips of its tray are counted with the others, and their ballots are missing.
    assert_eq!(hall.close(3, 0), "acts.box-differs-from-tray");
    assert_eq!(close_and_count(&mut hall, 6), [3, 0, 0, 0]);
    let Round::Counted(counted) = hall.office.round().unwrap() else { panic!("counted") };
    assert_eq!(counted.account.collected(), Ballots(3));
    let log = hall.office.store().log().unwrap();
    let closed = log.iter().find(|logged| logged.entry.contains("poll-closed")).unwrap();
    assert!(closed.entry.contains(r#""missing":3"#), "{}", closed.entry);
}

/// Recovered first: what was used there is used, the rest works at the replacement.
#[test]
fn a_replacement_after_the_recovery_takes_the_slips_that_were_not_used() {
    let mut hall = open_hall(&[2, 6]);
    let mut dead = kiosk(&mut hall, 1, 2);
    dead.cast(&hall.codes[2..4], "+...");
    let file = dead.close();
    merge(&mut hall, &file).unwrap();
    let mut replacement = kiosk(&mut hall, 2, 2);
    let provision = Provision::read(&replacement.provision).unwrap().0;
    assert_eq!((provision.unused.len(), provision.spent.len()), (4, 2));
    assert_eq!(code(replacement.try_cast(&hall.codes[2])), "acts.slip-spent");
    replacement.cast(&hall.codes[4..8], ".+..");
    merge(&mut hall, &replacement.close()).unwrap();
    assert!(acts::disputes(&hall.office).unwrap().is_empty());
    assert_eq!(close_and_count(&mut hall, 6), [2, 4, 0, 0]);
}

/// Replaced first: the replacement can't know what was used on the dead one. What was used at both is found.
#[test]
fn a_slip_used_at_the_dead_kiosk_and_at_its_replacement_is_found_once_the_dead_one_is_recovered() {
    let mut hall = open_hall(&[2, 6]);
    let mut dead = kiosk(&mut hall, 1, 2);
    dead.cast(&hall.codes[2..4], "+...");
    let mut replacement = kiosk(&mut hall, 2, 2);
    replacement.cast(&hall.codes[3..6], ".+..");
    merge(&mut hall, &replacement.close()).unwrap();
    let dead = dead.close();
    assert!(matches!(merge(&mut hall, &dead).unwrap(), Merging::Merged { disputed: 1, .. }));
    assert_eq!(decide(&mut hall, Kept::Kiosk(KioskNumber(1))), "done");
    assert_eq!(close_and_count(&mut hall, 4), [2, 2, 0, 0]);
}

/// Declared lost: its slips were handed back, and each counts once, where it was used again.
#[test]
fn a_slip_of_a_lost_kiosk_that_is_handed_back_counts_once() {
    let mut hall = open_hall(&[2, 6]);
    let mut lost = kiosk(&mut hall, 1, 2);
    lost.cast(&hall.codes[2..5], "+...");
    // Two of three slips in its tray are handed back, one stays.
    acts::declare_lost(&mut hall.office, &two(), KioskNumber(1), 1, "硬盘损坏，票签当众退还两张。").unwrap();
    let mut replacement = kiosk(&mut hall, 2, 2);
    replacement.cast(&hall.codes[2..4], ".+..");
    merge(&mut hall, &replacement.close()).unwrap();
    assert!(acts::disputes(&hall.office).unwrap().is_empty());
    assert_eq!(hall.close(2, 0), "acts.box-differs-from-tray");
    hall.cast(0, &["+..."]);
    assert_eq!(close_and_count(&mut hall, 4), [1, 2, 0, 0]);
}

/// Found again before the close: no ballot is thrown away, and none counts twice.
#[test]
fn a_lost_kiosk_that_is_found_is_merged_and_what_was_voted_again_is_in_dispute() {
    let mut hall = open_hall(&[2, 6]);
    let mut lost = kiosk(&mut hall, 1, 2);
    lost.cast(&hall.codes[2..5], "+...");
    acts::declare_lost(&mut hall.office, &two(), KioskNumber(1), 2, "找不到机器，已在现场清点。").unwrap();
    let mut replacement = kiosk(&mut hall, 2, 2);
    replacement.cast(&hall.codes[2..3], ".+..");
    merge(&mut hall, &replacement.close()).unwrap();
    let found = lost.close();
    assert!(matches!(merge(&mut hall, &found).unwrap(), Merging::Merged { disputed: 1, .. }));
    assert_eq!(acts::slips_account(&hall.office, RoundNumber(1)).unwrap().missing, 0);
    assert_eq!(decide(&mut hall, Kept::Kiosk(KioskNumber(2))), "done");
    assert_eq!(close_and_count(&mut hall, 3), [2, 1, 0, 0]);
}

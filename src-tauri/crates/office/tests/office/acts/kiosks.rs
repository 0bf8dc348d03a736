//! Kiosks apart: provisioned, closed, merged; and every box that must not be merged.

use super::{
    apart::{self, Kiosk, asking, close_and_count, kiosk, merge, open_hall, place, zone},
    hall::{Hall, by, code, marks, two, unchecked},
};
use ballot_box::{BallotHash, SlipTag};
use kiosk_files::{Kind, KioskBox, Provision, Request, Spent};
use messages::Coded;
use office::{
    act::Office,
    acts::{self, Merging, Poll, SlipStatus},
};
use procedure::{
    count::Ballots,
    number::{KioskNumber, RoundNumber},
    round::Round,
};
use session_model::{KioskState, Tray};
use signed_file::Station;

/// Two zones of four slips, one kiosk apart for zone 2 with three ballots, closed.
fn merged_soon() -> (Hall, Kiosk, Vec<u8>) {
    let mut hall = open_hall(&[4, 4]);
    let mut apart = kiosk(&mut hall, 1, 2);
    apart.cast(&hall.codes[4..7], "++..");
    let file = apart.close();
    (hall, apart, file)
}

#[test]
fn a_slip_works_at_the_kiosks_of_its_zone_alone() {
    let mut hall = open_hall(&[2, 2, 2]);
    let mut second = kiosk(&mut hall, 1, 2);
    let refused = second.try_cast(&hall.codes[0]).unwrap_err();
    assert_eq!(refused.code(), "acts.slip-of-another-zone");
    assert_eq!(refused.facts(), [("zone", "2".to_owned()), ("colour", "blue".to_owned())]);
    let worded = office::wordings::word(messages::Language::Chinese, &refused);
    assert!(worded.contains("第 2 票区（蓝色）"), "{worded}");
    // The station's own kiosk is one of zone 1.
    let codes = hall.codes.clone();
    let mut poll = Poll::open(&mut hall.office).unwrap();
    assert_eq!(poll.standing(&codes[0]).unwrap(), SlipStatus::Unused);
    assert_eq!(poll.standing(&codes[2]).unwrap(), SlipStatus::OtherZone(zone(1)));
    assert_eq!(code(poll.cast(&codes[4], &marks("+..."))), "acts.slip-of-another-zone");
    poll.cast(&codes[1], &marks("+...")).unwrap();
    second.cast(&codes[2..4], "+...");
    assert_eq!(code(second.try_cast(&codes[2])), "acts.slip-spent");
}

#[test]
fn a_box_is_merged_once_and_counts_with_the_stations_own() {
    let (mut hall, _apart, file) = merged_soon();
    hall.cast(0, &[".+..", ".+.."]);
    let status = acts::kiosks(&hall.office).unwrap().remove(0);
    assert_eq!((status.state, status.ballots, status.zone), (KioskState::Out, None, zone(2)));
    assert_eq!(code(hall.office.turnout().map(|turnout| assert_eq!(turnout.cast, Ballots(2)))), "done");
    assert_eq!(hall.close(5, 0), "kiosks.kiosks-out");
    let merged = Merging::Merged { kiosk: KioskNumber(1), ballots: Ballots(3), disputed: 0 };
    assert_eq!(merge(&mut hall, &file).unwrap(), merged);
    let log = hall.office.store().log().unwrap().len();
    for _ in 0..3 {
        let again = Merging::AlreadyMerged { kiosk: KioskNumber(1), ballots: Ballots(3) };
        assert_eq!(merge(&mut hall, &file).unwrap(), again);
    }
    assert_eq!(hall.office.store().log().unwrap().len(), log, "nothing was changed");
    let status = acts::kiosks(&hall.office).unwrap().remove(0);
    assert_eq!((status.state, status.ballots, status.disputed), (KioskState::Merged, Some(Ballots(3)), 0));
    assert_eq!(hall.office.turnout().unwrap().cast, Ballots(5));
    let account = acts::slips_account(&hall.office, RoundNumber(1)).unwrap();
    let figures: Vec<_> = account.zones.iter().map(|zone| (zone.made, zone.spent, zone.unused)).collect();
    assert_eq!(figures, [(4, 2, 2), (4, 3, 1)]);
    assert_eq!(close_and_count(&mut hall, 5), [3, 5, 0, 0]);
    assert_eq!(
        acts::slips_account(&hall.office, RoundNumber(1)).unwrap(),
        account,
        "the same once it is closed"
    );
    assert_eq!(code(merge(&mut hall, &file)), "round.wrong-state");
}

#[test]
fn a_kiosk_apart_votes_and_is_closed_and_nothing_else() {
    let mut hall = open_hall(&[4, 4]);
    let mut apart = kiosk(&mut hall, 1, 2);
    apart.cast(&hall.codes[4..6], "+...");
    let office = &mut apart.office;
    let tray = Tray { slips: 2, paper: 0 };
    assert_eq!(code(acts::close_poll(office, &two(), tray, None, &unchecked())), "kiosks.not-at-a-kiosk");
    assert_eq!(
        code(acts::end_by_decision(office, &two(), "此机不是工作站，不能作废。")),
        "kiosks.not-at-a-kiosk"
    );
    assert_eq!(code(acts::exchange_slip(office, &two(), &hall.codes[6])), "kiosks.not-at-a-kiosk");
    let request = asking("另一台").1;
    assert_eq!(
        code(acts::provision_kiosk(office, &two(), &request, KioskNumber(2), zone(2))),
        "kiosks.not-at-a-kiosk"
    );
    assert_eq!(code(acts::merge_box(office, &two(), &[])), "kiosks.not-at-a-kiosk");
    assert_eq!(code(acts::export_box(office)), "kiosks.kiosk-not-closed");
    acts::suspend(office, &two()).unwrap();
    acts::resume(office, &two()).unwrap();
    let differs = acts::close_kiosk(office, &two(), 1, Some("  ".to_owned()));
    assert_eq!(code(differs), "acts.box-differs-from-tray");
    let long = "长".repeat(2_001);
    assert_eq!(code(acts::close_kiosk(office, &two(), 1, Some(long))), "kiosks.statement-too-long");
    acts::close_kiosk(office, &two(), 1, Some("一张票签落在地上，已收回。".to_owned())).unwrap();
    let file = acts::export_box(office).unwrap();
    assert_eq!(code(acts::close_kiosk(office, &two(), 2, None)), "round.wrong-state");
    assert_eq!(code(acts::resume(office, &two())), "round.wrong-state");
    assert_eq!(code(Poll::open(office).map(drop)), "round.wrong-state");
    assert_eq!(code(acts::count(office, &two(), &hall.cards[..2], &|_| true)), "kiosks.not-at-a-kiosk");
    let (path, key) = (apart.database(), apart.key());
    drop(apart.office);
    let reopened = Office::open(&path, key, super::hall::clock(), office::Randomness::System).unwrap();
    assert_eq!(acts::export_box(&reopened).unwrap(), file, "byte for byte the same");
    let read = KioskBox::read(&file).unwrap().0;
    assert_eq!((read.tray, read.statement.as_deref()), (1, Some("一张票签落在地上，已收回。")));
    assert_eq!(code(acts::close_kiosk(&mut hall.office, &two(), 0, None)), "kiosks.only-at-a-kiosk");
    assert_eq!(code(acts::export_box(&hall.office)), "kiosks.only-at-a-kiosk");
}

#[test]
fn a_kiosk_is_provisioned_once_by_two_persons_while_the_poll_is_open() {
    let mut hall = Hall::new(4, apart::RULES);
    acts::begin(&mut hall.office, &by()).unwrap();
    apart::seal(&mut hall, &[4]);
    let (folder, request) = asking("东厅");
    let provision = |hall: &mut Hall, request: &Request, number, of| {
        acts::provision_kiosk(&mut hall.office, &two(), request, KioskNumber(number), zone(of))
    };
    assert_eq!(code(provision(&mut hall, &request, 1, 1)), "round.wrong-state");
    apart::check_in(&mut hall, 4);
    acts::open_poll(&mut hall.office, &two()).unwrap();
    assert_eq!(code(provision(&mut hall, &request, 1, 2)), "kiosks.zone-without-slips");
    assert_eq!(code(provision(&mut hall, &request, 0, 1)), "kiosks.number-impossible");
    assert_eq!(code(provision(&mut hall, &request, 1000, 1)), "kiosks.number-impossible");
    let file = provision(&mut hall, &request, 7, 1).unwrap();
    assert_eq!(provision(&mut hall, &request, 7, 1).unwrap(), file, "the stick got lost");
    assert_eq!(code(provision(&mut hall, &request, 8, 1)), "kiosks.provisioned-already");
    assert_eq!(code(provision(&mut hall, &asking("西厅").1, 7, 1)), "kiosks.number-taken");
    let secret = String::from_utf8_lossy(&file).into_owned();
    for card in &hall.cards {
        assert!(!secret.contains(&*card.scanned()));
    }
    let read = Provision::read(&file).unwrap().0;
    assert_eq!((read.kiosk.number, read.unused.len(), read.spent.len()), (KioskNumber(7), 4, 0));
    let loaded = acts::load_provision(place(&folder), &file, &two()).unwrap();
    let unfinished = loaded.store().path().with_extension("unfinished");
    assert!(!unfinished.exists() && !loaded.store().path().with_extension("unfinished-journal").exists());
    drop(loaded);
    assert_eq!(code(acts::load_provision(place(&folder), &file, &two())), "kiosks.provision-loaded");
    let (other, _) = asking("别处");
    assert_eq!(code(acts::load_provision(place(&other), &file, &two())), "kiosks.provision-of-another");
    assert_eq!(std::fs::read_dir(other.path()).unwrap().count(), 1, "its key alone");
}

#[test]
fn what_an_interrupted_loading_left_is_replaced() {
    let mut hall = open_hall(&[4]);
    let (folder, request) = asking("东厅");
    let file = acts::provision_kiosk(&mut hall.office, &two(), &request, KioskNumber(1), zone(1)).unwrap();
    let path = acts::load_provision(place(&folder), &file, &two()).unwrap().store().path().to_owned();
    std::fs::rename(&path, path.with_extension("unfinished")).unwrap();
    let mut again = acts::load_provision(place(&folder), &file, &two()).unwrap();
    Poll::open(&mut again).unwrap().cast(&hall.codes[0], &marks("+...")).unwrap();
}

/// Says that the box's kiosk has opened a ballot of this hash, and of ciphertexts that no ballot here has.
fn challenge(ballot: BallotHash, read: &mut KioskBox) {
    read.challenged.push(ballot);
    read.challenged_ciphertexts.push([7; 32]);
}

/// Each box that must not be merged, and what it is called; afterwards the right one is.
#[test]
fn a_box_that_is_not_right_is_refused_and_named() {
    let (mut hall, apart, file) = merged_soon();
    let before = hall.office.store().log().unwrap();
    let stranger = Station::from_secret(&[9; 32]);
    let resigned = KioskBox::read(&file).unwrap().0.write(&stranger).unwrap();
    assert_eq!(code(merge(&mut hall, &resigned)), "kiosk-box.of-a-foreign-kiosk");
    let forged = |change: &dyn Fn(&mut KioskBox)| apart.forge(&file, |read| change(read));
    let spent_tag = KioskBox::read(&file).unwrap().0.spent[0].tag;
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("kiosk-box.of-another-session", forged(&|read| read.station[0] ^= 1)),
        ("kiosk-box.of-another-round", forged(&|read| read.round = RoundNumber(2))),
        ("kiosk-box.of-another-contest", forged(&|read| read.contest[5] ^= 1)),
        ("kiosk-box.of-another-provision", forged(&|read| read.kiosk = KioskNumber(2))),
        ("kiosk-box.of-another-provision", forged(&|read| read.zone = zone(1))),
        ("kiosk-box.of-another-provision", forged(&|read| read.provision[0] ^= 1)),
        ("kiosk-box.slips-differ", forged(&|read| read.spent.truncate(2))),
        ("kiosk-box.slips-differ", forged(&|read| read.unused.truncate(0))),
        ("kiosk-box.slips-differ", forged(&|read| read.unused[0] = SlipTag([1; 32]))),
        ("kiosk-box.slips-differ", forged(&|read| read.cancelled = std::mem::take(&mut read.unused))),
        ("ballot.refused", forged(&|read| flip(&mut read.spent[1]))),
        ("ballot.refused", forged(&|read| shorten(&mut read.spent[1]))),
        ("kiosk-box.ballot-twice", forged(&|read| read.spent[1].ballot = read.spent[0].ballot.clone())),
        ("kiosk-box.ballot-challenged", forged(&|read| challenge(read.spent[0].ballot.hash(), read))),
        ("kiosk-file.malformed", forged(&|read| read.spent.swap(0, 1))),
        ("kiosk-file.malformed", forged(&|read| read.unused.push(spent_tag))),
        ("kiosk-file.other-kind", apart.provision.clone()),
        ("kiosk-file.other-kind", Request::write("甲", &stranger).unwrap()),
        ("kiosk-file.foreign", std::fs::read(apart.key_path()).unwrap()),
        ("kiosk-file.foreign", Vec::new()),
        ("kiosk-file.truncated", file[..file.len() - 1].to_vec()),
        ("kiosk-file.truncated", file[..30].to_vec()),
        ("kiosk-file.altered", [&file[..], b"\n"].concat()),
    ];
    for (name, wrong) in cases {
        assert_eq!(code(merge(&mut hall, &wrong)), name);
    }
    let named = merge(&mut hall, &forged(&|read| read.round = RoundNumber(2))).unwrap_err();
    assert_eq!(named.facts(), [("found", "2".to_owned()), ("round", "1".to_owned())]);
    assert_eq!(hall.office.store().log().unwrap(), before, "nothing was changed");
    assert_eq!(hall.office.turnout().unwrap().cast, Ballots(0));
    merge(&mut hall, &file).unwrap();
    let other = forged(&|read| read.tray = 9);
    let stale = merge(&mut hall, &other).unwrap_err();
    assert_eq!(stale.code(), "kiosk-box.stale");
    assert_eq!(close_and_count(&mut hall, 3), [3, 3, 0, 0]);
}

fn flip(spent: &mut Spent) {
    let mut bytes = spent.ballot.as_bytes().to_vec();
    bytes[40] ^= 1;
    spent.ballot = ballot_box::SealedBallot::from_bytes(bytes);
}

fn shorten(spent: &mut Spent) {
    let bytes = spent.ballot.as_bytes();
    spent.ballot = ballot_box::SealedBallot::from_bytes(bytes[..bytes.len() - 32].to_vec());
}

#[test]
fn a_box_of_an_earlier_round_or_of_another_session_is_refused() {
    let (mut hall, _first, file) = merged_soon();
    merge(&mut hall, &file).unwrap();
    acts::end_by_decision(&mut hall.office, &two(), "断电，主席团决定重新投票。").unwrap();
    acts::begin_next(&mut hall.office, &by()).unwrap();
    apart::seal(&mut hall, &[4, 4]);
    hall.open(8);
    let mut second = kiosk(&mut hall, 1, 2);
    second.cast(&hall.codes[4..5], "+...");
    assert_eq!(code(merge(&mut hall, &file)), "kiosk-box.of-another-round");
    merge(&mut hall, &second.close()).unwrap();
    // Seeded alike, with the same station's key, slips and contest: only the kiosk's key tells it apart.
    let (mut other, _apart, _) = merged_soon();
    assert_eq!(code(merge(&mut other, &file)), "kiosk-box.of-a-foreign-kiosk");
}

#[test]
fn a_slip_is_not_exchanged_while_a_kiosk_could_have_taken_it() {
    let (mut hall, _apart, file) = merged_soon();
    hall.cast(0, &["+...", "+..."]);
    let spare = hall.codes[7].clone();
    let refused = acts::exchange_slip(&mut hall.office, &two(), &spare);
    assert_eq!(code(refused), "kiosks.exchange-uncertain");
    merge(&mut hall, &file).unwrap();
    assert_eq!(code(acts::exchange_slip(&mut hall.office, &two(), &hall.codes[4])), "acts.slip-spent");
    // All slips are handed out, so there is none to exchange it for.
    assert_eq!(code(acts::exchange_slip(&mut hall.office, &two(), &spare)), "acts.no-slip-left");
}

#[test]
fn the_round_is_open_at_a_kiosk_as_at_the_station() {
    let mut hall = open_hall(&[2, 2]);
    let mut apart = kiosk(&mut hall, 3, 2);
    let (Round::Polling(here), Round::Polling(there)) =
        (hall.office.round().unwrap(), apart.office.round().unwrap())
    else {
        panic!("both are open")
    };
    assert_eq!(here, there);
    assert!(apart.office.is_remote_kiosk().unwrap() && !hall.office.is_remote_kiosk().unwrap());
    assert_eq!(acts::kiosks(&hall.office).unwrap()[0].fingerprint, {
        let request = Request::write("甲", &apart.key()).unwrap();
        Request::read(&request).unwrap().fingerprint()
    });
    let path = apart.folder.path().join("box.pjbox");
    apart.cast(&hall.codes[2..3], "+...");
    let file = apart.close();
    kiosk_files::write(&path, &file).unwrap();
    kiosk_files::write(&path, &file).unwrap();
    assert_eq!(kiosk_files::read(&path, Kind::Box).unwrap(), file);
    assert_eq!(kiosk_files::write(&path, b"other").unwrap_err().code(), "kiosk-file.exists");
    std::fs::write(&path, vec![0; 5_000]).unwrap();
    assert_eq!(kiosk_files::read(&path, Kind::Request).unwrap_err().code(), "kiosk-file.too-large");
}

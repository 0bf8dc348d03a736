//! Acts in the wrong stage, by the wrong persons, and what can be taken back.

use super::hall::{CHIEF, Hall, by, code, marks, profile, two};
use ballot_box::SlipCode;
use messages::Coded;
use office::{
    Randomness,
    act::{Office, with_scrutineer},
    acts::{self, Poll, SlipStatus},
};
use procedure::{number::RoundNumber, round::Round};
use rand::{SeedableRng, rngs::StdRng};
use session_model::{Attendance, Handed, Tray};
use signed_file::Station;

const RULES: &str = r#"{ "seats": 2 }"#;

#[test]
fn an_act_out_of_its_stage_is_refused_and_changes_nothing() {
    let mut hall = Hall::new(6, RULES);
    let entries = hall.office.store().log().unwrap().len();
    assert_eq!(code(acts::adopt(&mut hall.office, &by(), &[])), "acts.no-round");
    assert_eq!(code(acts::begin_next(&mut hall.office, &by())), "acts.no-round");
    acts::begin(&mut hall.office, &by()).unwrap();
    assert_eq!(code(acts::open_check_in(&mut hall.office, &by())), "round.wrong-state");
    assert_eq!(code(acts::open_poll(&mut hall.office, &two())), "round.wrong-state");
    assert_eq!(code(Poll::open(&mut hall.office).map(drop)), "round.wrong-state");
    assert_eq!(hall.close(0, 0), "round.wrong-state");
    assert_eq!(code(acts::set_candidates(&mut hall.office, &by(), &[])), "acts.round-begun");
    assert_eq!(code(acts::begin(&mut hall.office, &by())), "acts.round-begun");
    assert_eq!(code(acts::begin_next(&mut hall.office, &by())), "acts.round-unfinished");
    assert_eq!(hall.office.store().log().unwrap().len(), entries + 1);
}

#[test]
fn what_matters_takes_the_operator_and_a_scrutineer() {
    let refused =
        |operator, scrutineer| with_scrutineer(&profile(), operator, scrutineer).err().unwrap().code();
    assert_eq!(refused("操作员", "计票人丁"), "acts.not-a-scrutineer");
    assert_eq!(refused(CHIEF, CHIEF), "acts.one-person-only");
}

#[test]
fn check_in_knows_the_roster_the_pile_and_who_is_there() {
    let mut hall = Hall::checking_in(3, RULES, 2, 1);
    assert_eq!(hall.check_in(7, Handed::Slip), "acts.delegate-unknown");
    assert_eq!(hall.check_in(999, Handed::Slip), "acts.delegate-not-in-office");
    assert_eq!(hall.check_in(1, Handed::None), "done");
    assert_eq!(hall.check_in(1, Handed::Slip), "done");
    assert_eq!(hall.check_in(1, Handed::Paper), "acts.already-present");
    assert_eq!(hall.check_in(2, Handed::Slip), "done");
    assert_eq!(hall.check_in(3, Handed::Slip), "acts.no-slip-left");
    assert_eq!(hall.check_in(3, Handed::Paper), "done");
    assert_eq!(
        hall.office.store().attendance(RoundNumber(1)).unwrap(),
        Attendance { present: procedure::count::Delegates(3), issued: procedure::count::Issued(3) }
    );
    assert_eq!(code(acts::undo_check_in(&mut hall.office, &by(), &"2".into())), "done");
    assert_eq!(code(acts::undo_check_in(&mut hall.office, &by(), &"2".into())), "acts.not-present");
    assert_eq!(hall.check_in(2, Handed::Slip), "done");
}

#[test]
fn without_a_quorum_no_poll_opens_and_the_round_can_be_ended_and_held_again() {
    let mut hall = Hall::checking_in(6, RULES, 6, 0);
    for number in 1..=3 {
        hall.check_in(number, Handed::Slip);
    }
    assert_eq!(code(acts::open_poll(&mut hall.office, &two())), "round.quorum-missing");
    acts::void_for_quorum(&mut hall.office, &two()).unwrap();
    acts::begin_next(&mut hall.office, &by()).unwrap();
    hall.seal(6, 0);
    hall.open(4);
    assert_eq!(code(acts::void_for_quorum(&mut hall.office, &two())), "round.wrong-state");
    hall.cast(0, &["++..", "+-..", "+.+.", "++.."]);
    assert_eq!(hall.close(4, 0), "done");
    assert_eq!(hall.count(), "done");
    assert_eq!(hall.decision().adopted, ["A"]);
}

#[test]
fn late_arrivals_come_in_until_the_rules_say() {
    let mut open = Hall::checking_in(6, RULES, 6, 0);
    open.open(4);
    assert_eq!(open.check_in(5, Handed::Slip), "done");
    assert_eq!(code(acts::undo_check_in(&mut open.office, &by(), &"5".into())), "acts.too-late-to-undo");
    let mut shut = Hall::checking_in(6, r#"{ "seats": 2, "late_arrival": "until-open" }"#, 6, 0);
    shut.open(4);
    assert_eq!(shut.check_in(5, Handed::Slip), "acts.no-late-arrivals");
}

#[test]
fn a_suspended_poll_takes_no_ballot_until_it_is_resumed() {
    let mut hall = Hall::checking_in(6, RULES, 6, 0);
    hall.open(4);
    acts::suspend(&mut hall.office, &two()).unwrap();
    assert_eq!(code(Poll::open(&mut hall.office).map(drop)), "round.wrong-state");
    acts::resume(&mut hall.office, &two()).unwrap();
    hall.cast(0, &["++..", "+-..", "+..."]);
    acts::suspend(&mut hall.office, &two()).unwrap();
    assert_eq!(hall.close(3, 0), "done");
    assert_eq!(hall.count(), "done");
}

#[test]
fn a_slip_stands_as_it_was_used() {
    let mut hall = Hall::checking_in(6, RULES, 6, 0);
    hall.open(4);
    acts::exchange_slip(&mut hall.office, &two(), &hall.codes[5]).unwrap();
    assert_eq!(code(acts::exchange_slip(&mut hall.office, &two(), &hall.codes[5])), "acts.slip-cancelled");
    let stranger = SlipCode::generate(&mut StdRng::seed_from_u64(9));
    let mut poll = Poll::open(&mut hall.office).unwrap();
    poll.cast(&hall.codes[0], &marks("++..")).unwrap();
    for (slip, standing, refusal) in [
        (&hall.codes[0], SlipStatus::Counted, "acts.slip-spent"),
        (&hall.codes[5], SlipStatus::Cancelled, "acts.slip-cancelled"),
        (&stranger, SlipStatus::Unknown, "acts.slip-unknown"),
    ] {
        assert_eq!(poll.standing(slip).unwrap(), standing);
        assert_eq!(code(poll.cast(slip, &marks("+..."))), refusal);
    }
    assert_eq!(poll.standing(&hall.codes[1]).unwrap(), SlipStatus::Unused);
    assert_eq!(code(poll.cast(&hall.codes[1], &marks("+++."))), "ballot.marks-break-form");
    assert_eq!(poll.standing(&hall.codes[1]).unwrap(), SlipStatus::Unused);
}

#[test]
fn a_session_goes_on_where_it_was_left() {
    let mut hall = Hall::checking_in(6, RULES, 6, 0);
    hall.open(4);
    hall.cast(0, &["++..", "+-.."]);
    let path = hall.path();
    let Hall { folder, office, cards, codes } = hall;
    drop(office);
    let office =
        Office::open(&path, Station::from_secret(&[7; 32]), super::hall::clock(), Randomness::seeded(2))
            .unwrap();
    let mut hall = Hall { folder, office, cards, codes };
    assert!(matches!(hall.office.round().unwrap(), Round::Suspended(_)));
    acts::resume_counted(&mut hall.office, &two(), Tray { slips: 2, paper: 0 }, None).unwrap();
    hall.cast(2, &["+..+"]);
    assert_eq!(hall.close(3, 0), "done");
    assert_eq!(hall.count(), "done");
    assert_eq!(hall.decision().ranking[0].approve.0, 3);
}

#[test]
fn a_backup_is_a_whole_session_and_is_not_made_of_an_open_box() {
    let mut hall = Hall::checking_in(6, RULES, 6, 0);
    hall.open(4);
    hall.cast(0, &["++..", "+-.."]);
    let target = hall.folder.path().join("backup.db");
    assert_eq!(code(hall.office.store().backup_to(&target).map_err(Into::into)), "store.poll-open");
    assert_eq!(hall.close(2, 0), "done");
    hall.office.store().backup_to(&target).unwrap();
    assert_eq!(code(hall.office.store().backup_to(&target).map_err(Into::into)), "store.exists");
    let copy =
        Office::open(&target, Station::from_secret(&[7; 32]), super::hall::clock(), Randomness::seeded(3))
            .unwrap();
    assert_eq!(copy.store().log().unwrap(), hall.office.store().log().unwrap());
    assert!(matches!(copy.round().unwrap(), Round::Closed(_)));
    let other =
        Office::open(&target, Station::from_secret(&[8; 32]), super::hall::clock(), Randomness::seeded(3));
    assert!(matches!(code(other.map(drop)), "store.in-use" | "store.other-station"));
}

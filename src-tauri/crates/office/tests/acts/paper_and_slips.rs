//! Paper ballots, and the box against what lies in the tray.

use super::hall::{Hall, by, code, marks, two};
use office::{
    acts::{self, PaperBallot, Poll, Tray},
    store::attendance::Handed,
};
use procedure::{count::Ballots, round::Round};

const RULES: &str = r#"{ "seats": 2 }"#;

/// Three slips and three paper ballots, of which one is void.
fn mixed() -> Hall {
    let mut hall = Hall::checking_in(6, RULES, 6, 3);
    for number in 4..=6 {
        hall.check_in(number, Handed::Paper);
    }
    hall.open(3);
    hall.cast(0, &["++..", "+-..", "+.+."]);
    let mut poll = Poll::open(&mut hall.office).unwrap();
    assert!(matches!(poll.enter_paper(&by(), &marks("++..")).unwrap(), PaperBallot::Valid(_)));
    assert_eq!(poll.enter_paper(&by(), &marks("+++.")).unwrap(), PaperBallot::Void("marks.too-many"));
    assert!(matches!(poll.enter_paper(&by(), &marks("....")).unwrap(), PaperBallot::Valid(_)));
    assert_eq!(code(poll.enter_paper(&by(), &marks("+..."))), "acts.no-paper-left");
    hall
}

#[test]
fn paper_ballots_are_counted_in_the_same_box_and_void_ones_in_the_account() {
    let mut hall = mixed();
    assert_eq!(hall.office.turnout().unwrap().0, Ballots(6));
    assert_eq!(hall.close(3, 3), "done");
    assert_eq!(hall.count(), "done");
    let Round::Counted(counted) = hall.office.round().unwrap() else { panic!("counted") };
    assert_eq!(counted.account.void(), Ballots(1));
    assert_eq!(counted.account.collected(), Ballots(6));
    let votes: Vec<(u32, u32)> =
        counted.decision.tally.totals().iter().map(|total| (total.approve.0, total.oppose.0)).collect();
    assert_eq!(votes, [(4, 0), (2, 1), (1, 0), (0, 0)]);
}

#[test]
fn a_box_that_differs_from_the_tray_stays_open_until_the_scrutineers_decide() {
    let mut hall = mixed();
    for (slips, paper) in [(2, 3), (4, 3), (3, 2), (4, 2), (0, 0)] {
        assert_eq!(hall.close(slips, paper), "acts.box-differs-from-tray", "{slips} {paper}");
    }
    assert!(matches!(hall.office.round().unwrap(), Round::Polling(_)));
    let blank =
        acts::close_poll(&mut hall.office, &two(), Tray { slips: 2, paper: 3 }, Some("  ".to_owned()));
    assert_eq!(code(blank), "acts.box-differs-from-tray");
    let statement = Some("一张票签落在会场，已收回核对。".to_owned());
    acts::close_poll(&mut hall.office, &two(), Tray { slips: 2, paper: 3 }, statement).unwrap();
    let log = hall.office.store().audit_log().unwrap();
    assert!(log.last().unwrap().entry.contains("落在会场"));
}

#[test]
fn a_round_with_one_ballot_is_not_opened() {
    let mut hall = Hall::checking_in(6, RULES, 6, 0);
    hall.open(4);
    hall.cast(0, &["+..."]);
    assert_eq!(hall.close(1, 0), "done");
    assert_eq!(hall.count(), "opening.too-few-ballots");
}

#[test]
fn a_round_without_ballots_adopts_nobody() {
    let mut hall = Hall::checking_in(6, RULES, 6, 0);
    hall.open(4);
    assert_eq!(hall.close(0, 0), "done");
    assert_eq!(hall.count(), "done");
    assert!(hall.decision().adopted.is_empty());
}

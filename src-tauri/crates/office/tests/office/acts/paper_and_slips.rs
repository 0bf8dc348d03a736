//! Paper ballots, and the box against what lies in the tray.

use super::hall::{CHIEF, Hall, code, marks, profile, two, unchecked};
use messages::Coded as _;
use office::acts::{self, BatchEntered, Poll};
use procedure::{count::Ballots, round::Round};
use session_model::{
    Handed, PaperBallotError, Tray,
    paper_ballot::{Batch, Defect, Difference, Reading, Readings, Sheet},
};
use std::collections::BTreeMap;

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
    let four = alike(&poll, &["++..", "+++.", "....", "+..."]);
    assert_eq!(code(poll.enter_batch(&two(), four)), "acts.no-paper-left");
    let batch = alike(&poll, &["++..", "+++.", "...."]);
    assert_eq!(
        poll.enter_batch(&two(), batch).unwrap(),
        BatchEntered { valid: 2, void: reasons(&[("marks.too-many", 1)]) }
    );
    let one_more = alike(&poll, &["+..."]);
    assert_eq!(code(poll.enter_batch(&two(), one_more)), "acts.no-paper-left");
    hall
}

fn reasons(reasons: &[(&str, u32)]) -> BTreeMap<String, u32> {
    reasons.iter().map(|(reason, ballots)| ((*reason).to_owned(), *ballots)).collect()
}

fn reading(reader: &str, sheets: &[Sheet]) -> Reading {
    Reading { reader: reader.to_owned(), sheets: sheets.to_vec() }
}

fn marked(texts: &[&str]) -> Vec<Sheet> {
    texts.iter().map(|text| Sheet::Marked(marks(text))).collect()
}

/// A batch that a teller and a scrutineer read alike.
fn alike(poll: &Poll<'_>, texts: &[&str]) -> Batch {
    let sheets = marked(texts);
    let readings =
        Readings::new(&profile(), poll.form(), reading("计票人丁", &sheets), reading("监票人乙", &sheets));
    readings
        .unwrap_or_else(|error| panic!("{error:?}"))
        .resolve(BTreeMap::new())
        .unwrap_or_else(|error| panic!("{error:?}"))
}

#[test]
fn two_readings_are_compared_all_at_once_and_decided_on_the_paper() {
    let mut hall = Hall::checking_in(6, RULES, 6, 4);
    for number in 3..=6 {
        hall.check_in(number, Handed::Paper);
    }
    hall.open(2);
    hall.cast(0, &["+...", ".+.."]);
    let mut poll = Poll::open(&mut hall.office).unwrap();
    let mut first = marked(&["++..", "+...", "....", "..++"]);
    let mut second = marked(&["++..", "+-..", "....", "..++"]);
    second[2] = Sheet::Void(Defect::Unclear);
    first[3] = Sheet::Void(Defect::NotIssued);
    let read = |first: &[Sheet], second: &[Sheet], form: &procedure::ballot::BallotForm| {
        Readings::new(&profile(), form, reading("计票人丁", first), reading("监票人乙", second))
    };
    let readings = read(&first, &second, poll.form()).unwrap();
    let differ = |place, candidates: &[usize]| Difference { place, candidates: candidates.to_vec() };
    assert_eq!(readings.differences(), [differ(1, &[1]), differ(2, &[]), differ(3, &[])]);
    let decided = BTreeMap::from([(1, Sheet::Marked(marks("+-.."))), (2, Sheet::Void(Defect::Unclear))]);
    assert_eq!(readings.resolve(decided.clone()).err(), Some(PaperBallotError::NotResolved { ballot: 4 }));
    let short = decided.clone().into_iter().chain([(3, Sheet::Marked(marks("+")))]).collect();
    let readings = read(&first, &second, poll.form()).unwrap();
    assert_eq!(readings.resolve(short).err(), Some(PaperBallotError::WrongMarks { ballot: 4 }));
    let whole = decided.into_iter().chain([(3, Sheet::Void(Defect::NotIssued))]).collect();
    let batch = read(&first, &second, poll.form()).unwrap().resolve(whole).unwrap();
    assert_eq!(
        poll.enter_batch(&two(), batch).unwrap(),
        BatchEntered { valid: 2, void: reasons(&[("paper.not-issued", 1), ("paper.unclear", 1)]) }
    );
    let log = hall.office.store().log().unwrap();
    let entry = &log.last().unwrap().entry;
    for fact in [r#""differed":3"#, r#""valid":2"#, r#""paper.unclear":1"#, r#""paper.not-issued":1"#] {
        assert!(entry.contains(fact), "{fact}: {entry}");
    }
    assert_eq!(hall.close(2, 4), "done");
}

#[test]
fn readings_that_are_no_two_readings_are_refused() {
    let mut hall = Hall::checking_in(6, RULES, 6, 0);
    hall.open(4);
    let poll = Poll::open(&mut hall.office).unwrap();
    let refused = |first: Reading, second: Reading| {
        Readings::new(&profile(), poll.form(), first, second).err().map(|error| error.code())
    };
    let one = marked(&["+..."]);
    let teller = || reading("计票人丁", &one);
    assert_eq!(refused(teller(), teller()), Some("paper.read-twice"));
    assert_eq!(refused(teller(), reading("路人", &one)), Some("paper.not-a-reader"));
    let two = marked(&["+...", "+..."]);
    assert_eq!(refused(teller(), reading(CHIEF, &two)), Some("paper.different-counts"));
    assert_eq!(refused(teller(), reading(CHIEF, &marked(&["+.."]))), Some("paper.wrong-marks"));
    assert_eq!(refused(reading("计票人丁", &[]), reading(CHIEF, &[])), Some("paper.batch-size"));
    let pile = vec![one[0].clone(); 101];
    assert_eq!(refused(reading("计票人丁", &pile), reading(CHIEF, &pile)), Some("paper.batch-size"));
}

#[test]
fn paper_ballots_are_counted_in_the_same_box_and_void_ones_in_the_account() {
    let mut hall = mixed();
    assert_eq!(hall.office.turnout().unwrap().cast, Ballots(6));
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
    let blank = acts::close_poll(
        &mut hall.office,
        &two(),
        Tray { slips: 2, paper: 3 },
        Some("  ".to_owned()),
        &unchecked(),
    );
    assert_eq!(code(blank), "acts.box-differs-from-tray");
    let statement = Some("一张票签落在会场，已收回核对。".to_owned());
    acts::close_poll(&mut hall.office, &two(), Tray { slips: 2, paper: 3 }, statement, &unchecked()).unwrap();
    let log = hall.office.store().log().unwrap();
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

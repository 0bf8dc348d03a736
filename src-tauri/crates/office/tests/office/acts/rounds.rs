//! From the count to the next round: cards, lots, ties, categories.

use super::hall::{Hall, by, code, two, unchecked};
use ballot_box::{KeyCard, VoterDigits};
use office::{act::Office, acts, papers::Documents};
use procedure::{
    number::RoundNumber,
    round::{Ended, Round, RoundState, Signatures},
    turn::Why,
};
use session_model::Tray;

#[test]
fn the_count_needs_enough_cards_of_this_session_each_once() {
    let mut hall = Hall::checking_in(6, r#"{ "seats": 2 }"#, 6, 0);
    hall.open(4);
    hall.cast(0, &["++..", "++..", "++.."]);
    assert_eq!(hall.close(3, 0), "done");
    let mut other = Hall::checking_in(6, r#"{ "seats": 1 }"#, 6, 0);
    let again = |card: &KeyCard| KeyCard::parse(&card.scanned()).unwrap();
    let attempt =
        |hall: &mut Hall, cards: &[KeyCard]| code(acts::count(&mut hall.office, &two(), cards, &|_| true));
    let one = [again(&hall.cards[2])];
    assert_eq!(attempt(&mut hall, &one), "opening.too-few-cards");
    let twice = [again(&hall.cards[0]), again(&hall.cards[0])];
    assert_eq!(attempt(&mut hall, &twice), "key-card.twice");
    // The other session is seeded alike: a card of a third ceremony is foreign to both.
    let foreign = ballot_box::deal(3, 2, &mut rand::thread_rng()).unwrap().1;
    assert_eq!(attempt(&mut hall, &foreign), "key-card.of-another-key");
    assert!(matches!(hall.office.round().unwrap(), Round::Closed(_)));
    assert_eq!(hall.count(), "done");
    assert_eq!(other.count(), "round.wrong-state");
}

#[test]
fn totals_of_fewer_ballots_than_the_rules_say_are_not_opened() {
    for (rules, cast) in [(r#"{ "seats": 2 }"#, 2), (r#"{ "seats": 2, "fewest_ballots": 5 }"#, 4)] {
        let mut hall = Hall::checking_in(6, rules, 6, 0);
        hall.open(5);
        hall.cast(0, &["++.."; 4][..cast as usize]);
        assert_eq!(hall.close(cast, 0), "done");
        assert_eq!(hall.count(), "opening.too-few-ballots", "{rules}");
        assert!(matches!(hall.office.round().unwrap(), Round::Closed(_)));
    }
}

#[test]
fn a_tie_is_voted_on_again_with_the_same_cards_and_new_slips() {
    let mut hall = Hall::checking_in(4, r#"{ "seats": 2, "majority": { "more_than": "1/4" } }"#, 4, 0);
    hall.open(4);
    hall.cast(0, &["++..", "++..", "+.+.", "+.+."]);
    hall.close(4, 0);
    assert_eq!(hall.count(), "done");
    assert_eq!(hall.decision().adopted, ["A"]);
    hall.announce();
    let fonts = documents::Fonts::load(&documents::fonts_dir().unwrap()).unwrap();
    assert!(!is_announced(&hall.office, &fonts), "a round is still to be held");
    let old = hall.codes[0].clone();
    acts::begin_next(&mut hall.office, &by()).unwrap();
    hall.seal(4, 0);
    hall.open(3);
    let mut poll = acts::Poll::open(&mut hall.office).unwrap();
    assert_eq!(code(poll.cast(&old, &super::hall::marks("+."))), "acts.slip-unknown");
    hall.cast(0, &["+.", ".+", "+-"]);
    assert_eq!(hall.close(3, 0), "done");
    assert_eq!(hall.count(), "done");
    assert_eq!(hall.decision().adopted, ["B"]);
    hall.announce();
    assert_eq!(code(acts::begin_next(&mut hall.office, &by())), "acts.nothing-to-vote");
    assert!(is_announced(&hall.office, &fonts));
}

#[test]
fn lots_are_drawn_before_anyone_signs() {
    let mut hall = Hall::checking_in(4, r#"{ "seats": 1, "tie": "lot" }"#, 4, 0);
    hall.open(4);
    hall.cast(0, &["+...", "+...", "+...", "+..."]);
    hall.close(4, 0);
    assert_eq!(hall.count(), "done");
    assert_eq!(code(acts::draw_lots(&mut hall.office, &two(), &["A".into()])), "round.no-lots");
    let mut tied = Hall::checking_in(4, r#"{ "seats": 1, "selection_limit": 2, "tie": "lot" }"#, 4, 0);
    tied.open(4);
    tied.cast(0, &["++..", "++..", "++..", "++.."]);
    tied.close(4, 0);
    assert_eq!(tied.count(), "done");
    assert_eq!(tied.confirm(), "round.lots-not-drawn");
    assert_eq!(code(acts::draw_lots(&mut tied.office, &two(), &["C".into()])), "round.lots-unknown");
    acts::draw_lots(&mut tied.office, &two(), &["B".into()]).unwrap();
    assert_eq!(code(acts::draw_lots(&mut tied.office, &two(), &["A".into()])), "acts.lots-drawn");
    let stranger = Signatures {
        chief: super::hall::CHIEF.to_owned(),
        scrutineers: vec!["路人".to_owned()],
        tellers: vec!["计票人丁".to_owned()],
    };
    assert_eq!(code(acts::confirm(&mut tied.office, &two(), stranger)), "acts.not-appointed");
    assert_eq!(tied.confirm(), "done");
}

#[test]
fn categories_are_decided_each_by_itself_and_voted_on_again_together() {
    let categories = r#""categories": [ { "name": "道路", "seats": 1 }, { "name": "学校", "seats": 1 } ]"#;
    let mut hall = Hall::checking_in(5, &format!("{{ {categories} }}"), 5, 0);
    hall.open(5);
    hall.cast(0, &["+.+.", "+.+.", "+.+.", ".++.", ".+.+"]);
    hall.close(5, 0);
    assert_eq!(hall.count(), "done");
    assert_eq!(hall.decision().adopted, ["A", "C"]);
    let lower = format!(r#"{{ "majority": {{ "more_than": "1/4" }}, {categories} }}"#);
    let mut open = Hall::checking_in(4, &lower, 4, 0);
    open.open(4);
    open.cast(0, &["+.+.", "+.+.", ".+.+", ".+.+"]);
    open.close(4, 0);
    assert_eq!(open.count(), "done");
    let decision = open.decision();
    assert!(decision.adopted.is_empty());
    assert_eq!(decision.further_rounds.len(), 2);
    assert!(decision.further_rounds.iter().all(|call| call.why == Why::Tie));
    open.announce();
    acts::begin_next(&mut open.office, &by()).unwrap();
    assert_eq!(open.office.round().unwrap().contest().list.candidates().len(), 4);
}

#[test]
fn more_ballots_than_were_handed_out_void_the_round_unopened() {
    let mut hall = Hall::checking_in(6, r#"{ "seats": 2 }"#, 6, 0);
    hall.open(4);
    // A fifth slip was used that nobody was handed: taken from the pile.
    hall.cast(0, &["++..", "++..", "++..", "++..", "++.."]);
    assert_eq!(hall.close(5, 0), "acts.more-than-handed-out");
    let statement = Some("票签堆中少一张，监票人已核对。".to_owned());
    acts::close_poll(&mut hall.office, &two(), Tray { slips: 5, paper: 0 }, statement, &unchecked()).unwrap();
    assert_eq!(hall.count(), "done");
    assert!(matches!(hall.office.round().unwrap(), Round::Void(_)));
    acts::begin_next(&mut hall.office, &by()).unwrap();
    assert_eq!(hall.office.round().unwrap().number(), RoundNumber(2));
}

#[test]
fn warnings_of_the_law_are_acknowledged_before_the_rules_are_adopted() {
    let mut hall = Hall::new(6, r#"{ "seats": 2, "quorum": "1/2", "majority": { "of": "present" } }"#);
    acts::begin(&mut hall.office, &by()).unwrap();
    let warnings = acts::warnings(&hall.office).unwrap();
    assert_eq!(warnings.len(), 2);
    assert_eq!(code(acts::adopt(&mut hall.office, &by(), &warnings[..1])), "acts.warnings-not-acknowledged");
    assert_eq!(code(acts::adopt(&mut hall.office, &by(), &[])), "acts.warnings-not-acknowledged");
    acts::adopt(&mut hall.office, &by(), &warnings).unwrap();
    let log = hall.office.store().log().unwrap();
    assert!(log.last().unwrap().entry.contains(&warnings[0].to_string()));
}

#[test]
fn a_round_that_cannot_go_on_is_ended_by_decision_and_voted_again() {
    let mut hall = Hall::checking_in(6, r#"{ "seats": 2 }"#, 6, 0);
    hall.open(4);
    hall.cast(0, &["+..."]);
    hall.close(1, 0);
    assert_eq!(hall.count(), "opening.too-few-ballots");
    let end = |hall: &mut Hall, why: &str| code(acts::end_by_decision(&mut hall.office, &two(), why));
    assert_eq!(end(&mut hall, " "), "round.statement-missing");
    assert_eq!(end(&mut hall, "收回一张选票，无法保密计票。"), "done");
    assert_eq!(end(&mut hall, "再次"), "round.cannot-end");
    let Round::Void(void) = hall.office.round().unwrap() else { panic!("void") };
    let Ended::ByDecision { figures, state, .. } = void.ended else { panic!("by decision") };
    assert_eq!((figures.collected.0, state), (1, RoundState::Closed));
    acts::begin_next(&mut hall.office, &by()).unwrap();
    hall.seal(6, 0);
    hall.open(4);
    hall.cast(0, &["++..", "++..", "++..", "++.."]);
    assert_eq!(end(&mut hall, "设备故障，投票无法继续。"), "done");
    assert_eq!(hall.office.store().ballots_in_box().unwrap().0, 0);
    acts::begin_next(&mut hall.office, &by()).unwrap();
    assert_eq!(hall.office.round().unwrap().number(), RoundNumber(3));
}

#[test]
fn a_list_that_cannot_be_adopted_is_not_begun() {
    let mut hall = Hall::new(6, r#"{ "seats": 4 }"#);
    assert_eq!(code(acts::begin(&mut hall.office, &by())), "slate.margin-missed");
    acts::set_rules(&mut hall.office, &by(), &serde_json::from_str(r#"{ "seats": 2 }"#).unwrap()).unwrap();
    acts::begin(&mut hall.office, &by()).unwrap();
}

/// Whether the announcement can be made.
fn is_announced(office: &Office, fonts: &documents::Fonts) -> bool {
    let documents = Documents::new(office, fonts, None).unwrap();
    let announcement = documents.find("announcement").unwrap();
    documents.make(announcement).unwrap().is_some()
}

#[test]
fn a_challenged_ballot_is_opened_and_spoiled_and_the_same_slip_votes_anew() {
    let mut hall = Hall::checking_in(4, r#"{ "seats": 2 }"#, 4, 0);
    hall.open(3);
    let slip = hall.codes[0].clone();
    let mut poll = acts::Poll::open(&mut hall.office).unwrap();
    let openable = poll.seal_openable(&super::hall::marks("+-.."), VoterDigits::NONE).unwrap();
    let tracked = openable.ballot().hash();
    let challenged = poll.challenge(&slip, openable).unwrap();
    assert_eq!(challenged.hash, tracked);
    assert_eq!(challenged.opened.marks, super::hall::marks("+-..").0);
    let file: serde_json::Value = serde_json::from_slice(&challenged.file).unwrap();
    assert_eq!(file["format"], "piaojue challenge 2");
    let openable = poll.seal_openable(&super::hall::marks("..++"), VoterDigits::NONE).unwrap();
    let ballot = acts::ProvenBallot::cast(openable);
    assert_ne!(poll.deposit(&slip, &ballot).unwrap(), tracked);
    let openable = poll.seal_openable(&super::hall::marks("+..."), VoterDigits::NONE).unwrap();
    assert_eq!(code(poll.challenge(&slip, openable)), "acts.slip-spent");
    hall.cast(1, &["..+.", "+..."]);
    let log = hall.office.store().log().unwrap();
    assert!(log.iter().any(|logged| logged.entry.contains(&tracked.hex())));
    assert_eq!(hall.close(3, 0), "done");
    assert_eq!(hall.count(), "done");
    let votes: Vec<u32> = hall.decision().tally.totals().iter().map(|total| total.approve.0).collect();
    assert_eq!(votes, [1, 0, 2, 1]);
}

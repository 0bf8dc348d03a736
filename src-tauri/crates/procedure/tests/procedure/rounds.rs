//! The round's states: each arrow, and what is refused at each.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop so")]

use crate::common::list;
use messages::Coded;
use procedure::{
    contest::Contest,
    count::{Ballots, Delegates, Issued, Votes},
    date::official,
    number::{CandidateNumber, RoundNumber},
    outcome::{Verdict, VoidReason},
    round::{
        Adopted, Announced, CheckIn, Closed, Closing, Confirmed, Counted, Counting, Draft, Polling, Refused,
        Round, Sealed, Sealing, Signatures, Suspended, Void,
    },
    tally::Total,
    turn::{Turn, Why},
};
use serde_json::{Value, json};

/// A contest of thirty delegates on five candidates for two seats.
fn contest(rules: Value) -> Contest {
    let candidates = list(&[("1", ""), ("2", ""), ("3", ""), ("4", ""), ("5", "")]);
    Contest::first(Delegates(30), candidates, serde_json::from_value(rules).unwrap())
}

fn sealing() -> Sealing {
    Sealing { digest: "d1".into(), key_fingerprint: "f1".into(), cards: 5, threshold: 3, slips: 32 }
}

fn closing() -> Closing {
    Closing { present: Delegates(28), issued: Issued(28), collected: Ballots(27), root: "aa".into() }
}

fn signatures() -> Signatures {
    Signatures { chief: "韦堃".into(), scrutineers: vec!["黄喆".into()], tellers: vec!["莫垚".into()] }
}

fn totals(approvals: &[u32]) -> Vec<Total> {
    let total = |(place, approve): (usize, &u32)| Total {
        number: CandidateNumber((place + 1).to_string()),
        approve: Votes(*approve),
        oppose: Votes(0),
    };
    approvals.iter().enumerate().map(total).collect()
}

fn adopted(rules: Value) -> Adopted {
    Draft { contest: contest(rules) }.adopt().unwrap()
}

fn check_in(rules: Value) -> CheckIn {
    adopted(rules).seal(sealing()).unwrap().open_check_in()
}

fn polling(rules: Value) -> Polling {
    check_in(rules).open_poll(Delegates(25)).unwrap()
}

fn closed(rules: Value) -> Closed {
    polling(rules).close(closing()).unwrap()
}

fn counted(rules: Value, approvals: &[u32]) -> Counted {
    match closed(rules).count(Ballots(0), &totals(approvals)).unwrap() {
        Counting::Counted(counted) => counted,
        Counting::Void(void) => panic!("{void:?}"),
    }
}

fn plain() -> Value {
    json!({"seats": 2})
}

const CLEAR: [u32; 5] = [20, 18, 5, 4, 3];

/// A round in each state, in the order of the procedure.
fn one_of_each() -> Vec<Round> {
    let polling = polling(plain());
    let confirmed = counted(plain(), &CLEAR).confirm(signatures()).unwrap();
    vec![
        Draft { contest: contest(plain()) }.into(),
        adopted(plain()).into(),
        adopted(plain()).seal(sealing()).unwrap().into(),
        check_in(plain()).into(),
        polling.clone().into(),
        polling.suspend().into(),
        closed(plain()).into(),
        counted(plain(), &CLEAR).into(),
        confirmed.clone().into(),
        confirmed.announce("2026-01-15".parse().unwrap()).into(),
        check_in(plain()).void_for_quorum(Delegates(19)).unwrap().into(),
    ]
}

const STATES: [&str; 11] = [
    "draft",
    "adopted",
    "sealed",
    "check-in",
    "polling",
    "suspended",
    "closed",
    "counted",
    "confirmed",
    "announced",
    "void",
];

fn code<T: std::fmt::Debug, S: std::fmt::Debug>(result: Result<T, Refused<S>>) -> &'static str {
    result.unwrap_err().error.code()
}

#[test]
fn every_state_is_stored_under_its_name_and_read_back() {
    for (round, name) in one_of_each().into_iter().zip(STATES) {
        assert_eq!(round.state().name(), name);
        assert_eq!(round.contest(), &contest(plain()));
        let stored = serde_json::to_value(&round).unwrap();
        assert_eq!(stored["state"], name);
        assert_eq!(serde_json::from_value::<Round>(stored).unwrap(), round);
    }
}

#[test]
fn a_round_can_be_taken_only_as_the_state_it_is_in() {
    for (place, round) in one_of_each().into_iter().enumerate() {
        let taken = [
            Draft::try_from(round.clone()).map(|_| ()),
            Adopted::try_from(round.clone()).map(|_| ()),
            Sealed::try_from(round.clone()).map(|_| ()),
            CheckIn::try_from(round.clone()).map(|_| ()),
            Polling::try_from(round.clone()).map(|_| ()),
            Suspended::try_from(round.clone()).map(|_| ()),
            Closed::try_from(round.clone()).map(|_| ()),
            Counted::try_from(round.clone()).map(|_| ()),
            Confirmed::try_from(round.clone()).map(|_| ()),
            Announced::try_from(round.clone()).map(|_| ()),
            Void::try_from(round.clone()).map(|_| ()),
        ];
        for (other, taken) in taken.into_iter().enumerate() {
            assert_eq!(taken.is_ok(), place == other, "{} as {}", STATES[place], STATES[other]);
            if let Err(error) = taken {
                let facts = [("needed", STATES[other].to_owned()), ("found", STATES[place].to_owned())];
                assert_eq!((error.code(), error.facts()), ("round.wrong-state", facts.to_vec()));
            }
        }
    }
}

#[test]
fn a_whole_round_runs_to_its_announcement() {
    let sealed = Draft { contest: contest(plain()) }.adopt().unwrap().seal(sealing()).unwrap();
    let polling = sealed.open_check_in().open_poll(Delegates(20)).unwrap();
    let closed = polling.suspend().resume().suspend().close(closing()).unwrap();
    let Counting::Counted(counted) = closed.count(Ballots(2), &totals(&CLEAR)).unwrap() else { panic!() };
    assert_eq!(counted.account.valid(), Ballots(25));
    assert_eq!(counted.contest().threshold(&counted.account), Votes(16));
    assert_eq!(counted.decision.adopted, ["1", "2"]);
    assert_eq!(counted.further_contests(), []);
    let announced = counted.confirm(signatures()).unwrap().announce("2026-01-15".parse().unwrap());
    assert_eq!(official(announced.announced_on), "2026年1月15日");
}

#[test]
fn a_list_that_breaks_the_rules_is_not_adopted_and_the_draft_comes_back() {
    let draft = Draft { contest: contest(json!({"seats": 5})) };
    let refused = draft.clone().adopt().unwrap_err();
    assert_eq!(*refused.state, draft);
    assert_eq!(refused.error.code(), "slate.margin-missed");
    assert_eq!(code(Draft { contest: contest(json!({"seats": 6})) }.adopt()), "slate.seats-above-candidates");
}

#[test]
fn warnings_stay_with_the_adopted_rules() {
    let warnings = adopted(json!({"seats": 2, "quorum": "1/2"})).warnings().unwrap();
    assert_eq!(warnings.iter().map(Coded::code).collect::<Vec<_>>(), ["warning.quorum-below-law"]);
}

#[test]
fn impossible_seals_are_refused() {
    for (sealing, refused) in [
        (Sealing { slips: 0, ..sealing() }, "round.no-slips"),
        (Sealing { threshold: 0, ..sealing() }, "round.threshold-impossible"),
        (Sealing { threshold: 6, ..sealing() }, "round.threshold-impossible"),
    ] {
        assert_eq!(code(adopted(plain()).seal(sealing)), refused);
    }
    assert!(adopted(plain()).seal(Sealing { threshold: 5, ..sealing() }).is_ok());
}

#[test]
fn a_poll_opens_with_a_quorum_only() {
    assert!(check_in(plain()).open_poll(Delegates(20)).is_ok());
    let refused = check_in(plain()).open_poll(Delegates(19)).unwrap_err();
    assert_eq!(refused.error.code(), "round.quorum-missing");
    assert_eq!(refused.error.facts(), [("present", "19".to_owned()), ("needed", "20".to_owned())]);
    assert_eq!(code(check_in(plain()).open_poll(Delegates(31))), "account.present-above-delegates");
    assert_eq!(code(check_in(plain()).void_for_quorum(Delegates(20))), "round.quorum-present");
    let void = check_in(plain()).void_for_quorum(Delegates(19)).unwrap();
    assert_eq!(void.reason(), VoidReason::QuorumMissing);
}

#[test]
fn a_poll_closes_with_figures_that_can_be() {
    let until_open = json!({"seats": 2, "late_arrival": "until-open"});
    for (rules, closing, refused) in [
        (plain(), Closing { present: Delegates(31), ..closing() }, "account.present-above-delegates"),
        (plain(), Closing { issued: Issued(29), ..closing() }, "account.issued-above-present"),
        (until_open.clone(), closing(), "round.late-arrivals"),
    ] {
        assert_eq!(code(polling(rules.clone()).close(closing.clone())), refused);
        assert_eq!(code(polling(rules).suspend().close(closing)), refused);
    }
    let on_time = Closing { present: Delegates(25), issued: Issued(25), collected: Ballots(25), ..closing() };
    assert!(polling(until_open).close(on_time).is_ok());
}

#[test]
fn a_count_finds_the_round_void() {
    for (closing, reason) in [
        (Closing { collected: Ballots(29), ..closing() }, VoidReason::MoreCollectedThanIssued),
        (
            Closing { present: Delegates(19), issued: Issued(19), collected: Ballots(19), ..closing() },
            VoidReason::QuorumMissing,
        ),
    ] {
        let closed = polling(plain()).close(closing).unwrap();
        assert_eq!(closed.void_reason(), Some(reason));
        let Counting::Void(void) = closed.count(Ballots(0), &[]).unwrap() else { panic!() };
        assert_eq!(void.reason(), reason);
        let again = void.again();
        assert_eq!(again.turn, Turn::new(RoundNumber(2), None).unwrap());
        assert_eq!(again.list, void.contest.list);
        assert_eq!(again.rules, void.contest.rules);
    }
    assert_eq!(closed(plain()).void_reason(), None);
}

#[test]
fn a_count_that_does_not_add_up_is_refused() {
    for (void, totals, refused) in [
        (28, totals(&CLEAR), "account.void-above-collected"),
        (0, totals(&[28, 0, 0, 0, 0]), "tally.votes-above-valid"),
        (0, totals(&[27, 27, 1, 0, 0]), "tally.too-many-approvals"),
        (0, totals(&[1, 1, 1, 1]), "tally.missing-id"),
        (0, totals(&[1, 1, 1, 1, 1, 1]), "tally.unknown-id"),
        (0, [totals(&CLEAR), totals(&[1])].concat(), "tally.duplicate-id"),
    ] {
        assert_eq!(code(closed(plain()).count(Ballots(void), &totals)), refused);
    }
}

#[test]
fn a_stored_count_is_decided_anew() {
    let mut stored = serde_json::to_value(Round::from(counted(plain(), &CLEAR))).unwrap();
    stored["totals"][1]["approve"] = json!(5);
    stored["totals"][2]["approve"] = json!(19);
    let Round::Counted(read) = serde_json::from_value(stored.clone()).unwrap() else { panic!() };
    assert_eq!(read.decision.adopted, ["1", "3"]);
    stored["totals"][2]["approve"] = json!(28);
    let error = serde_json::from_value::<Round>(stored).unwrap_err().to_string();
    assert!(error.contains("tally.votes-above-valid"), "{error}");
}

#[test]
fn a_count_is_confirmed_by_everyone_who_must_sign() {
    for (signatures, role) in [
        (Signatures { chief: " ".into(), ..signatures() }, "chief"),
        (Signatures { scrutineers: Vec::new(), ..signatures() }, "scrutineers"),
        (Signatures { tellers: vec!["莫垚".into(), String::new()], ..signatures() }, "tellers"),
    ] {
        let refused = counted(plain(), &CLEAR).confirm(signatures).unwrap_err();
        assert_eq!(refused.error.code(), "round.signature-missing");
        assert_eq!(refused.error.facts(), [("role", role.to_owned())]);
    }
}

#[test]
fn lots_are_drawn_before_a_count_is_confirmed() {
    let tied = || counted(json!({"seats": 2, "selection_limit": 4, "tie": "lot"}), &[20, 17, 17, 17, 3]);
    let draw =
        |ids: &[&str]| tied().draw_lots(&ids.iter().copied().map(CandidateNumber::from).collect::<Vec<_>>());
    assert_eq!(tied().decision.lots[0].numbers, ["2", "3", "4"]);
    assert_eq!(code(tied().confirm(signatures())), "round.lots-not-drawn");
    assert_eq!(code(draw(&["1"])), "round.lots-unknown");
    assert_eq!(code(draw(&["3", "3"])), "round.lots-unknown");
    assert_eq!(code(draw(&["3", "4"])), "round.lots-do-not-fit");
    assert_eq!(code(draw(&[])), "round.lots-do-not-fit");
    assert_eq!(code(counted(plain(), &CLEAR).draw_lots(&[])), "round.no-lots");
    let drawn = draw(&["3"]).unwrap();
    assert_eq!(drawn.decision.drawn(), ["3"]);
    assert!(tied().decision.lots_open() && !drawn.decision.lots_open());
    assert_eq!(tied().decision.verdict(&"3".into()), Verdict::Tied);
    assert_eq!(drawn.decision.verdict(&"3".into()), Verdict::AdoptedByLot);
    let stored = serde_json::to_string(&Round::from(drawn.clone())).unwrap();
    assert_eq!(serde_json::from_str::<Round>(&stored).unwrap(), Round::from(drawn.clone()));
    assert!(drawn.confirm(signatures()).is_ok());
}

#[test]
fn a_tie_calls_a_further_round_on_the_tied() {
    let counted = counted(json!({"seats": 2, "selection_limit": 4}), &[20, 17, 17, 17, 3]);
    let [further] = counted.further_contests().try_into().unwrap();
    assert_eq!(further.turn, Turn::new(RoundNumber(2), Some(Why::Tie)).unwrap());
    let numbers: Vec<&str> =
        further.list.candidates().iter().map(|candidate| candidate.number.as_str()).collect();
    assert_eq!(numbers, ["2", "3", "4"]);
    assert_eq!(serde_json::to_value(&further.rules).unwrap()["seats"], 1);
    assert_eq!(further.form().unwrap().blocks[0].limit, 1);
    assert_eq!(further.threshold(&counted.account), Votes(1));
    assert_ne!(further.canonical(), counted.contest().canonical());
    assert_eq!(
        further.clone().numbered(RoundNumber(7)).unwrap().turn,
        Turn::new(RoundNumber(7), Some(Why::Tie)).unwrap()
    );
}

#[test]
fn no_margin_is_asked_of_a_further_round() {
    let rules = json!({"seats": 4, "too_few": "further-round"});
    let [further] = counted(rules, &[20, 20, 20, 3, 2]).further_contests().try_into().unwrap();
    assert_eq!(further.turn, Turn::new(RoundNumber(2), Some(Why::TooFew)).unwrap());
    assert_eq!(further.list.candidates().len(), 2);
    let one_left =
        counted(json!({"seats": 5, "margin": "0", "too_few": "further-round"}), &[20, 20, 20, 20, 2]);
    let mut further = one_left.further_contests().remove(0);
    further.rules.margin = "1/5".parse().unwrap();
    assert_eq!(further.list.candidates().len(), 1);
    assert!(Draft { contest: further }.adopt().is_ok());
}

#[test]
fn categories_called_for_one_reason_are_voted_on_together() {
    let candidates = list(&[
        ("1", "roads"),
        ("2", "roads"),
        ("3", "schools"),
        ("4", "schools"),
        ("5", "parks"),
        ("6", "parks"),
    ]);
    let category = |name: &str| json!({"name": name, "seats": 1});
    let rules = json!({
        "categories": [category("schools"), category("roads"), category("parks")],
        "majority": {"of": "all", "more_than": "1/3"},
        "too_few": "further-round",
    });
    let contest = Contest::first(Delegates(30), candidates, serde_json::from_value(rules).unwrap());
    let decide = |approvals: &[u32]| {
        let polling = Draft { contest: contest.clone() }
            .adopt()
            .unwrap()
            .seal(sealing())
            .unwrap()
            .open_check_in()
            .open_poll(Delegates(28));
        let closed = polling.unwrap().close(closing()).unwrap();
        let Counting::Counted(counted) = closed.count(Ballots(0), &totals(approvals)).unwrap() else {
            panic!()
        };
        counted.further_contests()
    };
    let summary = |contest: &Contest| {
        let numbers: Vec<String> =
            contest.list.candidates().iter().map(|candidate| candidate.number.to_string()).collect();
        let categories = serde_json::to_value(&contest.rules).unwrap()["categories"].clone();
        (contest.round(), contest.turn.called_for().unwrap(), numbers.join(" "), categories)
    };
    let both = decide(&[12, 12, 13, 13, 20, 1]);
    let together =
        (RoundNumber(2), Why::Tie, "1 2 3 4".to_owned(), json!([category("schools"), category("roads")]));
    assert_eq!(both.iter().map(summary).collect::<Vec<_>>(), [together]);
    let apart = decide(&[12, 12, 5, 6, 20, 1]);
    let tie = (RoundNumber(2), Why::Tie, "1 2".to_owned(), json!([category("roads")]));
    let too_few = (RoundNumber(3), Why::TooFew, "3 4".to_owned(), json!([category("schools")]));
    assert_eq!(apart.iter().map(summary).collect::<Vec<_>>(), [tie, too_few]);
}

#[test]
fn the_canonical_form_is_the_same_for_the_same_contest() {
    let written_out = serde_json::to_value(contest(plain()).rules).unwrap();
    assert_eq!(contest(plain()).canonical(), contest(written_out).canonical());
    assert_ne!(contest(plain()).canonical(), contest(json!({"seats": 2, "tie": "all"})).canonical());
    let read: Contest = serde_json::from_slice(&contest(plain()).canonical()).unwrap();
    assert_eq!(read, contest(plain()));
}

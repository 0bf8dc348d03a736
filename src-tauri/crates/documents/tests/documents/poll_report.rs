//! The four reports on the poll.

use crate::{
    form::name_of,
    page::assert_neat,
    samples::{self, HASH, LANGUAGES, RARE},
    text::assert_golden,
    tools::{Pdf, fonts},
};
use chrono::DateTime;
use documents::{
    Body, CeremonyAct, CeremonyWhat, ContentError, Distribution, Heading, KeyFigures, Output, OutputWay,
    Papers, PilesChecked, PollReport, PollStage,
};
use messages::Language;
use procedure::{
    count::{Ballots, Delegates, Issued},
    number::RoundNumber,
};

const FINGERPRINT: &str = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";
const SLIP_LIST: &str = "9d1f0c7e5b3a28641f0e9d8c7b6a59483726150413f2e1d0c9b8a79685746352";

fn report(language: Language, stage: PollStage) -> PollReport {
    let people = samples::report(language);
    PollReport {
        heading: samples::heading(language),
        round: RoundNumber(1),
        date: Some(samples::date()),
        stage,
        chief: people.chief,
        scrutineers: people.scrutineers,
        tellers: people.tellers,
    }
}

fn key_figures() -> KeyFigures {
    KeyFigures {
        fingerprint: FINGERPRINT.into(),
        cards: 5,
        threshold: 3,
        spoken: None,
        slip_list: Some(SLIP_LIST.into()),
    }
}

fn opening() -> PollStage {
    PollStage::Opening {
        delegates: Delegates(313),
        present: Delegates(284),
        quorum: Delegates(209),
        made: Papers { slips: 320, paper: 30 },
        key: key_figures(),
        digest: HASH.into(),
    }
}

fn ceremony_act(minute: u32, what: CeremonyWhat, person: Option<&str>, by: &[&str]) -> CeremonyAct {
    CeremonyAct {
        at: DateTime::parse_from_rfc3339(&format!("2026-01-14T16:{minute:02}:00+08:00")).unwrap(),
        what,
        person: person.map(String::from),
        by: by.iter().map(|name| (*name).to_owned()).collect(),
        reason: None,
    }
}

fn ceremony() -> PollStage {
    let card = |way, is_given_up| CeremonyWhat::Card { card: 1, way, is_given_up };
    let slips = CeremonyWhat::Slips { slips: 320, way: OutputWay::Saved, is_given_up: false };
    let (holder, operator) = (Some("莫垚"), "大会秘书处 一号");
    let again = CeremonyAct {
        reason: Some("第一个 U 盘写坏，换一个 U 盘再保存。".into()),
        ..ceremony_act(9, slips, None, &[operator, "莫垚"])
    };
    PollStage::Ceremony {
        key: key_figures(),
        acts: vec![
            ceremony_act(0, CeremonyWhat::PinSet, holder, &[operator]),
            ceremony_act(1, card(OutputWay::Shown, true), holder, &[operator]),
            ceremony_act(5, card(OutputWay::Shown, false), holder, &[operator]),
            ceremony_act(6, card(OutputWay::Printed, false), holder, &[operator]),
            ceremony_act(8, slips, None, &[operator, "莫垚"]),
            again,
        ],
    }
}

fn distribution() -> Distribution {
    Distribution {
        present: Delegates(284),
        made: Papers { slips: 320, paper: 30 },
        issued: Papers { slips: 270, paper: 14 },
        left_over: Papers { slips: 48, paper: 16 },
        cancelled: Papers { slips: 2, paper: 0 },
    }
}

fn returned(collected: u32) -> PollStage {
    PollStage::Return { present: Delegates(284), issued: Issued(284), collected: Ballots(collected) }
}

fn closing(tray: Papers, statement: Option<&str>) -> PollStage {
    PollStage::Closing {
        distribution: distribution(),
        collected: Ballots(282),
        tray,
        statement: statement.map(String::from),
        piles: Some(PilesChecked::ByCode { left: 48, spoiled: 0, tray_by_code: true }),
        annulled: Vec::new(),
        resumed: Vec::new(),
        later: Vec::new(),
        root: HASH.into(),
        spoken_root: None,
        station_key: FINGERPRINT.into(),
    }
}

fn closing_with_pins() -> PollStage {
    let mut stage = closing(Papers { slips: 268, paper: 14 }, None);
    let PollStage::Closing { later, .. } = &mut stage else { unreachable!() };
    later.push(ceremony_act(30, CeremonyWhat::PinReplaced, Some("莫垚"), &["王静"]));
    stage
}

fn closing_after_an_interruption() -> PollStage {
    let mut stage = closing(Papers { slips: 268, paper: 14 }, None);
    let PollStage::Closing { resumed, .. } = &mut stage else { unreachable!() };
    resumed.push(
        "10:05 第1轮投票恢复。恢复前两人清点收回的票签和纸质选票，共142张，按票箱应有134张。说明：清点时一叠票签数错，重新清点后相符。"
            .into(),
    );
    stage
}

/// A slip of the left-over pile had been used, another was spoiled in printing, and the tray was counted only.
fn closing_with_a_used_slip() -> PollStage {
    let mut stage = closing(Papers { slips: 267, paper: 14 }, None);
    let PollStage::Closing { piles, annulled, .. } = &mut stage else { unreachable!() };
    *piles = Some(PilesChecked::ByCode { left: 47, spoiled: 1, tray_by_code: false });
    annulled.push("剩余票签中有一张已经投出选票，无人领取，经核对作废。".into());
    stage
}

fn closing_unchecked() -> PollStage {
    let mut stage = closing(Papers { slips: 268, paper: 14 }, None);
    let PollStage::Closing { piles, .. } = &mut stage else { unreachable!() };
    let reason = "扫码枪损坏，剩余票签当众清点后封存。".into();
    *piles = Some(PilesChecked::LeftOut { reason });
    stage
}

pub fn sample(output: Output<'_>, language: Language) -> Vec<u8> {
    documents::poll_report(output, &report(language, opening())).unwrap()
}

/// Every report, and the variants that say something else.
fn stages() -> Vec<(&'static str, PollStage)> {
    let few = Distribution {
        issued: Papers { slips: 283, paper: 0 },
        left_over: Papers::default(),
        cancelled: Papers::default(),
        made: Papers { slips: 283, paper: 0 },
        ..distribution()
    };
    let tray = Papers { slips: 268, paper: 14 };
    let less = Papers { slips: 267, paper: 14 };
    vec![
        ("ceremony", ceremony()),
        ("opening", opening()),
        ("distribution", PollStage::Distribution(distribution())),
        ("distribution-none-left", PollStage::Distribution(few)),
        ("return", returned(282)),
        ("return-all", returned(284)),
        ("return-void", returned(285)),
        ("closing", closing(tray, None)),
        ("closing-pins", closing_with_pins()),
        ("closing-interrupted", closing_after_an_interruption()),
        ("closing-used-slip", closing_with_a_used_slip()),
        ("closing-unchecked", closing_unchecked()),
        ("closing-differs", closing(less, Some("一张票签落在投票间地上，收集时遗漏，已经找到。"))),
    ]
}

#[test]
fn every_report_reads_as_expected_on_one_page() {
    for language in LANGUAGES {
        for (name, stage) in stages() {
            let name = format!("poll-{name}-{}", name_of(language));
            let pdf = Pdf::new(
                &format!("text-{name}"),
                &documents::poll_report(fonts(), &report(language, stage)).unwrap(),
            );
            assert_golden(&name, &pdf.text());
            assert_eq!(pdf.pages().len(), 1, "{name}");
            assert_neat(&pdf.bytes(), &name);
        }
    }
}

#[test]
fn a_further_round_of_a_committee_in_an_exercise_says_so() {
    for (language, expected) in [
        (Language::Chinese, ["（第2轮）", "实到委员284人", "演练"]),
        (Language::English, ["(Round2)", "Memberspresent:284", "EXERCISE"]),
    ] {
        let heading = Heading { body: Body::StandingCommittee, training: true, ..samples::heading(language) };
        let stage = PollStage::Distribution(distribution());
        let report = PollReport { heading, round: RoundNumber(2), date: None, ..report(language, stage) };
        let pdf = Pdf::new(
            &format!("poll-variant-{}", name_of(language)),
            &documents::poll_report(fonts(), &report).unwrap(),
        );
        let text = pdf.dense_text();
        assert!(expected.iter().all(|words| text.contains(words)), "{text}");
        assert!(
            !text.contains("代表") || language == Language::English || !text.contains("实到代表"),
            "{text}"
        );
        assert_neat(&pdf.bytes(), "variant");
    }
}

#[test]
fn tellers_sign_where_they_counted_and_only_there() {
    for (name, stage) in stages() {
        let counted = matches!(stage, PollStage::Return { .. } | PollStage::Closing { .. });
        let bytes = documents::poll_report(fonts(), &report(Language::Chinese, stage)).unwrap();
        let text = Pdf::new(&format!("tellers-{name}"), &bytes).dense_text();
        assert_eq!(text.contains("王静"), counted, "{name}");
        assert!(text.contains("总监票人：") && text.contains("莫垚"), "{name}");
    }
}

#[test]
fn a_report_whose_figures_do_not_add_up_is_refused() {
    let print = |stage| documents::poll_report(fonts(), &report(Language::Chinese, stage)).map(|_| ());
    let differ = |place: &str| Err(ContentError::SumsDiffer { place: place.into() }.into());
    let opened = |present: u32, quorum: u32, threshold: u32| {
        let PollStage::Opening { delegates, made, key, digest, .. } = opening() else { unreachable!() };
        let key = KeyFigures { threshold, ..key };
        PollStage::Opening {
            delegates,
            present: Delegates(present),
            quorum: Delegates(quorum),
            made,
            key,
            digest,
        }
    };
    let PollStage::Ceremony { key, .. } = ceremony() else { unreachable!() };
    let nothing = PollStage::Ceremony { key, acts: Vec::new() };
    assert_eq!(print(nothing), Err(ContentError::Empty.into()));
    assert_eq!(print(opened(209, 209, 5)), Ok(()));
    assert_eq!(print(opened(314, 209, 3)), differ("present-delegates"));
    assert_eq!(print(opened(208, 209, 3)), differ("present-quorum"));
    assert_eq!(print(opened(284, 209, 6)), differ("threshold-cards"));
    assert_eq!(print(opened(284, 209, 0)), differ("threshold-cards"));
    let used = |change: &dyn Fn(&mut Distribution)| {
        let mut distribution = distribution();
        change(&mut distribution);
        print(PollStage::Distribution(distribution))
    };
    assert_eq!(used(&|it| it.left_over.slips = 47), differ("made-used slips"));
    assert_eq!(used(&|it| it.made.paper = 31), differ("made-used paper"));
    assert_eq!(used(&|it| it.present.0 = 283), differ("issued-present"));
    let returned =
        |issued| PollStage::Return { present: Delegates(284), issued: Issued(issued), collected: Ballots(3) };
    assert_eq!(print(returned(285)), differ("issued-present"));
    let less = Papers { slips: 267, paper: 14 };
    assert_eq!(print(closing(less, None)), differ("collected-tray"));
    assert_eq!(print(closing(less, Some("  "))), differ("collected-tray"));
    let mut stage = closing(less, Some("说明。"));
    if let PollStage::Closing { distribution, .. } = &mut stage {
        distribution.cancelled.slips = 3;
    }
    assert_eq!(print(stage), differ("made-used slips"));
}

#[test]
fn what_is_left_over_is_not_said_to_be_counted() {
    let print = |stage| {
        let bytes = documents::poll_report(fonts(), &report(Language::Chinese, stage)).unwrap();
        Pdf::new("left-over", &bytes).dense_text()
    };
    let distributed = print(PollStage::Distribution(distribution()));
    assert!(distributed.contains("应当剩余票签48张、纸质选票16张，由监票人当众清点"), "{distributed}");
    assert!(!distributed.contains("已经当众清点"), "{distributed}");
    let doubtful = "剩余数以当众清点的为准";
    let tray = |slips| Papers { slips, paper: 14 };
    assert!(print(closing(tray(271), Some("说明。"))).contains(doubtful));
    assert!(!print(closing(tray(270), Some("说明。"))).contains(doubtful));
}

#[test]
fn long_titles_and_many_people_overlap_nothing() {
    for language in LANGUAGES {
        for (name, stage) in stages() {
            let mut report = report(language, stage);
            report.round = RoundNumber(3);
            report.heading.congress = "某".repeat(90);
            report.chief = format!("{RARE}某某某");
            report.scrutineers = (0..9).map(|index| format!("监票人甲乙丙丁戊己庚辛壬癸{index}")).collect();
            let name = format!("poll-long-{name}-{}", name_of(language));
            let pdf = Pdf::new(&name, &documents::poll_report(fonts(), &report).unwrap());
            let last = pdf.pages().last().map(|page| crate::tools::dense(page)).unwrap();
            assert!(RARE.chars().all(|char| last.contains(char)), "{name}: {last}");
            assert_neat(&pdf.bytes(), &name);
        }
    }
}

//! 主持词: the script of every kind of round.

use crate::{
    form::name_of,
    page::assert_neat,
    samples::{self, LANGUAGES, RARE},
    text::assert_golden,
    tools::{Pdf, dense, fonts},
    voting_measure::{by_category, plurality, whole},
};
use documents::{
    AdoptedProject, Body, BrokenOff, ChairScript, Cut, CutBy, FurtherRound, Heading, Lots, Output, ScriptEnd,
    Verdict, Voided, Why,
};
use messages::Language;
use procedure::{
    count::{Ballots, Delegates, Issued, Seats},
    number::RoundNumber,
    rules::{Division, FurtherMajority, LateArrival, Rules, Selection, TooFewRule},
};

pub fn script(language: Language, rules: &Rules) -> ChairScript<'_> {
    ChairScript {
        heading: Heading { body: rules.body, ..samples::heading(language) },
        round: RoundNumber(1),
        called_for: None,
        measure_pending: true,
        rules,
        delegates: Delegates(313),
        quorum: rules.quorum_of(Delegates(313)),
        seats: Seats(10),
        candidates: 12,
        by_holders: false,
        paper: true,
        present: None,
        handed_out: None,
        ballots: None,
        end: None,
        chief: "韦堃".into(),
        scrutineers: ["黄喆", "罗祎", "陆燚", "莫垚"].map(String::from).into(),
        tellers: ["王静", "李强"].map(String::from).into(),
    }
}

fn adopted() -> Vec<AdoptedProject> {
    let rows = samples::rows().into_iter().filter(|row| row.verdict == Verdict::Adopted);
    rows.map(|row| AdoptedProject { number: row.number, name: row.name, category: row.category }).collect()
}

/// The script of a round that is over.
fn told(language: Language, rules: &Rules) -> ChairScript<'_> {
    let end = ScriptEnd::Result {
        date: Some(samples::date()),
        rows: samples::rows(),
        adopted: adopted(),
        cuts: Vec::new(),
        further: Vec::new(),
        pending: Vec::new(),
        lots: Vec::new(),
    };
    ChairScript {
        present: Some(Delegates(284)),
        handed_out: Some((Delegates(284), Issued(284))),
        ballots: Some((Issued(284), Ballots(282))),
        end: Some(end),
        ..script(language, rules)
    }
}

fn made(name: &str, document: &ChairScript<'_>) -> Pdf {
    let name = format!("script-{name}-{}", name_of(document.heading.language));
    let bytes = documents::chair_script(fonts(), document).unwrap();
    let pdf = Pdf::new(&name, &bytes);
    pdf.check_form();
    assert_neat(&bytes, &name);
    pdf
}

fn assert_reads(name: &str, document: &ChairScript<'_>) {
    let golden = format!("script-{name}-{}", name_of(document.heading.language));
    assert_golden(&golden, &made(name, document).text());
}

/// The script of a first round before it is held, for the tests of every kind of document.
pub fn sample(output: Output<'_>, language: Language) -> Vec<u8> {
    documents::chair_script(output, &script(language, &whole(Body::Congress, 10))).unwrap()
}

fn text(document: &ChairScript<'_>) -> String {
    // Tests run side by side, each with a file of its own.
    made(&std::thread::current().name().unwrap().replace("::", "-"), document).dense_text()
}

#[test]
fn the_script_of_a_round_that_is_over_reads_as_expected() {
    let rules = whole(Body::Congress, 10);
    for language in LANGUAGES {
        assert_reads("after", &told(language, &rules));
    }
}

#[test]
fn a_further_round_reads_as_expected() {
    let rules = whole(Body::StandingCommittee, 1);
    for language in LANGUAGES {
        let tie = ChairScript {
            round: RoundNumber(2),
            called_for: Some(Why::Tie),
            measure_pending: false,
            seats: Seats(1),
            candidates: 2,
            ..script(language, &rules)
        };
        assert_reads("tie", &tie);
    }
}

#[test]
fn void_rounds_read_as_expected() {
    let rules = whole(Body::Congress, 10);
    for language in LANGUAGES {
        let more = ChairScript {
            ballots: Some((Issued(284), Ballots(285))),
            end: Some(ScriptEnd::Void(Voided::MoreCollectedThanIssued)),
            ..told(language, &rules)
        };
        assert_reads("more-collected", &more);
        let missing = ChairScript {
            present: Some(Delegates(200)),
            ballots: None,
            end: Some(ScriptEnd::Void(Voided::QuorumMissing)),
            ..told(language, &rules)
        };
        assert_reads("quorum-missing", &missing);
    }
}

#[test]
fn a_void_round_says_nothing_of_a_result() {
    let rules = whole(Body::Congress, 10);
    let by_decision = |at| Voided::ByDecision { at, statement: "会场停电，设备无法恢复".into() };
    for void in [
        Voided::QuorumMissing,
        Voided::MoreCollectedThanIssued,
        by_decision(BrokenOff::BeforePoll),
        by_decision(BrokenOff::Polling),
        by_decision(BrokenOff::Closed),
    ] {
        let end = Some(ScriptEnd::Void(void.clone()));
        let ballots = Some((Issued(284), Ballots(285)));
        let text = text(&ChairScript { end, ballots, ..told(Language::Chinese, &rules) });
        assert_eq!(text.matches("我宣布：本轮票决无效").count(), 1, "{text}");
        for word in ["获得通过", "本轮票决有效", "宣读《关于", "报告计票结果"] {
            assert!(!text.contains(word), "{word}: {text}");
        }
        let by_presidium = text.contains("大会主席团作出决定，理由是：会场停电，设备无法恢复。");
        assert_eq!(by_presidium, matches!(void, Voided::ByDecision { .. }), "{text}");
        let closed =
            matches!(void, Voided::MoreCollectedThanIssued) || void == by_decision(BrokenOff::Closed);
        assert_eq!(text.contains("还有没有投票的代表吗"), closed, "{text}");
        let opened = closed || void == by_decision(BrokenOff::Polling);
        assert_eq!(text.contains("现在开始投票"), opened, "{text}");
        assert_eq!(text.contains("投票中止，没有完成"), void == by_decision(BrokenOff::Polling), "{text}");
    }
}

#[test]
fn the_measure_is_passed_in_the_first_round_with_a_quorum() {
    let rules = whole(Body::Congress, 10);
    let failed = ScriptEnd::Void(Voided::QuorumMissing);
    let first = text(&ChairScript { end: Some(failed), ..script(Language::Chinese, &rules) });
    assert!(!first.contains("举手表决") && !first.contains("票决办法"), "{first}");
    let again = text(&ChairScript { round: RoundNumber(2), ..script(Language::Chinese, &rules) });
    for word in ["票决办法通过。", "总监票人、监票人名单通过。", "因到会人数未达到法定人数而无效"]
    {
        assert!(again.contains(word), "{word}: {again}");
    }
    assert!(!again.contains("仍由"), "{again}");
}

#[test]
fn what_was_handed_out_is_compared_with_those_present_then() {
    let rules = whole(Body::Congress, 10);
    let rightly = "发出的票数没有超过实到人数，分发有效";
    let said = |present, issued| {
        let handed_out = Some((Delegates(present), Issued(issued)));
        text(&ChairScript { handed_out, ..told(Language::Chinese, &rules) })
    };
    let late = said(286, 285);
    assert!(late.contains("截至投票结束，实到286人，发出票签和纸质选票共285张"), "{late}");
    assert!(late.contains(rightly), "{late}");
    assert!(!said(284, 285).contains(rightly));
    let open = text(&script(Language::Chinese, &rules));
    assert!(open.contains("没有超过实到人数的，宣布："), "{open}");
}

#[test]
fn paper_ballots_are_named_only_where_there_may_be_some() {
    let mut rules = whole(Body::Congress, 10);
    rules.selection = Selection::Exactly;
    for (language, paper) in [(Language::Chinese, "纸质"), (Language::English, "paper")] {
        let with = text(&script(language, &rules));
        assert!(with.contains(paper), "{with}");
        let without = text(&ChairScript { paper: false, ..script(language, &rules) });
        assert!(!without.contains(paper), "{without}");
    }
}

#[test]
fn lots_are_drawn_before_the_result_is_read_out() {
    let rules = plurality(Body::Congress);
    let lots = Lots { candidates: vec!["3".into(), "4".into()], adopted: vec!["4".into()] };
    let mut document = told(Language::Chinese, &rules);
    if let Some(ScriptEnd::Result { lots: drawn, .. }) = &mut document.end {
        drawn.push(lots);
    }
    let text = text(&document);
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
    assert!(place("3、4号项目末位票数相等。") < place("监票人当众抽签，4号项目抽中"));
    assert!(place("4号项目抽中") < place("总监票人宣读"));
    assert!(place("复会当众抽签后签名") < place("现在复会"));
}

#[test]
fn the_chair_says_how_the_measure_decided_at_the_cut() {
    let rules = whole(Body::Congress, 10);
    let tied = || vec!["8".into(), "9".into()];
    let cases = [
        (CutBy::Approvals, "按赞成票从多到少确定10个。", "the10withthemostapprovalsare."),
        (
            CutBy::AllTied { candidates: tied(), adopted: 11 },
            "8、9号项目末位票数相等，依照票决办法全部通过；应选项目10个，共通过11个。",
            "Nos.8and9aretiedatthecutand,bythemeasure,alladopted:11inallfor10seats.",
        ),
        (
            CutBy::NoneTied { candidates: tied() },
            "8、9号项目末位票数相等，依照票决办法均不通过。",
            "Nos.8and9aretiedatthecutand,bythemeasure,notadopted.",
        ),
    ];
    for (by, chinese, english) in cases {
        for (language, expected) in [(Language::Chinese, chinese), (Language::English, english)] {
            let mut document = told(language, &rules);
            if let Some(ScriptEnd::Result { cuts, .. }) = &mut document.end {
                cuts.push(Cut { category: String::new(), seats: Seats(10), by: by.clone() });
            }
            let text = text(&document);
            assert!(text.contains(expected), "{text}");
        }
    }
}

#[test]
fn what_is_adopted_once_is_not_adopted_again() {
    let rules = whole(Body::Congress, 10);
    let first = text(&script(Language::Chinese, &rules));
    assert!(
        first.contains("通过票决办法") && first.contains("提名：总监票人韦堃；监票人黄喆、罗祎、陆燚、莫垚")
    );
    for called_for in [None, Some(Why::Tie), Some(Why::TooFew)] {
        let later = text(&ChairScript {
            round: RoundNumber(2),
            called_for,
            measure_pending: false,
            ..script(Language::Chinese, &rules)
        });
        assert!(!later.contains("举手表决") && later.contains("本轮票决仍由总监票人韦堃"), "{later}");
        let reason = match called_for {
            None => "前一轮票决无效",
            Some(Why::Tie) => "有候选项目末位票数相等",
            Some(Why::TooFew) => "通过的项目少于应选项目数",
        };
        assert!(later.contains(reason) && !first.contains(reason), "{later}");
    }
}

#[test]
fn the_majority_is_that_of_the_round() {
    let mut rules = whole(Body::Congress, 10);
    let majority = "即157票以上的，方可通过";
    let plurality = "不设最低得票比例";
    let said = |rules: &Rules, round, called_for| {
        text(&ChairScript { round: RoundNumber(round), called_for, ..script(Language::Chinese, rules) })
    };
    let (first, tie, too_few) =
        (said(&rules, 1, None), said(&rules, 2, Some(Why::Tie)), said(&rules, 2, Some(Why::TooFew)));
    assert!(first.contains(majority) && !first.contains(plurality));
    assert!(tie.contains(plurality) && !tie.contains(majority));
    assert!(too_few.contains(majority) && !too_few.contains(plurality));
    rules.tie_majority = FurtherMajority::Same;
    assert!(said(&rules, 2, Some(Why::Tie)).contains(majority));
}

#[test]
fn the_vote_is_explained_by_its_rules() {
    let mut rules = by_category(Body::Congress);
    rules.selection = Selection::Exactly;
    rules.late_arrival = LateArrival::UntilOpen;
    let text = text(&script(Language::Chinese, &rules));
    for word in
        ["应当恰好为该类别的应选项目数", "道路交通：应选项目4个", "票决机不予接受", "不再签到、领取票签"]
    {
        assert!(text.contains(word), "{word}: {text}");
    }
    let approvals = plurality(Body::Congress);
    let approvals = script(Language::Chinese, &approvals);
    let later = ChairScript { round: RoundNumber(2), measure_pending: false, ..approvals };
    let later = made("approvals", &later).dense_text();
    assert!(later.contains("只表示是否赞成") && !later.contains("反对"), "{later}");
    assert!(later.contains("由监票人当众抽签"), "{later}");
}

#[test]
fn what_follows_a_round_is_announced() {
    let mut rules = whole(Body::Congress, 10);
    rules.too_few = TooFewRule::FurtherRound;
    let with_pending = |further: Vec<FurtherRound>, pending, adopted: Vec<AdoptedProject>| {
        let (rows, cuts, lots) = (samples::rows(), Vec::new(), Vec::new());
        let end = ScriptEnd::Result { date: None, rows, adopted, cuts, further, pending, lots };
        text(&ChairScript { end: Some(end), ..told(Language::Chinese, &rules) })
    };
    let with = |further, adopted| with_pending(further, Vec::new(), adopted);
    let call = |reason, seats| FurtherRound {
        reason,
        candidates: vec!["3".into(), "4".into()],
        seats: Seats(seats),
    };
    let pending = with_pending(Vec::new(), vec![call(Why::TooFew, 2)], adopted());
    assert!(
        pending.contains("前面的票决中，通过的项目不足应选项目数，就不足的2个名额，对3、4号项目再次票决。"),
        "{pending}"
    );
    assert!(pending.contains("准备再次票决") && !pending.contains("票决到此结束"), "{pending}");
    let tie = with(vec![call(Why::Tie, 1)], adopted());
    assert!(tie.contains("3、4号项目末位票数相等，就余下的1个名额再次票决。"), "{tie}");
    assert!(tie.contains("准备再次票决") && !tie.contains("宣读决议"), "{tie}");
    let too_few = with(vec![call(Why::TooFew, 2)], adopted());
    assert!(too_few.contains("就不足的2个名额，对3、4号项目再次票决"), "{too_few}");
    let few = with(Vec::new(), adopted()[..8].to_vec());
    assert!(few.contains("空缺2个名额，不再票决") && few.contains("宣读决议"), "{few}");
    let nothing = with(Vec::new(), Vec::new());
    assert!(nothing.contains("本轮票决没有项目通过") && nothing.contains("空缺10个名额"), "{nothing}");
    let all = with(Vec::new(), adopted());
    assert!(!all.contains("空缺") && !all.contains("再次票决。"), "{all}");
}

#[test]
fn a_further_round_for_too_few_is_announced_only_while_one_can_be_called() {
    let mut rules = whole(Body::Congress, 10);
    rules.too_few = TooFewRule::FurtherRound;
    rules.further_rounds_at_most = 2;
    for (round, called) in [(1, true), (2, true), (3, false)] {
        let text = text(&ChairScript { round: RoundNumber(round), ..script(Language::Chinese, &rules) });
        assert_eq!(text.contains("就不足的个名额，对号项目再次票决"), called, "{text}");
        assert_eq!(text.contains("空缺个名额，不再票决"), !called, "{text}");
    }
}

#[test]
fn figures_that_are_not_known_are_left_to_be_filled_in() {
    let rules = whole(Body::Congress, 10);
    let open = ChairScript {
        chief: String::new(),
        scrutineers: Vec::new(),
        tellers: Vec::new(),
        ..script(Language::Chinese, &rules)
    };
    let text = text(&open);
    for blank in ["实到人，缺席人", "发出张，收回张", "下列个项目", "总监票人；监票人。", "计票人是：。"]
    {
        assert!(text.contains(blank), "{blank}: {text}");
    }
    let known = made("known", &told(Language::Chinese, &rules)).dense_text();
    for figure in ["实到284人，缺席29人", "发出284张，收回282张", "下列10个项目", "收回票数少于发出票数"]
    {
        assert!(known.contains(figure), "{figure}: {known}");
    }
}

#[test]
fn long_scripts_are_neat_and_no_heading_stands_alone_at_a_foot() {
    let division = Division::Whole { seats: Seats(60), selection_limit: None };
    let rules = Rules::preset(Body::Congress, division).unwrap();
    for language in LANGUAGES {
        for length in 0..12 {
            let mut document = ChairScript { seats: Seats(60), ..told(language, &rules) };
            document.chief = RARE.into();
            document.scrutineers = vec!["阿卜杜热合曼·买买提依明江".into(); 3 + length * 3];
            document.heading.training = true;
            for page in made("long", &document).pages() {
                let lines: Vec<String> = page.lines().map(dense).filter(|line| !line.is_empty()).collect();
                let heading = ["一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、", "九、", "十"];
                let last = &lines[lines.iter().position(|line| line.starts_with('—')).unwrap() - 1];
                assert!(!heading.iter().any(|number| last.starts_with(number)), "{last}");
            }
        }
    }
    let open = ChairScript { seats: Seats(60), ..script(Language::Chinese, &rules) };
    assert!(made("sixty", &open).dense_text().contains("60.。"));
}

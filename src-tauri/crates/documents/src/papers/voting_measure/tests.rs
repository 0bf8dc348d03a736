//! Every combination of rules: each rule's sentence stands in the measure just once, and no other rule's does.

mod any_rules;

use super::articles as articles_of;
use crate::{Body, Heading, Standing, VotingMeasure, common::ruled::BLANK};
use any_rules::rules;
use messages::{Language, numerals::chinese};
use procedure::{
    ballot::Selection,
    count::{Delegates, Seats},
    fraction::{Fraction, Proportion},
    rules::{
        Base, CategoryBreach, Division, FurtherMajority, LateArrival, Legend, Majority, MarksTaken, Order,
        Rules, TieRule, TooFewRule,
    },
};
use proptest::prelude::*;

/// A sentence that stands in the measure where its rule holds, in both languages.
type Said = (bool, &'static str, &'static str);

const CONGRESS: &str = "某县人民代表大会常务委员会";

fn measure(rules: &Rules, language: Language, delegates: u32) -> VotingMeasure<'_> {
    let heading = Heading {
        congress: CONGRESS.into(),
        session: "第三次会议".into(),
        year: 2026,
        language,
        body: rules.body,
        standing: Standing::Official,
        training: false,
        record: None,
    };
    VotingMeasure {
        heading,
        rules,
        delegates: Delegates(delegates),
        candidates: 90,
        seats: seats(rules),
        warnings: &[],
        cards: 5,
        by_holders: false,
        threshold: 3,
        scrutineers: 6,
        tellers: 4,
        passed_on: None,
        purpose: String::new(),
    }
}

fn seats(rules: &Rules) -> Seats {
    match rules.division() {
        Division::Whole { seats, .. } => *seats,
        Division::Categories(categories) => Seats(categories.iter().map(|category| category.seats.0).sum()),
    }
}

fn articles(rules: &Rules, language: Language, delegates: u32) -> Vec<Vec<String>> {
    let measure = measure(rules, language, delegates);
    articles_of(&measure)
}

fn whole_text(rules: &Rules, language: Language, delegates: u32) -> String {
    articles(rules, language, delegates).concat().join("\n")
}

/// The least that is enough, found by trying.
fn least(proportion: Proportion, whole: u32) -> u32 {
    (0..=whole + 1).find(|part| proportion.met_by(*part, whole)).unwrap()
}

/// What each rule says that is neither a figure nor a proportion.
fn said(rules: &Rules) -> Vec<Said> {
    [said_of_ballots(rules), said_of_deciding(rules)].concat()
}

fn said_of_ballots(rules: &Rules) -> Vec<Said> {
    let by_category = matches!(rules.division(), Division::Categories(_));
    // A single category's limit is said as a number.
    let several = matches!(rules.division(), Division::Categories(categories) if categories.len() > 1);
    let exactly = rules.selection == Selection::Exactly;
    let oppose = rules.marks == MarksTaken::ApproveOpposeAbstain;
    let category_only = by_category && rules.category_breach == CategoryBreach::Category;
    vec![
        (oppose, "可以赞成，可以反对，也可以弃权", "may approve, oppose or abstain"),
        (!oppose, "只表示是否赞成", "says only which candidates to approve"),
        (
            !exactly,
            "票决机不接受赞成的项目多于规定个数的选票",
            "A kiosk takes no ballot with more approvals than that",
        ),
        (exactly, "也不接受空白票", "and no blank one"),
        (exactly, "。废票计入收回票数", "Void ballots count"),
        (!exactly, "。废票和空白票均计入收回票数", "Void and blank ballots count"),
        (several && !exactly, "不得超过该类别的应选项目数", "no more approvals than the category has seats"),
        (
            several && exactly,
            "应当恰好为该类别的应选项目数",
            "just as many approvals as the category has seats",
        ),
        (category_only, "对该类别的全部候选项目按弃权计", "abstaining on all candidates of that category"),
        (by_category && !category_only, "整张为废票", "is void as a whole"),
    ]
}

fn said_of_deciding(rules: &Rules) -> Vec<Said> {
    let by_category = matches!(rules.division(), Division::Categories(_));
    let tie = rules.tie == TieRule::FurtherRound;
    let too_few = rules.too_few == TooFewRule::FurtherRound && rules.further_rounds_at_most > 0;
    let plurality = |majority| majority == FurtherMajority::Plurality;
    vec![
        (
            rules.tie == TieRule::FurtherRound,
            "对票数相等的项目，就余下的名额再次票决",
            "a further round on the tied decides",
        ),
        (rules.tie == TieRule::All, "票数相等的项目全部通过", "all the tied are adopted"),
        (rules.tie == TieRule::None, "票数相等的项目均不通过", "none of the tied is adopted"),
        (rules.tie == TieRule::Lot, "抽签", "draw lots"),
        (!too_few, "不足的名额空缺，不再票决", "the seats missing stay empty, and no other vote is held"),
        (
            too_few,
            "就不足的名额，对该轮未通过的项目再次票决",
            "a further round on those not adopted in that round",
        ),
        (tie || too_few, "候选项目数不受差额比例限制", "No margin of candidates is asked"),
        (
            tie && plurality(rules.tie_majority),
            "因末位票数相等的再次票决，不受前述得票比例限制",
            "In a further round for a tie at the cut, no majority is asked",
        ),
        (
            tie && !plurality(rules.tie_majority),
            "因末位票数相等的再次票决，通过所需的赞成票与第1轮",
            "In a further round for a tie at the cut, the approvals needed are by the same rule",
        ),
        (
            too_few && plurality(rules.too_few_majority),
            "因不足应选项目数的再次票决，不受前述得票比例限制",
            "In a further round for too few adopted, no majority is asked",
        ),
        (
            too_few && !plurality(rules.too_few_majority),
            "因不足应选项目数的再次票决，通过所需的赞成票与第1轮",
            "In a further round for too few adopted, the approvals needed are by the same rule",
        ),
        (tie && too_few && by_category, "先就末位票数相等的项目票决", "the ties are voted on first"),
        (
            rules.order == Order::List,
            "按候选项目名单的顺序公布",
            "published in the order of the candidate list",
        ),
        (
            rules.order == Order::Votes,
            "赞成票相等的按候选项目名单的顺序",
            "and with equal approvals in the order",
        ),
        (
            rules.late_arrival == LateArrival::UntilClose,
            "在投票结束前可以签到",
            "may check in, take a slip and vote",
        ),
        (rules.late_arrival == LateArrival::UntilOpen, "不再签到", "is not checked in"),
    ]
}

/// What each rule says in figures and proportions.
fn figures(rules: &Rules, delegates: u32) -> Vec<(String, String)> {
    let mut figures = vec![
        (format!("共{delegates}人"), format!("actually in office: {delegates}.")),
        ("用5张钥匙卡".into(), "key cards, 5 in number".into()),
        ("其中任意3张".into(), "any 3 of the cards".into()),
        ("监票人5人".into(), "other scrutineers: 5".into()),
        ("计票人4人".into(), "Tellers: 4".into()),
    ];
    let quorum = least(rules.quorum, delegates);
    if quorum > 0 {
        let (Proportion::MoreThan(fraction) | Proportion::AtLeast(fraction)) = rules.quorum;
        figures.push(if fraction.numerator() == 0 {
            ("投票须有1人以上到会，方可进行".into(), "The poll needs 1 or more to be present".into())
        } else {
            let committee = rules.body == Body::StandingCommittee;
            let (zh, en) =
                if committee { ("全体委员", "members") } else { ("全体代表", "delegates") };
            let (part, share) = share(rules.quorum, zh);
            (
                format!("投票须有{part}，即{quorum}人以上到会，方可进行"),
                format!("The poll needs {share} all {en} in office to be present, that is {quorum} or more"),
            )
        });
    } else {
        figures.push(("投票不以到会人数为条件".into(), "No quorum is asked".into()));
    }
    if let Division::Whole { seats, selection_limit } = rules.division() {
        let limit = selection_limit.unwrap_or(seats.0);
        let needed =
            (seats.0..=2 * seats.0).find(|found| rules.margin.reached_by(found - seats.0, seats.0)).unwrap();
        figures.push((format!("应选项目{seats}个，实行"), format!("(seats): {seats}. ")));
        let before = match margin(rules.margin).1 {
            whole
            @ ("he candidates must not be fewer than the seats" | "must be twice the seats or more") => whole,
            _ => "a part of one counting as one",
        };
        figures.push((format!("即不少于{needed}个"), format!("{before}: {needed} or more.")));
        figures.push(match rules.selection {
            Selection::AtMost => (format!("不得超过{limit}个"), format!("no more than {limit} approval")),
            Selection::Exactly => (format!("应当恰好为{limit}个"), format!("exactly {limit} approval")),
        });
    }
    if rules.too_few == TooFewRule::FurtherRound && rules.further_rounds_at_most > 0 {
        figures.push(match rules.further_rounds_at_most {
            1 => ("只在第1轮票决后".into(), "after round 1 only".into()),
            rounds => (format!("只在第1轮至第{rounds}轮票决后"), format!("after rounds 1 to {rounds} only")),
        });
    }
    let (zh, en) = margin(rules.margin);
    figures.push((zh.into(), en.into()));
    figures.push(majority(rules, delegates));
    figures
}

fn majority(rules: &Rules, delegates: u32) -> (String, String) {
    let Majority { of, proportion } = rules.majority;
    let (Proportion::MoreThan(fraction) | Proportion::AtLeast(fraction)) = proportion;
    if fraction.numerator() == 0 {
        return ("不设最低得票比例".into(), "No least share of approvals is asked".into());
    }
    let voters =
        if rules.body == Body::StandingCommittee { ("委员", "members") } else { ("代表", "delegates") };
    let (chinese, english) = match of {
        Base::All => (format!("全体{}", voters.0), format!("all {} in office", voters.1)),
        Base::Present => (format!("实到{}", voters.0), format!("the {} present", voters.1)),
        Base::Issued => ("发出票数".into(), "the ballots issued".into()),
        Base::Collected => ("收回票数".into(), "the ballots collected".into()),
        Base::Valid => ("有效票数".into(), "the valid ballots".into()),
    };
    let (part, share) = share(proportion, &chinese);
    let part = if part.starts_with("超过") { part } else { format!("达到{part}") };
    let least = least(proportion, delegates).max(1);
    match of {
        Base::All => (
            format!("赞成票{part}，即{least}票以上的，方可通过"),
            format!("passes with the approvals of {share} {english}, that is {least} or more"),
        ),
        _ => (
            format!("赞成票{part}的，方可通过"),
            format!("passes with approvals from {share} {english}, counted in that round"),
        ),
    }
}

/// A proportion of a whole in Chinese, and in English without the whole.
fn share(proportion: Proportion, whole: &str) -> (String, &'static str) {
    let (Proportion::MoreThan(fraction) | Proportion::AtLeast(fraction)) = proportion;
    match (proportion, fraction.to_string().as_str()) {
        (Proportion::MoreThan(_), "1/2") => (format!("{whole}的过半数"), "more than half of"),
        (Proportion::MoreThan(_), "1/5") => (format!("超过{whole}的五分之一"), "more than one fifth of"),
        (Proportion::MoreThan(_), "3/5") => (format!("超过{whole}的五分之三"), "more than three fifths of"),
        (Proportion::MoreThan(_), "2/3") => (format!("超过{whole}的三分之二"), "more than two thirds of"),
        (Proportion::MoreThan(_), "33/100") => (format!("超过{whole}的百分之三十三"), "more than 33/100 of"),
        (Proportion::MoreThan(_), _) => (format!("超过{whole}的全部"), "more than"),
        (Proportion::AtLeast(_), "1/2") => (format!("{whole}的二分之一以上"), "at least half of"),
        (Proportion::AtLeast(_), "1/5") => (format!("{whole}的五分之一以上"), "at least one fifth of"),
        (Proportion::AtLeast(_), "3/5") => (format!("{whole}的五分之三以上"), "at least three fifths of"),
        (Proportion::AtLeast(_), "2/3") => (format!("{whole}的三分之二以上"), "at least two thirds of"),
        (Proportion::AtLeast(_), "33/100") => (format!("{whole}的百分之三十三以上"), "at least 33/100 of"),
        (Proportion::AtLeast(_), _) => (format!("{whole}的全部"), "the whole of"),
    }
}

/// The margin of candidates in both languages.
fn margin(margin: Fraction) -> (&'static str, &'static str) {
    match margin.to_string().as_str() {
        "0" => ("候选项目数不得少于应选项目数", "he candidates must not be fewer than the seats"),
        "1/5" => ("至少多五分之一，不足一个的按一个计", "by at least one fifth of the seats"),
        "1/2" => ("至少多二分之一，不足一个的按一个计", "by at least half of the seats"),
        "3/5" => ("至少多五分之三，不足一个的按一个计", "by at least three fifths of the seats"),
        "2/3" => ("至少多三分之二，不足一个的按一个计", "by at least two thirds of the seats"),
        "33/100" => ("至少多百分之三十三，不足一个的按一个计", "by at least 33/100 of the seats"),
        _ => ("至少多一倍", "must be twice the seats or more"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn each_rule_is_said_once_and_no_other(rules in rules(), delegates in 12..4000_u32) {
        for language in [Language::Chinese, Language::English] {
            let text = whole_text(&rules, language, delegates);
            for (holds, chinese, english) in said(&rules) {
                let sentence = if language == Language::Chinese { chinese } else { english };
                prop_assert_eq!(text.matches(sentence).count(), usize::from(holds), "{}\n{}", sentence, text);
            }
            for (chinese, english) in figures(&rules, delegates) {
                let sentence = if language == Language::Chinese { chinese } else { english };
                prop_assert_eq!(text.matches(&sentence).count(), 1, "{}\n{}", sentence, text);
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_articles_in_one_order(rules in rules(), delegates in 12..4000_u32) {
        let [zh, en] = [Language::Chinese, Language::English].map(|language| articles(&rules, language, delegates));
        let paragraphs = |articles: &[Vec<String>]| articles.iter().map(Vec::len).collect::<Vec<_>>();
        prop_assert_eq!(paragraphs(&zh), paragraphs(&en));
        for (index, (zh, en)) in zh.iter().zip(&en).enumerate() {
            let number = u32::try_from(index + 1).unwrap();
            let zh_number = format!("第{}条　", chinese(number));
            let en_number = format!("Article {number}. ");
            prop_assert!(zh[0].starts_with(&zh_number) && en[0].starts_with(&en_number), "{} {}", zh[0], en[0]);
        }
    }

    #[test]
    fn the_text_is_whole(rules in rules(), delegates in 12..4000_u32) {
        for (language, ends) in [(Language::Chinese, ['。', '；', '：']), (Language::English, ['.', ';', ':'])] {
            for paragraph in articles(&rules, language, delegates).concat() {
                prop_assert!(paragraph.ends_with(ends), "{}", paragraph);
                for wrong in ["{", "}", "。。", "，，", "，。", "。，", "..", ", .", "  ", BLANK] {
                    prop_assert!(!paragraph.contains(wrong), "{}: {}", wrong, paragraph);
                }
            }
        }
    }

    #[test]
    fn no_word_contradicts_the_rules(rules in rules(), delegates in 12..4000_u32) {
        let zh = whole_text(&rules, Language::Chinese, delegates).replace("人民代表大会", "");
        let en = whole_text(&rules, Language::English, delegates);
        if rules.marks == MarksTaken::ApproveOnly {
            prop_assert!(!zh.contains("反对") && !en.contains("oppos"), "{}\n{}", zh, en);
        }
        if rules.body == Body::StandingCommittee {
            prop_assert!(!zh.contains("代表") && !en.contains("delegate"), "{}\n{}", zh, en);
        } else {
            prop_assert!(!zh.contains("以下称委员") && !en.contains("members"), "{}\n{}", zh, en);
        }
        if !matches!(rules.division(), Division::Categories(_)) {
            prop_assert!(!zh.contains("类别") && !en.contains("categor"), "{}\n{}", zh, en);
        }
        if rules.tie != TieRule::FurtherRound && rules.too_few == TooFewRule::Accept {
            prop_assert!(!zh.contains("再次票决") && !en.contains("urther round"), "{}\n{}", zh, en);
        }
    }
}

#[test]
fn the_signs_of_paper_are_those_of_the_legend() {
    let rules = |[approve, oppose, abstain]: [&str; 3], marks| {
        let division = Division::Whole { seats: Seats(3), selection_limit: None };
        let preset = Rules::preset(Body::Congress, division).unwrap();
        let legend = Legend { approve: approve.into(), oppose: oppose.into(), abstain: abstain.into() };
        let mut rules = preset.with_legend(legend).unwrap();
        rules.marks = marks;
        rules
    };
    let all = MarksTaken::ApproveOpposeAbstain;
    for (signs, marks, zh, blank_is_valid) in [
        (["○", "×", ""], all, "赞成的画“○”，反对的画“×”，弃权的不作标记。标记", true),
        (["", "×", "△"], all, "赞成的不作标记，反对的画“×”，弃权的画“△”。标记", false),
        (["√", "×", "○"], all, "弃权的画“○”。没有作标记的，按弃权计。标记", true),
        (["√", "", "○"], MarksTaken::ApproveOnly, "赞成的画“√”，弃权的画“○”。没有作标记的，按弃权计。", true),
    ] {
        let text = whole_text(&rules(signs, marks), Language::Chinese, 100);
        assert!(text.contains(zh), "{text}");
        assert_eq!(text.contains("空白的纸质选票有效"), blank_is_valid, "{text}");
        assert_eq!(text.contains("按前条规定的符号认定"), !blank_is_valid, "{text}");
    }
}

#[test]
fn what_is_not_known_is_left_to_be_filled_in() {
    let division = Division::Whole { seats: Seats(3), selection_limit: None };
    let rules = Rules::preset(Body::Congress, division).unwrap();
    for language in [Language::Chinese, Language::English] {
        let unknown = VotingMeasure {
            cards: 0,
            threshold: 0,
            scrutineers: 0,
            tellers: 0,
            ..measure(&rules, language, 100)
        };
        let text = articles_of(&unknown).concat().join("\n");
        // Scrutineers, tellers, cards, and how many of them.
        assert_eq!(text.matches(BLANK).count(), 4, "{text}");
        let alone = VotingMeasure { scrutineers: 1, ..measure(&rules, language, 100) };
        let text = articles_of(&alone).concat().join("\n");
        assert!(
            !text.contains(BLANK) && !text.contains("、监票人0人") && !text.contains("other scrutineers"),
            "{text}"
        );
    }
}

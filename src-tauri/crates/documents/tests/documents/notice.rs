//! 投票须知.

use crate::{
    form::name_of,
    page::assert_neat,
    samples::{self, LANGUAGES},
    text::assert_golden,
    tools::{Pdf, fonts},
    voting_measure::{by_category, plurality, whole},
};
use documents::{Body, Heading, Notice, Output};
use messages::Language;
use procedure::{
    count::Seats,
    number::RoundNumber,
    rules::{Category, CategoryBreach, Division, LateArrival, Legend, Rules, Selection},
};

pub fn notice(language: Language, rules: &Rules) -> Notice<'_> {
    Notice {
        heading: Heading { body: rules.body, ..samples::heading(language) },
        round: RoundNumber(1),
        rules,
        seats: Seats(10),
        candidates: 13,
        paper: true,
        place: match language {
            Language::Chinese => "会场东侧走廊".into(),
            Language::English => "the corridor east of the hall".into(),
        },
    }
}

fn made(name: &str, document: &Notice<'_>) -> Pdf {
    let name = format!("notice-{name}-{}", name_of(document.heading.language));
    let bytes = documents::notice(fonts(), document).unwrap();
    let pdf = Pdf::new(&name, &bytes);
    pdf.check_form();
    assert_neat(&bytes, &name);
    assert!(pdf.pages().len() <= 2, "{name} has {} pages", pdf.pages().len());
    pdf
}

/// The usual rules' notice, for the tests of every kind of document.
pub fn sample(output: Output<'_>, language: Language) -> Vec<u8> {
    documents::notice(output, &notice(language, &whole(Body::Congress, 10))).unwrap()
}

fn text(document: &Notice<'_>) -> String {
    // Tests run side by side, each with a file of its own.
    let test = std::thread::current().name().unwrap().replace("::", "-");
    made(&test, document).dense_text()
}

#[test]
fn a_notice_reads_as_expected() {
    for (name, rules) in
        [("categories", by_category(Body::StreetAssembly)), ("plurality", plurality(Body::Congress))]
    {
        for language in LANGUAGES {
            let golden = format!("notice-{name}-{}", name_of(language));
            assert_golden(&golden, &made(name, &notice(language, &rules)).text());
        }
    }
}

#[test]
fn the_limit_is_said_as_the_rules_have_it() {
    let mut exactly = whole(Body::Congress, 7);
    exactly.selection = Selection::Exactly;
    let own = Division::Whole { seats: Seats(7), selection_limit: Some(9) };
    let own = Rules::preset(Body::Congress, own).unwrap();
    let mut categories = by_category(Body::Congress);
    categories.selection = Selection::Exactly;
    for (rules, zh, en) in [
        (whole(Body::Congress, 7), "最多赞成7项。", "Approve7atmost."),
        (exactly, "必须赞成7项，不能多，也不能少。", "Approveexactly7,neithermorenorfewer."),
        (own, "最多赞成9项。", "Approve9atmost."),
        (by_category(Body::Congress), "各类别最多赞成：道路交通4项，教育3项", "category:道路交通4,教育3"),
        (categories, "各类别必须赞成：道路交通4项，教育3项", "neithermorenorfewer:道路交通4,教育3"),
    ] {
        assert!(text(&notice(Language::Chinese, &rules)).contains(zh));
        assert!(text(&notice(Language::English, &rules)).contains(en));
    }
}

#[test]
fn a_blank_ballot_is_valid_unless_a_number_is_asked() {
    let mut rules = whole(Body::Congress, 7);
    let usual = text(&notice(Language::Chinese, &rules));
    assert!(usual.contains("可以投空白票，空白票有效") && usual.contains("空白票有效，每一项都按弃权计"));
    rules.selection = Selection::Exactly;
    let exactly = text(&notice(Language::Chinese, &rules));
    assert!(exactly.contains("不能投空白票") && !exactly.contains("空白票有效"), "{exactly}");
}

#[test]
fn ballots_of_approvals_alone_are_explained_without_oppositions() {
    let rules = plurality(Body::Congress);
    let zh = text(&notice(Language::Chinese, &rules));
    let en = text(&notice(Language::English, &rules));
    assert!(zh.contains("对您赞成的项目，按“赞成”") && !zh.contains("反对"), "{zh}");
    assert!(en.contains("Foreachprojectthatyouapprove") && !en.to_lowercase().contains("oppos"), "{en}");
}

#[test]
fn the_legend_is_that_of_the_rules() {
    let legend = Legend { approve: "√".into(), oppose: "×".into(), abstain: "○".into() };
    let rules = whole(Body::Congress, 7).with_legend(legend).unwrap();
    let text = text(&notice(Language::Chinese, &rules));
    assert!(text.contains("赞成反对弃权√×○没有标记的项目，按弃权计。"), "{text}");
}

#[test]
fn a_breach_costs_what_the_rules_say() {
    let mut rules = by_category(Body::Congress);
    assert!(text(&notice(Language::Chinese, &rules)).contains("整张为废票"));
    rules.category_breach = CategoryBreach::Category;
    let category = text(&notice(Language::Chinese, &rules));
    assert!(category.contains("该类别的项目全部按弃权计") && !category.contains("整张为废票"), "{category}");
}

#[test]
fn members_are_called_members_and_late_ones_are_told() {
    let mut rules = whole(Body::StandingCommittee, 7);
    rules.late_arrival = LateArrival::UntilOpen;
    let mut document = notice(Language::Chinese, &rules);
    document.round = RoundNumber(2);
    document.place = String::new();
    let text = text(&document);
    assert!(text.contains("每名委员只投一张票") && text.contains("（第2轮）"), "{text}");
    assert!(text.contains("投票开始以后，不再签到、发票") && !text.contains("投票地点"), "{text}");
}

#[test]
fn the_kiosk_has_a_page_and_paper_another() {
    let rules = whole(Body::Congress, 10);
    for (language, kiosk, paper) in [
        (Language::Chinese, "在票决机上投票", "用纸质选票投票"),
        (Language::English, "At a kiosk", "On paper"),
    ] {
        let pages = made("pages", &notice(language, &rules)).pages();
        assert_eq!(pages.len(), 2);
        assert!(pages[0].contains(kiosk) && !pages[0].contains(paper), "{}", pages[0]);
        assert!(pages[1].contains(paper) && !pages[1].contains(kiosk), "{}", pages[1]);
    }
}

#[test]
fn a_notice_that_has_much_to_say_is_set_smaller() {
    let category =
        |index: usize| Category { name: format!("第{index}类民生实事项目"), seats: Seats(2) };
    let division = Division::Categories((1..=20).map(category).collect());
    let rules = Rules::preset(Body::Congress, division).unwrap();
    for language in LANGUAGES {
        let mut document = notice(language, &rules);
        document.heading.congress = "某省某市某自治县人民代表大会".repeat(3);
        let text = made("much", &document).dense_text();
        assert!((1..=20).all(|index| text.contains(&format!("第{index}类民生实事项目"))), "{text}");
    }
}

#[test]
fn without_paper_ballots_the_notice_says_nothing_of_them() {
    let rules = whole(Body::Congress, 10);
    for (language, paper) in [(Language::Chinese, "纸质"), (Language::English, "paper")] {
        assert!(text(&notice(language, &rules)).contains(paper));
        let without = text(&Notice { paper: false, ..notice(language, &rules) });
        assert!(!without.contains(paper), "{without}");
    }
}

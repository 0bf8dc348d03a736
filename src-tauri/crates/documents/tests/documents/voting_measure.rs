//! 票决办法: what each set of rules reads like. The combinations of rules are tested where the words are.

use crate::{
    form::name_of,
    page::assert_neat,
    samples::{self, LANGUAGES},
    text::assert_golden,
    tools::{Pdf, dense, fonts},
};
use documents::{Body, Heading, Output, TypesetError, VotingMeasure};
use messages::Language;
use procedure::{
    count::{Delegates, Seats},
    fraction::{Fraction, Proportion},
    rules::{
        Base, Category, CategoryBreach, Division, FurtherMajority, LateArrival, Majority, MarksTaken, Order,
        Rules, Selection, TieRule, TooFewRule, Warning,
    },
};

pub fn whole(body: Body, seats: u32) -> Rules {
    Rules::preset(body, Division::Whole { seats: Seats(seats), selection_limit: None }).unwrap()
}

/// Categories with invented names; the last is as long as names of categories get.
pub fn by_category(body: Body) -> Rules {
    let category = |(name, seats): (&str, u32)| Category { name: name.into(), seats: Seats(seats) };
    let categories = [("道路交通", 4), ("教育", 3), ("老旧小区和农村人居环境综合整治类", 3)];
    Rules::preset(body, Division::Categories(categories.map(category).into())).unwrap()
}

/// Those with the most approvals are adopted, without a threshold, on ballots of approvals alone.
pub fn plurality(body: Body) -> Rules {
    let mut rules = whole(body, 10);
    rules.majority =
        Majority { of: Base::Valid, proportion: Proportion::MoreThan(Fraction::new(0, 1).unwrap()) };
    rules.marks = MarksTaken::ApproveOnly;
    rules.tie = TieRule::Lot;
    rules.order = Order::List;
    rules.late_arrival = LateArrival::UntilOpen;
    rules
}

pub fn measure<'a>(language: Language, rules: &'a Rules, warnings: &'a [Warning]) -> VotingMeasure<'a> {
    let seats = match rules.division() {
        Division::Whole { seats, .. } => *seats,
        Division::Categories(categories) => Seats(categories.iter().map(|category| category.seats.0).sum()),
    };
    VotingMeasure {
        heading: Heading { body: rules.body, ..samples::heading(language) },
        rules,
        delegates: Delegates(313),
        candidates: 13,
        seats,
        warnings,
        cards: 5,
        by_holders: false,
        threshold: 3,
        scrutineers: 5,
        tellers: 2,
        passed_on: Some(samples::date()),
        purpose: String::new(),
    }
}

fn made(name: &str, document: &VotingMeasure<'_>) -> Pdf {
    let name = format!("measure-{name}-{}", name_of(document.heading.language));
    let bytes = documents::voting_measure(fonts(), document).unwrap();
    let pdf = Pdf::new(&name, &bytes);
    pdf.check_form();
    assert_neat(&bytes, &name);
    pdf
}

fn assert_reads(name: &str, document: &VotingMeasure<'_>) {
    let golden = format!("measure-{name}-{}", name_of(document.heading.language));
    assert_golden(&golden, &made(name, document).text());
}

/// The usual rules' measure, for the tests of every kind of document.
pub fn sample(output: Output<'_>, language: Language) -> Vec<u8> {
    documents::voting_measure(output, &measure(language, &whole(Body::Congress, 10), &[])).unwrap()
}

#[test]
fn categories_with_exact_numbers_read_as_expected() {
    let mut rules = by_category(Body::Congress);
    rules.selection = Selection::Exactly;
    rules.too_few = TooFewRule::FurtherRound;
    rules.further_rounds_at_most = 2;
    for language in LANGUAGES {
        assert_reads("exactly", &measure(language, &rules, &[]));
    }
}

#[test]
fn a_breach_that_costs_its_category_reads_as_expected() {
    let mut rules = by_category(Body::StreetAssembly);
    rules.category_breach = CategoryBreach::Category;
    rules.tie = TieRule::All;
    rules.too_few = TooFewRule::FurtherRound;
    rules.too_few_majority = FurtherMajority::Plurality;
    for language in LANGUAGES {
        assert_reads("category-breach", &measure(language, &rules, &[]));
    }
}

#[test]
fn a_standing_committee_reads_as_expected() {
    let rules = whole(Body::StandingCommittee, 6);
    for language in LANGUAGES {
        let mut document = measure(language, &rules, &[]);
        document.heading.congress = match language {
            Language::Chinese => "南昌市人民代表大会常务委员会(样例)".into(),
            Language::English => "Standing Committee of the People's Congress of Nanchang (sample)".into(),
        };
        document.delegates = Delegates(41);
        document.passed_on = None;
        assert_reads("committee", &document);
    }
}

#[test]
fn plurality_with_lots_and_its_warnings_reads_as_expected() {
    let rules = plurality(Body::Congress);
    let article = 25;
    let zero = Proportion::MoreThan(Fraction::new(0, 1).unwrap());
    let half = Proportion::MoreThan(Fraction::ONE_HALF);
    let warnings = [
        Warning::QuorumBelowLaw {
            article: 14,
            quorum: half,
            floor: Proportion::AtLeast(Fraction::TWO_THIRDS),
        },
        Warning::MajorityBaseBelowLaw { article, base: Base::Valid },
        Warning::MajorityBelowLaw { article, majority: zero, floor: half },
        Warning::TooFewPluralityBelowLaw { article },
        Warning::EqualNumbers { category: String::new(), seats: Seats(10) },
        Warning::EqualNumbers { category: "教育".into(), seats: Seats(3) },
    ];
    for language in LANGUAGES {
        assert_reads("plurality", &measure(language, &rules, &warnings));
    }
}

#[test]
fn the_purpose_is_the_secretariats_where_it_gives_one() {
    let rules = whole(Body::Congress, 10);
    let purpose = "为了做好本市的票决工作，根据本市的有关规定，制定本办法。";
    let usual = measure(Language::Chinese, &rules, &[]);
    let own = VotingMeasure { purpose: purpose.into(), ..usual.clone() };
    assert!(made("own-purpose", &own).dense_text().contains(&format!("第一条{purpose}第二条")));
    assert!(!made("usual-purpose", &usual).dense_text().contains(purpose));
}

#[test]
fn a_day_that_is_not_known_is_left_to_be_filled_in() {
    let rules = whole(Body::Congress, 10);
    let document = VotingMeasure { passed_on: None, ..measure(Language::Chinese, &rules, &[]) };
    let text = made("no-day", &document).dense_text();
    assert!(text.contains("（年月日南昌市人民代表大会(样例)第一次会议通过）"), "{text}");
}

#[test]
fn long_names_and_rare_characters_stay_whole() {
    for language in LANGUAGES {
        let category = |index: usize| Category {
            name: format!("{}{index}{}", "城乡".repeat(index % 8), samples::RARE),
            seats: Seats(3),
        };
        let division = Division::Categories((0..20).map(category).collect());
        let rules = Rules::preset(Body::Congress, division).unwrap();
        let mut document = measure(language, &rules, &[]);
        document.heading.congress = "某省某市某自治县人民代表大会".repeat(6);
        document.heading.training = true;
        let text = made("long", &document).dense_text();
        assert_eq!(text.matches(samples::RARE).count(), 20, "{text}");
    }
}

#[test]
fn an_article_that_announces_a_list_is_not_parted_from_it() {
    // Whatever stands before it, the list of categories begins on the page that announces it.
    for length in 0..24 {
        let rules = by_category(Body::Congress);
        let mut document = measure(Language::Chinese, &rules, &[]);
        document.purpose = format!("为了票决{}。", "民生实事项目，".repeat(length * 4));
        let pages = made("list", &document).pages();
        let announced = pages.iter().position(|page| dense(page).contains("各类别分别为：")).unwrap();
        assert!(dense(&pages[announced]).contains("（一）道路交通"), "{length}: {}", pages[announced]);
    }
}

#[test]
fn a_character_that_no_font_has_stops_the_measure() {
    let rules = whole(Body::Congress, 10);
    let document = VotingMeasure { purpose: "\u{1F600}".into(), ..measure(Language::Chinese, &rules, &[]) };
    let missing = TypesetError::MissingGlyph { characters: "\u{1F600}".into() };
    assert_eq!(documents::voting_measure(fonts(), &document), Err(missing.into()));
}

//! The candidate list's categories and pages of details.

use crate::{
    extremes::assert_neat,
    form::name_of,
    samples::{self, LANGUAGES, RARE},
    text::assert_golden,
    tools::{Pdf, dense, fonts},
};
use documents::CandidateListDocument;
use messages::Language;
use procedure::{candidate::Candidate, count::Seats, money::Money};

fn printed(name: &str, document: &CandidateListDocument<'_>) -> Pdf {
    let name = format!("list-{name}-{}", name_of(document.heading.language));
    Pdf::new(&name, &documents::candidate_list(fonts(), document).unwrap())
}

/// One of whom everything is known.
fn complete() -> Candidate {
    Candidate {
        sub_items: vec!["改造污水管网".into(), "新建停车场".into()],
        investment: Some(Money::parse_wan("92,345.5").unwrap()),
        investment_this_year: Some(Money::parse_wan("1,200").unwrap()),
        sources: "财政资金".into(),
        benefit: "惠及居民三千户".into(),
        ..samples::candidates().remove(2)
    }
}

#[test]
fn categories_and_all_that_is_known_read_as_expected() {
    for language in LANGUAGES {
        let mut candidates = samples::candidates();
        candidates.truncate(3);
        candidates[2] = complete();
        candidates[0].number = "甲".into();
        let document = CandidateListDocument {
            seats: Seats(2),
            categories: vec![("乡村振兴".into(), Seats(1)), ("城市建设".into(), Seats(1))],
            ..samples::candidate_list(language, &candidates)
        };
        let name = format!("candidate-list-categories-{}", name_of(language));
        assert_golden(&name, &printed("categories", &document).text());
    }
}

#[test]
fn each_candidate_has_a_page_of_details_without_what_is_not_known() {
    let candidates = samples::candidates();
    let pdf = printed("details", &samples::candidate_list(Language::Chinese, &candidates));
    let pages = pdf.pages();
    assert_eq!(pages.len(), 1 + candidates.len());
    for (candidate, page) in candidates.iter().zip(&pages[1..]) {
        let page = dense(page);
        assert!(page.starts_with(&dense(&format!("编号{}{}", candidate.number, candidate.name))), "{page}");
        assert_eq!(page.contains("总投资"), candidate.investment.is_some(), "{page}");
        assert!(!page.contains("预期效益") && !page.contains("年度计划投资"), "{page}");
    }
}

#[test]
fn long_titles_and_contents_are_neat_and_lose_nothing() {
    for language in LANGUAGES {
        let places: Vec<String> = (0..400).map(|number| format!("第{number}处")).collect();
        let candidates = [
            Candidate { name: RARE.chars().cycle().take(90).collect(), ..complete() },
            Candidate { number: "2".into(), benefit: places.join("，"), ..complete() },
        ];
        let pdf = printed("long", &samples::candidate_list(language, &candidates));
        let text = pdf.dense_text();
        assert_eq!(text.matches(&candidates[0].name).count(), 1, "whole above the details: {text}");
        assert!((0..400).all(|number| text.contains(&number.to_string())));
        assert!(pdf.pages().len() > 3, "the list, the one, and more than a page of the other");
        assert_neat(&pdf, "long details");
    }
}

#[test]
fn a_name_is_seven_characters_wide_beside_long_contents() {
    for language in LANGUAGES {
        let candidates = [Candidate {
            name: "天地玄黄宇宙洪荒日月盈昃".into(),
            content: "综合改造提升".repeat(60),
            location: "全市各县区乡镇街道".repeat(4),
            investment: Some(Money::parse_wan("1,234,567.89").unwrap()),
            ..complete()
        }];
        let pdf = printed("name", &samples::candidate_list(language, &candidates));
        let page = dense(&pdf.pages()[0]);
        assert!(pdf.boxes()[0].iter().any(|word| word.text.starts_with("天地玄黄宇宙洪")), "{page}");
        assert!(page.contains("1,234,567.89"), "figures are not broken: {page}");
        assert_neat(&pdf, "name column");
    }
}

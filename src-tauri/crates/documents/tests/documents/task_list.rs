//! The task list by unit.

use crate::{
    extremes::assert_neat,
    form::name_of,
    samples::{self, LANGUAGES},
    text::assert_golden,
    tools::{Pdf, dense, fonts},
};
use documents::{ContentError, TaskList, UnitTasks};
use messages::Language;
use procedure::{candidate::Candidate, money::Money, number::CandidateNumber};

/// These candidates by their units.
pub fn task_list(language: Language, candidates: &[Candidate]) -> TaskList<'_> {
    let mut units: Vec<UnitTasks<'_>> = Vec::new();
    for candidate in candidates {
        let unit = &candidate.responsible_unit;
        if let Some(known) = units.iter_mut().find(|known| known.unit == *unit) {
            known.projects.push(candidate);
        } else {
            units.push(UnitTasks { unit: unit.clone(), projects: vec![candidate] });
        }
    }
    TaskList { heading: samples::heading(language), units }
}

fn printed(name: &str, document: &TaskList<'_>) -> Pdf {
    let name = format!("tasks-{name}-{}", name_of(document.heading.language));
    Pdf::new(&name, &documents::task_list(fonts(), document).unwrap())
}

#[test]
fn units_stand_once_with_exact_sums() {
    for language in LANGUAGES {
        let mut candidates = samples::candidates();
        candidates.truncate(5);
        for (candidate, (unit, amount)) in candidates.iter_mut().zip([
            ("民政局", "0.000001"),
            ("教育局", "999.999999"),
            ("民政局", "1,234,567.89"),
            ("", "3"),
            ("民政局", "0.1"),
        ]) {
            candidate.responsible_unit = unit.into();
            candidate.investment = Some(Money::parse_wan(amount).unwrap());
            candidate.investment_this_year = (unit != "民政局").then(|| Money::parse_wan("2").unwrap());
        }
        let name = format!("task-list-units-{}", name_of(language));
        assert_golden(&name, &printed("units", &task_list(language, &candidates)).text());
    }
}

#[test]
fn a_unit_is_named_again_on_the_next_page() {
    let samples = samples::candidates();
    let candidates: Vec<Candidate> = (0..60)
        .map(|index| Candidate {
            number: CandidateNumber(index.to_string()),
            responsible_unit: format!("第{}虚构单位", index / 30),
            sub_items: vec!["第一项工程".into(), "第二项工程".into()],
            investment_this_year: Some(Money::from_fen(1_234_567_890)),
            ..samples[index % samples.len()].clone()
        })
        .collect();
    for language in LANGUAGES {
        let pdf = printed("long", &task_list(language, &candidates));
        let pages = pdf.pages();
        assert!(pages.len() > 3);
        let (first, continued) = match language {
            Language::Chinese => ("第0虚构单位（30个项目）", "第0虚构单位（续）"),
            Language::English => ("第0虚构单位(30projects)", "第0虚构单位(continued)"),
        };
        assert!(dense(&pages[0]).contains(first) && dense(&pages[1]).contains(continued), "{}", pages[1]);
        assert_eq!(pdf.dense_text().matches(first).count(), 1);
        assert_neat(&pdf, "long task list");
    }
}

#[test]
fn a_task_list_of_nothing_is_refused() {
    let empty = TaskList { heading: samples::heading(Language::Chinese), units: Vec::new() };
    assert_eq!(documents::task_list(fonts(), &empty), Err(ContentError::Empty.into()));
    let unit = UnitTasks { unit: "民政局".into(), projects: Vec::new() };
    let idle = TaskList { units: vec![unit], ..empty };
    assert_eq!(documents::task_list(fonts(), &idle), Err(ContentError::Empty.into()));
}

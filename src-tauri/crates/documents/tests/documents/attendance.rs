//! 签到表 and 出席代表报告单. Names of delegations and people are invented.

use crate::{
    form::name_of,
    page::assert_neat,
    samples::{self, LANGUAGES, RARE},
    text::assert_golden,
    tools::{Pdf, dense, fonts},
};
use documents::{
    AttendanceReport, AttendanceSheet, Body, ContentError, DelegationPresence, DocumentError, Heading,
    Output, SigningDelegation,
};
use messages::Language;
use procedure::{
    count::Delegates,
    fraction::{Fraction, Proportion},
    number::{DelegateNumber, RoundNumber},
};

/// A delegation of made-up people whose numbers go on from this one.
fn delegation(name: &str, first: usize, size: usize) -> SigningDelegation {
    const NAMES: [&str; 5] = ["韦堃", "莫垚", "司徒清和", "阿依古丽·买买提", "李强"];
    let delegate =
        |index: usize| (DelegateNumber((first + index).to_string()), NAMES[index % NAMES.len()].to_owned());
    SigningDelegation { name: name.into(), delegates: (0..size).map(delegate).collect() }
}

fn sheet(language: Language) -> AttendanceSheet {
    AttendanceSheet {
        heading: samples::heading(language),
        round: RoundNumber(1),
        delegations: vec![delegation("东河代表团", 1, 4), delegation("西山代表团", 5, 23)],
    }
}

fn report(language: Language) -> AttendanceReport {
    let delegation = |name: &str, delegates, present| DelegationPresence {
        name: name.into(),
        delegates: Delegates(delegates),
        present: Delegates(present),
    };
    AttendanceReport {
        heading: samples::heading(language),
        round: RoundNumber(1),
        date: Some(samples::date()),
        delegates: Delegates(313),
        present: Delegates(284),
        quorum: Delegates(209),
        quorum_rule: Proportion::AtLeast(Fraction::TWO_THIRDS),
        delegations: vec![
            delegation("东河代表团", 120, 110),
            delegation("西山代表团", 98, 90),
            delegation("解放军和武警部队代表团", 95, 84),
        ],
        chief: "韦堃".into(),
    }
}

pub fn sheet_sample(output: Output<'_>, language: Language) -> Vec<u8> {
    documents::attendance_sheet(output, &sheet(language)).unwrap()
}

pub fn report_sample(output: Output<'_>, language: Language) -> Vec<u8> {
    documents::attendance_report(output, &report(language)).unwrap()
}

/// A standing committee of 40, more than half of which must be there, and is not.
fn committee(language: Language) -> AttendanceReport {
    let heading = Heading { body: Body::StandingCommittee, training: true, ..samples::heading(language) };
    AttendanceReport {
        heading,
        round: RoundNumber(2),
        date: None,
        delegates: Delegates(40),
        present: Delegates(20),
        quorum: Delegates(21),
        quorum_rule: Proportion::MoreThan(Fraction::ONE_HALF),
        delegations: vec![DelegationPresence {
            name: String::new(),
            delegates: Delegates(40),
            present: Delegates(20),
        }],
        ..report(language)
    }
}

fn print(report: &AttendanceReport) -> Result<(), DocumentError> {
    documents::attendance_report(fonts(), report).map(|_| ())
}

#[test]
fn sheet_and_report_read_as_expected() {
    for language in LANGUAGES {
        for (name, bytes) in [
            ("attendance-sheet", Ok(sheet_sample(fonts().into(), language))),
            ("attendance-report", Ok(report_sample(fonts().into(), language))),
            ("attendance-missing", documents::attendance_report(fonts(), &committee(language))),
        ] {
            let name = format!("{name}-{}", name_of(language));
            let pdf = Pdf::new(&format!("text-{name}"), &bytes.unwrap());
            assert_golden(&name, &pdf.text());
            assert_neat(&pdf.bytes(), &name);
        }
    }
}

#[test]
fn each_delegation_has_sheets_of_its_own_that_name_it_on_every_page() {
    let mut sheet = sheet(Language::Chinese);
    sheet.delegations = vec![
        delegation("东河代表团", 1, 7),
        delegation("西山代表团", 8, 40),
        delegation("南湖代表团", 48, 17),
        delegation("北岭代表团", 65, 1),
    ];
    let pages = Pdf::new("sheets", &documents::attendance_sheet(fonts(), &sheet).unwrap()).pages();
    let mut found = 0;
    for delegation in &sheet.delegations {
        let own: Vec<usize> =
            (0..pages.len()).filter(|page| pages[*page].contains(&delegation.name)).collect();
        assert!(own[0].is_multiple_of(2), "{} begins on page {}", delegation.name, own[0] + 1);
        let last = dense(&pages[*own.last().unwrap()]);
        assert!(last.contains("实际签到") && last.contains(delegation.delegates.last().unwrap().0.as_str()));
        for page in &own {
            let page = dense(&pages[*page]);
            let caption = format!("{}全体代表{}人", delegation.name, delegation.delegates.len());
            assert!(page.contains(&caption) && page.contains("姓名签名"), "{page}");
            found += 1;
        }
    }
    let blank = pages.iter().filter(|page| !page.contains("代表团")).count();
    assert_eq!(found + blank, pages.len());
}

#[test]
fn the_sheet_of_a_further_round_says_which() {
    for (language, word) in [(Language::Chinese, "（第2轮）"), (Language::English, "(Round2)")] {
        let further = AttendanceSheet { round: RoundNumber(2), ..sheet(language) };
        for (sheet, named) in [(sheet(language), false), (further, true)] {
            let bytes = documents::attendance_sheet(fonts(), &sheet).unwrap();
            let text = Pdf::new(&format!("sheet-round-{named}-{}", name_of(language)), &bytes).dense_text();
            assert_eq!(text.contains(word), named, "{text}");
        }
    }
}

#[test]
fn a_roster_without_delegations_is_one_list() {
    let mut sheet = sheet(Language::Chinese);
    sheet.delegations = vec![delegation("", 1, 300)];
    let pdf = Pdf::new("one-list", &documents::attendance_sheet(fonts(), &sheet).unwrap());
    let pages = pdf.pages();
    assert!(pages.len() < 20, "{}", pages.len());
    assert!(pages.iter().all(|page| dense(page).contains("全体代表300人") && !page.contains("代表团")));
    assert_eq!(pdf.dense_text().matches("实际签到").count(), 1);
    assert_neat(&pdf.bytes(), "one list");
}

#[test]
fn long_and_rare_names_stay_in_their_cells() {
    for language in LANGUAGES {
        let mut sheet = sheet(language);
        sheet.delegations[0].delegates = vec![
            ("2020-0001".into(), format!("{RARE}买买提")),
            ("2020-0002".into(), "Alexandria Featherstonehaugh".into()),
        ];
        sheet.delegations[0].name = "某".repeat(60);
        let name = format!("long-names-{}", name_of(language));
        let pdf = Pdf::new(&name, &documents::attendance_sheet(fonts(), &sheet).unwrap());
        assert!(RARE.chars().all(|char| pdf.dense_text().contains(char)));
        assert_neat(&pdf.bytes(), &name);
    }
}

#[test]
fn a_sheet_without_people_is_refused() {
    let mut empty = sheet(Language::Chinese);
    empty.delegations[1].delegates.clear();
    assert_eq!(documents::attendance_sheet(fonts(), &empty), Err(ContentError::Empty.into()));
    empty.delegations.clear();
    assert_eq!(documents::attendance_sheet(fonts(), &empty), Err(ContentError::Empty.into()));
}

#[test]
fn a_report_whose_figures_do_not_add_up_is_refused() {
    let differ = |place: &str| Err(ContentError::SumsDiffer { place: place.into() }.into());
    let changed = |change: &dyn Fn(&mut AttendanceReport)| {
        let mut report = report(Language::Chinese);
        change(&mut report);
        print(&report)
    };
    assert_eq!(changed(&|_| ()), Ok(()));
    assert_eq!(changed(&|report| report.present.0 = 314), differ("present-delegates"));
    assert_eq!(changed(&|report| report.quorum.0 = 208), differ("quorum-rule"));
    assert_eq!(changed(&|report| report.delegations[1].delegates.0 = 99), differ("delegations-delegates"));
    assert_eq!(changed(&|report| report.delegations[1].present.0 = 89), differ("delegations-present"));
    assert_eq!(
        changed(&|report| report.delegations[1].present.0 = 99),
        differ("present-delegates 西山代表团")
    );
}

#[test]
fn the_quorum_is_reached_just_from_its_number_on() {
    for (present, reached) in [(208, false), (209, true)] {
        let mut report = report(Language::Chinese);
        report.present = Delegates(present);
        report.delegations.truncate(1);
        report.delegations[0] = DelegationPresence {
            delegates: report.delegates,
            present: report.present,
            ..report.delegations[0].clone()
        };
        let text =
            Pdf::new(&format!("quorum-{present}"), &documents::attendance_report(fonts(), &report).unwrap())
                .dense_text();
        assert_eq!(text.contains("到会人数符合法定人数"), reached, "{text}");
        assert_eq!(text.contains("到会人数未达到法定人数，不得进行票决"), !reached, "{text}");
    }
}

#[test]
fn forty_delegations_are_reported_on_pages_that_hold_together() {
    for language in LANGUAGES {
        let mut report = report(language);
        let one = |index| DelegationPresence {
            name: format!("第{index}代表团"),
            delegates: Delegates(10),
            present: Delegates(9),
        };
        report.delegations = (1..=40).map(one).collect();
        (report.delegates, report.present, report.quorum) = (Delegates(400), Delegates(360), Delegates(267));
        let name = format!("forty-delegations-{}", name_of(language));
        let pdf = Pdf::new(&name, &documents::attendance_report(fonts(), &report).unwrap());
        assert_neat(&pdf.bytes(), &name);
        assert!(dense(pdf.pages().last().unwrap()).contains("韦堃"));
    }
}

//! Long lists, long texts, and figures of every size.

use crate::{
    form::name_of,
    samples::{self, LANGUAGES},
    tools::{Pdf, WordBox, dense, fonts},
};
use documents::{ContentError, Note, RoundResult, TypesetError, VoidReason};
use messages::Language;
use procedure::{
    candidate::Candidate,
    count::{Ballots, Votes},
    money::Money,
    number::CandidateNumber,
};

/// The type area's right edge, in points.
const RIGHT: f64 = (28.0 + 156.0) * 72.0 / 25.4;
/// The type area's left edge, in points.
const LEFT: f64 = 28.0 * 72.0 / 25.4;

/// Sixty candidates with texts from short to very long.
fn sixty() -> Vec<Candidate> {
    let samples = samples::candidates();
    let candidate = |index: usize| {
        let sample = samples[index % samples.len()].clone();
        Candidate {
            number: CandidateNumber((index + 1).to_string()),
            name: format!("{}（{}）", sample.name, "续".repeat(index % 5 + 1)),
            content: sample.content.repeat(index % 7 + 1),
            investment: Some(Money::from_fen(300_000 * 7_u64.pow(u32::try_from(index % 9).unwrap()))),
            ..sample
        }
    };
    (0..60).map(candidate).collect()
}

fn assert_inside(words: &[WordBox], name: &str) {
    for word in words {
        // A squeezed sign at a line's end still counts as wide as the font has it; what is beyond the edge is blank.
        let blank = if word.text.ends_with(['，', '。', '：', '）', '”']) { 8.0 } else { 0.0 };
        assert!(word.left >= LEFT - 1.0 && word.right <= RIGHT + 1.0 + blank, "{name}: {word:?}");
        assert!(word.top >= 20.0 && word.bottom <= 841.0, "{name}: {word:?}");
    }
}

/// No two words share a place. Boxes are as high as the line, so only their middle thirds are compared.
fn assert_apart(words: &[WordBox], name: &str) {
    for (index, a) in words.iter().enumerate() {
        for b in &words[index + 1..] {
            let beside = a.ink_right() <= b.ink_left() + 0.8 || b.ink_right() <= a.ink_left() + 0.8;
            let middle = |word: &WordBox| {
                let third = (word.bottom - word.top) / 3.0;
                (word.top + third, word.bottom - third)
            };
            let ((a_top, a_bottom), (b_top, b_bottom)) = (middle(a), middle(b));
            assert!(beside || a_bottom <= b_top || b_bottom <= a_top, "{name}: {a:?} and {b:?}");
        }
    }
}

pub fn assert_neat(pdf: &Pdf, name: &str) {
    for page in pdf.boxes() {
        assert_inside(&page, name);
        assert_apart(&page, name);
    }
}

#[test]
fn sixty_candidates_run_over_pages_under_a_repeated_head() {
    for language in LANGUAGES {
        let candidates = sixty();
        let list = samples::candidate_list(language, &candidates);
        let pdf = Pdf::new(
            &format!("sixty-{}", name_of(language)),
            &documents::candidate_list(fonts(), &list).unwrap(),
        );
        let pages = pdf.pages();
        let pages = &pages[..pages.len() - candidates.len()];
        assert!(pages.len() > 3, "{}", pages.len());
        let head = match language {
            Language::Chinese => ["项目名称", "建设内容", "责任单位", "完成时限"],
            Language::English => ["Project", "What will", "Responsible", "Done by"],
        };
        for (index, page) in pages.iter().enumerate() {
            assert!(head.iter().all(|word| page.contains(word)), "{page}");
            assert!(dense(page).contains(&format!("—{}—", index + 1)), "{page}");
        }
        let text = pdf.dense_text();
        assert!(candidates.iter().all(|candidate| text.contains(&candidate.investment.unwrap().to_string())));
        assert_neat(&pdf, "sixty");
    }
}

#[test]
fn a_row_higher_than_a_page_loses_nothing() {
    let mut candidates = samples::candidates();
    let places: Vec<String> = (0..400).map(|number| format!("第{number}处")).collect();
    let long = places.join("，");
    candidates[1].content.clone_from(&long);
    let list = samples::candidate_list(Language::Chinese, &candidates);
    let pdf = Pdf::new("tall-row", &documents::candidate_list(fonts(), &list).unwrap());
    let text = pdf.dense_text();
    assert!((0..400).all(|number| text.contains(&number.to_string())));
    assert!(pdf.pages().len() >= 3);
    assert_neat(&pdf, "tall row");
}

#[test]
fn a_column_without_content_is_left_out() {
    let mut candidates = samples::candidates();
    for candidate in &mut candidates {
        candidate.investment = None;
        candidate.content = String::new();
    }
    let list = samples::candidate_list(Language::Chinese, &candidates);
    let text = Pdf::new("columns", &documents::candidate_list(fonts(), &list).unwrap()).dense_text();
    assert!(!text.contains("总投资") && !text.contains("建设内容") && text.contains("建设地点"), "{text}");
}

#[test]
fn titles_of_every_length_stay_inside_and_have_no_lonely_last_character() {
    for length in 5..=90 {
        let congress: String =
            "某省某市某自治县人民代表大会常务委员会".chars().cycle().take(length).collect();
        let mut announcement = samples::announcement(Language::Chinese);
        announcement.heading.congress = congress;
        let pdf =
            Pdf::new(&format!("title-{length}"), &documents::announcement(fonts(), &announcement).unwrap());
        let pages = pdf.boxes();
        let title: Vec<&WordBox> = pages[0].iter().filter(|word| word.bottom - word.top > 30.0).collect();
        assert!(title.iter().all(|line| line.left >= LEFT - 0.5 && line.right <= RIGHT + 0.5), "{title:?}");
        assert!(title.iter().all(|line| line.right - line.left > 40.0), "{length}: {title:?}");
        assert_neat(&pdf, &format!("title of {length}"));
    }
}

#[test]
fn amounts_of_every_size_stay_whole_and_end_at_one_edge() {
    let amounts = ["0.3", "12", "4,980.75", "186,000", "1,234,567.89"];
    let mut candidates = samples::candidates();
    candidates.truncate(amounts.len());
    for (candidate, amount) in candidates.iter_mut().zip(amounts) {
        candidate.investment = Some(Money::parse_wan(amount).unwrap());
    }
    let list = samples::candidate_list(Language::Chinese, &candidates);
    let pdf = Pdf::new("amounts", &documents::candidate_list(fonts(), &list).unwrap());
    let boxes = pdf.boxes();
    let right_edge = |amount: &&str| boxes[0].iter().find(|word| word.text == **amount).unwrap().right;
    let edges: Vec<f64> = amounts.iter().map(right_edge).collect();
    assert!(edges.iter().all(|edge| (edge - edges[0]).abs() < 0.2), "{edges:?}");
}

#[test]
fn a_full_line_has_twenty_eight_characters() {
    let mut announcement = samples::announcement(Language::Chinese);
    announcement.adopted.truncate(1);
    announcement.adopted[0].name = "民".repeat(100);
    let pdf = Pdf::new("full-line", &documents::announcement(fonts(), &announcement).unwrap());
    let full = "民".repeat(28);
    let lines = pdf.text().lines().filter(|line| line.trim() == full).count();
    assert_eq!(lines, 2, "{}", pdf.text());
}

#[test]
fn the_places_to_sign_stay_together_with_the_report_or_with_its_name() {
    // Whatever the number of rows, the last page has all places to sign, below the whole report where that is one page,
    // and otherwise on a right-hand page of their own that names the report.
    for extra in 0..24 {
        let mut report = samples::report(Language::Chinese);
        let RoundResult::Counted(counted) = &mut report.result else { unreachable!() };
        let row = counted.rows[0].clone();
        counted.rows.extend(std::iter::repeat_n(row, extra));
        let pdf =
            Pdf::new(&format!("signatures-{extra}"), &documents::result_report(fonts(), &report).unwrap());
        let pages = pdf.pages();
        let last = dense(pages.last().unwrap());
        for word in ["总监票人", "计票人", "韦堃", "莫垚", "李强", "签名日期"] {
            assert!(last.contains(word), "{extra} {word}: {last}");
        }
        assert!(pages.len() == 1 || last.contains("票决结果报告单》签名页"), "{extra}: {last}");
        assert_eq!(pages.len() % 2, 1, "{extra}");
        assert_neat(&pdf, &format!("{extra} more rows"));
    }
}

#[test]
fn the_places_to_sign_never_stand_below_a_part_of_the_notes() {
    for notes in 1..16 {
        let mut report = samples::report(Language::Chinese);
        let note = |index| Note::Remark(format!("第{index}条说明。"));
        report.notes = (1..=notes).map(note).collect();
        let pdf = Pdf::new(&format!("notes-{notes}"), &documents::result_report(fonts(), &report).unwrap());
        let pages = pdf.pages();
        let last = dense(pages.last().unwrap());
        for word in ["总监票人", "签名日期"] {
            assert!(last.contains(word), "{notes} {word}: {last}");
        }
        assert!(pages.len() == 1 || !last.contains("条说明。"), "{notes}: {last}");
        assert!(dense(&pages.concat()).contains(&format!("第{notes}条说明。")), "{notes}");
    }
}

#[test]
fn slips_of_an_exercise_and_of_a_long_name_are_neat() {
    for language in LANGUAGES {
        for (training, name) in [(true, None), (false, Some("某".repeat(60))), (true, Some("某".repeat(40)))]
        {
            let slips = samples::made_up_slips(12);
            let mut sheet = samples::slip_sheet(language, &slips);
            sheet.heading.training = training;
            let kind = format!("slips-{}-{training}-{}", name_of(language), name.is_some());
            sheet.heading.congress = name.unwrap_or(sheet.heading.congress);
            let pdf = Pdf::new(&kind, &documents::slips(fonts(), &sheet).unwrap());
            for page in pdf.boxes() {
                assert_apart(&page, &kind);
            }
            let mark = if language == Language::Chinese { "演练" } else { "Exercise" };
            assert_eq!(pdf.dense_text().matches(mark).count(), if training { 12 + 2 } else { 0 });
        }
    }
}

#[test]
fn slips_show_their_zone_and_each_zone_has_sheets_of_its_own() {
    let colours = |language| match language {
        Language::Chinese => ["红", "紫"],
        Language::English => ["yellow", "orange"],
    };
    for language in LANGUAGES {
        for training in [false, true] {
            let mut slips = samples::made_up_slips(13);
            for (index, slip) in slips.iter_mut().enumerate() {
                let zone = if index < 11 { 2 } else { 8 };
                let colour = colours(language)[usize::from(zone == 8)].to_owned();
                slip.zone = Some(documents::SlipZone { number: zone, colour });
            }
            let mut sheet = samples::slip_sheet(language, &slips);
            sheet.heading.training = training;
            let name = format!("zones-{}-{training}", name_of(language));
            let pdf = Pdf::new(&name, &documents::slips(fonts(), &sheet).unwrap());
            for page in pdf.boxes() {
                assert_apart(&page, &name);
            }
            let pages: Vec<String> = pdf.pages().iter().map(|page| dense(page)).collect();
            let shown = |zone: u32| match language {
                Language::Chinese => format!("第{zone}票区{}色", colours(language)[usize::from(zone == 8)]),
                Language::English => format!("Zone{zone}:{}", colours(language)[usize::from(zone == 8)]),
            };
            let found: Vec<(usize, usize)> = pages
                .iter()
                .map(|page| (page.matches(&shown(2)).count(), page.matches(&shown(8)).count()))
                .collect();
            assert_eq!(found, [(10, 0), (1, 0), (0, 2)], "{pages:?}");
        }
    }
}

#[test]
fn a_zone_without_a_pattern_is_refused() {
    let mut slips = samples::made_up_slips(1);
    slips[0].zone = Some(documents::SlipZone { number: 9, colour: "黑".into() });
    let sheet = samples::slip_sheet(Language::Chinese, &slips);
    assert!(documents::slips(fonts(), &sheet).is_err());
}

#[test]
fn a_dozen_projects_are_announced_on_one_page() {
    for language in LANGUAGES {
        let mut announcement = samples::announcement(language);
        let project = announcement.adopted[2].clone();
        announcement.adopted.extend([project.clone(), project]);
        let name = format!("dozen-{}", name_of(language));
        let pdf = Pdf::new(&name, &documents::announcement(fonts(), &announcement).unwrap());
        assert_eq!(pdf.pages().len(), 1);
    }
}

#[test]
fn every_document_of_the_samples_is_neat() {
    for language in LANGUAGES {
        for (name, bytes) in crate::form::all(language) {
            let name = format!("neat-{name}-{}", name_of(language));
            let pdf = Pdf::new(&name, &bytes);
            for page in pdf.boxes() {
                assert_apart(&page, &name);
            }
        }
    }
}

#[test]
fn figures_that_do_not_add_up_are_refused() {
    let differ = |place: &str| Err(ContentError::SumsDiffer { place: place.into() }.into());
    let print = |change: &dyn Fn(&mut documents::ResultReport)| {
        let mut report = samples::report(Language::Chinese);
        change(&mut report);
        documents::result_report(fonts(), &report).map(|_| ())
    };
    let counted = |report: &mut documents::ResultReport, change: &dyn Fn(&mut documents::CountedRound)| {
        let RoundResult::Counted(counted) = &mut report.result else { unreachable!() };
        change(counted);
    };
    assert_eq!(print(&|_| ()), Ok(()));
    assert_eq!(print(&|report| report.present.0 = 314), differ("present-delegates"));
    assert_eq!(print(&|report| report.issued.0 = 285), differ("issued-present"));
    assert_eq!(print(&|report| report.collected.0 = 285), differ("collected-issued"));
    assert_eq!(print(&|report| counted(report, &|it| it.void = Ballots(9))), differ("valid-void-collected"));
    assert_eq!(
        print(&|report| counted(report, &|it| it.rows[1].approve = Votes(1))),
        differ("votes-valid 3")
    );
    assert_eq!(print(&|report| counted(report, &|it| it.rows.clear())), Err(ContentError::Empty.into()));
    let mut balanced = samples::void_report(Language::Chinese, VoidReason::MoreCollectedThanIssued);
    balanced.collected = Ballots(284);
    assert_eq!(documents::result_report(fonts(), &balanced).map(|_| ()), differ("collected-issued"));
}

#[test]
fn a_ballot_of_approvals_alone_has_no_other_columns() {
    let mut report = samples::report(Language::Chinese);
    let RoundResult::Counted(counted) = &mut report.result else { unreachable!() };
    for row in &mut counted.rows {
        (row.oppose, row.abstain) = (None, None);
    }
    let text = Pdf::new("approve-only", &documents::result_report(fonts(), &report).unwrap()).dense_text();
    assert!(text.contains("赞成") && !text.contains("反对") && !text.contains("弃权"), "{text}");
}

#[test]
fn nothing_to_print_is_refused() {
    assert_eq!(
        documents::candidate_list(fonts(), &samples::candidate_list(Language::Chinese, &[])),
        Err(ContentError::Empty.into())
    );
    assert_eq!(
        documents::slips(fonts(), &samples::slip_sheet(Language::Chinese, &[])),
        Err(ContentError::Empty.into())
    );
}

#[test]
fn what_does_not_fit_a_slip_or_card_is_refused() {
    let mut slips = samples::made_up_slips(1);
    slips[0].code = "ABCD-".repeat(12);
    let code = slips[0].code.clone();
    assert_eq!(
        documents::slips(fonts(), &samples::slip_sheet(Language::Chinese, &slips)),
        Err(TypesetError::TextTooLong { text: code }.into())
    );
    let mut card = samples::key_card(Language::Chinese);
    card.qr = "0".repeat(8000);
    assert_eq!(documents::key_card(fonts(), &card), Err(TypesetError::QrTooLong { length: 8000 }.into()));
}

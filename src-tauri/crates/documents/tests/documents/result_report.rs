//! The result report's categories, many candidates, and places to sign.

use crate::{
    extremes::assert_neat,
    form::name_of,
    samples::{self, HASH, LANGUAGES},
    tools::{Pdf, dense, fonts},
};
use documents::{Body, Note, ResultReport, RoundResult, Verdict, VoidReason};
use messages::Language;
use procedure::{count::Seats, number::CandidateNumber};

fn printed(name: &str, report: &ResultReport) -> Pdf {
    let name = format!("report-{name}-{}", name_of(report.heading.language));
    Pdf::new(&name, &documents::result_report(fonts(), report).unwrap())
}

#[test]
fn the_seats_of_each_category_stand_in_the_head() {
    for (language, words) in [
        (Language::Chinese, "应选项目：10个（城市建设6个、乡村振兴4个）"),
        (Language::English, "Projectstobeadopted:10(城市建设:6,乡村振兴:4)."),
    ] {
        let mut report = samples::report(language);
        report.categories = vec![("城市建设".into(), Seats(6)), ("乡村振兴".into(), Seats(4))];
        let text = printed("categories", &report).dense_text();
        assert!(text.contains(words), "{text}");
    }
}

#[test]
fn sixty_candidates_in_categories_keep_every_figure_and_verdict_on_one_line() {
    for language in LANGUAGES {
        let mut report = samples::report(language);
        let RoundResult::Counted(counted) = &mut report.result else { unreachable!() };
        let rows = counted.rows.clone();
        counted.rows = (0..60)
            .map(|index| {
                let mut row = rows[index % rows.len()].clone();
                row.rank = u32::try_from(index + 1).unwrap();
                row.number = CandidateNumber(format!("{}", index + 1));
                row.category = ["城乡基础设施建设", "教育"][index % 2].into();
                row.name.push_str(&"续".repeat(index % 30));
                row.verdict = [Verdict::AdoptedByLot, Verdict::FurtherRound, Verdict::NotAdopted][index % 3];
                row
            })
            .collect();
        let pdf = printed("sixty", &report);
        let verdicts = match language {
            Language::Chinese => ["抽签通过", "再次票决", "未通过"],
            Language::English => ["Adopted by lot", "Further round", "Not adopted"],
        };
        for verdict in verdicts {
            let lines = pdf.text().lines().filter(|line| line.trim_end().ends_with(verdict)).count();
            assert_eq!(lines, 20, "{verdict}: {}", pdf.text());
        }
        assert_neat(&pdf, "sixty rows");
    }
}

#[test]
fn the_root_of_the_box_stands_on_lines_of_its_own() {
    for (language, label) in
        [(Language::Chinese, "票箱校验值："), (Language::English, "Root of the ballot box:")]
    {
        let mut report = samples::report(language);
        report.notes = vec![Note::BoxRoot(HASH.into()), Note::Remark("其后的说明。".into())];
        let text = printed("root", &report).text();
        let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        let lines: Vec<String> = text.lines().map(words).collect();
        let place = lines.iter().position(|line| line == label).unwrap();
        let groups: Vec<&str> = (0..8).map(|group| &HASH[group * 8..group * 8 + 8]).collect();
        assert_eq!(lines[place + 1..place + 3], [groups[..4].join(" "), groups[4..].join(" ")], "{text}");
    }
}

#[test]
fn a_round_is_ended_by_whom_the_measure_names() {
    for (body, words) in [
        (Body::Congress, "大会主席团决定本轮票决无效"),
        (Body::StandingCommittee, "主任会议决定本轮票决无效"),
        (Body::StreetAssembly, "会议召集机构决定本轮票决无效"),
    ] {
        let mut report = samples::void_report(Language::Chinese, VoidReason::ByDecision);
        report.heading.body = body;
        let text = printed("decision", &report).dense_text();
        assert!(text.contains(&format!("原因：{words}。")), "{text}");
    }
}

#[test]
fn long_names_stand_whole_under_their_rules_and_labels_end_at_one_place() {
    for language in LANGUAGES {
        let mut report = samples::report(language);
        let long = "阿卜杜热合曼·阿卜杜如苏力甫";
        report.scrutineers = vec![long.into(), "韦堃".into(), "迪丽努尔·阿卜杜热合曼江".into()];
        let pdf = printed("long-names", &report);
        let last = pdf.pages().pop().unwrap();
        assert!(last.lines().any(|line| dense(line).contains(long)), "{last}");
        assert_neat(&pdf, "long names");
        if language == Language::Chinese {
            let boxes = pdf.boxes().pop().unwrap();
            let colons: Vec<f64> =
                boxes.iter().filter(|word| word.text.ends_with("人：")).map(|word| word.right).collect();
            assert_eq!(colons.len(), 3, "{boxes:?}");
            assert!(colons.iter().all(|right| (right - colons[0]).abs() < 0.5), "{colons:?}");
        }
    }
}

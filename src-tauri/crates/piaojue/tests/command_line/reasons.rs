//! What the papers and the terminal say of why: whoever doubts a result reads the reason there.

use crate::run::{Small, names, pdf_text};

/// Rehearses, which must succeed; what the terminal says.
fn told(small: &Small) -> String {
    let run = small.rehearsal().run(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    run.stdout
}

fn report(small: &Small, round: u32) -> String {
    pdf_text(&small.path("out").join(format!("round-{round}-result.pdf")))
}

/// An extra seat in one category must not hide an empty one in another.
#[test]
fn an_empty_seat_is_told_of_its_category() {
    let small = Small::new();
    small.candidates(&["道路", "道路", "学校", "学校"]);
    let categories = "categories = [{ name = \"道路\", seats = 1 }, { name = \"学校\", seats = 1 }]";
    small.session(&format!("tie = \"all\"\nmajority = {{ more_than = \"1/4\" }}\n{categories}"), "12", "");
    small.ballots(&[("1,+,,,", 5), ("1,,+,,", 5), ("1,,,+,", 2)]);
    told(&small);
    let report = report(&small, 1);
    assert!(report.contains("（学校）空缺1个名额，不再票决。"), "{report}");
    assert!(report.contains("（道路）编号1、2的项目末位票数相等，依照票决办法全部通过；"), "{report}");
    // The seats are the category's, not those of the whole list.
    assert!(report.contains("应选项目1个，共通过2个。"), "{report}");
}

#[test]
fn a_project_below_the_cut_is_told_why() {
    let small = Small::new();
    small.session("seats = 1\nselection_limit = 2", "12", "");
    told(&small);
    let report = report(&small, 1);
    assert!(report.contains("达到规定票数的项目多于应选项目数，按赞成票从多到少确定1个。"), "{report}");
}

#[test]
fn a_missing_quorum_is_told_in_figures() {
    let small = Small::new();
    small.session("seats = 2", "7", "");
    small.ballots(&[("1,+,+,,", 3)]);
    told(&small);
    assert!(report(&small, 1).contains("应到12人，法定人数8人，实到7人。"), "{}", report(&small, 1));
}

#[test]
fn nothing_is_announced_while_a_round_is_owed_and_plurality_names_no_threshold() {
    let small = Small::new();
    small.session("seats = 2\nselection_limit = 3", "12", "");
    small.ballots(&[("1,+,+,+,", 8), ("1,+,,,", 4)]);
    assert!(told(&small).contains("还有再次票决没有进行"));
    assert!(!names(&small.path("out")).contains(&"announcement.pdf".to_owned()));

    let voted = Small::new();
    voted.session("seats = 1\nselection_limit = 2", "12", "");
    voted.ballots(&[("1,+,+,,", 12), ("2,+,,,", 7), ("2,,+,,", 5)]);
    told(&voted);
    let report = report(&voted, 2);
    assert!(report.contains("得赞成票多的通过") && !report.contains("不少于"), "{report}");
    assert!(names(&voted.path("out")).contains(&"announcement.pdf".to_owned()));
}

#[test]
fn what_the_law_says_against_the_rules_is_shown() {
    let small = Small::new();
    small.session("seats = 2\nmajority = { of = \"present\" }", "12", "");
    let warned = told(&small);
    small.session("seats = 2", "12", "");
    std::fs::remove_dir_all(small.path("out")).unwrap();
    let silent = told(&small);
    let first = |text: &str| text.lines().next().unwrap_or_default().to_owned();
    assert!(first(&silent).starts_with("第 1 轮"), "{silent}");
    assert!(first(&warned).contains("组织法"), "{warned}");
}

//! Paper ballots: the rules as a voter reads them, and copies that nothing tells apart.

use crate::{
    form::name_of,
    page::assert_neat_sheet,
    samples::{self, HASH, LANGUAGES, RARE},
    text::assert_golden,
    tools::{Pdf, dense, fonts},
};
use documents::{ContentError, Heading, PaperBallots};
use messages::Language;
use procedure::{
    candidate::Candidate,
    count::Seats,
    number::{CandidateNumber, RoundNumber},
    rules::{Body, Category, CategoryBreach, Division, Legend, MarksTaken, Rules, Selection},
};

fn whole(seats: u32, selection_limit: Option<u32>) -> Rules {
    Rules::preset(Body::Congress, Division::Whole { seats: Seats(seats), selection_limit }).unwrap()
}

/// Rules by two categories.
fn by_category() -> Rules {
    let category = |name: &str, seats| Category { name: name.into(), seats: Seats(seats) };
    let categories = vec![category("城乡建设类", 4), category("社会事业类", 3)];
    Rules::preset(Body::Congress, Division::Categories(categories)).unwrap()
}

/// The sample city's candidates, alternately of one category and the other.
fn categorised() -> Vec<Candidate> {
    let names = ["城乡建设类", "社会事业类"];
    let candidates = samples::candidates().into_iter().enumerate();
    candidates
        .map(|(index, candidate)| Candidate { category: names[index % 2].into(), ..candidate })
        .collect()
}

fn ballots<'a>(language: Language, rules: &'a Rules, candidates: &'a [Candidate]) -> PaperBallots<'a> {
    PaperBallots { heading: samples::heading(language), round: RoundNumber(1), rules, candidates, copies: 2 }
}

fn pdf(name: &str, ballots: &PaperBallots<'_>) -> Pdf {
    Pdf::new(name, &documents::paper_ballots(fonts(), ballots).unwrap())
}

/// Two copies.
pub fn sample(language: Language) -> Vec<u8> {
    let (rules, candidates) = (whole(10, None), samples::candidates());
    documents::paper_ballots(fonts(), &ballots(language, &rules, &candidates)).unwrap()
}

/// As many candidates with names of very different lengths.
fn many(number: usize) -> Vec<Candidate> {
    let samples = samples::candidates();
    let candidate = |index: usize| {
        let sample = samples[index % samples.len()].clone();
        Candidate {
            number: CandidateNumber((index + 1).to_string()),
            name: format!("{}{}", sample.name, "（续）".repeat(index % 4)),
            ..sample
        }
    };
    (0..number).map(candidate).collect()
}

#[test]
fn a_ballot_reads_as_expected() {
    let candidates = samples::candidates();
    let categorised = categorised();
    let mut approve_only = whole(10, None);
    (approve_only.marks, approve_only.selection) = (MarksTaken::ApproveOnly, Selection::Exactly);
    for language in LANGUAGES {
        for (name, mut ballots) in [
            ("ballot-one", ballots(language, &whole(10, None), &candidates)),
            ("ballot-categories", ballots(language, &by_category(), &categorised)),
            ("ballot-approve-exactly", ballots(language, &approve_only, &candidates)),
        ] {
            ballots.copies = 1;
            let name = format!("{name}-{}", name_of(language));
            let pdf = pdf(&format!("text-{name}"), &ballots);
            assert_golden(&name, &pdf.text());
            assert_neat_sheet(&pdf.bytes(), &name);
        }
    }
}

#[test]
fn copies_are_alike_each_on_a_sheet_of_its_own_without_number_or_hash() {
    let candidates = samples::candidates();
    let rules = whole(10, None);
    let ballots = PaperBallots { copies: 5, ..ballots(Language::Chinese, &rules, &candidates) };
    let pdf = pdf("ballot-copies", &ballots);
    pdf.check_form();
    let pages = pdf.pages();
    assert_eq!(pages.len(), 10);
    for sheet in pages.chunks(2) {
        assert_eq!([dense(&sheet[0]), dense(&sheet[1])], [dense(&pages[0]), String::new()]);
    }
    assert!(!pages[0].contains('—') && !dense(&pages[0]).contains(HASH), "{}", pages[0]);
}

#[test]
fn five_hundred_copies_are_hardly_larger_than_one() {
    let candidates = many(60);
    let rules = whole(10, None);
    let bytes = |copies| {
        let ballots = PaperBallots { copies, ..ballots(Language::Chinese, &rules, &candidates) };
        documents::paper_ballots(fonts(), &ballots).unwrap()
    };
    let started = std::time::Instant::now();
    let many = bytes(500);
    assert!(started.elapsed().as_secs() < 5, "{:?}", started.elapsed());
    let pdf = Pdf::new("ballot-500", &many);
    assert!(pdf.properties().contains("Pages:           1000"), "{}", pdf.properties());
    assert!(many.len() < bytes(1).len() + 500 * 700, "{}", many.len());
}

#[test]
fn sixty_candidates_take_front_and_back_of_one_sheet() {
    for language in LANGUAGES {
        let candidates = many(60);
        let rules = whole(50, None);
        let pdf =
            pdf(&format!("ballot-sixty-{}", name_of(language)), &ballots(language, &rules, &candidates));
        let pages = pdf.pages();
        assert_eq!(pages.len(), 4, "two ballots");
        assert!(pages[..2].iter().zip(&pages[2..]).all(|(page, copy)| dense(page) == dense(copy)));
        let (back, head) = match language {
            Language::Chinese => ("背面还有候选项目", "候选项目名称"),
            Language::English => ("Morecandidatesontheback", "Yourvote"),
        };
        assert!(dense(&pages[0]).contains(back) && !dense(&pages[1]).contains(back));
        assert!(pages[..2].iter().all(|page| dense(page).contains(head)));
        let text = dense(&pages[..2].concat());
        assert!(candidates.iter().all(|candidate| text.contains(&dense(&candidate.name))), "{text}");
        assert_neat_sheet(&pdf.bytes(), "sixty");
    }
}

#[test]
fn any_number_of_candidates_fits_and_no_categorys_head_stands_alone() {
    let rules = by_category();
    for number in (8..=60).step_by(4) {
        let mut candidates = many(number);
        for (index, candidate) in candidates.iter_mut().enumerate() {
            candidate.category = if index % 3 == 0 { "社会事业类" } else { "城乡建设类" }.into();
        }
        let name = format!("ballot-of-{number}");
        let pdf = pdf(&name, &ballots(Language::Chinese, &rules, &candidates));
        let pages = pdf.pages();
        assert_eq!(pages.len(), 4, "{number}");
        for page in &pages {
            let lines: Vec<String> = page.lines().map(dense).filter(|line| !line.is_empty()).collect();
            let heads = (0..lines.len()).filter(|line| lines[*line].contains("个，赞成不得超过"));
            for head in heads {
                assert!(lines[head + 1].starts_with(|c: char| c.is_ascii_digit()), "{name}: {lines:?}");
            }
        }
        assert_neat_sheet(&pdf.bytes(), &name);
    }
}

#[test]
fn the_notes_say_what_the_legend_and_the_limits_mean() {
    let legend = |approve: &str, oppose: &str, abstain: &str| {
        let legend = Legend { approve: approve.into(), oppose: oppose.into(), abstain: abstain.into() };
        whole(3, Some(5)).with_legend(legend).unwrap()
    };
    let (mut category, mut exactly, mut only_blank) = (by_category(), by_category(), legend("", "×", "△"));
    category.category_breach = CategoryBreach::Category;
    exactly.selection = Selection::Exactly;
    only_blank.marks = MarksTaken::ApproveOnly;
    let candidates = categorised();
    for (name, rules, expected, unexpected) in [
        (
            "usual",
            legend("○", "×", ""),
            vec![
                "赞成的，画“○”；反对的，画“×”；弃权的，不作任何标记。",
                "应选项目3个",
                "不得超过5个",
                "视为对全部候选项目弃权",
            ],
            "没有标记的",
        ),
        ("abstain", legend("√", "×", "○"), vec!["弃权的，画“○”；没有标记的，按弃权计。"], "反对全部"),
        (
            "approve-blank",
            legend("", "×", "○"),
            vec!["赞成的，不作任何标记；反对的，画“×”；弃权的，画“○”。"],
            "整张选票没有",
        ),
        (
            "oppose-blank",
            legend("○", "", "△"),
            vec!["反对的，不作任何标记", "视为反对全部候选项目"],
            "没有标记的，按",
        ),
        ("only-blank", only_blank, vec!["赞成的，不作任何标记；不赞成的，画“×”，按弃权计。"], "整张选票没有"),
        (
            "category",
            category,
            vec!["该类各项目按弃权计，其他类有效", "城乡建设类（应选项目4个，赞成不得超过4个）"],
            "整张选票无效。",
        ),
        (
            "exactly",
            exactly,
            vec!["都必须等于该类应选项目数", "赞成必须是3个", "没有作任何标记的，选票无效"],
            "不得超过",
        ),
    ] {
        let text =
            pdf(&format!("notes-{name}"), &ballots(Language::Chinese, &rules, &candidates)).dense_text();
        assert!(expected.iter().all(|words| text.contains(words)), "{name}: {text}");
        assert!(!text.contains(unexpected), "{name}: {text}");
    }
}

#[test]
fn a_further_round_of_an_exercise_with_long_and_rare_names_is_neat() {
    for language in LANGUAGES {
        let mut candidates = samples::candidates();
        candidates[0].name = format!("{RARE}{}", "某".repeat(70));
        let rules = whole(10, None);
        let mut ballots = ballots(language, &rules, &candidates);
        ballots.round = RoundNumber(2);
        ballots.heading = Heading { training: true, congress: "某".repeat(90), ..ballots.heading };
        let name = format!("ballot-extreme-{}", name_of(language));
        let pdf = pdf(&name, &ballots);
        let text = pdf.dense_text();
        let expected = match language {
            Language::Chinese => ["（第2轮）", "演练　仅供演练", "（盖章处）"].map(dense),
            Language::English => ["(Round 2)", "EXERCISE", "(Seal)"].map(dense),
        };
        assert!(expected.iter().all(|words| text.contains(words)), "{text}");
        assert!(RARE.chars().all(|char| text.contains(char)));
        assert_neat_sheet(&pdf.bytes(), &name);
    }
}

#[test]
fn what_is_no_ballot_is_refused() {
    let candidates = samples::candidates();
    let print = |ballots: PaperBallots<'_>| documents::paper_ballots(fonts(), &ballots).map(|_| ());
    let rules = whole(10, None);
    let ballots = |candidates| ballots(Language::Chinese, &rules, candidates);
    assert_eq!(print(ballots(&[])), Err(ContentError::Empty.into()));
    assert_eq!(print(PaperBallots { copies: 0, ..ballots(&candidates) }), Err(ContentError::Empty.into()));
    let place = "slate.seats-above-candidates category= seats=10 candidates=3".to_owned();
    assert_eq!(print(ballots(&candidates[..3])), Err(ContentError::SumsDiffer { place }.into()));
    let long = many(200);
    assert_eq!(print(ballots(&long)), Err(ContentError::BallotFull { candidates: long.len() }.into()));
}

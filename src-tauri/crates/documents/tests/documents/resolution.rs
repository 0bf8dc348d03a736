//! The resolution in its variants.

use crate::{
    extremes::assert_neat,
    form::name_of,
    samples::{self, LANGUAGES},
    text::assert_golden,
    tools::{Pdf, dense, fonts},
};
use documents::{AdoptedProject, Body, ContentError, Resolution};
use messages::Language;
use procedure::{count::Seats, number::CandidateNumber};

/// The sample city's resolution.
pub fn resolution(language: Language) -> Resolution {
    let announcement = samples::announcement(language);
    Resolution {
        heading: announcement.heading,
        township: false,
        number: String::new(),
        date: announcement.date,
        signer: match language {
            Language::Chinese => "南昌市人民代表大会(样例)".into(),
            Language::English => "People's Congress of Nanchang (sample)".into(),
        },
        preamble: String::new(),
        seats: announcement.seats,
        rounds: 1,
        adopted: announcement.adopted,
    }
}

fn printed(name: &str, document: &Resolution) -> Pdf {
    let name = format!("resolution-{name}-{}", name_of(document.heading.language));
    Pdf::new(&name, &documents::resolution(fonts(), document).unwrap())
}

fn project(index: usize) -> AdoptedProject {
    AdoptedProject {
        number: CandidateNumber(index.to_string()),
        name: format!("第{index}个虚构项目的改造提升工程"),
        category: String::new(),
    }
}

#[test]
fn with_number_categories_rounds_and_empty_seats_it_reads_as_expected() {
    for language in LANGUAGES {
        let mut document = resolution(language);
        document.number = "南人发〔2020〕3号".into();
        document.seats = Seats(12);
        document.rounds = 2;
        document.date = None;
        document.heading.body = Body::StandingCommittee;
        for (index, project) in document.adopted.iter_mut().enumerate() {
            project.category = ["城市建设", "乡村振兴", "公共服务"][index % 3].into();
        }
        let name = format!("resolution-categories-{}", name_of(language));
        assert_golden(&name, &printed("categories", &document).text());
    }
}

#[test]
fn more_projects_than_seats_are_explained() {
    for (language, words) in [
        (Language::Chinese, "应选项目9个，末位票数相等的项目依照票决办法一并通过，实际选定10个。"),
        (Language::English, "Bythemeasure,thosetiedatthecutarealladopted:10projectsinall."),
    ] {
        let document = Resolution { seats: Seats(9), ..resolution(language) };
        let text = printed("more", &document).dense_text();
        assert!(text.contains(words), "{text}");
    }
}

#[test]
fn the_secretariats_own_words_stand_instead_of_the_usual_ones() {
    let mut document = resolution(Language::Chinese);
    document.preamble = "秘书处拟定的第一段。\n秘书处拟定的第二段。".into();
    let text = printed("own", &document).dense_text();
    assert!(text.contains("通过）秘书处拟定的第一段。秘书处拟定的第二段。会议决定，"), "{text}");
    assert!(!text.contains("无记名投票"), "{text}");
}

#[test]
fn each_body_names_its_own_government_and_supervisor() {
    for (congress, body, government, supervisor) in [
        ("平安县人民代表大会", Body::Congress, "县人民政府应当将", "县人民代表大会常务委员会应当"),
        ("平安县人民代表大会常务委员会", Body::StandingCommittee, "县人民政府应当", "常务委员会应当"),
        ("桃源镇第十届人民代表大会", Body::Congress, "镇人民政府应当", "镇人民代表大会主席团应当"),
        ("平安街道议政会", Body::StreetAssembly, "街道办事处应当", "人大街道工作委员会应当"),
    ] {
        let mut document = resolution(Language::Chinese);
        document.heading.congress = congress.into();
        document.heading.body = body;
        let text = printed("organs", &document).dense_text();
        assert!(text.contains(government) && text.contains(supervisor), "{congress}: {text}");
    }
}

#[test]
fn the_level_is_read_from_the_congress_name() {
    for (congress, level) in [
        ("南昌市人民代表大会(样例)", "市"),
        ("景德镇市第十六届人民代表大会", "市"),
        ("平安县第十届人民代表大会常务委员会", "县"),
        ("某某苗族自治县人民代表大会", "自治县"),
        ("第一镇第十届人民代表大会", "镇"),
        ("某某瑶族乡人民代表大会", "乡"),
        ("人民代表大会", "本级"),
    ] {
        let mut document = resolution(Language::Chinese);
        document.heading.congress = congress.into();
        let text = printed("level", &document).dense_text();
        assert!(text.contains(&format!("会议要求，{level}人民政府应当将")), "{congress}: {text}");
    }
}

#[test]
fn a_township_is_supervised_by_its_presidium() {
    let (presidium, committee) = (
        "The presidium of the people's congress shall",
        "The standing committee of the people's congress shall",
    );
    for (language, congress, township, expected) in [
        (Language::Chinese, "桃源镇人民代表大会", false, "。镇人民代表大会主席团应当"),
        (Language::Chinese, "桃源苏木人民代表大会", true, "。本级人民代表大会主席团应当"),
        (Language::Chinese, "桃源县人民代表大会", false, "。县人民代表大会常务委员会应当"),
        (Language::English, "People's Congress of Taoyuan Town", false, presidium),
        (Language::English, "People's Congress of Taoyuan", true, presidium),
        (Language::English, "桃源镇人民代表大会", false, presidium),
        (Language::English, "People's Congress of Townsend County", false, committee),
        (Language::English, "桃源县人民代表大会", false, committee),
    ] {
        let mut document = Resolution { township, ..resolution(language) };
        document.heading.congress = congress.into();
        // On one page, so that no foot is between the paragraphs.
        document.adopted.truncate(1);
        let text = printed("supervisor", &document).dense_text();
        assert!(text.contains(&dense(expected)), "{congress}: {text}");
    }
}

#[test]
fn signing_body_and_date_stand_with_text_and_have_room_for_the_seal() {
    for language in LANGUAGES {
        for projects in 1..30 {
            let mut document = resolution(language);
            document.adopted = (1..=projects).map(project).collect();
            document.seats = Seats(u32::try_from(projects).unwrap());
            let pdf = printed(&format!("seal-{projects}"), &document);
            let last = pdf.boxes().pop().unwrap();
            let (end, day) = match language {
                Language::Chinese => ("督促项目落实。", "2020年5月16日"),
                Language::English => ("completed.", "16"),
            };
            let text_end = last.iter().find(|word| dense(&word.text).ends_with(end)).unwrap();
            let date = last.iter().rfind(|word| dense(&word.text).contains(day)).unwrap();
            let (first_line, last_line) = (text_end.bottom, date.bottom);
            // The seal is 42 mm, 119 pt, across; its upper edge is at most a line below the text.
            assert!(last_line - first_line > 60.0, "{projects}: {first_line} {last_line}");
            assert!(first_line + 10.0 + 119.0 < 752.0, "{projects}: {first_line}");
            assert_neat(&pdf, &format!("resolution of {projects}"));
        }
    }
}

#[test]
fn a_resolution_of_nothing_is_refused() {
    let document = Resolution { adopted: Vec::new(), ..resolution(Language::Chinese) };
    assert_eq!(documents::resolution(fonts(), &document), Err(ContentError::Empty.into()));
}

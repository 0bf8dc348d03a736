//! The resolution's words.

use super::ruled::BLANK;
use crate::Body;
use chrono::NaiveDate;
use messages::Language;
use procedure::date;

/// One language's words.
pub(crate) struct ResolutionWords {
    pub title: fn(i32) -> String,
    /// When and where it was passed (题注), in two parts for a line each where one line is too short; an unknown day is left as hard spaces, below which layout draws a rule.
    pub passed: fn(Option<NaiveDate>, &str) -> [String; 2],
    /// From the session, the organs, the rounds held and the year.
    pub preamble: fn(&str, &Organs, u32, i32) -> String,
    /// From how many are adopted, and the year.
    pub decision: fn(usize, i32) -> String,
    pub carrying_out: fn(&Organs) -> String,
    pub supervision: fn(&Organs) -> String,
    /// From the voting body, the congress' name and whether it is a township's.
    pub organs: fn(Body, &str, bool) -> Organs,
}

/// Who carries the projects out, and who supervises it.
pub(crate) struct Organs {
    pub government: String,
    pub supervisor: String,
}

pub(crate) fn resolution(language: Language) -> &'static ResolutionWords {
    match language {
        Language::Chinese => &CHINESE,
        Language::English => &ENGLISH,
    }
}

const BLANK_DAY: &str = "\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}年\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}月\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}日";

const CHINESE: ResolutionWords = ResolutionWords {
    title: |year| format!("关于{year}年民生实事项目的决议"),
    passed: |day, session| {
        let day = day.map_or_else(|| BLANK_DAY.to_owned(), date::official);
        [format!("（{day}"), format!("{session}通过）")]
    },
    preamble: |session, organs, rounds, year| {
        let government = &organs.government;
        let voted = if rounds > 1 {
            format!("先后进行了{rounds}轮票决")
        } else {
            "进行了票决".to_owned()
        };
        format!(
            "{session}审议了{government}提出的{year}年民生实事候选项目，按照会议通过的票决办法，以无记名投票方式{voted}。"
        )
    },
    decision: |adopted, year| {
        let projects = if adopted == 1 { "项目".to_owned() } else { format!("{adopted}个项目") };
        format!("会议决定，将下列{projects}确定为{year}年民生实事项目：")
    },
    carrying_out: |organs| {
        let Organs { government, supervisor } = organs;
        format!(
            "会议要求，{government}应当将上述项目纳入年度工作安排，明确责任单位和完成时限，落实资金，认真组织实施，保证质量，按期完成，并向{supervisor}报告实施情况。"
        )
    },
    supervision: |organs| {
        let supervisor = &organs.supervisor;
        format!("{supervisor}应当对项目的实施加强监督，听取实施情况的报告，组织代表视察，督促项目落实。")
    },
    organs: chinese_organs,
};

const ENGLISH: ResolutionWords = ResolutionWords {
    title: |year| format!("Resolution on the Livelihood Projects of {year}"),
    passed: |day, session| {
        let day = day.map_or_else(|| BLANK.to_owned(), date::english);
        [format!("(Adopted on {day} at the "), format!("{session})")]
    },
    preamble: |session, organs, rounds, year| {
        let government = &organs.government;
        let rounds = if rounds > 1 { format!(" in {rounds} rounds") } else { String::new() };
        format!(
            "At the {session}, the candidates for the livelihood projects of {year} put forward by {government} were considered and, under the voting measure that the meeting had adopted, voted on by secret ballot{rounds}."
        )
    },
    decision: |adopted, year| {
        let projects = if adopted == 1 { "project is".to_owned() } else { format!("{adopted} projects are") };
        format!("It is resolved that the following {projects} adopted as livelihood projects of {year}:")
    },
    carrying_out: |organs| {
        let Organs { government, supervisor } = organs;
        format!(
            "{} shall enter these projects in its plan of work for the year, name the unit that answers for each and the day by which it is done, provide the funds, carry them out with care and on time, and report on them to {supervisor}.",
            capitalised(government)
        )
    },
    supervision: |organs| {
        format!(
            "{} shall supervise the work, hear the reports on it, organise visits of delegates, and see that the projects are completed.",
            capitalised(&organs.supervisor)
        )
    },
    organs: english_organs,
};

/// A congress names its own government; a township has no standing committee, and its congress' presidium supervises
/// between sessions. A street is no level of government: it has an office, and a working committee of the congress above.
fn chinese_organs(body: Body, congress: &str, township: bool) -> Organs {
    if body == Body::StreetAssembly {
        return Organs {
            government: "街道办事处".to_owned(), supervisor: "人大街道工作委员会".to_owned()
        };
    }
    let level = level(congress);
    let supervising = if is_township(congress, township) { "主席团" } else { "常务委员会" };
    Organs {
        government: format!("{level}人民政府"), supervisor: format!("{level}人民代表大会{supervising}")
    }
}

/// Whether the level or the name says that it is a township's; one entered with the wrong level is known by its name.
fn is_township(congress: &str, township: bool) -> bool {
    let named = congress.split(|char: char| !char.is_alphanumeric());
    township
        || ["乡", "镇"].contains(&level(congress))
        || named.into_iter().any(|word| ["Township", "Town"].contains(&word))
}

/// The kind of place in a congress' name, such as 县 in 平安县第十届人民代表大会; 本级 where the name doesn't show it.
fn level(congress: &str) -> &'static str {
    const LEVELS: [&str; 12] =
        ["自治区", "自治州", "自治县", "自治旗", "省", "市", "州", "县", "区", "旗", "镇", "乡"];
    let place = congress.split("人民代表大会").next().unwrap_or(congress);
    let place = match place.rsplit_once('第') {
        Some((before, term)) if term.ends_with('届') => before,
        _ => place,
    };
    LEVELS.into_iter().find(|level| place.ends_with(level)).unwrap_or("本级")
}

fn english_organs(body: Body, congress: &str, township: bool) -> Organs {
    let (government, supervisor) = match body {
        Body::StreetAssembly => {
            ("the sub-district office", "the sub-district working committee of the people's congress")
        }
        Body::Congress if is_township(congress, township) => {
            ("the people's government", "the presidium of the people's congress")
        }
        Body::Congress | Body::StandingCommittee => {
            ("the people's government", "the standing committee of the people's congress")
        }
    };
    Organs { government: government.to_owned(), supervisor: supervisor.to_owned() }
}

/// A text at the beginning of a sentence.
fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_level_is_read_from_the_congress_name() {
        for (congress, expected) in [
            ("南昌市人民代表大会(样例)", "市"),
            ("景德镇市第十六届人民代表大会", "市"),
            ("平安县第十届人民代表大会常务委员会", "县"),
            ("某某苗族自治县人民代表大会", "自治县"),
            ("第一镇第十届人民代表大会", "镇"),
            ("某某瑶族乡人民代表大会", "乡"),
            ("人民代表大会", "本级"),
        ] {
            assert_eq!(level(congress), expected, "{congress}");
        }
    }

    #[test]
    fn a_township_is_supervised_by_its_presidium() {
        let chinese = |name, township| chinese_organs(Body::Congress, name, township).supervisor;
        assert_eq!(chinese("桃源镇人民代表大会", false), "镇人民代表大会主席团");
        assert_eq!(chinese("桃源苏木人民代表大会", true), "本级人民代表大会主席团");
        assert_eq!(chinese("桃源县人民代表大会", false), "县人民代表大会常务委员会");
        let english = |name, township| english_organs(Body::Congress, name, township).supervisor;
        let (presidium, committee) =
            ("the presidium of the people's congress", "the standing committee of the people's congress");
        for (name, township, expected) in [
            ("People's Congress of Taoyuan Town", false, presidium),
            ("People's Congress of Taoyuan", true, presidium),
            ("桃源镇人民代表大会", false, presidium),
            ("People's Congress of Townsend County", false, committee),
            ("桃源县人民代表大会", false, committee),
        ] {
            assert_eq!(english(name, township), expected, "{name}");
        }
    }
}

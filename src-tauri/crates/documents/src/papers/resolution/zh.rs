//! The resolution in Chinese.

use super::say::{Organs, Paragraph, Supervisor};
use chrono::NaiveDate;
use procedure::date;

/// A day to fill in, its parts as wide as what is written in them.
const BLANK_DAY: &str = "\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}年\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}月\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}日";

pub(super) fn title(year: i32) -> String {
    format!("关于{year}年民生实事项目的决议")
}

pub(super) fn passed(day: Option<NaiveDate>, session: &str) -> [String; 2] {
    let day = day.map_or_else(|| BLANK_DAY.to_owned(), date::official);
    [format!("（{day}"), format!("{session}通过）")]
}

pub(super) fn paragraph(paragraph: &Paragraph<'_>) -> String {
    match paragraph {
        Paragraph::OwnPreamble(preamble) => (*preamble).to_owned(),
        Paragraph::Preamble { session, organs, rounds, year } => {
            let government = government(*organs);
            let voted = match rounds {
                0 | 1 => "进行了票决".to_owned(),
                rounds => format!("先后进行了{rounds}轮票决"),
            };
            format!(
                "{session}审议了{government}提出的{year}年民生实事候选项目，按照会议通过的票决办法，以无记名投票方式{voted}。"
            )
        }
        Paragraph::Decision { adopted, year } => {
            let projects = if *adopted == 1 { "项目".to_owned() } else { format!("{adopted}个项目") };
            format!("会议决定，将下列{projects}确定为{year}年民生实事项目：")
        }
        Paragraph::CarryingOut(organs) => format!(
            "会议要求，{}应当将上述项目纳入年度工作安排，明确责任单位和完成时限，落实资金，认真组织实施，保证质量，按期完成，并向{}报告实施情况。",
            government(*organs),
            supervisor(*organs)
        ),
        Paragraph::Supervision(organs) => format!(
            "{}应当对项目的实施加强监督，听取实施情况的报告，组织代表视察，督促项目落实。",
            supervisor(*organs)
        ),
    }
}

/// A congress names its own government.
fn government(Organs { level, supervisor }: Organs) -> String {
    match supervisor {
        Supervisor::StreetCommittee => "街道办事处".to_owned(),
        Supervisor::StandingCommittee | Supervisor::Presidium | Supervisor::CommitteeOrPresidium => {
            format!("{level}人民政府")
        }
    }
}

fn supervisor(Organs { level, supervisor }: Organs) -> String {
    match supervisor {
        Supervisor::StreetCommittee => "人大街道工作委员会".to_owned(),
        Supervisor::StandingCommittee => format!("{level}人民代表大会常务委员会"),
        Supervisor::Presidium | Supervisor::CommitteeOrPresidium => format!("{level}人民代表大会主席团"),
    }
}

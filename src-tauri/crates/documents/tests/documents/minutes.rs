//! The minutes of the vote.

use crate::{
    extremes::assert_neat,
    form::name_of,
    samples::{self, LANGUAGES},
    tools::{Pdf, dense, fonts},
};
use chrono::{DateTime, FixedOffset};
use documents::{ActNumbers, ContentError, Minutes, MinutesAct};
use messages::Language;

fn at(time: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("{time}+08:00")).unwrap()
}

/// Four acts over two days, one of them of two persons.
pub fn minutes(language: Language) -> Minutes {
    let report = samples::report(language);
    let act = |number: u32, time, by: &[&str], chinese: &str, english: &str| MinutesAct {
        number: number.into(),
        at: at(time),
        by: by.iter().copied().map(String::from).collect(),
        what: match language {
            Language::Chinese => chinese.into(),
            Language::English => english.into(),
        },
    };
    Minutes {
        heading: report.heading,
        place: match language {
            Language::Chinese => "市会议中心（虚构）".into(),
            Language::English => "City conference centre (invented)".into(),
        },
        chief: report.chief,
        scrutineers: report.scrutineers,
        tellers: report.tellers,
        acts: vec![
            act(1, "2020-05-15T09:05:59", &["王静"], "录入候选项目12个。", "Entered 12 candidates."),
            act(2, "2020-05-15T23:59:00", &["韦堃", "黄喆"], "封存票箱。", "Sealed the ballot box."),
            act(3, "2020-05-16T00:00:00", &["韦堃"], "开启投票。", "Opened the poll."),
            act(
                4,
                "2020-05-16T10:30:00",
                &[],
                "程序停止后重新启动。",
                "The program stopped and was started again.",
            ),
        ],
    }
}

#[test]
fn acts_drawn_together_show_the_first_number_and_the_last() {
    let mut document = minutes(Language::Chinese);
    document.acts[1].number = ActNumbers { first: 9, last: 22 };
    let text = Pdf::new("minutes-numbers", &documents::minutes(fonts(), &document).unwrap()).dense_text();
    assert!(text.contains("9–2223:59"), "{text}");
}

#[test]
fn four_hundred_acts_are_set_well() {
    for language in LANGUAGES {
        let mut document = minutes(language);
        let first = document.acts[0].clone();
        document.acts = (1..=400)
            .map(|number| MinutesAct {
                number: number.into(),
                at: first.at + chrono::Duration::minutes(i64::from(number) * 3),
                by: vec!["迪丽努尔·阿卜杜热合曼".into()],
                what: format!("第{number}名代表签到并领取票签。"),
            })
            .collect();
        let name = format!("minutes-long-{}", name_of(language));
        let pdf = Pdf::new(&name, &documents::minutes(fonts(), &document).unwrap());
        let text = pdf.dense_text();
        assert!((1..=400).all(|number| text.contains(&format!("第{number}名代表签到"))));
        let pages = pdf.pages();
        let (day, again, recorder) = match language {
            Language::Chinese => ("2020年5月16日", "2020年5月15日（续）", "记录人："),
            Language::English => ("16May2020", "15May2020(continued)", "Recorder:"),
        };
        assert!(dense(&pages[1]).contains(again), "{}", pages[1]);
        assert_eq!(
            text.replace(&format!("{day}（续）"), "")
                .replace(&format!("{day}(continued)"), "")
                .matches(day)
                .count(),
            1
        );
        assert!(dense(pages.last().unwrap()).contains(recorder));
        assert_neat(&pdf, &name);
    }
}

#[test]
fn minutes_of_nothing_are_refused() {
    let document = Minutes { acts: Vec::new(), ..minutes(Language::Chinese) };
    assert_eq!(documents::minutes(fonts(), &document), Err(ContentError::Empty.into()));
}

//! Who takes part in the small sessions, and what they vote on.

use messages::Language;
use procedure::{candidate::Candidate, number::DelegateNumber, roster::Delegate};
use session_model::{DocumentTexts, KeyMaking, Level, Profile, ProfileText};

/// The profile of all these sessions; their keys are dealt.
pub(super) fn profile() -> Profile {
    Profile::new(ProfileText {
        congress: "云溪县人民代表大会".to_owned(),
        session: "第十八届第六次会议".to_owned(),
        level: Level::County,
        year: 2026,
        presidium: "大会主席团".to_owned(),
        language: Language::Chinese,
        training: true,
        chief: "总监票人".to_owned(),
        scrutineers: vec!["监票人甲".to_owned(), "监票人乙".to_owned()],
        threshold: 2,
        tellers: vec!["计票人甲".to_owned(), "计票人乙".to_owned()],
        keys: KeyMaking::Dealt,
        texts: DocumentTexts::default(),
    })
    .expect("a profile")
}

/// A delegate by number.
pub(super) fn delegate(number: u32) -> Delegate {
    Delegate {
        number: DelegateNumber(number.to_string()),
        name: format!("代表{number}"),
        delegation: "第一代表团".to_owned(),
        in_office: true,
    }
}

/// A candidate by number and category.
pub(super) fn candidate(given: &(&str, &str)) -> Candidate {
    let (number, category) = *given;
    Candidate {
        number: number.into(),
        name: format!("民生实事项目{number}"),
        content: String::new(),
        sub_items: Vec::new(),
        location: "云溪县".to_owned(),
        investment: None,
        investment_this_year: None,
        sources: String::new(),
        responsible_unit: String::new(),
        deadline: None,
        benefit: String::new(),
        category: category.to_owned(),
        origin: String::new(),
    }
}

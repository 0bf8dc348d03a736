//! What the persons and bodies of a session are called, which depends on who votes.

use crate::Body;
use messages::Language;
use procedure::rules::Base;

/// The names of one body's persons and organs, in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Roles {
    /// One who votes (代表).
    pub voter: &'static str,
    /// Several of them.
    pub voters: &'static str,
    /// All in office (全体代表).
    pub all: &'static str,
    /// Those present (实到代表).
    pub present: &'static str,
    /// What decides by show of hands (大会).
    pub meeting: &'static str,
    /// Who presides over the sitting (大会执行主席).
    pub chair: &'static str,
    /// What leads the session (大会主席团).
    pub presidium: &'static str,
    /// What serves the session (大会秘书处).
    pub secretariat: &'static str,
}

/// The names for this body in this language.
pub(crate) const fn roles(language: Language, body: Body) -> Roles {
    match (language, body) {
        (Language::Chinese, Body::Congress) => Roles {
            voter: "代表",
            voters: "代表",
            all: "全体代表",
            present: "实到代表",
            meeting: "大会",
            chair: "大会执行主席",
            presidium: "大会主席团",
            secretariat: "大会秘书处",
        },
        (Language::Chinese, Body::StandingCommittee) => Roles {
            voter: "委员",
            voters: "委员",
            all: "全体委员",
            present: "实到委员",
            meeting: "会议",
            chair: "会议主持人",
            presidium: "主任会议",
            secretariat: "会议秘书机构",
        },
        (Language::Chinese, Body::StreetAssembly) => Roles {
            voter: "代表",
            voters: "代表",
            all: "全体代表",
            present: "实到代表",
            meeting: "会议",
            chair: "会议主持人",
            presidium: "会议召集机构",
            secretariat: "会议秘书机构",
        },
        (Language::English, Body::Congress) => Roles {
            voter: "delegate",
            voters: "delegates",
            all: "all delegates in office",
            present: "the delegates present",
            meeting: "the congress",
            chair: "the executive chair",
            presidium: "the presidium",
            secretariat: "the secretariat",
        },
        (Language::English, Body::StandingCommittee) => Roles {
            voter: "member",
            voters: "members",
            all: "all members in office",
            present: "the members present",
            meeting: "the meeting",
            chair: "the chair",
            presidium: "the council of chairpersons",
            secretariat: "the secretariat",
        },
        (Language::English, Body::StreetAssembly) => Roles {
            voter: "delegate",
            voters: "delegates",
            all: "all delegates in office",
            present: "the delegates present",
            meeting: "the meeting",
            chair: "the chair",
            presidium: "the convening body",
            secretariat: "the secretariat",
        },
    }
}

impl Roles {
    /// Who a majority is counted of.
    pub(crate) const fn base(&self, base: Base, language: Language) -> &'static str {
        match (base, language) {
            (Base::All, _) => self.all,
            (Base::Present, _) => self.present,
            (Base::Issued, Language::Chinese) => "发出票数",
            (Base::Collected, Language::Chinese) => "收回票数",
            (Base::Valid, Language::Chinese) => "有效票数",
            (Base::Issued, Language::English) => "the ballots issued",
            (Base::Collected, Language::English) => "the ballots collected",
            (Base::Valid, Language::English) => "the valid ballots",
        }
    }
}

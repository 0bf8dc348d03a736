//! The minutes' words.

use messages::Language;

/// One language's words.
pub(crate) struct MinutesWords {
    pub title: fn(i32) -> String,
    pub place: &'static str,
    pub chief: &'static str,
    pub scrutineers: &'static str,
    pub tellers: &'static str,
    pub number: &'static str,
    pub time: &'static str,
    pub by: &'static str,
    pub witness: fn(&str) -> String,
    pub what: &'static str,
    /// The place where who keeps the minutes signs.
    pub recorder: &'static str,
}

pub(crate) fn minutes(language: Language) -> &'static MinutesWords {
    match language {
        Language::Chinese => &CHINESE,
        Language::English => &ENGLISH,
    }
}

const CHINESE: MinutesWords = MinutesWords {
    title: |year| format!("{year}年民生实事项目票决过程记录"),
    place: "地点：",
    chief: "总监票人：",
    scrutineers: "监票人：",
    tellers: "计票人：",
    number: "序号",
    time: "时间",
    by: "办理人",
    witness: |names| format!("见证：{names}"),
    what: "事项",
    recorder: "记录人：",
};

const ENGLISH: MinutesWords = MinutesWords {
    title: |year| format!("Minutes of the Vote on the Livelihood Projects of {year}"),
    place: "Place: ",
    chief: "Chief scrutineer: ",
    scrutineers: "Scrutineers: ",
    tellers: "Tellers: ",
    number: "No.",
    time: "Time",
    by: "By",
    witness: |names| format!("Witness: {names}"),
    what: "What was done",
    recorder: "Recorder:",
};

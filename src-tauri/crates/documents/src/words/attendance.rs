//! The words of the attendance sheet (签到表) and the report on attendance (出席代表报告单).

use super::{
    proportions::{chinese_reaching, english_part},
    roles::roles,
};
use crate::Body;
use messages::Language;
use procedure::{count::Delegates, fraction::Proportion};

/// One language's words.
pub(crate) struct AttendanceWords {
    pub sheet_title: fn(Body) -> &'static str,
    /// A delegation, empty where there are none, and how many of it are in office.
    pub delegation: fn(Body, &str, usize) -> String,
    pub number: &'static str,
    pub name: &'static str,
    pub signature: &'static str,
    pub remark: &'static str,
    /// At a delegation's end: how many signed, who checked it, and when; with the parts to fill in.
    pub signed: &'static str,
    pub signed_parts: &'static [(f32, &'static str)],
    pub report_title: fn(Body) -> &'static str,
    pub absent: &'static str,
    pub quorum: &'static str,
    pub delegation_head: &'static str,
    pub in_office: &'static str,
    pub present: &'static str,
    pub sum: &'static str,
    /// What the rules ask, and the least number that it comes to.
    pub rule: fn(Body, Proportion, Delegates) -> String,
    pub reached: &'static str,
    pub missing: &'static str,
}

/// The words of this language.
pub(crate) fn attendance(language: Language) -> &'static AttendanceWords {
    match language {
        Language::Chinese => &CHINESE,
        Language::English => &ENGLISH,
    }
}

const CHINESE: AttendanceWords = AttendanceWords {
    sheet_title: |body| match body {
        Body::Congress | Body::StreetAssembly => "代表签到表",
        Body::StandingCommittee => "委员签到表",
    },
    delegation: |body, name, number| {
        let in_office = format!("全体{}{number}人", chinese_voter(body));
        if name.is_empty() { in_office } else { format!("{name}　{in_office}") }
    },
    number: "编号",
    name: "姓名",
    signature: "签　名",
    remark: "备　注",
    signed: "实际签到：",
    signed_parts: &[(44.0, "人　核对人（签名）："), (104.0, "　"), (26.0, "月"), (26.0, "日")],
    report_title: |body| match body {
        Body::Congress | Body::StreetAssembly => "出席代表报告单",
        Body::StandingCommittee => "出席委员报告单",
    },
    absent: "缺席",
    quorum: "法定人数",
    delegation_head: "代表团",
    in_office: "应到",
    present: "实到",
    sum: "合计",
    rule: |body, proportion, quorum| {
        let all = roles(Language::Chinese, body).all;
        format!("到会人数须{}，即不少于{quorum}人。", chinese_reaching(proportion, all))
    },
    reached: "到会人数符合法定人数，可以进行票决。",
    missing: "到会人数未达到法定人数，不得进行票决。",
};

const ENGLISH: AttendanceWords = AttendanceWords {
    sheet_title: |body| match body {
        Body::Congress | Body::StreetAssembly => "Attendance Sheet of Delegates",
        Body::StandingCommittee => "Attendance Sheet of Members",
    },
    delegation: |body, name, number| {
        let in_office = format!("{} in office: {number}", english_voters(body));
        if name.is_empty() { in_office } else { format!("{name}.  {in_office}") }
    },
    number: "No.",
    name: "Name",
    signature: "Signature",
    remark: "Remark",
    signed: "Signed in:",
    signed_parts: &[(44.0, "  Checked by:"), (130.0, "  Date:"), (80.0, "")],
    report_title: |_| "Report on Attendance",
    absent: "Absent",
    quorum: "Quorum",
    delegation_head: "Delegation",
    in_office: "In office",
    present: "Present",
    sum: "Total",
    rule: |body, proportion, quorum| {
        let all = roles(Language::English, body).all;
        format!("Those present must be {}: at least {quorum}.", english_part(proportion, all))
    },
    reached: "The quorum is reached: the vote may be held.",
    missing: "The quorum is not reached: no vote may be held.",
};

fn chinese_voter(body: Body) -> &'static str {
    match body {
        Body::Congress | Body::StreetAssembly => "代表",
        Body::StandingCommittee => "委员",
    }
}

fn english_voters(body: Body) -> &'static str {
    match body {
        Body::Congress | Body::StreetAssembly => "Delegates",
        Body::StandingCommittee => "Members",
    }
}

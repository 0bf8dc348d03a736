//! Attendance in Chinese.

use super::{Labels, say::Sentence};
use crate::common::{proportions::chinese_reaching, roles::Roles};

pub(super) const LABELS: Labels = Labels {
    number: "编号",
    name: "姓名",
    signature: "签　名",
    remark: "备　注",
    signed: "实际签到：",
    signed_parts: &[(44.0, "人　核对人（签名）："), (104.0, "　"), (26.0, "月"), (26.0, "日")],
    absent: "缺席",
    quorum: "法定人数",
    delegation_head: "代表团",
    in_office: "应到",
    present: "实到",
    sum: "合计",
};

pub(super) fn sentence(sentence: &Sentence<'_>, names: &Roles) -> String {
    let Roles { voter, all, .. } = names;
    match sentence {
        Sentence::SheetTitle => format!("{voter}签到表"),
        Sentence::ReportTitle => format!("出席{voter}报告单"),
        Sentence::Delegation { name, in_office } => format!("{name}　全体{voter}{in_office}人"),
        Sentence::AllInOffice { in_office } => format!("全体{voter}{in_office}人"),
        Sentence::QuorumAsked { share, least } => {
            format!("到会人数须{}，即不少于{least}人。", chinese_reaching(*share, all))
        }
        Sentence::QuorumReached => "到会人数符合法定人数，可以进行票决。".to_owned(),
        Sentence::QuorumMissing => "到会人数未达到法定人数，不得进行票决。".to_owned(),
    }
}

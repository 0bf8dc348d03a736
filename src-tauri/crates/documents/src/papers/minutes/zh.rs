//! The minutes in Chinese.

use super::Labels;

pub(super) const LABELS: Labels = Labels {
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

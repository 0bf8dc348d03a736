//! The slip of a challenged ballot in Chinese.

use super::Labels;
use procedure::ballot::Mark;
use typeset::chars::JOINER;

pub(super) const LABELS: Labels = Labels {
    title: "检验单",
    code: "查询码：",
    spoiled: "这张选票已作废，不计票。",
    lead: "票决机封存这张选票后，代表要求检验，票决机当场把它拆开。封存的内容如下：",
    number: "编号",
    name: "项目",
    sealed: "封存的选择",
    mark: |mark| match mark {
        Mark::Approve => "赞成",
        Mark::Oppose => "反对",
        Mark::Abstain => "弃权",
    },
    check: |file| {
        format!("检验文件：{file}。用命令 piaojue verify -{JOINER}-{JOINER}challenge 加文件名核对。")
    },
    digest: "本轮名单和办法的校验值：",
};

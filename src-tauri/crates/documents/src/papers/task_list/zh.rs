//! The task list in Chinese.

use super::Labels;

pub(super) const LABELS: Labels = Labels {
    title: |year| format!("{year}年民生实事项目任务分解表"),
    number: "序号",
    name: "项目名称",
    content: "建设内容",
    sources: "资金来源",
    unit: |unit, projects| format!("{unit}（{projects}个项目）"),
    no_unit: "责任单位待明确",
    unit_sum: "小计",
    sum: "合计",
    amounts_missing: "注：部分项目未列投资额，小计、合计为已列数额之和。",
};

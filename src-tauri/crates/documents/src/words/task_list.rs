//! The task list's words.

use messages::Language;

/// One language's words.
pub(crate) struct TaskListWords {
    pub title: fn(i32) -> String,
    pub number: &'static str,
    pub name: &'static str,
    pub content: &'static str,
    pub sources: &'static str,
    /// A unit with how many projects it answers for.
    pub unit: fn(&str, usize) -> String,
    /// Where no unit is named.
    pub no_unit: &'static str,
    pub unit_sum: &'static str,
    pub sum: &'static str,
    /// Below the table where some projects have no amount.
    pub amounts_missing: &'static str,
}

pub(crate) fn task_list(language: Language) -> &'static TaskListWords {
    match language {
        Language::Chinese => &CHINESE,
        Language::English => &ENGLISH,
    }
}

const CHINESE: TaskListWords = TaskListWords {
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

const ENGLISH: TaskListWords = TaskListWords {
    title: |year| format!("Tasks by Unit for the Livelihood Projects of {year}"),
    number: "No.",
    name: "Project",
    content: "What will\nbe done",
    sources: "Funding\nsource",
    unit: |unit, projects| match projects {
        1 => format!("{unit} (1 project)"),
        projects => format!("{unit} ({projects} projects)"),
    },
    no_unit: "Responsible unit still to be named",
    unit_sum: "Subtotal",
    sum: "Total",
    amounts_missing: "Note: some projects state no amount; the totals are of the amounts that are stated.",
};

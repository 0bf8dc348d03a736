//! The forms of the lists: which columns they have, and which titles offices give them.

use super::Limits;
use sheets::reading::{Column, Form, Kind};

/// A column of a form.
const fn column(
    field: &'static str,
    (chinese, english): (&'static str, &'static str),
    others: &'static [&'static str],
    kind: Kind,
) -> Column {
    Column { field, chinese, english, others, kind, required: false }
}

const fn required(mut column: Column) -> Column {
    column.required = true;
    column
}

/// The form of a roster.
pub(crate) fn delegates() -> Form {
    let person = Kind::Name { limit: Limits::PERSON };
    Form {
        columns: vec![
            required(column(
                "number",
                ("代表证号", "Number"),
                NUMBERS,
                Kind::Number { limit: Limits::NUMBER },
            )),
            required(column("name", ("姓名", "Name"), PERSONS, person)),
            column(
                "delegation",
                ("代表团", "Delegation"),
                DELEGATIONS,
                Kind::Group { limit: Limits::PERSON },
            ),
            column("in_office", ("是否在任", "In office"), IN_OFFICE, Kind::YesNo),
        ],
        of_persons: true,
    }
}

/// The form of a candidate list, in the order of the fields of a frozen contest.
pub(crate) fn candidates() -> Form {
    let line = Kind::Line { limit: Limits::NAME };
    Form {
        columns: vec![
            required(column("number", ("编号", "Number"), NUMBERS, Kind::Number { limit: Limits::NUMBER })),
            required(column("name", ("项目名称", "Name"), PROJECTS, Kind::Name { limit: Limits::NAME })),
            column("content", ("建设内容", "Content"), CONTENTS, Kind::Lines),
            column("sub_items", ("子项", "Sub-items"), &["子项目", "分项", "具体项目"], Kind::Lines),
            column("location", ("建设地点", "Location"), LOCATIONS, line),
            column("investment", ("总投资(万元)", "Investment (10,000 yuan)"), INVESTMENTS, Kind::Amount),
            column(
                "investment_this_year",
                ("年度计划投资(万元)", "Investment this year"),
                INVESTMENTS_THIS_YEAR,
                Kind::Amount,
            ),
            column(
                "sources",
                ("资金来源", "Sources"),
                &["资金渠道", "资金筹措", "资金来源及渠道"],
                Kind::Lines,
            ),
            column("responsible_unit", ("责任单位", "Responsible unit"), UNITS, line),
            column("deadline", ("完成时限", "Deadline"), DEADLINES, Kind::Deadline),
            column("benefit", ("预期效益", "Benefit"), BENEFITS, Kind::Lines),
            column("category", ("类别", "Category"), CATEGORIES, Kind::Group { limit: Limits::NAME }),
            column("origin", ("来源", "Origin"), &["项目来源", "建议来源", "征集来源", "提出单位"], line),
        ],
        of_persons: false,
    }
}

const NUMBERS: &[&str] = &[
    "编号",
    "序号",
    "代表证号",
    "证号",
    "代表证编号",
    "代表编号",
    "项目编号",
    "项目序号",
    "证件号",
    "号码",
    "No.",
    "No",
];
const PERSONS: &[&str] = &["代表姓名", "名字", "姓名名称", "委员姓名", "代表名字", "人大代表", "代表"];
const DELEGATIONS: &[&str] = &[
    "所属代表团",
    "所在代表团",
    "代表团名称",
    "团组",
    "所属团",
    "所在团",
    "代表小组",
    "所属代表小组",
    "代表组",
    "组别",
    "团别",
    "分团",
];
const IN_OFFICE: &[&str] =
    &["在任", "是否在职", "在职", "任职情况", "任职状态", "代表状态", "状态", "资格状态", "在任情况"];
const PROJECTS: &[&str] = &[
    "候选项目",
    "候选项目名称",
    "民生实事项目",
    "民生实事项目名称",
    "民生实事候选项目",
    "民生实事候选项目名称",
    "项目名",
    "项目",
    "实事项目",
    "实事项目名称",
    "备选项目",
    "Project",
];
const CONTENTS: &[&str] = &[
    "主要建设内容",
    "建设内容及规模",
    "建设规模及内容",
    "建设内容和规模",
    "主要内容",
    "项目内容",
    "内容",
    "主要建设内容及规模",
    "项目建设内容",
    "工作内容",
    "实施内容",
    "建设规模",
    "项目简介",
    "建设内容与规模",
    "建设任务",
    "目标任务",
];
const LOCATIONS: &[&str] =
    &["地点", "实施地点", "建设位置", "项目地点", "项目地址", "建设地址", "实施范围", "地址", "实施区域"];
const INVESTMENTS: &[&str] = &[
    "投资",
    "总投资",
    "投资估算",
    "投资额",
    "总投资额",
    "估算投资",
    "计划投资",
    "计划总投资",
    "投资总额",
    "概算投资",
    "项目投资",
    "预算",
    "预算资金",
    "资金预算",
    "所需资金",
    "资金",
    "投资金额",
    "项目总投资",
    "估算总投资",
    "预计投资",
    "计划投资额",
    "Investment",
];
const INVESTMENTS_THIS_YEAR: &[&str] = &[
    "年度计划投资",
    "年度投资",
    "当年投资",
    "本年度投资",
    "本年投资",
    "当年计划投资",
    "本年计划投资",
    "年度投资计划",
    "本年度计划投资",
    "Investment this year (10,000 yuan)",
];
const UNITS: &[&str] = &[
    "牵头单位",
    "实施单位",
    "责任部门",
    "建设单位",
    "主管部门",
    "牵头部门",
    "负责单位",
    "实施主体",
    "责任主体",
    "承办单位",
    "项目责任单位",
    "牵头责任单位",
    "责任单位名称",
    "项目单位",
    "主办单位",
];
const DEADLINES: &[&str] = &[
    "完成时间",
    "完成期限",
    "计划完成时间",
    "预计完成时间",
    "竣工时间",
    "时限",
    "完工时间",
    "拟完成时间",
    "办结时限",
    "完成日期",
    "竣工日期",
    "计划完成时限",
    "Done by",
];
const BENEFITS: &[&str] =
    &["效益", "预期成效", "受益群众", "受益范围", "社会效益", "预期目标", "受益情况", "受益对象"];
const CATEGORIES: &[&str] =
    &["项目类别", "分类", "类型", "项目类型", "所属类别", "领域", "类别名称", "项目分类"];

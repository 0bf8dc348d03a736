//! Results, attendance and adopted projects as spreadsheets, for those who go on counting with them.
//!
//! A spreadsheet is never the document that is signed, and says so. The same values give the same bytes.

#[cfg(test)]
mod tests;

use super::forms;
use documents::{CountedRound, Heading, ResultReport, ResultRow, RoundResult, Verdict, VoidReason};
use messages::Language;
use procedure::{candidate::Candidate, deadline::Deadline, money::Money, number::DelegateNumber};
use sheets::{
    SpreadsheetError,
    written::{Sheet, Value, save},
};
use std::collections::BTreeMap;

/// A delegate of the roster, and whether they attend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttendanceRow {
    /// The number on the delegate's card.
    pub number: DelegateNumber,
    /// The delegate's name.
    pub name: String,
    /// The delegation; empty where the roster names none.
    pub delegation: String,
    /// Whether the delegate is in office.
    pub in_office: bool,
    /// Whether the delegate is present.
    pub present: bool,
}

/// The result of a round: the totals as the report gives them, and a sheet with the account. A void round has no totals.
pub fn result_spreadsheet(report: &ResultReport) -> Result<Vec<u8>, SpreadsheetError> {
    let words = words(report.heading.language);
    let account = named(&report.heading, account_sheet(words, report));
    let sheets = match &report.result {
        RoundResult::Counted(counted) => vec![named(&report.heading, totals_sheet(words, counted)), account],
        RoundResult::Void(_) => vec![account],
    };
    save(&sheets)
}

/// Who attends: the roster in its order, and a sheet with the sums of each delegation.
pub fn attendance_spreadsheet(
    heading: &Heading,
    delegates: &[AttendanceRow],
) -> Result<Vec<u8>, SpreadsheetError> {
    let words = words(heading.language);
    let sheets = [delegates_sheet(words, delegates), delegations_sheet(words, delegates)];
    save(&sheets.map(|sheet| named(heading, sheet)))
}

/// The projects adopted, with the columns of a candidate list: the file can be imported as one.
pub fn adopted_spreadsheet(heading: &Heading, projects: &[&Candidate]) -> Result<Vec<u8>, SpreadsheetError> {
    let name = words(heading.language).adopted_sheet;
    let titles = PROJECT_FIELDS.map(|(field, _)| title_of(field, heading.language));
    let rows = projects.iter().map(|project| PROJECT_FIELDS.map(|(_, value)| value(project)).to_vec());
    save(&[named(heading, Sheet { name: name.into(), titles: titles.to_vec(), rows: rows.collect() })])
}

/// A sheet of an exercise says so in its name, which is seen whatever is scrolled or printed.
fn named(heading: &Heading, mut sheet: Sheet) -> Sheet {
    if heading.training {
        sheet.name.push_str(words(heading.language).training);
    }
    sheet
}

fn titles(titles: &[&str]) -> Vec<String> {
    titles.iter().map(|title| (*title).to_owned()).collect()
}

fn totals_sheet(words: &Words, counted: &CountedRound) -> Sheet {
    let threshold = counted.threshold.map_or(Value::Empty, |votes| Value::Number(votes.0));
    let rows = counted.rows.iter().map(|row| totals_of(words, row, &threshold)).collect();
    Sheet { name: words.results_sheet.into(), titles: titles(&words.results), rows }
}

fn totals_of(words: &Words, row: &ResultRow, threshold: &Value) -> Vec<Value> {
    vec![
        Value::Number(row.rank),
        Value::text(row.number.as_str()),
        Value::text(&row.name),
        Value::text(&row.category),
        Value::Number(row.approve.0),
        row.oppose.map_or(Value::Empty, |votes| Value::Number(votes.0)),
        row.abstain.map_or(Value::Empty, |votes| Value::Number(votes.0)),
        Value::text((words.verdict)(row.verdict)),
        threshold.clone(),
    ]
}

fn account_sheet(words: &Words, report: &ResultReport) -> Sheet {
    let labels = &words.account;
    let mut rows = vec![
        vec![Value::text(labels.congress), Value::text(&report.heading.congress)],
        vec![Value::text(labels.session), Value::text(&report.heading.session)],
        vec![Value::text(labels.round), Value::Number(report.round.0)],
        vec![Value::text(labels.date), report.date.map_or(Value::Empty, Value::Date)],
        vec![Value::text(labels.seats), Value::Number(report.seats.0)],
    ];
    for (category, seats) in &report.categories {
        rows.push(vec![Value::text(&(words.of_category)(labels.seats, category)), Value::Number(seats.0)]);
    }
    rows.extend([
        vec![Value::text(labels.delegates), Value::Number(report.delegates.0)],
        vec![Value::text(labels.present), Value::Number(report.present.0)],
        vec![Value::text(labels.issued), Value::Number(report.issued.0)],
        vec![Value::text(labels.collected), Value::Number(report.collected.0)],
    ]);
    match &report.result {
        RoundResult::Counted(counted) => rows.extend(counted_rows(labels, counted)),
        RoundResult::Void(reason) => {
            rows.push(vec![Value::text(labels.result), Value::text((words.void)(*reason))]);
        }
    }
    rows.push(vec![Value::text(labels.note), Value::text(words.note)]);
    Sheet { name: words.account_sheet.into(), titles: titles(&words.account_titles), rows }
}

fn counted_rows(labels: &AccountWords, counted: &CountedRound) -> [Vec<Value>; 4] {
    [
        vec![Value::text(labels.valid), Value::Number(counted.valid.0)],
        vec![Value::text(labels.invalid), Value::Number(counted.void.0)],
        vec![
            Value::text(labels.threshold),
            counted.threshold.map_or(Value::Empty, |votes| Value::Number(votes.0)),
        ],
        vec![Value::text(labels.threshold_rule), Value::text(&counted.threshold_rule)],
    ]
}

fn delegates_sheet(words: &Words, delegates: &[AttendanceRow]) -> Sheet {
    let yes_or_no = |yes: bool| Value::text(if yes { words.yes } else { words.no });
    let row = |delegate: &AttendanceRow| {
        vec![
            Value::text(delegate.number.as_str()),
            Value::text(&delegate.name),
            Value::text(&delegate.delegation),
            yes_or_no(delegate.in_office),
            yes_or_no(delegate.present),
        ]
    };
    let rows = delegates.iter().map(row).collect();
    Sheet { name: words.attendance_sheet.into(), titles: titles(&words.attendance), rows }
}

/// Delegates of a delegation, those of them in office, and those of these present.
#[derive(Clone, Copy, Default)]
struct Sums {
    in_office: u32,
    present: u32,
}

impl Sums {
    fn add(&mut self, delegate: &AttendanceRow) {
        self.in_office += u32::from(delegate.in_office);
        self.present += u32::from(delegate.in_office && delegate.present);
    }

    fn row(self, name: &str) -> Vec<Value> {
        let absent = Value::Number(self.in_office - self.present);
        vec![Value::text(name), Value::Number(self.in_office), Value::Number(self.present), absent]
    }
}

fn delegations_sheet(words: &Words, delegates: &[AttendanceRow]) -> Sheet {
    let mut order: Vec<&str> = Vec::new();
    let mut sums: BTreeMap<&str, Sums> = BTreeMap::new();
    let mut total = Sums::default();
    for delegate in delegates {
        let delegation = delegate.delegation.as_str();
        if !sums.contains_key(delegation) {
            order.push(delegation);
        }
        sums.entry(delegation).or_default().add(delegate);
        total.add(delegate);
    }
    let mut rows: Vec<_> =
        order.iter().filter_map(|name| sums.get(name).map(|sums| sums.row(name))).collect();
    rows.push(total.row(words.total));
    Sheet { name: words.delegations_sheet.into(), titles: titles(&words.delegations), rows }
}

/// How a field of a project is written.
type FieldWriter = fn(&Candidate) -> Value;

/// The fields of a project, as they are written; those that decide nothing after the adoption are left out.
const PROJECT_FIELDS: [(&str, FieldWriter); 11] = [
    ("number", |project| Value::text(project.number.as_str())),
    ("name", |project| Value::text(&project.name)),
    ("category", |project| Value::text(&project.category)),
    ("content", |project| Value::text(&project.content)),
    ("sub_items", |project| Value::text(&project.sub_items.join("\n"))),
    ("location", |project| Value::text(&project.location)),
    ("investment", |project| amount(project.investment)),
    ("investment_this_year", |project| amount(project.investment_this_year)),
    ("sources", |project| Value::text(&project.sources)),
    ("responsible_unit", |project| Value::text(&project.responsible_unit)),
    ("deadline", |project| deadline(project.deadline.as_ref())),
];

/// The title that the form of a candidate list has, so that what is written can be read.
fn title_of(field: &str, language: Language) -> String {
    let column = forms::candidates().columns.into_iter().find(|column| column.field == field);
    let title = column.map(|column| match language {
        Language::Chinese => column.chinese,
        Language::English => column.english,
    });
    title.unwrap_or_default().to_owned()
}

fn deadline(deadline: Option<&Deadline>) -> Value {
    match deadline {
        Some(Deadline::Day(day)) => Value::Date(*day),
        Some(words) => Value::text(&words.to_string()),
        None => Value::Empty,
    }
}

fn amount(money: Option<Money>) -> Value {
    money.map_or(Value::Empty, |money| Value::Decimal(money.to_string()))
}

fn words(language: Language) -> &'static Words {
    match language {
        Language::Chinese => &CHINESE,
        Language::English => &ENGLISH,
    }
}

/// What the sheets say, in one language. Names of sheets have at most 31 characters.
struct Words {
    training: &'static str,
    results_sheet: &'static str,
    results: [&'static str; 9],
    verdict: fn(Verdict) -> &'static str,
    void: fn(VoidReason) -> &'static str,
    account_sheet: &'static str,
    account_titles: [&'static str; 2],
    account: AccountWords,
    of_category: fn(&str, &str) -> String,
    note: &'static str,
    attendance_sheet: &'static str,
    attendance: [&'static str; 5],
    yes: &'static str,
    no: &'static str,
    delegations_sheet: &'static str,
    delegations: [&'static str; 4],
    total: &'static str,
    adopted_sheet: &'static str,
}

/// The lines of the account.
struct AccountWords {
    congress: &'static str,
    session: &'static str,
    round: &'static str,
    date: &'static str,
    seats: &'static str,
    delegates: &'static str,
    present: &'static str,
    issued: &'static str,
    collected: &'static str,
    valid: &'static str,
    invalid: &'static str,
    threshold: &'static str,
    threshold_rule: &'static str,
    result: &'static str,
    note: &'static str,
}

const CHINESE: Words = Words {
    training: "（演练）",
    results_sheet: "票决结果",
    results: ["名次", "编号", "项目名称", "类别", "赞成", "反对", "弃权", "结果", "通过所需赞成票"],
    verdict: |verdict| match verdict {
        Verdict::Adopted => "通过",
        Verdict::AdoptedByLot => "抽签通过",
        Verdict::NotAdopted => "未通过",
        Verdict::Tied => "票数相等",
        Verdict::FurtherRound => "再次票决",
    },
    void: |reason| match reason {
        VoidReason::QuorumMissing => "本轮票决无效：出席代表不足法定人数",
        VoidReason::MoreCollectedThanIssued => "本轮票决无效：收回票数多于发出票数",
        VoidReason::ByDecision => "本轮票决无效：由主席团决定终止",
    },
    account_sheet: "计票情况",
    account_titles: ["事项", "数据"],
    account: AccountWords {
        congress: "会议",
        session: "次会议",
        round: "轮次",
        date: "日期",
        seats: "应选项目数",
        delegates: "应到人数",
        present: "实到人数",
        issued: "发出票数",
        collected: "收回票数",
        valid: "有效票",
        invalid: "废票",
        threshold: "通过所需赞成票",
        threshold_rule: "通过条件",
        result: "结果",
        note: "说明",
    },
    of_category: |label, category| format!("{label}：{category}"),
    note: "本表供统计查阅，以签名的票决结果报告单为准。",
    attendance_sheet: "出席情况",
    attendance: ["编号", "姓名", "代表团", "是否在任", "是否出席"],
    yes: "是",
    no: "否",
    delegations_sheet: "各团出席人数",
    delegations: ["代表团", "应到人数", "实到人数", "缺席人数"],
    total: "合计",
    adopted_sheet: "通过项目",
};

const ENGLISH: Words = Words {
    training: " (exercise)",
    results_sheet: "Result",
    results: [
        "Rank",
        "Number",
        "Name",
        "Category",
        "Approve",
        "Oppose",
        "Abstain",
        "Outcome",
        "Approvals needed to pass",
    ],
    verdict: |verdict| match verdict {
        Verdict::Adopted => "adopted",
        Verdict::AdoptedByLot => "adopted by lot",
        Verdict::NotAdopted => "not adopted",
        Verdict::Tied => "tied",
        Verdict::FurtherRound => "further round",
    },
    void: |reason| match reason {
        VoidReason::QuorumMissing => "This round is void: fewer delegates were present than make a quorum",
        VoidReason::MoreCollectedThanIssued => "This round is void: more ballots were collected than issued",
        VoidReason::ByDecision => "This round is void: ended by a decision of the presidium",
    },
    account_sheet: "Account",
    account_titles: ["Item", "Value"],
    account: AccountWords {
        congress: "Congress",
        session: "Session",
        round: "Round",
        date: "Date",
        seats: "Projects to be adopted",
        delegates: "Delegates in office",
        present: "Delegates present",
        issued: "Ballots issued",
        collected: "Ballots collected",
        valid: "Valid ballots",
        invalid: "Void ballots",
        threshold: "Approvals needed to pass",
        threshold_rule: "Condition to pass",
        result: "Result",
        note: "Note",
    },
    of_category: |label, category| format!("{label}: {category}"),
    note: "For reference and statistics. The signed report of the result prevails.",
    attendance_sheet: "Attendance",
    attendance: ["Number", "Name", "Delegation", "In office", "Present"],
    yes: "yes",
    no: "no",
    delegations_sheet: "By delegation",
    delegations: ["Delegation", "In office", "Present", "Absent"],
    total: "Total",
    adopted_sheet: "Adopted projects",
};

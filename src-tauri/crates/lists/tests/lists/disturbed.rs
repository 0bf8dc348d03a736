//! A good list, disturbed as offices disturb lists: it is read as the good list, or something is asked or found; never as
//! another list.

#![expect(clippy::float_arithmetic, reason = "spreadsheets keep binary numbers")]

use lists::{List, ListKind, list_of, read};
use procedure::{
    candidate::Candidate,
    money::Money,
    number::{CandidateNumber, DelegateNumber},
    roster::Delegate,
};
use proptest::{prelude::*, sample::subsequence};
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};
use sheets::reading::Choices;

/// How a list is disturbed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Disturbance {
    TitleLines,
    UnitLine,
    Total,
    Note,
    RepeatedTitles,
    HiddenRow,
    StruckRow,
    Padding,
    LineBreaks,
    Invisible,
    FullWidth,
    Formulas,
    NumberFormats,
    Units,
    MergedGroups,
    GroupsOnce,
    Headings,
    UnknownColumn,
    PreparedRows,
    OtherTitles,
    OtherSheet,
    ColumnsSwapped,
    Dust,
    NumbersRestart,
}

use Disturbance as D;

const ALL: [Disturbance; 24] = [
    D::TitleLines,
    D::UnitLine,
    D::Total,
    D::Note,
    D::RepeatedTitles,
    D::HiddenRow,
    D::StruckRow,
    D::Padding,
    D::LineBreaks,
    D::Invisible,
    D::FullWidth,
    D::Formulas,
    D::NumberFormats,
    D::Units,
    D::MergedGroups,
    D::GroupsOnce,
    D::Headings,
    D::UnknownColumn,
    D::PreparedRows,
    D::OtherTitles,
    D::OtherSheet,
    D::ColumnsSwapped,
    D::Dust,
    D::NumbersRestart,
];

const SURNAMES: [&str; 8] = ["赵", "钱", "孙", "李", "周", "吴", "郑", "王"];
const GIVEN: [&str; 10] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];

/// An entry of the good list: what both kinds of lists have.
#[derive(Debug, Clone)]
struct Entry {
    number: usize,
    name: String,
    group: usize,
    /// In 万元, in hundredths.
    amount: u32,
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    (2_usize..30, proptest::collection::vec(1_u32..9_000_000, 30), 1_usize..4).prop_map(
        |(count, amounts, groups)| {
            let name = |place: usize| {
                format!("{}{}{}", SURNAMES[place % 8], GIVEN[place / 8 % 10], GIVEN[place % 10])
            };
            let entry = |place: usize| Entry {
                number: place + 1,
                name: name(place),
                group: place * groups / count,
                amount: amounts[place],
            };
            (0..count).map(entry).collect()
        },
    )
}

const GROUPS: [[&str; 3]; 2] = [["第一代表团", "第二代表团", "第三代表团"], ["教育", "养老", "交通"]];

/// In full width.
fn wide(figures: &str) -> String {
    figures.chars().map(|figure| char::from_u32(u32::from(figure) + 0xFEE0).unwrap()).collect()
}

/// The sheet of a disturbed list.
struct Sheet<'a> {
    worksheet: &'a mut Worksheet,
    kind: ListKind,
    disturbances: &'a [Disturbance],
    row: u32,
}

impl Sheet<'_> {
    fn is(&self, disturbance: Disturbance) -> bool {
        self.disturbances.contains(&disturbance)
    }

    fn group(&self, entry: &Entry) -> &'static str {
        GROUPS[usize::from(self.kind == ListKind::Candidates)][entry.group]
    }

    /// The columns of number, name, group and amount.
    fn columns(&self) -> [u16; 4] {
        if self.is(D::ColumnsSwapped) { [3, 1, 0, 2] } else { [0, 1, 2, 3] }
    }

    fn text(&mut self, column: u16, text: &str) {
        self.worksheet.write_string(self.row, column, text).unwrap();
    }

    fn line(&mut self, text: &str) {
        self.text(0, text);
        self.row += 1;
    }

    fn titles(&mut self) {
        let other = self.is(D::OtherTitles);
        let unit = if self.is(D::UnitLine) { "" } else { "(万元)" };
        let [number, name, group, amount] = self.columns();
        let (of_number, of_name, of_group) = match (self.kind, other) {
            (ListKind::Delegates, false) => ("代表证号", "姓名", "代表团"),
            (ListKind::Delegates, true) => ("证号", "代表姓名", "所属代表团"),
            (ListKind::Candidates, false) => ("编号", "项目名称", "类别"),
            (ListKind::Candidates, true) => ("序号", "候选项目", "项目类别"),
        };
        self.text(number, of_number);
        self.text(name, of_name);
        if !self.is(D::Headings) {
            self.text(group, of_group);
        }
        if self.kind == ListKind::Candidates {
            let title = if other { "投资估算" } else { "总投资" };
            self.text(amount, &format!("{title}{unit}"));
        }
        if self.is(D::UnknownColumn) {
            self.text(5, "备注");
        }
        self.row += 1;
    }

    fn name(&self, name: &str) -> String {
        let mut shown = name.to_owned();
        let second = name.char_indices().nth(1).map_or(0, |(place, _)| place);
        if self.is(D::LineBreaks) {
            shown.insert(second, '\n');
        } else if self.is(D::Invisible) {
            shown.insert(second, '\u{200B}');
        } else if self.is(D::Padding) && self.kind == ListKind::Delegates {
            shown.insert(second, '\u{3000}');
        }
        shown
    }

    fn number(&mut self, column: u16, number: &str) {
        if self.is(D::FullWidth) {
            self.text(column, &wide(number));
        } else if self.is(D::NumberFormats) {
            let format = Format::new().set_num_format("0_ ");
            let number: u32 = number.parse().unwrap();
            self.worksheet.write_number_with_format(self.row, column, number, &format).unwrap();
        } else {
            self.text(column, number);
        }
    }

    fn amount(&mut self, column: u16, hundredths: u32) {
        let wan = f64::from(hundredths) / 100.0;
        let shown = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        let sheet = &mut *self.worksheet;
        let written = if self.disturbances.contains(&D::Formulas) {
            sheet.write_formula(self.row, column, Formula::new("=1+1").set_result(&shown))
        } else if self.disturbances.contains(&D::NumberFormats) {
            let format = Format::new().set_num_format("0!.0000");
            sheet.write_number_with_format(self.row, column, f64::from(hundredths) * 100.0, &format)
        } else if self.disturbances.contains(&D::Units) {
            sheet.write_string(self.row, column, format!("{}元", u64::from(hundredths) * 100))
        } else if self.disturbances.contains(&D::FullWidth) {
            sheet.write_string(self.row, column, wide(&shown))
        } else if self.disturbances.contains(&D::Dust) {
            sheet.write_number(self.row, column, wan.next_up())
        } else {
            sheet.write_number(self.row, column, wan)
        };
        written.unwrap();
    }

    fn entry(&mut self, entry: &Entry, first_of_group: bool, within: usize) {
        let [number, name, group, amount] = self.columns();
        let shown = if self.is(D::NumbersRestart) { within } else { entry.number };
        self.number(number, &shown.to_string());
        let written = self.name(&entry.name);
        self.text(name, &written);
        let once = self.is(D::GroupsOnce) || self.is(D::MergedGroups);
        if !self.is(D::Headings) && (first_of_group || !once) {
            let text = self.group(entry);
            if self.is(D::Formulas) {
                let formula = Formula::new("=VLOOKUP(B2,A:B,2,0)").set_result(text);
                self.worksheet.write_formula(self.row, group, formula).unwrap();
            } else {
                self.text(group, text);
            }
        }
        if self.kind == ListKind::Candidates {
            self.amount(amount, entry.amount);
        }
        if self.is(D::UnknownColumn) {
            self.text(5, "示例备注");
        }
        self.row += 1;
    }

    fn entries(&mut self, entries: &[Entry]) {
        let mut within = 0;
        let mut first_row = self.row;
        for (place, entry) in entries.iter().enumerate() {
            let first = place == 0 || entries[place - 1].group != entry.group;
            within = if first { 1 } else { within + 1 };
            if first && self.is(D::Headings) {
                let heading = format!("{}、{}", ["一", "二", "三"][entry.group], self.group(entry));
                self.line(&heading);
            }
            if first {
                first_row = self.row;
            }
            self.entry(entry, first, within);
            let last = entries.get(place + 1).is_none_or(|next| next.group != entry.group);
            if last && self.is(D::MergedGroups) && !self.is(D::Headings) && self.row - first_row > 1 {
                let group = self.columns()[2];
                let text = self.group(entry);
                self.worksheet
                    .merge_range(first_row, group, self.row - 1, group, text, &Format::new())
                    .unwrap();
            }
            if place + 1 == entries.len() / 2 && self.is(D::RepeatedTitles) && !self.is(D::MergedGroups) {
                self.titles();
            }
        }
    }

    /// An entry that the person who made the file doesn't see as one.
    fn doubtful(&mut self, format: Option<&Format>) {
        let [number, name, group, _] = self.columns();
        let format = format.cloned().unwrap_or_default();
        for (column, text) in [(number, "99"), (name, "疑似项"), (group, GROUPS[0][0])] {
            if !(column == group && self.is(D::Headings)) {
                self.worksheet.write_string_with_format(self.row, column, text, &format).unwrap();
            }
        }
        self.row += 1;
    }
}

fn disturbed(kind: ListKind, entries: &[Entry], disturbances: &[Disturbance]) -> Vec<u8> {
    let mut book = Workbook::new();
    let worksheet = book.add_worksheet().set_name("名单").unwrap();
    let mut sheet = Sheet { worksheet, kind, disturbances, row: 0 };
    if sheet.is(D::TitleLines) {
        sheet.line("附件1");
        sheet.line("示例县2026年名单");
    }
    if sheet.is(D::UnitLine) {
        sheet.line("单位：万元");
    }
    sheet.titles();
    sheet.entries(entries);
    if sheet.is(D::HiddenRow) {
        sheet.doubtful(None);
        let hidden = sheet.row - 1;
        sheet.worksheet.set_row_hidden(hidden).unwrap();
    }
    if sheet.is(D::StruckRow) {
        sheet.doubtful(Some(&Format::new().set_font_strikethrough()));
    }
    if sheet.is(D::PreparedRows) {
        for number in 200..203 {
            let column = sheet.columns()[0];
            sheet.text(column, &number.to_string());
            sheet.row += 1;
        }
    }
    if sheet.is(D::Total) {
        sheet.text(0, "合计");
        sheet.text(1, &format!("{}名", entries.len()));
        sheet.row += 1;
    }
    if sheet.is(D::Note) {
        sheet.line("注：以公告为准。");
    }
    if disturbances.contains(&D::OtherSheet) {
        let other = book.add_worksheet().set_name("统计").unwrap();
        other.write_string(0, 0, "代表团").unwrap();
        other.write_string(0, 1, "人数").unwrap();
        other.write_number(1, 1, 3).unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// The good list.
fn good(kind: ListKind, entries: &[Entry]) -> List {
    let group = |entry: &Entry| GROUPS[usize::from(kind == ListKind::Candidates)][entry.group].to_owned();
    match kind {
        ListKind::Delegates => List::Delegates(
            entries
                .iter()
                .map(|entry| Delegate {
                    number: DelegateNumber(entry.number.to_string()),
                    name: entry.name.clone(),
                    delegation: group(entry),
                    in_office: true,
                })
                .collect(),
        ),
        ListKind::Candidates => List::Candidates(
            entries
                .iter()
                .map(|entry| Candidate {
                    number: CandidateNumber(entry.number.to_string()),
                    name: entry.name.clone(),
                    content: String::new(),
                    sub_items: Vec::new(),
                    location: String::new(),
                    investment: Some(Money::from_fen(u64::from(entry.amount) * 10_000)),
                    investment_this_year: None,
                    sources: String::new(),
                    responsible_unit: String::new(),
                    deadline: None,
                    benefit: String::new(),
                    category: group(entry),
                    origin: String::new(),
                })
                .collect(),
        ),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_disturbed_list_is_the_good_list_or_is_asked_about(
        entries in entries(),
        candidates in any::<bool>(),
        disturbances in subsequence(ALL.to_vec(), 0..6),
    ) {
        let kind = if candidates { ListKind::Candidates } else { ListKind::Delegates };
        let file = disturbed(kind, &entries, &disturbances);
        let reading = read(kind, "list.xlsx", &file, &Choices::default());
        if reading.is_clear() {
            prop_assert_eq!(list_of(kind, &reading), good(kind, &entries), "{:?}", disturbances);
        }
    }

    /// The disturbances that nobody has to be asked about lose nothing.
    #[test]
    fn what_is_certain_is_not_asked(
        entries in entries(),
        candidates in any::<bool>(),
        disturbances in subsequence(
            vec![D::TitleLines, D::Total, D::Note, D::RepeatedTitles, D::MergedGroups, D::UnknownColumn, D::PreparedRows,
                D::OtherTitles, D::OtherSheet, D::ColumnsSwapped, D::Dust, D::LineBreaks],
            0..5,
        ),
    ) {
        let kind = if candidates { ListKind::Candidates } else { ListKind::Delegates };
        let reading = read(kind, "list.xlsx", &disturbed(kind, &entries, &disturbances), &Choices::default());
        prop_assert!(reading.is_clear(), "{:?} {:?} {:?}", disturbances, reading.questions, reading.findings);
        prop_assert_eq!(list_of(kind, &reading), good(kind, &entries), "{:?}", disturbances);
    }
}

//! 签到表、出席代表报告单.

use super::{Composer, foot::furniture, form};
use crate::{
    AttendanceReport, AttendanceSheet, ContentError, DelegationPresence, DocumentError, Fonts,
    SigningDelegation,
    draw::{Drawing, Strip},
    fonts::Voice,
    layout::{
        flow::{Block, paginate},
        furnish,
        measure::{Style, TYPE_WIDTH},
        paragraph::{Align, Paragraph},
        signatures::Signatures,
        table::{Column, Group, Table, TableStyle, Width},
    },
    papers::attendance::{self as words, labels},
};
use procedure::count::Delegates;

/// The size and line of the list to sign: rows with room for a signature, eighteen on a page.
const ROW_SIZE: f32 = 14.0;
const ROW_LINE: f32 = 25.0;
/// The height of the line that names the delegation above each page's rows.
const CAPTION_LINE: f32 = 28.0;
/// The size of the line at a delegation's end.
const SIGNED_SIZE: f32 = 12.0;

/// The attendance sheet as PDF. Each delegation begins a sheet of paper, so that it can be handed its own.
pub fn attendance_sheet(fonts: &Fonts, document: &AttendanceSheet) -> Result<Vec<u8>, DocumentError> {
    let nobody = document.delegations.iter().any(|delegation| delegation.delegates.is_empty());
    if document.delegations.is_empty() || nobody {
        return Err(ContentError::Empty.into());
    }
    let composer = form::composer(fonts, &document.heading);
    let title = &words::sheet_title(&document.heading);
    let table = SigningTable::new(&composer, document)?;
    let mut pages = Vec::new();
    for delegation in &document.delegations {
        if pages.len() % 2 == 1 {
            pages.push(Drawing::default());
        }
        let mut blocks = composer.title(title, document.round)?;
        blocks.push(Block::Table(table.set(&composer, delegation)?));
        blocks.push(Block::Whole(vec![signed(&composer)?]));
        pages.extend(paginate(&blocks));
    }
    furnish(fonts, &furniture(&document.heading), &mut pages)?;
    composer.write(&composer.title_of_round(title, document.round), pages)
}

/// What the delegations' tables have in common.
struct SigningTable {
    style: TableStyle,
    columns: [Column; 4],
    /// Of one width on all pages, which the longest name decides.
    widths: Vec<f32>,
}

impl SigningTable {
    fn new(composer: &Composer<'_>, document: &AttendanceSheet) -> Result<Self, DocumentError> {
        let labels = labels(composer.language());
        let column = |head: &str, width, align| Column { head: head.to_owned(), width, align };
        let columns = [
            column(labels.number, Width::Fit, Align::Centre),
            column(labels.name, Width::Names, Align::Centre),
            column(labels.signature, Width::Parts(3), Align::Centre),
            column(labels.remark, Width::Parts(2), Align::Centre),
        ];
        let style = TableStyle { size: ROW_SIZE, line: ROW_LINE, ..form::table_style(composer) };
        let rows: Vec<Vec<String>> = document.delegations.iter().flat_map(signing_rows).collect();
        let rows: Vec<&[String]> = rows.iter().map(Vec::as_slice).collect();
        let widths = style.widths(composer.fonts, &columns, &rows)?;
        Ok(Self { style, columns, widths })
    }

    fn set(&self, composer: &Composer<'_>, delegation: &SigningDelegation) -> Result<Table, DocumentError> {
        let rows = signing_rows(delegation).collect();
        let group = Group { title: String::new(), continued: String::new(), rows };
        let table = self.style.set_in(composer.fonts, &self.columns, &self.widths, &[group])?;
        Ok(Table { head: captioned(composer, delegation, table.head)?, ..table })
    }
}

/// Each delegate's number and name, and room for a signature and a remark.
fn signing_rows(delegation: &SigningDelegation) -> impl Iterator<Item = Vec<String>> {
    let delegates = delegation.delegates.iter();
    delegates.map(|(number, name)| vec![number.clone(), name.clone(), String::new(), String::new()])
}

/// The table's head below the delegation's name and number: both are repeated on every page.
fn captioned(
    composer: &Composer<'_>,
    delegation: &SigningDelegation,
    head: Strip,
) -> Result<Strip, DocumentError> {
    let text = words::delegation(composer.heading, delegation);
    let style = Style::plain(Voice::Heading, ROW_SIZE, CAPTION_LINE);
    let mut drawing = Drawing::default();
    let mut y = 0.0;
    for line in
        Paragraph::new(style, composer.language(), Align::Left, TYPE_WIDTH).set(composer.fonts, &text)?
    {
        drawing.add(line.drawing, 0.0, y);
        y += line.height;
    }
    drawing.add(head.drawing, 0.0, y);
    Ok(Strip { height: y + head.height, drawing })
}

/// How many signed, and who checked it: to be filled in by hand.
fn signed(composer: &Composer<'_>) -> Result<Strip, DocumentError> {
    let labels = labels(composer.language());
    let places = Signatures {
        language: composer.language(),
        width: TYPE_WIDTH,
        label_width: 0.0,
        label_size: SIGNED_SIZE,
    };
    let places = places.fitting(composer.fonts, &[labels.signed])?;
    Ok(places.blanks(composer.fonts, labels.signed, labels.signed_parts)?.0)
}

/// The report on attendance as PDF; refused unless its figures add up.
pub fn attendance_report(fonts: &Fonts, report: &AttendanceReport) -> Result<Vec<u8>, DocumentError> {
    check(report)?;
    let composer = form::composer(fonts, &report.heading);
    let title = &words::report_title(&report.heading);
    let mut blocks = composer.title(title, report.round)?;
    blocks.push(figures(&composer, report)?);
    blocks.push(Block::Gap(6.0));
    let [asked, finding] = words::quorum(report);
    blocks.push(Block::WithNext(composer.paragraph(&asked)?));
    blocks.push(Block::Whole(composer.finding(&finding)?));
    blocks.push(Block::Gap(6.0));
    if report.delegations.iter().any(|delegation| !delegation.name.is_empty()) {
        blocks.push(by_delegation(&composer, report)?);
    }
    let chief = std::slice::from_ref(&report.chief);
    let places = form::places(&composer, &[(composer.words.report.chief, chief)], report.date)?;
    blocks.push(Block::Gap(8.0));
    blocks.push(composer.signing(title, report.round, places)?);
    composer.write(&composer.title_of_round(title, report.round), composer.pages(&blocks)?)
}

fn check(report: &AttendanceReport) -> Result<(), DocumentError> {
    form::holds(report.present <= report.delegates, "present-delegates")?;
    let quorum = report.quorum_rule.least(report.delegates.0);
    form::holds(report.quorum.0 == quorum, "quorum-rule")?;
    for delegation in &report.delegations {
        let place = format!("present-delegates {}", delegation.name);
        form::holds(delegation.present <= delegation.delegates, place.trim())?;
    }
    form::holds(
        sum(report, |delegation| delegation.delegates) == u64::from(report.delegates.0),
        "delegations-delegates",
    )?;
    form::holds(
        sum(report, |delegation| delegation.present) == u64::from(report.present.0),
        "delegations-present",
    )
}

fn sum(report: &AttendanceReport, figure: fn(&DelegationPresence) -> Delegates) -> u64 {
    report.delegations.iter().map(|delegation| u64::from(figure(delegation).0)).sum()
}

fn figures(composer: &Composer<'_>, report: &AttendanceReport) -> Result<Block, DocumentError> {
    let labels = labels(composer.language());
    let voters = composer.words.voters(report.heading.body);
    let figures =
        [report.delegates.0, report.present.0, absent(report.delegates, report.present), report.quorum.0];
    let row = figures.map(|figure| figure.to_string()).to_vec();
    form::even_table(composer, &[voters.all, voters.present, labels.absent, labels.quorum], &[row])
}

fn by_delegation(composer: &Composer<'_>, report: &AttendanceReport) -> Result<Block, DocumentError> {
    let labels = labels(composer.language());
    let row = |name: &str, delegates: Delegates, present: Delegates| {
        let absent = absent(delegates, present).to_string();
        vec![name.to_owned(), delegates.to_string(), present.to_string(), absent]
    };
    let delegations = report.delegations.iter();
    let mut rows: Vec<Vec<String>> = delegations
        .map(|delegation| row(&delegation.name, delegation.delegates, delegation.present))
        .collect();
    rows.push(row(labels.sum, report.delegates, report.present));
    form::even_table(
        composer,
        &[labels.delegation_head, labels.in_office, labels.present, labels.absent],
        &rows,
    )
}

/// Nobody is present who is not in office: that is checked first.
fn absent(delegates: Delegates, present: Delegates) -> u32 {
    delegates.0.saturating_sub(present.0)
}

//! 签到表、出席代表报告单.

use super::{
    self as words, AttendanceReport, AttendanceSheet, DelegationPresence, SigningDelegation, labels,
};
use crate::{
    ContentError, DocumentError, Output,
    common::{composer::Composer, form},
};
use procedure::count::Delegates;
use typeset::{
    Document, Fit, Styles,
    blocks::{Align, Block, Column, FillIn, Gap, Keep, RowSize, StyleName, Table, Text, Width},
};

/// The size and line of the list to sign: rows with room for a signature, eighteen on a page.
const ROWS: RowSize = RowSize::Fixed { size: 14.0, line: 25.0 };
/// The size of the line at a delegation's end.
const SIGNED_SIZE: f32 = 12.0;

/// The attendance sheet as a file. Each delegation begins a sheet of paper, so that it can be handed its own.
pub fn attendance_sheet<'a>(
    output: impl Into<Output<'a>>,
    document: &AttendanceSheet,
) -> Result<Vec<u8>, DocumentError> {
    Ok(output.into().of(arrange_sheet(document)?)?)
}

fn arrange_sheet(document: &AttendanceSheet) -> Result<Document, ContentError> {
    let nobody = document.delegations.iter().any(|delegation| delegation.delegates.is_empty());
    if document.delegations.is_empty() || nobody {
        return Err(ContentError::Empty);
    }
    let composer = Composer::new(&document.heading);
    let labels = labels(composer.language());
    let title = words::sheet_title(&document.heading);
    let mut blocks = Vec::new();
    for delegation in &document.delegations {
        if !blocks.is_empty() {
            blocks.push(Block::NewSheet);
        }
        blocks.extend(composer.title(&title, document.round));
        blocks.push(Block::Table(signing_table(&composer, delegation)));
        blocks.push(Block::FillIn(FillIn {
            label: labels.signed.to_owned(),
            parts: labels.signed_parts,
            size: SIGNED_SIZE,
        }));
    }
    let title = composer.title_of_round(&title, document.round);
    Ok(composer.document(&title, Styles::form(composer.language()), Fit::Usual, blocks))
}

/// The delegation's table below its name, in columns that are of one width on all pages: the longest name decides.
fn signing_table(composer: &Composer<'_>, delegation: &SigningDelegation) -> Table {
    let labels = labels(composer.language());
    let columns = vec![
        Column::new(labels.number, Width::Fit, Align::Centre),
        Column::new(labels.name, Width::Names, Align::Centre),
        Column::new(labels.signature, Width::Parts(3), Align::Centre),
        Column::new(labels.remark, Width::Parts(2), Align::Centre),
    ];
    let caption = words::delegation(composer.heading, delegation);
    let table = Table::plain(ROWS, columns, signing_rows(delegation).collect());
    Table { caption: Some(caption), is_aligned: true, ..table }
}

/// Each delegate's number and name, and room for a signature and a remark.
fn signing_rows(delegation: &SigningDelegation) -> impl Iterator<Item = Vec<String>> {
    let delegates = delegation.delegates.iter();
    delegates.map(|(number, name)| vec![number.to_string(), name.clone(), String::new(), String::new()])
}

/// The report on attendance as a file; refused unless its figures add up.
pub fn attendance_report<'a>(
    output: impl Into<Output<'a>>,
    report: &AttendanceReport,
) -> Result<Vec<u8>, DocumentError> {
    Ok(output.into().of(arrange_report(report)?)?)
}

fn arrange_report(report: &AttendanceReport) -> Result<Document, ContentError> {
    check(report)?;
    let composer = Composer::new(&report.heading);
    let title = words::report_title(&report.heading);
    let mut blocks = composer.title(&title, report.round);
    blocks.push(figures(&composer, report));
    blocks.push(Block::Gap(Gap::Points(6.0)));
    let [asked, finding] = words::quorum(report);
    blocks.push(Composer::paragraph_with_next(asked));
    blocks.push(Text::new(StyleName::Finding, finding).kept(Keep::Whole).into());
    blocks.push(Block::Gap(Gap::Points(6.0)));
    if report.delegations.iter().any(|delegation| !delegation.name.is_empty()) {
        blocks.push(by_delegation(&composer, report));
    }
    blocks.push(Block::Gap(Gap::Points(8.0)));
    let chief = std::slice::from_ref(&report.chief);
    let people = [(composer.words.report.chief, chief)];
    blocks.push(form::signing(&composer, &title, report.round, &people, report.date));
    let title = composer.title_of_round(&title, report.round);
    Ok(composer.document(&title, Styles::form(composer.language()), Fit::Usual, blocks))
}

fn check(report: &AttendanceReport) -> Result<(), ContentError> {
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

fn figures(composer: &Composer<'_>, report: &AttendanceReport) -> Block {
    let labels = labels(composer.language());
    let voters = composer.words.voters(report.heading.body);
    let figures =
        [report.delegates.0, report.present.0, absent(report.delegates, report.present), report.quorum.0];
    let row = figures.map(|figure| figure.to_string()).to_vec();
    form::even_table(composer, &[voters.all, voters.present, labels.absent, labels.quorum], vec![row])
}

fn by_delegation(composer: &Composer<'_>, report: &AttendanceReport) -> Block {
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
        rows,
    )
}

/// Nobody is present who is not in office: that is checked first.
fn absent(delegates: Delegates, present: Delegates) -> u32 {
    delegates.0.saturating_sub(present.0)
}

//! 票决结果报告单.

mod sums;

use super::{
    Composer,
    closer::{Closeness, fewest_pages},
    columns, form,
};
use crate::{
    CountedRound, DocumentError, Fonts, Note, ResultReport, ResultRow, RoundResult, Verdict, VoidReason,
    draw::Strip,
    layout::{
        flow::Block,
        measure::Style,
        paragraph::{Align, Paragraph},
        table::{Column, TableStyle, Width},
    },
    papers::result_report::{self as words, notes::said},
};
use messages::Language;
use procedure::count::Votes;

/// The least width of the names, in characters.
const NAME: usize = 7;
/// The size of digits that are compared, by the body's, and their line by their size.
const DIGITS_SIZE: f32 = 0.86;
const DIGITS_LINE: f32 = 1.3;

/// The report of a round's result as PDF; refused unless its figures add up.
pub fn result_report(fonts: &Fonts, report: &ResultReport) -> Result<Vec<u8>, DocumentError> {
    sums::check(report)?;
    let composer = form::composer(fonts, &report.heading);
    let title = (composer.words.report.title)(report.heading.year);
    let pages = fewest_pages(composer, &|composer, closeness| blocks(composer, report, &title, closeness))?;
    composer.write(&composer.title_of_round(&title, report.round), pages)
}

fn blocks(
    composer: &Composer<'_>,
    report: &ResultReport,
    title: &str,
    closeness: Closeness,
) -> Result<Vec<Block>, DocumentError> {
    let table = closeness.table(table_style(composer));
    let mut blocks = composer.title(title, report.round)?;
    for line in summary(composer, report) {
        blocks.push(Block::WithNext(composer.paragraph(&line)?));
    }
    blocks.push(Block::Gap(2.0));
    blocks.push(account(composer, table, report)?);
    match &report.result {
        RoundResult::Counted(counted) => blocks.extend(totals(composer, table, counted)?),
        RoundResult::Void(reason) => blocks.extend(void(composer, report, *reason)?),
    }
    blocks.extend(notes(composer, report)?);
    blocks.push(Block::Gap(4.0));
    blocks.push(composer.signing(title, report.round, signatures(composer, report)?)?);
    Ok(blocks)
}

/// 小四 in Chinese; in English smaller, for longer words.
fn table_style(composer: &Composer<'_>) -> TableStyle {
    match composer.language() {
        Language::Chinese => composer.table_style(12.0, 16.0),
        Language::English => composer.table_style(10.5, 14.5),
    }
}

/// The day and the seats; on lines of their own where each category's are named, too.
fn summary(composer: &Composer<'_>, report: &ResultReport) -> Vec<String> {
    let words = &composer.words.report;
    let day = report.date.map(|date| format!("{}{}", words.vote_date, (composer.words.date)(date)));
    if report.categories.is_empty() {
        let day = day.map(|day| format!("{day}{}", words.summary_gap)).unwrap_or_default();
        return vec![format!("{day}{}", (words.seats)(report.seats))];
    }
    let categories = report.categories.iter().map(|(name, seats)| (words.seats_of_category)(name, *seats));
    let categories = categories.collect::<Vec<_>>().join(composer.words.number_separator);
    let day = day.map(|day| format!("{day}{}", words.summary_gap.trim_end()));
    day.into_iter().chain([(words.seats_by_category)(report.seats, &categories)]).collect()
}

/// The account of delegates and ballots.
fn account(
    composer: &Composer<'_>,
    style: TableStyle,
    report: &ResultReport,
) -> Result<Block, DocumentError> {
    let words = &composer.words.report;
    let voters = composer.words.voters(report.heading.body);
    let mut figures = vec![
        (voters.all, report.delegates.to_string()),
        (voters.present, report.present.to_string()),
        (words.issued, report.issued.to_string()),
        (words.collected, report.collected.to_string()),
    ];
    if let RoundResult::Counted(counted) = &report.result {
        figures.push((words.valid, counted.valid.to_string()));
        figures.push((words.void, counted.void.to_string()));
    }
    let column = |head: &str| Column { head: head.to_owned(), width: Width::Even, align: Align::Centre };
    let columns: Vec<Column> = figures.iter().map(|(head, _)| column(head)).collect();
    let row = figures.into_iter().map(|(_, figure)| figure).collect();
    Ok(Block::Table(style.set(composer.fonts, &columns, &[row])?))
}

fn totals(
    composer: &Composer<'_>,
    style: TableStyle,
    counted: &CountedRound,
) -> Result<Vec<Block>, DocumentError> {
    let rule = words::threshold(composer.heading, counted);
    let (columns, rows) = columns::rows(filled(composer, &counted.rows));
    let table = style.set(composer.fonts, &columns, &rows)?;
    Ok(vec![
        Block::Gap(4.0),
        Block::WithNext(composer.paragraph(&rule)?),
        Block::Gap(4.0),
        Block::Table(table),
    ])
}

fn filled(composer: &Composer<'_>, rows: &[ResultRow]) -> Vec<columns::Filled> {
    let words = &composer.words.report;
    let column = |head, width, align, text: &dyn Fn(&ResultRow) -> String| {
        columns::column(rows, head, width, align, text)
    };
    let votes = |votes: Option<Votes>| votes.map(|votes| votes.to_string()).unwrap_or_default();
    vec![
        column(words.rank, Width::Fit, Align::Centre, &|row| row.rank.to_string()),
        column(words.number, Width::Fit, Align::Centre, &|row| row.number.clone()),
        column(words.name, Width::ShareFrom(NAME), Align::Left, &|row| row.name.clone()),
        column(words.category, Width::Share, Align::Centre, &|row| row.category.clone()),
        column(words.approve, Width::Fit, Align::Right, &|row| row.approve.to_string()),
        column(words.oppose, Width::Fit, Align::Right, &|row| votes(row.oppose)),
        column(words.abstain, Width::Fit, Align::Right, &|row| votes(row.abstain)),
        column(words.verdict, Width::Fit, Align::Centre, &|row| verdict(composer, row.verdict).to_owned()),
    ]
}

fn verdict(composer: &Composer<'_>, verdict: Verdict) -> &'static str {
    let words = &composer.words.report;
    match verdict {
        Verdict::Adopted => words.adopted,
        Verdict::AdoptedByLot => words.adopted_by_lot,
        Verdict::NotAdopted => words.not_adopted,
        Verdict::Tied => words.tied,
        Verdict::FurtherRound => words.further_round,
    }
}

fn void(
    composer: &Composer<'_>,
    report: &ResultReport,
    reason: VoidReason,
) -> Result<Vec<Block>, DocumentError> {
    let reason = words::void_reason(&report.heading, reason);
    Ok(vec![
        Block::Gap(composer.body.line),
        Block::WithNext(composer.heading_line(composer.words.report.round_void)?),
        Block::WithNext(composer.paragraph(&reason)?),
    ])
}

fn notes(composer: &Composer<'_>, report: &ResultReport) -> Result<Vec<Block>, DocumentError> {
    if report.notes.is_empty() {
        return Ok(Vec::new());
    }
    let heading = composer.heading_line(composer.words.report.notes)?;
    let mut blocks = vec![Block::Gap(6.0), Block::WithNext(heading)];
    for note in &report.notes {
        match note {
            Note::BoxRoot(root) => blocks.extend(digits(composer, composer.words.report.box_root, root)?),
            Note::StationKey(key) => blocks.extend(digits(composer, composer.words.report.station_key, key)?),
            note => blocks.push(Block::Lines(composer.paragraph(&sentence(composer, note, report))?)),
        }
    }
    Ok(blocks)
}

/// A value below its name on lines of its own, in groups that can be read aloud and compared.
fn digits(composer: &Composer<'_>, name: &str, value: &str) -> Result<Vec<Block>, DocumentError> {
    let indent = composer.indent();
    let size = DIGITS_SIZE * composer.body.size;
    let line = (DIGITS_LINE * size).min(composer.body.line);
    let groups = Paragraph {
        style: Style::plain(composer.body.voice, size, line),
        align: Align::Left,
        hanging_indent: indent,
        ..composer.body_paragraph(indent)
    };
    Ok(vec![
        Block::WithNext(composer.paragraph(name)?),
        Block::Whole(groups.set(composer.fonts, &form::grouped(value))?),
    ])
}

/// A note as a sentence, in which the names of those who sign hold together.
fn sentence(composer: &Composer<'_>, note: &Note, report: &ResultReport) -> String {
    form::statement(&said(note, composer.language()), &report.chief, [&report.scrutineers, &report.tellers])
}

/// Places for all who sign, and for the day they do.
fn signatures(composer: &Composer<'_>, report: &ResultReport) -> Result<Vec<Strip>, DocumentError> {
    let words = &composer.words.report;
    let people = [
        (words.chief, std::slice::from_ref(&report.chief)),
        (words.scrutineers, report.scrutineers.as_slice()),
        (words.tellers, report.tellers.as_slice()),
    ];
    form::places(composer, &people, None)
}

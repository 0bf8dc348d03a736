//! 票决结果报告单.

use super::{
    self as words, CountedRound, Note, ResultReport, ResultRow, RoundResult, Verdict, notes::said, sums,
};
use crate::{
    ContentError, DocumentError, Output, VoidReason,
    common::{columns, composer::Composer, form},
};
use messages::Language;
use procedure::count::Votes;
use typeset::{
    Document, Fit, Styles,
    blocks::{Align, Block, Column, Gap, Keep, RowSize, StyleName, Table, Text, Width},
};

/// The least width of the names, in characters.
const NAME: usize = 7;

/// The report of a round's result as a file; refused unless its figures add up.
pub fn result_report<'a>(
    output: impl Into<Output<'a>>,
    report: &ResultReport,
) -> Result<Vec<u8>, DocumentError> {
    Ok(output.into().of(arrange(report)?)?)
}

fn arrange(report: &ResultReport) -> Result<Document, ContentError> {
    sums::check(report)?;
    let composer = Composer::new(&report.heading);
    let title = (composer.words.report.title)(report.heading.year);
    let mut blocks = composer.title(&title, report.round);
    for line in summary(&composer, report) {
        blocks.push(Composer::paragraph_with_next(line));
    }
    blocks.push(Block::Gap(Gap::Points(2.0)));
    blocks.push(account(&composer, report));
    match &report.result {
        RoundResult::Counted(counted) => blocks.extend(totals(&composer, counted)),
        RoundResult::Void(reason) => blocks.extend(void(&composer, report, *reason)),
    }
    blocks.extend(notes(&composer, report));
    blocks.push(Block::Gap(Gap::Points(4.0)));
    blocks.push(signing(&composer, report, &title));
    let title = composer.title_of_round(&title, report.round);
    Ok(composer.document(&title, Styles::form(composer.language()), Fit::FewestPages, blocks))
}

/// 小四 in Chinese; in English smaller, for longer words.
fn rows(composer: &Composer<'_>) -> RowSize {
    match composer.language() {
        Language::Chinese => RowSize::Closing { size: 12.0, line: 16.0 },
        Language::English => RowSize::Closing { size: 10.5, line: 14.5 },
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
fn account(composer: &Composer<'_>, report: &ResultReport) -> Block {
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
    let columns = figures.iter().map(|(head, _)| Column::new(*head, Width::Even, Align::Centre)).collect();
    let row = figures.into_iter().map(|(_, figure)| figure).collect();
    Block::Table(Table::plain(rows(composer), columns, vec![row]))
}

fn totals(composer: &Composer<'_>, counted: &CountedRound) -> Vec<Block> {
    let rule = words::threshold(composer.heading, counted);
    let (columns, texts) = columns::rows(filled(composer, &counted.rows));
    vec![
        Block::Gap(Gap::Points(4.0)),
        Composer::paragraph_with_next(rule),
        Block::Gap(Gap::Points(4.0)),
        Block::Table(Table::plain(rows(composer), columns, texts)),
    ]
}

fn filled(composer: &Composer<'_>, rows: &[ResultRow]) -> Vec<columns::Filled> {
    let words = &composer.words.report;
    let column = |head, width, align, text: &dyn Fn(&ResultRow) -> String| {
        columns::column(rows, head, width, align, text)
    };
    let votes = |votes: Option<Votes>| votes.map(|votes| votes.to_string()).unwrap_or_default();
    vec![
        column(words.rank, Width::Fit, Align::Centre, &|row| row.rank.to_string()),
        column(words.number, Width::Fit, Align::Centre, &|row| row.number.to_string()),
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

fn void(composer: &Composer<'_>, report: &ResultReport, reason: VoidReason) -> Vec<Block> {
    let reason = words::void_reason(&report.heading, reason);
    vec![
        Block::Gap(Gap::Lines(1.0)),
        Composer::heading(composer.words.report.round_void),
        Composer::paragraph_with_next(reason),
    ]
}

fn notes(composer: &Composer<'_>, report: &ResultReport) -> Vec<Block> {
    if report.notes.is_empty() {
        return Vec::new();
    }
    let words = &composer.words.report;
    let mut blocks = vec![Block::Gap(Gap::Points(6.0)), Composer::heading(words.notes)];
    for note in &report.notes {
        match note {
            Note::BoxRoot(root) => blocks.extend(digits(words.box_root, root)),
            Note::StationKey(key) => blocks.extend(digits(words.station_key, key)),
            note => blocks.push(Composer::paragraph(sentence(composer, note, report))),
        }
    }
    blocks
}

/// A value below its name on lines of its own, in groups that can be read aloud and compared.
fn digits(name: &str, value: &str) -> [Block; 2] {
    let groups = Text::new(StyleName::Digits, form::grouped(value));
    [Composer::paragraph_with_next(name), groups.kept(Keep::Whole).into()]
}

/// A note as a sentence, in which the names of those who sign hold together.
fn sentence(composer: &Composer<'_>, note: &Note, report: &ResultReport) -> String {
    form::statement(&said(note, composer.language()), &report.chief, [&report.scrutineers, &report.tellers])
}

/// Places for all who sign, and for the day they do.
fn signing(composer: &Composer<'_>, report: &ResultReport, title: &str) -> Block {
    let words = &composer.words.report;
    let people = [
        (words.chief, std::slice::from_ref(&report.chief)),
        (words.scrutineers, report.scrutineers.as_slice()),
        (words.tellers, report.tellers.as_slice()),
    ];
    form::signing(composer, title, report.round, &people, None)
}

//! 票箱启用检查单、选票分发情况报告单、选票收回情况报告单、投票结束报告单.

mod sums;

use super::{Composer, form};
use crate::{
    Distribution, DocumentError, Fonts, KeyFigures, Papers, PollReport, PollStage,
    draw::Strip,
    layout::{
        flow::Block,
        measure::Style,
        paragraph::Align,
        table::{Column, TableStyle, Width},
    },
    papers::poll_report::{
        self as words, labels,
        say::{self, Sentence},
    },
};
use procedure::count::{Ballots, Delegates, Issued};
use sums::total;

/// The gap before and after a table.
const GAP: f32 = 6.0;
/// How much smaller the text and its lines are set where the usual ones need more than a page.
const CLOSE_SIZE: f32 = 0.86;
const CLOSE_LINE: f32 = 0.7;
/// The size and line of tables of hashes, which are long and read letter by letter.
const HASH_SIZE: f32 = 10.5;
const HASH_LINE: f32 = 14.5;
/// The line of the other tables, by the usual one, where the text is set smaller.
const CLOSE_ROW: f32 = 0.78;

/// A report on the poll as PDF; refused unless its figures add up.
pub fn poll_report(fonts: &Fonts, report: &PollReport) -> Result<Vec<u8>, DocumentError> {
    sums::check(&report.stage)?;
    let composer = form::composer(fonts, &report.heading);
    let title = words::title(report);
    let usual = composer.pages(&blocks(&composer, report, title)?)?;
    let pages = if usual.len() == 1 {
        usual
    } else {
        // Smaller where that brings it onto one page.
        let Style { voice, size, line, .. } = composer.body;
        let body = Style::plain(voice, CLOSE_SIZE * size, CLOSE_LINE * line);
        let close = Composer { body, ..composer };
        Some(close.pages(&blocks(&close, report, title)?)?).filter(|pages| pages.len() == 1).unwrap_or(usual)
    };
    composer.write(&composer.title_of_round(title, report.round), pages)
}

fn blocks(composer: &Composer<'_>, report: &PollReport, title: &str) -> Result<Vec<Block>, DocumentError> {
    let mut blocks = composer.title(title, report.round)?;
    let introduction = words::worded(composer.heading, &say::introduction(report));
    blocks.push(Block::WithNext(composer.paragraph(&introduction)?));
    blocks.push(Block::Gap(GAP));
    blocks.extend(stage(composer, report)?);
    blocks.push(Block::Gap(GAP));
    blocks.push(composer.signing(title, report.round, places(composer, report)?)?);
    Ok(blocks)
}

fn stage(composer: &Composer<'_>, report: &PollReport) -> Result<Vec<Block>, DocumentError> {
    match &report.stage {
        PollStage::Opening { delegates, present, quorum, made, key, digest } => {
            let mut blocks = opening_figures(composer, [*delegates, *present, *quorum], *made)?;
            blocks.extend(opening_hashes(composer, key, digest)?);
            Ok(blocks)
        }
        PollStage::Distribution(distribution) => distributed(composer, distribution),
        PollStage::Return { present, issued, collected } => returned(composer, *present, *issued, *collected),
        PollStage::Closing { distribution, collected, tray, statement, root, station_key } => {
            let mut blocks = vec![distribution_table(composer, distribution)?, Block::Gap(GAP)];
            let people = [report.scrutineers.as_slice(), &report.tellers];
            let statement = statement.as_ref().map(|text| form::statement(text, &report.chief, people));
            blocks.extend([counted(composer, *collected, *tray)?, Block::Gap(GAP)]);
            let said = say::closing(distribution, *collected, total(*tray), statement.as_deref());
            blocks.extend(sentences(composer, &said)?);
            blocks.extend(fixed_root(composer, root, station_key)?);
            Ok(blocks)
        }
    }
}

/// Those who answer for what is reported: the tellers too where they counted.
fn places(composer: &Composer<'_>, report: &PollReport) -> Result<Vec<Strip>, DocumentError> {
    let words = &composer.words.report;
    let mut people = vec![
        (words.chief, std::slice::from_ref(&report.chief)),
        (words.scrutineers, report.scrutineers.as_slice()),
    ];
    if matches!(report.stage, PollStage::Return { .. } | PollStage::Closing { .. }) {
        people.push((words.tellers, report.tellers.as_slice()));
    }
    form::places(composer, &people, report.date)
}

/// All in office, those present and the quorum; what was made, and the empty box.
fn opening_figures(
    composer: &Composer<'_>,
    who: [Delegates; 3],
    made: Papers,
) -> Result<Vec<Block>, DocumentError> {
    let labels = labels(composer.language());
    let voters = composer.words.voters(composer.heading.body);
    let who = who.map(|figure| figure.to_string()).to_vec();
    let papers = [u64::from(made.slips), u64::from(made.paper), total(made), 0];
    let papers = papers.map(|figure| figure.to_string()).to_vec();
    let heads = [labels.made_slips, labels.made_paper, labels.made_in_all, labels.in_box];
    Ok(vec![
        even_table(composer, &[voters.all, voters.present, labels.quorum], &[who])?,
        Block::Gap(GAP),
        even_table(composer, &heads, &[papers])?,
        Block::Gap(GAP),
    ])
}

/// What the box is bound to.
fn opening_hashes(
    composer: &Composer<'_>,
    key: &KeyFigures,
    digest: &str,
) -> Result<Vec<Block>, DocumentError> {
    let labels = labels(composer.language());
    let hashes = [
        vec![labels.key.to_owned(), form::grouped(&key.fingerprint)],
        vec![labels.list_and_rules.to_owned(), form::grouped(digest)],
    ];
    let mut blocks = vec![hash_table(composer, &hashes)?, Block::Gap(GAP)];
    blocks.extend(sentences(composer, &say::opening(key))?);
    Ok(blocks)
}

fn distributed(composer: &Composer<'_>, distribution: &Distribution) -> Result<Vec<Block>, DocumentError> {
    let mut blocks = vec![distribution_table(composer, distribution)?, Block::Gap(GAP)];
    blocks.extend(sentences(composer, &say::distribution(distribution))?);
    Ok(blocks)
}

fn distribution_table(composer: &Composer<'_>, distribution: &Distribution) -> Result<Block, DocumentError> {
    let labels = labels(composer.language());
    let Distribution { made, issued, left_over, cancelled, .. } = *distribution;
    let columns = [made, issued, left_over, cancelled];
    let row = |name: &str, figure: &dyn Fn(Papers) -> u64| {
        std::iter::once(name.to_owned()).chain(columns.map(|papers| figure(papers).to_string())).collect()
    };
    let rows: [Vec<String>; 3] = [
        row(labels.slips, &|papers| papers.slips.into()),
        row(labels.paper, &|papers| papers.paper.into()),
        row(labels.sum, &total),
    ];
    even_table(
        composer,
        &[labels.kind, labels.made, labels.issued, labels.left_over, labels.cancelled],
        &rows,
    )
}

fn returned(
    composer: &Composer<'_>,
    present: Delegates,
    issued: Issued,
    collected: Ballots,
) -> Result<Vec<Block>, DocumentError> {
    let labels = labels(composer.language());
    let voters = composer.words.voters(composer.heading.body);
    let rest_head = if collected.0 > issued.0 { labels.too_many } else { labels.not_returned };
    let figures = [present.0, issued.0, collected.0, collected.0.abs_diff(issued.0)];
    let row = figures.map(|figure| figure.to_string()).to_vec();
    let heads = [voters.present, composer.words.report.issued, composer.words.report.collected, rest_head];
    Ok(vec![
        even_table(composer, &heads, &[row])?,
        Block::Gap(GAP),
        Block::Lines(composer.finding(&words::worded(composer.heading, &say::account(issued, collected)))?),
    ])
}

/// The box beside what the tellers counted by hand.
fn counted(composer: &Composer<'_>, collected: Ballots, tray: Papers) -> Result<Block, DocumentError> {
    let labels = labels(composer.language());
    let in_box = u64::from(collected.0);
    let difference = in_box.abs_diff(total(tray));
    let figures = [in_box, tray.slips.into(), tray.paper.into(), total(tray), difference];
    let row = figures.map(|figure| figure.to_string()).to_vec();
    let heads =
        [labels.in_box, labels.counted_slips, labels.counted_paper, labels.counted_in_all, labels.difference];
    even_table(composer, &heads, &[row])
}

fn fixed_root(composer: &Composer<'_>, root: &str, station_key: &str) -> Result<Vec<Block>, DocumentError> {
    let labels = labels(composer.language());
    let values = [
        vec![labels.root.to_owned(), form::grouped(root)],
        vec![labels.station_key.to_owned(), form::grouped(station_key)],
    ];
    let mut blocks = vec![Block::Gap(GAP), hash_table(composer, &values)?, Block::Gap(GAP)];
    blocks.extend(sentences(composer, &[Sentence::RootCopiedBefore])?);
    Ok(blocks)
}

/// A table of figures, its rows closer where the text is set smaller.
fn even_table(composer: &Composer<'_>, heads: &[&str], rows: &[Vec<String>]) -> Result<Block, DocumentError> {
    let usual = form::table_style(composer);
    let is_close = composer.body.size < form::composer(composer.fonts, composer.heading).body.size;
    let style = if is_close { TableStyle { line: CLOSE_ROW * usual.line, ..usual } } else { usual };
    let column = |head: &&str| Column { head: (*head).to_owned(), width: Width::Even, align: Align::Centre };
    let columns: Vec<Column> = heads.iter().map(column).collect();
    Ok(Block::Table(style.set(composer.fonts, &columns, rows)?))
}

/// Names, and what they stand for in hexadecimal.
fn hash_table(composer: &Composer<'_>, rows: &[Vec<String>]) -> Result<Block, DocumentError> {
    let labels = labels(composer.language());
    let column = |head: &str, width| Column { head: head.to_owned(), width, align: Align::Centre };
    let columns = [column(labels.hash_name, Width::Fit), column(labels.hash, Width::Share)];
    Ok(Block::Table(composer.table_style(HASH_SIZE, HASH_LINE).set(composer.fonts, &columns, rows)?))
}

fn sentences(composer: &Composer<'_>, said: &[Sentence<'_>]) -> Result<Vec<Block>, DocumentError> {
    let paragraph = |said| composer.paragraph(&words::worded(composer.heading, said));
    said.iter().map(|said| Ok(Block::Lines(paragraph(said)?))).collect()
}

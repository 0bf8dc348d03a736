//! 钥匙仪式报告单、票箱启用检查单、选票分发情况报告单、选票收回情况报告单、投票结束报告单.

use super::{
    self as words, CeremonyAct, Distribution, KeyFigures, Papers, PilesChecked, PollReport, PollStage,
    ceremony, labels,
    say::{self, OfHolders, Sentence},
    sums::{self, total},
};
use crate::{
    ContentError, DocumentError, Output,
    common::{composer::Composer, form},
};
use procedure::count::{Ballots, Delegates, Issued, counted as how_many};
use typeset::{
    Document, Fit, Styles,
    blocks::{Align, Block, Column, Gap, RowSize, StyleName, Table, Text, Width},
};

/// The gap before and after a table.
const GAP: Block = Block::Gap(Gap::Points(6.0));
/// The size and line of tables of hashes, which are long and read letter by letter.
const HASHES: RowSize = RowSize::Fixed { size: 10.5, line: 14.5 };

/// A report on the poll as a file; refused unless its figures add up.
pub fn poll_report<'a>(output: impl Into<Output<'a>>, report: &PollReport) -> Result<Vec<u8>, DocumentError> {
    Ok(output.into().of(arrange(report)?)?)
}

fn arrange(report: &PollReport) -> Result<Document, ContentError> {
    sums::check(&report.stage)?;
    let composer = Composer::new(&report.heading);
    let title = words::title(report);
    let mut blocks = composer.title(title, report.round);
    blocks.push(Composer::paragraph_with_next(words::worded(composer.heading, &say::introduction(report))));
    blocks.push(GAP);
    blocks.extend(stage(&composer, report));
    blocks.push(GAP);
    blocks.push(signing(&composer, report, title));
    let title = composer.title_of_round(title, report.round);
    Ok(composer.document(&title, Styles::form(composer.language()), Fit::SmallerOnOnePage, blocks))
}

fn stage(composer: &Composer<'_>, report: &PollReport) -> Vec<Block> {
    match &report.stage {
        PollStage::Ceremony { key, acts } => {
            let mut blocks = vec![ceremony::table(composer, acts), GAP];
            blocks.extend([hash_table(composer, key_hashes(composer, key)), GAP]);
            blocks.extend(sentences(composer, &say::ceremony(key, acts)));
            blocks
        }
        PollStage::Opening { delegates, present, quorum, made, key, digest } => {
            let mut blocks = opening_figures(composer, [*delegates, *present, *quorum], *made);
            blocks.extend(opening_hashes(composer, key, digest));
            blocks
        }
        PollStage::Distribution(distribution) => distributed(composer, distribution),
        PollStage::Return { present, issued, collected } => returned(composer, *present, *issued, *collected),
        PollStage::Closing {
            distribution,
            collected,
            tray,
            statement,
            piles,
            annulled,
            resumed,
            later,
            root,
            spoken_root,
            station_key,
        } => {
            let mut blocks = vec![distribution_table(composer, distribution), GAP];
            let people = [report.scrutineers.as_slice(), &report.tellers];
            let stated = |text: &String| form::statement(text, &report.chief, people);
            let statement = statement.as_ref().map(stated);
            let void = how_many(annulled.len());
            let in_box = Ballots(collected.0.saturating_sub(void));
            blocks.extend([counted(composer, in_box, *tray), GAP]);
            let in_hand = total(*tray) + u64::from(void);
            let said = say::closing(distribution, *collected, in_hand, statement.as_deref());
            blocks.extend(sentences(composer, &said));
            let annulled: Vec<String> = annulled.iter().map(stated).collect();
            let unchecked = match piles {
                Some(PilesChecked::LeftOut { reason }) => Some(stated(reason)),
                Some(PilesChecked::ByCode { .. }) | None => None,
            };
            let said = say::piles(piles.as_ref(), unchecked.as_deref(), &annulled);
            blocks.extend(sentences(composer, &said));
            blocks.extend(resumed.iter().map(|said| Composer::paragraph(stated(said))));
            blocks.extend(since_sealing(composer, later));
            blocks.extend(fixed_root(composer, root, spoken_root.as_deref(), station_key));
            blocks
        }
    }
}

/// Those who answer for what is reported: the tellers too where they counted.
fn signing(composer: &Composer<'_>, report: &PollReport, title: &str) -> Block {
    let words = &composer.words.report;
    let mut people = vec![
        (words.chief, std::slice::from_ref(&report.chief)),
        (words.scrutineers, report.scrutineers.as_slice()),
    ];
    if matches!(report.stage, PollStage::Return { .. } | PollStage::Closing { .. }) {
        people.push((words.tellers, report.tellers.as_slice()));
    }
    form::signing(composer, title, report.round, &people, report.date)
}

/// All in office, those present and the quorum; what was made, and the empty box.
fn opening_figures(composer: &Composer<'_>, who: [Delegates; 3], made: Papers) -> Vec<Block> {
    let labels = labels(composer.language());
    let voters = composer.words.voters(composer.heading.body);
    let who = who.map(|figure| figure.to_string()).to_vec();
    let papers = [u64::from(made.slips), u64::from(made.paper), total(made), 0];
    let papers = papers.map(|figure| figure.to_string()).to_vec();
    let heads = [labels.made_slips, labels.made_paper, labels.made_in_all, labels.in_box];
    vec![
        form::even_table(composer, &[voters.all, voters.present, labels.quorum], vec![who]),
        GAP,
        form::even_table(composer, &heads, vec![papers]),
        GAP,
    ]
}

/// What the box is bound to.
fn opening_hashes(composer: &Composer<'_>, key: &KeyFigures, digest: &str) -> Vec<Block> {
    let labels = labels(composer.language());
    let mut hashes = key_hashes(composer, key);
    hashes.push(vec![labels.list_and_rules.to_owned(), form::grouped(digest)]);
    let mut blocks = vec![hash_table(composer, hashes), GAP];
    blocks.extend(sentences(composer, &say::opening(key)));
    blocks
}

/// The key, and the commitment to the slips.
fn key_hashes(composer: &Composer<'_>, key: &KeyFigures) -> Vec<Vec<String>> {
    let labels = labels(composer.language());
    let key_row = vec![labels.key.to_owned(), form::grouped(&key.fingerprint)];
    let slips = key.slip_list.as_ref().map(|list| vec![labels.slip_list.to_owned(), form::grouped(list)]);
    let spoken = key.spoken.as_ref().map(|spoken| vec![labels.spoken.to_owned(), spoken.clone()]);
    std::iter::once(key_row).chain(spoken).chain(slips).collect()
}

fn distributed(composer: &Composer<'_>, distribution: &Distribution) -> Vec<Block> {
    let mut blocks = vec![distribution_table(composer, distribution), GAP];
    blocks.extend(sentences(composer, &say::distribution(distribution)));
    blocks
}

fn distribution_table(composer: &Composer<'_>, distribution: &Distribution) -> Block {
    let labels = labels(composer.language());
    let Distribution { made, issued, left_over, cancelled, .. } = *distribution;
    let columns = [made, issued, left_over, cancelled];
    let row = |name: &str, figure: &dyn Fn(Papers) -> u64| {
        std::iter::once(name.to_owned()).chain(columns.map(|papers| figure(papers).to_string())).collect()
    };
    let rows: Vec<Vec<String>> = vec![
        row(labels.slips, &|papers| papers.slips.into()),
        row(labels.paper, &|papers| papers.paper.into()),
        row(labels.sum, &total),
    ];
    let heads = [labels.kind, labels.made, labels.issued, labels.left_over, labels.cancelled];
    form::even_table(composer, &heads, rows)
}

fn returned(composer: &Composer<'_>, present: Delegates, issued: Issued, collected: Ballots) -> Vec<Block> {
    let labels = labels(composer.language());
    let voters = composer.words.voters(composer.heading.body);
    let rest_head = if collected.0 > issued.0 { labels.too_many } else { labels.not_returned };
    let figures = [present.0, issued.0, collected.0, collected.0.abs_diff(issued.0)];
    let row = figures.map(|figure| figure.to_string()).to_vec();
    let heads = [voters.present, composer.words.report.issued, composer.words.report.collected, rest_head];
    vec![
        form::even_table(composer, &heads, vec![row]),
        GAP,
        Text::new(StyleName::Finding, words::worded(composer.heading, &say::account(issued, collected)))
            .into(),
    ]
}

/// The box beside what the tellers counted by hand.
fn counted(composer: &Composer<'_>, collected: Ballots, tray: Papers) -> Block {
    let labels = labels(composer.language());
    let in_box = u64::from(collected.0);
    let difference = in_box.abs_diff(total(tray));
    let figures = [in_box, tray.slips.into(), tray.paper.into(), total(tray), difference];
    let row = figures.map(|figure| figure.to_string()).to_vec();
    let heads =
        [labels.in_box, labels.counted_slips, labels.counted_paper, labels.counted_in_all, labels.difference];
    form::even_table(composer, &heads, vec![row])
}

/// The PINs of the time since the box was sealed; nothing where there are none.
fn since_sealing(composer: &Composer<'_>, later: &[CeremonyAct]) -> Vec<Block> {
    if later.is_empty() {
        return Vec::new();
    }
    let said = words::worded(composer.heading, &Sentence::PinsSinceSealing);
    vec![GAP, Composer::paragraph_with_next(said), GAP, ceremony::table(composer, later)]
}

fn fixed_root(composer: &Composer<'_>, root: &str, spoken: Option<&str>, station_key: &str) -> Vec<Block> {
    let labels = labels(composer.language());
    let mut values = vec![vec![labels.root.to_owned(), form::grouped(root)]];
    values.extend(spoken.map(|spoken| vec![labels.spoken_root.to_owned(), spoken.to_owned()]));
    values.push(vec![labels.station_key.to_owned(), form::grouped(station_key)]);
    let mut blocks = vec![GAP, hash_table(composer, values), GAP];
    blocks.extend(sentences(composer, &[Sentence::RootCopiedBefore]));
    blocks.extend(
        spoken.iter().flat_map(|_| sentences(composer, &[Sentence::OfHolders(OfHolders::RootReadAloud)])),
    );
    blocks
}

/// Names, and what they stand for in hexadecimal.
fn hash_table(composer: &Composer<'_>, rows: Vec<Vec<String>>) -> Block {
    let labels = labels(composer.language());
    let columns = vec![
        Column::new(labels.hash_name, Width::Fit, Align::Centre),
        Column::new(labels.hash, Width::Share, Align::Centre),
    ];
    Block::Table(Table::plain(HASHES, columns, rows))
}

fn sentences(composer: &Composer<'_>, said: &[Sentence<'_>]) -> Vec<Block> {
    said.iter().map(|said| Composer::paragraph(words::worded(composer.heading, said))).collect()
}

//! The table of PINs and outputs.

use super::{CeremonyAct, labels};
use crate::common::{
    columns,
    composer::Composer,
    names::{joined, joined_list},
};
use typeset::blocks::{Align, Block, RowSize, Table, Width};

/// 五号, for the many rows of a large ceremony.
const ROWS: RowSize = RowSize::Closing { size: 10.5, line: 14.5 };
/// The least width of the names, in characters.
const NAME: usize = 9;

/// A row for each, in order.
pub(super) fn table(composer: &Composer<'_>, acts: &[CeremonyAct]) -> Block {
    let labels = labels(composer.language());
    let column = |head, width, align, text: &dyn Fn(&CeremonyAct) -> String| {
        columns::column(acts, head, width, align, text)
    };
    let by = |act: &CeremonyAct| joined_list(&act.by, composer.words.number_separator);
    let (columns, rows) = columns::rows(vec![
        column(labels.time, Width::Fit, Align::Centre, &|act| act.at.format("%m-%d %H:%M").to_string()),
        column(labels.what, Width::Share, Align::Left, &|act| (labels.done)(act.what)),
        column(labels.person, Width::ShareFrom(NAME), Align::Left, &|act| {
            act.person.as_deref().map(joined).unwrap_or_default()
        }),
        column(labels.by, Width::ShareFrom(NAME), Align::Left, &by),
        column(labels.reason, Width::Share, Align::Left, &|act| act.reason.clone().unwrap_or_default()),
    ]);
    Block::Table(Table::plain(ROWS, columns, rows))
}

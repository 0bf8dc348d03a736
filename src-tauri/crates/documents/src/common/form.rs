//! What forms have in common: tables of figures, and places for those who sign.

use super::{composer::Composer, names::joined_in};
use crate::ContentError;
use chrono::NaiveDate;
use messages::Language;
use procedure::number::RoundNumber;
use typeset::blocks::{Align, Block, Column, Day, RowSize, Signers, Signing, Table, Width};

/// Hexadecimal characters in a group that is read aloud, and groups on a line.
const GROUP: usize = 8;
const GROUPS_A_LINE: usize = 4;

/// 小四 in Chinese; in English smaller, for longer words.
pub(crate) fn rows(composer: &Composer<'_>) -> RowSize {
    match composer.language() {
        Language::Chinese => RowSize::Closing { size: 12.0, line: 18.0 },
        Language::English => RowSize::Closing { size: 10.5, line: 16.0 },
    }
}

/// A table of columns of one width.
pub(crate) fn even_table(composer: &Composer<'_>, heads: &[&str], texts: Vec<Vec<String>>) -> Block {
    let columns = heads.iter().map(|head| Column::new(*head, Width::Even, Align::Centre));
    Block::Table(Table::plain(rows(composer), columns.collect(), texts))
}

/// A hash in groups that can be read aloud and compared.
pub(crate) fn grouped(hash: &str) -> String {
    let chars: Vec<char> = hash.chars().filter(|char| !char.is_whitespace()).collect();
    let groups: Vec<String> = chars.chunks(GROUP).map(|group| group.iter().collect()).collect();
    let lines: Vec<String> = groups.chunks(GROUPS_A_LINE).map(|line| line.join("  ")).collect();
    lines.join("\n")
}

/// Places for these people to sign a document, each kind after its label, and the day, which is left to be filled in where
/// none is given. The document's title stands above them where they take a sheet of their own.
pub(crate) fn signing(
    composer: &Composer<'_>,
    title: &str,
    round: RoundNumber,
    people: &[(&str, &[String])],
    date: Option<NaiveDate>,
) -> Block {
    let words = &composer.words.report;
    let name = format!("{}{}", composer.session_name(), composer.words.name_separator);
    let document = format!("{}\n{}", name.trim_end(), composer.title_of_round(title, round));
    let signers =
        |(label, names): &(&str, &[String])| Signers { label: (*label).to_owned(), names: names.to_vec() };
    Block::Signing(Signing {
        document: (composer.words.signing_page)(&document),
        people: people.iter().map(signers).collect(),
        day_label: words.sign_date.to_owned(),
        day: match date {
            Some(date) => Day::Printed((composer.words.date)(date)),
            None => Day::Blank(composer.words.date_parts),
        },
    })
}

/// A sentence that somebody wrote, in which the names of these people hold together.
pub(crate) fn statement(text: &str, chief: &str, others: [&[String]; 2]) -> String {
    let others = others.into_iter().flatten().map(String::as_str);
    joined_in(text, std::iter::once(chief).chain(others))
}

/// Figures that must hold before anything is printed; the place names them where they don't.
pub(crate) fn holds(right: bool, place: &str) -> Result<(), ContentError> {
    if right { Ok(()) } else { Err(ContentError::SumsDiffer { place: place.to_owned() }) }
}

//! Units of amounts.

use std::collections::BTreeMap;

/// A unit: how many fen it has, as a power of ten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit(pub(super) u32);

/// 元.
pub(super) const YUAN: Unit = Unit(2);
/// 万元, the unit of candidate lists.
pub(super) const WAN: Unit = Unit(6);
/// 亿元.
pub(super) const YI: Unit = Unit(10);

/// The words for units, longer ones before those that they end in.
const WORDS: [(&str, Unit); 15] = [
    ("千万元", Unit(9)),
    ("百万元", Unit(8)),
    ("十万元", Unit(7)),
    ("亿元", YI),
    ("万元", WAN),
    ("千元", Unit(5)),
    ("10,000yuan", WAN),
    ("10000yuan", WAN),
    ("millionyuan", Unit(8)),
    ("元", YUAN),
    ("yuan", YUAN),
    ("百万", Unit(8)),
    ("千万", Unit(9)),
    ("亿", YI),
    ("万", WAN),
];

/// An amount's text without the unit at its end, and that unit.
pub(super) fn at_end(text: &str) -> (&str, Option<Unit>) {
    for (word, unit) in WORDS {
        if let Some(before) = text.strip_suffix(word) {
            return (before, Some(unit));
        }
    }
    (text, None)
}

/// The unit that a title names: in brackets, or behind a colon or a stroke. `多元` is none.
pub(super) fn of_title(title: &str) -> Option<Unit> {
    let title = super::names::plain(title);
    let parts = title.split(['(', ')', ':', '/', '、', '[', ']', '【', '】']);
    let named =
        parts.skip(1).find_map(|part| whole(part.trim_start_matches("单位").trim_start_matches("人民币")));
    named.or_else(|| WORDS.iter().take(6).find(|(word, _)| title.ends_with(word)).map(|(_, unit)| *unit))
}

fn whole(part: &str) -> Option<Unit> {
    WORDS.iter().take(11).find(|(word, _)| *word == part).map(|(_, unit)| *unit)
}

/// The unit that a line above the titles names: `单位:万元`.
pub(super) fn of_line(line: &str) -> Option<Unit> {
    let line = super::names::plain(line);
    let behind = line.split_once("单位").or_else(|| line.split_once("unit"))?.1;
    let word = behind.trim_start_matches([':', '为', '(']).trim_start_matches("人民币").trim_end_matches(')');
    WORDS.iter().take(11).find(|(unit, _)| word.starts_with(unit)).map(|(_, unit)| *unit)
}

/// The word for a unit.
pub(super) fn word(unit: Unit) -> &'static str {
    WORDS.iter().find(|(_, one)| *one == unit).map_or("", |(word, _)| word)
}

/// The units of columns of amounts, by their places; none where nothing says so.
pub(super) type Units = BTreeMap<u32, Option<Unit>>;

//! Texts, without what was added or lost on their way into a cell.

use super::{
    characters::{self, Lost, is_dot, is_unprintable, is_unseen, narrowed},
    cleaned::{Ask, Cleaned},
    codes::{CellProblem, ChangeCode, QuestionCode},
    form::Kind,
    names::is_han,
    outcome::Held,
};
use crate::Limits;

const REMOVE: &str = "remove";
const REFUSE: &str = "refuse";
const DOT: &str = "dot";
const KEEP: &str = "keep";

/// What comes after a text is freed of what nobody sees.
pub(super) type Then<'a> = &'a dyn Fn(&str) -> Cleaned;

/// A text as it is written, freed of what nobody sees at its ends and within it, and then understood.
pub(super) fn seen(written: &str, kind: Kind, then: Then<'_>) -> Cleaned {
    let unquoted = written.trim().strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    if let Some(unquoted) = unquoted {
        return seen(unquoted, kind, then).after(ChangeCode::EqualsQuoted, written, unquoted);
    }
    let is_empty = |character: char| character.is_whitespace() || is_unseen(character);
    let trimmed = written.trim_matches(is_empty);
    let code = if written.contains(is_unseen) { ChangeCode::Invisible } else { ChangeCode::Padding };
    if trimmed.is_empty() {
        return Cleaned::value(None);
    }
    in_one_line(trimmed, kind, then).after(code, written, trimmed)
}

fn in_one_line(text: &str, kind: Kind, then: Then<'_>) -> Cleaned {
    if kind == Kind::Lines || !text.contains('\n') {
        return visible(text, kind, then);
    }
    let mut joined = String::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let latin =
            |character: Option<char>| character.is_some_and(|character| character.is_ascii_alphanumeric());
        if latin(joined.chars().last()) && latin(line.chars().next()) {
            joined.push(' ');
        }
        joined.push_str(line);
    }
    visible(&joined, kind, then).after(ChangeCode::LineBreak, text, &joined)
}

/// Within names and numbers a person is asked about what nobody sees; within other texts it is only removed.
fn visible(text: &str, kind: Kind, then: Then<'_>) -> Cleaned {
    if !text.contains(is_unseen) {
        return real(text, then);
    }
    let is_text = matches!(kind, Kind::Line { .. } | Kind::Lines);
    let space = |character: &char| is_text && matches!(character, '\u{00A0}' | '\u{2007}' | '\u{202F}');
    let kept = text.chars().filter(|character| !is_unseen(*character) || space(character));
    let removed: String = kept.map(|character| if space(&character) { ' ' } else { character }).collect();
    let cleaned = real(&removed, then).after(ChangeCode::Invisible, text, &removed);
    if is_text {
        return cleaned;
    }
    let unseen = text.chars().find(|character| is_unseen(*character)).unwrap_or_default();
    let refused = CellProblem::Character { code_point: code_point(unseen) };
    Cleaned::ask(Ask {
        code: QuestionCode::InvisibleInside,
        about: String::new(),
        choices: vec![(REMOVE, cleaned), (REFUSE, Cleaned::wrong(refused))],
        proposal: Some(REMOVE),
        open: None,
    })
}

/// With characters in the place of radicals that look like them.
fn real(text: &str, then: Then<'_>) -> Cleaned {
    let real: String =
        text.chars().map(|character| characters::radical(character).unwrap_or(character)).collect();
    then(&real).after(ChangeCode::Radical, text, &real)
}

fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// A text of at most so many characters, all of which can be printed.
pub(super) fn printable(text: &str, limit: usize) -> Cleaned {
    let length = text.chars().count();
    if length > limit {
        return Cleaned::wrong(CellProblem::TooLong { length, limit });
    }
    if let Some(Lost { known }) = characters::lost(text) {
        return Cleaned::wrong(stand_in(known));
    }
    let unprintable = |character: &char| is_unprintable(*character) && *character != '\n';
    match text.chars().find(unprintable) {
        Some(character) => Cleaned::wrong(CellProblem::Character { code_point: code_point(character) }),
        None => Cleaned::text(text),
    }
}

fn stand_in(known: Option<char>) -> CellProblem {
    CellProblem::StandIn { known: known.map(String::from).unwrap_or_default() }
}

/// A text of one line or several.
pub(super) fn text(text: &str) -> Cleaned {
    printable(text, Limits::CELL)
}

/// A number by which an entry is known, as it is written, in half width.
pub(super) fn number(text: &str, limit: usize) -> Cleaned {
    let narrow: String = text.chars().map(narrowed).collect();
    let without_spaces: String = narrow.chars().filter(|character| *character != ' ').collect();
    let cleaned = if is_scientific(&without_spaces) {
        Cleaned::wrong(CellProblem::DigitsLost)
    } else {
        let whole = without_decimals(&without_spaces);
        printable(whole, limit).after(ChangeCode::DecimalNumber, &without_spaces, whole)
    };
    let cleaned = cleaned.after(ChangeCode::Padding, &narrow, &without_spaces);
    cleaned.after(ChangeCode::FullWidth, text, &narrow)
}

/// Whether a spreadsheet has written a long number as `3.3E+11`.
fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else { return false };
    let figures = |text: &str| {
        !text.is_empty() && text.chars().all(|character| character.is_ascii_digit() || character == '.')
    };
    figures(mantissa) && exponent.starts_with(['+', '-']) && figures(exponent.trim_start_matches(['+', '-']))
}

/// `1.0` counts as `1`.
fn without_decimals(text: &str) -> &str {
    let whole = text.split_once('.').filter(|(whole, decimals)| {
        let figures = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        figures(whole) && figures(decimals) && decimals.bytes().all(|byte| byte == b'0')
    });
    whole.map_or(text, |(whole, _)| whole)
}

/// The name of an entry that is no person.
pub(super) fn title(text: &str, limit: usize) -> Cleaned {
    match text.chars().find(|character| matches!(character, '?' | '？' | '□' | '〓')) {
        Some(_) => Cleaned::wrong(stand_in(None)),
        None => printable(text, limit),
    }
}

/// What entries belong to.
pub(super) fn group(text: &str, limit: usize) -> Cleaned {
    if let Some(Lost { known }) = characters::stand_in(text) {
        return Cleaned::wrong(stand_in(known));
    }
    let together = text.chars().all(|character| !character.is_ascii_alphabetic());
    let joined = if together { without_spaces(text) } else { with_single_spaces(text) };
    printable(&joined, limit).after(ChangeCode::Padding, text, &joined)
}

/// A person's name.
pub(super) fn person(text: &str, limit: usize) -> Cleaned {
    let bare = without_remarks(text);
    let dotted = with_prescribed_dots(bare);
    if let Some(Lost { known }) = characters::stand_in(&dotted) {
        return Cleaned::wrong(stand_in(known));
    }
    let cleaned = unpadded(&dotted, limit);
    cleaned.after(ChangeCode::MiddleDot, bare, &dotted).after(ChangeCode::Remark, text, bare)
}

/// A name without remarks behind it, such as (女) or (女,回族). Others may be what tells two persons apart.
fn without_remarks(text: &str) -> &str {
    let Some(place) = text.rfind(['(', '（']) else { return text };
    let (before, bracket) = text.split_at(place);
    let Some(inside) = bracket.strip_suffix([')', '）']) else { return text };
    let inside = inside.trim_start_matches(['(', '（']);
    let is_remark = |part: &str| {
        let part = part.trim();
        matches!(part, "女" | "男" | "汉" | "回" | "群众")
            || ["族", "党", "党员", "无党派"].iter().any(|end| part.ends_with(end))
    };
    let remarks =
        inside.split([',', '，', '、', ' ', ';', '；']).filter(|part| !part.is_empty()).all(is_remark);
    if remarks && !inside.is_empty() && !before.trim().is_empty() { before.trim_end() } else { text }
}

/// Dots between parts of a name in the form of U+00B7. Dots of Latin initials are left.
fn with_prescribed_dots(text: &str) -> String {
    let han = text.chars().any(is_han);
    let spaced = |character: char| if han && is_dot(character) { '·' } else { character };
    let dotted: String = text.chars().map(spaced).collect();
    if dotted.contains('·') {
        dotted.split('·').map(str::trim).collect::<Vec<_>>().join("·")
    } else {
        dotted
    }
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

fn with_single_spaces(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Spaces pad names of few characters to one width; between long parts they may stand for a dot, which a person says.
fn unpadded(text: &str, limit: usize) -> Cleaned {
    let parts: Vec<usize> = text.split_whitespace().map(|part| part.chars().count()).collect();
    if parts.len() < 2 {
        return printable(text, limit);
    }
    let chinese =
        text.chars().all(|character| is_han(character) || character.is_whitespace() || character == '·');
    if !chinese {
        let single = with_single_spaces(text);
        return printable(&single, limit).after(ChangeCode::Padding, text, &single);
    }
    let joined = without_spaces(text);
    let padded = parts.iter().all(|part| *part == 1) || parts.iter().sum::<usize>() <= 4;
    let cleaned = printable(&joined, limit).after(ChangeCode::Padding, text, &joined);
    if padded {
        return cleaned;
    }
    let dotted = text.split_whitespace().collect::<Vec<_>>().join("·");
    let kept = with_single_spaces(text);
    Cleaned::ask(Ask {
        code: QuestionCode::SpaceInName,
        about: String::new(),
        choices: vec![
            (REMOVE, cleaned),
            (DOT, printable(&dotted, limit).after(ChangeCode::MiddleDot, text, &dotted)),
            (KEEP, printable(&kept, limit).after(ChangeCode::Padding, text, &kept)),
        ],
        proposal: None,
        open: Some(Held::Text(text.to_owned())),
    })
}

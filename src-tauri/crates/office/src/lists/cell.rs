//! What a single text may be: an amount, a date, a yes; and which characters it may have.

use super::CellProblem;
use chrono::NaiveDate;
use procedure::money::{Money, MoneyError};

/// The forms of a date, as findings name them.
const DATES: &str = "2020-12-31, 2020/12/31, 2020年12月31日";
/// The words for yes and no.
const YES: [&str; 2] = ["是", "yes"];
const NO: [&str; 2] = ["否", "no"];

/// Digits that a spreadsheet keeps of a number.
const KEPT_DIGITS: usize = 15;

/// What a column of text takes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words {
    /// Characters at the most.
    pub(super) limit: usize,
    /// Whether there may be several lines.
    pub(super) lines: bool,
}

impl Words {
    /// One line of so many characters at the most.
    pub(super) const fn line(limit: usize) -> Self {
        Self { limit, lines: false }
    }

    /// Several lines, as long as a cell may be.
    pub(super) const LINES: Self = Self { limit: sheets::Limits::CELL, lines: true };
}

/// Checks a text's length and characters.
pub(super) fn words(text: &str, words: Words) -> Result<(), CellProblem> {
    let length = text.chars().count();
    if length > words.limit {
        return Err(CellProblem::TooLong { length, limit: words.limit });
    }
    for character in text.chars() {
        if character == '\n' && words.lines {
            continue;
        }
        if character == '\n' {
            return Err(CellProblem::SeveralLines);
        }
        if unprintable(character) {
            return Err(CellProblem::Character { code_point: format!("U+{:04X}", u32::from(character)) });
        }
    }
    Ok(())
}

/// Control characters, characters that can't be seen or that turn the direction of others, private and unassigned
/// ones, and the mark of a lost character. Variants of a character (U+FE00 to U+FE0F, U+E0100 to U+E01EF) are let through:
/// names are written with them.
fn unprintable(character: char) -> bool {
    character.is_control()
        || (character.is_whitespace() && !matches!(character, ' ' | '\u{3000}'))
        || matches!(character,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}'
            | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{2800}'
            | '\u{3164}' | '\u{E000}'..='\u{F8FF}' | '\u{FDD0}'..='\u{FDEF}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}' | '\u{FFFD}'..='\u{FFFF}' | '\u{E0000}'..='\u{E00FF}'
            | '\u{F0000}'..='\u{10FFFF}')
}

/// Refuses full-width digits and letters, and says what they would be in half width.
pub(super) fn half_width(text: &str) -> Result<(), CellProblem> {
    let suggestion: String = text.chars().map(narrowed).collect();
    if suggestion == text { Ok(()) } else { Err(CellProblem::FullWidth { suggestion }) }
}

/// The half-width twin of U+FF01 to U+FF5E, which lie in the order of ASCII.
fn narrowed(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        other => other,
    }
}

/// Refuses a spreadsheet's number that has more digits than a spreadsheet keeps.
pub(super) fn digits_kept(number: &str) -> Result<(), CellProblem> {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    if digits > KEPT_DIGITS { Err(CellProblem::DigitsLost) } else { Ok(()) }
}

/// An amount in 万元.
pub(super) fn money(text: &str) -> Result<Money, CellProblem> {
    half_width(text)?;
    Money::parse_wan(text).map_err(|error| match error {
        MoneyError::Malformed => CellProblem::NotAnAmount,
        MoneyError::Negative => CellProblem::Negative,
        MoneyError::TooFine => CellProblem::TooFine,
        MoneyError::TooLarge => CellProblem::TooMuch,
    })
}

/// A day in one of the accepted forms; a month or a year alone is not taken, for it names no day.
pub(super) fn date(text: &str) -> Result<NaiveDate, CellProblem> {
    half_width(text)?;
    let forms = [("-", "-", ""), ("/", "/", ""), ("年", "月", "日")];
    forms.into_iter().find_map(|form| date_in(text, form)).ok_or_else(not_a_date)
}

/// The finding that says which forms of a date are taken.
pub(super) fn not_a_date() -> CellProblem {
    CellProblem::NotADate { accepted: DATES.to_owned() }
}

fn date_in(text: &str, (after_year, after_month, end): (&str, &str, &str)) -> Option<NaiveDate> {
    let (year, rest) = text.strip_suffix(end)?.split_once(after_year)?;
    let (month, day) = rest.split_once(after_month)?;
    let year = digits(year, 4, 4)?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, digits(month, 1, 2)?, digits(day, 1, 2)?)
}

fn digits(text: &str, least: usize, most: usize) -> Option<u32> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && (least..=most).contains(&text.len());
    plain.then(|| text.parse().ok()).flatten()
}

/// Yes or no.
pub(super) fn yes_or_no(text: &str) -> Result<bool, CellProblem> {
    let is_one_of = |words: [&str; 2]| words.iter().any(|word| word.eq_ignore_ascii_case(text));
    if is_one_of(YES) {
        Ok(true)
    } else if is_one_of(NO) {
        Ok(false)
    } else {
        Err(CellProblem::NotYesOrNo { accepted: [YES, NO].concat().join(", ") })
    }
}

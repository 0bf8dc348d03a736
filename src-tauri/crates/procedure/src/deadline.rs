//! By when a project will be done: a day, or words that say so.

use crate::statement::is_letter;
use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::fmt;

/// Characters of words at the most.
const LONGEST: usize = 60;

/// By when a project will be done (完成时限). A government's list often names no day: `2026年12月底`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deadline {
    /// A day of a year with four digits.
    Day(NaiveDate),
    /// Words, kept as they are written.
    Words(Words),
}

/// Words of one line with at least one letter, so that none is a day in another form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(String);

impl Deadline {
    /// The deadline that a text says: a day as `2026-12-31`, or words. None for anything else, such as `+12026-01-01`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let is_form = text.len() == "2026-12-31".len()
            && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        if is_form {
            return text.parse().ok().map(Self::Day);
        }
        let fits = !text.is_empty() && text.chars().count() <= LONGEST && !text.contains(char::is_control);
        (fits && text.contains(is_letter)).then(|| Self::Words(Words(text.to_owned())))
    }

    /// This day; none if its year hasn't four digits. Any other would be written with a sign.
    #[must_use]
    pub fn day(day: NaiveDate) -> Option<Self> {
        (0..=9999).contains(&day.year()).then_some(Self::Day(day))
    }

    /// The last day that it leaves, by which deadlines are ordered: of the day, the month or the year that words name.
    /// None for words that name no year. `2026年12月底` leaves 31 December 2026, `2026年上半年` 30 June.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(*day),
            Self::Words(Words(words)) => last_day(words),
        }
    }
}

fn last_day(words: &str) -> Option<NaiveDate> {
    let plain: String = words.chars().filter(|character| !character.is_whitespace()).collect();
    let (before, behind) = plain.split_once('年')?;
    let digits = before.len() - before.trim_end_matches(|character: char| character.is_ascii_digit()).len();
    let year: i32 =
        before.get(before.len() - digits..)?.parse().ok().filter(|year| (1000..=9999).contains(year))?;
    let behind = behind.trim_start_matches(['的', '底', '末', '前']);
    let (number, rest) = leading_number(behind);
    let month = number.filter(|_| rest.starts_with('月')).unwrap_or_else(|| last_month(behind));
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let in_month = rest.trim_start_matches('月');
    let (day, after) = leading_number(in_month);
    if let Some(day) = day.filter(|_| after.starts_with(['日', '号'])) {
        return first.with_day(day);
    }
    match in_month {
        part if part.starts_with("上旬") => first.with_day(10),
        part if part.starts_with("中旬") => first.with_day(20),
        _ => first.checked_add_months(Months::new(1))?.pred_opt(),
    }
}

fn leading_number(text: &str) -> (Option<u32>, &str) {
    let rest = text.trim_start_matches(|character: char| character.is_ascii_digit());
    let (number, rest) = text.split_at(text.len() - rest.len());
    (number.parse().ok(), rest)
}

/// The last months of parts of a year.
const PARTS: [(&str, u32); 9] = [
    ("上半年", 6),
    ("一季度", 3),
    ("1季度", 3),
    ("二季度", 6),
    ("2季度", 6),
    ("三季度", 9),
    ("3季度", 9),
    ("年中", 6),
    ("初", 1),
];

/// The last month of a part of a year; December for the whole.
fn last_month(part: &str) -> u32 {
    let part = part.trim_start_matches('第');
    PARTS.iter().find(|(words, _)| part.starts_with(words)).map_or(12, |(_, month)| *month)
}

impl fmt::Display for Deadline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Words(Words(words)) => f.write_str(words),
        }
    }
}

impl Serialize for Deadline {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Deadline {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::read(&text).ok_or_else(|| D::Error::custom(format_args!("no deadline: {text}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deadlines_are_ordered_by_their_last_day() {
        for (words, last) in [
            ("2026-12-31", "2026-12-31"),
            ("2026年12月底", "2026-12-31"),
            ("2026年11月", "2026-11-30"),
            ("2026年", "2026-12-31"),
            ("2026年底前完成", "2026-12-31"),
            ("2026年6月15日前", "2026-06-15"),
            ("2026年6月中旬", "2026-06-20"),
            ("2026年上半年", "2026-06-30"),
            ("2026年第三季度", "2026-09-30"),
        ] {
            let deadline = Deadline::read(words).unwrap();
            assert_eq!(deadline.last_day().unwrap().to_string(), last, "{words}");
            assert_eq!(deadline.to_string(), words);
        }
        for words in ["长期", "12月底前", "2026年13月"] {
            assert_eq!(Deadline::read(words).unwrap().last_day(), None, "{words}");
        }
    }

    #[test]
    fn what_is_neither_a_day_nor_words_is_refused() {
        for text in ["", "+12026-01-01", "-0001-01-01", "2026-02-29", "2026.12", "20261231", "—", "年\n底"]
        {
            assert_eq!(Deadline::read(text), None, "{text}");
        }
        assert_eq!(Deadline::read(&"年".repeat(61)), None);
    }
}

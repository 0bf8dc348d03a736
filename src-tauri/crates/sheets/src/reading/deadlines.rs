//! Deadlines: days, and words that say by when.

use super::{characters::narrowed, codes::CellProblem, names::is_han};
use chrono::{Datelike, NaiveDate};

/// The forms of a day, as findings name them.
const DAYS: &str = "2026-12-31, 2026/12/31, 2026年12月31日, 2026年12月底";

/// What a deadline's text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Deadline {
    /// A day.
    Day(NaiveDate),
    /// Words, as they are written or in the one form of a month.
    Words(String),
    /// Nothing: a sign for it.
    Nothing,
}

/// Understands a deadline.
pub(super) fn read(text: &str) -> Result<Deadline, CellProblem> {
    let narrow: String = text.chars().map(narrowed).collect();
    let narrow = narrow.trim();
    if ["—", "-", "--", "——", "/", "\\", "无"].contains(&narrow) {
        return Ok(Deadline::Nothing);
    }
    let numbers: Vec<&str> = narrow.split(['-', '/', '.', '年', '月', '日', '号', ' ']).collect();
    let figures: Vec<&str> = numbers.iter().copied().filter(|part| !part.is_empty()).collect();
    let is_figures = figures.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if !is_figures {
        // Words say something only if they have letters.
        let has_words = narrow.chars().any(|character| is_han(character) || character.is_alphabetic());
        return if has_words { Ok(Deadline::Words(text.trim().to_owned())) } else { Err(not_a_date()) };
    }
    match figures.as_slice() {
        [year, month, day] if is_form(narrow) => {
            day_of(year, month, day).map(Deadline::Day).ok_or_else(not_a_date)
        }
        [year, month] if year.len() == 4 => month_of(year, month).ok_or_else(not_a_date),
        [year] if year.len() == 4 && narrow.ends_with('年') => Ok(Deadline::Words(format!("{year}年"))),
        [month, day] if narrow.contains('月') && day_of("2024", month, day).is_some() => {
            Ok(Deadline::Words(text.trim().to_owned()))
        }
        [month] if narrow.ends_with('月') && day_of("2024", month, "1").is_some() => {
            Ok(Deadline::Words(text.trim().to_owned()))
        }
        _ => Err(not_a_date()),
    }
}

/// The finding that says which forms are taken.
pub(super) fn not_a_date() -> CellProblem {
    CellProblem::NotADate { accepted: DAYS.to_owned() }
}

/// Whether a day's three numbers are parted by one sign, or by the words for them.
fn is_form(text: &str) -> bool {
    let signs: Vec<char> = text.chars().filter(|character| !character.is_ascii_digit()).collect();
    matches!(
        signs.as_slice(),
        ['-', '-'] | ['/', '/'] | ['.', '.'] | ['年', '月', '日' | '号'] | ['年', '月']
    )
}

fn day_of(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    let fits = year.len() == 4 && month.len() <= 2 && day.len() <= 2;
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).filter(|_| fits)
}

fn month_of(year: &str, month: &str) -> Option<Deadline> {
    let first = day_of(year, month, "1")?;
    Some(Deadline::Words(format!("{}年{}月", first.year(), first.month())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_days_in_every_form() {
        for text in ["2026-12-31", "2026/12/31", "2026.12.31", "2026年12月31日", "２０２６-12-31"] {
            assert_eq!(read(text), Ok(Deadline::Day(day("2026-12-31"))), "{text}");
        }
    }

    #[test]
    fn words_are_kept() {
        for text in
            ["2026年12月底", "12月底前", "长期", "2026年底前完成", "2026年12月31日前", "12月", "12月31日"]
        {
            assert_eq!(read(text), Ok(Deadline::Words(text.to_owned())), "{text}");
        }
        for text in ["2026.12", "2026-12", "2026/12", "2026年12月"] {
            assert_eq!(read(text), Ok(Deadline::Words("2026年12月".to_owned())), "{text}");
        }
        assert_eq!(read("/"), Ok(Deadline::Nothing));
    }

    #[test]
    fn what_names_no_day_is_refused() {
        for text in
            ["2026-13-31", "2026-02-30", "31-12-2026", "20261231", "2026.13", "12", "26-12-31", "2026-12/31"]
        {
            assert_eq!(read(text), Err(not_a_date()), "{text}");
        }
    }
}

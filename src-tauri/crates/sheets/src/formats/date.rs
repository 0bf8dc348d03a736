//! Codes of days and times: how much of a day a person sees.

use crate::table::Value;
use chrono::{Datelike, Days, NaiveDate};

/// A code that shows a day, a time, or a part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Code {
    parts: Parts,
    section: Box<str>,
}

/// What a code shows of a day.
#[expect(clippy::struct_excessive_bools, reason = "a code shows any of these, each by itself")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Parts {
    year: bool,
    month: bool,
    day: bool,
    time: bool,
}

/// The code of a section; none if it shows a number.
pub(super) fn code(section: &str) -> Option<Code> {
    parts(section).map(|parts| Code { parts, section: section.into() })
}

/// What a section shows of a day, by its letters outside quotations, escapes and brackets; none if it shows a number.
fn parts(section: &str) -> Option<Parts> {
    if super::number::is_general(section) || section.to_ascii_lowercase().contains("general") {
        return None;
    }
    let mut parts = Parts::default();
    let mut characters = section.chars();
    // An m beside hours or seconds is a minute; others are months.
    let mut beside_time = false;
    while let Some(character) = characters.next() {
        match character.to_ascii_lowercase() {
            '"' => drop(characters.by_ref().find(|character| *character == '"')),
            '\\' | '!' | '_' | '*' => drop(characters.next()),
            '[' if is_elapsed(&mut characters) => parts.time = true,
            'y' => parts.year = true,
            'd' => parts.day = true,
            'm' if beside_time => {}
            'm' => {
                let behind = characters.as_str().trim_start_matches(['m', 'M']);
                let minutes = behind.trim_start_matches([':', '分', '"']).starts_with(['s', 'S']);
                parts.month |= !minutes;
            }
            'h' | 's' => {
                parts.time = true;
                beside_time = true;
            }
            // The year of a Chinese code: `[DBNum1]e"年"`.
            'e' if !section.contains(['0', '#']) => parts.year = true,
            _ => {}
        }
    }
    (parts != Parts::default()).then_some(parts)
}

/// Whether brackets hold elapsed time, such as `[h]`, and not a colour, a condition or a place.
fn is_elapsed(characters: &mut std::str::Chars<'_>) -> bool {
    let inside: String = characters.take_while(|character| *character != ']').collect();
    let inside = inside.to_ascii_lowercase();
    ['h', 'm', 's'].iter().any(|unit| !inside.is_empty() && inside.chars().all(|letter| letter == *unit))
}

impl Code {
    /// What a person sees of this number of days.
    pub(super) fn shown(&self, number: f64, stored: &str, from_1904: bool) -> Value {
        let as_stored = || Value::PartOfDay { shown: stored.to_owned(), meant: stored.to_owned() };
        let whole = stored.split_once('.').map_or(stored, |(whole, _)| whole);
        let Some(day) = day(whole, from_1904) else { return as_stored() };
        let part = |meant| Value::PartOfDay { shown: written(&self.section, day), meant };
        let with_time = self.parts.time && number.fract() != 0.0;
        match (self.parts.year, self.parts.month, self.parts.day) {
            (true, true, true) if !with_time => Value::Day(day),
            (true, true, true) => {
                Value::PartOfDay { shown: format!("{day} {}", clock(number)), meant: day.to_string() }
            }
            (true, true, false) => part(format!("{}年{}月", day.year(), day.month())),
            (true, false, false) => part(format!("{}年", day.year())),
            (false, true, true) => part(format!("{}月{}日", day.month(), day.day())),
            _ => as_stored(),
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day as a code without a time writes it.
fn written(section: &str, day: NaiveDate) -> String {
    let mut written = String::new();
    let mut characters = section.chars().peekable();
    while let Some(character) = characters.next() {
        let letter = character.to_ascii_lowercase();
        match letter {
            '"' => written.extend(characters.by_ref().take_while(|character| *character != '"')),
            '\\' | '!' => written.extend(characters.next()),
            '_' | '*' => drop(characters.next()),
            '[' => drop(characters.by_ref().find(|character| *character == ']')),
            'y' | 'm' | 'd' | 'e' => {
                let mut count = 1;
                while characters.next_if(|next| next.eq_ignore_ascii_case(&letter)).is_some() {
                    count += 1;
                }
                written.push_str(&of_letters(letter, count, day));
            }
            _ => written.push(character),
        }
    }
    written.trim().to_owned()
}

/// What so many of a letter show of a day.
fn of_letters(letter: char, count: usize, day: NaiveDate) -> String {
    let number = if letter == 'm' { day.month() } else { day.day() };
    match (letter, count) {
        ('y', 1 | 2) => format!("{:02}", day.year() % 100),
        ('y' | 'e', _) => day.year().to_string(),
        ('m', 3..) => {
            let name = usize::try_from(day.month0()).ok().and_then(|month| MONTHS.get(month)).unwrap_or(&"");
            name.get(..if count == 3 { 3 } else { name.len() }).unwrap_or_default().to_owned()
        }
        (_, 1) => number.to_string(),
        _ => format!("{number:02}"),
    }
}

/// The time of day of a number of days.
#[expect(clippy::float_arithmetic, reason = "a spreadsheet's time is a fraction of a day")]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 1,440")]
fn clock(number: f64) -> String {
    let minutes = (number.fract().abs() * 1440.0).round() as u32;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// The date of a day's number, if its year has four digits. Days up to 60 of the 1900 count are refused: it has a 29
/// February 1900 that never was.
fn day(number: &str, from_1904: bool) -> Option<NaiveDate> {
    let number: u64 = number.parse().ok()?;
    let origin = if from_1904 {
        NaiveDate::from_ymd_opt(1904, 1, 1)
    } else {
        NaiveDate::from_ymd_opt(1899, 12, 30).filter(|_| number > 60)
    };
    origin?.checked_add_days(Days::new(number)).filter(|day| (0..=9999).contains(&day.year()))
}

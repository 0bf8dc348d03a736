//! Codes of days and times: how much of a day a person sees.

use crate::table::Value;
use chrono::{Datelike, Days, NaiveDate};

/// What a code shows of a day.
#[expect(clippy::struct_excessive_bools, reason = "a code shows any of these, each by itself")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Parts {
    year: bool,
    month: bool,
    day: bool,
    time: bool,
}

/// What a section shows of a day, by its letters outside quotations, escapes and brackets; none if it shows a number.
pub(super) fn parts(section: &str) -> Option<Parts> {
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

impl Parts {
    /// What a person sees of this number of days.
    pub(super) fn shown(self, number: f64, stored: &str, from_1904: bool) -> Value {
        let whole = stored.split_once('.').map_or(stored, |(whole, _)| whole);
        let Some(day) = day(whole, from_1904) else {
            return Value::PartOfDay(stored.to_owned());
        };
        let with_time = self.time && number.fract() != 0.0;
        match (self.year, self.month, self.day) {
            (true, true, true) if !with_time => Value::Day(day),
            (true, true, true) => Value::PartOfDay(format!("{day} {}", clock(number))),
            (true, true, false) => Value::PartOfDay(format!("{}年{}月", day.year(), day.month())),
            (true, false, false) => Value::PartOfDay(format!("{}年", day.year())),
            (false, true, true) => Value::PartOfDay(format!("{}月{}日", day.month(), day.day())),
            _ => Value::PartOfDay(stored.to_owned()),
        }
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

//! Which PINs may be chosen.

use crate::error::PinError;
use chrono::{Datelike, NaiveDate};

const SHORTEST: usize = 6;
const LONGEST: usize = 12;

/// Fails where a new PIN isn't 6 to 12 digits, or is one that anybody would try first: a run (123456), a repetition (112112),
/// or a day or month as people write it (199001).
pub fn check_pin_form(pin: &str) -> Result<(), PinError> {
    let digits = pin.as_bytes();
    if !(SHORTEST..=LONGEST).contains(&digits.len()) || !digits.iter().all(u8::is_ascii_digit) {
        Err(PinError::Form { shortest: SHORTEST, longest: LONGEST })
    } else if is_run(digits) || is_repetition(digits) {
        Err(PinError::TooEasy)
    } else if reads_as_date(pin) {
        Err(PinError::Date)
    } else {
        Ok(())
    }
}

/// Whether each digit is the next after the one before, or each the one before it; 0 comes after 9.
fn is_run(digits: &[u8]) -> bool {
    let up = |pair: &[u8]| (pair[1] + 10 - pair[0]) % 10 == 1;
    let down = |pair: &[u8]| (pair[0] + 10 - pair[1]) % 10 == 1;
    digits.windows(2).all(up) || digits.windows(2).all(down)
}

/// Whether the digits are fewer digits over and over again, the last time perhaps cut short.
fn is_repetition(digits: &[u8]) -> bool {
    (1..=digits.len() / 2)
        .any(|length| digits[length..].iter().zip(digits).all(|(next, first)| next == first))
}

/// Whether the digits are a day, in any of the orders that people write it in, or a month with its year.
fn reads_as_date(pin: &str) -> bool {
    const DAYS: [&str; 6] = ["%Y%m%d", "%d%m%Y", "%m%d%Y", "%y%m%d", "%d%m%y", "%m%d%y"];
    let is_day = |text: &str, form: &str| {
        NaiveDate::parse_from_str(text, form).is_ok_and(|day| (1900..2100).contains(&day.year()))
    };
    DAYS.iter().any(|form| is_day(pin, form))
        || is_day(&format!("{pin}01"), "%Y%m%d")
        || is_day(&format!("01{pin}"), "%d%m%Y")
}

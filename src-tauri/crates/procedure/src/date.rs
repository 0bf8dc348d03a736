//! Civil dates in their official form.

use chrono::NaiveDate;

/// The date as documents in Chinese write it: 2026年1月15日, without leading zeros (GB/T 9704-2012, 7.3.5.4).
#[must_use]
pub fn official(date: NaiveDate) -> String {
    date.format("%Y年%-m月%-d日").to_string()
}

/// The date as documents in English write it: 15 January 2026.
#[must_use]
pub fn english(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_have_no_leading_zeros() {
        let date = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
        assert_eq!(official(date), "2026年1月5日");
        assert_eq!(english(date), "5 January 2026");
        let date = NaiveDate::from_ymd_opt(2026, 12, 15).unwrap();
        assert_eq!(official(date), "2026年12月15日");
        assert_eq!(english(date), "15 December 2026");
    }
}

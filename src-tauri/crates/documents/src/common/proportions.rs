//! Fractions and proportions in words.

use messages::numerals::chinese;
use procedure::fraction::{Fraction, Proportion};

/// A fraction in Chinese: 三分之二.
pub(crate) fn chinese_fraction(fraction: Fraction) -> String {
    match (fraction.numerator(), fraction.denominator()) {
        (1, 1) => "全部".to_owned(),
        (numerator, 100) => format!("百分之{}", chinese(numerator)),
        (numerator, 1000) => format!("千分之{}", chinese(numerator)),
        (numerator, denominator) => format!("{}分之{}", chinese(denominator), chinese(numerator)),
    }
}

/// What part of a whole is demanded, in Chinese: 全体代表的三分之二以上, 全体代表的过半数, 超过全体代表的五分之三.
pub(crate) fn chinese_part(proportion: Proportion, whole: &str) -> String {
    match proportion {
        Proportion::MoreThan(Fraction::ONE_HALF) => format!("{whole}的过半数"),
        Proportion::MoreThan(fraction) => format!("超过{whole}的{}", chinese_fraction(fraction)),
        Proportion::AtLeast(fraction) if is_whole(fraction) => format!("{whole}的全部"),
        Proportion::AtLeast(fraction) => format!("{whole}的{}以上", chinese_fraction(fraction)),
    }
}

/// What part is demanded, in Chinese, of no named whole: 三分之二以上, 过半数, 超过五分之三.
pub(crate) fn chinese_share(proportion: Proportion) -> String {
    match proportion {
        Proportion::MoreThan(Fraction::ONE_HALF) => "过半数".to_owned(),
        Proportion::MoreThan(fraction) => format!("超过{}", chinese_fraction(fraction)),
        Proportion::AtLeast(fraction) if is_whole(fraction) => "全部".to_owned(),
        Proportion::AtLeast(fraction) => format!("{}以上", chinese_fraction(fraction)),
    }
}

/// As [`chinese_part`], as what votes must come to: 达到全体代表的过半数.
pub(crate) fn chinese_reaching(proportion: Proportion, whole: &str) -> String {
    let part = chinese_part(proportion, whole);
    match proportion {
        Proportion::MoreThan(fraction) if fraction != Fraction::ONE_HALF => part,
        _ => format!("达到{part}"),
    }
}

/// A fraction in English: two thirds.
pub(crate) fn english_fraction(fraction: Fraction) -> String {
    const NUMBERS: [&str; 10] = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    const PARTS: [&str; 11] =
        ["", "", "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    let word = |words: &[&'static str], number: u32| {
        usize::try_from(number)
            .ok()
            .and_then(|number| words.get(number))
            .copied()
            .filter(|word| !word.is_empty())
    };
    match (word(&NUMBERS, fraction.numerator()), word(&PARTS, fraction.denominator())) {
        (Some(_), Some("half")) => "half".to_owned(),
        (Some("one"), Some(part)) => format!("one {part}"),
        (Some(number), Some(part)) => format!("{number} {part}s"),
        _ => fraction.to_string(),
    }
}

/// What part of a whole is demanded, in English: at least two thirds of all delegates in office.
pub(crate) fn english_part(proportion: Proportion, whole: &str) -> String {
    match proportion {
        Proportion::MoreThan(fraction) if is_whole(fraction) => format!("more than {whole}"),
        Proportion::MoreThan(fraction) => format!("more than {} of {whole}", english_fraction(fraction)),
        Proportion::AtLeast(fraction) if is_whole(fraction) => format!("the whole of {whole}"),
        Proportion::AtLeast(fraction) => format!("at least {} of {whole}", english_fraction(fraction)),
    }
}

/// What part is demanded, in English, of no named whole: at least two thirds.
pub(crate) fn english_share(proportion: Proportion) -> String {
    match proportion {
        Proportion::MoreThan(fraction) => format!("more than {}", english_fraction(fraction)),
        Proportion::AtLeast(fraction) => format!("at least {}", english_fraction(fraction)),
    }
}

fn is_whole(fraction: Fraction) -> bool {
    fraction.numerator() == fraction.denominator()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proportions_are_told_in_words() {
        let of = |text: &str| text.parse::<Fraction>().unwrap();
        for (proportion, chinese, english) in [
            (Proportion::AtLeast(of("2/3")), "达到全体的三分之二以上", "at least two thirds of all"),
            (Proportion::AtLeast(of("1/2")), "达到全体的二分之一以上", "at least half of all"),
            (Proportion::MoreThan(of("1/2")), "达到全体的过半数", "more than half of all"),
            (Proportion::MoreThan(of("3/5")), "超过全体的五分之三", "more than three fifths of all"),
            (Proportion::AtLeast(of("33/100")), "达到全体的百分之三十三以上", "at least 33/100 of all"),
            (Proportion::AtLeast(of("1")), "达到全体的全部", "the whole of all"),
            (Proportion::MoreThan(of("1")), "超过全体的全部", "more than all"),
        ] {
            assert_eq!(chinese_reaching(proportion, "全体"), chinese);
            assert_eq!(english_part(proportion, "all"), english);
        }
    }
}

//! Statements: why those who act depart from what is usual.

/// The fewest letters and digits of a statement that says why.
pub const FEWEST: usize = 10;

/// Characters that are neither letters nor digits: punctuation, spaces, signs, pictures. The list is written out here, and
/// not taken from Unicode's properties, so that it means the same to every version of every checker for ever.
const NO_LETTERS: &[(char, char)] = &[
    ('\u{0000}', '\u{002f}'),
    ('\u{003a}', '\u{0040}'),
    ('\u{005b}', '\u{0060}'),
    ('\u{007b}', '\u{00bf}'),
    ('\u{00d7}', '\u{00d7}'),
    ('\u{00f7}', '\u{00f7}'),
    ('\u{0300}', '\u{036f}'),
    ('\u{1680}', '\u{1680}'),
    ('\u{180e}', '\u{180e}'),
    ('\u{2000}', '\u{2bff}'),
    ('\u{2e00}', '\u{2e7f}'),
    ('\u{3000}', '\u{3004}'),
    ('\u{3008}', '\u{3020}'),
    ('\u{3030}', '\u{303f}'),
    ('\u{30fb}', '\u{30fb}'),
    ('\u{e000}', '\u{f8ff}'),
    ('\u{fe00}', '\u{fe6f}'),
    ('\u{feff}', '\u{ff0f}'),
    ('\u{ff1a}', '\u{ff20}'),
    ('\u{ff3b}', '\u{ff40}'),
    ('\u{ff5b}', '\u{ff65}'),
    ('\u{ffe0}', '\u{1ffff}'),
    ('\u{40000}', '\u{10ffff}'),
];

/// Whether a character is a letter or a digit.
#[must_use]
pub fn is_letter_or_digit(character: char) -> bool {
    !NO_LETTERS.iter().any(|(first, last)| (*first..=*last).contains(&character))
}

/// Whether a character is a letter, which the ten digits are not, be they narrow or wide.
#[must_use]
pub fn is_letter(character: char) -> bool {
    is_letter_or_digit(character) && !matches!(character, '0'..='9' | '０'..='９')
}

/// Whether a statement has letters and digits enough to say why.
#[must_use]
pub fn says_why(statement: &str) -> bool {
    statement.chars().filter(|character| is_letter_or_digit(*character)).count() >= FEWEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_says_why_with_ten_letters_or_digits() {
        for enough in [
            "只有一张选票，不予开启。",
            "ab 12, cd 34; e5",
            "二〇二六年一月十五日下午",
            "１２３４５６７８９０",
        ] {
            assert!(says_why(enough), "{enough}");
        }
        for short in
            ["", "x", "演示。", "。。。。。。。。。。。。", "          ", "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂", "123456789"]
        {
            assert!(!says_why(short), "{short}");
        }
    }
}

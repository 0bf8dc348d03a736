//! Whole numbers in Chinese characters, for articles and fractions.

const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// Groups of four places, from the highest, with what each counts.
const GROUPS: [(u32, &str); 3] = [(100_000_000, "亿"), (10_000, "万"), (1, "")];
const PLACES: [(u32, &str); 4] = [(1000, "千"), (100, "百"), (10, "十"), (1, "")];

/// A number as it is read: 二十一, 一百零三.
#[must_use]
pub fn chinese(number: u32) -> String {
    if number == 0 {
        return DIGITS[0].to_owned();
    }
    let mut text = String::new();
    let mut rest = number;
    let mut skipped = false;
    for (group, name) in GROUPS {
        let digits = rest / group;
        rest %= group;
        if digits == 0 {
            skipped = !text.is_empty();
            continue;
        }
        if !text.is_empty() && (skipped || digits < 1000) {
            text.push_str(DIGITS[0]);
        }
        text.push_str(&within_group(digits));
        text.push_str(name);
        skipped = false;
    }
    // 十一, not 一十一, at the head.
    text.strip_prefix("一十").map_or(text.clone(), |rest| format!("十{rest}"))
}

/// Up to four places, without a leading zero.
fn within_group(number: u32) -> String {
    let mut text = String::new();
    let mut rest = number;
    let mut skipped = false;
    for (place, name) in PLACES {
        let digit = rest / place;
        rest %= place;
        if digit == 0 {
            skipped = true;
            continue;
        }
        if skipped && !text.is_empty() {
            text.push_str(DIGITS[0]);
        }
        text.extend(usize::try_from(digit).ok().and_then(|digit| DIGITS.get(digit)).copied());
        text.push_str(name);
        skipped = false;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::chinese;

    #[test]
    fn numbers_are_written_as_they_are_read() {
        for (number, text) in [
            (0, "零"),
            (3, "三"),
            (10, "十"),
            (11, "十一"),
            (20, "二十"),
            (21, "二十一"),
            (100, "一百"),
            (103, "一百零三"),
            (110, "一百一十"),
            (1000, "一千"),
            (1010, "一千零一十"),
            (10_000, "一万"),
            (10_010, "一万零一十"),
            (100_000, "十万"),
            (123_456, "十二万三千四百五十六"),
            (100_000_003, "一亿零三"),
            (4_294_967_295, "四十二亿九千四百九十六万七千二百九十五"),
        ] {
            assert_eq!(chinese(number), text);
        }
    }
}

//! Numbers as decimals, exactly. Spreadsheets keep binary numbers; people read and type decimals.

/// Digits that a spreadsheet shows of a number at the most.
const SHOWN_DIGITS: usize = 15;

/// A decimal: `digits` × 10^-`scale`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decimal {
    pub(crate) negative: bool,
    /// Without zeros before the first other digit; empty for zero.
    digits: Vec<u8>,
    scale: i32,
}

impl Decimal {
    /// The shortest decimal that means this binary number: what was typed. None if it is no number.
    pub(crate) fn of(number: f64) -> Option<Self> {
        if !number.is_finite() {
            return None;
        }
        let text = format!("{:e}", number.abs());
        let (mantissa, exponent) = text.split_once('e')?;
        let exponent: i32 = exponent.parse().ok()?;
        let decimals = mantissa.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let digits = mantissa.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect();
        let scale = i32::try_from(decimals).ok()? - exponent;
        Some(Self { negative: number.is_sign_negative() && number != 0.0, digits, scale }.normal())
    }

    /// Without zeros at either end of the digits.
    fn normal(mut self) -> Self {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
            self.scale -= 1;
        }
        let zeros = self.digits.iter().take_while(|digit| **digit == 0).count();
        self.digits.drain(..zeros);
        if self.digits.is_empty() {
            self.scale = 0;
        }
        self
    }

    /// As a spreadsheet shows it: of 15 digits, which takes away what binary arithmetic left behind.
    pub(crate) fn shown(self) -> Self {
        let excess = self.digits.len().saturating_sub(SHOWN_DIGITS);
        let decimals = self.scale - i32::try_from(excess).unwrap_or(0);
        if excess > 0 { self.rounded(decimals) } else { self }
    }

    /// Rounded to so many decimals, halves away from zero.
    pub(crate) fn rounded(mut self, decimals: i32) -> Self {
        let dropped = self.scale - decimals;
        let Ok(dropped) = usize::try_from(dropped) else { return self };
        if dropped > self.digits.len() {
            return Self { negative: self.negative, digits: Vec::new(), scale: 0 };
        }
        let kept = self.digits.len() - dropped;
        let up = self.digits.get(kept).is_some_and(|digit| *digit >= 5);
        self.digits.truncate(kept);
        self.scale = decimals;
        if up {
            self.add_one();
        }
        self.normal()
    }

    /// Adds one in the last place.
    fn add_one(&mut self) {
        for digit in self.digits.iter_mut().rev() {
            if *digit < 9 {
                *digit += 1;
                return;
            }
            *digit = 0;
        }
        self.digits.insert(0, 1);
    }

    /// Times this power of ten.
    pub(crate) fn times_ten_to(mut self, power: i32) -> Self {
        self.scale -= power;
        self.normal()
    }

    /// Without its sign.
    pub(crate) fn absolute(mut self) -> Self {
        self.negative = false;
        self
    }

    pub(crate) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// The digits before the point, at least one, and those behind it, without a sign.
    pub(crate) fn parts(&self) -> (String, String) {
        let figure = |digit: &u8| char::from(b'0' + *digit);
        let mut digits: String = self.digits.iter().map(figure).collect();
        let Ok(scale) = usize::try_from(self.scale) else {
            let zeros = usize::try_from(-i64::from(self.scale)).unwrap_or(0);
            return (digits + &"0".repeat(zeros), String::new());
        };
        if digits.len() <= scale {
            digits = "0".repeat(scale + 1 - digits.len()) + &digits;
        }
        let decimals = digits.split_off(digits.len() - scale);
        (digits, decimals)
    }

    /// Whether this is less than, equal to or more than that.
    pub(crate) fn compared_with(&self, other: &Self) -> std::cmp::Ordering {
        let key = |decimal: &Self| {
            let (whole, decimals) = decimal.parts();
            (whole.len(), whole, decimals)
        };
        match (self.negative, other.negative) {
            (false, true) => std::cmp::Ordering::Greater,
            (true, false) => std::cmp::Ordering::Less,
            (false, false) => key(self).cmp(&key(other)),
            (true, true) => key(other).cmp(&key(self)),
        }
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, decimals) = self.parts();
        f.write_str(if self.negative { "-" } else { "" })?;
        f.write_str(&whole)?;
        if decimals.is_empty() { Ok(()) } else { write!(f, ".{decimals}") }
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    fn shown(number: f64) -> String {
        Decimal::of(number).unwrap().shown().to_string()
    }

    #[test]
    fn numbers_are_shown_as_they_were_typed() {
        for (number, text) in [
            (51.300_000_000_000_004, "51.3"),
            (0.300_000_000_000_000_04_f64, "0.3"),
            (1_234.560_000_000_000_2, "1234.56"),
            (95.0, "95"),
            (0.0, "0"),
            (-0.5, "-0.5"),
            (1e20, "100000000000000000000"),
            (0.000_001, "0.000001"),
            (0.999_999_999_999_999_9, "1"),
        ] {
            assert_eq!(shown(number), text);
        }
        assert_eq!(Decimal::of(f64::NAN), None);
    }

    #[test]
    fn rounding_goes_away_from_zero() {
        for (number, decimals, text) in [
            (0.5, 0, "1"),
            (2.345, 2, "2.35"),
            (-0.5, 0, "-1"),
            (0.004, 2, "0"),
            (0.05, 0, "0"),
            (99.96, 1, "100"),
        ] {
            let rounded = Decimal::of(number).unwrap().rounded(decimals);
            assert_eq!(rounded.to_string().trim_start_matches('-'), text.trim_start_matches('-'), "{number}");
        }
    }
}

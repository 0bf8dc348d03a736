//! Exact money, in fen; read and written in 万元, the unit of candidate lists.

use messages::coded_errors;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Fen in one 万元.
const FEN_PER_WAN: u64 = 1_000_000;
/// Decimals that 万元 need to show a fen.
const DECIMALS: usize = 6;
/// The largest amount taken: 10 million 亿元, far above any budget and far below overflow.
const MAX_FEN: u64 = 1_000_000_000 * FEN_PER_WAN;

/// An amount of money in fen, never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(u64);

coded_errors! {
    /// Why a text is not an amount.
    pub enum MoneyError {
        /// The text is not a number such as `1,234.56`.
        Malformed = "money.malformed",
        /// Money here is never negative.
        Negative = "money.negative",
        /// Finer than a fen.
        TooFine = "money.too-fine",
        /// More than the program takes.
        TooLarge = "money.too-large",
    }
}

impl Money {
    /// An amount of whole fen.
    #[must_use]
    pub const fn from_fen(fen: u64) -> Self {
        Self(fen)
    }

    /// The amount in fen.
    #[must_use]
    pub const fn fen(self) -> u64 {
        self.0
    }

    /// Reads an amount in 万元: digits, thousands separated by commas in the right places or not at all, a decimal point.
    pub fn parse_wan(text: &str) -> Result<Self, MoneyError> {
        let text = text.trim();
        if text.starts_with(['-', '－', '−']) {
            return Err(MoneyError::Negative);
        }
        let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
        let whole = without_separators(whole).ok_or(MoneyError::Malformed)?;
        if !is_digits(&whole) || !is_digits(decimals) {
            return Err(MoneyError::Malformed);
        }
        let decimals = decimals.trim_end_matches('0');
        if decimals.len() > DECIMALS {
            return Err(MoneyError::TooFine);
        }
        let whole: u64 = whole.parse().map_err(|_| MoneyError::TooLarge)?;
        let fraction: u64 = format!("{decimals:0<DECIMALS$}").parse().map_err(|_| MoneyError::Malformed)?;
        whole
            .checked_mul(FEN_PER_WAN)
            .and_then(|fen| fen.checked_add(fraction))
            .filter(|fen| *fen <= MAX_FEN)
            .map(Self)
            .ok_or(MoneyError::TooLarge)
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The digits without their thousands separators; none if the separators are in the wrong places.
fn without_separators(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let well_placed = rest.is_empty() || (first.len() <= 3 && rest.iter().all(|group| group.len() == 3));
    well_placed.then(|| whole.replace(',', ""))
}

/// In 万元, with thousands separated and as many decimals as the amount has: `1,234,567.89`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = (self.0 / FEN_PER_WAN).to_string();
        let mut whole = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                whole.push(',');
            }
            whole.push(digit);
        }
        let decimals = format!("{:06}", self.0 % FEN_PER_WAN);
        match decimals.trim_end_matches('0') {
            "" => f.write_str(&whole),
            decimals => write!(f, "{whole}.{decimals}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_exactly() {
        for (text, shown) in [
            ("0.3", "0.3"),
            ("1,234,567.89", "1,234,567.89"),
            ("1234567.890", "1,234,567.89"),
            ("186,000", "186,000"),
            ("4980.75", "4,980.75"),
            ("0.000001", "0.000001"),
        ] {
            assert_eq!(Money::parse_wan(text).unwrap().to_string(), shown);
        }
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for (text, error) in [
            ("", MoneyError::Malformed),
            ("-5", MoneyError::Negative),
            ("12,34", MoneyError::Malformed),
            ("1.", MoneyError::Malformed),
            (".5", MoneyError::Malformed),
            ("1e5", MoneyError::Malformed),
            ("５００", MoneyError::Malformed),
            ("0.0000001", MoneyError::TooFine),
            ("1000000001", MoneyError::TooLarge),
            ("99999999999999999999999", MoneyError::TooLarge),
        ] {
            assert_eq!(Money::parse_wan(text), Err(error), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(fen in 0..=MAX_FEN) {
            let money = Money::from_fen(fen);
            prop_assert_eq!(Money::parse_wan(&money.to_string()), Ok(money));
        }
    }
}

//! Exact fractions, and proportions that a part must reach or exceed.

use messages::coded_errors;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A fraction between 0 and 1, in lowest terms; written `2/3`, and `0` or `1` where it is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Fraction {
    numerator: u32,
    /// Never 0.
    denominator: u32,
}

coded_errors! {
    /// Why a text is not a fraction.
    pub enum FractionError {
        /// The text is neither two numbers around a slash, nor a number, or the number below is 0.
        Malformed = "fraction.malformed",
        /// More than 1.
        OutOfRange = "fraction.out-of-range",
    }
}

impl Fraction {
    /// One fifth.
    pub const ONE_FIFTH: Self = Self { numerator: 1, denominator: 5 };
    /// One half.
    pub const ONE_HALF: Self = Self { numerator: 1, denominator: 2 };
    /// Two thirds.
    pub const TWO_THIRDS: Self = Self { numerator: 2, denominator: 3 };

    /// The fraction of these numbers.
    pub fn new(numerator: u32, denominator: u32) -> Result<Self, FractionError> {
        if denominator == 0 {
            return Err(FractionError::Malformed);
        }
        if numerator > denominator {
            return Err(FractionError::OutOfRange);
        }
        let divisor = greatest_common_divisor(numerator, denominator);
        Ok(Self { numerator: numerator / divisor, denominator: denominator / divisor })
    }

    /// The number above the line.
    #[must_use]
    pub const fn numerator(self) -> u32 {
        self.numerator
    }

    /// The number below the line.
    #[must_use]
    pub const fn denominator(self) -> u32 {
        self.denominator
    }

    /// Whether `part` is this fraction of `whole`, or more.
    #[must_use]
    pub fn reached_by(self, part: u32, whole: u32) -> bool {
        u64::from(part) * u64::from(self.denominator) >= u64::from(self.numerator) * u64::from(whole)
    }

    /// Whether `part` is more than this fraction of `whole`.
    #[must_use]
    pub fn exceeded_by(self, part: u32, whole: u32) -> bool {
        u64::from(part) * u64::from(self.denominator) > u64::from(self.numerator) * u64::from(whole)
    }

    /// The least number that is this fraction of `base`, or more.
    #[must_use]
    pub fn least_at_least(self, base: u32) -> u32 {
        saturated((u64::from(self.numerator) * u64::from(base)).div_ceil(u64::from(self.denominator)))
    }

    /// The least number that is more than this fraction of `base`.
    #[must_use]
    pub fn least_more_than(self, base: u32) -> u32 {
        saturated(u64::from(self.numerator) * u64::from(base) / u64::from(self.denominator) + 1)
    }
}

fn greatest_common_divisor(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

/// Only "more than all of 4 294 967 295" is beyond the type. Figures are typed by people, so that is no reason to stop: no
/// number of approvals reaches it either way.
fn saturated(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn digits(text: &str) -> Result<u32, FractionError> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(FractionError::Malformed);
    }
    text.parse().map_err(|_| FractionError::Malformed)
}

impl FromStr for Fraction {
    type Err = FractionError;

    fn from_str(text: &str) -> Result<Self, FractionError> {
        let (numerator, denominator) = text.split_once('/').unwrap_or((text, "1"));
        Self::new(digits(numerator)?, digits(denominator)?)
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.denominator {
            1 => write!(f, "{}", self.numerator),
            denominator => write!(f, "{}/{denominator}", self.numerator),
        }
    }
}

impl TryFrom<String> for Fraction {
    type Error = FractionError;

    fn try_from(text: String) -> Result<Self, FractionError> {
        text.parse()
    }
}

impl From<Fraction> for String {
    fn from(fraction: Fraction) -> Self {
        fraction.to_string()
    }
}

/// What part of a whole is demanded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proportion {
    /// More than the fraction (过); of 0 it demands a single vote, which is "no threshold".
    MoreThan(Fraction),
    /// The fraction or more (以上).
    AtLeast(Fraction),
}

impl Proportion {
    /// Whether `part` of `whole` is enough.
    #[must_use]
    pub fn met_by(self, part: u32, whole: u32) -> bool {
        match self {
            Self::MoreThan(fraction) => fraction.exceeded_by(part, whole),
            Self::AtLeast(fraction) => fraction.reached_by(part, whole),
        }
    }

    /// The least number that is enough of `base`.
    #[must_use]
    pub fn least(self, base: u32) -> u32 {
        match self {
            Self::MoreThan(fraction) => fraction.least_more_than(base),
            Self::AtLeast(fraction) => fraction.least_at_least(base),
        }
    }

    /// Whether some whole has a part that is enough here and not enough there.
    #[must_use]
    pub fn is_below(self, floor: Self) -> bool {
        let (Self::MoreThan(demanded) | Self::AtLeast(demanded)) = self;
        let (Self::MoreThan(least) | Self::AtLeast(least)) = floor;
        if demanded == least {
            return matches!((self, floor), (Self::AtLeast(_), Self::MoreThan(_)));
        }
        !least.exceeded_by(demanded.numerator, demanded.denominator)
    }
}

/// `> 1/2` or `≥ 2/3`.
impl fmt::Display for Proportion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MoreThan(fraction) => write!(f, "> {fraction}"),
            Self::AtLeast(fraction) => write!(f, "≥ {fraction}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fraction(text: &str) -> Fraction {
        text.parse().unwrap()
    }

    #[test]
    fn fractions_are_read_and_shown_in_lowest_terms() {
        for (text, shown) in
            [("2/3", "2/3"), ("4/6", "2/3"), ("0", "0"), ("0/7", "0"), ("1", "1"), ("5/5", "1")]
        {
            assert_eq!(fraction(text).to_string(), shown);
            assert_eq!(serde_json::to_string(&fraction(text)).unwrap(), format!("\"{shown}\""));
        }
    }

    #[test]
    fn what_is_no_fraction_is_refused() {
        for text in [
            "",
            "/",
            "1/",
            "/2",
            "1/0",
            "0/0",
            "-1/2",
            "+1/2",
            " 1/2",
            "1/2/3",
            "0.5",
            "一半",
            "1/4294967296",
        ] {
            assert_eq!(text.parse::<Fraction>(), Err(FractionError::Malformed), "{text}");
        }
        for text in ["3/2", "2"] {
            assert_eq!(text.parse::<Fraction>(), Err(FractionError::OutOfRange), "{text}");
        }
        assert!(
            serde_json::from_str::<Fraction>("\"3/2\"")
                .unwrap_err()
                .to_string()
                .contains("fraction.out-of-range")
        );
    }

    #[test]
    fn half_is_not_more_than_half() {
        assert!(!Fraction::ONE_HALF.exceeded_by(150, 300));
        assert!(Fraction::ONE_HALF.reached_by(150, 300));
        assert_eq!(Fraction::ONE_HALF.least_more_than(300), 151);
        assert_eq!(Fraction::ONE_HALF.least_more_than(31), 16);
        assert_eq!(Fraction::TWO_THIRDS.least_at_least(301), 201);
        assert_eq!(Fraction::TWO_THIRDS.least_at_least(187), 125);
    }

    #[test]
    fn large_numbers_do_not_overflow() {
        assert!(fraction("4294967294/4294967295").reached_by(u32::MAX, u32::MAX));
        assert_eq!(fraction("1").least_at_least(u32::MAX), u32::MAX);
    }

    #[test]
    fn a_proportion_is_below_a_stricter_one() {
        let more = |text| Proportion::MoreThan(fraction(text));
        let least = |text| Proportion::AtLeast(fraction(text));
        for (proportion, floor, below) in [
            (least("2/3"), least("2/3"), false),
            (more("2/3"), least("2/3"), false),
            (least("3/4"), least("2/3"), false),
            (least("1/2"), more("1/2"), true),
            (more("1/2"), more("1/2"), false),
            (least("2/3"), more("1/2"), false),
            (more("1/2"), least("2/3"), true),
            (more("0"), more("1/2"), true),
        ] {
            assert_eq!(proportion.is_below(floor), below, "{proportion} {floor}");
        }
    }

    proptest! {
        #[test]
        fn the_least_number_is_enough_and_one_less_is_not(num in 0..500_u32, den in 1..500_u32, base in 0..5000_u32) {
            prop_assume!(num <= den);
            let fraction = Fraction::new(num, den).unwrap();
            for proportion in [Proportion::MoreThan(fraction), Proportion::AtLeast(fraction)] {
                let least = proportion.least(base);
                prop_assert!(proportion.met_by(least, base));
                prop_assert!(least == 0 || !proportion.met_by(least - 1, base));
            }
        }
    }
}

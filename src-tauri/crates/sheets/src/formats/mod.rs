//! Number formats: what a person sees of a number.

mod date;
mod number;

use crate::{decimal::Decimal, table::Value};
use number::Section;

/// Characters of a code at the most, as spreadsheets have it.
const LONGEST: usize = 255;

/// How a number is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Format {
    /// As it is.
    General,
    /// As a day, a time, or a part of one.
    Date(date::Code),
    /// By the sections of a code: for positive numbers, negative ones and zero, or by conditions.
    Sections(Vec<Section>),
    /// In a way that isn't known here.
    Unknown,
}

impl Format {
    /// The format of a code such as `#,##0.00` or `yyyy"年"m"月"`.
    pub(crate) fn of(code: &str) -> Self {
        if code.chars().count() > LONGEST {
            return Self::Unknown;
        }
        let sections: Vec<&str> = number::sections(code).collect();
        match sections.first() {
            None => Self::General,
            Some(first) if sections.len() == 1 && number::is_general(first) => Self::General,
            Some(first) => date::code(first).map_or_else(|| Self::of_numbers(&sections), Self::Date),
        }
    }

    fn of_numbers(sections: &[&str]) -> Self {
        let read: Option<Vec<Section>> =
            sections.iter().take(3).map(|section| Section::read(section)).collect();
        read.map_or(Self::Unknown, Self::Sections)
    }

    /// The formats that are built in: ECMA-376 part 1, 18.8.30, with the dates of Chinese editions.
    pub(crate) fn built_in(id: u32) -> Self {
        Self::of(match id {
            1 => "0",
            2 => "0.00",
            3 | 37 | 38 => "#,##0",
            4..=8 | 39..=44 => "#,##0.00",
            9 => "0%",
            10 => "0.00%",
            14 | 30 => "yyyy-m-d",
            15 => "d-mmm-yy",
            16 | 28 | 29 | 51 | 53 | 54 | 58 => "m\"月\"d\"日\"",
            17 => "mmm-yy",
            18..=21 | 32..=35 | 45..=47 | 55 | 56 => "h:mm:ss",
            22 => "yyyy-m-d h:mm",
            27 | 36 | 50 | 52 | 57 => "yyyy\"年\"m\"月\"",
            31 => "yyyy\"年\"m\"月\"d\"日\"",
            11 | 12 | 13 | 48 => "#/#",
            _ => "General",
        })
    }

    /// What a cell with this number and this format holds; none if it is no number.
    pub(crate) fn applied_to(&self, number: f64, from_1904: bool) -> Option<Value> {
        let decimal = Decimal::of(number)?;
        let stored = decimal.to_string();
        Some(match self {
            Self::General => Value::Number { shown: decimal.shown().to_string(), stored },
            Self::Date(code) => code.shown(number, &stored, from_1904),
            Self::Sections(sections) => match number::shown(sections, &decimal.shown()) {
                Some(shown) => Value::Number { shown, stored },
                None => Value::Unshown { stored },
            },
            Self::Unknown => Value::Unshown { stored },
        })
    }
}

#[cfg(test)]
mod tests;

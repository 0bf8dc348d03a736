//! The catalogue that the interface words problems with: the codes of what crosses, and those of the crates below it.

use crate::{DeskError, Found, Reason};
use messages::{Catalogue, CodeTable};

/// Every code of its own, with the names of its facts.
pub const CODES: &[CodeTable] = &[DeskError::CODES, Found::CODES, Reason::CODES];

/// The wordings of these, in `messages/zh-CN.toml` and `messages/en.toml`, and of the crates below it.
#[must_use]
pub fn catalogue() -> Catalogue {
    let own =
        office::wordings::read(include_str!("../messages/zh-CN.toml"), include_str!("../messages/en.toml"));
    let mut catalogue = office::wordings::catalogue().clone();
    catalogue.extend(own);
    catalogue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_word_exactly_the_codes_that_exist() {
        let codes = [&office::codes::all(), CODES].concat();
        let faults = catalogue().faults(&codes, office::codes::ALL_WORDS);
        assert!(faults.is_empty(), "{faults:#?}");
    }
}

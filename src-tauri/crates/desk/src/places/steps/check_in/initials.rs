//! Pinyin initials, to find a delegate by: `zzy` for 张志远. A character with several readings has all of them.

use pinyin::ToPinyinMulti;
use std::collections::BTreeSet;

/// Names with many readings would give many combinations; more than these are of no use to anyone.
const MOST: usize = 16;

/// The initials of a name in every reading, sorted. Characters without a reading are kept, in small letters.
pub(crate) fn initials(name: &str) -> Vec<String> {
    let mut found: Vec<String> = vec![String::new()];
    for character in name.chars().filter(|character| character.is_alphanumeric()) {
        let letters = first_letters(character);
        found = found
            .iter()
            .flat_map(|before| letters.iter().map(move |letter| format!("{before}{letter}")))
            .take(MOST)
            .collect();
    }
    found.into_iter().filter(|initials| !initials.is_empty()).collect::<BTreeSet<_>>().into_iter().collect()
}

fn first_letters(character: char) -> BTreeSet<char> {
    let readings = character.to_pinyin_multi().into_iter().flatten();
    let letters: BTreeSet<char> = readings.filter_map(|reading| reading.plain().chars().next()).collect();
    if letters.is_empty() { character.to_lowercase().collect() } else { letters }
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn a_name_is_found_by_each_of_its_readings() {
        assert_eq!(initials("张志远"), ["zzy"]);
        let found = initials("曾单");
        assert!(found.contains(&"zs".to_owned()) && found.contains(&"cd".to_owned()), "{found:?}");
    }

    #[test]
    fn letters_stand_for_themselves_and_dots_for_nothing() {
        assert_eq!(initials("A·B"), ["ab"]);
    }
}

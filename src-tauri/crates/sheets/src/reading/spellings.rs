//! Several spellings of one group: 第一代表团, 一团, 第1代表团.

use super::names::plain;
use std::collections::BTreeMap;

/// What all spellings of a group have in common.
fn key(name: &str) -> String {
    let name = plain(name);
    let name = name.strip_prefix('第').unwrap_or(&name);
    let name =
        name.replace("代表团", "团").replace("代表小组", "组").replace("代表组", "组").replace("小组", "组");
    let end = name.find(|character| !"一二三四五六七八九十〇零".contains(character)).unwrap_or(name.len());
    let (numeral, rest) = name.split_at(end);
    match value(numeral).filter(|_| matches!(rest, "团" | "组")) {
        Some(value) => format!("{value}{rest}"),
        None => name,
    }
}

/// The value of a Chinese numeral below a hundred.
fn value(numeral: &str) -> Option<u32> {
    let digit = |character: char| "零一二三四五六七八九".chars().position(|digit| digit == character);
    let digit = |text: &str| {
        let mut characters = text.chars();
        let first = characters.next().and_then(digit).and_then(|value| u32::try_from(value).ok());
        first.filter(|_| characters.next().is_none())
    };
    match numeral.split_once('十') {
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { Some(1) } else { digit(tens) };
            let ones = if ones.is_empty() { Some(0) } else { digit(ones) };
            Some(tens? * 10 + ones?)
        }
        None => digit(numeral),
    }
}

/// For each spelling that isn't the usual one of its group, that usual one: the most frequent, the longest of equals.
pub(super) fn unusual<'a>(names: impl Iterator<Item = &'a str>) -> BTreeMap<String, String> {
    let mut groups: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
    for name in names {
        *groups.entry(key(name)).or_default().entry(name).or_default() += 1;
    }
    let mut unusual = BTreeMap::new();
    for spellings in groups.values().filter(|spellings| spellings.len() > 1) {
        let usual = spellings.iter().max_by_key(|(name, count)| (**count, name.chars().count()));
        let Some((usual, _)) = usual else { continue };
        for name in spellings.keys().filter(|name| *name != usual) {
            unusual.insert((*name).to_owned(), (*usual).to_owned());
        }
    }
    unusual
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_group_have_one_key() {
        for name in ["第二代表团", "二团", "第2代表团", "第二团", "2团"] {
            assert_eq!(key(name), "2团", "{name}");
        }
        assert_eq!(key("第十二代表团"), "12团");
        assert_ne!(key("东湖代表团"), key("西湖代表团"));
        assert_ne!(key("第一代表团"), key("第一代表组"));
    }

    #[test]
    fn the_most_frequent_spelling_is_the_usual_one() {
        let names = ["二团", "第二代表团", "二团", "第一代表团"];
        let unusual = unusual(names.into_iter());
        assert_eq!(unusual.get("第二代表团").map(String::as_str), Some("二团"));
        assert_eq!(unusual.len(), 1);
    }
}

//! People's names within a text: a name of Chinese characters stays on one line, or at least each part between its dots.

use typeset::chars::{JOINER, is_ideograph};

/// A name whose Chinese characters hold together.
pub(crate) fn joined(name: &str) -> String {
    let mut joined = String::new();
    let mut chars = name.chars().peekable();
    while let Some(char) = chars.next() {
        joined.push(char);
        if is_ideograph(char) && chars.peek().is_some_and(|next| is_ideograph(*next)) {
            joined.push(JOINER);
        }
    }
    joined
}

/// Such names side by side.
pub(crate) fn joined_list(names: &[String], separator: &str) -> String {
    names.iter().map(|name| joined(name)).collect::<Vec<_>>().join(separator)
}

/// A text in which these names hold together wherever they stand.
pub(crate) fn joined_in<'a>(text: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    let mut names: Vec<&str> = names.into_iter().filter(|name| name.chars().count() > 1).collect();
    // A name that is a part of another one would part it.
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.iter().fold(text.to_owned(), |text, name| text.replace(name, &joined(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_names_chinese_characters_hold_together() {
        assert_eq!(joined("欧阳文轩"), "欧\u{2060}阳\u{2060}文\u{2060}轩");
        assert_eq!(joined("古丽·艾山"), "古\u{2060}丽·艾\u{2060}山");
        assert_eq!(joined("Wei Zhiqiang"), "Wei Zhiqiang");
        assert_eq!(joined("秘书 一号"), "秘\u{2060}书 一\u{2060}号");
    }

    #[test]
    fn names_hold_together_within_a_text() {
        let names = ["李军", "李军平", "", "李"];
        assert_eq!(joined_in("李军、李军平各自录入", names), "李\u{2060}军、李\u{2060}军\u{2060}平各自录入");
    }
}

//! What titles, headings and names look like.

/// A title without what doesn't distinguish it: spaces, capitals, the width of signs, the asterisk of required columns.
pub(super) fn plain(title: &str) -> String {
    let kept = title.chars().filter(|character| {
        !character.is_whitespace() && !matches!(character, '*' | '\u{FF0A}' | '\u{200B}' | '\u{FEFF}')
    });
    kept.map(super::characters::narrowed).collect::<String>().to_lowercase()
}

/// A plain title without what its brackets say.
pub(super) fn without_brackets(plain: &str) -> String {
    let mut kept = String::new();
    let mut depth = 0_u32;
    for character in plain.chars() {
        match character {
            '(' | '[' | '【' => depth += 1,
            ')' | ']' | '】' => depth = depth.saturating_sub(1),
            other if depth == 0 => kept.push(other),
            _ => {}
        }
    }
    kept
}

/// Whether this is a character of Chinese writing.
pub(super) const fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '〇')
}

/// The numerals that number headings.
const NUMERALS: &str = "一二三四五六七八九十百〇零";

/// Whether a number is one that headings have: `一`, `(二)`, `三、`.
pub(super) fn is_ordinal(text: &str) -> bool {
    let bare: String = plain(text)
        .chars()
        .filter(|character| !matches!(character, '(' | ')' | '、' | '.' | ',' | '第'))
        .collect();
    !bare.is_empty() && bare.chars().all(|character| NUMERALS.contains(character))
}

/// A heading: what it says of the entries below it, and how many there should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) row: u32,
    pub(super) text: String,
    pub(super) count: Option<u32>,
}

/// Words behind the count of a heading.
const COUNTED: [&str; 7] = ["名", "人", "项", "个", "位", "件", "名代表"];

/// A count such as `(3名)`, `共3名` or `6人`.
pub(super) fn count_of(text: &str) -> Option<u32> {
    let text = plain(text);
    let bare = text.trim_matches(['(', ')', '[', ']']);
    let bare = ["合计", "总计", "小计", "共计", "共有", "共", "计"]
        .iter()
        .find_map(|word| bare.strip_prefix(word))
        .unwrap_or(bare);
    let digits = bare.trim_end_matches(|character: char| !character.is_ascii_digit());
    let unit = bare.get(digits.len()..)?;
    let counted = COUNTED.contains(&unit) || unit.is_empty() && bare.len() < text.len();
    if counted { digits.parse().ok() } else { None }
}

/// The heading that a text is: without its own number in front and without the count behind it.
pub(super) fn heading(row: u32, text: &str) -> Heading {
    let text = text.trim().trim_end_matches(['：', ':']).trim();
    let (text, count) = match text.rfind(['(', '（']) {
        Some(place) => {
            let (before, bracket) = text.split_at(place);
            match count_of(bracket) {
                Some(count) if !before.trim().is_empty() => (before.trim(), Some(count)),
                _ => (text, None),
            }
        }
        None => (text, None),
    };
    let text = without_ordinal(text).trim_end_matches(['：', ':']).trim().to_owned();
    Heading { row, text, count }
}

fn without_ordinal(text: &str) -> &str {
    let open = text.trim_start_matches(['(', '（']);
    let bare = open.trim_start_matches(|character| NUMERALS.contains(character));
    if bare.len() == open.len() {
        return text;
    }
    let marks = ['、', '.', '．', ')', '）', ' ', '\u{3000}'];
    let rest = bare.trim_start_matches(marks);
    // 一团 is a name, 一、教育类 is numbered.
    if rest.len() < bare.len() && !rest.is_empty() { rest } else { text }
}

/// Whether a text is headed by its own number or ends in a count.
pub(super) fn is_headed(text: &str) -> bool {
    let found = heading(0, text);
    found.count.is_some() || found.text != text.trim()
}

/// Words by which sums begin.
const TOTALS: [&str; 12] = [
    "合计",
    "小计",
    "总计",
    "共计",
    "累计",
    "总合计",
    "本页合计",
    "本页小计",
    "总数",
    "total",
    "subtotal",
    "grandtotal",
];

/// Whether a text begins a row of sums: the word alone, or with a number behind it.
pub(super) fn is_total(text: &str) -> bool {
    let text = plain(text);
    TOTALS.iter().any(|word| {
        text.strip_prefix(word).is_some_and(|behind| {
            behind.chars().next().is_none_or(|next| !is_han(next) && !next.is_alphabetic())
        })
    })
}

/// Words by which notes begin.
const NOTES: [&str; 19] = [
    "注:",
    "注1",
    "注.",
    "备注:",
    "说明:",
    "附注",
    "填表",
    "制表",
    "审核",
    "审批",
    "联系人",
    "联系电话",
    "填报",
    "报送",
    "note:",
    "notes:",
    "※",
    "经办",
    "打印",
];

/// Whether a text is a note below a list.
pub(super) fn is_note(text: &str) -> bool {
    let text = plain(text);
    NOTES.iter().any(|word| text.starts_with(word)) || text == "注"
}

/// Whether a text is a page's number or a count, and so no name.
pub(super) fn is_no_name(text: &str) -> bool {
    let text = plain(text);
    let page = text.strip_prefix('第').is_some_and(|rest| rest.contains('页'));
    let figures =
        text.chars().all(|character| character.is_ascii_digit() || matches!(character, '.' | ',' | '-'));
    page || figures || count_of(&text).is_some()
}

/// Whether a text could be a person's name in a grid: two to four characters, or parts with dots between them.
pub(super) fn is_person(text: &str) -> bool {
    let bare = without_brackets(&plain(text));
    let length = bare.chars().count();
    let dotted = bare.contains(super::characters::is_dot);
    let written = bare.chars().all(|character| is_han(character) || super::characters::is_dot(character));
    written && (if dotted { length <= 20 } else { (2..=4).contains(&length) }) && !is_group(&bare)
}

/// Whether a text names a delegation or a group.
pub(super) fn is_group(text: &str) -> bool {
    let bare = without_brackets(&plain(text));
    ["代表团", "团", "组", "小组", "代表组"].iter().any(|word| bare.ends_with(word))
}

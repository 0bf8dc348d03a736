//! Codes of numbers: placeholders of digits, scales, units and other words.

use crate::decimal::Decimal;
use std::cmp::Ordering;

/// The sections of a code, which semicolons part.
pub(super) fn sections(code: &str) -> impl Iterator<Item = &str> {
    let mut starts = vec![0];
    let mut quoted = false;
    let mut escaped = false;
    for (place, character) in code.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '"' => quoted = !quoted,
            '\\' | '!' | '_' | '*' if !quoted => escaped = true,
            ';' if !quoted => starts.push(place + 1),
            _ => {}
        }
    }
    let ends: Vec<usize> = starts.iter().skip(1).map(|start| start - 1).chain([code.len()]).collect();
    starts.into_iter().zip(ends).map(|(start, end)| code.get(start..end).unwrap_or_default())
}

/// Whether a section shows numbers as they are.
pub(super) fn is_general(section: &str) -> bool {
    let section = section.trim();
    section.is_empty() || section == "@" || section.eq_ignore_ascii_case("general") || section == "G/通用格式"
}

/// One section of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Section {
    condition: Option<(Ordering, bool, String)>,
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Word(String),
    /// `0`, `#` or `?`, before the point or behind it.
    Digit(char),
    Point,
    Comma,
    Percent,
    General,
}

/// What a bracket shows.
enum Bracket {
    /// A colour or a condition.
    Nothing,
    /// A currency.
    Word(String),
}

impl Section {
    /// Reads a section; none if it shows numbers in a way that isn't known here.
    pub(super) fn read(section: &str) -> Option<Self> {
        if is_general(section) && !section.is_empty() {
            return Some(Self { condition: None, parts: vec![Part::General] });
        }
        let mut read = Self { condition: None, parts: Vec::new() };
        let mut characters = section.chars();
        while let Some(character) = characters.next() {
            let part = match character {
                '"' => Part::Word(characters.by_ref().take_while(|character| *character != '"').collect()),
                '\\' | '!' => Part::Word(characters.next()?.to_string()),
                '_' => {
                    characters.next()?;
                    Part::Word(" ".to_owned())
                }
                // A character that fills the rest of the cell: seen, but it says nothing.
                '*' => {
                    characters.next()?;
                    continue;
                }
                '[' => {
                    let inside: String =
                        characters.by_ref().take_while(|character| *character != ']').collect();
                    match read.bracket(&inside)? {
                        Bracket::Nothing => continue,
                        Bracket::Word(word) => Part::Word(word),
                    }
                }
                '0' | '#' | '?' => Part::Digit(character),
                '.' => Part::Point,
                ',' => Part::Comma,
                '%' => Part::Percent,
                'E' | 'e' | '/' | '@' => return None,
                other => Part::Word(other.to_string()),
            };
            read.parts.push(part);
        }
        Some(read)
    }

    /// What a bracket shows, if anything; none if it isn't known. Colours show nothing; `[$¥-804]` shows a currency.
    fn bracket(&mut self, inside: &str) -> Option<Bracket> {
        if let Some(currency) = inside.strip_prefix('$') {
            let word = currency.split('-').next().unwrap_or_default();
            return Some(if word.is_empty() { Bracket::Nothing } else { Bracket::Word(word.to_owned()) });
        }
        let conditions = [
            (">=", Ordering::Greater, true),
            ("<=", Ordering::Less, true),
            ("=", Ordering::Equal, true),
            (">", Ordering::Greater, false),
            ("<", Ordering::Less, false),
        ];
        for (sign, ordering, or_equal) in conditions {
            if let Some(bound) = inside.strip_prefix(sign) {
                let bound: f64 = bound.parse().ok()?;
                self.condition = Some((ordering, or_equal, Decimal::of(bound)?.to_string()));
                return Some(Bracket::Nothing);
            }
        }
        inside
            .chars()
            .all(|character| character.is_ascii_alphabetic() || character.is_ascii_digit())
            .then_some(Bracket::Nothing)
    }

    fn holds_for(&self, number: &Decimal) -> Option<bool> {
        let (ordering, or_equal, bound) = self.condition.as_ref()?;
        let bound = Decimal::of(bound.parse().ok()?)?;
        let found = number.compared_with(&bound);
        Some(found == *ordering || (*or_equal && found == Ordering::Equal))
    }

    fn shows(&self, number: &Decimal) -> String {
        let first_point = self.parts.iter().position(|part| *part == Part::Point);
        let end_of_whole = first_point.unwrap_or(self.parts.len());
        let is_digit = |part: &Part| matches!(part, Part::Digit(_));
        let (before, behind) = self.parts.split_at(end_of_whole);
        let decimals = behind.iter().filter(|part| is_digit(part)).count();
        let (thousands, grouped) = self.commas(before);
        let percents = self.parts.iter().filter(|part| **part == Part::Percent).count();
        let scaled = number.clone().times_ten_to(exponent(percents) * 2 - exponent(thousands) * 3);
        let (whole, fraction) = scaled.rounded(exponent(decimals)).parts();
        let mut shown = whole_part(before, &whole, grouped);
        let mut figures = fraction.chars();
        for part in behind {
            match part {
                Part::Point => shown.push('.'),
                Part::Digit(placeholder) => match figures.next() {
                    Some(figure) => shown.push(figure),
                    None if *placeholder == '0' => shown.push('0'),
                    None => {}
                },
                Part::Word(word) => shown.push_str(word),
                Part::Percent => shown.push('%'),
                Part::Comma | Part::General => {}
            }
        }
        shown.trim().trim_end_matches(|last| last == '.' && decimals > 0).to_owned()
    }

    /// How many commas scale the number by a thousand, and whether others group its digits. A comma behind the last
    /// placeholder of the whole part or of all placeholders scales; one between placeholders groups.
    fn commas(&self, before: &[Part]) -> (usize, bool) {
        let is_digit = |part: &Part| matches!(part, Part::Digit(_));
        let last_of_whole = before.iter().rposition(is_digit);
        let last = self.parts.iter().rposition(is_digit);
        let scales = |place: usize| {
            let follows = |last: Option<usize>| {
                last.is_some_and(|last| {
                    place > last && self.parts[last + 1..place].iter().all(|part| *part == Part::Comma)
                })
            };
            follows(last) || follows(last_of_whole.filter(|_| place < before.len()))
        };
        let commas: Vec<usize> =
            (0..self.parts.len()).filter(|place| self.parts.get(*place) == Some(&Part::Comma)).collect();
        let scaling = commas.iter().filter(|place| scales(**place)).count();
        let grouping = commas.iter().any(|place| *place < before.len() && !scales(*place));
        (scaling, grouping)
    }
}

/// Counts of placeholders as exponents: codes are short.
fn exponent(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(0)
}

/// The part before the point. Figures are given out from the right; the first placeholder takes all that are left.
fn whole_part(parts: &[Part], whole: &str, grouped: bool) -> String {
    let mut figures: Vec<char> = whole.trim_start_matches('0').chars().collect();
    let mut reversed: Vec<char> = Vec::new();
    let mut written = 0;
    let first = parts.iter().position(|part| matches!(part, Part::Digit(_)));
    for (place, part) in parts.iter().enumerate().rev() {
        match part {
            Part::Digit(placeholder) => {
                let mut put = |figure: char| {
                    if grouped && written > 0 && written % 3 == 0 {
                        reversed.push(',');
                    }
                    reversed.push(figure);
                    written += 1;
                };
                match figures.pop() {
                    Some(figure) => put(figure),
                    None if *placeholder == '0' => put('0'),
                    None => {}
                }
                while Some(place) == first
                    && let Some(figure) = figures.pop()
                {
                    put(figure);
                }
            }
            Part::Word(word) => reversed.extend(word.chars().rev()),
            Part::Percent => reversed.push('%'),
            Part::Point | Part::Comma | Part::General => {}
        }
    }
    reversed.iter().rev().collect()
}

/// What the section that is meant for this number shows; none if there is no such section.
pub(super) fn shown(sections: &[Section], number: &Decimal) -> Option<String> {
    let conditioned = sections.iter().any(|section| section.condition.is_some());
    let absolute = number.clone().absolute();
    let (section, sign) = if conditioned {
        let fits = |section: &&Section| section.holds_for(number).unwrap_or(true);
        (sections.iter().find(fits)?, number.negative)
    } else {
        match (sections, number.negative, number.is_zero()) {
            ([first], negative, _) => (first, negative),
            ([_, second, ..], true, _) => (second, false),
            ([_, _, third, ..], _, true) => (third, false),
            ([first, ..], ..) => (first, false),
            ([], ..) => return None,
        }
    };
    let shown = match section.parts.as_slice() {
        [Part::General] => absolute.to_string(),
        _ => section.shows(&absolute),
    };
    Some(if sign && !absolute.is_zero() { format!("-{shown}") } else { shown })
}

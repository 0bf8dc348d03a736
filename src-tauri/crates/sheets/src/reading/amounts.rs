//! Amounts of money as offices write them, converted exactly.

use super::{
    characters::narrowed,
    codes::CellProblem,
    units::{self, Unit},
};

/// The largest amount taken, in fen: 10 million 亿元, far above any budget and far below overflow.
pub const LARGEST: u64 = 1_000_000_000_000_000;

/// What an amount's text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Amount {
    /// So many fen; in the unit that the text names, if it names one.
    Exact(u64, Option<Unit>),
    /// So many fen, roughly.
    Rough(u64),
    /// From so many fen to so many.
    Range(u64, u64),
    /// Nothing: a sign or a word for it.
    Nothing,
}

/// Signs and words for an amount that isn't there.
const NOTHING: [&str; 17] = [
    "—",
    "-",
    "--",
    "——",
    "–",
    "―",
    "/",
    "\\",
    "待定",
    "无",
    "未定",
    "暂无",
    "待核定",
    "待核",
    "不详",
    "n/a",
    "tbd",
];

/// Words around a rough amount.
const ROUGH_BEFORE: [&str; 9] = ["大约", "约为", "约", "近", "预计", "不超过", "不少于", "≈", "~"];
const ROUGH_BEHIND: [&str; 7] = ["左右", "上下", "以内", "以上", "余", "多", "+"];

/// Understands an amount whose column has this unit.
pub(super) fn read(text: &str, unit: Unit) -> Result<Amount, CellProblem> {
    let narrow: String = text.chars().map(narrowed).filter(|character| !character.is_whitespace()).collect();
    let text = narrow.to_lowercase();
    if NOTHING.contains(&text.as_str()) {
        return Ok(Amount::Nothing);
    }
    let text = text.trim_start_matches("人民币").trim_start_matches("rmb").trim_start_matches('¥');
    let text = text.trim_end_matches(['整', '正']);
    if text.starts_with(['-', '−', '－']) {
        return Err(CellProblem::Negative);
    }
    let bare = ROUGH_BEFORE.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    if let Some(range) = range(bare, unit) {
        return range;
    }
    // The rough word is before the unit or behind it: 300余万元, 300万元左右.
    let (figures, behind) = without_end(bare, &ROUGH_BEHIND);
    let (figures, own) = units::at_end(figures);
    let (figures, within) = without_end(figures, &ROUGH_BEHIND);
    let fen = exact(figures, own.unwrap_or(unit))?;
    let rough = bare.len() != text.len() || behind || within;
    Ok(if rough { Amount::Rough(fen) } else { Amount::Exact(fen, own) })
}

fn without_end<'a>(text: &'a str, words: &[&str]) -> (&'a str, bool) {
    match words.iter().find_map(|word| text.strip_suffix(word)) {
        Some(before) => (before, true),
        None => (text, false),
    }
}

/// The amount from one to another, such as `300-500万元`.
fn range(text: &str, unit: Unit) -> Option<Result<Amount, CellProblem>> {
    let (from, to) = ["-", "~", "—", "–", "至", "到"].iter().find_map(|sign| text.split_once(sign))?;
    let (to, upper) = units::at_end(to);
    let (from, lower) = units::at_end(from);
    if from.is_empty() || to.is_empty() {
        return None;
    }
    let both = exact(from, lower.or(upper).unwrap_or(unit))
        .and_then(|from| exact(to, upper.unwrap_or(unit)).map(|to| Amount::Range(from, to)));
    Some(both)
}

/// So many of a unit, in fen.
pub(super) fn exact(figures: &str, unit: Unit) -> Result<u64, CellProblem> {
    let (whole, decimals) = figures.split_once('.').unwrap_or((figures, ""));
    let whole = without_separators(whole).ok_or(CellProblem::NotAnAmount)?;
    let is_number = !whole.is_empty() && decimals.is_empty() != figures.contains('.');
    let digits = whole + decimals.trim_end_matches('0');
    if !is_number
        || !digits.bytes().all(|byte| byte.is_ascii_digit())
        || !decimals.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Err(CellProblem::NotAnAmount);
    }
    let scale = u32::try_from(decimals.trim_end_matches('0').len()).unwrap_or(u32::MAX);
    let power = unit.0.checked_sub(scale).ok_or(CellProblem::TooFine)?;
    let number: u64 = digits.parse().map_err(|_| CellProblem::TooMuch)?;
    let fen = 10_u64.checked_pow(power).and_then(|power| number.checked_mul(power));
    fen.filter(|fen| *fen <= LARGEST).ok_or(CellProblem::TooMuch)
}

/// The digits without their thousands separators; none if the separators are in the wrong places.
fn without_separators(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let well_placed = rest.is_empty()
        || (!first.is_empty() && first.len() <= 3 && rest.iter().all(|group| group.len() == 3));
    well_placed.then(|| whole.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::super::units::{WAN, YI, YUAN};
    use super::*;

    #[test]
    fn amounts_are_understood_as_offices_write_them() {
        for (text, amount) in [
            ("320", Amount::Exact(320_000_000, None)),
            ("1,200万元", Amount::Exact(1_200_000_000, Some(WAN))),
            ("0.3亿元", Amount::Exact(3_000_000_000, Some(YI))),
            ("￥300", Amount::Exact(300_000_000, None)),
            ("300.00元", Amount::Exact(30_000, Some(YUAN))),
            ("0.95百万", Amount::Exact(95_000_000, Some(Unit(8)))),
            ("１，２００．５", Amount::Exact(1_200_500_000, None)),
            ("约300", Amount::Rough(300_000_000)),
            ("300万元左右", Amount::Rough(300_000_000)),
            ("300左右", Amount::Rough(300_000_000)),
            ("300余万元", Amount::Rough(300_000_000)),
            ("300多万", Amount::Rough(300_000_000)),
            ("300-500", Amount::Range(300_000_000, 500_000_000)),
            ("300~500万元", Amount::Range(300_000_000, 500_000_000)),
            ("—", Amount::Nothing),
            ("/", Amount::Nothing),
            ("待定", Amount::Nothing),
        ] {
            assert_eq!(read(text, WAN), Ok(amount), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for (text, problem) in [
            ("三百万", CellProblem::NotAnAmount),
            ("-5", CellProblem::Negative),
            ("12,34", CellProblem::NotAnAmount),
            ("1.", CellProblem::NotAnAmount),
            ("0.0000001", CellProblem::TooFine),
            ("1000000001", CellProblem::TooMuch),
            ("99999999999999999999999", CellProblem::TooMuch),
        ] {
            assert_eq!(read(text, WAN), Err(problem), "{text}");
        }
    }
}

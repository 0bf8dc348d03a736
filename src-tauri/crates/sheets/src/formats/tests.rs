//! What a person sees of numbers.

use super::Format;
use crate::table::{Cell, Value};

fn shown(code: &str, number: f64) -> String {
    let value = Format::of(code).applied_to(number, false).unwrap();
    match value {
        Value::Unshown { .. } => "?".to_owned(),
        value => Cell::of(value).shown(),
    }
}

#[test]
fn numbers_are_shown_by_their_codes() {
    for (code, number, text) in [
        ("General", 0.1 + 0.2, "0.3"),
        ("000", 1.0, "001"),
        ("\"A\"000", 1.0, "A001"),
        ("000_ ", 4.0, "004"),
        ("0.00", 2.345, "2.35"),
        ("#,##0.00", 1_234_567.891, "1,234,567.89"),
        ("#,##0", 999.5, "1,000"),
        ("0!.0000", 3_200_000.0, "320.0000"),
        ("0!.0,", 1_805_000.0, "180.5"),
        ("0.00,,\"百万\"", 950_000.0, "0.95百万"),
        ("0.00,", 12_345.0, "12.35"),
        ("#,##0.0,\"千\"", 12_345_678.0, "12,345.7千"),
        ("0%", 0.256, "26%"),
        ("[$¥-804]#,##0.00", 300.0, "¥300.00"),
        ("#,##0.00;[Red]-#,##0.00", -5.0, "-5.00"),
        ("0;(0)", -5.0, "(5)"),
        ("0.##", 1.5, "1.5"),
        ("#.##", 2.0, "2"),
        ("0;0;\"—\"", 0.0, "—"),
        ("[>=100000000]0.00,,\"百万\";[>=10000]0!.0,\"万\";0", 320_000.0, "32.0万"),
        ("0.00E+00", 5.0, "?"),
        ("# ?/?", 0.5, "?"),
    ] {
        assert_eq!(shown(code, number), text, "{code}");
    }
}

#[test]
fn days_are_shown_by_as_much_as_their_codes_have() {
    for (code, number, text) in [
        ("yyyy-mm-dd", 46387.0, "2026-12-31"),
        ("yyyy-mm-dd", 46387.5, "2026-12-31"),
        ("yyyy-mm-dd hh:mm", 46387.5, "2026-12-31 12:00"),
        ("yyyy-mm-dd hh:mm", 46387.0, "2026-12-31"),
        ("yyyy\"年\"m\"月\"", 46357.0, "2026年12月"),
        ("mmm-yy", 46357.0, "Dec-26"),
        ("mmmm yyyy", 46357.0, "December 2026"),
        ("yyyy/m", 46174.0, "2026/6"),
        ("yyyy\\.mm_ ", 46174.0, "2026.06"),
        ("yyyy", 46174.0, "2026"),
        ("m\"月\"d\"日\"", 46387.0, "12月31日"),
        ("m-d", 46387.0, "12-31"),
        ("[$-804]yyyy\"年\"m\"月\"d\"日\"", 46387.0, "2026-12-31"),
        ("h:mm:ss", 0.5, "0.5"),
    ] {
        assert_eq!(shown(code, number), text, "{code}");
    }
    assert_eq!(Format::built_in(57), Format::of("yyyy\"年\"m\"月\""));
}

//! The empty forms.

use super::files::{brief, findings, part, with_part};
use lists::{candidates, candidates_template, delegates, delegates_template};
use messages::Language;

/// A form with a row filled in below its examples, in the order of its columns.
fn filled(form: &[u8], cells: &[&str]) -> Vec<u8> {
    let sheet = part(form, "xl/worksheets/sheet1.xml");
    let cell = |text: &&str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let cells = cells.iter().map(cell).collect::<Vec<_>>().concat();
    let sheet = sheet.replace("</sheetData>", &format!("<row r=\"4\">{cells}</row></sheetData>"));
    with_part(form, "xl/worksheets/sheet1.xml", sheet.as_bytes())
}

#[test]
fn an_empty_form_has_no_rows_to_import() {
    for language in [Language::Chinese, Language::English] {
        let no_entries = [" |  |  | list.no-entries"];
        let form = delegates_template(language).unwrap();
        assert_eq!(brief(&findings(delegates("d.xlsx", &form))), no_entries);
        let form = candidates_template(language).unwrap();
        assert_eq!(brief(&findings(candidates("c.xlsx", &form))), no_entries);
    }
}

#[test]
fn a_filled_form_is_imported_whole() {
    for (language, no) in [(Language::Chinese, "否"), (Language::English, "no")] {
        let form = filled(&delegates_template(language).unwrap(), &["001", "赵示例", "一团", no]);
        let read = delegates("d.xlsx", &form).unwrap();
        assert_eq!(read.len(), 1);
        assert_eq!((read[0].number.as_str(), read[0].in_office), ("001", false));

        let row = [
            "1",
            "示例",
            "内容",
            "子项",
            "地点",
            "10",
            "2.5",
            "资金",
            "单位",
            "2020-12-31",
            "效益",
            "类",
            "源",
        ];
        let form = filled(&candidates_template(language).unwrap(), &row);
        let read = candidates("c.xlsx", &form).unwrap().remove(0);
        assert_eq!(read.sub_items, ["子项"]);
        assert_eq!(read.investment.unwrap().to_string(), "10");
        assert_eq!(read.investment_this_year.unwrap().to_string(), "2.5");
        let rest = [read.sources, read.responsible_unit, read.benefit, read.category, read.origin];
        assert_eq!(rest, ["资金", "单位", "效益", "类", "源"]);
    }
}

#[test]
fn a_form_freezes_its_titles_offers_yes_and_no_and_is_the_same_each_time() {
    let form = delegates_template(Language::Chinese).unwrap();
    let sheet = part(&form, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("state=\"frozen\""));
    assert!(sheet.contains("是,否"));
    // Cells of text: 001 stays 001.
    assert!(part(&form, "xl/styles.xml").contains("formatCode=\"@\""));
    assert!(part(&form, "xl/sharedStrings.xml").contains("代表证号*"));
    assert_eq!(form, delegates_template(Language::Chinese).unwrap());
}

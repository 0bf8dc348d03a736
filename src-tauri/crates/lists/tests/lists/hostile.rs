//! Files that were made to harm, or broke on the way.

use super::files::{SAMPLES, part, parts, questions, sample, texts, with_part, zip};
use lists::{ballots, candidates, delegates};
use proptest::prelude::*;
use sheets::{
    FileProblem, Limits,
    reading::{CellProblem, Problem},
};
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

const SHEET: &str = "xl/worksheets/sheet1.xml";

fn problem(bytes: &[u8]) -> FileProblem {
    match refused(bytes) {
        Problem::File(problem) => problem,
        Problem::Cell(problem) => panic!("only something in it was refused: {problem}"),
    }
}

/// The first thing that is wrong with a list.
fn refused(bytes: &[u8]) -> Problem {
    delegates("d.xlsx", bytes).err().unwrap().findings.remove(0).problem
}

fn roster() -> Vec<u8> {
    texts(&[&["编号", "姓名", "代表团"], &["1", "甲", "一团"]])
}

#[test]
fn a_file_that_is_too_large_is_refused() {
    let large = vec![b'1'; usize::try_from(Limits::FILE).unwrap() + 1];
    assert_eq!(problem(&large), FileProblem::TooLarge { limit_bytes: Limits::FILE });
}

#[test]
fn a_spreadsheet_bomb_is_refused() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts(&roster()) {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        if name == SHEET {
            let row = "<row><c><v>1</v></c></row>".repeat(4096);
            writer.write_all(b"<worksheet><sheetData>").unwrap();
            for _ in 0..1100 {
                writer.write_all(row.as_bytes()).unwrap();
            }
            writer.write_all(b"</sheetData></worksheet>").unwrap();
        } else {
            writer.write_all(&content).unwrap();
        }
    }
    let bomb = writer.finish().unwrap().into_inner();
    assert!(bomb.len() < 2_000_000);
    assert_eq!(problem(&bomb), FileProblem::UnpacksTooLarge { limit_bytes: Limits::UNPACKED });
}

#[test]
fn a_long_text_that_many_cells_share_is_refused_as_a_bomb() {
    let cell = "<c t=\"s\"><v>0</v></c>".repeat(200);
    let rows = format!("<row>{cell}</row>").repeat(30);
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let strings = format!("<sst><si><t>{}</t></si></sst>", "长".repeat(2_000));
    let bomb =
        with_part(&with_part(&roster(), SHEET, sheet.as_bytes()), "xl/sharedStrings.xml", strings.as_bytes());
    assert_eq!(problem(&bomb), FileProblem::TooManyCells { limit: Limits::CELLS });
}

#[test]
fn more_cells_than_any_list_has_are_refused() {
    let cell = "<c><v>1</v></c>".repeat(190);
    let rows = format!("<row>{cell}</row>").repeat(Limits::CELLS / 190 + 1);
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let file = with_part(&roster(), SHEET, sheet.as_bytes());
    assert_eq!(problem(&file), FileProblem::TooManyCells { limit: Limits::CELLS });
}

#[test]
fn a_part_that_many_sheets_name_is_refused_as_a_bomb() {
    let padded =
        part(&roster(), SHEET).replace("</sheetData>", &format!("</sheetData>{}", " ".repeat(3_000_000)));
    let book = part(&roster(), "xl/workbook.xml");
    let sheets = "<sheet name=\"x\" sheetId=\"1\" r:id=\"rId1\"/>";
    let book_of = |count: usize| {
        let (before, rest) = book.split_once("<sheets>").unwrap();
        let (_, after) = rest.split_once("</sheets>").unwrap();
        let book = format!("{before}<sheets>{}</sheets>{after}", sheets.repeat(count));
        with_part(&with_part(&roster(), SHEET, padded.as_bytes()), "xl/workbook.xml", book.as_bytes())
    };
    let with_sheets = |count| problem(&book_of(count));
    assert_eq!(questions(delegates("d.xlsx", &book_of(2))), ["list.several-sheets x/x/all "]);
    assert_eq!(with_sheets(40), FileProblem::UnpacksTooLarge { limit_bytes: Limits::UNPACKED });
    assert_eq!(with_sheets(51), FileProblem::TooManySheets { limit: Limits::SHEETS });
}

#[test]
fn two_parts_of_one_name_are_refused() {
    let file = with_part(&roster(), "XL\\Worksheets/sheet1.xml", b"<worksheet/>");
    assert!(matches!(problem(&file), FileProblem::Damaged { .. }));
}

#[test]
fn counts_that_a_file_announces_are_not_believed() {
    let strings = part(&roster(), "xl/sharedStrings.xml");
    let claims = strings.replace("uniqueCount=\"", "uniqueCount=\"99999999999999");
    assert_ne!(strings, claims);
    let file = with_part(&roster(), "xl/sharedStrings.xml", claims.as_bytes());
    let file = with_dimension(&file, "A1:XFD1048576");
    assert_eq!(delegates("d.xlsx", &file).unwrap().len(), 1);
    assert_eq!(delegates("d.xlsx", &with_dimension(&file, "C9:A1")).unwrap().len(), 1);
}

fn with_dimension(file: &[u8], dimension: &str) -> Vec<u8> {
    let sheet = part(file, SHEET);
    let (before, rest) = sheet.split_once("<dimension ref=\"").unwrap();
    let (_, after) = rest.split_once('"').unwrap();
    with_part(file, SHEET, format!("{before}<dimension ref=\"{dimension}\"{after}").as_bytes())
}

#[test]
fn entities_of_its_own_are_refused() {
    let strings = part(&roster(), "xl/sharedStrings.xml");
    let strings = strings.replacen("<sst", "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">]><sst", 1);
    let strings = strings.replace("一团", "&a;");
    let file = with_part(&roster(), "xl/sharedStrings.xml", strings.as_bytes());
    assert!(matches!(problem(&file), FileProblem::Damaged { .. }));
}

#[test]
fn cells_out_of_reach_or_in_one_place_twice_are_refused() {
    let with_cell = |cell: &str| {
        let sheet = part(&roster(), SHEET).replace("</sheetData>", &format!("<row>{cell}</row></sheetData>"));
        refused(&with_part(&roster(), SHEET, sheet.as_bytes()))
    };
    let cell = |reference: &str| with_cell(&format!("<c r=\"{reference}\"><v>1</v></c>"));
    let beyond = CellProblem::BeyondLimit { rows: Limits::ROWS, columns: Limits::COLUMNS };
    for reference in ["A20001", "GS2"] {
        assert_eq!(cell(reference), Problem::Cell(beyond.clone()), "{reference}");
    }
    for reference in ["A2", "A0", "A99999999999", "ZZZZZZZZZZ1", "XFE1", "1", "A", "", "\u{e9}1"] {
        assert!(matches!(cell(reference), Problem::File(FileProblem::Damaged { .. })), "{reference}");
    }
    for value in ["NaN", "inf", "1e999", "one"] {
        let found = with_cell(&format!("<c r=\"D2\"><v>{value}</v></c>"));
        assert!(matches!(found, Problem::File(FileProblem::Damaged { .. })), "{value}");
    }
}

#[test]
fn too_many_rows_of_a_csv_are_refused() {
    let csv = format!("编号,姓名,代表团\n{}", "1,甲,一团\n".repeat(20_000));
    let beyond = Problem::Cell(CellProblem::BeyondLimit { rows: Limits::ROWS, columns: Limits::COLUMNS });
    let found = delegates("d.csv", csv.as_bytes()).err().unwrap().findings;
    assert_eq!(found.last().map(|finding| &finding.problem), Some(&beyond));
    let wide = format!("编号,姓名,代表团{}x\n1,甲,一团\n", ",".repeat(200));
    let found = delegates("d.csv", wide.as_bytes()).err().unwrap().findings;
    assert!(found.iter().any(|finding| finding.problem == beyond));
}

#[test]
fn files_of_other_kinds_are_named() {
    let compound = |stream: &str| {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        file.create_stream(stream).unwrap().write_all(&[0; 600]).unwrap();
        problem(&file.into_inner().into_inner())
    };
    let named = |format: &str| FileProblem::SaveAsXlsx { format: format.to_owned() };
    let word = |format: &str| FileProblem::WordDocument { format: format.to_owned() };
    assert_eq!(compound("EncryptedPackage"), FileProblem::PasswordProtected);
    assert_eq!(compound("Book"), named("Excel 5.0/95"));
    assert_eq!(compound("WordDocument"), word(".doc"));
    assert_eq!(compound("Photo"), FileProblem::NotATable);
    assert_eq!(problem(b"<html><body><table><tr><td>1</td></tr></table></body></html>"), named("HTML"));
    let spreadsheet =
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>";
    assert_eq!(problem(spreadsheet.as_bytes()), named("XML 2003"));
    assert_eq!(problem(b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>"), named("MHTML"));
    let flat =
        "<?xml version=\"1.0\"?><o:document xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>";
    assert_eq!(problem(flat.as_bytes()), named("FODS"));
    assert_eq!(problem(b"%PDF-1.7\n"), word("PDF"));

    let archive = |names: &[&str]| {
        let parts: Vec<(String, Vec<u8>)> = names.iter().map(|name| ((*name).to_owned(), vec![1])).collect();
        problem(&zip(&parts))
    };
    assert_eq!(archive(&["xl/workbook.bin"]), named(".xlsb"));
    assert_eq!(archive(&["word/document.xml"]), word(".docx"));
    assert_eq!(archive(&["photo.jpg"]), FileProblem::NotATable);
    assert_eq!(problem(b"\x89PNG\r\n\x1a\n\0\0"), FileProblem::NotATable);
}

#[test]
fn texts_are_read_in_three_encodings_and_refused_in_others() {
    let text = "编号,姓名,代表团\n1,甲,一团\n";
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(delegates("d.csv", &[b"\xFF\xFE".to_vec(), wide].concat()).unwrap().len(), 1);
    let (gb18030, _, _) = encoding_rs::GB18030.encode(text);
    assert_eq!(delegates("d.csv", &gb18030).unwrap().len(), 1);
    assert_eq!(problem(&[gb18030.as_ref(), b"2,\xFF\xFF,x\n"].concat()), FileProblem::Encoding);
    assert_eq!(problem(b"\xEF\xBB\xBF\xB1\xE0\xBA\xC5"), FileProblem::Encoding);
}

#[test]
fn a_list_without_titles_without_rows_or_twice_there_is_refused() {
    let expected = "代表证号、姓名".to_owned();
    assert_eq!(refused(b"1,2,3\n"), Problem::Cell(CellProblem::NoTitles { expected }));
    assert_eq!(refused("编号,姓名,代表团\n,,\n\n".as_bytes()), Problem::Cell(CellProblem::NoEntries));
    assert_eq!(problem("编号,姓名,代表团\n1,\"甲,一团\n".as_bytes()), FileProblem::UnclosedQuote);

    let mut book = rust_xlsxwriter::Workbook::new();
    for name in ["一", "二"] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        super::files::write(sheet, &[&["编号", "姓名", "代表团"], &["1", "甲", "一团"]]);
    }
    let asked = questions(delegates("d.xlsx", &book.save_to_buffer().unwrap()));
    assert_eq!(asked, ["list.several-sheets 一/二/all "]);
}

#[test]
fn a_truncated_workbook_is_refused() {
    let cut = |whole: &[u8], from: usize, step: usize| {
        for length in (from..whole.len()).step_by(step) {
            assert!(delegates("d", &whole[..length]).is_err(), "{length} bytes");
        }
    };
    cut(&sample(SAMPLES[1], "delegates.xlsx"), 4, 97);
    for file in ["roster.xls", "roster.et", "roster.ods"] {
        cut(&sample("lists", file), 8, 31);
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = (delegates("d", &bytes).is_ok(), candidates("c", &bytes).is_ok());
        let _ = ballots("b", &bytes, &["1".into()]).is_ok();
    }

    #[test]
    fn no_text_makes_it_panic(text in "[编号姓名代表团,;\"\\t\\n\\r0-9a-z\u{200B}]{0,200}") {
        let csv = format!("编号,姓名,代表团\n{text}");
        let _ = delegates("d.csv", csv.as_bytes()).is_ok();
    }

    #[test]
    fn flipped_bytes_never_make_it_panic(
        flips in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut bytes = sample(SAMPLES[1], "candidates.xlsx");
        for (place, value) in flips {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        let _ = candidates("c.xlsx", &bytes).is_ok();
    }

    /// Behind the archive's checksums, where flipped bytes of the file itself rarely come.
    #[test]
    fn flipped_bytes_in_a_part_never_make_it_panic(
        chosen in any::<prop::sample::Index>(),
        flips in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut parts = parts(&roster());
        let chosen = chosen.index(parts.len());
        let content = &mut parts[chosen].1;
        for (place, value) in flips {
            let place = place.index(content.len());
            content[place] = value;
        }
        let _ = delegates("d.xlsx", &zip(&parts)).is_ok();
    }
}

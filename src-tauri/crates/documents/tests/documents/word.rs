//! The papers as Word files: what they say is what their PDFs say, in Word's own styles, and every reader takes them as they are.

use crate::{
    docx::{Docx, Part, files, text},
    docx_schema::faults,
    form::{flowing, name_of},
    inside::Inside,
    samples::{self, LANGUAGES},
    structure::{Element, tree},
    tools::{converted, dense, fonts, in_word},
};
use documents::{Format, Heading, Output, Standing};
use messages::Language;

/// Papers that have places to sign, or blanks beside each other: these are paragraphs in Word and drawn on pages.
const SIGNED: [&str; 5] =
    ["result-report", "minutes", "attendance-sheet", "attendance-report", "poll-opening"];

/// Every paper that leaders revise or that goes under the house's letterhead, with its PDF.
fn papers(language: Language) -> impl Iterator<Item = (String, Docx, Inside)> {
    let word = flowing(Format::Word, language).into_iter();
    let pdf = flowing(Format::Pdf, language).into_iter();
    word.zip(pdf).filter(|((name, _), _)| !SIGNED.contains(name)).map(move |((name, word), (_, pdf))| {
        (format!("{name}-{}", name_of(language)), Docx::new(&word), Inside::new(&pdf))
    })
}

/// What a PDF says, paragraph by paragraph and row by row, without spaces.
fn said(inside: &Inside) -> Vec<Vec<String>> {
    let cells = |row: &Element| row.kids.iter().map(|cell| dense(&cell.text)).collect();
    let parts = tree(inside).kids.into_iter().flat_map(|part| match part.tag.as_str() {
        "Table" => part.kids.iter().map(cells).collect(),
        "Figure" => Vec::new(),
        _ => vec![vec![dense(&part.text)]],
    });
    parts.filter(|texts: &Vec<String>| !texts.concat().is_empty()).collect()
}

/// The same of a Word file.
fn said_in_word(docx: &Docx) -> Vec<Vec<String>> {
    let cells = |texts: Vec<String>| texts.iter().map(|text| dense(text)).collect();
    let parts = docx.body().into_iter().flat_map(|part| match part {
        Part::Paragraph(_, text) => vec![vec![dense(&text)]],
        Part::Table(rows) => rows.into_iter().map(cells).collect(),
    });
    parts.filter(|texts: &Vec<String>| !texts.concat().is_empty()).collect()
}

#[test]
fn a_word_file_says_what_its_pdf_says() {
    for language in LANGUAGES {
        for (name, docx, pdf) in papers(language) {
            let (word, pages) = (said_in_word(&docx), said(&pdf));
            for (one, other) in word.iter().zip(&pages) {
                assert_eq!(one, other, "{name}");
            }
            assert_eq!(word.len(), pages.len(), "{name}");
        }
    }
}

#[test]
fn every_element_is_where_the_schema_has_it() {
    for language in LANGUAGES {
        for (name, bytes) in flowing(Format::Word, language) {
            Docx::new(&bytes).check(&format!("{name}-{}", name_of(language)));
        }
    }
}

#[test]
fn libreoffice_shows_all_that_a_file_says_on_as_many_pages() {
    let named = |format: Format| {
        LANGUAGES.into_iter().flat_map(move |language| {
            let named = move |(name, bytes)| (format!("{name}-{}", name_of(language)), bytes);
            flowing(format, language).into_iter().filter(|(name, _)| !SIGNED.contains(name)).map(named)
        })
    };
    let files: Vec<(String, Vec<u8>)> = named(Format::Word).collect();
    for (((name, bytes), pdf), (_, printed)) in files.iter().zip(converted(&files)).zip(named(Format::Pdf)) {
        let pages: Vec<String> = pdf.pages().iter().map(|page| dense(page)).collect();
        for (index, page) in pages.iter().enumerate() {
            assert!(page.contains(&format!("—{}—", index + 1)), "{name}: page {}", index + 1);
        }
        let printed = Inside::new(&printed).page_ids().len();
        assert!(pages.len().abs_diff(printed) <= 1, "{name}: {} for {printed} pages", pages.len());
        let shown = pages.concat();
        let texts = said_in_word(&Docx::new(bytes));
        for text in [texts.first().unwrap(), texts.last().unwrap()].into_iter().flatten() {
            assert!(shown.contains(text), "{name}: {text}");
        }
    }
}

#[test]
fn an_element_in_the_wrong_place_is_found() {
    let bytes = in_word(&samples::announcement(Language::Chinese));
    let docx = Docx::new(&bytes);
    let body = docx.part("word/document.xml");
    assert_eq!(faults(body), Vec::<String>::new());
    let mut late = body.clone();
    let properties = &mut late.kids[0].kids[0].kids[0];
    properties.kids.reverse();
    assert!(!faults(&late).is_empty());
    let mut unknown = body.clone();
    unknown.kids[0].kids[0].name = "w:para".to_owned();
    assert_eq!(faults(&unknown), ["w:body holds no w:para", "w:para is unknown"]);
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    for language in LANGUAGES {
        for format in [Format::Word, Format::Ofd] {
            assert_eq!(flowing(format, language), flowing(format, language));
        }
    }
}

#[test]
fn texts_have_words_own_styles_with_the_fonts_of_offices() {
    let docx = Docx::new(&in_word(&samples::announcement(Language::Chinese)));
    let styles: Vec<String> = docx
        .body()
        .into_iter()
        .filter_map(|part| match part {
            Part::Paragraph(style, _) => Some(style),
            Part::Table(_) => None,
        })
        .collect();
    assert_eq!(styles.first().unwrap(), "Title");
    assert_eq!(&styles[styles.len() - 2..], ["Signature", "Date"]);
    assert!(styles.iter().any(|style| style == "Normal"));
    let all = docx.part("word/styles.xml").all("w:style");
    let look = |id: &str| *all.iter().find(|style| style.attributes["w:styleId"] == id).unwrap();
    let font = |id: &str| look(id).at(&["w:rPr", "w:rFonts"]).unwrap().attributes["w:eastAsia"].clone();
    let size = |id: &str| look(id).value(&["w:rPr", "w:sz"]).unwrap().to_owned();
    assert_eq!((font("Title"), size("Title")), ("方正小标宋简体".into(), "44".into()));
    assert_eq!((font("Normal"), size("Normal")), ("仿宋_GB2312".into(), "32".into()));
    let indent = look("Normal").at(&["w:pPr", "w:ind"]).unwrap();
    assert_eq!(indent.attributes["w:firstLineChars"], "200");
    // Every font that a style names is in the table of fonts, with other names that machines have it under.
    let table = docx.part("word/fontTable.xml");
    for fonts in docx.part("word/styles.xml").all("w:rFonts") {
        for name in fonts.attributes.values() {
            let entry = table.kids.iter().find(|font| font.attributes["w:name"] == *name).unwrap();
            assert!(!entry.value(&["w:altName"]).unwrap().is_empty());
        }
    }
}

#[test]
fn pages_are_those_of_gb_t_9704_and_numbered_at_the_outer_edge() {
    for (name, docx, _) in papers(Language::Chinese) {
        let section = docx.part("word/document.xml").at(&["w:body", "w:sectPr"]).unwrap();
        let margins = &section.kid("w:pgMar").unwrap().attributes;
        // 37 mm above, 28 mm at the left, 156 × 225 mm of text, in twentieths of a point.
        for (edge, twips) in
            [("w:top", "2098"), ("w:left", "1587"), ("w:right", "1474"), ("w:bottom", "1984")]
        {
            assert_eq!(margins[edge], twips, "{name} {edge}");
        }
        assert!(docx.part("word/settings.xml").kid("w:evenAndOddHeaders").is_some());
        for (footer, align) in [("word/footer1.xml", "right"), ("word/footer2.xml", "left")] {
            let number = &docx.part(footer).kids[0];
            assert_eq!(text(number), "— 1 —");
            assert_eq!(number.all("w:fldSimple")[0].attributes["w:instr"].trim(), "PAGE");
            assert_eq!(number.value(&["w:pPr", "w:jc"]), Some(align));
        }
    }
}

#[test]
fn tables_repeat_their_heads_and_lists_are_numbered_by_word() {
    for language in LANGUAGES {
        for (name, docx, _) in papers(language) {
            let document = docx.part("word/document.xml");
            for table in document.all("w:tbl") {
                let rows = table.all("w:tr");
                let is_head = |row: &&&crate::docx::Node| row.at(&["w:trPr", "w:tblHeader"]).is_some();
                assert_eq!(rows.iter().filter(is_head).count(), 1, "{name}");
                assert!(is_head(&&rows[0]));
            }
            if name.starts_with("notice") {
                let steps = document.all("w:numPr");
                assert!(steps.len() > 4);
                assert_eq!(docx.part("word/numbering.xml").all("w:abstractNum").len(), 1);
            }
            for run in document.all("w:t") {
                assert!(
                    !run.text.contains(['\t', '\u{2060}']) && !run.text.contains("   "),
                    "{name}: {run:?}"
                );
            }
        }
    }
}

#[test]
fn the_file_says_how_far_it_may_be_relied_on_and_which_is_the_record() {
    for (language, standing, training, said) in [
        (Language::Chinese, Standing::Draft, false, "草稿"),
        (Language::Chinese, Standing::Unofficial, false, "非正式"),
        (Language::Chinese, Standing::Official, false, "正式"),
        (Language::Chinese, Standing::Official, true, "演练"),
        (Language::English, Standing::Draft, false, "Draft"),
    ] {
        let mut announcement = samples::announcement(language);
        announcement.heading = Heading { standing, training, ..announcement.heading };
        let docx = Docx::new(&in_word(&announcement));
        let core = docx.part("docProps/core.xml");
        assert_eq!(core.kid("cp:contentStatus").unwrap().text, said);
        assert!(core.kid("dc:description").unwrap().text.contains("PDF"));
        assert_eq!(core.kid("dc:creator").unwrap().text, announcement.heading.congress);
        for footer in ["word/footer1.xml", "word/footer2.xml"] {
            let foot = text(docx.part(footer));
            assert!(foot.contains(said) && foot.contains("PDF"), "{foot}");
            // The record is named on the PDF alone.
            assert!(!foot.contains(samples::HASH));
        }
        assert_eq!(!text(docx.part("word/header1.xml")).is_empty(), training);
    }
}

#[test]
fn signs_of_xml_in_names_stay_what_they_are() {
    let mut announcement = samples::announcement(Language::English);
    announcement.heading.congress = "People's Congress of <A> & \"B\"".into();
    let output = |format| Output { fonts: fonts(), format };
    let bytes = documents::announcement(output(Format::Word), &announcement).unwrap();
    let docx = Docx::new(&bytes);
    docx.check("signs");
    assert_eq!(docx.part("docProps/core.xml").kid("dc:creator").unwrap().text, announcement.heading.congress);
    let ofd = files(&documents::announcement(output(Format::Ofd), &announcement).unwrap());
    let entry = crate::docx::parse(&ofd[0].1);
    assert_eq!(entry.all("ofd:Author")[0].text, announcement.heading.congress);
}

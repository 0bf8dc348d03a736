//! Each file is sound, has its fonts in it, and is the same whenever it is made.

use crate::{
    minutes::minutes,
    resolution::resolution,
    samples::{self, LANGUAGES},
    task_list::task_list,
    tools::{Pdf, fonts},
};
use documents::{Fonts, Format, Heading, Output, TypesetError, fonts_dir};
use messages::Language;

/// Every document in this language, as PDF.
pub fn all(language: Language) -> Vec<(&'static str, Vec<u8>)> {
    let slips = samples::made_up_slips(23);
    let mut all = flowing(Format::Pdf, language);
    all.extend([
        ("slips", documents::slips(fonts(), &samples::slip_sheet(language, &slips)).unwrap()),
        ("key-card", documents::key_card(fonts(), &samples::key_card(language)).unwrap()),
        ("paper-ballots", crate::paper_ballot::sample(language)),
    ]);
    all
}

/// Every document whose text flows over pages, in this language and format.
pub fn flowing(format: Format, language: Language) -> Vec<(&'static str, Vec<u8>)> {
    let candidates = samples::candidates();
    let output = Output { fonts: fonts(), format };
    vec![
        (
            "candidate-list",
            documents::candidate_list(output, &samples::candidate_list(language, &candidates)).unwrap(),
        ),
        ("result-report", documents::result_report(output, &samples::report(language)).unwrap()),
        ("announcement", documents::announcement(output, &samples::announcement(language)).unwrap()),
        ("resolution", documents::resolution(output, &resolution(language)).unwrap()),
        ("task-list", documents::task_list(output, &task_list(language, &candidates)).unwrap()),
        ("minutes", documents::minutes(output, &minutes(language)).unwrap()),
        ("voting-measure", crate::voting_measure::sample(output, language)),
        ("notice", crate::notice::sample(output, language)),
        ("chair-script", crate::chair_script::sample(output, language)),
        ("attendance-sheet", crate::attendance::sheet_sample(output, language)),
        ("attendance-report", crate::attendance::report_sample(output, language)),
        ("poll-opening", crate::poll_report::sample(output, language)),
    ]
}

pub fn name_of(language: Language) -> &'static str {
    match language {
        Language::Chinese => "zh",
        Language::English => "en",
    }
}

#[test]
fn every_file_is_sound_and_has_its_fonts_in_it() {
    for language in LANGUAGES {
        for (name, bytes) in all(language) {
            let pdf = Pdf::new(&format!("form-{name}-{}", name_of(language)), &bytes);
            pdf.check_form();
            let lines = pdf.font_lines();
            assert!(lines.len() >= 2, "{name}: {lines:?}");
            for line in lines {
                let embedded_subset_unicode = line.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(embedded_subset_unicode.contains("Identity-H yes yes yes"), "{name}: {line}");
            }
        }
    }
}

#[test]
fn the_properties_are_true() {
    for language in LANGUAGES {
        for (name, bytes) in all(language) {
            let pdf = Pdf::new(&format!("properties-{name}-{}", name_of(language)), &bytes);
            let properties = pdf.properties();
            assert!(
                properties.contains(&format!("Author:          {}", samples::heading(language).congress))
            );
            assert!(properties.contains("PDF version:     1.7"));
            assert!(properties.contains("Page size:       595.276 x 841.89 pts (A4)"), "{properties}");
            assert!(!properties.contains("PDF/A") && !properties.contains("PDF/X"), "{properties}");
            assert!(!properties.contains("CreationDate"), "{properties}");
        }
    }
}

#[test]
fn metadata_with_signs_of_xml_stays_sound() {
    let mut announcement = samples::announcement(Language::English);
    announcement.heading.congress = "People's Congress of <A> & \"B\"".into();
    let bytes = documents::announcement(fonts(), &announcement).unwrap();
    let raw = String::from_utf8_lossy(&bytes);
    assert!(raw.contains("<rdf:li>People's Congress of &lt;A&gt; &amp; \"B\"</rdf:li>"));
    Pdf::new("metadata-signs", &bytes).check_form();
}

#[test]
fn the_same_content_gives_the_same_bytes_and_other_content_another_identity() {
    for language in LANGUAGES {
        assert_eq!(all(language), all(language));
    }
    let identity = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        text.split("/ID").nth(1).unwrap().split(']').next().unwrap().to_owned()
    };
    let [chinese, english] = LANGUAGES.map(|language| identity(&all(language)[2].1));
    assert_ne!(chinese, english);
}

#[test]
fn a_character_that_no_font_has_stops_the_document() {
    let unknown = "\u{1F600}";
    let mut announcement = samples::announcement(Language::Chinese);
    announcement.adopted[3].name.push_str(unknown);
    let error = documents::announcement(fonts(), &announcement).unwrap_err();
    assert_eq!(error, TypesetError::MissingGlyph { characters: unknown.into() }.into());
    assert_eq!(error.to_string(), format!("documents.missing-glyph characters={unknown}"));
}

#[test]
fn missing_characters_are_found_before_anything_is_printed() {
    assert_eq!(fonts().missing(samples::RARE).unwrap(), Vec::<char>::new());
    assert_eq!(fonts().missing("韦\u{1F600}堃\u{1F600}\t").unwrap(), vec!['\u{1F600}', '\t']);
}

/// A copy of the shipped fonts.
fn copied_fonts() -> tempfile::TempDir {
    let directory = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(fonts_dir().unwrap()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "otf" || extension == "ttf") {
            std::fs::copy(&path, directory.path().join(path.file_name().unwrap())).unwrap();
        }
    }
    directory
}

fn change_last_byte(file: &std::path::Path) {
    let mut bytes = std::fs::read(file).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    std::fs::write(file, bytes).unwrap();
}

#[test]
fn a_changed_font_is_refused() {
    let directory = copied_fonts();
    assert!(Fonts::load(directory.path()).is_ok());
    let latin = directory.path().join("NotoSerifSC-Regular-Latin.ttf");
    change_last_byte(&latin);
    let error = Fonts::load(directory.path()).err().unwrap();
    assert_eq!(error, TypesetError::FontChanged { file: latin.display().to_string() });
    std::fs::remove_file(&latin).unwrap();
    assert!(matches!(Fonts::load(directory.path()).err(), Some(TypesetError::FontUnreadable { .. })));
}

#[test]
fn a_changed_font_of_rare_characters_sets_none_of_them() {
    let directory = copied_fonts();
    let rare = directory.path().join("NotoSerifSC-Light-Rare.ttf");
    change_last_byte(&rare);
    let fonts = Fonts::load(directory.path()).unwrap();
    let mut announcement = samples::announcement(Language::Chinese);
    assert!(documents::announcement(&fonts, &announcement).is_ok(), "no rare character is in it");
    announcement.adopted[0].name.push('堃');
    let changed = TypesetError::FontChanged { file: rare.display().to_string() };
    assert_eq!(documents::announcement(&fonts, &announcement).unwrap_err(), changed.clone().into());
    assert_eq!(fonts.missing("堃").unwrap_err(), changed);
    std::fs::remove_file(&rare).unwrap();
    assert!(matches!(Fonts::load(directory.path()).err(), Some(TypesetError::FontUnreadable { .. })));
}

#[test]
fn an_exercise_is_marked_at_head_and_foot_of_each_page() {
    for (language, head, foot) in [
        (Language::Chinese, "演练仅供演练，不具效力", "第一次会议演练"),
        (Language::English, "EXERCISE-fortrainingonly", "|Exercise"),
    ] {
        let candidates: Vec<_> = std::iter::repeat_with(samples::candidates).take(3).flatten().collect();
        let mut list = samples::candidate_list(language, &candidates);
        list.heading = Heading { training: true, ..list.heading };
        let pdf = Pdf::new(
            &format!("training-{}", name_of(language)),
            &documents::candidate_list(fonts(), &list).unwrap(),
        );
        let pages = pdf.pages();
        assert!(pages.len() > 1);
        for page in pages {
            let page = crate::tools::dense(&page);
            assert!(page.contains(head) && page.contains(foot), "{page}");
            assert!(
                !page.contains("正式") && !page.contains("Official"),
                "an exercise has no standing: {page}"
            );
        }
    }
}

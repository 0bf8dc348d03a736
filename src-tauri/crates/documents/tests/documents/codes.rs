//! The QR codes, read back from the printed page.

use crate::{
    inside::{Inside, Text},
    samples::{self, HASH},
    tools::{Pdf, fonts},
};
use messages::Language;
use std::collections::BTreeSet;

#[test]
fn the_sessions_name_leaves_no_lone_character_on_a_slip() {
    let slips = samples::made_up_slips(1);
    let mut sheet = samples::slip_sheet(Language::Chinese, &slips);
    sheet.heading.congress = "云溪县人民代表大会".into();
    sheet.heading.session = "第十八届第六次会议".into();
    let page = &Inside::new(&documents::slips(fonts(), &sheet).unwrap()).pages()[0];
    let lines: Vec<String> = page
        .texts
        .iter()
        .filter(|text| text.mark.tag == "P" && text.font == "SongLight")
        .map(Text::string)
        .collect();
    assert!(
        !lines.iter().any(|line| line.starts_with("云溪县人民代表大会第十八届第六次会议")),
        "it must take two"
    );
    assert!(lines.iter().all(|line| line.chars().count() > 1), "{lines:?}");
}

#[test]
fn every_slip_of_every_sheet_can_be_scanned_and_typed() {
    let slips = samples::made_up_slips(23);
    let bytes = documents::slips(fonts(), &samples::slip_sheet(Language::Chinese, &slips)).unwrap();
    let pdf = Pdf::new("codes-slips", &bytes);
    let mut found = BTreeSet::new();
    for page in 1..=3 {
        found.extend(pdf.codes(page));
    }
    assert_eq!(found, slips.iter().map(|slip| slip.qr.clone()).collect());
    let text = pdf.dense_text();
    for slip in &slips {
        assert!(text.contains(&slip.code), "{}", slip.code);
    }
}

#[test]
fn a_key_card_can_be_scanned() {
    let card = samples::key_card(Language::English);
    let pdf = Pdf::new("codes-key-card", &documents::key_card(fonts(), &card).unwrap());
    assert_eq!(pdf.codes(1), [card.qr]);
}

#[test]
fn the_records_hash_is_on_the_last_page_alone() {
    let candidates: Vec<_> = std::iter::repeat_with(samples::candidates).take(3).flatten().collect();
    let list = samples::candidate_list(Language::Chinese, &candidates);
    let pdf = Pdf::new("codes-hash", &documents::candidate_list(fonts(), &list).unwrap());
    let pages = pdf.pages();
    let (last_page, others) = pages.split_last().unwrap();
    assert!(!others.is_empty());
    assert!(crate::tools::dense(last_page).contains(HASH));
    assert!(others.iter().all(|page| !crate::tools::dense(page).contains(HASH)));
    assert_eq!(pdf.codes(u32::try_from(pages.len()).unwrap()), [HASH]);
}

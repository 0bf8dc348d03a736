//! What readers who can't see the page are told: the structure of tagged PDF, and bookmarks.

use crate::{
    form::{all, name_of},
    inside::{Inside, Mark, name, number, text_string},
    samples::{self, HASH, LANGUAGES},
    tools::{dense, fonts},
};
use lopdf::{Dictionary, Object, ObjectId};
use messages::Language;
use std::collections::BTreeMap;

/// An element with what is below it, and its own text.
#[derive(Debug)]
pub struct Element {
    pub tag: String,
    pub kids: Vec<Element>,
    pub text: String,
    /// The pages it has text on.
    pages: Vec<usize>,
    dictionary: Dictionary,
}

impl Element {
    fn all<'a>(&'a self, tag: &str, found: &mut Vec<&'a Self>) {
        if self.tag == tag {
            found.push(self);
        }
        self.kids.iter().for_each(|kid| kid.all(tag, found));
    }

    fn tagged(&self, tag: &str) -> Vec<&Self> {
        let mut found = Vec::new();
        self.all(tag, &mut found);
        found
    }

    fn texts(&self, tag: &str) -> Vec<String> {
        self.tagged(tag).iter().map(|element| dense(&element.text)).collect()
    }

    fn attribute(&self, key: &str) -> Option<String> {
        let attributes = self.dictionary.get(b"A").ok()?.as_array().unwrap();
        let attributes = attributes[0].as_dict().unwrap();
        attributes.get(key.as_bytes()).ok().map(|value| match value {
            Object::Name(_) => name(value),
            value => number(value).to_string(),
        })
    }
}

struct Tree<'a> {
    inside: &'a Inside,
    pages: Vec<ObjectId>,
    /// The text of each marked content, by page and number.
    texts: BTreeMap<(usize, i64), String>,
}

/// The document's element, read from the root down.
pub fn tree(inside: &Inside) -> Element {
    let mut texts: BTreeMap<(usize, i64), String> = BTreeMap::new();
    for (index, page) in inside.pages().into_iter().enumerate() {
        for text in page.texts {
            if let Some(id) = text.mark.id {
                texts.entry((index, id)).or_default().push_str(&text.string());
            }
        }
    }
    let tree = Tree { inside, pages: inside.page_ids(), texts };
    let root = inside.dictionary(inside.catalog(), "StructTreeRoot");
    let id = root.get(b"K").unwrap().as_reference().unwrap();
    tree.element(id)
}

impl Tree<'_> {
    fn element(&self, id: ObjectId) -> Element {
        let dictionary = self.inside.0.get_dictionary(id).unwrap();
        let mut element = Element {
            tag: name(dictionary.get(b"S").unwrap()),
            kids: Vec::new(),
            text: String::new(),
            pages: Vec::new(),
            dictionary: dictionary.clone(),
        };
        let own_page = dictionary.get(b"Pg").ok().map(|page| self.page(page));
        for kid in dictionary.get(b"K").unwrap().as_array().unwrap() {
            let (page, id) = match kid {
                Object::Reference(kid) => {
                    let kid = self.element(*kid);
                    let parent = kid.dictionary.get(b"P").unwrap().as_reference().unwrap();
                    assert_eq!(parent, id, "a kid knows its parent");
                    element.kids.push(kid);
                    continue;
                }
                Object::Dictionary(content) => {
                    (self.page(content.get(b"Pg").unwrap()), content.get(b"MCID").unwrap().as_i64().unwrap())
                }
                number => (own_page.unwrap(), number.as_i64().unwrap()),
            };
            element.text.push_str(self.texts.get(&(page, id)).map_or("", String::as_str));
            element.pages.push(page);
        }
        element
    }

    fn page(&self, page: &Object) -> usize {
        let page = page.as_reference().unwrap();
        self.pages.iter().position(|id| *id == page).unwrap()
    }
}

#[test]
fn every_file_is_marked_and_all_its_content_is_in_the_tree_once() {
    for language in LANGUAGES {
        for (sample, bytes) in all(language) {
            let sample = format!("{sample}-{}", name_of(language));
            let inside = Inside::new(&bytes);
            let catalog = inside.catalog();
            assert!(inside.dictionary(catalog, "MarkInfo").get(b"Marked").unwrap().as_bool().unwrap());
            let language = catalog.get(b"Lang").unwrap().as_str().unwrap();
            assert_eq!(language, if sample.ends_with("zh") { b"zh-CN".as_slice() } else { b"en" });
            let root = inside.dictionary(catalog, "StructTreeRoot");
            let numbers = inside.dictionary(root, "ParentTree").get(b"Nums").unwrap().as_array().unwrap();
            for (index, (id, page)) in inside.page_ids().into_iter().zip(inside.pages()).enumerate() {
                let page_dictionary = inside.0.get_dictionary(id).unwrap();
                let Ok(key) = page_dictionary.get(b"StructParents") else {
                    // A copy of pages that are in the tree already: nothing on it says anything new.
                    assert!(sample.starts_with("paper-ballots") && index > 0, "{sample}: page {index}");
                    let marks = page.texts.iter().map(|text| &text.mark);
                    let mut marks = marks.chain(page.rects.iter().map(|(mark, _)| mark));
                    assert!(marks.all(|mark| mark.tag == "Artifact" && mark.id.is_none()), "{sample}");
                    continue;
                };
                assert_eq!(name(page_dictionary.get(b"Tabs").unwrap()), "S");
                let key = usize::try_from(key.as_i64().unwrap()).unwrap();
                assert_eq!((key, numbers[2 * key].as_i64().unwrap()), (index, i64::try_from(index).unwrap()));
                let owners = inside.followed(&numbers[2 * key + 1]).as_array().unwrap();
                let marks =
                    page.texts.iter().map(|text| &text.mark).chain(page.rects.iter().map(|(mark, _)| mark));
                for mark in marks {
                    assert_owned(&inside, mark, owners, id, &sample);
                }
            }
        }
    }
}

/// A mark belongs to the element that the page's entry names for it, and that one refers back.
fn assert_owned(inside: &Inside, mark: &Mark, owners: &[Object], page: ObjectId, sample: &str) {
    assert!(!mark.tag.is_empty(), "{sample}: something is neither in the tree nor an artifact");
    let Some(id) = mark.id else {
        assert_eq!(mark.tag, "Artifact", "{sample}");
        return;
    };
    let owner = &owners[usize::try_from(id).unwrap()];
    let element = inside.followed(owner).as_dict().unwrap();
    assert_eq!(name(element.get(b"S").unwrap()), mark.tag, "{sample}");
    let own_page = element.get(b"Pg").unwrap().as_reference().unwrap() == page;
    let kids = element.get(b"K").unwrap().as_array().unwrap();
    let refers = |kid: &Object| match kid {
        Object::Dictionary(kid) => {
            kid.get(b"Pg").unwrap().as_reference().unwrap() == page
                && kid.get(b"MCID").unwrap().as_i64().unwrap() == id
        }
        kid => own_page && kid.as_i64().is_ok_and(|kid| kid == id),
    };
    assert_eq!(kids.iter().filter(|kid| refers(kid)).count(), 1, "{sample}: {element:?}");
}

#[test]
fn a_report_is_read_as_heading_tables_and_paragraphs() {
    let mut report = samples::report(Language::Chinese);
    report.notes = samples::every_note();
    let inside = Inside::new(&documents::result_report(fonts(), &report).unwrap());
    let document = tree(&inside);
    assert_eq!(document.tag, "Document");
    assert_eq!(document.kids[0].tag, "H1");
    assert_eq!(document.texts("H1"), ["南昌市人民代表大会(样例)第一次会议2020年民生实事项目票决结果报告单"]);
    let tables = document.tagged("Table");
    assert_eq!(tables.len(), 2);
    assert_eq!(tables[0].texts("TH").len(), tables[0].texts("TD").len(), "figures below their heads");
    assert_eq!(tables[0].texts("TD")[..4], ["313", "284", "284", "282"]);
    assert!(
        tables
            .iter()
            .flat_map(|table| table.tagged("TH"))
            .all(|it| it.attribute("Scope").unwrap() == "Column")
    );
    // Twelve candidates, and the same number of cells in every row.
    assert_eq!(tables[1].kids.len(), 13);
    assert!(
        tables[1].kids.iter().all(|row| row.tag == "TR" && row.kids.len() == tables[1].kids[0].kids.len())
    );
    assert!(document.texts("H2")[0].contains("说明"));
    let order: Vec<&str> = document.kids.iter().map(|kid| kid.tag.as_str()).collect();
    let place = |tag: &str| order.iter().position(|other| *other == tag).unwrap();
    assert!(place("H1") < place("Table") && place("Table") < place("H2"), "{order:?}");
}

#[test]
fn a_paragraph_over_two_pages_is_one() {
    let mut report = samples::report(Language::Chinese);
    let long = "监票人决定一张疑难票有效。".repeat(60);
    report.notes = vec![documents::Note::Remark(long.clone()), documents::Note::Remark("另有一条。".into())];
    let inside = Inside::new(&documents::result_report(fonts(), &report).unwrap());
    let document = tree(&inside);
    let paragraph = document.tagged("P").into_iter().find(|it| dense(&it.text).contains(&long)).unwrap();
    assert_eq!(paragraph.pages, [0, 1]);
    assert!(document.texts("P").iter().any(|text| text.ends_with("另有一条。") && !text.contains("疑难")));
}

#[test]
fn a_tables_repeated_head_is_an_artifact_and_a_cut_row_is_one() {
    let mut candidates = samples::candidates();
    let places: Vec<String> = (0..400).map(|number| format!("第{number}处，")).collect();
    let long = places.concat();
    candidates[1].content = long.clone();
    let list = samples::candidate_list(Language::Chinese, &candidates);
    let inside = Inside::new(&documents::candidate_list(fonts(), &list).unwrap());
    let document = tree(&inside);
    let table = document.tagged("Table").into_iter().next().unwrap();
    let cell = table
        .tagged("TD")
        .into_iter()
        .find(|it| dense(&it.text) == long)
        .expect("the whole text is one cell");
    let mut pages = cell.pages.clone();
    pages.dedup();
    assert!(pages.len() >= 3 && pages.is_sorted(), "{pages:?}");
    assert_eq!(table.texts("TH").iter().filter(|text| *text == "项目名称").count(), 1);
    let page = &inside.pages()[pages[1]];
    let heads = page.texts.iter().filter(|text| text.string() == "项目名称");
    assert_eq!(heads.map(|text| text.mark.tag.as_str()).collect::<Vec<_>>(), ["Artifact"]);
    assert_eq!(table.kids.len(), 13, "the cut row is one row");
}

#[test]
fn codes_are_figures_with_words_for_them() {
    let alternatives = |bytes: &[u8]| -> Vec<String> {
        let inside = Inside::new(bytes);
        let document = tree(&inside);
        document.tagged("Figure").iter().map(|it| text_string(it.dictionary.get(b"Alt").unwrap())).collect()
    };
    let announcement = documents::announcement(fonts(), &samples::announcement(Language::Chinese)).unwrap();
    assert_eq!(alternatives(&announcement), [format!("二维码 {HASH}")]);
    let announcement = documents::announcement(fonts(), &samples::announcement(Language::English)).unwrap();
    assert_eq!(alternatives(&announcement), [format!("QR code {HASH}")]);
    let slips = samples::made_up_slips(12);
    let slips = documents::slips(fonts(), &samples::slip_sheet(Language::Chinese, &slips)).unwrap();
    assert_eq!(alternatives(&slips), ["二维码"; 12]);
    assert_eq!(tree(&Inside::new(&slips)).tagged("P").len(), 12, "a slip is one element");
}

#[test]
fn numbers_feet_and_marks_are_artifacts() {
    let mut announcement = samples::announcement(Language::Chinese);
    announcement.heading.training = true;
    let inside = Inside::new(&documents::announcement(fonts(), &announcement).unwrap());
    let page = &inside.pages()[0];
    let artifacts: String =
        page.texts.iter().filter(|it| it.mark.tag == "Artifact").map(crate::inside::Text::string).collect();
    for part in ["— 1 —", "演练", HASH] {
        assert!(artifacts.contains(part), "{artifacts}");
    }
    assert!(!artifacts.contains("公告") && !artifacts.contains("老旧小区"), "{artifacts}");
}

/// The bookmarks as level, title, page and how far from the page's foot.
fn bookmarks(inside: &Inside) -> Vec<(usize, String, usize, f64)> {
    fn below(
        inside: &Inside,
        above: &Dictionary,
        level: usize,
        found: &mut Vec<(usize, String, usize, f64)>,
    ) {
        let mut next = inside.get(above, "First");
        let mut last = None;
        while let Some(item) = next {
            let item = item.as_dict().unwrap();
            let place = item.get(b"Dest").unwrap().as_array().unwrap();
            let page = place[0].as_reference().unwrap();
            let page = inside.page_ids().iter().position(|id| *id == page).unwrap();
            found.push((level, text_string(item.get(b"Title").unwrap()), page, number(&place[3])));
            below(inside, item, level + 1, found);
            last = Some(item);
            next = inside.get(item, "Next");
        }
        assert_eq!(last, inside.get(above, "Last").map(|item| item.as_dict().unwrap()));
    }
    let mut found = Vec::new();
    if let Some(outlines) = inside.get(inside.catalog(), "Outlines") {
        let outlines = outlines.as_dict().unwrap();
        below(inside, outlines, 1, &mut found);
        assert_eq!(outlines.get(b"Count").unwrap().as_i64().unwrap(), i64::try_from(found.len()).unwrap());
    }
    found
}

#[test]
fn bookmarks_lead_to_the_headings() {
    let mut report = samples::report(Language::Chinese);
    report.notes = (0..12).flat_map(|_| samples::every_note()).collect();
    let inside = Inside::new(&documents::result_report(fonts(), &report).unwrap());
    let pages = inside.pages();
    let found = bookmarks(&inside);
    assert!(found.len() > 2, "title, notes, and the sheet of signatures: {found:?}");
    assert_eq!(found.iter().map(|(level, ..)| *level).collect::<Vec<_>>()[..2], [1, 2]);
    for (level, title, page, top) in &found {
        let heading = pages[*page].texts.iter().find(|text| {
            text.mark.tag == format!("H{level}") && dense(title).starts_with(&dense(&text.string()))
        });
        let above = 841.89 - top;
        let baseline = heading.unwrap_or_else(|| panic!("no heading {title} on page {page}")).baseline;
        assert!(above < baseline && above > baseline - 40.0, "{title}: {above} {baseline}");
    }
    assert_eq!(name(inside.catalog().get(b"PageMode").unwrap()), "UseOutlines");
    let last = found.last().unwrap();
    assert_eq!(last.2, pages.len() - 1, "the sheet of signatures: {last:?}");
}

#[test]
fn an_english_title_over_two_lines_has_a_space_between_them() {
    let mut announcement = samples::announcement(Language::English);
    announcement.heading.congress =
        "People's Congress of the Autonomous County of Many Peoples and Long Names".into();
    let inside = Inside::new(&documents::announcement(fonts(), &announcement).unwrap());
    let found = bookmarks(&inside);
    assert_eq!(found[0].1, format!("{}, First Session Announcement", announcement.heading.congress));
    assert_eq!(
        name(inside.catalog().get(b"PageMode").unwrap()),
        "UseNone",
        "one bookmark needs no list beside the page"
    );
}

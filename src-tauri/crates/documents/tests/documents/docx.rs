//! A Word file as a strict reader of ECMA-376 sees it: its parts, its paragraphs and tables, and whether every element is where
//! the schema has it.

use quick_xml::{Reader, events::Event};
use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};

/// An element of XML with what it holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Node {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub kids: Vec<Self>,
    pub text: String,
}

impl Node {
    /// The first kid of this name.
    pub fn kid(&self, name: &str) -> Option<&Self> {
        self.kids.iter().find(|kid| kid.name == name)
    }

    /// What is found by these names, one below the other.
    pub fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |node, name| node.kid(name))
    }

    /// The value of a kid that has nothing else.
    pub fn value(&self, path: &[&str]) -> Option<&str> {
        self.at(path)?.attributes.get("w:val").map(String::as_str)
    }

    /// All elements of this name in it, however deep.
    pub fn all<'a>(&'a self, name: &str) -> Vec<&'a Self> {
        let below = self.kids.iter().flat_map(|kid| kid.all(name));
        self.kids.iter().filter(|kid| kid.name == name).chain(below).collect()
    }
}

/// The files in a zip, in their order.
pub fn files(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = Vec::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).unwrap();
        let time = file.last_modified().unwrap();
        assert_eq!(
            (time.year(), time.month(), time.day(), time.hour()),
            (1980, 1, 1, 0),
            "no clock is in it"
        );
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.push((file.name().unwrap().into_owned(), bytes));
    }
    files
}

/// A file of XML, read to its end.
pub fn parse(xml: &[u8]) -> Node {
    let mut reader = Reader::from_str(std::str::from_utf8(xml).unwrap());
    let mut open = vec![Node::default()];
    let begun = |event: &quick_xml::events::BytesStart<'_>| Node {
        name: event.name().as_ref().to_owned(),
        attributes: event
            .attributes()
            .map(|attribute| {
                let attribute = attribute.unwrap();
                let name = attribute.key.as_ref().to_owned();
                (name, quick_xml::escape::unescape(&attribute.value).unwrap().into_owned())
            })
            .collect(),
        ..Node::default()
    };
    loop {
        match reader.read_event().unwrap() {
            Event::Start(event) => open.push(begun(&event)),
            Event::Empty(event) => open.last_mut().unwrap().kids.push(begun(&event)),
            Event::End(_) => {
                let node = open.pop().unwrap();
                open.last_mut().unwrap().kids.push(node);
            }
            Event::Text(text) => open.last_mut().unwrap().text.push_str(&text),
            Event::GeneralRef(reference) => {
                let name = reference.as_ref();
                let text = quick_xml::escape::unescape(&format!("&{name};")).unwrap().into_owned();
                open.last_mut().unwrap().text.push_str(&text);
            }
            Event::Eof => break,
            Event::Decl(_) => {}
            other => panic!("what these files don't need: {other:?}"),
        }
    }
    assert_eq!(open.len(), 1);
    open.pop().unwrap().kids.pop().unwrap()
}

/// A Word file.
pub struct Docx {
    pub parts: BTreeMap<String, Node>,
}

/// A part of its text.
#[derive(Debug, PartialEq)]
pub enum Part {
    /// A paragraph's style and text, its number before it where it has one.
    Paragraph(String, String),
    /// A table's rows of texts.
    Table(Vec<Vec<String>>),
}

impl Docx {
    pub fn new(bytes: &[u8]) -> Self {
        Self { parts: files(bytes).into_iter().map(|(name, bytes)| (name, parse(&bytes))).collect() }
    }

    pub fn part(&self, name: &str) -> &Node {
        self.parts.get(name).unwrap_or_else(|| panic!("no {name}"))
    }

    /// Its paragraphs and tables, from the first to the last.
    pub fn body(&self) -> Vec<Part> {
        let mut counted: BTreeMap<String, u32> = BTreeMap::new();
        let mut body = Vec::new();
        for part in &self.part("word/document.xml").kid("w:body").unwrap().kids {
            match part.name.as_str() {
                "w:p" => {
                    let number = part.value(&["w:pPr", "w:numPr", "w:numId"]).map(|list| {
                        let number = counted.entry(list.to_owned()).or_default();
                        *number += 1;
                        format!("{number}. ")
                    });
                    let style = part.value(&["w:pPr", "w:pStyle"]).unwrap().to_owned();
                    body.push(Part::Paragraph(style, number.unwrap_or_default() + &text(part)));
                }
                "w:tbl" => {
                    let row = |row: &&Node| row.all("w:tc").into_iter().map(text).collect();
                    body.push(Part::Table(part.all("w:tr").iter().map(row).collect()));
                }
                "w:sectPr" => {}
                other => panic!("{other} is no part of a text"),
            }
        }
        body
    }

    /// Fails where an element isn't where the schema has it, or refers to what isn't there.
    pub fn check(&self, name: &str) {
        for (part, root) in self.parts.iter().filter(|(_, root)| root.name.starts_with("w:")) {
            crate::docx_schema::check(root, &format!("{name} {part}"));
        }
        let styles = self.part("word/styles.xml");
        let defined: Vec<&String> =
            styles.kids.iter().filter_map(|style| style.attributes.get("w:styleId")).collect();
        let numbers: Vec<&String> =
            self.part("word/numbering.xml").all("w:num").iter().map(|it| &it.attributes["w:numId"]).collect();
        for (part, root) in &self.parts {
            for kind in ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"] {
                for style in root.all(kind) {
                    let style = &style.attributes["w:val"];
                    assert!(defined.contains(&style), "{name} {part}: the style {style} isn't there");
                }
            }
            for number in root.all("w:numPr").iter().flat_map(|it| it.all("w:numId")) {
                assert!(numbers.contains(&&number.attributes["w:val"]), "{name} {part}: {number:?}");
            }
        }
        self.check_package(name);
    }

    /// Every part has its type, and every relation leads to a part.
    fn check_package(&self, name: &str) {
        let types = self.part("[Content_Types].xml");
        let has_type = |part: &str| {
            types.all("Override").iter().any(|it| it.attributes["PartName"] == format!("/{part}"))
        };
        let is_content = |root: &Node| !["Types", "Relationships"].contains(&root.name.as_str());
        for (part, _) in self.parts.iter().filter(|(_, root)| is_content(root)) {
            assert!(has_type(part), "{name}: {part} has no type");
        }
        assert_eq!(types.all("Override").len(), self.parts.len() - 3, "{name}");
        for (relations, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
            for relation in self.part(relations).all("Relationship") {
                let target = format!("{folder}{}", relation.attributes["Target"]);
                assert!(self.parts.contains_key(&target), "{name}: {target}");
            }
        }
        let related: Vec<String> = self
            .part("word/_rels/document.xml.rels")
            .all("Relationship")
            .iter()
            .map(|it| it.attributes["Id"].clone())
            .collect();
        let section = self.part("word/document.xml").at(&["w:body", "w:sectPr"]).unwrap();
        let references: Vec<&String> =
            section.kids.iter().filter_map(|kid| kid.attributes.get("r:id")).collect();
        assert_eq!(references.len(), 4, "{name}");
        assert!(references.iter().all(|id| related.contains(id)), "{name}: {references:?}");
    }
}

/// A paragraph's or cell's text, with tabs and the ends of its lines.
pub fn text(node: &Node) -> String {
    let kids = node.kids.iter().map(|kid| match kid.name.as_str() {
        "w:t" => kid.text.clone(),
        "w:br" => "\n".to_owned(),
        "w:tab" if node.name == "w:r" => "\t".to_owned(),
        _ => text(kid),
    });
    kids.collect()
}

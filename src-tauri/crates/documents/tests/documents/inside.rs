//! What is in a finished file: every character with its place, its font and the element it belongs to.

use lopdf::{Dictionary, Document, Object, ObjectId, content::Content};
use std::collections::BTreeMap;

/// A file that is read back.
pub struct Inside(pub Document);

/// What a stretch of a page belongs to: a tag such as P or Artifact, and its number on the page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mark {
    pub tag: String,
    pub id: Option<i64>,
}

/// A place in points from the page's upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// Characters of one font on one line.
#[derive(Debug, Clone)]
pub struct Text {
    pub mark: Mark,
    pub font: String,
    pub size: f64,
    pub baseline: f64,
    pub glyphs: Vec<Glyph>,
}

/// A character as it is drawn.
#[derive(Debug, Clone)]
pub struct Glyph {
    pub code: u16,
    pub text: String,
    pub left: f64,
    /// How wide the font has it.
    pub width: f64,
}

/// A page with what is drawn on it, in order.
pub struct Page {
    pub texts: Vec<Text>,
    pub rects: Vec<(Mark, Area)>,
}

/// A font as the file has it.
pub struct Font {
    pub unicode: BTreeMap<u16, String>,
    pub widths: BTreeMap<u16, f64>,
    pub descendant: Dictionary,
    pub descriptor: Dictionary,
    /// The embedded program.
    pub program: Vec<u8>,
}

impl Text {
    pub fn string(&self) -> String {
        self.glyphs.iter().map(|glyph| glyph.text.as_str()).collect()
    }

    /// Where its characters stand, each as high as its size.
    pub fn area(&self) -> Area {
        let (first, last) = (self.glyphs.first().unwrap(), self.glyphs.last().unwrap());
        let top = self.baseline - 0.88 * self.size;
        let (left, right) = (first.left + first.blank_before(), last.left + last.width - last.blank_after());
        Area { left, top, right, bottom: top + self.size }
    }
}

impl Font {
    /// A code's width in thousandths of an em.
    pub fn width(&self, code: u16) -> f64 {
        let usual = || number(self.descendant.get(b"DW").unwrap());
        self.widths.get(&code).copied().unwrap_or_else(usual)
    }
}

impl Glyph {
    /// An opening sign has its ink in the right half of its cell.
    pub fn blank_before(&self) -> f64 {
        if "（《「『“‘【〔〈".contains(&self.text) { self.width / 2.0 } else { 0.0 }
    }

    /// A closing sign has it in the left half.
    pub fn blank_after(&self) -> f64 {
        if "，。、；：？！）》」』”’】〕〉".contains(&self.text) {
            self.width / 2.0
        } else {
            0.0
        }
    }
}

impl Inside {
    pub fn new(bytes: &[u8]) -> Self {
        Self(Document::load_mem(bytes).unwrap())
    }

    pub fn catalog(&self) -> &Dictionary {
        self.0.catalog().unwrap()
    }

    /// What an entry is, through references.
    pub fn get<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> Option<&'a Object> {
        dictionary.get(key.as_bytes()).ok().map(|object| self.followed(object))
    }

    pub fn followed<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.0.dereference(object).unwrap().1
    }

    pub fn dictionary<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> &'a Dictionary {
        self.get(dictionary, key).unwrap_or_else(|| panic!("no {key}")).as_dict().unwrap()
    }

    pub fn page_ids(&self) -> Vec<ObjectId> {
        self.0.get_pages().into_values().collect()
    }

    pub fn fonts(&self, page: ObjectId) -> BTreeMap<String, Font> {
        let fonts = self.0.get_page_fonts(page).unwrap();
        fonts.into_iter().map(|(name, font)| (String::from_utf8(name).unwrap(), self.font(font))).collect()
    }

    fn font(&self, font: &Dictionary) -> Font {
        let descendant = self.followed(&self.get(font, "DescendantFonts").unwrap().as_array().unwrap()[0]);
        let descendant = descendant.as_dict().unwrap().clone();
        let descriptor = self.dictionary(&descendant, "FontDescriptor").clone();
        let file = ["FontFile2", "FontFile3"].iter().find_map(|key| self.get(&descriptor, key)).unwrap();
        let map = self.get(font, "ToUnicode").unwrap().as_stream().unwrap().get_plain_content().unwrap();
        Font {
            unicode: unicode(&String::from_utf8(map).unwrap()),
            widths: self.widths(&descendant),
            program: file.as_stream().unwrap().get_plain_content().unwrap(),
            descendant,
            descriptor,
        }
    }

    /// From `c [w …]` and `c_first c_last w`.
    fn widths(&self, descendant: &Dictionary) -> BTreeMap<u16, f64> {
        let mut widths = BTreeMap::new();
        let listed = self.get(descendant, "W").map(|list| list.as_array().unwrap().as_slice());
        let mut entries = listed.unwrap_or_default().iter();
        while let Some(first) = entries.next() {
            let first = code(first);
            match entries.next().unwrap() {
                Object::Array(list) => {
                    widths.extend((first..).zip(list.iter().map(number)));
                }
                last => {
                    let width = number(entries.next().unwrap());
                    widths.extend((first..=code(last)).map(|code| (code, width)));
                }
            }
        }
        widths
    }

    pub fn pages(&self) -> Vec<Page> {
        self.page_ids().into_iter().map(|page| self.page(page)).collect()
    }

    fn page(&self, id: ObjectId) -> Page {
        let fonts = self.fonts(id);
        let height =
            number(&self.get(self.0.get_dictionary(id).unwrap(), "MediaBox").unwrap().as_array().unwrap()[3]);
        let mut page = Page { texts: Vec::new(), rects: Vec::new() };
        let (mut mark, mut font, mut size, mut place) = (Mark::default(), String::new(), 0.0, (0.0, 0.0));
        let mut spacing = 0.0;
        let mut grid: Option<[f64; 3]> = None;
        let content = Content::decode(&self.0.get_page_content(id)).unwrap();
        for operation in content.operations {
            let operands = operation.operands;
            let numbers = || -> Vec<f64> { operands.iter().map(number).collect() };
            match operation.operator.as_str() {
                "BDC" | "BMC" => {
                    assert_eq!(mark, Mark::default(), "marked content is not nested here");
                    let id = operands
                        .get(1)
                        .map(|it| it.as_dict().unwrap().get(b"MCID").unwrap().as_i64().unwrap());
                    mark = Mark { tag: name(&operands[0]), id };
                }
                "EMC" => mark = Mark::default(),
                "Tf" => (font, size) = (name(&operands[0]), number(&operands[1])),
                "Tc" => spacing = numbers()[0],
                "BT" => place = (0.0, height),
                "Td" => place = (place.0 + numbers()[0], place.1 - numbers()[1]),
                "TJ" => {
                    let glyphs = glyphs(&operands[0], &fonts[&font], size, spacing, place.0);
                    let (mark, font) = (mark.clone(), font.clone());
                    page.texts.push(Text { mark, font, size, baseline: place.1, glyphs });
                }
                "re" => {
                    let [x, y, width, tall] = numbers().try_into().unwrap();
                    // From the page's lower edge; in a figure from its own upper edge downwards.
                    let area = match grid {
                        Some([unit, left, top]) => Area {
                            left: left + x * unit,
                            top: height - top + y * unit,
                            right: left + (x + width) * unit,
                            bottom: height - top + (y + tall) * unit,
                        },
                        None => {
                            Area { left: x, top: height - y - tall, right: x + width, bottom: height - y }
                        }
                    };
                    page.rects.push((mark.clone(), area));
                }
                "cm" => {
                    let [unit, none, no, flipped, left, top] = numbers().try_into().unwrap();
                    assert!(
                        none == 0.0 && no == 0.0 && (flipped + unit).abs() < f64::EPSILON && grid.is_none()
                    );
                    grid = Some([unit, left, top]);
                }
                // The last three thicken a light character among bold ones.
                "ET" | "f" | "q" | "w" | "j" | "Tr" => {}
                "Q" => grid = None,
                other => panic!("an operator that these documents don't need: {other}"),
            }
        }
        page
    }
}

fn glyphs(shown: &Object, font: &Font, size: f64, spacing: f64, x: f64) -> Vec<Glyph> {
    let mut glyphs = Vec::new();
    let mut x = x;
    for part in shown.as_array().unwrap() {
        match part {
            Object::String(codes, _) => {
                for pair in codes.chunks(2) {
                    let code = u16::from_be_bytes([pair[0], pair[1]]);
                    let width = font.width(code) / 1000.0 * size;
                    glyphs.push(Glyph { code, text: font.unicode[&code].clone(), left: x, width });
                    x += width + spacing;
                }
            }
            offset => x -= number(offset) / 1000.0 * size,
        }
    }
    glyphs
}

/// The characters of codes, from the lines `<code> <character>` and `<first> <last> <character>`.
fn unicode(map: &str) -> BTreeMap<u16, String> {
    let mut unicode = BTreeMap::new();
    let mut kind = "";
    for line in map.lines() {
        let hex: Vec<&str> = line.split(['<', '>']).skip(1).step_by(2).collect();
        let from_hex = |index: usize| u16::from_str_radix(hex[index], 16).unwrap();
        match line.split_whitespace().last().unwrap_or_default() {
            "beginbfchar" => kind = "char",
            "beginbfrange" => kind = "range",
            "endbfchar" | "endbfrange" => kind = "",
            _ if kind == "char" => {
                unicode.insert(from_hex(0), utf16(hex[1]));
            }
            _ if kind == "range" => {
                assert_eq!(hex.len(), 3, "{line}");
                for (step, code) in (from_hex(0)..=from_hex(1)).enumerate() {
                    let first = utf16(hex[2]).chars().next().unwrap();
                    let char = char::from_u32(u32::from(first) + u32::try_from(step).unwrap()).unwrap();
                    unicode.insert(code, char.to_string());
                }
            }
            _ => {}
        }
    }
    unicode
}

fn utf16(hex: &str) -> String {
    let units: Vec<u16> =
        (0..hex.len()).step_by(4).map(|at| u16::from_str_radix(&hex[at..at + 4], 16).unwrap()).collect();
    String::from_utf16(&units).unwrap()
}

/// A text string of the file.
pub fn text_string(object: &Object) -> String {
    lopdf::decode_text_string(object).unwrap()
}

pub fn name(object: &Object) -> String {
    String::from_utf8(object.as_name().unwrap().to_vec()).unwrap()
}

pub fn number(object: &Object) -> f64 {
    object.as_float().unwrap().into()
}

fn code(object: &Object) -> u16 {
    object.as_i64().unwrap().try_into().unwrap()
}

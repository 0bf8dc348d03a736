//! The XML of a part, as a row of openings, closings and texts.

use crate::{FileProblem, Limits, zipped::damaged};
use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};

/// Elements within one another at the most: lists need a dozen.
const DEPTH: usize = 100;
/// Bytes of an attribute at the most.
const ATTRIBUTE: usize = 64 * 1024;

/// One step through a part.
pub(crate) enum Step<'a> {
    /// An element opens. An empty element opens and closes.
    Open(Element<'a>),
    /// An element of this name, without its prefix, closes.
    Close(String),
    /// Text between tags.
    Text(String),
}

/// The opening tag of an element.
pub(crate) struct Element<'a> {
    part: &'a str,
    tag: BytesStart<'a>,
}

impl Element<'_> {
    /// Whether this is the element's name, without its prefix.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.tag.local_name().as_ref() == name
    }

    /// An attribute's value by its name without prefix; the first where there are several.
    pub(crate) fn attribute(&self, name: &str) -> Result<Option<String>, FileProblem> {
        // Without the check for repeated names, whose cost grows with the square of their number.
        for attribute in self.tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| damaged(self.part, error))?;
            if attribute.key.local_name().as_ref() == name {
                if attribute.value.len() > ATTRIBUTE {
                    return Err(damaged(self.part, "has an attribute that is too long"));
                }
                let value = attribute.normalized_value(XmlVersion::Implicit1_0);
                return value
                    .map(|value| Some(value.into_owned()))
                    .map_err(|error| damaged(self.part, error));
            }
        }
        Ok(None)
    }
}

/// Walks through a part.
pub(crate) struct Walk<'a> {
    part: &'a str,
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Walk<'a> {
    /// A walk through this text of this part.
    pub(crate) fn new(part: &'a str, text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { part, reader, depth: 0 }
    }

    /// The next step; none at the end of the part.
    pub(crate) fn next(&mut self) -> Result<Option<Step<'a>>, FileProblem> {
        loop {
            let event = self.reader.read_event().map_err(|error| damaged(self.part, error))?;
            return Ok(Some(match event {
                Event::Start(tag) => {
                    self.depth += 1;
                    if self.depth > DEPTH {
                        return Err(damaged(self.part, "has too many elements within one another"));
                    }
                    Step::Open(Element { part: self.part, tag })
                }
                Event::End(tag) => {
                    self.depth = self.depth.saturating_sub(1);
                    Step::Close(tag.local_name().as_ref().to_owned())
                }
                Event::Text(text) => Step::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Step::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(reference) => Step::Text(self.resolve(&reference)?),
                Event::Eof => return Ok(None),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {
                    continue;
                }
            }));
        }
    }

    /// XML's own five entities and characters by number; a file's own entities are refused, so none can multiply.
    fn resolve(&self, reference: &quick_xml::events::BytesRef<'_>) -> Result<String, FileProblem> {
        if let Some(character) = reference.resolve_char_ref().map_err(|error| damaged(self.part, error))? {
            return Ok(character.to_string());
        }
        quick_xml::escape::resolve_predefined_entity(reference)
            .map(str::to_owned)
            .ok_or_else(|| damaged(self.part, "has entities of its own"))
    }

    /// The text up to the closing of this element, without that of elements inside it.
    pub(crate) fn text(&mut self, closing: &str) -> Result<String, FileProblem> {
        let mut text = String::new();
        loop {
            match self.next()? {
                Some(Step::Text(more)) => add(&mut text, &more)?,
                Some(Step::Close(name)) if name == closing => return Ok(text),
                Some(Step::Open(_) | Step::Close(_)) => {}
                None => return Err(damaged(self.part, "ends too early")),
            }
        }
    }

    /// The text of a string item up to its closing: plain or of several runs, without the reading marks of rare
    /// characters.
    pub(crate) fn string_item(&mut self, closing: &str) -> Result<String, FileProblem> {
        let mut text = String::new();
        loop {
            match self.next()? {
                Some(Step::Open(element)) if element.is("rPh") => drop(self.text("rPh")?),
                Some(Step::Open(element)) if element.is("t") => add(&mut text, &self.text("t")?)?,
                Some(Step::Close(name)) if name == closing => return Ok(unescape(&text)),
                Some(_) => {}
                None => return Err(damaged(self.part, "ends too early")),
            }
        }
    }
}

/// Adds to the text of a cell, which may be no longer than the texts of all cells together.
pub(crate) fn add(text: &mut String, more: &str) -> Result<(), FileProblem> {
    if text.len() + more.len() > Limits::TEXTS {
        return Err(FileProblem::TooManyCells { limit: Limits::CELLS });
    }
    text.push_str(more);
    Ok(())
}

/// Resolves `_x000D_`, the way a spreadsheet writes characters that XML can't hold.
pub(crate) fn unescape(text: &str) -> String {
    let mut result = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("_x") {
        let (before, from) = rest.split_at(start);
        result.push_str(before);
        let character = escaped(from);
        result.push(character.unwrap_or('_'));
        rest = from.get(if character.is_some() { ESCAPE } else { 1 }..).unwrap_or_default();
    }
    result.push_str(rest);
    result
}

/// Bytes of `_x000D_`.
const ESCAPE: usize = 7;

fn escaped(text: &str) -> Option<char> {
    let digits = text.get(2..ESCAPE)?.strip_suffix('_')?;
    let hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    hexadecimal.then(|| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)).flatten()
}

//! Styles of cells: how numbers are shown, and what is struck through.

use crate::{
    FileProblem,
    formats::Format,
    xml::{Element, Step, Walk},
    zipped::{Package, damaged},
};
use std::{collections::BTreeMap, rc::Rc};

/// Styles at the most, somewhat above what spreadsheets write.
const STYLES: usize = 70_000;

/// As much of a cell's style as says what a person sees.
#[derive(Debug, Clone)]
pub(super) struct Style {
    pub(super) format: Rc<Format>,
    pub(super) struck: bool,
}

/// What a styles part has been found to hold so far.
#[derive(Default)]
struct Found {
    own: BTreeMap<u32, Rc<Format>>,
    struck: Vec<bool>,
    styles: Vec<Style>,
}

/// The styles that cells refer to by number; none where the workbook has no such part.
pub(super) fn styles(package: &mut Package<'_>, part: Option<&str>) -> Result<Vec<Style>, FileProblem> {
    let Some(part) = part else { return Ok(Vec::new()) };
    let text = package.part(part)?;
    let mut walk = Walk::new(part, &text);
    let mut found = Found::default();
    // The part of the styles that elements belong to: differential formats have fonts too.
    let mut within = String::new();
    while let Some(step) = walk.next()? {
        match step {
            Step::Open(element) => {
                for list in ["fonts", "cellXfs", "dxfs", "cellStyleXfs"] {
                    if element.is(list) {
                        list.clone_into(&mut within);
                    }
                }
                found.take(&within, &element)?;
            }
            Step::Close(name) if name == within => within.clear(),
            Step::Close(_) | Step::Text(_) => {}
        }
        if found.styles.len().max(found.struck.len()).max(found.own.len()) > STYLES {
            return Err(damaged(part, "has too many styles"));
        }
    }
    Ok(found.styles)
}

impl Found {
    fn take(&mut self, within: &str, element: &Element<'_>) -> Result<(), FileProblem> {
        match within {
            "fonts" if element.is("font") => self.struck.push(false),
            "fonts" if element.is("strike") => {
                let struck = element.attribute("val")?.is_none_or(|value| value == "1" || value == "true");
                if let Some(last) = self.struck.last_mut() {
                    *last = struck;
                }
            }
            "cellXfs" if element.is("xf") => {
                let id = number(element, "numFmtId")?;
                let font = usize::try_from(number(element, "fontId")?).unwrap_or(usize::MAX);
                let built_in = || Rc::new(Format::built_in(id));
                self.styles.push(Style {
                    format: self.own.get(&id).cloned().unwrap_or_else(built_in),
                    struck: self.struck.get(font).copied().unwrap_or(false),
                });
            }
            "dxfs" => {}
            _ if element.is("numFmt") => {
                let code = element.attribute("formatCode")?.unwrap_or_default();
                self.own.insert(number(element, "numFmtId")?, Rc::new(Format::of(&code)));
            }
            _ => {}
        }
        Ok(())
    }
}

fn number(element: &Element<'_>, name: &str) -> Result<u32, FileProblem> {
    Ok(element.attribute(name)?.and_then(|id| id.parse().ok()).unwrap_or(0))
}

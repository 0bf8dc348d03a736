//! The parts that a workbook consists of: relationships, list of sheets, shared strings.

use crate::{
    FileProblem, Limits,
    xml::{Step, Walk},
    zipped::Package,
};

/// Shared strings at the most: more than cells that are taken, since other sheets have some too.
const STRINGS: usize = 2 * Limits::CELLS;

/// A relationship of one part to another.
struct Relationship {
    id: String,
    kind: String,
    target: String,
}

/// A sheet that a person sees.
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) part: String,
}

/// What the workbook's part says.
pub(crate) struct Workbook {
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) strings: Option<String>,
    pub(crate) styles: Option<String>,
    pub(crate) from_1904: bool,
}

/// Reads the workbook's part.
pub(crate) fn workbook(package: &mut Package<'_>) -> Result<Workbook, FileProblem> {
    // An archive of something else altogether, such as a .docx or a folder.
    if !package.has("_rels/.rels") {
        return Err(FileProblem::NotATable);
    }
    let part = part_of_kind(&relationships(package, "")?, "officeDocument").ok_or(FileProblem::NotATable)?;
    let relationships = relationships(package, &part)?;
    let text = package.part(&part)?;
    let mut book = Workbook {
        sheets: Vec::new(),
        strings: part_of_kind(&relationships, "sharedStrings"),
        styles: part_of_kind(&relationships, "styles"),
        from_1904: false,
    };
    let mut walk = Walk::new(&part, &text);
    let mut is_workbook = false;
    while let Some(step) = walk.next()? {
        let Step::Open(element) = step else { continue };
        is_workbook |= element.is("workbook");
        if element.is("workbookPr") && matches!(element.attribute("date1904")?.as_deref(), Some("1" | "true"))
        {
            book.from_1904 = true;
        } else if element.is("sheet") && element.attribute("state")?.is_none_or(|state| state == "visible") {
            let name = element.attribute("name")?.unwrap_or_default();
            let id = element.attribute("id")?.unwrap_or_default();
            if let Some(part) = worksheet(&relationships, &id) {
                book.sheets.push(Sheet { name, part });
            }
            if book.sheets.len() > Limits::SHEETS {
                return Err(FileProblem::TooManySheets { limit: Limits::SHEETS });
            }
        }
    }
    if is_workbook { Ok(book) } else { Err(FileProblem::NotATable) }
}

/// Only sheets of cells: a chart's sheet has none.
fn worksheet(relationships: &[Relationship], id: &str) -> Option<String> {
    let found = relationships.iter().find(|relationship| relationship.id == id)?;
    (found.kind == "worksheet").then(|| found.target.clone())
}

fn part_of_kind(relationships: &[Relationship], kind: &str) -> Option<String> {
    let found = relationships.iter().find(|relationship| relationship.kind == kind)?;
    Some(found.target.clone())
}

/// The relationships of a part; the archive's own where its name is empty.
fn relationships(package: &mut Package<'_>, part: &str) -> Result<Vec<Relationship>, FileProblem> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let place = format!("{folder}/_rels/{name}.rels");
    let text = package.part(&place)?;
    let mut walk = Walk::new(&place, &text);
    let mut relationships = Vec::new();
    while let Some(step) = walk.next()? {
        let Step::Open(element) = step else { continue };
        if element.is("Relationship") {
            let kind = element.attribute("Type")?.unwrap_or_default();
            let target = element.attribute("Target")?.unwrap_or_default();
            relationships.push(Relationship {
                id: element.attribute("Id")?.unwrap_or_default(),
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                target: resolve(folder, &target),
            });
        }
    }
    Ok(relationships)
}

/// A target as a path from the archive's root.
fn resolve(folder: &str, target: &str) -> String {
    if target.starts_with('/') {
        return target.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

/// The strings that cells refer to by number; none where the workbook has no such part.
pub(crate) fn shared_strings(
    package: &mut Package<'_>,
    part: Option<&str>,
) -> Result<Vec<Box<str>>, FileProblem> {
    let Some(part) = part else { return Ok(Vec::new()) };
    let text = package.part(part)?;
    let mut walk = Walk::new(part, &text);
    let mut strings: Vec<Box<str>> = Vec::new();
    let mut bytes = Limits::TEXTS;
    while let Some(step) = walk.next()? {
        let Step::Open(element) = step else { continue };
        if element.is("si") {
            let string = walk.string_item("si")?;
            let left = bytes.checked_sub(string.len()).filter(|_| strings.len() < STRINGS);
            bytes = left.ok_or(FileProblem::TooManyCells { limit: Limits::CELLS })?;
            strings.push(string.into());
        }
    }
    Ok(strings)
}

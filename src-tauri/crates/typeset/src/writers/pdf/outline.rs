//! Bookmarks: the document's headings, each with the place where it stands (ISO 32000-1, 12.3.3).

use super::file::{File, number, rounded};
use crate::{
    chars,
    drawing::{Drawing, Role},
    measure::PAGE_HEIGHT,
};
use pdf_writer::{Finish, Ref, TextStr};

/// How far above a heading's baseline its page is shown from, by its size.
const ABOVE: f32 = 1.5;

/// A heading.
pub(super) struct Entry {
    level: u8,
    title: String,
    /// The page's index.
    page: usize,
    /// From the page's lower edge.
    top: f32,
}

/// Adds the headings of a page, which is the one of this index.
pub(super) fn collect(entries: &mut Vec<Entry>, page: usize, drawing: &Drawing) {
    let mut baseline = None;
    for run in &drawing.runs {
        let Role::Heading(level) = run.role else { continue };
        let text: String = run.glyphs.iter().map(|glyph| glyph.char).collect();
        if let Some(entry) = entries.last_mut().filter(|_| !run.begins) {
            let same_line = baseline == Some(run.y);
            entry.title.push_str(if same_line { "" } else { between(&entry.title, &text) });
            entry.title.push_str(&text);
        } else {
            let top = PAGE_HEIGHT - (run.y - ABOVE * run.size).max(0.0);
            entries.push(Entry { level, title: text, page, top: rounded(top) });
        }
        baseline = Some(run.y);
    }
}

/// What parts a line from the next where both are read as one: Chinese text has no spaces.
fn between(line: &str, next: &str) -> &'static str {
    let chinese = |char: Option<char>| {
        char.is_some_and(|char| chars::is_ideograph(char) || chars::is_full_width_form(char))
    };
    if chinese(line.chars().last()) || chinese(next.chars().next()) { "" } else { " " }
}

/// Writes the bookmarks, and gives their root for the catalogue; none where there is no heading.
pub(super) fn write(file: &mut File, pages: &[Ref], entries: &[Entry]) -> Option<Ref> {
    if entries.is_empty() {
        return None;
    }
    let root = file.number();
    let [first, last] = write_siblings(file, pages, entries, root)?;
    file.pdf.outline(root).first(first).last(last).count(number(entries.len()));
    Some(root)
}

/// Writes entries and what is below each; gives the first and the last one. All are open, so each counts all below it.
fn write_siblings(file: &mut File, pages: &[Ref], entries: &[Entry], above: Ref) -> Option<[Ref; 2]> {
    let families = families(entries);
    let ids: Vec<Ref> = families.iter().map(|_| file.number()).collect();
    for (index, (entry, below)) in families.iter().enumerate() {
        let ends = write_siblings(file, pages, below, ids[index]);
        let mut item = file.pdf.outline_item(ids[index]);
        item.title(TextStr(&entry.title)).parent(above);
        item.dest().page(pages[entry.page]).xyz(0.0, entry.top, None);
        if index > 0 {
            item.prev(ids[index - 1]);
        }
        if let Some(next) = ids.get(index + 1) {
            item.next(*next);
        }
        if let Some([first, last]) = ends {
            item.first(first).last(last).count(number(below.len()));
        }
        item.finish();
    }
    Some([*ids.first()?, *ids.last()?])
}

/// Each entry that no other stands above, with those that stand below it.
fn families(entries: &[Entry]) -> Vec<(&Entry, &[Entry])> {
    let mut families = Vec::new();
    let mut rest = entries;
    while let Some((entry, after)) = rest.split_first() {
        let below = after.iter().take_while(|other| other.level > entry.level).count();
        families.push((entry, &after[..below]));
        rest = &after[below..];
    }
    families
}

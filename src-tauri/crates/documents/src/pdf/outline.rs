//! Bookmarks: the document's headings, each with the place where it stands (ISO 32000-1, 12.3.3).

use super::finish::text_string;
use crate::{
    chars,
    draw::{Drawing, Role},
    layout::measure::PAGE_HEIGHT,
};
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

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

/// The headings of these pages, in order.
pub(super) fn entries(pages: &[Drawing]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (page, drawing) in pages.iter().enumerate() {
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
                entries.push(Entry { level, title: text, page, top: super::page::rounded(top) });
            }
            baseline = Some(run.y);
        }
    }
    entries
}

/// What parts a line from the next where both are read as one: Chinese text has no spaces.
fn between(line: &str, next: &str) -> &'static str {
    let chinese = |char: Option<char>| {
        char.is_some_and(|char| chars::is_ideograph(char) || chars::is_full_width_form(char))
    };
    if chinese(line.chars().last()) || chinese(next.chars().next()) { "" } else { " " }
}

/// Writes the bookmarks, and gives their root for the catalogue; none where there is no heading.
pub(super) fn write(document: &mut Document, pages: &[ObjectId], entries: &[Entry]) -> Option<ObjectId> {
    if entries.is_empty() {
        return None;
    }
    let root = document.new_object_id();
    let mut dictionary = dictionary! { "Type" => "Outlines" };
    write_siblings(document, pages, entries, root, &mut dictionary);
    document.objects.insert(root, dictionary.into());
    Some(root)
}

/// Writes entries and what is below each, and sets the links of what is above them. All are open, so the count is of all.
fn write_siblings(
    document: &mut Document,
    pages: &[ObjectId],
    entries: &[Entry],
    above: ObjectId,
    above_dictionary: &mut Dictionary,
) {
    let families = families(entries);
    let ids: Vec<ObjectId> = families.iter().map(|_| document.new_object_id()).collect();
    for (index, (entry, below)) in families.iter().enumerate() {
        let place: Vec<Object> =
            vec![pages[entry.page].into(), "XYZ".into(), Object::Null, entry.top.into(), Object::Null];
        let mut item =
            dictionary! { "Title" => text_string(&entry.title), "Parent" => above, "Dest" => place };
        if index > 0 {
            item.set("Prev", ids[index - 1]);
        }
        if let Some(next) = ids.get(index + 1) {
            item.set("Next", *next);
        }
        write_siblings(document, pages, below, ids[index], &mut item);
        document.objects.insert(ids[index], item.into());
    }
    if let (Some(first), Some(last)) = (ids.first(), ids.last()) {
        above_dictionary.set("First", *first);
        above_dictionary.set("Last", *last);
        above_dictionary.set("Count", i64::try_from(entries.len()).unwrap_or(i64::MAX));
    }
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

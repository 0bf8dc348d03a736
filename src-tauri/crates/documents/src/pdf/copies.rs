//! Copies of the pages that share what is drawn on them.

use super::failed;
use crate::DocumentError;
use lopdf::{Document, Object, ObjectId};

/// Adds the document's pages as many times as are missing. A page may be in the tree once only; its contents and its
/// resources are shared, so that a copy takes a few bytes.
pub(super) fn repeat(document: &mut Document, copies: u32) -> Result<(), DocumentError> {
    if copies <= 1 {
        return Ok(());
    }
    let pages: Vec<ObjectId> = document.page_iter().collect();
    for page in &pages {
        share_resources(document, *page)?;
    }
    let mut added = Vec::new();
    for _ in 1..copies {
        for page in &pages {
            let copy = document.get_dictionary(*page).map_err(failed)?.clone();
            added.push(Object::Reference(document.add_object(copy)));
        }
    }
    let tree = document.catalog().and_then(|catalog| catalog.get(b"Pages")).map_err(failed)?;
    let tree = tree.as_reference().map_err(failed)?;
    let tree = document.get_object_mut(tree).and_then(Object::as_dict_mut).map_err(failed)?;
    let kids = tree.get_mut(b"Kids").and_then(Object::as_array_mut).map_err(failed)?;
    kids.extend(added);
    let number = i64::try_from(kids.len()).map_err(failed)?;
    tree.set("Count", number);
    Ok(())
}

/// Puts a page's resources into an object of their own, for its copies to point at.
fn share_resources(document: &mut Document, page: ObjectId) -> Result<(), DocumentError> {
    let resources =
        document.get_dictionary(page).and_then(|page| page.get(b"Resources")).map_err(failed)?.clone();
    if matches!(resources, Object::Reference(_)) {
        return Ok(());
    }
    let shared = document.add_object(resources);
    let page = document.get_object_mut(page).and_then(Object::as_dict_mut).map_err(failed)?;
    page.set("Resources", shared);
    Ok(())
}

//! The back end that writes Word files (ECMA-376, transitional): the blocks flow, and nothing is drawn.
//!
//! No library writes what these papers need (repeated head rows, other names of fonts, language tags), so its parts are written
//! here: `flow` makes paragraphs and tables of the blocks, `looks` the styles that they name, `around` what stands around the
//! text, `numbering` the lists, and `parts` the rest of the file. Sizes, indents and widths are those that pages are set with.

mod around;
mod flow;
mod looks;
mod numbering;
mod paragraph;
mod parts;
mod source;
mod table;
mod terms;
mod units;

pub use source::Source;

use super::container::container;
use crate::{TypesetError, fonts::Fonts};
use flow::flow;

/// A Word file.
pub fn write(fonts: &Fonts, source: Source<'_>) -> Result<Vec<u8>, TypesetError> {
    // A line's leading is part of the type area in Word.
    let styles = source.styles.within_type_area();
    let source = Source { styles: &styles, ..source };
    let flowed = flow(fonts, source)?;
    let looks = looks::styles(&styles, &flowed.looks, around::styles(styles.language));
    let mut files = vec![
        ("[Content_Types].xml", parts::content_types()),
        ("_rels/.rels", parts::relations_of_package()),
        ("docProps/core.xml", parts::core_properties(source)),
        ("docProps/app.xml", parts::application()),
        ("word/document.xml", parts::main(flowed.body)),
        ("word/_rels/document.xml.rels", parts::relations_of_document()),
        ("word/styles.xml", looks),
        ("word/numbering.xml", numbering::file(&flowed.numbering)),
        ("word/settings.xml", parts::settings(styles.language)),
        ("word/fontTable.xml", parts::font_table()),
    ];
    files.extend(around::files(source.furniture));
    let files: Vec<_> = files.into_iter().map(|(path, root)| (path.to_owned(), root.into_file())).collect();
    container(&files)
}

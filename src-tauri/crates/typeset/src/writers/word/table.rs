//! Tables: their head is repeated on every page, their rows are whole.

use super::{
    looks::{TABLE, table_head, table_text},
    paragraph::{Paragraph, runs, value},
    units::twips,
};
use crate::{
    blocks::{Group, Keep, Table},
    text::style::Align,
    writers::xml::Element,
};
use messages::Language;

/// A table whose texts have the styles of this number, in columns of these widths in points.
pub fn table(language: Language, table: &Table, number: usize, widths: &[f32]) -> Element {
    let setter = Setter { language, table, number, widths };
    let columns = widths.iter().map(|width| Element::new("w:gridCol").with("w:w", twips(*width)));
    Element::new("w:tbl")
        .holding(properties(twips(widths.iter().sum())))
        .holding(Element::new("w:tblGrid").holding_all(columns))
        .holding(setter.head())
        .holding_all(table.groups.iter().flat_map(|group| setter.group(group)))
}

/// In the order of the schema (`CT_TblPr`).
fn properties(width: i32) -> Element {
    let look = value("w:tblLook", "0020").with("w:firstRow", 1).with("w:lastRow", 0);
    let look = look.with("w:firstColumn", 0).with("w:lastColumn", 0);
    Element::new("w:tblPr").holding_all([
        value("w:tblStyle", TABLE),
        Element::new("w:tblW").with("w:w", width).with("w:type", "dxa"),
        Element::new("w:tblLayout").with("w:type", "fixed"),
        look.with("w:noHBand", 1).with("w:noVBand", 1),
    ])
}

struct Setter<'a> {
    language: Language,
    table: &'a Table,
    number: usize,
    widths: &'a [f32],
}

impl Setter<'_> {
    fn head(&self) -> Element {
        let cells = self.table.columns.iter().zip(self.widths).map(|(column, width)| {
            cell(*width, 1, self.paragraph(table_head(self.number), &column.head, Align::Centre))
        });
        row([Element::new("w:cantSplit"), Element::new("w:tblHeader")], cells)
    }

    /// A group's rows; its title stands in a row that is one with the first of them.
    fn group(&self, group: &Group) -> Vec<Element> {
        let mut rows = Vec::new();
        if !group.title.is_empty() {
            let title = self.paragraph(table_head(self.number), &group.title, Align::Left);
            let width = self.widths.iter().sum();
            let title = cell(width, self.widths.len(), Paragraph { keep: Keep::WithNext, ..title });
            rows.push(row([Element::new("w:cantSplit")], [title]));
        }
        for texts in &group.rows {
            let cells =
                self.table.columns.iter().zip(self.widths).zip(texts).map(|((column, width), text)| {
                    cell(*width, 1, self.paragraph(table_text(self.number), text, column.align))
                });
            rows.push(row([Element::new("w:cantSplit")], cells));
        }
        rows
    }

    fn paragraph(&self, style: String, text: &str, align: Align) -> Paragraph {
        Paragraph { align: Some(align), ..Paragraph::new(style, runs(self.language, text, false)) }
    }
}

fn row(properties: impl IntoIterator<Item = Element>, cells: impl IntoIterator<Item = Element>) -> Element {
    Element::new("w:tr").holding(Element::new("w:trPr").holding_all(properties)).holding_all(cells)
}

/// A cell over so many columns; its text stands in the middle of its height.
fn cell(width: f32, columns: usize, paragraph: Paragraph) -> Element {
    let mut properties = vec![Element::new("w:tcW").with("w:w", twips(width)).with("w:type", "dxa")];
    if columns > 1 {
        properties.push(value("w:gridSpan", columns));
    }
    properties.push(value("w:vAlign", "center"));
    Element::new("w:tc").holding(Element::new("w:tcPr").holding_all(properties)).holding(paragraph.element())
}

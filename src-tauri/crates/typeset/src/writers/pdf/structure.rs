//! What the document is made of, for readers who can't see it: the structure tree of tagged PDF (ISO 32000-1, 14.7, 14.8).

use super::file::{File, number, rounded};
use crate::{
    drawing::{Cell, Cells, Figure, Role},
    measure::PAGE_HEIGHT,
};
use pdf_writer::{
    Finish, Ref, TextStr,
    types::{StructRole, TableHeaderScope},
    writers::{StructElement, StructTreeRoot},
};

/// The elements of a document, as they come about while its pages are written in reading order.
#[derive(Default)]
pub(super) struct Structure {
    elements: Vec<Element>,
    /// The element that a text may go on with.
    open: Option<usize>,
    table: Option<OpenTable>,
    /// For each page, the elements of its marked contents.
    pages: Vec<Vec<usize>>,
}

struct Element {
    kind: Kind,
    /// None for what stands in the document itself.
    parent: Option<usize>,
    kids: Vec<Kid>,
}

enum Kind {
    Paragraph,
    Heading(u8),
    Table,
    Row,
    /// A heading of what is below it in its column, or of the rows below it; and how many columns it spans.
    HeadCell {
        of_column: bool,
        span: usize,
    },
    Cell,
    Figure {
        content: String,
        bounds: [f32; 4],
    },
}

enum Kid {
    Element(usize),
    Content { page: usize, id: i32 },
}

/// The table that cells are being added to.
struct OpenTable {
    element: usize,
    columns: usize,
    /// The number of the row, and its cells, each with whether its text has begun.
    row: usize,
    cells: Vec<(usize, bool)>,
}

impl Structure {
    pub fn begin_page(&mut self) {
        self.pages.push(Vec::new());
    }

    /// The element of a text of this role; none for what is no part of the document.
    pub fn element(&mut self, role: Role, begins: bool) -> Option<usize> {
        let kind = match role {
            Role::Artifact => return None,
            Role::Cell(cell) => {
                self.open = None;
                return Some(self.cell(cell, begins));
            }
            Role::Paragraph => Kind::Paragraph,
            Role::Heading(level) => Kind::Heading(level),
        };
        self.table = None;
        let open = self.open.filter(|_| !begins);
        let element = open.unwrap_or_else(|| self.add(kind, None));
        self.open = Some(element);
        Some(element)
    }

    /// A new element for a figure; the text around it goes on.
    pub fn figure(&mut self, figure: &Figure) -> usize {
        self.add(Kind::Figure { content: figure.content.clone(), bounds: bounds(figure) }, None)
    }

    /// Begins a stretch of the page's content that belongs to this element; gives its role and its number on the page.
    pub fn mark(&mut self, element: usize) -> (StructRole, i32) {
        let page = self.pages.len().saturating_sub(1);
        let id = number(self.pages[page].len());
        self.pages[page].push(element);
        self.elements[element].kids.push(Kid::Content { page, id });
        (self.elements[element].kind.role(), id)
    }

    fn add(&mut self, kind: Kind, parent: Option<usize>) -> usize {
        let element = self.elements.len();
        self.elements.push(Element { kind, parent, kids: Vec::new() });
        if let Some(parent) = parent {
            self.elements[parent].kids.push(Kid::Element(element));
        }
        element
    }

    fn cell(&mut self, cell: Cell, begins: bool) -> usize {
        let goes_on = |table: &OpenTable| {
            let begun = table.cells.get(cell.column).is_some_and(|(_, begun)| *begun);
            cell.row > table.row || (cell.row == table.row && !(begins && begun))
        };
        let mut table = match self.table.take().filter(goes_on) {
            Some(table) => table,
            None => OpenTable {
                element: self.add(Kind::Table, None),
                columns: cell.cells,
                row: cell.row,
                cells: Vec::new(),
            },
        };
        if table.cells.is_empty() || cell.row > table.row {
            table.row = cell.row;
            table.cells = self.row(&table, cell);
        }
        table.cells[cell.column].1 = true;
        let element = table.cells[cell.column].0;
        self.table = Some(table);
        element
    }

    /// A new row with all its cells: one without a text is a cell, too.
    fn row(&mut self, table: &OpenTable, cell: Cell) -> Vec<(usize, bool)> {
        let row = self.add(Kind::Row, Some(table.element));
        let span = if cell.cells < table.columns { table.columns } else { 1 };
        let cells = 0..cell.cells;
        let kind =
            || if cell.is_head { Kind::HeadCell { of_column: cell.row == 0, span } } else { Kind::Cell };
        cells.map(|_| (self.add(kind(), Some(row)), false)).collect()
    }

    /// Writes the tree, and gives its root for the catalogue. The pages refer to their marked contents by their own index.
    pub fn write(&self, file: &mut File, pages: &[Ref], code: &str) -> Ref {
        let (root, top) = (file.number(), file.number());
        let ids: Vec<Ref> = self.elements.iter().map(|_| file.number()).collect();
        for (element, id) in self.elements.iter().zip(&ids) {
            let parent = element.parent.map_or(top, |parent| ids[parent]);
            element.write(file.pdf.struct_element(*id), parent, &ids, pages, code);
        }
        let in_document = self.elements.iter().zip(&ids).filter(|(element, _)| element.parent.is_none());
        let mut document = file.pdf.struct_element(top);
        document.kind(StructRole::Document).parent(root);
        document.children().items(in_document.map(|(_, id)| *id));
        document.finish();
        let by_page: Vec<Ref> = self.pages.iter().map(|_| file.number()).collect();
        for (elements, id) in self.pages.iter().zip(&by_page) {
            file.pdf.indirect(*id).array().items(elements.iter().map(|element| ids[*element]));
        }
        let mut tree = file.pdf.indirect(root).start::<StructTreeRoot<'_>>();
        tree.child(top);
        let mut parents = tree.parent_tree();
        let mut numbers = parents.nums();
        for (page, id) in by_page.into_iter().enumerate() {
            numbers.insert(number(page), id);
        }
        numbers.finish();
        parents.finish();
        tree.parent_tree_next_key(number(self.pages.len()));
        tree.finish();
        root
    }
}

impl Element {
    fn write(&self, mut written: StructElement<'_>, parent: Ref, ids: &[Ref], pages: &[Ref], code: &str) {
        written.kind(self.kind.role()).parent(parent);
        let own_page = self.kids.iter().find_map(|kid| match kid {
            Kid::Content { page, .. } => Some(*page),
            Kid::Element(_) => None,
        });
        if let Some(page) = own_page {
            written.page(pages[page]);
        }
        self.kind.describe(&mut written, code);
        let mut kids = written.children();
        for kid in &self.kids {
            match kid {
                Kid::Element(element) => {
                    kids.struct_element(ids[*element]);
                }
                Kid::Content { page, id } if Some(*page) == own_page => {
                    kids.marked_content_id(*id);
                }
                Kid::Content { page, id } => {
                    kids.marked_content_ref().page(pages[*page]).marked_content_id(*id);
                }
            }
        }
    }
}

impl Kind {
    fn role(&self) -> StructRole {
        match self {
            Self::Paragraph => StructRole::P,
            Self::Heading(1) => StructRole::H1,
            Self::Heading(2) => StructRole::H2,
            Self::Heading(_) => StructRole::H3,
            Self::Table => StructRole::Table,
            Self::Row => StructRole::TR,
            Self::HeadCell { .. } => StructRole::TH,
            Self::Cell => StructRole::TD,
            Self::Figure { .. } => StructRole::Figure,
        }
    }

    /// What a head is the head of, and what a figure shows.
    fn describe(&self, written: &mut StructElement<'_>, code: &str) {
        match self {
            Self::HeadCell { of_column, span } => {
                let scope = if *of_column { TableHeaderScope::Column } else { TableHeaderScope::Row };
                let mut attributes = written.attributes();
                let mut table = attributes.push().table();
                table.scope(scope);
                if *span > 1 {
                    table.col_span(number(*span));
                }
            }
            Self::Figure { content, bounds: [left, bottom, right, top] } => {
                let alternative = format!("{code} {content}");
                written.alt(TextStr(alternative.trim_end()));
                let mut attributes = written.attributes();
                attributes.push().layout().bbox(pdf_writer::Rect::new(*left, *bottom, *right, *top));
            }
            _ => {}
        }
    }
}

/// The box around a figure's cells as PDF has it: left, bottom, right, top, counted from the lower left corner.
fn bounds(figure: &Figure) -> [f32; 4] {
    let edge = |of: fn(&Cells) -> u8| figure.cells.iter().map(of);
    let in_points = |cells: Option<u8>| f32::from(cells.unwrap_or_default()) * figure.unit;
    let left = figure.x + in_points(edge(|cells| cells.column).min());
    let right = figure.x + in_points(edge(|cells| cells.column + cells.width).max());
    let top = figure.y + in_points(edge(|cells| cells.row).min());
    let bottom = figure.y + in_points(edge(|cells| cells.row + cells.height).max());
    [left, PAGE_HEIGHT - bottom, right, PAGE_HEIGHT - top].map(rounded)
}

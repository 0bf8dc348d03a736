//! What the document is made of, for readers who can't see it: the structure tree of tagged PDF (ISO 32000-1, 14.7, 14.8).

use super::finish::text_string;
use crate::{
    draw::{Cell, Figure, Rect, Role},
    layout::measure::PAGE_HEIGHT,
    words::Words,
};
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

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
    Content { page: usize, id: usize },
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

    /// How many pages were drawn.
    pub fn pages(&self) -> usize {
        self.pages.len()
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
        self.add(Kind::Figure { content: figure.content.clone(), bounds: bounds(&figure.rects) }, None)
    }

    /// Begins a stretch of the page's content that belongs to this element; gives its tag and its number on the page.
    pub fn mark(&mut self, element: usize) -> (String, i64) {
        let page = self.pages.len().saturating_sub(1);
        let id = self.pages[page].len();
        self.pages[page].push(element);
        self.elements[element].kids.push(Kid::Content { page, id });
        (tag(&self.elements[element].kind), number(id))
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
    pub fn write(&self, document: &mut Document, pages: &[ObjectId], words: &Words) -> ObjectId {
        let root = document.new_object_id();
        let top = document.new_object_id();
        let ids: Vec<ObjectId> = self.elements.iter().map(|_| document.new_object_id()).collect();
        let mut top_kids = Vec::new();
        for (element, id) in self.elements.iter().zip(&ids) {
            if element.parent.is_none() {
                top_kids.push(Object::Reference(*id));
            }
            let parent = element.parent.map_or(top, |parent| ids[parent]);
            document.objects.insert(*id, element.dictionary(parent, &ids, pages, words).into());
        }
        let by_page = self.pages.iter().enumerate().flat_map(|(page, elements)| {
            let elements: Vec<Object> = elements.iter().map(|element| ids[*element].into()).collect();
            [Object::Integer(number(page)), elements.into()]
        });
        let parents = document.add_object(dictionary! { "Nums" => by_page.collect::<Vec<_>>() });
        let document_element = dictionary! {
            "S" => "Document", "P" => root, "K" => top_kids,
        };
        document.objects.insert(top, document_element.into());
        let root_dictionary = dictionary! {
            "Type" => "StructTreeRoot", "K" => top, "ParentTree" => parents,
            "ParentTreeNextKey" => number(self.pages.len()),
        };
        document.objects.insert(root, root_dictionary.into());
        root
    }
}

impl Element {
    fn dictionary(
        &self,
        parent: ObjectId,
        ids: &[ObjectId],
        pages: &[ObjectId],
        words: &Words,
    ) -> Dictionary {
        let own_page = self.kids.iter().find_map(|kid| match kid {
            Kid::Content { page, .. } => Some(*page),
            Kid::Element(_) => None,
        });
        let kids = self.kids.iter().map(|kid| match kid {
            Kid::Element(element) => ids[*element].into(),
            Kid::Content { page, id } if Some(*page) == own_page => number(*id).into(),
            Kid::Content { page, id } => {
                dictionary! { "Type" => "MCR", "Pg" => pages[*page], "MCID" => number(*id) }.into()
            }
        });
        let mut dictionary = dictionary! {
            "S" => Object::Name(tag(&self.kind).into_bytes()), "P" => parent, "K" => kids.collect::<Vec<Object>>(),
        };
        if let Some(page) = own_page {
            dictionary.set("Pg", pages[page]);
        }
        match &self.kind {
            Kind::HeadCell { of_column, span } => {
                let scope = if *of_column { "Column" } else { "Row" };
                let mut attributes = dictionary! { "O" => "Table", "Scope" => scope };
                if *span > 1 {
                    attributes.set("ColSpan", number(*span));
                }
                dictionary.set("A", attributes);
            }
            Kind::Figure { content, bounds } => {
                let alternative = format!("{} {content}", words.qr_code);
                dictionary.set("Alt", text_string(alternative.trim_end()));
                let bounds: Vec<Object> = bounds.iter().map(|bound| Object::Real(*bound)).collect();
                dictionary.set("A", dictionary! { "O" => "Layout", "BBox" => bounds });
            }
            _ => {}
        }
        dictionary
    }
}

fn tag(kind: &Kind) -> String {
    match kind {
        Kind::Paragraph => "P".to_owned(),
        Kind::Heading(level) => format!("H{level}"),
        Kind::Table => "Table".to_owned(),
        Kind::Row => "TR".to_owned(),
        Kind::HeadCell { .. } => "TH".to_owned(),
        Kind::Cell => "TD".to_owned(),
        Kind::Figure { .. } => "Figure".to_owned(),
    }
}

/// The box around these rectangles as PDF has it: left, bottom, right, top, counted from the lower left corner.
fn bounds(rects: &[Rect]) -> [f32; 4] {
    let least = |edge: fn(&Rect) -> f32| rects.iter().map(edge).fold(f32::INFINITY, f32::min);
    let most = |edge: fn(&Rect) -> f32| rects.iter().map(edge).fold(f32::NEG_INFINITY, f32::max);
    let bottom = PAGE_HEIGHT - most(|rect| rect.y + rect.height);
    [least(|rect| rect.x), bottom, most(|rect| rect.x + rect.width), PAGE_HEIGHT - least(|rect| rect.y)]
        .map(super::page::rounded)
}

/// An index as PDF counts it.
#[expect(clippy::cast_possible_wrap, reason = "counts of pages and elements: far below 2^63")]
fn number(index: usize) -> i64 {
    index as i64
}

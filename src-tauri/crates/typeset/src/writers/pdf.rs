//! The back end that writes PDF; nothing else knows pdf-writer.
//!
//! Pages are written one after another, so that a document takes little more memory than its file; fonts, structure and what
//! the file says of itself follow when all pages are there. Nothing in it comes from a clock or a counter of the process:
//! the same document gives the same bytes.

mod archive;
mod embed;
mod file;
mod outline;
mod pack;
mod page;
mod structure;

use super::{About, PRODUCER};
use crate::{
    TypesetError,
    drawing::Drawing,
    fonts::Fonts,
    measure::{PAGE_HEIGHT, PAGE_WIDTH},
};
use archive::language;
use embed::Embedded;
use file::{File, number};
use pack::Packer;
use pdf_writer::{
    Name, Rect, Ref, TextStr,
    types::{PageMode, TabOrder},
};
use structure::Structure;

/// A document that is being written.
pub struct Writer<'a> {
    about: About,
    /// How many times all pages are in the file.
    copies: u32,
    file: File,
    packer: Packer,
    embedded: Embedded<'a>,
    structure: Structure,
    headings: Vec<outline::Entry>,
    pages: Vec<Written>,
}

/// A page whose content is written.
struct Written {
    page: Ref,
    content: Ref,
    /// The content of its copies, which have no place in the structure: they say the same.
    copy: Option<Ref>,
}

impl<'a> Writer<'a> {
    pub fn new(fonts: &'a Fonts, about: About, copies: u32) -> Self {
        Self {
            about,
            copies,
            packer: Packer::new(),
            file: File::new(),
            embedded: Embedded::new(fonts),
            structure: Structure::default(),
            headings: Vec::new(),
            pages: Vec::new(),
        }
    }

    /// Adds a page.
    pub fn add(&mut self, page: &Drawing) {
        outline::collect(&mut self.headings, self.pages.len(), page);
        let content = page::content_of(page, &mut self.embedded, &mut self.structure);
        let mut written = Written { page: self.file.number(), content: self.file.number(), copy: None };
        self.packer.pack(written.content, content, &mut self.file.pdf);
        if self.copies > 1 {
            let id = self.file.number();
            self.packer.pack(id, page::copy_of(page, &mut self.embedded), &mut self.file.pdf);
            written.copy = Some(id);
        }
        self.pages.push(written);
    }

    /// Writes the rest and gives the file.
    pub fn finish(mut self) -> Result<Vec<u8>, TypesetError> {
        self.packer.finish(&mut self.file.pdf)?;
        let pages: Vec<Ref> = self.pages.iter().map(|written| written.page).collect();
        let (tree, resources) = (self.file.number(), self.file.number());
        write_pages(&mut self.file, &self.pages, self.copies, [tree, resources]);
        self.embedded.write(&mut self.file, resources)?;
        let structure = self.structure.write(&mut self.file, &pages, &self.about.figure);
        let outlines = outline::write(&mut self.file, &pages, &self.headings);
        write_information(&mut self.file, &self.about);
        let mode = if self.headings.len() > 1 { PageMode::UseOutlines } else { PageMode::UseNone };
        write_catalog(&mut self.file, &self.about, &Roots { pages: tree, structure, outlines, mode });
        Ok(self.file.finish())
    }
}

/// What the catalogue leads to, and what is shown beside the pages.
struct Roots {
    pages: Ref,
    structure: Ref,
    outlines: Option<Ref>,
    mode: PageMode,
}

fn write_catalog(file: &mut File, about: &About, roots: &Roots) {
    let metadata = archive::metadata(file, about);
    let profile = archive::profile(file);
    let id = file.number();
    let mut catalog = file.pdf.catalog(id);
    catalog.pages(roots.pages).metadata(metadata).lang(TextStr(language(about)));
    catalog.mark_info().marked(true);
    catalog.pair(Name(b"StructTreeRoot"), roots.structure);
    catalog.viewer_preferences().display_doc_title(true);
    catalog.page_mode(roots.mode);
    if let Some(outlines) = roots.outlines {
        catalog.outlines(outlines);
    }
    archive::output_intent(&mut catalog, profile);
}

/// No dates: the file says what the document says, not when it was made.
fn write_information(file: &mut File, about: &About) {
    let id = file.number();
    let mut information = file.pdf.document_info(id);
    information.title(TextStr(&about.title)).author(TextStr(&about.author)).producer(TextStr(PRODUCER));
}

/// Writes the tree of all pages, and each as often as it is there: one may be in the tree once only, but copies share one content,
/// so that each takes few bytes.
fn write_pages(file: &mut File, pages: &[Written], copies: u32, [tree, resources]: [Ref; 2]) {
    let paper = Rect::new(0.0, 0.0, PAGE_WIDTH, PAGE_HEIGHT);
    let mut kids = Vec::new();
    let mut write = |id: Ref, content: Ref, place: Option<usize>, file: &mut File| {
        let mut page = file.pdf.page(id);
        page.parent(tree).media_box(paper).contents(content);
        page.pair(Name(b"Resources"), resources);
        if let Some(place) = place {
            page.struct_parents(number(place)).tab_order(TabOrder::StructureOrder);
        }
        kids.push(id);
    };
    for (place, written) in pages.iter().enumerate() {
        write(written.page, written.content, Some(place), file);
    }
    for _ in 1..copies {
        for copy in pages.iter().filter_map(|written| written.copy) {
            let id = file.number();
            write(id, copy, None, file);
        }
    }
    let count = number(kids.len());
    file.pdf.pages(tree).kids(kids).count(count);
}

//! The back end that writes PDF; nothing else knows pdf-writer.
//!
//! Pages are written one after another, so that a document takes little more memory than its file; fonts, structure and what
//! the file says of itself follow when all pages are there. Nothing in it comes from a clock or a counter of the process:
//! the same document gives the same bytes.

mod archive;
mod embed;
mod outline;
mod pack;
mod page;
mod structure;

use super::About;
use crate::{
    TypesetError,
    drawing::Drawing,
    fonts::Fonts,
    measure::{PAGE_HEIGHT, PAGE_WIDTH},
};
use embed::Embedded;
use messages::Language;
use pack::{Packer, packed};
use pdf_writer::{
    Filter, Name, Pdf, Rect, Ref, Settings, TextStr, XRefFilter,
    types::{PageMode, TabOrder},
};
use sha2::{Digest, Sha256};
use structure::Structure;

/// Who wrote the file, as its properties show it.
const PRODUCER: &str = concat!("Piaojue ", env!("CARGO_PKG_VERSION"));

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

/// The objects written so far.
struct File {
    pdf: Pdf,
    /// How many numbers are given out.
    numbers: i32,
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
            file: File { pdf: Pdf::with_settings(Settings { pretty: false }), numbers: 0 },
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

impl File {
    /// The number of an object to be written.
    fn number(&mut self) -> Ref {
        self.numbers += 1;
        Ref::new(self.numbers)
    }

    /// Writes a stream, packed.
    fn stream(&mut self, id: Ref, content: &[u8]) {
        let packed = packed(content);
        self.pdf.stream(id, &packed).filter(Filter::FlateDecode);
    }

    /// The file's bytes. What identifies it is the digest of what is in it.
    fn finish(mut self) -> Vec<u8> {
        let identity = Sha256::digest(self.pdf.as_bytes())[..16].to_vec();
        self.pdf.set_file_id((identity.clone(), identity));
        let table = self.number();
        let pack = |table: &[u8]| (packed(table), XRefFilter::Single(Filter::FlateDecode));
        self.pdf.finish_with_xref_stream_and_filter(table, pack)
    }
}

fn language(about: &About) -> &'static str {
    match about.language {
        Language::Chinese => "zh-CN",
        Language::English => "en",
    }
}

fn failed(reason: impl std::fmt::Display) -> TypesetError {
    TypesetError::PdfFailed { reason: reason.to_string() }
}

/// To a hundredth of a point: finer is unseen and makes files longer.
fn rounded(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

/// An index or a count as PDF has it.
#[expect(
    clippy::cast_possible_wrap,
    clippy::cast_possible_truncation,
    reason = "pages and elements: far below 2^31"
)]
fn number(index: usize) -> i32 {
    index as i32
}

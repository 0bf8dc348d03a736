//! The file's objects and their numbers.

use super::pack::packed;
use pdf_writer::{Filter, Pdf, Ref, Settings, XRefFilter};
use sha2::{Digest, Sha256};

/// The objects written so far.
pub(super) struct File {
    pub pdf: Pdf,
    /// How many numbers are given out.
    numbers: i32,
}

impl File {
    pub fn new() -> Self {
        Self { pdf: Pdf::with_settings(Settings { pretty: false }), numbers: 0 }
    }

    /// The number of an object to be written.
    pub fn number(&mut self) -> Ref {
        self.numbers += 1;
        Ref::new(self.numbers)
    }

    /// Writes a stream, packed.
    pub fn stream(&mut self, id: Ref, content: &[u8]) {
        let packed = packed(content);
        self.pdf.stream(id, &packed).filter(Filter::FlateDecode);
    }

    /// The file's bytes. What identifies it is the digest of what is in it.
    pub fn finish(mut self) -> Vec<u8> {
        let identity = Sha256::digest(self.pdf.as_bytes())[..16].to_vec();
        self.pdf.set_file_id((identity.clone(), identity));
        let table = self.number();
        let pack = |table: &[u8]| (packed(table), XRefFilter::Single(Filter::FlateDecode));
        self.pdf.finish_with_xref_stream_and_filter(table, pack)
    }
}

/// To a hundredth of a point: finer is unseen and makes files longer.
pub(super) fn rounded(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

/// An index or a count as PDF has it.
#[expect(
    clippy::cast_possible_wrap,
    clippy::cast_possible_truncation,
    reason = "pages and elements: far below 2^31"
)]
pub(super) fn number(index: usize) -> i32 {
    index as i32
}

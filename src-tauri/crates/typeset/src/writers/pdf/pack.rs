//! Pages' contents, packed by a thread of their own while the next page is set: packing takes as long as setting.

use crate::TypesetError;
use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::{Filter, Pdf, Ref};
use std::{
    collections::VecDeque,
    sync::mpsc::{Receiver, SyncSender, channel, sync_channel},
    thread,
};

/// How hard streams are packed, of 10: more takes twice the time for a hundredth of the size.
const EFFORT: u8 = 6;
/// How many contents may wait to be packed: many pages at once would take much memory.
const AHEAD: usize = 4;

/// Packs a stream.
pub(super) fn packed(content: &[u8]) -> Vec<u8> {
    compress_to_vec_zlib(content, EFFORT)
}

/// A thread that packs, and what it has been given. What comes first is packed first: the order never differs.
pub(super) struct Packer {
    contents: SyncSender<Vec<u8>>,
    packed: Receiver<Vec<u8>>,
    /// The numbers of the streams that are not written yet.
    waiting: VecDeque<Ref>,
}

impl Packer {
    pub fn new() -> Self {
        let (contents, to_pack) = sync_channel::<Vec<u8>>(AHEAD);
        let (done, packed) = channel();
        thread::spawn(move || {
            for content in to_pack {
                if done.send(self::packed(&content)).is_err() {
                    // Nobody waits for this document any more.
                    break;
                }
            }
        });
        Self { contents, packed, waiting: VecDeque::new() }
    }

    /// Takes a stream to be packed, and writes those that are.
    pub fn pack(&mut self, id: Ref, content: Vec<u8>, pdf: &mut Pdf) {
        self.waiting.push_back(id);
        // Fails only where the thread has ended too early, which `finish` finds.
        drop(self.contents.send(content));
        while let Ok(packed) = self.packed.try_recv() {
            write(&mut self.waiting, &packed, pdf);
        }
    }

    /// Writes all that are left.
    pub fn finish(self, pdf: &mut Pdf) -> Result<(), TypesetError> {
        let Self { contents, packed, mut waiting } = self;
        drop(contents);
        for packed in packed {
            write(&mut waiting, &packed, pdf);
        }
        if waiting.is_empty() { Ok(()) } else { Err(failed("a page was not packed")) }
    }
}

fn write(waiting: &mut VecDeque<Ref>, packed: &[u8], pdf: &mut Pdf) {
    if let Some(id) = waiting.pop_front() {
        pdf.stream(id, packed).filter(Filter::FlateDecode);
    }
}

/// The error of a file that can't be written.
pub(super) fn failed(reason: impl std::fmt::Display) -> TypesetError {
    TypesetError::PdfFailed { reason: reason.to_string() }
}

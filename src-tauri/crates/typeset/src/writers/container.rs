//! The zip that a Word or OFD file is.
//!
//! Its files are stored as they are: how a packer packs differs from machine to machine, and the same document gives the same
//! bytes on all.

use crate::TypesetError;
use std::{
    fmt,
    io::{Cursor, Write},
};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// A file in the container: its path and its bytes.
pub type Part = (String, Vec<u8>);

/// The container of these files, in their order, each of the first day that a zip knows.
pub fn container(parts: &[Part]) -> Result<Vec<u8>, TypesetError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in parts {
        zip.start_file(path, options).map_err(failed)?;
        zip.write_all(bytes).map_err(failed)?;
    }
    Ok(zip.finish().map_err(failed)?.into_inner())
}

fn failed(error: impl fmt::Display) -> TypesetError {
    TypesetError::FileFailed { reason: error.to_string() }
}

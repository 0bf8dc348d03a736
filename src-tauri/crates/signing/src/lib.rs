//! Digital signatures on finished documents, of two kinds that don't exclude each other.
//!
//! - [`sign_pdf`] signs a PDF with a certificate that a certification authority issued to the secretariat or to one of its
//!   people ([`Certificate`], from a .p12 or .pfx file). It is a `PAdES` baseline signature of level B-B (ETSI EN 319 142-1),
//!   which every PDF reader shows and checks. There is no time stamp: nothing here reaches a network.
//! - [`detached`] signs any file with the station's own key, and writes the signature into a small file beside it. It needs
//!   no certificate, and says that the file came from the station that held the vote. [`check_detached`] checks it;
//!   the form of that file is in [`Sidecar`].
//!
//! `docs/signatures.md` says how anybody can check both without this program. All cryptography is that of well-kept
//! crates; what is here puts their structures together. Private keys are wiped from memory when they are dropped.
//! Not signed with: keys on cards and tokens, and SM2 keys, which readers outside China don't check.

mod certificate;
mod detached;
mod error;
mod hex;
mod key_file;
mod pdf;
mod private_key;
mod protection;
mod signed_data;

pub use certificate::Certificate;
pub use detached::{Sidecar, check_detached, detached, sidecar_name};
pub use error::{CODES, DetachedError, SigningError};
pub use pdf::sign_pdf;

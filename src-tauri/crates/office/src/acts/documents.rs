//! Documents become official: from then on the record holds each as it was, and says so.

use crate::{
    act::{Office, Operator, Witnessed},
    errors::OfficeError,
    log::Event,
};
use ballot_box::hex;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The entry that a document rests on which shows nothing that the log tells: the session was set up.
const FIRST_ENTRY: u32 = 1;

/// Makes a document official: a PDF before any signature is added. Where the last of its name is the same to the byte nothing is
/// done; else it takes the place of that one.
pub fn issue_document(
    office: &mut Office,
    by: &Operator,
    name: &str,
    bytes: &[u8],
    rests_on: Option<u32>,
) -> Result<(), OfficeError> {
    let sha256 = hex(&Sha256::digest(bytes));
    if official_documents(office)?.get(name) == Some(&sha256) {
        return Ok(());
    }
    let rests_on = rests_on.unwrap_or(FIRST_ENTRY);
    let event = Event::DocumentIssued { name: name.to_owned(), sha256, rests_on };
    office.act(by, &[], event, |_, _| Ok(()))
}

/// Puts a text that the house set itself beside the documents, or in the place of one.
pub fn attach_document(
    office: &mut Office,
    by: &Witnessed,
    name: &str,
    bytes: &[u8],
) -> Result<(), OfficeError> {
    let event = Event::DocumentAttached { name: name.to_owned(), sha256: hex(&Sha256::digest(bytes)) };
    office.act(by, &[], event, |_, _| Ok(()))
}

/// The documents that are official now: SHA-256 in hex of the last of each name.
pub fn official_documents(office: &Office) -> Result<BTreeMap<String, String>, OfficeError> {
    let mut official = BTreeMap::new();
    for event in office.store.events()? {
        if let Event::DocumentIssued { name, sha256, .. } | Event::DocumentAttached { name, sha256 } = event {
            official.insert(name, sha256);
        }
    }
    Ok(official)
}

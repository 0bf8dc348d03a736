//! The documents that the log made official, against those that the record holds. Of version 2.

use crate::{
    Problem,
    entry::Document,
    error::same,
    json::from_hex,
    note::{Note, Noted, shown},
};
use std::collections::BTreeMap;

/// A document that an act made official.
pub struct Issued {
    /// The number of the act's entry.
    pub entry: u32,
    /// The document.
    pub document: Document,
    /// Whether the text isn't the program's: one that the house set itself.
    pub is_attached: bool,
}

/// Each document is, byte for byte, the one that the log last issued under its name, and each that was issued is there.
pub fn check(issued: &[Issued], documents: &BTreeMap<String, String>) -> Result<(), Problem> {
    for issued in issued {
        check_act(issued)?;
    }
    let last = last_of(issued);
    for (name, sha256) in documents {
        let what = format!("documents/{name}");
        let issued =
            last.get(name.as_str()).ok_or_else(|| Problem::missing(format!("{what} document-issued")))?;
        same(what, &issued.document.sha256.clone().unwrap_or_default(), sha256)?;
    }
    match last.keys().find(|name| !documents.contains_key(**name)) {
        Some(name) => Err(Problem::missing(format!("documents/{name}"))),
        None => Ok(()),
    }
}

/// The act names a document, its hash, and an entry before it that it rests on.
fn check_act(Issued { entry, document, is_attached }: &Issued) -> Result<(), Problem> {
    let what = format!("log.jsonl {entry}");
    let is_named = document.name.as_ref().is_some_and(|name| !name.is_empty());
    let is_hashed = document.sha256.as_ref().is_some_and(|sha256| from_hex::<32>(sha256).is_some());
    let rests = *is_attached || document.rests_on.is_some_and(|rests_on| (1..*entry).contains(&rests_on));
    if is_named && is_hashed && rests { Ok(()) } else { Err(Problem::unreadable(what, "document")) }
}

/// The last issue of each name.
fn last_of(issued: &[Issued]) -> BTreeMap<&str, &Issued> {
    issued.iter().map(|issued| (issued.document.name.as_deref().unwrap_or_default(), issued)).collect()
}

/// What is noted of them: each that was issued again later, and each that the house set itself.
pub fn noted(issued: &[Issued]) -> Vec<Noted> {
    let last = last_of(issued);
    let mut noted = Vec::new();
    for Issued { entry, document, is_attached } in issued {
        let name = document.name.as_deref().unwrap_or_default();
        let sha256 = shown(document.sha256.as_deref().unwrap_or_default());
        if *is_attached {
            let note = Note::DocumentAttached { name: shown(name), sha256: sha256.clone() };
            noted.push(Noted { round: None, entry: Some(*entry), note });
        }
        if last.get(name).is_some_and(|last| last.entry != *entry) {
            let note = Note::DocumentReplaced { name: shown(name), sha256 };
            noted.push(Noted { round: None, entry: Some(*entry), note });
        }
    }
    noted
}

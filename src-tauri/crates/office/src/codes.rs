//! The codes that this crate speaks in, and those of the crates below it.

use crate::errors::{ActsError, ContentError, KeysError, KioskError, RecordError};
use messages::CodeTable;

/// Every code of this crate and of those below it, with the names of its facts.
#[must_use]
pub fn all() -> Vec<CodeTable> {
    [
        procedure::codes::CODES,
        ballot_box::CODES,
        key_holders::CODES,
        typeset::CODES,
        documents::CODES,
        sheets::CODES,
        signed_file::CODES,
        signing::CODES,
        record::CODES,
        package::CODES,
        session_model::CODES,
        kiosk_files::CODES,
        CODES,
    ]
    .concat()
}

/// The facts of [`all`] that are words of the program.
pub const ALL_WORDS: &[CodeTable] = &[
    procedure::codes::WORDS,
    ballot_box::WORDS,
    key_holders::WORDS,
    session_model::WORDS,
    kiosk_files::WORDS,
    WORDS,
];

/// Every code of an error, a finding or a sentence of this crate, with the names of its facts.
pub const CODES: &[CodeTable] = &[
    ActsError::CODES,
    KeysError::CODES,
    KioskError::CODES,
    RecordError::CODES,
    ContentError::CODES,
    SENTENCES,
    MINUTES,
];

/// Facts that are words of the program: why a slip is void, choices of an import.
pub const WORDS: CodeTable = &[
    ("void.spent-twice", &[]),
    ("choice.keep", &[]),
    ("choice.leave-out", &[]),
    ("choice.all", &[]),
    ("choice.fill-down", &[]),
    ("choice.leave-empty", &[]),
    ("choice.by-order", &[]),
    ("choice.count-through", &[]),
    ("choice.refuse", &[]),
    ("choice.unify", &[]),
    ("choice.remove", &[]),
    ("choice.dot", &[]),
    ("choice.take", &[]),
    ("choice.lower", &[]),
    ("choice.upper", &[]),
    ("choice.yuan", &[]),
    ("choice.wan", &[]),
    ("choice.yi", &[]),
    ("choice.yes", &[]),
    ("choice.no", &[]),
    ("choice.complete", &[]),
];

/// Plain sentences.
const SENTENCES: CodeTable = &[
    ("import.finding", &["sheet", "row", "column", "value", "problem"]),
    ("import.question", &["question", "choices", "proposal"]),
];

/// The acts of the audit log as sentences of the minutes.
///
/// The interface's view of the log words the same acts on purpose otherwise (`ui/src/secretariat/steps/log/act-words.ts`):
/// there a row is a short label with its round in front and figures for checking, such as shortened hashes and who
/// checked in; here it is a whole sentence for a signed paper, which names no voter. Neither is shown in the other's place.
const MINUTES: CodeTable = &[
    ("minutes.session-created", &[]),
    ("minutes.profile-set", &[]),
    ("minutes.restored", &["entries", "statement"]),
    ("minutes.delegates-set", &["delegates"]),
    ("minutes.candidates-set", &["candidates"]),
    ("minutes.rules-set", &[]),
    ("minutes.round-begun", &["round"]),
    ("minutes.adopted", &["round", "digest", "warnings"]),
    ("minutes.keys-invited", &["names", "threshold"]),
    ("minutes.keys-made", &["key", "holders", "threshold"]),
    ("minutes.keys-given-up", &["statement"]),
    ("minutes.sealed", &["round", "key", "threshold", "cards", "slips", "paper"]),
    ("minutes.check-in-opened", &["round"]),
    ("minutes.checked-in", &["round", "present", "issued"]),
    ("minutes.check-in-undone", &["round", "present"]),
    ("minutes.slip-exchanged", &["round"]),
    ("minutes.poll-opened", &["round", "present"]),
    ("minutes.suspended", &["round"]),
    ("minutes.resumed", &["round", "tray", "box", "statement"]),
    ("minutes.interrupted", &["round"]),
    ("minutes.paper-entered", &["round", "first", "second", "differed", "valid", "void"]),
    ("minutes.ballot-challenged", &["round"]),
    ("minutes.kiosk-provisioned", &["round", "kiosk", "name"]),
    ("minutes.provision-loaded", &["round", "kiosk"]),
    ("minutes.kiosk-closed", &["round", "kiosk", "collected"]),
    ("minutes.box-merged", &["round", "kiosk", "ballots", "resumed"]),
    ("minutes.kiosk-lost", &["round", "kiosk", "tray", "statement"]),
    ("minutes.dispute-decided", &["round", "statement"]),
    ("minutes.slip-annulled", &["round", "reason"]),
    ("minutes.poll-closed", &["round", "issued", "collected", "root", "statement", "unchecked"]),
    ("minutes.key-box-written", &["round", "root"]),
    ("minutes.opening-taken", &["round", "name"]),
    ("minutes.counted", &["round", "cards"]),
    ("minutes.found-void", &["round", "reason"]),
    ("minutes.ended-by-decision", &["round", "statement"]),
    ("minutes.lots-drawn", &["round", "drawn"]),
    ("minutes.rounds-ended", &["statement"]),
    ("minutes.confirmed", &["round"]),
    ("minutes.announced", &["round"]),
    ("minutes.cards-destroyed", &["cards"]),
    ("minutes.sealed-to-holders", &["round", "key", "threshold", "cards", "slips", "paper"]),
    ("minutes.counted-with-openings", &["round", "cards"]),
    ("minutes.shares-erased", &["cards"]),
];

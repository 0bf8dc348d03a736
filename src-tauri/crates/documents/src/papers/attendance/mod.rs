//! 签到表、出席代表报告单.

mod arrange;
mod content;
mod en;
mod say;
mod zh;

pub use arrange::{attendance_report, attendance_sheet};
pub use content::{AttendanceReport, AttendanceSheet, DelegationPresence, SigningDelegation};

use crate::{Heading, common::roles::roles};
use messages::Language;
use say::Sentence;

/// The heads of the tables, and what is filled in by hand.
pub(crate) struct Labels {
    pub number: &'static str,
    pub name: &'static str,
    pub signature: &'static str,
    pub remark: &'static str,
    /// At a delegation's end: how many signed, who checked it, and when; with the parts to fill in.
    pub signed: &'static str,
    pub signed_parts: &'static [(f32, &'static str)],
    pub absent: &'static str,
    pub quorum: &'static str,
    pub delegation_head: &'static str,
    pub in_office: &'static str,
    pub present: &'static str,
    pub sum: &'static str,
}

pub(crate) const fn labels(language: Language) -> &'static Labels {
    match language {
        Language::Chinese => &zh::LABELS,
        Language::English => &en::LABELS,
    }
}

pub(crate) fn sheet_title(heading: &Heading) -> String {
    worded(heading, &Sentence::SheetTitle)
}

pub(crate) fn report_title(heading: &Heading) -> String {
    worded(heading, &Sentence::ReportTitle)
}

/// A delegation and how many of it are in office, above its rows.
pub(crate) fn delegation(heading: &Heading, delegation: &SigningDelegation) -> String {
    worded(heading, &say::delegation(delegation))
}

/// What the rules ask, and whether it is reached.
pub(crate) fn quorum(report: &AttendanceReport) -> [String; 2] {
    say::quorum(report).map(|said| worded(&report.heading, &said))
}

fn worded(heading: &Heading, sentence: &Sentence<'_>) -> String {
    let names = roles(heading.language, heading.body);
    match heading.language {
        Language::Chinese => zh::sentence(sentence, &names),
        Language::English => en::sentence(sentence, &names),
    }
}

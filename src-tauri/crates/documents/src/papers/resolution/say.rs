//! What the resolution says.

use super::Resolution;
use crate::Body;

/// A paragraph of the resolution, with its facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Paragraph<'a> {
    /// The paragraph before the decision as the secretariat words it.
    OwnPreamble(&'a str),
    Preamble {
        session: &'a str,
        organs: Organs,
        rounds: u32,
        year: i32,
    },
    Decision {
        adopted: usize,
        year: i32,
    },
    CarryingOut(Organs),
    Supervision(Organs),
}

/// Who carries the projects out, and who supervises it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Organs {
    /// The kind of place in the congress' Chinese name, such as 县; 本级 where the name doesn't show it.
    pub level: &'static str,
    pub supervisor: Supervisor,
}

/// Who supervises. A street is no level of government: it has an office, and a working committee of the congress above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Supervisor {
    StandingCommittee,
    /// Of a township, which has no standing committee.
    Presidium,
    /// A standing committee decides although the level is a township's: that can only be a wrong entry, of which Chinese
    /// follows the level and English the committee.
    CommitteeOrPresidium,
    StreetCommittee,
}

/// The paragraphs before the projects.
pub(super) fn before<'a>(document: &'a Resolution, session: &'a str) -> [Paragraph<'a>; 2] {
    let (year, rounds) = (document.heading.year, document.rounds);
    let preamble = if document.preamble.trim().is_empty() {
        Paragraph::Preamble { session, organs: organs(document), rounds, year }
    } else {
        Paragraph::OwnPreamble(&document.preamble)
    };
    [preamble, Paragraph::Decision { adopted: document.adopted.len(), year }]
}

/// The paragraphs after the projects.
pub(super) fn after(document: &Resolution) -> [Paragraph<'static>; 2] {
    let organs = organs(document);
    [Paragraph::CarryingOut(organs), Paragraph::Supervision(organs)]
}

fn organs(document: &Resolution) -> Organs {
    let heading = &document.heading;
    let is_township = is_township(&heading.congress, document.township);
    let supervisor = match heading.body {
        Body::StreetAssembly => Supervisor::StreetCommittee,
        Body::Congress if is_township => Supervisor::Presidium,
        Body::StandingCommittee if is_township => Supervisor::CommitteeOrPresidium,
        Body::Congress | Body::StandingCommittee => Supervisor::StandingCommittee,
    };
    Organs { level: level(&heading.congress), supervisor }
}

/// Whether the level or the name says that it is a township's; one entered with the wrong level is known by its name.
fn is_township(congress: &str, township: bool) -> bool {
    let named = congress.split(|char: char| !char.is_alphanumeric());
    township
        || ["乡", "镇"].contains(&level(congress))
        || named.into_iter().any(|word| ["Township", "Town"].contains(&word))
}

/// The kind of place in a congress' name, such as 县 in 平安县第十届人民代表大会; 本级 where the name doesn't show it.
fn level(congress: &str) -> &'static str {
    const LEVELS: [&str; 12] =
        ["自治区", "自治州", "自治县", "自治旗", "省", "市", "州", "县", "区", "旗", "镇", "乡"];
    let place = congress.split("人民代表大会").next().unwrap_or(congress);
    let place = match place.rsplit_once('第') {
        Some((before, term)) if term.ends_with('届') => before,
        _ => place,
    };
    LEVELS.into_iter().find(|level| place.ends_with(level)).unwrap_or("本级")
}

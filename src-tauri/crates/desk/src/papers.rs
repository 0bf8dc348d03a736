//! The documents of the session: which there are, their pages, printing and saving.

use crate::{Desk, DeskError, paper, session::folder_of, state::Open, types::*};
use documents::Fonts;
use office::acts::{self, Paper};
use procedure::round::Round;

/// A document that there is, or will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    CandidateList(u32),
    ResultReport(u32),
    Announcement,
}

impl Kind {
    fn id(self) -> String {
        match self {
            Self::CandidateList(round) => format!("round-{round}-candidates"),
            Self::ResultReport(round) => format!("round-{round}-result"),
            Self::Announcement => "announcement".to_owned(),
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::CandidateList(_) => "candidate-list",
            Self::ResultReport(_) => "result-report",
            Self::Announcement => "announcement",
        }
    }

    const fn round(self) -> Option<u32> {
        match self {
            Self::CandidateList(round) | Self::ResultReport(round) => Some(round),
            Self::Announcement => None,
        }
    }
}

/// Every document, in the order of the procedure.
fn kinds(rounds: &[Round]) -> Vec<Kind> {
    let numbers = rounds.iter().map(|round| round.contest().turn.round());
    let mut kinds: Vec<Kind> =
        numbers.flat_map(|round| [Kind::CandidateList(round), Kind::ResultReport(round)]).collect();
    kinds.push(Kind::Announcement);
    kinds
}

/// How far a document may be relied on; none while it can't be made.
fn standing(open: &Open, kind: Kind, rounds: &[Round]) -> Result<Option<&'static str>, Problem> {
    let round = rounds.iter().find(|round| Some(round.contest().turn.round()) == kind.round());
    Ok(match (kind, round) {
        (Kind::CandidateList(_), Some(Round::Draft(_))) => Some("draft"),
        (Kind::CandidateList(_), Some(_)) => Some("official"),
        (Kind::ResultReport(_), Some(Round::Counted(_))) => Some("unofficial"),
        (Kind::ResultReport(_), Some(Round::Confirmed(_) | Round::Announced(_) | Round::Void(_))) => {
            Some("official")
        }
        (Kind::Announcement, _) => {
            let announced = rounds.iter().any(|round| matches!(round, Round::Announced(_)));
            let finished = acts::pending_contests(&open.office)?.is_empty();
            let ended = rounds.last().is_some_and(|round| matches!(round, Round::Announced(_)));
            (announced && finished && ended).then_some("official")
        }
        _ => None,
    })
}

pub(crate) fn documents(desk: &Desk, _: Nothing) -> Result<Documents, Problem> {
    let printers = paper::printers();
    desk.with(|open| {
        let rounds = open.office.store().rounds()?;
        let mut documents = Vec::new();
        for kind in kinds(&rounds) {
            let standing = standing(open, kind, &rounds)?;
            documents.push(DocumentRow {
                id: kind.id(),
                kind: kind.name().to_owned(),
                round: kind.round(),
                standing: standing.map(str::to_owned),
                problem: standing.is_none().then(|| DeskError::DocumentNotYet.into()),
            });
        }
        Ok(Documents { documents, printers, folder: desk.places.documents(&open.id).display().to_string() })
    })
}

/// Makes a document.
fn make(open: &Open, fonts: &Fonts, id: &str) -> Result<Paper, Problem> {
    let rounds = open.office.store().rounds()?;
    let kind = kinds(&rounds).into_iter().find(|kind| kind.id() == id);
    let kind = kind.ok_or_else(|| DeskError::DocumentUnknown { id: id.to_owned() })?;
    let round = rounds.iter().find(|round| Some(round.contest().turn.round()) == kind.round());
    let made = match (kind, round) {
        (Kind::CandidateList(_), Some(round)) => Some(acts::candidate_list(&open.office, fonts, round)?),
        (Kind::ResultReport(_), Some(round)) => acts::result_report(&open.office, fonts, round)?,
        _ => acts::announcement(&open.office, fonts)?,
    };
    Ok(made.ok_or(DeskError::DocumentNotYet)?)
}

pub(crate) fn document(desk: &Desk, request: DocumentId) -> Result<DocumentMade, Problem> {
    desk.with(|open| {
        let made = make(open, desk.fonts()?, &request.id)?;
        let pages = paper::pages(&made.bytes)?;
        open.previewed = Some((request.id.clone(), made.bytes));
        Ok(DocumentMade { id: request.id, pages })
    })
}

pub(crate) fn document_page(desk: &Desk, request: DocumentPage) -> Result<PagePicture, Problem> {
    desk.with(|open| {
        let previewed = open.previewed.as_ref().filter(|(id, _)| *id == request.id);
        if let Some((_, bytes)) = previewed {
            return paper::picture(bytes, request.page, request.width);
        }
        let made = make(open, desk.fonts()?, &request.id)?;
        paper::picture(&made.bytes, request.page, request.width)
    })
}

pub(crate) fn print_document(desk: &Desk, request: PrintDocument) -> Result<Nothing, Problem> {
    desk.with(|open| {
        paper::print(&make(open, desk.fonts()?, &request.id)?, &request.printer, request.copies)?;
        Ok(Nothing {})
    })
}

pub(crate) fn print_test_page(desk: &Desk, request: PrintTo) -> Result<Nothing, Problem> {
    desk.with(|open| {
        let rounds = open.office.store().rounds()?;
        let first = kinds(&rounds).into_iter().next().map(Kind::id).unwrap_or_default();
        paper::print(&make(open, desk.fonts()?, &first)?, &request.printer, 1)?;
        Ok(Nothing {})
    })
}

pub(crate) fn save_document(desk: &Desk, request: SaveDocument) -> Result<Written, Problem> {
    desk.with(|open| {
        let folder = folder_of(desk, open, &request.folder)?;
        let rounds = open.office.store().rounds()?;
        let mut paths = Vec::new();
        for kind in kinds(&rounds) {
            let wanted = match &request.id {
                Some(id) => *id == kind.id(),
                None => standing(open, kind, &rounds)?.is_some(),
            };
            if wanted {
                paths.push(paper::save(&make(open, desk.fonts()?, &kind.id())?, &folder)?);
            }
        }
        Ok(Written { paths })
    })
}

//! The documents of a session, made of what its file says.
//!
//! Each kind has a file of its own, whose [`row::Row`] says everything about it, and a line in the table of `kinds`.
//! What a key ceremony or a challenge prints has a function of its own, since it is made of what is in memory only.

mod adopted_table;
mod announcement;
mod attendance_report;
mod attendance_sheet;
mod attendance_table;
mod candidate_list;
mod ceremony;
mod ceremony_report;
mod chair_script;
mod closing_report;
mod cut;
mod decided;
mod delegations;
mod distribution_report;
mod key_cards;
mod kinds;
mod made;
mod matter;
mod minutes;
mod notice;
mod opening_report;
mod paper_ballots;
mod poll_report;
mod resolution;
mod result;
mod result_report;
mod result_table;
mod return_report;
mod row;
mod sentence;
mod session;
mod slips;
mod status;
mod task_list;
mod voting_measure;

pub use key_cards::key_cards;
pub use kinds::{Document, Kind};
pub use made::MadeDocument;
pub use session::Documents;
pub use slips::slips;

use crate::errors::OfficeError;
use documents::{Format, Standing};
use procedure::round::Round;
use row::{OfRound, OfSession, Scope};
use session::Wanted;
use zeroize::Zeroizing;

/// How a document is made: for its round, where it is one's.
enum Maker<'a> {
    Session(&'static OfSession),
    Round(&'static OfRound, &'a Round),
}

impl Documents<'_> {
    /// Every document that there is or will be, with how far it may be relied on; none while it can't be made.
    pub fn list(&self) -> Result<Vec<(Document, Option<Standing>)>, OfficeError> {
        self.all().into_iter().map(|document| Ok((document, self.standing(document)?))).collect()
    }

    /// Every document in the order of the procedure: those of the rounds, round by round, between those of the session.
    fn all(&self) -> Vec<Document> {
        let (of_rounds, of_session): (Vec<Kind>, Vec<Kind>) =
            Kind::ALL.iter().partition(|kind| kind.is_of_a_round());
        let first_of_a_round = of_rounds.first().copied();
        let (before, after): (Vec<Kind>, Vec<Kind>) =
            of_session.into_iter().partition(|kind| Some(*kind) < first_of_a_round);
        let the_session = |kind| Document { kind, round: None };
        let in_rounds =
            self.rounds.iter().map(Round::number).flat_map(|round| {
                of_rounds.iter().map(move |kind| Document { kind: *kind, round: Some(round) })
            });
        before
            .into_iter()
            .map(the_session)
            .chain(in_rounds)
            .chain(after.into_iter().map(the_session))
            .collect()
    }

    /// The document of this identity.
    #[must_use]
    pub fn find(&self, identity: &str) -> Option<Document> {
        self.all().into_iter().find(|document| document.to_string() == identity)
    }

    /// How far a document may be relied on; none while it can't be made. An official one is never made of what isn't final.
    pub fn standing(&self, document: Document) -> Result<Option<Standing>, OfficeError> {
        match self.maker(document) {
            Some(Maker::Session(of_session)) => (of_session.status)(self),
            Some(Maker::Round(of_round, round)) => (of_round.status)(self, round),
            None => Ok(None),
        }
    }

    /// Makes every document that can be made now; no spreadsheets.
    pub fn make_all(&self) -> Result<Vec<MadeDocument>, OfficeError> {
        let mut made = Vec::new();
        for (document, standing) in self.list()? {
            if standing.is_some() && !document.kind().is_table() {
                made.extend(self.make(document)?);
            }
        }
        Ok(made)
    }

    /// Makes a document, as PDF where it has pages; none where it can't be made yet.
    pub fn make(&self, document: Document) -> Result<Option<MadeDocument>, OfficeError> {
        self.make_as(document, Format::Pdf)
    }

    /// Makes the files that are saved beside a document's PDF. None of them is ever the record's.
    pub fn make_beside(&self, document: Document, with_ofd: bool) -> Result<Vec<MadeDocument>, OfficeError> {
        let mut made = Vec::new();
        for format in document.kind.beside(with_ofd) {
            made.extend(self.make_as(document, *format)?);
        }
        Ok(made)
    }

    fn make_as(&self, document: Document, format: Format) -> Result<Option<MadeDocument>, OfficeError> {
        let (Some(maker), Some(standing)) = (self.maker(document), self.standing(document)?) else {
            return Ok(None);
        };
        let wanted = Wanted { shows: document.kind.row().shows, round: document.round, standing, format };
        let bytes = match maker {
            Maker::Session(of_session) => (of_session.make)(self, &wanted)?,
            Maker::Round(of_round, round) => (of_round.make)(self, &wanted, round)?,
        };
        let rests_on = self.record(wanted.shows, wanted.round).map(|act| act.number);
        let name = document.file(format);
        Ok(bytes.map(|bytes| MadeDocument { name, bytes: Zeroizing::new(bytes), rests_on }))
    }

    /// The station's own signature of a made document, to be written beside it; none where it isn't to be signed.
    pub fn sign_beside(
        &self,
        document: Document,
        file: &str,
        made: &MadeDocument,
    ) -> Result<Option<String>, OfficeError> {
        let row = document.kind.row();
        if !row.is_signed || self.standing(document)? != Some(Standing::Official) {
            return Ok(None);
        }
        let record = self.record(row.shows, document.round).map(|act| &act.hash);
        let key = self.office.store().station().signing_key();
        Ok(Some(signing::detached(file, &made.bytes, record, key)?))
    }

    /// How a document is made; none where its round isn't one of this session.
    fn maker(&self, document: Document) -> Option<Maker<'_>> {
        match &document.kind.row().scope {
            Scope::Session(of_session) => Some(Maker::Session(of_session)),
            Scope::Round(of_round) => Some(Maker::Round(of_round, self.round(document.round?)?)),
        }
    }
}

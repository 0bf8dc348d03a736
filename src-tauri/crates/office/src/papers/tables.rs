//! Spreadsheets for those who go on counting; never what is signed.

use super::{Clerk, Document, heading};
use crate::{
    errors::OfficeError,
    lists::{AttendanceRow, adopted_spreadsheet, attendance_spreadsheet, result_spreadsheet},
};
use documents::Standing;
use procedure::round::Round;

impl Clerk<'_> {
    /// The result of a round.
    pub(super) fn result_table(
        &self,
        document: Document,
        standing: Standing,
        round: &Round,
    ) -> Result<Option<Vec<u8>>, OfficeError> {
        let Some(report) = self.result_of(document, standing, round)? else { return Ok(None) };
        Ok(Some(result_spreadsheet(&report)?))
    }

    /// Who attends a round.
    pub(super) fn attendance_table(
        &self,
        standing: Standing,
        round: &Round,
    ) -> Result<Option<Vec<u8>>, OfficeError> {
        let present = self.present(round)?;
        let delegates = self.office.store().delegates()?.into_iter();
        let rows: Vec<AttendanceRow> = delegates
            .map(|delegate| AttendanceRow {
                present: present.contains_key(&delegate.number),
                number: delegate.number,
                name: delegate.name,
                delegation: delegate.delegation,
                in_office: delegate.in_office,
            })
            .collect();
        let heading = heading(&self.profile, self.language, &round.contest().rules, standing);
        Ok(Some(attendance_spreadsheet(&heading, &rows)?))
    }

    /// The projects adopted so far.
    pub(super) fn adopted_table(&self, standing: Standing) -> Result<Option<Vec<u8>>, OfficeError> {
        let Some(first) = self.rounds.first() else { return Ok(None) };
        let heading = heading(&self.profile, self.language, &first.contest().rules, standing);
        Ok(Some(adopted_spreadsheet(&heading, &self.adopted())?))
    }
}

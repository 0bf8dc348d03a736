//! What is printed for the hall: attendance, paper ballots, the reports on the poll.

use super::{Clerk, Document, Kind, heading};
use crate::{
    act::number,
    errors::OfficeError,
    log::Event,
    model::{Handed, contest_digest},
};
use chrono::NaiveDate;
use documents::{
    AttendanceReport, AttendanceSheet, DelegationPresence, Distribution, KeyFigures, PaperBallots, Papers,
    PollReport, PollStage, SigningDelegation, Standing,
};
use procedure::{count::Delegates, roster::Delegate, round::Round};
use std::collections::BTreeMap;

impl Clerk<'_> {
    /// The attendance sheet (签到表).
    pub(super) fn attendance_sheet(
        &self,
        document: Document,
        standing: Standing,
        round: &Round,
    ) -> Result<Option<Vec<u8>>, OfficeError> {
        let delegations = self.by_delegation()?;
        let sheet = AttendanceSheet {
            heading: self.heading(document, &round.contest().rules, standing),
            round: number(round),
            delegations: delegations
                .into_iter()
                .map(|(name, delegates)| SigningDelegation {
                    name,
                    delegates: delegates.into_iter().map(|found| (found.number, found.name)).collect(),
                })
                .collect(),
        };
        Ok(Some(documents::attendance_sheet(self.fonts, &sheet)?))
    }

    /// The report on who attends (出席代表报告单).
    pub(super) fn attendance_report(
        &self,
        document: Document,
        standing: Standing,
        round: &Round,
    ) -> Result<Option<Vec<u8>>, OfficeError> {
        let contest = round.contest();
        let present = self.office.store().present(number(round))?;
        let delegations: Vec<DelegationPresence> = self
            .by_delegation()?
            .into_iter()
            .map(|(name, delegates)| DelegationPresence {
                name,
                delegates: Delegates(count(delegates.len())),
                present: Delegates(count(
                    delegates.iter().filter(|delegate| present.contains_key(&delegate.number)).count(),
                )),
            })
            .collect();
        let report = AttendanceReport {
            heading: self.heading(document, &contest.rules, standing),
            round: number(round),
            date: self.day_of(round),
            delegates: contest.delegates,
            present: Delegates(count(present.len())),
            quorum: contest.quorum(),
            quorum_rule: contest.rules.quorum,
            delegations,
            chief: self.profile.text().chief.clone(),
        };
        Ok(Some(documents::attendance_report(self.fonts, &report)?))
    }

    /// The delegates in office by delegation, in the roster's order.
    fn by_delegation(&self) -> Result<Vec<(String, Vec<Delegate>)>, OfficeError> {
        let mut delegations: Vec<(String, Vec<Delegate>)> = Vec::new();
        let delegates = self.office.store().delegates()?;
        for delegate in delegates.into_iter().filter(|delegate| delegate.in_office) {
            match delegations.iter_mut().find(|(name, _)| *name == delegate.delegation) {
                Some((_, members)) => members.push(delegate),
                None => delegations.push((delegate.delegation.clone(), vec![delegate])),
            }
        }
        Ok(delegations)
    }

    /// As many paper ballots as the round was sealed with (纸质选票).
    pub(super) fn paper_ballots(&self, round: &Round) -> Result<Option<Vec<u8>>, OfficeError> {
        let Some(keys) = self.keys(Some(number(round)))? else { return Ok(None) };
        let contest = round.contest();
        let ballots = PaperBallots {
            heading: heading(&self.profile, self.language, &contest.rules, Standing::Official),
            round: number(round),
            rules: &contest.rules,
            candidates: contest.list.candidates(),
            copies: keys.paper,
        };
        Ok(Some(documents::paper_ballots(self.fonts, &ballots)?))
    }

    /// A report on the poll that the chief scrutineer signs.
    pub(super) fn poll_report(
        &self,
        document: Document,
        standing: Standing,
        round: &Round,
    ) -> Result<Option<Vec<u8>>, OfficeError> {
        let stage = match document.kind() {
            Kind::OpeningReport => self.opening(round)?,
            Kind::DistributionReport => self.distribution(round)?.map(PollStage::Distribution),
            Kind::ReturnReport => self.returned(round)?,
            _ => self.closing(round)?,
        };
        let Some(stage) = stage else { return Ok(None) };
        let text = self.profile.text();
        let report = PollReport {
            heading: self.heading(document, &round.contest().rules, standing),
            round: number(round),
            date: self.day_of(round),
            stage,
            chief: text.chief.clone(),
            scrutineers: text.scrutineers.clone(),
            tellers: text.tellers.clone(),
        };
        Ok(Some(documents::poll_report(self.fonts, &report)?))
    }

    fn opening(&self, round: &Round) -> Result<Option<PollStage>, OfficeError> {
        let Some((made, key)) = self.sealed(round) else { return Ok(None) };
        let present = match self.opening_of(Some(number(round))) {
            Some((present, _)) => present,
            None => self.office.store().attendance(number(round))?.0,
        };
        Ok(Some(PollStage::Opening {
            delegates: round.contest().delegates,
            present,
            quorum: round.contest().quorum(),
            made,
            key,
            digest: ballot_box::hex(&contest_digest(round.contest())),
        }))
    }

    fn returned(&self, round: &Round) -> Result<Option<PollStage>, OfficeError> {
        let Some(closed) = self.closing_of(Some(number(round))) else { return Ok(None) };
        let (present, _) = self.office.store().attendance(number(round))?;
        Ok(Some(PollStage::Return { present, issued: closed.issued, collected: closed.collected }))
    }

    fn closing(&self, round: &Round) -> Result<Option<PollStage>, OfficeError> {
        let closed = self.closing_of(Some(number(round)));
        let (Some(closed), Some(distribution)) = (closed, self.distribution(round)?) else {
            return Ok(None);
        };
        Ok(Some(PollStage::Closing {
            distribution,
            collected: closed.collected,
            tray: Papers { slips: closed.tray.slips, paper: closed.tray.paper },
            statement: closed.statement.map(str::to_owned),
            root: closed.root.to_owned(),
            station_key: self.station_key(),
        }))
    }

    /// How slips and paper ballots were used so far.
    fn distribution(&self, round: &Round) -> Result<Option<Distribution>, OfficeError> {
        let Some((made, _)) = self.sealed(round) else { return Ok(None) };
        let present = self.present(round)?;
        let handed = |kind: Handed| count(present.values().filter(|handed| **handed == kind).count());
        let issued = Papers { slips: handed(Handed::Slip), paper: handed(Handed::Paper) };
        let exchanged = self.log.iter().filter(
            |act| matches!(act.entry.event, Event::SlipExchanged { round: of } if of == number(round)),
        );
        let cancelled = Papers { slips: count(exchanged.count()), paper: 0 };
        let left_over = Papers {
            slips: made.slips.saturating_sub(issued.slips).saturating_sub(cancelled.slips),
            paper: made.paper.saturating_sub(issued.paper),
        };
        Ok(Some(Distribution {
            present: Delegates(count(present.len())),
            made,
            issued,
            left_over,
            cancelled,
        }))
    }

    /// Slips and paper ballots made when the round was sealed, and the key, as the log says it.
    pub(super) fn sealed(&self, sealed: &Round) -> Option<(Papers, KeyFigures)> {
        self.last(|entry| match &entry.event {
            Event::Sealed { round, key, threshold, cards, slips, paper } if *round == number(sealed) => {
                let key = KeyFigures { fingerprint: key.clone(), cards: *cards, threshold: *threshold };
                Some((Papers { slips: *slips, paper: *paper }, key))
            }
            _ => None,
        })
    }

    /// The day of the poll: that of its close, or else of its opening, or else the day on which the round was found void.
    pub(super) fn day_of(&self, round: &Round) -> Option<NaiveDate> {
        let wanted = number(round);
        let closed = self.closing_of(Some(wanted)).map(|closed| closed.on);
        let opened = || self.opening_of(Some(wanted)).map(|(_, on)| on);
        let void = || {
            self.last(|entry| match entry.event {
                Event::FoundVoid { round, .. } if round == wanted => Some(entry.at.date_naive()),
                _ => None,
            })
        };
        closed.or_else(opened).or_else(void)
    }

    /// Who is present in a round, and what each was handed.
    pub(super) fn present(&self, round: &Round) -> Result<BTreeMap<String, Handed>, OfficeError> {
        Ok(self.office.store().present(number(round))?)
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

//! What is read before and beside the vote: list, measure, notice, the chair's words.

use super::{
    Clerk, Document, categories,
    cut::{cuts, lots},
    decision::{adopted_in, adopted_project},
    result::rows,
    seats,
};
use crate::{act::number, errors::OfficeError, log::Event};
use documents::{
    BrokenOff, CandidateListDocument, ChairScript, FurtherRound, Notice, ScriptEnd, Standing, VoidReason,
    Voided, VotingMeasure,
};
use procedure::{
    count::{Delegates, Issued},
    outcome::Call,
    round::{Ended, Round, Void},
    rules::Division,
};

impl Clerk<'_> {
    /// The candidate list of a round (候选项目名单).
    pub(super) fn candidate_list(
        &self,
        document: Document,
        standing: Standing,
        round: &Round,
    ) -> Result<Option<Vec<u8>>, OfficeError> {
        let rules = &round.contest().rules;
        let list = CandidateListDocument {
            heading: self.heading(document, rules, standing),
            round: number(round),
            seats: seats(rules),
            categories: categories(rules),
            candidates: round.contest().list.candidates(),
        };
        Ok(Some(documents::candidate_list(self.fonts, &list)?))
    }

    /// The voting measure (票决办法), from the first round's rules.
    pub(super) fn voting_measure(
        &self,
        document: Document,
        standing: Standing,
    ) -> Result<Option<Vec<u8>>, OfficeError> {
        let Some(first) = self.rounds.first() else { return Ok(None) };
        let contest = first.contest();
        let text = self.profile.text();
        let warnings = contest.check()?;
        let passed_in = self.measure_round();
        let measure = VotingMeasure {
            heading: self.heading(document, &contest.rules, standing),
            rules: &contest.rules,
            delegates: contest.delegates,
            candidates: contest.list.candidates().len(),
            seats: seats(&contest.rules),
            warnings: &warnings,
            cards: u32::try_from(self.profile.card_holders().len()).unwrap_or(u32::MAX),
            threshold: text.threshold,
            scrutineers: self.profile.card_holders().len(),
            tellers: text.tellers.len(),
            passed_on: self.last(|entry| match entry.event {
                Event::Adopted { round, .. } if Some(round) == passed_in => Some(entry.at.date_naive()),
                _ => None,
            }),
            purpose: text.texts.measure_purpose.clone(),
        };
        Ok(Some(documents::voting_measure(self.fonts, &measure)?))
    }

    /// The notice to delegates (投票须知).
    pub(super) fn notice(
        &self,
        document: Document,
        standing: Standing,
        round: &Round,
    ) -> Result<Option<Vec<u8>>, OfficeError> {
        let contest = round.contest();
        let notice = Notice {
            heading: self.heading(document, &contest.rules, standing),
            round: number(round),
            rules: &contest.rules,
            seats: seats(&contest.rules),
            candidates: contest.list.candidates().len(),
            paper: self.has_paper(round),
            place: self.profile.text().texts.place.clone(),
        };
        Ok(Some(documents::notice(self.fonts, &notice)?))
    }

    /// What the chair reads out in a round (主持词).
    pub(super) fn chair_script(
        &self,
        document: Document,
        standing: Standing,
        round: &Round,
    ) -> Result<Option<Vec<u8>>, OfficeError> {
        let contest = round.contest();
        let text = self.profile.text();
        let opened = self.opening_of(Some(number(round))).map(|(present, _)| present);
        let closed = self.closing_of(Some(number(round)));
        let script = ChairScript {
            heading: self.heading(document, &contest.rules, standing),
            round: number(round),
            called_for: contest.turn.called_for(),
            measure_pending: self.measure_round().is_none_or(|passed_in| number(round) <= passed_in),
            rules: &contest.rules,
            delegates: contest.delegates,
            quorum: contest.quorum(),
            seats: seats(&contest.rules),
            candidates: contest.list.candidates().len(),
            paper: self.has_paper(round),
            present: opened.or_else(|| present_without_quorum(round)),
            handed_out: self.handed_out(round)?,
            ballots: closed.map(|closed| (closed.issued, closed.collected)),
            end: self.script_end(round),
            chief: text.chief.clone(),
            scrutineers: text.scrutineers.clone(),
            tellers: text.tellers.clone(),
        };
        Ok(Some(documents::chair_script(self.fonts, &script)?))
    }

    /// Whether there are paper ballots in a round; so as long as it isn't known that none were made.
    fn has_paper(&self, round: &Round) -> bool {
        self.sealed(round).is_none_or(|(made, _)| made.paper > 0)
    }

    /// Those present and what they were handed when the poll was closed or broken off.
    fn handed_out(&self, round: &Round) -> Result<Option<(Delegates, Issued)>, OfficeError> {
        if let Round::Void(Void { ended: Ended::ByDecision { figures, .. }, .. }) = round {
            return Ok(Some((figures.present, figures.issued)));
        }
        let closed = self.closing_of(Some(number(round)));
        Ok(match closed {
            Some(closed) => Some((self.office.store().attendance(number(round))?.0, closed.issued)),
            None => None,
        })
    }

    /// What the chair announces: only what is signed, or void.
    fn script_end(&self, round: &Round) -> Option<ScriptEnd> {
        let (counted, date) = match round {
            Round::Void(void) => return Some(ScriptEnd::Void(voided(void))),
            Round::Confirmed(confirmed) => (&confirmed.counted, None),
            Round::Announced(announced) => (&announced.counted, Some(announced.announced_on)),
            _ => return None,
        };
        let by_category = matches!(counted.contest().rules.division(), Division::Categories(_));
        let adopted = adopted_in(counted).into_iter();
        Some(ScriptEnd::Result {
            date,
            rows: rows(counted),
            adopted: adopted.map(|candidate| adopted_project(candidate, by_category)).collect(),
            cuts: cuts(counted),
            further: counted.decision.further_rounds.iter().map(further_round).collect(),
            pending: self.still_pending(round),
            lots: lots(&counted.decision),
        })
    }
}

/// How many came where the poll never opened for want of a quorum.
fn present_without_quorum(round: &Round) -> Option<Delegates> {
    match round {
        Round::Void(Void { ended: Ended::AtCheckIn { present, .. }, .. }) => Some(*present),
        _ => None,
    }
}

fn voided(void: &Void) -> Voided {
    match &void.ended {
        Ended::ByDecision { state, statement, .. } => {
            Voided::ByDecision { at: broken_off(state), statement: statement.clone() }
        }
        _ if void.reason() == VoidReason::MoreCollectedThanIssued => Voided::MoreCollectedThanIssued,
        _ => Voided::QuorumMissing,
    }
}

/// How far a round had come that a decision ended in this state.
fn broken_off(state: &str) -> BrokenOff {
    match state {
        "polling" | "suspended" => BrokenOff::Polling,
        "closed" | "counted" => BrokenOff::Closed,
        _ => BrokenOff::BeforePoll,
    }
}

fn further_round(call: &Call) -> FurtherRound {
    FurtherRound { reason: call.why, candidates: call.numbers.clone(), seats: call.seats }
}

//! What is read before and beside the vote: list, measure, notice, the chair's words, the minutes.

use super::{
    Act, Clerk, Document, categories,
    decision::{adopted_in, adopted_project},
    result::rows,
    seats,
};
use crate::{acts::number, audit::Event, error::OfficeError, messages};
use documents::{
    BrokenOff, CandidateListDocument, ChairScript, FurtherRound, Language, Lots, Minutes, MinutesAct, Notice,
    ScriptEnd, Standing, VoidReason, Voided, VotingMeasure,
};
use procedure::{
    count::{Delegates, Issued},
    outcome::Call,
    round::{Counted, Ended, Round, Void},
    rules::Division,
};
use serde_json::Value;

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
            further: counted.decision.further_rounds.iter().map(further_round).collect(),
            pending: self.still_pending(round),
            lots: counted.decision.lots.iter().map(|call| lots(call, counted)).collect(),
        })
    }

    /// The minutes of the vote (票决过程记录), from the audit log.
    pub(super) fn minutes(
        &self,
        document: Document,
        standing: Standing,
    ) -> Result<Option<Vec<u8>>, OfficeError> {
        let Some(first) = self.rounds.first() else { return Ok(None) };
        let text = self.profile.text();
        let minutes = Minutes {
            heading: self.heading(document, &first.contest().rules, standing),
            place: text.texts.place.clone(),
            chief: text.chief.clone(),
            scrutineers: text.scrutineers.clone(),
            tellers: text.tellers.clone(),
            acts: self.acts_of_minutes()?,
        };
        Ok(Some(documents::minutes(self.fonts, &minutes)?))
    }

    /// The acts, those of check-in drawn together: who came before whom is nothing for the minutes.
    fn acts_of_minutes(&self) -> Result<Vec<MinutesAct>, OfficeError> {
        let belongs = |act: &&Act| !matches!(act.entry.event, Event::PinSet { .. } | Event::TextsSet);
        let mut acts: Vec<MinutesAct> = Vec::new();
        let mut checking_in = false;
        for act in self.log.iter().filter(belongs) {
            let is_check_in =
                matches!(act.entry.event, Event::CheckedIn { .. } | Event::CheckInUndone { .. });
            let before = if is_check_in && checking_in { acts.pop() } else { None };
            checking_in = is_check_in;
            let mut entered = self.act_of_minutes(act)?;
            if let Some(before) = before {
                entered.number.first = before.number.first;
            }
            acts.push(entered);
        }
        Ok(acts)
    }

    fn act_of_minutes(&self, act: &Act) -> Result<MinutesAct, OfficeError> {
        let by = std::iter::once(act.entry.operator.clone()).chain(act.entry.witness.clone());
        let event = serde_json::to_value(&act.entry.event).map_err(crate::store::StoreError::from)?;
        Ok(MinutesAct {
            number: act.number.into(),
            at: act.entry.at,
            by: by.collect(),
            what: self.sentence(&event),
        })
    }

    /// What was done, with its facts: `minutes.` and the act's name in the catalogue, whose sentence ends with its own stop.
    fn sentence(&self, event: &Value) -> String {
        let facts: Vec<(&str, String)> = event
            .as_object()
            .into_iter()
            .flatten()
            .map(|(name, value)| match (name.as_str(), value) {
                ("warnings", Value::Array(warnings)) => ("warnings", number_of(warnings)),
                ("void", Value::Object(reasons)) => ("void", unless_none(sum(reasons.values()))),
                ("differed", Value::Number(differed)) => ("differed", unless_none(differed.as_u64())),
                (name, value) => (name, shown(value, self.language).trim_end_matches(['。', '.']).to_owned()),
            })
            .collect();
        let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let act = event.get("act").and_then(Value::as_str).unwrap_or_default();
        messages::text(self.language, &format!("minutes.{act}"), &facts)
    }
}

fn sum<'a>(mut numbers: impl Iterator<Item = &'a Value>) -> Option<u64> {
    numbers.try_fold(0_u64, |sum, number| sum.checked_add(number.as_u64()?))
}

/// A number for a part of a sentence that is left out where there is none.
fn unless_none(number: Option<u64>) -> String {
    number.filter(|number| *number > 0).map(|number| number.to_string()).unwrap_or_default()
}

/// How many warnings; the measure's own notes say which. Nothing where there are none.
fn number_of(warnings: &[Value]) -> String {
    if warnings.is_empty() { String::new() } else { warnings.len().to_string() }
}

fn shown(value: &Value, language: Language) -> String {
    let separator = match language {
        Language::Chinese => "、",
        Language::English => ", ",
    };
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => all_shown(items.iter(), separator, language),
        Value::Object(fields) => all_shown(fields.values(), " + ", language),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn all_shown<'a>(values: impl Iterator<Item = &'a Value>, between: &str, language: Language) -> String {
    values.map(|value| shown(value, language)).collect::<Vec<_>>().join(between)
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
    FurtherRound { reason: call.why, candidates: call.candidates.clone(), seats: call.seats }
}

fn lots(call: &Call, counted: &Counted) -> Lots {
    let adopted = call.candidates.iter().filter(|id| counted.drawn.contains(id)).cloned().collect();
    Lots { candidates: call.candidates.clone(), adopted }
}

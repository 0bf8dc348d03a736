//! What is read before and beside the vote: list, measure, notice, the chair's words, the minutes.

use super::{
    Act, Clerk, Document, categories,
    decision::{adopted_in, adopted_project},
    result::rows,
    seats,
};
use crate::{acts::number, audit::Event, error::OfficeError, messages};
use documents::{
    CandidateListDocument, ChairScript, Minutes, MinutesAct, Notice, ScriptEnd, Standing, VotingMeasure,
};
use procedure::{
    count::Delegates,
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
                Event::Adopted { round: 1, .. } => Some(entry.at.date_naive()),
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
            rules: &contest.rules,
            delegates: contest.delegates,
            quorum: contest.quorum(),
            seats: seats(&contest.rules),
            candidates: contest.list.candidates().len(),
            present: opened.or_else(|| present_without_quorum(round)),
            ballots: closed.map(|closed| (closed.issued, closed.collected)),
            end: script_end(round),
            chief: text.chief.clone(),
            scrutineers: text.scrutineers.clone(),
            tellers: text.tellers.clone(),
        };
        Ok(Some(documents::chair_script(self.fonts, &script)?))
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
            if is_check_in && checking_in {
                acts.pop();
            }
            checking_in = is_check_in;
            acts.push(self.act_of_minutes(act)?);
        }
        Ok(acts)
    }

    fn act_of_minutes(&self, act: &Act) -> Result<MinutesAct, OfficeError> {
        let by = std::iter::once(act.entry.operator.clone()).chain(act.entry.witness.clone());
        let event = serde_json::to_value(&act.entry.event).map_err(crate::store::StoreError::from)?;
        Ok(MinutesAct { number: act.number, at: act.entry.at, by: by.collect(), what: self.sentence(&event) })
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
                (name, value) => (name, shown(value).trim_end_matches(['。', '.']).to_owned()),
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

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join("、"),
        Value::Object(fields) => fields.values().map(shown).collect::<Vec<_>>().join(" + "),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// How many came where the poll never opened for want of a quorum.
fn present_without_quorum(round: &Round) -> Option<Delegates> {
    match round {
        Round::Void(Void { ended: Ended::AtCheckIn { present, .. }, .. }) => Some(*present),
        _ => None,
    }
}

/// What the chair announces: only what is signed, or void.
fn script_end(round: &Round) -> Option<ScriptEnd> {
    match round {
        Round::Void(void) => Some(ScriptEnd::Void(void.reason())),
        Round::Confirmed(confirmed) => Some(script_result(&confirmed.counted, None)),
        Round::Announced(announced) => Some(script_result(&announced.counted, Some(announced.announced_on))),
        _ => None,
    }
}

fn script_result(counted: &Counted, date: Option<chrono::NaiveDate>) -> ScriptEnd {
    let by_category = matches!(counted.contest().rules.division(), Division::Categories(_));
    let adopted = adopted_in(counted).into_iter();
    ScriptEnd::Result {
        date,
        rows: rows(counted),
        adopted: adopted.map(|candidate| adopted_project(candidate, by_category)).collect(),
        further: counted
            .decision
            .further_rounds
            .iter()
            .map(|call| (call.why, call.candidates.clone(), call.seats))
            .collect(),
    }
}

//! The words of the chair's script (主持词).

mod chinese;
mod english;

use super::ruled::is_plurality;
use crate::{BrokenOff, ChairScript, ScriptEnd, Voided, Why};
use messages::Language;
use procedure::rules::FurtherMajority;

/// A line of the script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Line {
    /// Read out.
    Say(String),
    /// Not read out: what is done, or when what follows is said.
    Direction(String),
    /// Read out as one of a list.
    Item(String),
}

/// What the chair says at one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Step {
    pub title: &'static str,
    pub lines: Vec<Line>,
}

type Words = fn(&ChairScript<'_>) -> Step;

/// One language's words of the script.
pub(crate) struct ScriptWords {
    pub title: fn(i32) -> String,
    /// A step's number before its title.
    pub number: fn(usize) -> String,
    /// Opening, why the round is held, and the quorum.
    opening: Words,
    /// The measure, by show of hands.
    measure: Words,
    /// Scrutineers and tellers, by show of hands.
    scrutineers: Words,
    explanation: Words,
    empty_box: Words,
    distribution: Words,
    voting: Words,
    close: Words,
    /// The ballots collected, and whether the round is valid.
    collected: Words,
    recess: Words,
    result: Words,
    declaration: Words,
    resolution: Words,
    end: Words,
    void: fn(&ChairScript<'_>, &Voided) -> Step,
}

impl ScriptWords {
    /// The steps of this round in their order.
    pub fn steps(&self, script: &ChairScript<'_>) -> Vec<Step> {
        let mut words = vec![self.opening];
        let void = voided(script);
        words.extend(self.poll(script, void));
        if matches!(void, None | Some(Voided::MoreCollectedThanIssued)) {
            words.push(self.collected);
        }
        if void.is_none() {
            words.extend([self.recess, self.result, self.declaration]);
            if !has_further_round(script) {
                words.push(self.resolution);
            }
            words.push(self.end);
        }
        let steps = words.into_iter().map(|step| step(script));
        steps.chain(void.map(|reason| (self.void)(script, reason))).collect()
    }

    /// From the measure to the close of the poll, as far as the round came; what is adopted once stays for all rounds.
    fn poll(&self, script: &ChairScript<'_>, void: Option<&Voided>) -> Vec<Words> {
        if void == Some(&Voided::QuorumMissing) {
            return Vec::new();
        }
        let mut words = Vec::new();
        if script.measure_pending {
            words.extend([self.measure, self.scrutineers]);
        }
        words.push(self.explanation);
        match broken_off(script) {
            Some(BrokenOff::BeforePoll) => {}
            Some(BrokenOff::Polling) => words.extend([self.empty_box, self.distribution, self.voting]),
            Some(BrokenOff::Closed) | None => {
                words.extend([self.empty_box, self.distribution, self.voting, self.close]);
            }
        }
        words
    }
}

fn voided<'a>(script: &'a ChairScript<'_>) -> Option<&'a Voided> {
    match &script.end {
        Some(ScriptEnd::Void(void)) => Some(void),
        Some(ScriptEnd::Result { .. }) | None => None,
    }
}

/// How far the round had come when a decision ended it; none where it took its course.
fn broken_off(script: &ChairScript<'_>) -> Option<BrokenOff> {
    match voided(script) {
        Some(Voided::ByDecision { at, .. }) => Some(*at),
        _ => None,
    }
}

/// Whether no more was handed out than delegates are present; unknown before it is over.
fn is_rightly_issued(script: &ChairScript<'_>) -> Option<bool> {
    script.handed_out.map(|(present, issued)| issued.0 <= present.0)
}

/// Whether some came after the poll was opened, so that the figures of the close are others.
fn came_late(script: &ChairScript<'_>) -> bool {
    let opened_with = script.present.map(|present| present.0);
    script.handed_out.is_some_and(|(present, _)| opened_with.is_some_and(|opened| opened != present.0))
}

/// Whether it is known that another round follows.
fn has_further_round(script: &ChairScript<'_>) -> bool {
    match &script.end {
        Some(ScriptEnd::Result { further, pending, .. }) => !further.is_empty() || !pending.is_empty(),
        Some(ScriptEnd::Void(_)) | None => false,
    }
}

/// The seats of this round that nobody takes and no further round decides.
fn seats_left_empty(script: &ChairScript<'_>) -> u32 {
    match &script.end {
        Some(ScriptEnd::Result { adopted, further, .. }) => {
            let taken = u32::try_from(adopted.len()).unwrap_or(u32::MAX);
            let called = further.iter().map(|round| round.seats.0);
            called.fold(script.seats.0.saturating_sub(taken), u32::saturating_sub)
        }
        Some(ScriptEnd::Void(_)) | None => 0,
    }
}

/// Whether the most approvals are adopted in this round without a threshold.
fn asks_no_majority(script: &ChairScript<'_>) -> bool {
    let further = match script.called_for {
        None => FurtherMajority::Same,
        Some(Why::Tie) => script.rules.tie_majority,
        Some(Why::TooFew) => script.rules.too_few_majority,
    };
    further == FurtherMajority::Plurality || is_plurality(script.rules.majority)
}

/// The words in this language.
pub(crate) fn chair_script(language: Language) -> &'static ScriptWords {
    match language {
        Language::Chinese => &chinese::WORDS,
        Language::English => &english::WORDS,
    }
}

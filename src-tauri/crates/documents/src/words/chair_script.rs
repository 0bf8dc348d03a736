//! The words of the chair's script (主持词).

mod chinese;
mod english;

use super::ruled::is_plurality;
use crate::{ChairScript, Language, ScriptEnd, VoidReason, Why};
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
    void: fn(&ChairScript<'_>, VoidReason) -> Step,
}

impl ScriptWords {
    /// The steps of this round in their order.
    pub fn steps(&self, script: &ChairScript<'_>) -> Vec<Step> {
        let mut words = vec![self.opening];
        let void = void_reason(script);
        if void != Some(VoidReason::QuorumMissing) {
            words.extend(self.poll(script));
        }
        let counted = void.is_none();
        if counted || void == Some(VoidReason::MoreCollectedThanIssued) {
            words.push(self.collected);
        }
        if counted {
            words.extend([self.recess, self.result, self.declaration]);
            if !has_further_round(script) {
                words.push(self.resolution);
            }
            words.push(self.end);
        }
        let steps = words.into_iter().map(|step| step(script));
        steps.chain(void.map(|reason| (self.void)(script, reason))).collect()
    }

    /// From the measure to the close of the poll; what is adopted in the first round stays for all.
    fn poll(&self, script: &ChairScript<'_>) -> Vec<Words> {
        let mut words = Vec::new();
        if script.round == 1 {
            words.extend([self.measure, self.scrutineers]);
        }
        words.extend([self.explanation, self.empty_box, self.distribution, self.voting, self.close]);
        words
    }
}

fn void_reason(script: &ChairScript<'_>) -> Option<VoidReason> {
    match script.end {
        Some(ScriptEnd::Void(reason)) => Some(reason),
        Some(ScriptEnd::Result { .. }) | None => None,
    }
}

/// Whether it is known that another round follows.
fn has_further_round(script: &ChairScript<'_>) -> bool {
    matches!(&script.end, Some(ScriptEnd::Result { further, .. }) if !further.is_empty())
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

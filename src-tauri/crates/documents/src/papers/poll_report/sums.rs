//! Figures that must add up before anything is printed.

use super::{Distribution, KeyFigures, Papers, PollStage};
use crate::{ContentError, common::form::holds};
use procedure::count::counted;

/// Checks every sum of a report.
pub(super) fn check(stage: &PollStage) -> Result<(), ContentError> {
    match stage {
        PollStage::Ceremony { acts, .. } if acts.is_empty() => Err(ContentError::Empty),
        PollStage::Ceremony { key, .. } => check_key(key),
        PollStage::Opening { delegates, present, quorum, key, .. } => {
            holds(present <= delegates, "present-delegates")?;
            // No poll opens without a quorum.
            holds(present >= quorum, "present-quorum")?;
            check_key(key)
        }
        PollStage::Distribution(distribution) => check_distribution(distribution),
        PollStage::Return { present, issued, .. } => holds(issued.0 <= present.0, "issued-present"),
        PollStage::Closing { distribution, collected, tray, statement, annulled, .. } => {
            check_distribution(distribution)?;
            let stated = statement.as_ref().is_some_and(|statement| !statement.trim().is_empty());
            let in_hand = total(*tray) + u64::from(counted(annulled.len()));
            holds(stated || in_hand == u64::from(collected.0), "collected-tray")
        }
    }
}

fn check_key(key: &KeyFigures) -> Result<(), ContentError> {
    holds(key.threshold > 0 && key.threshold <= key.cards, "threshold-cards")
}

fn check_distribution(distribution: &Distribution) -> Result<(), ContentError> {
    let Distribution { present, made, issued, left_over, cancelled } = *distribution;
    for (place, kind) in [("made-used slips", slips as fn(Papers) -> u32), ("made-used paper", paper)] {
        let used: u64 = [issued, left_over, cancelled].map(|papers| u64::from(kind(papers))).iter().sum();
        holds(u64::from(kind(made)) == used, place)?;
    }
    holds(total(issued) <= u64::from(present.0), "issued-present")
}

fn slips(papers: Papers) -> u32 {
    papers.slips
}

fn paper(papers: Papers) -> u32 {
    papers.paper
}

/// Of both kinds.
pub(super) fn total(papers: Papers) -> u64 {
    u64::from(papers.slips) + u64::from(papers.paper)
}

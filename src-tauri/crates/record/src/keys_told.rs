//! What the log tells of a distributed key: who has made it, and who has brought a share of a round's totals.

use crate::{Problem, entry::Event, error::same};
use std::collections::BTreeSet;

/// A key that holders have made.
#[derive(Clone)]
pub struct KeyMade {
    /// Its fingerprint.
    pub key: String,
    /// The digest over its holders.
    pub holders: String,
}

/// What the log tells of the holders in a round.
#[derive(Default)]
pub struct HoldersTold {
    /// The key that was the session's when the round was sealed; none where holders had made none, or had given it up.
    pub made: Option<KeyMade>,
    /// The roots of the boxes that were written for the holders.
    pub roots: BTreeSet<String>,
    /// The holders whose shares were taken.
    pub openings: BTreeSet<u32>,
}

impl HoldersTold {
    /// Takes in that a box was written for the holders, or a share taken.
    pub fn tell(&mut self, event: Event) {
        if let Event::KeyBoxWritten { root, .. } = event {
            self.roots.extend(root);
        } else if let Event::OpeningTaken { holder, .. } = event {
            self.openings.extend(holder);
        }
    }

    /// A round that is sealed to holders is sealed to the key that they have made last.
    pub fn check_made(&self, what: &str, key: &str, holders: Option<&str>) -> Result<(), Problem> {
        let Some(holders) = holders else { return Ok(()) };
        let made = self.made.as_ref().ok_or_else(|| Problem::missing("log.jsonl keys-made"))?;
        same(what, made.key.as_str(), key)?;
        same(what, made.holders.as_str(), holders)
    }

    /// Holders were sent no other box than the one that was closed, and those by whose shares it was opened have brought theirs.
    pub fn check_openings(&self, what: &str, root: &str, cards: &[u32]) -> Result<(), Problem> {
        for sent in &self.roots {
            same(what, root, sent.as_str())?;
        }
        let missing = cards.iter().find(|card| self.roots.is_empty() || !self.openings.contains(card));
        missing.map_or(Ok(()), |card| Err(Problem::missing(format!("log.jsonl opening-taken {card}"))))
    }
}

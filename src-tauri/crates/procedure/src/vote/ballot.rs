//! What a ballot asks, and what a voter answered.

use messages::coded_errors;
use serde::{Deserialize, Serialize};
use zeroize::{DefaultIsZeroes, Zeroize};

/// One candidate's mark on a ballot.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// 赞成
    Approve,
    /// 反对
    Oppose,
    /// 弃权; an unmarked candidate is an abstention.
    #[default]
    Abstain,
}

/// How many approvals a block of candidates may have.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Selection {
    /// Up to the limit.
    #[default]
    AtMost,
    /// Just the limit.
    Exactly,
}

/// Candidates that share a limit: the whole list, or a category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// The candidates' places in the list, from 0, ascending.
    pub candidates: Vec<usize>,
    /// The most approvals allowed in it; at least 1, at most as many as its candidates.
    pub limit: u32,
}

/// What a ballot of a round asks: how many candidates, which limits, whether it takes oppositions.
/// Every candidate is in exactly one block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BallotForm {
    /// The number of candidates, M.
    pub candidates: usize,
    /// Whether 反对 can be marked.
    pub oppose: bool,
    /// How each block's limit is meant.
    pub selection: Selection,
    /// The blocks, in the rules' order.
    pub blocks: Vec<Block>,
}

/// A voter's answer: one mark a candidate, in list order. Not yet checked against a form. Overwritten when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Marks(pub Vec<Mark>);

impl DefaultIsZeroes for Mark {}

impl Drop for Marks {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

coded_errors! {
    /// Why marks can't be those of a ballot of this form.
    pub enum MarksError {
        /// Not one mark for each candidate.
        WrongLength { expected: usize, found: usize } = "marks.wrong-length",
        /// The form takes no oppositions.
        OpposeNotAsked { place: usize } = "marks.oppose-not-asked",
        /// More approvals than a block allows. The block's place is from 0.
        TooMany { block: usize, limit: u32, found: usize } = "marks.too-many",
        /// Fewer approvals than a block demands.
        TooFew { block: usize, limit: u32, found: usize } = "marks.too-few",
    }
}

impl BallotForm {
    /// Checks that marks keep this form's rules.
    ///
    /// A ballot handed in blank abstains on every candidate and is valid, except where the selection is "exactly":
    /// then the approvals of all valid ballots together are the limit times their number, and a blank one breaks the rule.
    pub fn check(&self, marks: &Marks) -> Result<(), MarksError> {
        if marks.0.len() != self.candidates {
            return Err(MarksError::WrongLength { expected: self.candidates, found: marks.0.len() });
        }
        if let Some(place) = marks.0.iter().position(|mark| *mark == Mark::Oppose && !self.oppose) {
            return Err(MarksError::OpposeNotAsked { place });
        }
        for (index, block) in self.blocks.iter().enumerate() {
            self.check_block(index, block, marks)?;
        }
        Ok(())
    }

    /// The marks with oppositions turned into abstentions where the form takes none.
    #[must_use]
    pub fn without_unasked_oppositions(&self, marks: &Marks) -> Marks {
        let mut kept = marks.clone();
        if !self.oppose {
            kept.0.iter_mut().filter(|mark| **mark == Mark::Oppose).for_each(|mark| *mark = Mark::Abstain);
        }
        kept
    }

    /// The marks with every block that breaks its limit turned into abstentions: what counts of a paper ballot where
    /// a breach voids only the category in which it is.
    #[must_use]
    pub fn without_breached_blocks(&self, marks: &Marks) -> Marks {
        let mut kept = marks.clone();
        for (index, block) in self.blocks.iter().enumerate() {
            if self.check_block(index, block, marks).is_err() {
                for place in &block.candidates {
                    kept.0[*place] = Mark::Abstain;
                }
            }
        }
        kept
    }

    fn check_block(&self, index: usize, block: &Block, marks: &Marks) -> Result<(), MarksError> {
        let approves = |place: &&usize| marks.0.get(**place) == Some(&Mark::Approve);
        let found = block.candidates.iter().filter(approves).count();
        let limit = block.limit as usize;
        if found > limit {
            return Err(MarksError::TooMany { block: index, limit: block.limit, found });
        }
        if self.selection == Selection::Exactly && found < limit {
            return Err(MarksError::TooFew { block: index, limit: block.limit, found });
        }
        Ok(())
    }
}

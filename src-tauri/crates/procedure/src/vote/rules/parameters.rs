//! The parameters of the rules, and what each may be.

use super::RulesError;
use crate::{account::Account, count::Seats, fraction::Proportion};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, fmt};

/// Whether the list is decided as a whole or by category (分类票决).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Division {
    /// One list for all seats.
    Whole {
        /// N.
        seats: Seats,
        /// The most approvals on a ballot; absent, the seats.
        selection_limit: Option<u32>,
    },
    /// Each category decided by itself, with its own seats, in this order.
    Categories(Vec<Category>),
}

/// A category (类别) that is decided by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Its name, as candidates bear it.
    pub name: String,
    /// Its seats; also the most approvals it may have on a ballot.
    pub seats: Seats,
}

/// Who votes (票决主体); sets the words of every text, the law's floor, and the rules' presets.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Body {
    /// A people's congress (人民代表大会).
    #[default]
    Congress,
    /// Its standing committee (常务委员会), whose members are 委员.
    StandingCommittee,
    /// A street's assembly (街道议政会), which isn't a congress.
    StreetAssembly,
}

/// Which marks a ballot takes (表决方式).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarksTaken {
    /// 赞成、反对、弃权
    #[default]
    ApproveOpposeAbstain,
    /// 赞成 only; what isn't marked is an abstention.
    ApproveOnly,
}

/// Who the majority is counted of (过半数基数), and how much of them is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Majority {
    /// The base.
    pub of: Base,
    /// How much of it.
    pub proportion: Proportion,
}

/// Who a majority is counted of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Base {
    /// D, all in office.
    #[default]
    All,
    /// P, those present.
    Present,
    /// I, ballots handed out.
    Issued,
    /// C, ballots collected.
    Collected,
    /// V, valid ballots.
    Valid,
}

/// What follows where candidates are tied at the cut.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TieRule {
    /// A further round on the tied, for the seats left.
    #[default]
    FurtherRound,
    /// All the tied are adopted, beyond the seats.
    All,
    /// None of the tied is adopted; their seats stay empty.
    None,
    /// The scrutineers draw lots in public.
    Lot,
}

/// What follows where fewer are adopted than there are seats.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TooFewRule {
    /// The seats stay empty.
    #[default]
    Accept,
    /// A further round on the rest.
    FurtherRound,
}

/// The majority in a further round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FurtherMajority {
    /// Any approval passes, and the most approvals are adopted.
    Plurality,
    /// The majority of the first round.
    Same,
}

/// What a paper ballot loses that breaks the limit in one category.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CategoryBreach {
    /// The whole ballot is void.
    #[default]
    Ballot,
    /// The ballot stays valid, and abstains on that category's candidates.
    Category,
}

/// The order in which the adopted are announced.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// By approvals, then as listed; category by category.
    #[default]
    Votes,
    /// As listed.
    List,
}

/// Until when delegates who come late are checked in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LateArrival {
    /// Until the poll closes; the present and the issued grow while it goes on.
    #[default]
    UntilClose,
    /// Until the poll opens.
    UntilOpen,
}

/// The fewest ballots whose totals are opened. Of the totals of two ballots each of the two voters learns the other's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FewestBallots(Option<u32>);

impl FewestBallots {
    /// No rules take fewer.
    pub const LEAST: u32 = 3;
    /// What version 0.1.0 opened. Rules that say nothing of it were adopted by that version, and go on as they were adopted.
    pub const OF_0_1_0: u32 = 2;

    /// So many; fails for fewer than [`Self::LEAST`].
    pub const fn new(ballots: u32) -> Result<Self, RulesError> {
        if ballots < Self::LEAST {
            return Err(RulesError::FewestBallotsTooFew { least: Self::LEAST });
        }
        Ok(Self(Some(ballots)))
    }

    /// What rules say that were written by version 0.1.0: nothing.
    #[must_use]
    pub const fn unsaid() -> Self {
        Self(None)
    }

    /// The number as rules are written; none where they say nothing of it.
    pub(super) const fn written(self) -> Option<u32> {
        self.0
    }

    /// The number.
    #[must_use]
    pub fn number(self) -> u32 {
        self.0.unwrap_or(Self::OF_0_1_0)
    }

    /// The same for a session that adopts its rules now: [`Self::LEAST`] where nothing is said.
    #[must_use]
    pub fn for_a_new_session(self) -> Self {
        Self(Some(self.0.unwrap_or(Self::LEAST)))
    }
}

impl Default for FewestBallots {
    fn default() -> Self {
        Self(Some(Self::LEAST))
    }
}

/// Which mark means what on paper (符号); no two are alike, and one of them may be leaving the box empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Legend {
    /// The mark for 赞成.
    pub approve: String,
    /// The mark for 反对.
    pub oppose: String,
    /// The mark for 弃权.
    pub abstain: String,
}

impl Default for Legend {
    fn default() -> Self {
        Self { approve: "○".into(), oppose: "×".into(), abstain: String::new() }
    }
}

/// As the rules are written: `all`, `present` …
impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::All => "all",
            Self::Present => "present",
            Self::Issued => "issued",
            Self::Collected => "collected",
            Self::Valid => "valid",
        })
    }
}

impl Majority {
    /// The least number of approvals that passes, never below 1: nothing is adopted that nobody approves.
    #[must_use]
    pub fn threshold(self, account: &Account) -> u32 {
        let base = match self.of {
            Base::All => account.delegates().0,
            Base::Present => account.present().0,
            Base::Issued => account.issued().0,
            Base::Collected => account.collected().0,
            Base::Valid => account.valid().0,
        };
        self.proportion.least(base).max(1)
    }
}

impl Division {
    /// Whether there is something to adopt in each part, and each has its name.
    pub(super) fn check(&self) -> Result<(), RulesError> {
        match self {
            Self::Whole { seats: Seats(0), .. } => Err(RulesError::SeatsZero { category: String::new() }),
            Self::Whole { selection_limit: Some(0), .. } => Err(RulesError::SelectionLimitZero),
            Self::Whole { .. } => Ok(()),
            Self::Categories(categories) => check_categories(categories),
        }
    }
}

fn check_categories(categories: &[Category]) -> Result<(), RulesError> {
    if categories.is_empty() {
        return Err(RulesError::SeatsMissing);
    }
    let mut names = BTreeSet::new();
    for Category { name, seats } in categories {
        if name.is_empty() {
            return Err(RulesError::CategoryUnnamed);
        }
        if seats.0 == 0 {
            return Err(RulesError::SeatsZero { category: name.clone() });
        }
        if !names.insert(name) {
            return Err(RulesError::CategoryTwice { category: name.clone() });
        }
    }
    Ok(())
}

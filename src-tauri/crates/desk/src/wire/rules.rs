//! The rules, and what they mean for this session.

use super::Problem;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A set of rules as it is written; the names and choices are those of the command line's `rules` object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RulesForm {
    /// Who votes: `congress`, `standing-committee`, `street-assembly`.
    pub body: String,
    /// Seats; none where the list is divided into categories.
    pub seats: Option<u32>,
    /// The categories with their seats; empty where the list is decided as a whole.
    pub categories: Vec<CategorySeats>,
    /// The quorum.
    pub quorum: ProportionForm,
    /// How many more candidates than seats, as a fraction of the seats, such as `1/5`; `0` allows equal numbers.
    pub margin: String,
    /// `approve-oppose-abstain` or `approve-only`.
    pub marks: String,
    /// `at-most` or `exactly`.
    pub selection: String,
    /// An own limit of approvals; none for the seats.
    pub selection_limit: Option<u32>,
    /// What the majority is counted of: `all`, `present`, `issued`, `collected`, `valid`.
    pub majority_of: String,
    /// How much of it.
    pub majority: ProportionForm,
    /// `further-round`, `all`, `none`, `lot`.
    pub tie: String,
    /// `accept`, `further-round`.
    pub too_few: String,
    /// Further rounds for too few are called up to this round.
    pub further_rounds_at_most: u32,
    /// `plurality`, `same`.
    pub tie_majority: String,
    /// `plurality`, `same`.
    pub too_few_majority: String,
    /// `ballot`, `category`.
    pub category_breach: String,
    /// `votes`, `list`.
    pub order: String,
    /// `until-close`, `until-open`.
    pub late_arrival: String,
    /// The mark for 赞成 on paper.
    pub approve_mark: String,
    /// The mark for 反对 on paper.
    pub oppose_mark: String,
    /// The mark for 弃权 on paper; empty for leaving the box empty.
    pub abstain_mark: String,
}

/// A category and its seats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CategorySeats {
    /// The category, as candidates bear it.
    pub name: String,
    /// Its seats.
    pub seats: u32,
}

/// A proportion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProportionForm {
    /// More than the fraction; otherwise at least.
    pub more_than: bool,
    /// Such as `2/3`.
    pub fraction: String,
}

/// `rules`: the rules as they stand.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RulesView {
    /// The rules that are set, or the preset that suits the congress' level while none are.
    pub rules: RulesForm,
    /// Whether rules are set.
    pub set: bool,
    /// What is offered to start from.
    pub presets: Vec<Preset>,
    /// What the rules mean here.
    pub meaning: RulesMeaning,
    /// Why the rules can't be changed any more.
    pub frozen: Option<Problem>,
}

/// Rules to start from.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Preset {
    /// `city`, `county`, `township`, `standing-committee`.
    pub key: String,
    /// The rules.
    pub rules: RulesForm,
}

/// `explain_rules` and `set_rules`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RulesRequest {
    /// The rules.
    pub rules: RulesForm,
}

/// What rules mean for this session, in numbers.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RulesMeaning {
    /// Why these aren't rules at all, or don't fit the list.
    pub problem: Option<Problem>,
    /// What the congress must be warned of.
    pub warnings: Vec<Problem>,
    /// Delegates in office; 0 while there is no roster.
    pub delegates: u32,
    /// The least number that makes a quorum.
    pub quorum: u32,
    /// What the majority is counted of is known only in the hall: then this is an example with all present and voting.
    pub threshold_is_example: bool,
    /// The least approvals that pass.
    pub threshold: u32,
    /// Candidates on the list.
    pub candidates: u32,
    /// Seats of all categories together.
    pub seats: u32,
    /// The least number of candidates that the margin demands, of all categories together.
    pub candidates_needed: u32,
    /// The most approvals on a ballot, of all categories together.
    pub limit: u32,
}

/// What the congress is about to adopt.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Adoption {
    /// The round's number.
    pub round: u32,
    /// Why it is held: `tie`, `too-few`; none for a first round.
    pub called_for: Option<String>,
    /// The rules with this round's seats.
    pub rules: RulesForm,
    /// What they mean.
    pub meaning: RulesMeaning,
    /// The candidates of this round: number and name.
    pub candidates: Vec<NamedCandidate>,
    /// The hash of what was adopted; none before.
    pub digest: Option<String>,
    /// Why it can't be adopted now.
    pub problem: Option<Problem>,
}

/// A candidate's number and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NamedCandidate {
    /// The number.
    pub number: String,
    /// The name.
    pub name: String,
}

/// `adopt`: the congress adopts, having been warned of just these things.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Adopt {
    /// How many warnings were shown and acknowledged.
    pub acknowledged: u32,
}

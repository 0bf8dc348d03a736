//! The rules, and what they mean for this session.

use super::{CalledFor, Problem, declared};
use procedure::number::{CandidateNumber, RoundNumber};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A set of rules as it is written; the names and choices are those of the command line's `rules` object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RulesForm {
    /// Who votes.
    pub body: BodyChoice,
    /// Seats; none where the list is divided into categories.
    pub seats: Option<u32>,
    /// The categories with their seats; empty where the list is decided as a whole.
    pub categories: Vec<CategorySeats>,
    /// The quorum.
    pub quorum: ProportionForm,
    /// How many more candidates than seats, as a fraction of the seats, such as `1/5`; `0` allows equal numbers.
    pub margin: String,
    /// Which marks a ballot takes.
    pub marks: MarksChoice,
    /// How many approvals a ballot has.
    pub selection: SelectionChoice,
    /// An own limit of approvals; none for the seats.
    pub selection_limit: Option<u32>,
    /// What the majority is counted of.
    pub majority_of: BaseChoice,
    /// How much of it.
    pub majority: ProportionForm,
    /// What decides a tie.
    pub tie: TieChoice,
    /// What follows where too few pass.
    pub too_few: TooFewChoice,
    /// Further rounds for too few are called up to this round.
    pub further_rounds_at_most: u32,
    /// What it takes to pass in a round called for a tie.
    pub tie_majority: FurtherMajorityChoice,
    /// What it takes to pass in a round called for too few.
    pub too_few_majority: FurtherMajorityChoice,
    /// What a ballot with too many approvals in a category loses.
    pub category_breach: BreachChoice,
    /// In which order the adopted are named.
    pub order: OrderChoice,
    /// Until when delegates can check in.
    pub late_arrival: LateArrivalChoice,
    /// The fewest ballots whose totals are opened, at least 3; none in rules that version 0.1.0 adopted, which stands for 2.
    pub fewest_ballots: Option<u32>,
    /// The mark for 赞成 on paper.
    pub approve_mark: String,
    /// The mark for 反对 on paper.
    pub oppose_mark: String,
    /// The mark for 弃权 on paper; empty for leaving the box empty.
    pub abstain_mark: String,
}

/// Who votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum BodyChoice {
    /// The congress.
    Congress,
    /// Its standing committee.
    StandingCommittee,
    /// The assembly of a street.
    StreetAssembly,
}

/// Which marks a ballot takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum MarksChoice {
    /// Approve, oppose, abstain.
    ApproveOpposeAbstain,
    /// Approve only.
    ApproveOnly,
}

/// How many approvals a ballot has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SelectionChoice {
    /// At most the limit.
    AtMost,
    /// Just the limit.
    Exactly,
}

/// What the majority is counted of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum BaseChoice {
    /// All delegates in office.
    All,
    /// The delegates present.
    Present,
    /// The ballots handed out.
    Issued,
    /// The ballots collected.
    Collected,
    /// The valid ballots.
    Valid,
}

/// What decides a tie at the cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum TieChoice {
    /// A further round.
    FurtherRound,
    /// All of the tied are adopted.
    All,
    /// None of the tied is adopted.
    None,
    /// Lots.
    Lot,
}

/// What follows where too few pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum TooFewChoice {
    /// Seats stay empty.
    Accept,
    /// A further round.
    FurtherRound,
}

/// What it takes to pass in a further round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum FurtherMajorityChoice {
    /// The most approvals.
    Plurality,
    /// The same majority.
    Same,
}

/// What a ballot with too many approvals in a category loses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum BreachChoice {
    /// All of its marks.
    Ballot,
    /// Its marks in the category.
    Category,
}

/// In which order the adopted are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum OrderChoice {
    /// By approvals.
    Votes,
    /// By their place on the list.
    List,
}

/// Until when delegates can check in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum LateArrivalChoice {
    /// Until the poll is closed.
    UntilClose,
    /// Until it is opened.
    UntilOpen,
}

/// For whom a preset is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PresetKey {
    /// The congress of a city or a province.
    City,
    /// The congress of a county.
    County,
    /// The congress of a township or town.
    Township,
    /// A standing committee.
    StandingCommittee,
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

/// `rules`: the rules as they are now.
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
    /// For whom they are meant.
    pub key: PresetKey,
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
    #[ts(as = "declared::RoundNumber")]
    pub round: RoundNumber,
    /// Why it is held; none for a first round, and one that is voted again.
    pub called_for: Option<CalledFor>,
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
    #[ts(as = "declared::CandidateNumber")]
    pub number: CandidateNumber,
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

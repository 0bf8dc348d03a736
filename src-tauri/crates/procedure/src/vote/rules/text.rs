//! Rules as they are written: the `rules` object of the command line.

use super::{
    Base, Body, Category, CategoryBreach, Division, FewestBallots, FurtherMajority, LateArrival, Legend,
    Majority, MarksTaken, Order, Rules, RulesError, Selection, TieRule, TooFewRule,
};
use crate::{
    count::Seats,
    fraction::{Fraction, FractionError, Proportion},
};
use serde::{Deserialize, Serialize};

/// Rules as written, not yet checked. What is absent is as in the body's preset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RulesText {
    #[serde(skip_serializing_if = "Option::is_none")]
    seats: Option<Seats>,
    #[serde(skip_serializing_if = "Option::is_none")]
    categories: Option<Vec<Category>>,
    #[serde(default)]
    body: Body,
    quorum: Option<QuorumText>,
    margin: Option<String>,
    #[serde(default)]
    marks: MarksTaken,
    majority: Option<MajorityText>,
    #[serde(default)]
    selection: Selection,
    #[serde(skip_serializing_if = "Option::is_none")]
    selection_limit: Option<u32>,
    #[serde(default)]
    tie: TieRule,
    #[serde(default)]
    too_few: TooFewRule,
    further_rounds_at_most: Option<u32>,
    tie_majority: Option<FurtherMajority>,
    too_few_majority: Option<FurtherMajority>,
    #[serde(default)]
    category_breach: CategoryBreach,
    #[serde(default)]
    order: Order,
    #[serde(default)]
    late_arrival: LateArrival,
    // Rules that version 0.1.0 wrote have none; written again they must be the same, since ballots are bound to them.
    #[serde(skip_serializing_if = "Option::is_none")]
    fewest_ballots: Option<u32>,
    #[serde(default)]
    legend: Legend,
}

/// A quorum: a fraction alone means "at least".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    untagged,
    expecting = "a fraction such as \"2/3\", or {\"more_than\": \"1/2\"}, or {\"at_least\": \"2/3\"}"
)]
enum QuorumText {
    Plain(String),
    Named(ProportionText),
}

/// A majority; its base and proportion may each be left to the preset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct MajorityText {
    #[serde(default)]
    of: Base,
    #[serde(skip_serializing_if = "Option::is_none")]
    more_than: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_least: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ProportionText {
    #[serde(skip_serializing_if = "Option::is_none")]
    more_than: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_least: Option<String>,
}

impl TryFrom<RulesText> for Rules {
    type Error = RulesError;

    fn try_from(text: RulesText) -> Result<Self, RulesError> {
        let division = division(text.seats, text.categories, text.selection_limit)?;
        let preset = Self::preset(text.body, division)?;
        let rules = Self {
            quorum: text.quorum.map_or(Ok(preset.quorum), quorum)?,
            margin: text.margin.map_or(Ok(preset.margin), |margin| fraction("margin", &margin))?,
            marks: text.marks,
            selection: text.selection,
            majority: text.majority.map_or(Ok(preset.majority), |given| majority(given, preset.majority))?,
            tie: text.tie,
            too_few: text.too_few,
            further_rounds_at_most: text.further_rounds_at_most.unwrap_or(preset.further_rounds_at_most),
            tie_majority: text.tie_majority.unwrap_or(preset.tie_majority),
            too_few_majority: text.too_few_majority.unwrap_or(preset.too_few_majority),
            category_breach: text.category_breach,
            order: text.order,
            late_arrival: text.late_arrival,
            fewest_ballots: text.fewest_ballots.map_or(Ok(FewestBallots::unsaid()), FewestBallots::new)?,
            ..preset
        };
        rules.with_legend(text.legend)
    }
}

fn division(
    seats: Option<Seats>,
    categories: Option<Vec<Category>>,
    selection_limit: Option<u32>,
) -> Result<Division, RulesError> {
    match (seats, categories.filter(|categories| !categories.is_empty()), selection_limit) {
        (None, None, _) => Err(RulesError::SeatsMissing),
        (Some(_), Some(_), _) => Err(RulesError::SeatsAndCategories),
        (Some(seats), None, selection_limit) => Ok(Division::Whole { seats, selection_limit }),
        (None, Some(_), Some(_)) => Err(RulesError::SelectionLimitWithCategories),
        (None, Some(categories), None) => Ok(Division::Categories(categories)),
    }
}

fn quorum(text: QuorumText) -> Result<Proportion, RulesError> {
    match text {
        QuorumText::Plain(text) => fraction("quorum", &text).map(Proportion::AtLeast),
        QuorumText::Named(named) => {
            proportion("quorum", named)?.ok_or(RulesError::ProportionMissing { field: "quorum" })
        }
    }
}

fn majority(text: MajorityText, preset: Majority) -> Result<Majority, RulesError> {
    let MajorityText { of, more_than, at_least } = text;
    let given = proportion("majority", ProportionText { more_than, at_least })?;
    Ok(Majority { of, proportion: given.unwrap_or(preset.proportion) })
}

fn proportion(field: &'static str, text: ProportionText) -> Result<Option<Proportion>, RulesError> {
    match (text.more_than, text.at_least) {
        (None, None) => Ok(None),
        (Some(text), None) => Ok(Some(Proportion::MoreThan(fraction(field, &text)?))),
        (None, Some(text)) => Ok(Some(Proportion::AtLeast(fraction(field, &text)?))),
        (Some(_), Some(_)) => Err(RulesError::ProportionAmbiguous { field }),
    }
}

fn fraction(field: &'static str, text: &str) -> Result<Fraction, RulesError> {
    text.parse().map_err(|error| match error {
        FractionError::Malformed => RulesError::FractionMalformed { field, text: text.into() },
        FractionError::OutOfRange => RulesError::FractionOutOfRange { field, text: text.into() },
    })
}

/// Writes every rule, so that a text means the same whatever the presets become.
impl From<Rules> for RulesText {
    fn from(rules: Rules) -> Self {
        let (seats, categories, selection_limit) = match rules.division {
            Division::Whole { seats, selection_limit } => (Some(seats), None, selection_limit),
            Division::Categories(categories) => (None, Some(categories), None),
        };
        Self {
            seats,
            categories,
            body: rules.body,
            quorum: Some(quorum_text(rules.quorum)),
            margin: Some(rules.margin.to_string()),
            marks: rules.marks,
            majority: Some(majority_text(rules.majority)),
            selection: rules.selection,
            selection_limit,
            tie: rules.tie,
            too_few: rules.too_few,
            further_rounds_at_most: Some(rules.further_rounds_at_most),
            tie_majority: Some(rules.tie_majority),
            too_few_majority: Some(rules.too_few_majority),
            category_breach: rules.category_breach,
            order: rules.order,
            late_arrival: rules.late_arrival,
            fewest_ballots: rules.fewest_ballots.written(),
            legend: rules.legend,
        }
    }
}

fn quorum_text(quorum: Proportion) -> QuorumText {
    match quorum {
        Proportion::AtLeast(fraction) => QuorumText::Plain(fraction.to_string()),
        Proportion::MoreThan(_) => QuorumText::Named(proportion_text(quorum)),
    }
}

fn majority_text(majority: Majority) -> MajorityText {
    let ProportionText { more_than, at_least } = proportion_text(majority.proportion);
    MajorityText { of: majority.of, more_than, at_least }
}

fn proportion_text(proportion: Proportion) -> ProportionText {
    match proportion {
        Proportion::MoreThan(fraction) => {
            ProportionText { more_than: Some(fraction.to_string()), at_least: None }
        }
        Proportion::AtLeast(fraction) => {
            ProportionText { more_than: None, at_least: Some(fraction.to_string()) }
        }
    }
}

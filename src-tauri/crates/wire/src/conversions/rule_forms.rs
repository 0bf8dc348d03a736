//! Rules as a form, and back.

use crate::{
    BaseChoice, BodyChoice, BreachChoice, DeskError, FurtherMajorityChoice, LateArrivalChoice, MarksChoice,
    OrderChoice, Problem, ProportionForm, RulesForm, SelectionChoice, TieChoice, TooFewChoice,
};
use procedure::{
    ballot::Selection,
    rules::{
        Base, Body, CategoryBreach, FurtherMajority, LateArrival, MarksTaken, Order, Rules, RulesError,
        RulesText, TieRule, TooFewRule,
    },
};
use serde_json::{Value, json};

/// What the rules choose, as the form has it; a form's choices become rules through their written form.
macro_rules! chosen {
    ($($form:ident = $rule:ident { $($value:ident),* })*) => { $(
        impl From<$rule> for $form {
            fn from(value: $rule) -> Self {
                match value { $( $rule::$value => Self::$value ),* }
            }
        }
    )* };
}

chosen! {
    BodyChoice = Body { Congress, StandingCommittee, StreetAssembly }
    MarksChoice = MarksTaken { ApproveOpposeAbstain, ApproveOnly }
    SelectionChoice = Selection { AtMost, Exactly }
    BaseChoice = Base { All, Present, Issued, Collected, Valid }
    TieChoice = TieRule { FurtherRound, All, None, Lot }
    TooFewChoice = TooFewRule { Accept, FurtherRound }
    FurtherMajorityChoice = FurtherMajority { Plurality, Same }
    BreachChoice = CategoryBreach { Ballot, Category }
    OrderChoice = Order { Votes, List }
    LateArrivalChoice = LateArrival { UntilClose, UntilOpen }
}

/// Rules of a form, through the one written form of rules, so that they are checked in one place.
pub fn rules(form: &RulesForm) -> Result<Rules, Problem> {
    let mut text = json!({
        "body": form.body,
        "quorum": proportion(&form.quorum),
        "margin": form.margin.trim(),
        "marks": form.marks,
        "selection": form.selection,
        "majority": proportion(&form.majority),
        "tie": form.tie,
        "too_few": form.too_few,
        "further_rounds_at_most": form.further_rounds_at_most,
        "tie_majority": form.tie_majority,
        "too_few_majority": form.too_few_majority,
        "category_breach": form.category_breach,
        "order": form.order,
        "late_arrival": form.late_arrival,
        "fewest_ballots": form.fewest_ballots,
        "legend": { "approve": form.approve_mark, "oppose": form.oppose_mark, "abstain": form.abstain_mark },
    });
    text["majority"]["of"] = json!(form.majority_of);
    if form.categories.is_empty() {
        text["seats"] = json!(form.seats);
        text["selection_limit"] = json!(form.selection_limit);
    } else {
        text["categories"] = json!(form.categories);
    }
    let text: RulesText = serde_json::from_value(text)
        .map_err(|error| DeskError::RequestMalformed { reason: error.to_string() })?;
    Ok(Rules::try_from(text).map_err(|error: RulesError| error)?)
}

fn proportion(form: &ProportionForm) -> Value {
    let word = if form.more_than { "more_than" } else { "at_least" };
    json!({ word: form.fraction.trim() })
}

/// Rules as a form.
pub fn rules_form(rules: &Rules) -> Result<RulesForm, Problem> {
    let text = serde_json::to_value(rules.clone()).map_err(|error| DeskError::unexpected(&error))?;
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let number = |value: &Value| value.as_u64().and_then(|number| u32::try_from(number).ok());
    let categories = text.get("categories").cloned().unwrap_or(json!([]));
    Ok(RulesForm {
        body: rules.body.into(),
        seats: number(&text["seats"]),
        categories: serde_json::from_value(categories).map_err(|error| DeskError::unexpected(&error))?,
        quorum: proportion_form(&text["quorum"]),
        margin: word(&text["margin"]),
        marks: rules.marks.into(),
        selection: rules.selection.into(),
        selection_limit: number(&text["selection_limit"]),
        majority_of: rules.majority.of.into(),
        majority: proportion_form(&text["majority"]),
        tie: rules.tie.into(),
        too_few: rules.too_few.into(),
        further_rounds_at_most: rules.further_rounds_at_most,
        tie_majority: rules.tie_majority.into(),
        too_few_majority: rules.too_few_majority.into(),
        category_breach: rules.category_breach.into(),
        order: rules.order.into(),
        late_arrival: rules.late_arrival.into(),
        fewest_ballots: number(&text["fewest_ballots"]),
        approve_mark: word(&text["legend"]["approve"]),
        oppose_mark: word(&text["legend"]["oppose"]),
        abstain_mark: word(&text["legend"]["abstain"]),
    })
}

/// A written proportion; a fraction alone means "at least".
fn proportion_form(value: &Value) -> ProportionForm {
    let word = |value: &Value| value.as_str().map(str::to_owned);
    let more_than = word(&value["more_than"]);
    ProportionForm {
        more_than: more_than.is_some(),
        fraction: more_than.or_else(|| word(&value["at_least"])).or_else(|| word(value)).unwrap_or_default(),
    }
}

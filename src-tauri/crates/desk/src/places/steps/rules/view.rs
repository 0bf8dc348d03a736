//! The rules as they are set, and what they would mean.

use crate::{
    open::{desk::Desk, session::Open},
    reads::{
        lists::frozen,
        meaning::{meaning, preset_of, presets},
    },
};
use wire::{DeskError, Problem, RulesMeaning, RulesRequest, RulesView, conversions};

pub(crate) fn rules(_: &Desk, open: &Open) -> Result<RulesView, Problem> {
    let set = open.office.store().rules()?;
    let presets = presets(open)?;
    let level = open.office.store().profile()?.text().level;
    let suits = preset_of(level);
    let form = match &set {
        Some(rules) => conversions::rules_form(rules)?,
        None => presets
            .iter()
            .find(|preset| preset.key == suits)
            .map(|preset| preset.rules.clone())
            .ok_or(DeskError::unexpected(&"no preset"))?,
    };
    Ok(RulesView {
        meaning: meaning(open, &form)?,
        rules: form,
        set: set.is_some(),
        presets,
        frozen: frozen(open)?,
    })
}

pub(crate) fn explain_rules(_: &Desk, open: &Open, request: RulesRequest) -> Result<RulesMeaning, Problem> {
    meaning(open, &request.rules)
}

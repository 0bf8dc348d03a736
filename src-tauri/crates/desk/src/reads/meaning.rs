//! What rules mean for a session, in numbers; and rules to start from.

use crate::open::session::Open;
use procedure::count::counted;
use procedure::{
    account::{Account, Figures},
    candidate::CandidateList,
    contest::Contest,
    count::{Ballots, Delegates, Issued, Seats},
    rules::{Base, Body, Division, Rules},
    slate::Slate,
};
use session_model::Level;
use wire::{Preset, PresetKey, Problem, RulesForm, RulesMeaning, TooFewChoice, conversions};

/// The preset that suits the congress of this level.
pub(crate) const fn preset_of(level: Level) -> PresetKey {
    match level {
        Level::Province | Level::City => PresetKey::City,
        Level::County => PresetKey::County,
        Level::Township => PresetKey::Township,
    }
}

/// Rules to start from. The seats are as many as the margin leaves of the list; a person says how many they are.
pub(crate) fn presets(open: &Open) -> Result<Vec<Preset>, Problem> {
    let candidates = open.office.store().candidates()?.len();
    let seats = Seats(counted(candidates * 5 / 6).max(1));
    let preset = |key, body| -> Result<Preset, Problem> {
        let rules = Rules::preset(body, Division::Whole { seats, selection_limit: None })?;
        Ok(Preset { key, rules: conversions::rules_form(&rules)? })
    };
    let mut presets =
        vec![preset(PresetKey::City, Body::Congress)?, preset(PresetKey::County, Body::Congress)?];
    let mut township = preset(PresetKey::Township, Body::Congress)?;
    // Small congresses finish what is open in the same session.
    township.rules.too_few = TooFewChoice::FurtherRound;
    presets.extend([township, preset(PresetKey::StandingCommittee, Body::StandingCommittee)?]);
    Ok(presets)
}

/// What rules mean for the session as it is.
pub(crate) fn meaning(open: &Open, form: &RulesForm) -> Result<RulesMeaning, Problem> {
    let store = open.office.store();
    let in_office = store.delegates()?.iter().filter(|delegate| delegate.in_office).count();
    let delegates = Delegates(counted(in_office));
    let candidates = store.candidates()?;
    let rules = match conversions::rules(form) {
        Ok(rules) => rules,
        Err(problem) => return Ok(no_rules(problem, delegates, counted(candidates.len()))),
    };
    match CandidateList::new(candidates) {
        Ok(list) => Ok(meaning_for(&Contest::first(delegates, list, rules))),
        Err(empty) => Ok(no_rules(empty.into(), delegates, 0)),
    }
}

/// What there is to say without rules that fit.
pub(crate) fn no_rules(problem: Problem, delegates: Delegates, candidates: u32) -> RulesMeaning {
    RulesMeaning {
        problem: Some(problem),
        warnings: Vec::new(),
        delegates: delegates.0,
        quorum: 0,
        threshold_is_example: false,
        threshold: 0,
        candidates,
        seats: 0,
        candidates_needed: 0,
        limit: 0,
    }
}

/// What a contest's rules mean in numbers.
pub(crate) fn meaning_for(contest: &Contest) -> RulesMeaning {
    let rules = &contest.rules;
    let (warnings, problem) = match contest.check() {
        Ok(warnings) => (warnings.into_iter().map(Problem::from).collect(), None),
        Err(problem) => (Vec::new(), Some(problem.into())),
    };
    let seats: Vec<u32> = match rules.division() {
        Division::Whole { seats, .. } => vec![seats.0],
        Division::Categories(categories) => categories.iter().map(|category| category.seats.0).collect(),
    };
    let needed = |seats: &u32| seats.saturating_add(rules.margin.least_at_least(*seats));
    let limits =
        Slate::of(rules, &contest.list).map(|slate| slate.parts().iter().map(|part| part.limit).sum());
    RulesMeaning {
        problem,
        warnings,
        delegates: contest.delegates.0,
        quorum: contest.quorum().0,
        threshold_is_example: rules.majority.of != Base::All,
        threshold: threshold_if_all_vote(contest),
        candidates: counted(contest.list.candidates().len()),
        seats: seats.iter().fold(0, |sum, seats| sum.saturating_add(*seats)),
        candidates_needed: seats.iter().map(needed).fold(0, u32::saturating_add),
        limit: limits.unwrap_or_default(),
    }
}

/// The threshold where all in office are present and vote validly.
fn threshold_if_all_vote(contest: &Contest) -> u32 {
    let all = contest.delegates;
    let figures = Figures {
        delegates: all,
        present: all,
        issued: Issued(all.0),
        collected: Ballots(all.0),
        void: Ballots(0),
    };
    Account::try_from(figures).map_or(0, |account| contest.threshold(&account).0)
}

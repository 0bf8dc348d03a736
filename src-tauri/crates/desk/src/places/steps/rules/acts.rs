//! The rules: presets, what they mean in numbers, and adopting them with the list.

use crate::{
    Desk, DeskError, forms, lists,
    session::moved_on,
    state::{Change, Open},
    types::*,
};
use office::{
    acts,
    errors::ActsError,
    model::{Level as OfficeLevel, contest_digest},
};
use procedure::{
    account::{Account, Figures},
    candidate::CandidateList as List,
    contest::Contest,
    count::{Ballots, Delegates, Issued, Seats, counted},
    round::Round,
    rules::{Base, Body, Division, Rules},
    slate::Slate,
};

pub(crate) fn rules(desk: &Desk, _: Nothing) -> Result<RulesView, Problem> {
    desk.with(|open| {
        let set = open.office.store().rules()?;
        let presets = presets(open)?;
        let level = open.office.store().profile()?.text().level;
        let suits = preset_of(level);
        let form = match &set {
            Some(rules) => forms::rules_form(rules)?,
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
            frozen: lists::frozen(open)?,
        })
    })
}

const fn preset_of(level: OfficeLevel) -> &'static str {
    match level {
        OfficeLevel::Province | OfficeLevel::City => "city",
        OfficeLevel::County => "county",
        OfficeLevel::Township => "township",
    }
}

/// Rules to start from. The seats are as many as the margin leaves of the list; a person says how many they are.
fn presets(open: &Open) -> Result<Vec<Preset>, Problem> {
    let candidates = open.office.store().candidates()?.len();
    let seats = Seats::of(candidates * 5 / 6).max(Seats(1));
    let preset = |key: &str, body| -> Result<Preset, Problem> {
        let rules = Rules::preset(body, Division::Whole { seats, selection_limit: None })?;
        Ok(Preset { key: key.to_owned(), rules: forms::rules_form(&rules)? })
    };
    let mut presets = vec![preset("city", Body::Congress)?, preset("county", Body::Congress)?];
    let mut township = preset("township", Body::Congress)?;
    // Small congresses finish what is open in the same session.
    "further-round".clone_into(&mut township.rules.too_few);
    presets.extend([township, preset("standing-committee", Body::StandingCommittee)?]);
    Ok(presets)
}

pub(crate) fn explain_rules(desk: &Desk, request: RulesRequest) -> Result<RulesMeaning, Problem> {
    desk.with(|open| meaning(open, &request.rules))
}

pub(crate) fn set_rules(desk: &Desk, request: RulesRequest) -> Result<Session, Problem> {
    let rules = forms::rules(&request.rules)?;
    desk.with(|open| {
        let before = open.office.store().rules()?;
        let by = open.operator();
        acts::set_rules(&mut open.office, &by, &rules)?;
        if let Some(before) = before {
            open.undo.push(Change::Rules(Box::new(before)));
        }
        moved_on(desk, open)
    })
}

/// What rules mean for the session as it is.
fn meaning(open: &Open, form: &RulesForm) -> Result<RulesMeaning, Problem> {
    let store = open.office.store();
    let in_office = store.delegates()?.iter().filter(|delegate| delegate.in_office).count();
    let delegates = Delegates::of(in_office);
    let candidates = store.candidates()?;
    let rules = match forms::rules(form) {
        Ok(rules) => rules,
        Err(problem) => return Ok(no_rules(problem, delegates, candidates.len())),
    };
    match List::new(candidates) {
        Ok(list) => Ok(meaning_for(&Contest::first(delegates, list, rules))),
        Err(empty) => Ok(no_rules(empty.into(), delegates, 0)),
    }
}

fn no_rules(problem: Problem, delegates: Delegates, candidates: usize) -> RulesMeaning {
    RulesMeaning {
        problem: Some(problem),
        warnings: Vec::new(),
        delegates: delegates.0,
        quorum: 0,
        threshold_is_example: false,
        threshold: 0,
        candidates: counted(candidates),
        seats: 0,
        candidates_needed: 0,
        limit: 0,
    }
}

/// What a contest's rules mean in numbers.
fn meaning_for(contest: &Contest) -> RulesMeaning {
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

pub(crate) fn adoption(desk: &Desk, _: Nothing) -> Result<Adoption, Problem> {
    desk.with(|open| match contest_to_adopt(open) {
        Ok((contest, digest)) => adoption_of(&contest, digest, None),
        Err(problem) => nothing_to_adopt(open, problem),
    })
}

/// What is before the congress: the latest round's contest, or the first one as it would be; with its hash once adopted.
fn contest_to_adopt(open: &Open) -> Result<(Contest, Option<String>), Problem> {
    match open.round()? {
        Some(Round::Draft(draft)) => Ok((draft.contest, None)),
        Some(round) => {
            let contest = round.contest().clone();
            let digest = ballot_box::hex(&contest_digest(&contest));
            Ok((contest, Some(digest)))
        }
        None => Ok((first_contest(open)?, None)),
    }
}

fn first_contest(open: &Open) -> Result<Contest, Problem> {
    let store = open.office.store();
    let roster = procedure::roster::Roster::new(store.delegates()?).map_err(|_| DeskError::NeedsDelegates)?;
    let list = List::new(store.candidates()?).map_err(|_| DeskError::NeedsCandidates)?;
    let rules = store.rules()?.ok_or(DeskError::NeedsRules)?;
    Ok(Contest::first(roster.in_office(), list, rules))
}

fn adoption_of(
    contest: &Contest,
    digest: Option<String>,
    problem: Option<Problem>,
) -> Result<Adoption, Problem> {
    let numbers: Vec<String> =
        contest.list.candidates().iter().map(|candidate| candidate.number.clone()).collect();
    let meaning = meaning_for(contest);
    Ok(Adoption {
        round: contest.round(),
        called_for: forms::called_for(contest),
        rules: forms::rules_form(&contest.rules)?,
        candidates: forms::named(contest, &numbers),
        digest,
        problem: problem.or_else(|| meaning.problem.clone()),
        meaning,
    })
}

fn nothing_to_adopt(open: &Open, problem: Problem) -> Result<Adoption, Problem> {
    let form = match open.office.store().rules()? {
        Some(rules) => forms::rules_form(&rules)?,
        None => presets(open)?.swap_remove(0).rules,
    };
    Ok(Adoption {
        round: 1,
        called_for: None,
        meaning: no_rules(problem.clone(), Delegates(0), 0),
        rules: form,
        candidates: Vec::new(),
        digest: None,
        problem: Some(problem),
    })
}

pub(crate) fn adopt(desk: &Desk, request: Adopt) -> Result<Session, Problem> {
    desk.with(|open| {
        let by = open.operator();
        if open.round()?.is_none() {
            // Looked at first: once begun, list and rules can't be changed.
            let warnings = first_contest(open)?.check()?.len();
            if warnings != request.acknowledged as usize {
                return Err(ActsError::WarningsNotAcknowledged { warnings }.into());
            }
            acts::begin(&mut open.office, &by)?;
        }
        let warnings = acts::warnings(&open.office)?;
        if warnings.len() != request.acknowledged as usize {
            return Err(ActsError::WarningsNotAcknowledged { warnings: warnings.len() }.into());
        }
        acts::adopt(&mut open.office, &by, &warnings)?;
        open.undo.clear();
        moved_on(desk, open)
    })
}

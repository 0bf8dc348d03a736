//! Values of the program as forms of the interface, and back.

mod rule_forms;

pub use rule_forms::{rules, rules_form};

use crate::{
    CalledFor, CandidateForm, DelegateForm, KeyMaking, Language, Level, ListKind, MarkView, NamedCandidate,
    Problem, ProfileForm, RemoteKiosk, Role, RoundOfSession, TextsForm, VoidCause, ZoneName,
};
use lists::ListKind as ReadKind;
use messages::Language as DocumentLanguage;
use procedure::{
    ballot::Mark,
    candidate::Candidate,
    contest::Contest,
    deadline::Deadline,
    money::{Money, MoneyError},
    number::CandidateNumber,
    outcome::VoidReason,
    roster::Delegate,
    round::Round,
    turn::Why,
};
use session_model::{
    DocumentTexts, KeyMaking as SessionKeys, Level as OfficeLevel, Profile, ProfileText, Role as OfficeRole,
    ThisKiosk, Zone,
};
use sheets::reading::CellProblem;

/// The same set on both sides, converted both ways.
macro_rules! same {
    ($($wire:ty = $program:ty { $($value:ident),* })*) => { $(
        impl From<$wire> for $program {
            fn from(value: $wire) -> Self {
                match value { $( <$wire>::$value => Self::$value ),* }
            }
        }

        impl From<$program> for $wire {
            fn from(value: $program) -> Self {
                match value { $( <$program>::$value => Self::$value ),* }
            }
        }
    )* };
}

same! {
    Language = DocumentLanguage { Chinese, English }
    Level = OfficeLevel { Province, City, County, Township }
    ListKind = ReadKind { Delegates, Candidates }
    KeyMaking = SessionKeys { Dealt, Distributed }
}

impl From<Role> for OfficeRole {
    fn from(role: Role) -> Self {
        match role {
            Role::Operator => Self::Operator,
            Role::Scrutineer => Self::Scrutineer,
        }
    }
}

impl From<Mark> for MarkView {
    fn from(mark: Mark) -> Self {
        match mark {
            Mark::Approve => Self::Approve,
            Mark::Oppose => Self::Oppose,
            Mark::Abstain => Self::Abstain,
        }
    }
}

impl From<MarkView> for Mark {
    fn from(mark: MarkView) -> Self {
        match mark {
            MarkView::Approve => Self::Approve,
            MarkView::Oppose => Self::Oppose,
            MarkView::Abstain | MarkView::Open => Self::Abstain,
        }
    }
}

/// A zone by its number and colour.
#[must_use]
pub fn zone_name(zone: Zone) -> ZoneName {
    ZoneName { number: zone.number(), colour: zone.colour() }
}

/// Which remote kiosk a session is of.
#[must_use]
pub fn remote_kiosk(kiosk: &ThisKiosk) -> RemoteKiosk {
    RemoteKiosk {
        number: kiosk.number,
        name: kiosk.name.clone(),
        zone: zone_name(kiosk.zone),
        tray: kiosk.tray,
        statement: kiosk.statement.clone(),
    }
}

/// What was typed where something may be stated; none where nothing was.
#[must_use]
pub fn stated(typed: String) -> Option<String> {
    if typed.trim().is_empty() { None } else { Some(typed) }
}

/// A profile as it was typed, without spaces at the ends of names; not yet checked.
#[must_use]
pub fn profile(form: &ProfileForm) -> ProfileText {
    let name = |text: &String| text.trim().to_owned();
    ProfileText {
        congress: name(&form.congress),
        session: name(&form.session),
        level: form.level.into(),
        year: form.year,
        presidium: name(&form.presidium),
        language: form.language.into(),
        training: form.training,
        chief: name(&form.chief),
        scrutineers: form.scrutineers.iter().map(name).collect(),
        threshold: form.threshold,
        tellers: form.tellers.iter().map(name).collect(),
        keys: form.keys.into(),
        texts: DocumentTexts::default(),
    }
}

/// The texts of the documents as they were typed.
#[must_use]
pub fn texts(form: &TextsForm) -> DocumentTexts {
    let text = |text: &String| text.trim().to_owned();
    DocumentTexts {
        place: text(&form.place),
        measure_purpose: text(&form.measure_purpose),
        resolution_number: text(&form.resolution_number),
        resolution_preamble: text(&form.resolution_preamble),
        resolution_signer: text(&form.resolution_signer),
        announcement_number: text(&form.announcement_number),
    }
}

/// The form of what a session words itself in its documents.
#[must_use]
pub fn texts_form(profile: &Profile) -> TextsForm {
    let texts = profile.text().texts.clone();
    TextsForm {
        place: texts.place,
        measure_purpose: texts.measure_purpose,
        resolution_number: texts.resolution_number,
        resolution_preamble: texts.resolution_preamble,
        resolution_signer: texts.resolution_signer,
        announcement_number: texts.announcement_number,
    }
}

/// The form of a session's profile.
#[must_use]
pub fn profile_form(profile: &Profile) -> ProfileForm {
    let text = profile.text().clone();
    ProfileForm {
        congress: text.congress,
        session: text.session,
        level: text.level.into(),
        year: text.year,
        presidium: text.presidium,
        language: text.language.into(),
        training: text.training,
        chief: text.chief,
        scrutineers: text.scrutineers,
        threshold: text.threshold,
        tellers: text.tellers,
        keys: text.keys.into(),
    }
}

/// Why a round is held; none for a first one, and one that is voted again.
#[must_use]
pub fn called_for(contest: &Contest) -> Option<CalledFor> {
    contest.turn.called_for().map(why)
}

/// Why a further round is held.
#[must_use]
pub const fn why(why: Why) -> CalledFor {
    match why {
        Why::Tie => CalledFor::Tie,
        Why::TooFew => CalledFor::TooFew,
    }
}

/// A round by its number and state.
#[must_use]
pub const fn round_of_session(round: &Round) -> RoundOfSession {
    RoundOfSession { number: round.number(), state: round.state() }
}

/// A delegate as the form has them, without spaces at the ends; not yet checked.
#[must_use]
pub fn delegate(form: &DelegateForm) -> Delegate {
    Delegate {
        number: form.number.as_str().trim().into(),
        name: form.name.trim().to_owned(),
        delegation: form.delegation.trim().to_owned(),
        in_office: form.in_office,
    }
}

/// The form of a delegate.
#[must_use]
pub fn delegate_form(delegate: &Delegate) -> DelegateForm {
    let Delegate { number, name, delegation, in_office } = delegate.clone();
    DelegateForm { number, name, delegation, in_office }
}

fn money(text: &str) -> Result<Option<Money>, MoneyError> {
    if text.trim().is_empty() { Ok(None) } else { Money::parse_wan(text).map(Some) }
}

/// An amount for the eye; empty for none.
#[must_use]
pub fn shown_money(money: Option<Money>) -> String {
    money.map(|money| money.to_string()).unwrap_or_default()
}

/// A deadline for the eye; empty for none.
#[must_use]
pub fn shown_deadline(deadline: Option<&Deadline>) -> String {
    deadline.map(Deadline::to_string).unwrap_or_default()
}

fn deadline(typed: &str) -> Result<Option<Deadline>, Problem> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let deadline = Deadline::read(typed.trim());
    let accepted = "2026-12-31, 2026年12月底".to_owned();
    deadline.map(Some).ok_or_else(|| CellProblem::NotADate { accepted }.into())
}

/// A candidate as the form has it; fails if an amount or a day is none.
pub fn candidate(form: &CandidateForm) -> Result<Candidate, Problem> {
    let text = |text: &String| text.trim().to_owned();
    Ok(Candidate {
        number: form.number.as_str().trim().into(),
        name: text(&form.name),
        content: text(&form.content),
        sub_items: form.sub_items.iter().map(text).filter(|item| !item.is_empty()).collect(),
        location: text(&form.location),
        investment: money(&form.investment)?,
        investment_this_year: money(&form.investment_this_year)?,
        sources: text(&form.sources),
        responsible_unit: text(&form.responsible_unit),
        deadline: deadline(&form.deadline)?,
        benefit: text(&form.benefit),
        category: text(&form.category),
        origin: text(&form.origin),
    })
}

/// The form of a candidate.
#[must_use]
pub fn candidate_form(candidate: &Candidate) -> CandidateForm {
    // Named one by one, so that a field that isn't shown doesn't compile.
    let Candidate {
        number,
        name,
        content,
        sub_items,
        location,
        investment,
        investment_this_year,
        sources,
        responsible_unit,
        deadline,
        benefit,
        category,
        origin,
    } = candidate.clone();
    CandidateForm {
        number,
        name,
        content,
        sub_items,
        location,
        investment: shown_money(investment),
        investment_this_year: shown_money(investment_this_year),
        sources,
        responsible_unit,
        deadline: shown_deadline(deadline.as_ref()),
        benefit,
        category,
        origin,
    }
}

/// A void round's reason as the interface knows it.
#[must_use]
pub const fn void_reason(reason: VoidReason) -> VoidCause {
    match reason {
        VoidReason::QuorumMissing => VoidCause::QuorumMissing,
        VoidReason::MoreCollectedThanIssued => VoidCause::MoreCollectedThanIssued,
        VoidReason::ByDecision => VoidCause::ByDecision,
    }
}

/// Candidates of these numbers, in list order, by number and name.
#[must_use]
pub fn named(contest: &Contest, numbers: &[CandidateNumber]) -> Vec<NamedCandidate> {
    let candidates = contest.list.candidates().iter();
    candidates
        .filter(|candidate| numbers.contains(&candidate.number))
        .map(|candidate| NamedCandidate { number: candidate.number.clone(), name: candidate.name.clone() })
        .collect()
}

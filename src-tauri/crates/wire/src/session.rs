//! An open session, and how far its procedure has come.

use super::{CalledFor, ChallengesTo, Home, Language, Problem, ProfileForm, RemoteKiosk, declared};
use procedure::{number::RoundNumber, round::RoundState};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The open session: what the step bar, the head and the lock need. Every act answers with it.
#[expect(clippy::struct_excessive_bools, reason = "what a window shows or not, each for itself")]
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// Names the session on this computer.
    pub id: String,
    /// The session.
    pub profile: ProfileForm,
    /// Who is signed in.
    pub person: Person,
    /// Everything but `unlock` and `close_session` is refused until a PIN is given.
    pub locked: bool,
    /// Which remote kiosk the session is of; none at a station.
    pub remote_kiosk: Option<RemoteKiosk>,
    /// The steps of the procedure, in order; none at a remote kiosk.
    pub steps: Vec<Step>,
    /// The step with the one next act.
    pub current: StepKey,
    /// The latest round; none before the first is adopted.
    pub round: Option<RoundHead>,
    /// Who is present, and what was cast; none before there is a roster.
    pub figures: Option<RoundFigures>,
    /// What can be taken back next.
    pub undo: Undo,
    /// The latest backup and where backups go.
    pub backup: BackupState,
    /// Whether the kiosk's window is open.
    pub kiosk_open: bool,
    /// Where ballots go that delegates have opened; none where none can be opened.
    pub challenges: Option<ChallengesTo>,
    /// Whether the kiosk has locked itself after many wrong codes.
    pub kiosk_locked: bool,
    /// Whether the big screen's window is open.
    pub screen_open: bool,
    /// The session was found in the middle of a round when it was opened: every cast ballot is there.
    pub resumed: bool,
    /// The session was put back while its box was sealed and not closed: nothing but ending the round by decision is left.
    pub only_to_be_ended: bool,
    /// Long work is under way.
    pub busy: bool,
    /// The scrutineers who have a PIN and can confirm with the operator.
    pub scrutineers: Vec<String>,
}

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Person {
    /// The name.
    pub name: String,
    /// The role.
    pub role: Role,
}

/// What a person may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Acts for the secretariat.
    Operator,
    /// Looks, and confirms the operator's acts.
    Scrutineer,
}

/// A step of the procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum StepKey {
    /// Session and congress (会议).
    Session,
    /// Delegates (代表).
    Delegates,
    /// Candidates (候选项目).
    Candidates,
    /// Rules (规则).
    Rules,
    /// Adopting list and rules (通过办法).
    Adopt,
    /// The key ceremony (密钥).
    Ceremony,
    /// Printing slips, sealing the box (票签).
    Slips,
    /// Check-in (签到).
    CheckIn,
    /// The poll (投票).
    Poll,
    /// The count (计票).
    Count,
    /// The result (结果).
    Result,
    /// Documents (文件).
    Documents,
    /// The log and the backups (记录和备份).
    Log,
}

/// A step and whether it can be done.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// Which.
    pub key: StepKey,
    /// Whether it can be done now.
    pub status: StepStatus,
    /// Why it is blocked.
    pub reason: Option<Problem>,
}

/// Whether a step can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum StepStatus {
    /// Done; it can be looked at.
    Done,
    /// The one next act is here.
    Current,
    /// It can be looked at or used at any time.
    Open,
    /// Something before it is missing.
    Blocked,
}

/// The latest round.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RoundHead {
    /// Its number, from 1.
    #[ts(as = "declared::RoundNumber")]
    pub number: RoundNumber,
    /// Its state.
    #[ts(as = "declared::RoundState")]
    pub state: RoundState,
    /// Why it is held; none for a first round, and one that is voted again.
    pub called_for: Option<CalledFor>,
    /// How many rounds are still to be held after it.
    pub pending: u32,
}

/// The figures of the latest round: who is present, what was handed out and cast.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RoundFigures {
    /// Delegates in office (应到).
    pub delegates: u32,
    /// Present (实到).
    pub present: u32,
    /// The least number that makes a quorum; 0 while no rules are set.
    pub quorum: u32,
    /// Whether the present are a quorum.
    pub quorum_reached: bool,
    /// Slips handed out (发出).
    pub issued: u32,
    /// Ballots cast (收回); never what is on them. None while an interrupted poll waits for the trays to be counted.
    pub cast: Option<u32>,
    /// Remote kiosks whose ballots aren't in `cast` yet: they are counted once their boxes are merged.
    pub kiosks_out: u32,
    /// Slips that were used at two kiosks and wait for a decision.
    pub disputes_open: u32,
}

/// What can be taken back.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Undo {
    /// What `undo` would take back.
    pub what: Option<UndoWhat>,
    /// Why nothing can be taken back.
    pub reason: Option<Problem>,
}

/// A change that can be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum UndoWhat {
    /// The roster was changed.
    Delegates,
    /// The candidate list was changed.
    Candidates,
    /// The rules were changed.
    Rules,
    /// A delegate was checked in.
    CheckIn,
}

/// The latest backup.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupState {
    /// The folder that backups go to.
    pub folder: String,
    /// Whether the folder was chosen by a person; until then backups are on the same disk as the session.
    pub chosen: bool,
    /// When the latest backup was made and checked, as `2026-01-15T09:30:00+08:00`.
    pub latest: Option<String>,
    /// Why the latest attempt failed.
    pub problem: Option<Problem>,
}

/// `change_profile`: corrects names before the first round is adopted.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangeProfile {
    /// The session as it should be; whether it is for training doesn't change.
    pub profile: ProfileForm,
}

/// `unlock`, and other acts that ask for the PIN of who is signed in.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Pin {
    /// The PIN.
    pub pin: String,
}

/// `add_operator`: another person who may operate the session.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewOperator {
    /// The name.
    pub name: String,
    /// The new person's PIN.
    pub pin: String,
    /// The PIN of who is signed in.
    pub own_pin: String,
}

/// `change_pin`: of who is signed in.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangePin {
    /// The PIN so far.
    pub pin: String,
    /// The new one.
    pub new_pin: String,
    /// Who witnesses it; none while no scrutineer has a PIN.
    pub witness: Option<PinWitness>,
}

/// Another scrutineer, who witnesses that a PIN is replaced.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PinWitness {
    /// The scrutineer.
    pub scrutineer: String,
    /// The scrutineer's own PIN.
    pub pin: String,
}

/// `rehearse`: in a training session, does everything up to a step with invented data.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rehearse {
    /// The step to stop at; it is the current one afterwards.
    pub until: StepKey,
}

/// How far long work has come. `total` is 0 while nothing runs.
#[derive(Debug, Clone, Copy, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// Done so far.
    pub done: u32,
    /// Of how many.
    pub total: u32,
    /// Whether it can be cancelled without harm.
    pub cancellable: bool,
}

/// `status`: everything that the window shows first, in one answer, so that its first frame needs no second one.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Status {
    /// The open session.
    pub session: Option<Session>,
    /// The start page, where no session is open.
    pub home: Option<Home>,
    /// The language of the interface.
    pub language: Language,
}

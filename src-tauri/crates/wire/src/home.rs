//! The start page.

use super::{KeyMaking, Problem, RemoteKiosk, RoundOfSession};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The start page: which sessions there are.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Home {
    /// The sessions on this computer, the latest first.
    pub sessions: Vec<SessionCard>,
    /// The folder of the sessions.
    pub folder: String,
    /// The language of the interface.
    pub language: Language,
    /// The program's version.
    pub version: String,
    /// The session that is open, if one is.
    pub open: Option<String>,
}

/// A language of the interface or of documents.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum Language {
    /// Simplified Chinese.
    #[default]
    #[serde(rename = "zh-CN")]
    Chinese,
    /// English.
    #[serde(rename = "en")]
    English,
}

/// A session on the start page.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionCard {
    /// Names the session on this computer.
    pub id: String,
    /// What its file says; absent where it can't be read.
    pub summary: Option<SessionSummary>,
    /// Why its file can't be read.
    pub problem: Option<Problem>,
}

/// What the file of a session says without being opened.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionSummary {
    /// The congress.
    pub congress: String,
    /// Which session of it.
    pub session: String,
    /// The year.
    pub year: i32,
    /// Whether it is for training.
    pub training: bool,
    /// The latest round; none before the first.
    pub round: Option<RoundOfSession>,
    /// Who can sign in as operator.
    pub operators: Vec<String>,
    /// Which remote kiosk it is of; none for a station's session.
    pub kiosk: Option<RemoteKiosk>,
}

/// Who a new session belongs to and who watches over its vote.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProfileForm {
    /// The congress' full name.
    pub congress: String,
    /// Which session of it.
    pub session: String,
    /// Its level.
    pub level: Level,
    /// The year.
    pub year: i32,
    /// The body that signs announcements.
    pub presidium: String,
    /// The language of the documents.
    pub language: Language,
    /// Whether the session is for training; never changed later.
    pub training: bool,
    /// The chief scrutineer.
    pub chief: String,
    /// The other scrutineers.
    pub scrutineers: Vec<String>,
    /// How many key cards open the totals.
    pub threshold: u32,
    /// The tellers.
    pub tellers: Vec<String>,
    /// How the key comes about.
    #[serde(default)]
    pub keys: KeyMaking,
}

/// The level of a congress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// 省
    Province,
    /// 市
    City,
    /// 县
    County,
    /// 乡、镇
    Township,
}

/// `create_session`: a new session and its first operator, who is signed in afterwards.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewSession {
    /// The session.
    pub profile: ProfileForm,
    /// The operator's name.
    pub operator: String,
    /// The operator's PIN, 6 to 12 digits.
    pub pin: String,
}

/// `create_sample`: a training session with invented persons, ready to be tried.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewSample {
    /// The operator's name.
    pub operator: String,
    /// The operator's PIN; the invented scrutineers have the same.
    pub pin: String,
}

/// `open_session`: opens a session and signs a person in.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OpenSession {
    /// The session.
    pub id: String,
    /// Who signs in: an operator, or a scrutineer, who may look and not act.
    pub person: String,
    /// The PIN.
    pub pin: String,
}

/// `sign_in_names`: who can sign in to a session.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SessionId {
    /// The session.
    pub id: String,
}

/// `inspect_backup`: what a file would restore.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BackupFile {
    /// The backup's file.
    pub file: String,
    /// The station's key; empty where this computer has it, or it is beside the file as `station.key`.
    pub key: String,
}

/// What a backup holds, looked at before it is restored.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupFound {
    /// What it says.
    pub summary: SessionSummary,
    /// Which scrutineer of the file can witness the restoring, besides the operator; empty where none does.
    pub scrutineers: Vec<String>,
    /// Whom this computer knows the session by, one of whom takes part; empty where it doesn't know the session.
    pub known: Vec<String>,
    /// Who has the same PIN in the file as is known: whoever of them takes part isn't asked twice.
    pub still_known: Vec<String>,
    /// It has to be stated why: the file ends before what this computer knows of the session, or it doesn't know the session.
    pub to_be_stated: bool,
    /// The session on this computer that it would replace; what is there is kept aside.
    pub replaces: Option<String>,
    /// How many acts of office its log holds.
    pub log_entries: u32,
    /// How many acts of the session this computer knows; more of them than the file's would be lost from sight.
    pub replaced_log_entries: Option<u32>,
}

/// `restore_session` and `import_session`: puts a session's file in place.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RestoreSession {
    /// The backup's file.
    pub file: String,
    /// The station's key; empty where this computer has it, or it is beside the file as `station.key`.
    pub key: String,
    /// The operator.
    pub operator: String,
    /// The operator's PIN.
    pub operator_pin: String,
    /// The scrutineer of the file; empty where none takes part.
    pub scrutineer: String,
    /// The scrutineer's PIN.
    pub scrutineer_pin: String,
    /// Whom this computer knows; empty where it knows one of the two already, or doesn't know the session.
    pub known: String,
    /// Their PIN.
    pub known_pin: String,
    /// Why; empty where nothing has to be stated.
    pub statement: String,
}

/// `set_language`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetLanguage {
    /// The interface's language from now on.
    pub language: Language,
}

/// `pick_path`: asks the person for a file or a folder with the system's own dialog.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PickPath {
    /// What is wanted.
    pub kind: PathKind,
    /// The dialog's title, in the person's language.
    pub title: String,
}

/// What a dialog asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PathKind {
    /// A file that is there.
    File,
    /// A folder.
    Folder,
}

/// The path a person chose; none where the dialog was left.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PickedPath {
    /// The path.
    pub path: Option<String>,
}

/// `show_window` and `close_window`: which window.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WhichWindow {
    /// The window.
    pub window: SideWindow,
}

/// A window beside the secretariat's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SideWindow {
    /// The delegates' kiosk (票决机).
    Kiosk,
    /// The big screen in the hall (大屏).
    Screen,
}

/// Who can sign in to a session.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignInNames {
    /// The operators, who act.
    pub operators: Vec<String>,
    /// The scrutineers who have a PIN, who look.
    pub scrutineers: Vec<String>,
}

//! SESSION.toml: which congress, which rules, who watches, how many come.

use documents::Language;
use office::session::{DocumentTexts, Level, ProfileText};
use procedure::rules::{Body, RulesText};
use serde::Deserialize;

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionFile {
    congress: Congress,
    /// The rules, under the names of `outcome`.
    pub rules: RulesText,
    scrutineers: Scrutineers,
    tellers: Tellers,
    checkin: CheckIn,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Congress {
    name: String,
    session: String,
    level: Level,
    year: i32,
    presidium: Option<String>,
    #[serde(default = "chinese")]
    language: Language,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scrutineers {
    chief: String,
    members: Vec<String>,
    threshold: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tellers {
    members: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CheckIn {
    present: Present,
}

/// Who checks in.
#[derive(Deserialize, Clone)]
#[serde(
    untagged,
    expecting = "a whole number such as 58, or a list of delegates' numbers such as [\"001\", \"002\"]"
)]
pub enum Present {
    /// The first so many in office.
    Count(u32),
    /// The delegates of these numbers.
    Numbers(Vec<String>),
}

const fn chinese() -> Language {
    Language::Chinese
}

impl SessionFile {
    /// The session's profile; a rehearsal is always training.
    pub fn profile(&self, body: Body) -> ProfileText {
        ProfileText {
            congress: self.congress.name.clone(),
            session: self.congress.session.clone(),
            level: self.congress.level,
            year: self.congress.year,
            presidium: self.presidium(body),
            language: self.congress.language,
            training: true,
            chief: self.scrutineers.chief.clone(),
            scrutineers: self.scrutineers.members.clone(),
            threshold: self.scrutineers.threshold,
            tellers: self.tellers.members.clone(),
            texts: DocumentTexts::default(),
        }
    }

    /// Who signs the announcement where the file doesn't say: a standing committee signs in its own name.
    fn presidium(&self, body: Body) -> String {
        let usual = match (body, self.congress.language) {
            (Body::StandingCommittee, _) => self.congress.name.clone(),
            (Body::Congress | Body::StreetAssembly, Language::Chinese) => "大会主席团".to_owned(),
            (Body::Congress | Body::StreetAssembly, Language::English) => "The Presidium".to_owned(),
        };
        self.congress.presidium.clone().unwrap_or(usual)
    }

    /// Who checks in.
    pub const fn present(&self) -> &Present {
        &self.checkin.present
    }
}

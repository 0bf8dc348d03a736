//! SESSION.toml: which congress, which rules, who watches, how many come.

use messages::Language;
use procedure::{
    number::DelegateNumber,
    rules::{Body, RulesText},
};
use serde::Deserialize;
use session_model::{DocumentTexts, KeyMaking, Level, ProfileText};

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
    Numbers(Vec<DelegateNumber>),
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
            keys: KeyMaking::Dealt,
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

#[cfg(test)]
mod tests {
    use super::SessionFile;
    use piaojue_tests::fuzz::{Alteration, Corpus};
    use procedure::rules::Rules;
    use session_model::Profile;
    use std::time::Duration;

    #[test]
    fn an_altered_session_file_is_taken_or_refused() {
        let towns = Corpus::of_folder("town-gonghe-2022", &["toml"]);
        let corpus = Corpus::of_folder("city-nanchang-2020", &["toml"]).and(towns);
        let target = bolero::check!().with_type::<Alteration>().with_test_time(Duration::from_secs(4));
        target.for_each(|alteration| {
            let (_, altered) = corpus.altered(alteration);
            let Ok(file) = toml::from_str::<SessionFile>(&String::from_utf8_lossy(&altered)) else { return };
            let Ok(rules) = Rules::try_from(file.rules.clone()) else { return };
            drop(Profile::new(file.profile(rules.body)));
        });
    }
}

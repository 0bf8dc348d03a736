//! A session: which congress votes, who watches over it, in which language it is documented.

use crate::ProfileError;
use messages::Language;
use serde::{Deserialize, Serialize};

/// The level of a congress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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

/// How the key comes about that ballots are sealed to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyMaking {
    /// The station makes it and deals key cards; it is whole in one computer for that moment, and again at the count.
    #[default]
    Dealt,
    /// Its holders make it, each on a computer of their own. No computer ever has the whole of it.
    Distributed,
}

impl KeyMaking {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    const fn is_dealt(&self) -> bool {
        matches!(self, Self::Dealt)
    }
}

/// What a session is called and who watches over its vote. Names are not empty, cards suffice for the threshold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "ProfileText", into = "ProfileText")]
pub struct Profile {
    text: ProfileText,
}

/// A profile as it is written, not yet checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileText {
    /// The congress' full name.
    pub congress: String,
    /// Which session of the congress.
    pub session: String,
    /// The congress' level.
    pub level: Level,
    /// The year.
    pub year: i32,
    /// The presidium's name, which signs announcements.
    pub presidium: String,
    /// The language of the documents.
    pub language: Language,
    /// Whether this is a training session (演练); marked on every page and never taken back.
    pub training: bool,
    /// The chief scrutineer (总监票人).
    pub chief: String,
    /// The other scrutineers (监票人).
    pub scrutineers: Vec<String>,
    /// How many key cards open the totals; the chief and every scrutineer hold one.
    pub threshold: u32,
    /// The tellers (计票人).
    pub tellers: Vec<String>,
    /// How the key comes about; not written where it is dealt.
    #[serde(default, skip_serializing_if = "KeyMaking::is_dealt")]
    pub keys: KeyMaking,
    /// What the session words itself in its documents; not written where it is all left to the usual words.
    #[serde(default, skip_serializing_if = "DocumentTexts::is_usual")]
    pub texts: DocumentTexts,
}

/// The places of documents that a session may word itself, never a figure. Where one is empty, the usual words are there,
/// or nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DocumentTexts {
    /// Where the session meets (会场).
    pub place: String,
    /// The purpose in the voting measure's first article.
    pub measure_purpose: String,
    /// The resolution's number (发文字号).
    pub resolution_number: String,
    /// The resolution's paragraph before the decision.
    pub resolution_preamble: String,
    /// Who signs the resolution; the presidium where empty.
    pub resolution_signer: String,
    /// The announcement's number.
    pub announcement_number: String,
}

impl DocumentTexts {
    /// Whether the session words nothing itself.
    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

impl Profile {
    /// A checked profile.
    pub fn new(text: ProfileText) -> Result<Self, ProfileError> {
        check_names(&text)?;
        check_texts(&text.texts)?;
        let cards = text.scrutineers.len() + 1;
        if text.threshold == 0 || text.threshold as usize > cards {
            return Err(ProfileError::Threshold { threshold: text.threshold, cards });
        }
        if text.keys == KeyMaking::Distributed && text.threshold < 2 {
            return Err(ProfileError::OneHolderOpens);
        }
        if !(2000..2100).contains(&text.year) {
            return Err(ProfileError::Year { year: text.year });
        }
        Ok(Self { text })
    }

    /// Fails where one key card alone opens the totals and the session isn't for training. Sessions of version 0.1.0 may be so
    /// and go on; new ones are not made so.
    pub fn refuse_one_card(&self) -> Result<(), ProfileError> {
        if self.text.threshold < 2 && !self.text.training { Err(ProfileError::OneCardOpens) } else { Ok(()) }
    }

    /// What the profile says.
    #[must_use]
    pub const fn text(&self) -> &ProfileText {
        &self.text
    }

    /// The same profile with other texts of its documents.
    pub fn with_texts(self, texts: DocumentTexts) -> Result<Self, ProfileError> {
        Self::new(ProfileText { texts, ..self.text })
    }

    /// Who holds a key card, in the order of the cards: the chief, then the scrutineers.
    #[must_use]
    pub fn card_holders(&self) -> Vec<&str> {
        std::iter::once(&self.text.chief).chain(&self.text.scrutineers).map(String::as_str).collect()
    }
}

fn check_names(text: &ProfileText) -> Result<(), ProfileError> {
    const LONGEST: usize = 60;
    let mut names: Vec<(&'static str, &str)> =
        vec![("congress", &text.congress), ("session", &text.session), ("presidium", &text.presidium)];
    let mut persons = vec![("chief", text.chief.as_str())];
    persons.extend(text.scrutineers.iter().map(|name| ("scrutineers", name.as_str())));
    persons.extend(text.tellers.iter().map(|name| ("tellers", name.as_str())));
    names.extend(&persons);
    for (field, name) in names {
        if name.trim().is_empty() {
            return Err(ProfileError::NameMissing { field });
        }
        if name.chars().count() > LONGEST {
            return Err(ProfileError::NameTooLong { field });
        }
    }
    if text.tellers.is_empty() {
        return Err(ProfileError::NameMissing { field: "tellers" });
    }
    let mut known = std::collections::BTreeSet::new();
    match persons.iter().find(|(_, name)| !known.insert(*name)) {
        Some((_, name)) => Err(ProfileError::PersonTwice { name: (*name).to_owned() }),
        None => Ok(()),
    }
}

fn check_texts(texts: &DocumentTexts) -> Result<(), ProfileError> {
    const A_LINE: usize = 60;
    const A_PARAGRAPH: usize = 600;
    for (field, text, most) in [
        ("place", &texts.place, A_LINE),
        ("measure-purpose", &texts.measure_purpose, A_PARAGRAPH),
        ("resolution-number", &texts.resolution_number, A_LINE),
        ("resolution-preamble", &texts.resolution_preamble, A_PARAGRAPH),
        ("resolution-signer", &texts.resolution_signer, A_LINE),
        ("announcement-number", &texts.announcement_number, A_LINE),
    ] {
        if text.chars().count() > most {
            return Err(ProfileError::TextTooLong { field, most });
        }
    }
    Ok(())
}

impl TryFrom<ProfileText> for Profile {
    type Error = ProfileError;

    fn try_from(text: ProfileText) -> Result<Self, ProfileError> {
        Self::new(text)
    }
}

impl From<Profile> for ProfileText {
    fn from(profile: Profile) -> Self {
        profile.text
    }
}

//! The station's side: it invites, gathers what the holders bring, step by step, and hands it on to all.

use crate::{
    bytes::Hex,
    contributions::{Contributions, read_contribution, write_contributions},
    error::{CeremonyError, KeyFileError, KeyHolderError},
    file::{self, Kind, kind_of},
    finished::{FinishedKey, read_confirmation},
    roster::{Invitation, Roster, read_joining, write_roster},
    shares::{read_shares, write_all_shares},
};
use ballot_box::Committed;
use ed25519_dalek::SigningKey;
use messages::List;
use rand::{CryptoRng, RngCore};
use serde::{Deserialize, Serialize};

/// The step of a ceremony whose files a station gathers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Holders join.
    Joining,
    /// Holders make their parts public.
    Contributing,
    /// Holders seal shares for each other.
    Sharing,
    /// Holders confirm the key.
    Confirming,
    /// All have confirmed it.
    Confirmed,
}

/// A ceremony at the station. It holds nothing secret but the station's key, which signs what is handed on.
pub struct Station<'a> {
    key: &'a SigningKey,
    gathered: Gathered,
}

/// What a station has gathered: the files themselves, each in its holder's place. It is checked when it is taken.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gathered {
    invitation: String,
    joinings: Vec<Option<String>>,
    contributions: Vec<Option<String>>,
    shares: Vec<Option<String>>,
    confirmations: Vec<Option<String>>,
}

impl<'a> Station<'a> {
    /// Begins a ceremony: these holders, in this order, of whom `threshold` open totals.
    pub fn invite(
        key: &'a SigningKey,
        congress: &str,
        session: &str,
        holders: &[String],
        threshold: u32,
        rng: &mut (impl RngCore + CryptoRng),
    ) -> Result<Self, KeyHolderError> {
        let mut ceremony = Hex([0; 32]);
        rng.fill_bytes(&mut ceremony.0);
        let invitation = Invitation {
            ceremony,
            congress: congress.to_owned(),
            session: session.to_owned(),
            threshold,
            holders: holders.to_vec(),
        };
        invitation.check()?;
        // Fails where so many can't make such a key.
        Committed::begin(invitation.number(), threshold, 1, rng)?;
        let nothing = vec![None; holders.len()];
        let gathered = Gathered {
            invitation: file::write(Kind::Invitation, &invitation, key)?,
            joinings: nothing.clone(),
            contributions: nothing.clone(),
            shares: nothing.clone(),
            confirmations: nothing,
        };
        Ok(Self { key, gathered })
    }

    /// Goes on with what was gathered before.
    #[must_use]
    pub const fn resume(key: &'a SigningKey, gathered: Gathered) -> Self {
        Self { key, gathered }
    }

    /// What was gathered, to be stored after each file.
    #[must_use]
    pub const fn gathered(&self) -> &Gathered {
        &self.gathered
    }

    /// The step whose files are gathered now: the first of which one is missing.
    #[must_use]
    pub fn step(&self) -> Step {
        let Gathered { joinings, contributions, shares, confirmations, .. } = &self.gathered;
        let steps = [
            (joinings, Step::Joining),
            (contributions, Step::Contributing),
            (shares, Step::Sharing),
            (confirmations, Step::Confirming),
        ];
        let unfinished = steps.into_iter().find(|(files, _)| files.iter().any(Option::is_none));
        unfinished.map_or(Step::Confirmed, |(_, step)| step)
    }

    /// By holder, whether their file of this step is there.
    #[must_use]
    pub fn has_brought(&self) -> Vec<bool> {
        let Gathered { joinings, contributions, shares, confirmations, .. } = &self.gathered;
        let files = match self.step() {
            Step::Joining => joinings,
            Step::Contributing => contributions,
            Step::Sharing => shares,
            Step::Confirming | Step::Confirmed => confirmations,
        };
        files.iter().map(Option::is_some).collect()
    }

    /// The file that holders need for this step; none once all have confirmed the key.
    pub fn due(&self) -> Result<Option<(Kind, String)>, KeyHolderError> {
        Ok(match self.step() {
            Step::Joining => Some((Kind::Invitation, self.gathered.invitation.clone())),
            Step::Contributing => Some((Kind::Roster, self.roster_file()?)),
            Step::Sharing => Some((Kind::Contributions, self.contributions_file()?)),
            Step::Confirming => Some((Kind::AllShares, self.all_shares_file()?)),
            Step::Confirmed => None,
        })
    }

    /// Takes a holder's file, of whatever step; returns the holder's number. Files of a step are taken once all of the step
    /// before are there. Each holder has one file of each step, for good.
    pub fn take(&mut self, text: &str) -> Result<u32, KeyHolderError> {
        let kind = kind_of(text)?;
        let (holder, files) = match kind {
            Kind::Joining => {
                let invitation = Invitation::open(&self.gathered.invitation)?;
                (read_joining(&invitation, text)?.0, &mut self.gathered.joinings)
            }
            Kind::Contribution => {
                let holder = read_contribution(&self.roster()?, text)?.0;
                (holder, &mut self.gathered.contributions)
            }
            Kind::Shares => {
                let roster = self.roster()?;
                let agreed = self.contributions(&roster)?.agreed();
                (read_shares(&roster, agreed, text)?.0, &mut self.gathered.shares)
            }
            Kind::Confirmation => {
                let roster = self.roster()?;
                self.all_shares_there()?;
                let key = self.contributions(&roster)?.key(&roster)?;
                (read_confirmation(&roster, &key, text)?.0, &mut self.gathered.confirmations)
            }
            Kind::Invitation | Kind::Roster | Kind::Contributions | Kind::AllShares | Kind::ClosedBox => {
                return Err(CeremonyError::OwnFile.into());
            }
            Kind::Opening => {
                let wanted = Kind::Confirmation.name();
                return Err(KeyFileError::OtherKind { wanted, found: kind.name() }.into());
            }
        };
        put(files, holder, text, &self.gathered.invitation)?;
        Ok(holder)
    }

    /// The file with which holders join.
    #[must_use]
    pub fn invitation(&self) -> &str {
        &self.gathered.invitation
    }

    /// The list of all holders, once all have joined.
    pub fn roster(&self) -> Result<Roster, KeyHolderError> {
        Roster::of(&self.gathered.invitation, &self.all(&self.gathered.joinings)?)
    }

    /// The file with the list of all holders.
    pub fn roster_file(&self) -> Result<String, KeyHolderError> {
        self.roster()?;
        Ok(write_roster(&self.gathered.invitation, self.all(&self.gathered.joinings)?, self.key)?)
    }

    /// The file with what all have made public.
    pub fn contributions_file(&self) -> Result<String, KeyHolderError> {
        let roster = self.roster()?;
        self.contributions(&roster)?.key(&roster)?;
        Ok(write_contributions(&roster, self.all(&self.gathered.contributions)?, self.key)?)
    }

    /// The file with all sealed shares.
    pub fn all_shares_file(&self) -> Result<String, KeyHolderError> {
        Ok(write_all_shares(&self.roster()?, self.all_shares_there()?, self.key)?)
    }

    /// The key, once every holder has signed it.
    pub fn finished(&self) -> Result<FinishedKey, KeyHolderError> {
        let roster = self.roster()?;
        let contributions = self.contributions(&roster)?;
        let key = contributions.key(&roster)?;
        let mut signatures = Vec::new();
        for text in self.all(&self.gathered.confirmations)? {
            signatures.push(read_confirmation(&roster, &key, &text)?.1);
        }
        FinishedKey::of(&roster, &contributions, &signatures)
    }

    fn contributions(&self, roster: &Roster) -> Result<Contributions, KeyHolderError> {
        Contributions::of(roster, &self.all(&self.gathered.contributions)?)
    }

    fn all_shares_there(&self) -> Result<Vec<String>, KeyHolderError> {
        self.all(&self.gathered.shares)
    }

    /// The files of a step, in the holders' order; fails with the names of those who are missing.
    fn all(&self, files: &[Option<String>]) -> Result<Vec<String>, KeyHolderError> {
        let there: Vec<String> = files.iter().flatten().cloned().collect();
        if there.len() == files.len() {
            return Ok(there);
        }
        let invitation = Invitation::open(&self.gathered.invitation)?;
        let names = invitation.content.holders.iter().zip(files);
        let missing = names.filter(|(_, file)| file.is_none()).map(|(name, _)| name.clone());
        Err(CeremonyError::Missing { names: List(missing.collect()) }.into())
    }
}

/// Puts a checked file into its holder's place.
fn put(
    files: &mut [Option<String>],
    holder: u32,
    text: &str,
    invitation: &str,
) -> Result<(), KeyHolderError> {
    let name = Invitation::open(invitation)?.content.name(holder)?;
    let index = holder as usize - 1;
    match files.get_mut(index) {
        Some(place @ None) => {
            *place = Some(text.to_owned());
            Ok(())
        }
        Some(Some(taken)) if taken == text => Err(CeremonyError::TakenAlready.into()),
        Some(Some(_)) | None => Err(CeremonyError::AnotherOfTheHolder { name }.into()),
    }
}

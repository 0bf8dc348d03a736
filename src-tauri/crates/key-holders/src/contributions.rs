//! What the holders committed to, made public once all have committed.

use crate::{
    bytes::Hex,
    error::{CeremonyError, KeyFileError, KeyHolderError},
    file::{self, Kind, Signed},
    roster::Roster,
};
use ballot_box::{BallotBoxError, Contribution, ElectionKey};
use ed25519_dalek::SigningKey;
use procedure::count::counted;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContributionFile {
    digest: Hex<32>,
    holder: u32,
    contribution: Contribution,
}

/// What a station gathered of one step and hands to all: the holders' files whole, in their order.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GatheredFile {
    /// The ceremony's digest.
    pub digest: Hex<32>,
    /// The files.
    pub files: Vec<String>,
}

/// The contributions of all holders, each checked.
pub struct Contributions {
    list: Vec<Contribution>,
    agreed: [u8; 32],
}

/// Writes a holder's contribution.
pub fn write_contribution(
    roster: &Roster,
    holder: u32,
    contribution: Contribution,
    by: &SigningKey,
) -> Result<String, KeyFileError> {
    let content = ContributionFile { digest: Hex(roster.digest()), holder, contribution };
    file::write(Kind::Contribution, &content, by)
}

/// Reads a holder's contribution and checks it against their commitment; returns their number with it.
pub fn read_contribution(roster: &Roster, text: &str) -> Result<(u32, Signed<Contribution>), KeyHolderError> {
    let Signed { signer, content, hash } = file::read::<ContributionFile>(Kind::Contribution, text)?;
    let ContributionFile { digest, holder, contribution } = content;
    let member = roster.sender(digest, holder, signer)?;
    let invitation = roster.invitation();
    contribution.check(invitation.number(), invitation.threshold, holder, &member.commitment)?;
    Ok((holder, Signed { signer, content: contribution, hash }))
}

/// Writes all contributions.
pub fn write_contributions(
    roster: &Roster,
    files: Vec<String>,
    by: &SigningKey,
) -> Result<String, KeyFileError> {
    file::write(Kind::Contributions, &GatheredFile { digest: Hex(roster.digest()), files }, by)
}

/// Reads what a station gathered of a step, one file of each holder.
pub fn read_gathered(kind: Kind, roster: &Roster, text: &str) -> Result<Vec<String>, KeyHolderError> {
    let signed: Signed<GatheredFile> = file::read(kind, text)?;
    roster.check_station(signed.content.digest, signed.signer)?;
    let (needed, found) = (roster.members().len(), signed.content.files.len());
    if found != needed {
        return Err(BallotBoxError::HoldersMissing { needed: counted(needed), found: counted(found) }.into());
    }
    Ok(signed.content.files)
}

impl Contributions {
    /// Reads the contributions that a station hands to all.
    pub fn read(roster: &Roster, text: &str) -> Result<Self, KeyHolderError> {
        Self::of(roster, &read_gathered(Kind::Contributions, roster, text)?)
    }

    /// The contributions of all holders, in their order.
    pub fn of(roster: &Roster, files: &[String]) -> Result<Self, KeyHolderError> {
        let mut agreed = Sha256::new();
        agreed.update(b"piaojue key contributions v1");
        let mut list = Vec::new();
        for (place, text) in files.iter().enumerate() {
            let (holder, signed) = read_contribution(roster, text)?;
            if holder as usize != place + 1 {
                let name = roster.member(holder)?.name.clone();
                return Err(CeremonyError::AnotherOfTheHolder { name }.into());
            }
            agreed.update(signed.hash);
            list.push(signed.content);
        }
        Ok(Self { list, agreed: agreed.finalize().into() })
    }

    /// The contributions, in the holders' order.
    pub fn list(&self) -> &[Contribution] {
        &self.list
    }

    /// SHA-256 over all of them: whoever seals shares names it, so that nobody goes on with others than the rest.
    pub const fn agreed(&self) -> [u8; 32] {
        self.agreed
    }

    /// The key that they make.
    pub fn key(&self, roster: &Roster) -> Result<ElectionKey, BallotBoxError> {
        ElectionKey::of_contributions(roster.invitation().threshold, &self.list)
    }
}

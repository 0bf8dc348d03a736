//! Who makes the key: the invitation, who has joined, and the digest over all of it that the holders read to each other.

use crate::{
    bytes::Hex,
    error::{CeremonyError, KeyFileError, KeyHolderError},
    file::{self, Kind, Signed},
    spoken::spoken,
};
use ballot_box::{BallotBoxError, hex};
use procedure::count::counted;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// The most characters of a name.
const LONGEST_NAME: usize = 60;

/// An invitation's content: whose key it is, and who is to make it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invitation {
    /// Drawn at random.
    pub(crate) ceremony: Hex<32>,
    /// The congress' name.
    pub congress: String,
    /// Which session of the congress.
    pub session: String,
    /// How many holders open totals, k.
    pub threshold: u32,
    /// The holders' names, in the order of their numbers.
    pub holders: Vec<String>,
}

/// A holder's answer to the invitation, signed with their own key.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Joining {
    /// SHA-256 over the invitation's file.
    pub invitation: Hex<32>,
    /// The holder's number, from 1.
    pub holder: u32,
    /// To which others seal their shares for this holder (X25519).
    pub sealing_key: Hex<32>,
    /// The commitment to this holder's part.
    pub commitment: Hex<32>,
}

/// What is known of a holder who has joined.
#[derive(Debug, Clone)]
pub struct Member {
    pub name: String,
    pub signing_key: [u8; 32],
    pub sealing_key: [u8; 32],
    pub commitment: [u8; 32],
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RosterFile {
    invitation: String,
    joinings: Vec<String>,
}

/// All who make a key together, with their keys.
#[derive(Debug, Clone)]
pub struct Roster {
    invitation: Signed<Invitation>,
    members: Vec<Member>,
}

impl Invitation {
    /// Reads an invitation, for a holder to see who invites them and with whom.
    pub fn read(text: &str) -> Result<Self, KeyHolderError> {
        Self::open(text).map(|signed| signed.content)
    }

    /// The ceremony's name, in hex: no other has it.
    #[must_use]
    pub fn ceremony(&self) -> String {
        self.ceremony.text()
    }

    pub(crate) fn open(text: &str) -> Result<Signed<Self>, KeyHolderError> {
        let signed: Signed<Self> = file::read(Kind::Invitation, text)?;
        signed.content.check()?;
        Ok(signed)
    }

    /// Fails for names that are empty, too long or there twice. That so many can make a key is checked where one begins to.
    pub(crate) fn check(&self) -> Result<(), CeremonyError> {
        let mut seen = BTreeSet::new();
        let fits = |name: &String| {
            !name.trim().is_empty() && name.chars().count() <= LONGEST_NAME && seen.insert(name.clone())
        };
        let all_fit = self.holders.iter().all(fits);
        if all_fit { Ok(()) } else { Err(CeremonyError::Names) }
    }

    pub(crate) fn number(&self) -> u32 {
        counted(self.holders.len())
    }

    /// A holder's name by their number, from 1.
    pub(crate) fn name(&self, holder: u32) -> Result<String, BallotBoxError> {
        let index = (holder as usize).checked_sub(1);
        let name = index.and_then(|index| self.holders.get(index));
        name.cloned().ok_or(BallotBoxError::HolderUnknown { holder })
    }
}

/// Reads a holder's answer to an invitation; returns their number with it.
pub fn read_joining(invitation: &Signed<Invitation>, text: &str) -> Result<(u32, Member), KeyHolderError> {
    let Signed { signer, content, .. } = file::read::<Joining>(Kind::Joining, text)?;
    if content.invitation.0 != invitation.hash {
        return Err(CeremonyError::OfAnotherCeremony.into());
    }
    let member = Member {
        name: invitation.content.name(content.holder)?,
        signing_key: signer,
        sealing_key: content.sealing_key.0,
        commitment: content.commitment.0,
    };
    Ok((content.holder, member))
}

/// Writes the roster that a station hands to all.
pub fn write_roster(
    invitation: &str,
    joinings: Vec<String>,
    by: &ed25519_dalek::SigningKey,
) -> Result<String, KeyFileError> {
    file::write(Kind::Roster, &RosterFile { invitation: invitation.to_owned(), joinings }, by)
}

impl Roster {
    /// Reads a roster that a station has handed out, and checks every holder's own file in it.
    pub fn read(text: &str) -> Result<Self, KeyHolderError> {
        let signed: Signed<RosterFile> = file::read(Kind::Roster, text)?;
        let roster = Self::of(&signed.content.invitation, &signed.content.joinings)?;
        if signed.signer != roster.station() {
            return Err(CeremonyError::NotOfTheStation.into());
        }
        Ok(roster)
    }

    /// The roster of an invitation and the answers of all holders, in their order. Fails where one is missing, or where two
    /// have a key or a commitment in common.
    pub(crate) fn of(invitation: &str, joinings: &[String]) -> Result<Self, KeyHolderError> {
        let invitation = Invitation::open(invitation)?;
        let needed = invitation.content.number();
        if joinings.len() != needed as usize {
            return Err(BallotBoxError::HoldersMissing { needed, found: counted(joinings.len()) }.into());
        }
        let mut members = Vec::new();
        let mut keys = BTreeSet::from([invitation.signer]);
        for (place, text) in joinings.iter().enumerate() {
            let (holder, member) = read_joining(&invitation, text)?;
            if holder as usize != place + 1 {
                return Err(CeremonyError::AnotherOfTheHolder { name: member.name }.into());
            }
            let is_new =
                [member.signing_key, member.sealing_key, member.commitment].map(|key| keys.insert(key));
            if is_new != [true; 3] {
                return Err(CeremonyError::KeyTwice { name: member.name }.into());
            }
            members.push(member);
        }
        Ok(Self { invitation, members })
    }

    /// What the holders were invited to.
    #[must_use]
    pub const fn invitation(&self) -> &Invitation {
        &self.invitation.content
    }

    /// SHA-256 over the station, the ceremony, and all holders' names, keys and commitments.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(b"piaojue key holders v1");
        hash.update(self.station());
        hash.update(self.invitation().ceremony.0);
        hash.update(self.invitation().number().to_be_bytes());
        hash.update(self.invitation().threshold.to_be_bytes());
        for member in &self.members {
            hash.update(counted(member.name.len()).to_be_bytes());
            hash.update(&member.name);
            hash.update(member.signing_key);
            hash.update(member.sealing_key);
            hash.update(member.commitment);
        }
        hash.finalize().into()
    }

    /// The digest in hex, as papers and the record have it.
    #[must_use]
    pub fn digest_text(&self) -> String {
        hex(&self.digest())
    }

    /// The digest as it is read aloud.
    #[must_use]
    pub fn spoken(&self) -> String {
        spoken(&self.digest())
    }

    /// The public key of the station that invited.
    pub(crate) const fn station(&self) -> [u8; 32] {
        self.invitation.signer
    }

    pub(crate) const fn invitation_hash(&self) -> [u8; 32] {
        self.invitation.hash
    }

    pub(crate) fn members(&self) -> &[Member] {
        &self.members
    }

    pub(crate) fn member(&self, holder: u32) -> Result<&Member, BallotBoxError> {
        let index = (holder as usize).checked_sub(1);
        index.and_then(|index| self.members.get(index)).ok_or(BallotBoxError::HolderUnknown { holder })
    }

    pub(crate) fn commitments(&self) -> Vec<[u8; 32]> {
        self.members.iter().map(|member| member.commitment).collect()
    }

    /// The holder of a file that names this ceremony's digest and a holder's number. Fails where the digest is another, or where
    /// somebody else signed.
    pub(crate) fn sender(
        &self,
        digest: Hex<32>,
        holder: u32,
        signer: [u8; 32],
    ) -> Result<&Member, KeyHolderError> {
        self.check_digest(digest)?;
        let member = self.member(holder)?;
        if member.signing_key != signer {
            return Err(CeremonyError::NotOfTheHolder { name: member.name.clone() }.into());
        }
        Ok(member)
    }

    /// Checks that a file of the station is of this ceremony.
    pub(crate) fn check_station(&self, digest: Hex<32>, signer: [u8; 32]) -> Result<(), CeremonyError> {
        self.check_digest(digest)?;
        if signer == self.station() { Ok(()) } else { Err(CeremonyError::NotOfTheStation) }
    }

    fn check_digest(&self, digest: Hex<32>) -> Result<(), CeremonyError> {
        if digest.0 == self.digest() { Ok(()) } else { Err(CeremonyError::OfAnotherCeremony) }
    }
}

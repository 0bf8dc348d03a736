//! The secret shares on their way: each holder seals one for each other holder.

use crate::{
    bytes::Hex,
    contributions::{GatheredFile, read_gathered},
    error::{CeremonyError, KeyFileError, KeyHolderError},
    file::{self, Kind, Signed},
    roster::Roster,
    sealing::{self, Purpose, SealedShare},
};
use ballot_box::{BallotBoxError, SecretShare, Sharing};
use ed25519_dalek::SigningKey;
use procedure::count::counted;
use rand::{CryptoRng, RngCore};
use serde::{Deserialize, Serialize};

/// A holder's sealed shares, in the holders' order; none in their own place.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharesFile {
    digest: Hex<32>,
    agreed: Hex<32>,
    holder: u32,
    sealed: Vec<Option<SealedShare>>,
}

/// Seals a holder's shares for all the others.
pub fn write_shares(
    roster: &Roster,
    agreed: [u8; 32],
    holder: u32,
    sharing: &Sharing,
    by: &SigningKey,
    rng: &mut (impl RngCore + CryptoRng),
) -> Result<String, KeyHolderError> {
    let digest = roster.digest();
    let mut sealed = Vec::new();
    for (place, member) in roster.members().iter().enumerate() {
        let to = counted(place + 1);
        if to == holder {
            sealed.push(None);
            continue;
        }
        let purpose = Purpose { digest: &digest, agreed: &agreed, from: holder, to };
        let share = sharing.share_for(to)?;
        let share = sealing::seal(&share, &member.sealing_key, &purpose, rng);
        let refused = || CeremonyError::ShareNotUnsealed { name: member.name.clone() };
        sealed.push(Some(share.ok_or_else(refused)?));
    }
    let content = SharesFile { digest: Hex(digest), agreed: Hex(agreed), holder, sealed };
    Ok(file::write(Kind::Shares, &content, by)?)
}

/// Reads a holder's sealed shares; returns their number with them. Fails where that holder has gone on with other contributions.
pub fn read_shares(
    roster: &Roster,
    agreed: [u8; 32],
    text: &str,
) -> Result<(u32, SharesFile), KeyHolderError> {
    let Signed { signer, content, .. } = file::read::<SharesFile>(Kind::Shares, text)?;
    let name = roster.sender(content.digest, content.holder, signer)?.name.clone();
    if content.agreed.0 != agreed {
        return Err(CeremonyError::ContributionsDiffer { name }.into());
    }
    let (needed, found) = (roster.members().len(), content.sealed.len());
    if needed != found {
        return Err(BallotBoxError::HoldersMissing { needed: counted(needed), found: counted(found) }.into());
    }
    Ok((content.holder, content))
}

/// Writes all sealed shares.
pub fn write_all_shares(
    roster: &Roster,
    files: Vec<String>,
    by: &SigningKey,
) -> Result<String, KeyFileError> {
    file::write(Kind::AllShares, &GatheredFile { digest: Hex(roster.digest()), files }, by)
}

/// Reads all sealed shares and unseals those for this holder.
pub fn unseal_shares(
    roster: &Roster,
    agreed: [u8; 32],
    to: u32,
    sealing_key: &[u8; 32],
    text: &str,
) -> Result<Vec<Option<SecretShare>>, KeyHolderError> {
    let digest = roster.digest();
    let mut shares = Vec::new();
    for (place, text) in read_gathered(Kind::AllShares, roster, text)?.iter().enumerate() {
        let (from, file) = read_shares(roster, agreed, text)?;
        let name = roster.member(from)?.name.clone();
        if from as usize != place + 1 {
            return Err(CeremonyError::AnotherOfTheHolder { name }.into());
        }
        if from == to {
            shares.push(None);
            continue;
        }
        let purpose = Purpose { digest: &digest, agreed: &agreed, from, to };
        let sealed = file.sealed.into_iter().nth(to as usize - 1).flatten();
        let share = sealed.and_then(|sealed| sealing::unseal(&sealed, sealing_key, &purpose));
        shares.push(Some(share.ok_or(CeremonyError::ShareNotUnsealed { name })?));
    }
    Ok(shares)
}

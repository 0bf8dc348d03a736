//! The closed box that a station sends to the holders, and the shares that they send back.
//!
//! A holder is never sent totals: whoever opens totals that another has added up opens whatever that other has put into them.

use crate::{
    bytes::{Base64, Hex},
    error::{CeremonyError, KeyFileError, KeyHolderError},
    file::{self, Kind, Signed},
    roster::Roster,
    spoken::is_same_root,
};
use ballot_box::{
    BallotBoxError, BallotVersion, Election, ElectionKey, EncryptedTotals, OpeningShare, SealedBallot,
};
use ed25519_dalek::SigningKey;
use procedure::{contest::Contest, count::counted, number::RoundNumber, rules::FewestBallots};
use rand::{CryptoRng, RngCore};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosedBox {
    /// The ceremony's digest.
    digest: Hex<32>,
    /// The key's fingerprint.
    key: String,
    /// The contest's canonical form.
    contest: String,
    /// The root over the ballots, as the closing report has it.
    root: String,
    /// All ballots, sorted by their hashes.
    ballots: Vec<Base64>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    digest: Hex<32>,
    holder: u32,
    round: RoundNumber,
    root: String,
    share: OpeningShare,
}

/// A closed box whose root, ballots and contest a holder has checked.
pub struct CheckedBox {
    /// Its round.
    pub round: RoundNumber,
    /// Its root.
    pub root: String,
    /// What the holder added up.
    totals: EncryptedTotals,
}

/// Writes the closed box of a round for the holders of its key.
pub fn closed_box(
    roster: &Roster,
    key: &ElectionKey,
    contest: &Contest,
    ballots: &[SealedBallot],
    by: &SigningKey,
) -> Result<String, KeyFileError> {
    let mut sorted: Vec<&SealedBallot> = ballots.iter().collect();
    sorted.sort_unstable_by_key(|ballot| ballot.hash());
    let sent = ClosedBox {
        digest: Hex(roster.digest()),
        key: key.fingerprint(),
        contest: String::from_utf8_lossy(&contest.canonical()).into_owned(),
        root: ballot_box::root(sorted.iter().map(|ballot| ballot.hash().0)),
        ballots: sorted.iter().map(|ballot| Base64(ballot.as_bytes().to_vec())).collect(),
    };
    file::write(Kind::ClosedBox, &sent, by)
}

/// A closed box that was read: of the station and of the key, with a root that is its ballots'.
pub struct ReadBox {
    contest: Contest,
    /// SHA-256 over the contest's canonical form.
    contest_digest: [u8; 32],
    ballots: Vec<SealedBallot>,
    root: String,
}

/// What a closed box says, for its holder to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenBox {
    /// The round.
    pub round: RoundNumber,
    /// How many ballots it has.
    pub ballots: u32,
}

impl ReadBox {
    /// What the holder sees of it. The root isn't among it: they hear it, and their computer compares.
    pub fn seen(&self) -> SeenBox {
        SeenBox { round: self.contest.round(), ballots: counted(self.ballots.len()) }
    }
}

/// Reads a closed box: its station, its key, its contest, and its root against its ballots, none of which is verified yet.
pub fn read_box(roster: &Roster, key: &ElectionKey, text: &str) -> Result<ReadBox, KeyHolderError> {
    let Signed { signer, content, .. } = file::read::<ClosedBox>(Kind::ClosedBox, text)?;
    roster.check_station(content.digest, signer)?;
    if content.key != key.fingerprint() {
        return Err(CeremonyError::OfAnotherKey.into());
    }
    let contest = contest(&content.contest)?;
    let ballots: Vec<SealedBallot> =
        content.ballots.into_iter().map(|bytes| SealedBallot::from_bytes(bytes.0)).collect();
    if content.root != ballot_box::root(ballots.iter().map(|ballot| ballot.hash().0)) {
        return Err(CeremonyError::RootWrong.into());
    }
    let contest_digest = Sha256::digest(&content.contest).into();
    Ok(ReadBox { contest, contest_digest, ballots, root: content.root })
}

/// Reads a closed box as its holder does, trusting nothing that it says: its key and contest, its root against its ballots and
/// against the one that was read aloud from the signed closing report, the number of ballots, every ballot's proofs; and adds up.
pub fn check_box(
    roster: &Roster,
    key: &ElectionKey,
    spoken: &str,
    text: &str,
) -> Result<CheckedBox, KeyHolderError> {
    let ReadBox { contest, contest_digest, ballots, root } = read_box(roster, key, text)?;
    if !is_same_root(spoken, &root) {
        return Err(CeremonyError::RootDiffers.into());
    }
    let form = contest.form().map_err(|_| CeremonyError::ContestMalformed)?;
    let election = Election::new(key, &form, contest_digest, BallotVersion::Two)?;
    refuse_too_few(&contest, ballots.len())?;
    refuse_copies(&election, &ballots)?;
    let totals = election.add_up(&ballots, &|_| true)?;
    Ok(CheckedBox { round: contest.round(), root, totals })
}

fn contest(text: &str) -> Result<Contest, CeremonyError> {
    let contest: Contest = serde_json::from_str(text).map_err(|_| CeremonyError::ContestMalformed)?;
    let is_canonical = contest.canonical() == text.as_bytes();
    if is_canonical { Ok(contest) } else { Err(CeremonyError::ContestMalformed) }
}

/// As many as the rules say, and never fewer than any rules can say: the station might send others.
fn refuse_too_few(contest: &Contest, ballots: usize) -> Result<(), BallotBoxError> {
    let fewest = contest.rules.fewest_ballots.number().max(FewestBallots::LEAST) as usize;
    if ballots < fewest { Err(BallotBoxError::TooFewToOpen { ballots, fewest }) } else { Ok(()) }
}

/// A ballot that is there again with another proof would count twice, and tell what it says by what it adds.
fn refuse_copies(election: &Election, ballots: &[SealedBallot]) -> Result<(), KeyHolderError> {
    let mut seen = BTreeSet::new();
    for ballot in ballots {
        if !seen.insert(election.ciphertexts_hash(ballot)?) {
            return Err(CeremonyError::BallotTwice.into());
        }
    }
    Ok(())
}

/// Writes a holder's share of what they added up themselves.
pub fn write_opening(
    roster: &Roster,
    checked: &CheckedBox,
    card: &ballot_box::KeyShare,
    by: &SigningKey,
    rng: &mut (impl RngCore + CryptoRng),
) -> Result<String, KeyHolderError> {
    let content = Opening {
        digest: Hex(roster.digest()),
        holder: card.holder(),
        round: checked.round,
        root: checked.root.clone(),
        share: card.open_share(&checked.totals, rng)?,
    };
    Ok(file::write(Kind::Opening, &content, by)?)
}

/// A count at the station, which takes the holders' shares of a round's totals.
pub struct Count<'a> {
    /// Who holds the key.
    pub roster: &'a Roster,
    /// The round's key and form.
    pub election: &'a Election,
    /// What the station added up.
    pub totals: &'a EncryptedTotals,
    /// The round.
    pub round: RoundNumber,
    /// The root over its ballots.
    pub root: &'a str,
}

impl Count<'_> {
    /// Takes a holder's share. Fails where it is of another box, or where its proofs don't hold for what the station added up.
    pub fn take(&self, text: &str) -> Result<OpeningShare, KeyHolderError> {
        let Signed { signer, content, .. } = file::read::<Opening>(Kind::Opening, text)?;
        let member = self.roster.sender(content.digest, content.holder, signer)?;
        let is_ours = content.round == self.round && content.root == self.root;
        if !is_ours || content.share.holder() != content.holder {
            return Err(CeremonyError::OpeningOfAnotherBox { name: member.name.clone() }.into());
        }
        self.election.verify_share(self.totals, &content.share)?;
        Ok(content.share)
    }
}

//! A key holder's side: one step after another, each done in memory first and only then on paper and stick.

use crate::{
    bytes::Hex,
    closed_box::{SeenBox, check_box, read_box, write_opening},
    contributions::{Contributions, write_contribution},
    error::{CeremonyError, KeptError, KeyFileError, KeyHolderError},
    file::{self, Kind, kind_of},
    finished::write_confirmation,
    passphrase::Lock,
    roster::{Invitation, Joining, Roster},
    sealing,
    secret::Secret,
    shares::{unseal_shares, write_shares},
    spoken::is_same,
    step::HolderStep,
};
use ballot_box::{Committed, ElectionKey, KeyCard, Revealed, Sharing};
use ed25519_dalek::SigningKey;
use procedure::number::RoundNumber;
use rand::{CryptoRng, RngCore};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// The station's kinds of files, in the order in which a holder takes them.
const DUE: [Kind; 5] =
    [Kind::Invitation, Kind::Roster, Kind::Contributions, Kind::AllShares, Kind::ClosedBox];

/// A key holder at work, with their secrets in memory.
#[derive(Clone)]
pub struct Holder {
    lock: Lock,
    state: State,
}

/// A step that is done in memory only. Its file can be had once what is kept is on the disk: a holder whose computer dies
/// before goes on from the step before, one whose computer dies after has the same file.
#[must_use]
pub struct Pending {
    holder: Holder,
    kept: Vec<u8>,
}

#[derive(Clone, Serialize, Deserialize)]
struct State {
    signing: Secret<[u8; 32]>,
    invitation: String,
    holder: u32,
    stage: Stage,
    /// The last file for the station.
    outgoing: String,
    /// The hashes of the station's files that were taken.
    taken: Vec<Hex<32>>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Stage {
    Joined { sealing: Secret<[u8; 32]>, committed: Committed },
    Contributed { sealing: Secret<[u8; 32]>, roster: String, revealed: Revealed },
    Shared { sealing: Secret<[u8; 32]>, roster: String, agreed: Hex<32>, sharing: Sharing },
    Holding { roster: String, key: ElectionKey, card: Secret<String>, counted: Option<RoundNumber> },
}

impl Stage {
    const fn step(&self) -> HolderStep {
        match self {
            Self::Joined { .. } => HolderStep::Joined,
            Self::Contributed { .. } => HolderStep::Contributed,
            Self::Shared { .. } => HolderStep::Shared,
            Self::Holding { counted: None, .. } => HolderStep::Holding,
            Self::Holding { counted: Some(_), .. } => HolderStep::Counted,
        }
    }
}

impl Pending {
    /// What is to be kept, sealed with the passphrase, in the place of what was kept before.
    #[must_use]
    pub fn kept(&self) -> &[u8] {
        &self.kept
    }

    /// The holder after the step. Whoever calls this has written [`Self::kept`] to the disk.
    #[must_use]
    pub fn stored(self) -> Holder {
        self.holder
    }
}

impl Holder {
    /// Joins a ceremony as its holder of this number, from 1. The passphrase has at least twelve characters.
    pub fn join(
        invitation: &str,
        holder: u32,
        passphrase: &str,
        rng: &mut (impl RngCore + CryptoRng),
    ) -> Result<Pending, KeyHolderError> {
        let signed = Invitation::open(invitation)?;
        let committed = Committed::begin(signed.content.number(), signed.content.threshold, holder, rng)?;
        let lock = Lock::new(passphrase, rng)?;
        let mut signing = Secret(Zeroizing::new([0; 32]));
        rng.fill_bytes(signing.0.as_mut());
        let (sealing, sealing_key) = sealing::key_pair(rng);
        let joining = Joining {
            invitation: Hex(signed.hash),
            holder,
            sealing_key: Hex(sealing_key),
            commitment: Hex(committed.commitment()),
        };
        let outgoing = file::write(Kind::Joining, &joining, &SigningKey::from_bytes(&signing.0))?;
        let state = State {
            signing,
            invitation: invitation.to_owned(),
            holder,
            stage: Stage::Joined { sealing: Secret(sealing), committed },
            outgoing,
            taken: vec![Hex(signed.hash)],
        };
        Self { lock, state }.pending(rng)
    }

    /// Opens what a holder keeps.
    pub fn open(kept: &[u8], passphrase: &str) -> Result<Self, KeptError> {
        let (lock, state) = Lock::open(kept, passphrase)?;
        let state = serde_json::from_slice(&state).map_err(|_| KeptError::Foreign)?;
        Ok(Self { lock, state })
    }

    /// What this holder was invited to.
    pub fn invitation(&self) -> Result<Invitation, KeyHolderError> {
        Invitation::read(&self.state.invitation)
    }

    /// This holder's number, from 1.
    #[must_use]
    pub const fn number(&self) -> u32 {
        self.state.holder
    }

    /// How far this holder has come. The station waits for [`HolderStep::outgoing`]; then this computer for [`HolderStep::due`].
    #[must_use]
    pub const fn step(&self) -> HolderStep {
        self.state.stage.step()
    }

    /// The file for the station that the last step made; the same however often it is written.
    #[must_use]
    pub fn outgoing(&self) -> &str {
        &self.state.outgoing
    }

    /// The round whose box was counted last; none before the first.
    #[must_use]
    pub const fn counted(&self) -> Option<RoundNumber> {
        match &self.state.stage {
            Stage::Holding { counted, .. } => *counted,
            Stage::Joined { .. } | Stage::Contributed { .. } | Stage::Shared { .. } => None,
        }
    }

    /// The fingerprint of the finished key, for the holder to compare and to sign on paper; none before.
    #[must_use]
    pub fn fingerprint(&self) -> Option<String> {
        match &self.state.stage {
            Stage::Holding { key, .. } => Some(key.fingerprint()),
            Stage::Joined { .. } | Stage::Contributed { .. } | Stage::Shared { .. } => None,
        }
    }

    /// Looks at the list of all holders before its digest is compared. Fails where this holder isn't in it with their own keys.
    pub fn look_at_roster(&self, roster: &str) -> Result<Roster, KeyHolderError> {
        let Stage::Joined { committed, .. } = &self.state.stage else {
            return Err(self.not_due(roster));
        };
        self.check_due(roster)?;
        let list = Roster::read(roster)?;
        if list.invitation_hash() != self.invitation_hash() {
            return Err(CeremonyError::OfAnotherCeremony.into());
        }
        let own = list.member(self.state.holder)?;
        let is_own = own.signing_key == self.signing().verifying_key().to_bytes()
            && own.commitment == committed.commitment();
        if is_own { Ok(list) } else { Err(CeremonyError::OwnKeySwapped.into()) }
    }

    /// Confirms the list of all holders, and makes this holder's part public. `spoken` is the digest as it was read aloud
    /// from the others' screens ([`Roster::spoken`]): it has to be that of the list on this computer.
    pub fn confirm(
        &self,
        roster: &str,
        spoken: &str,
        rng: &mut (impl RngCore + CryptoRng),
    ) -> Result<Pending, KeyHolderError> {
        let Stage::Joined { sealing, committed } = &self.state.stage else {
            return Err(self.not_due(roster));
        };
        let list = self.look_at_roster(roster)?;
        if !is_same(spoken, &list.digest()) {
            return Err(CeremonyError::DigestDiffers.into());
        }
        let revealed = committed.clone().reveal(&list.commitments())?;
        let outgoing =
            write_contribution(&list, self.state.holder, revealed.contribution(), &self.signing())?;
        self.after(
            roster,
            outgoing,
            Stage::Contributed { sealing: sealing.clone(), roster: roster.to_owned(), revealed },
            rng,
        )
    }

    /// Checks what all have made public, and seals this holder's share for each of them.
    pub fn share(
        &self,
        contributions: &str,
        rng: &mut (impl RngCore + CryptoRng),
    ) -> Result<Pending, KeyHolderError> {
        let Stage::Contributed { sealing, roster, revealed } = &self.state.stage else {
            return Err(self.not_due(contributions));
        };
        self.check_due(contributions)?;
        let list = Roster::read(roster)?;
        let all = Contributions::read(&list, contributions)?;
        let sharing = revealed.clone().share(all.list())?;
        let outgoing = write_shares(&list, all.agreed(), self.state.holder, &sharing, &self.signing(), rng)?;
        let stage = Stage::Shared {
            sealing: sealing.clone(),
            roster: roster.clone(),
            agreed: Hex(all.agreed()),
            sharing,
        };
        self.after(contributions, outgoing, stage, rng)
    }

    /// Unseals this holder's shares and makes their share of the key. What was needed to make it is forgotten, the key to which
    /// the shares were sealed too: from then on nobody can unseal what lies on sticks.
    pub fn finish(
        &self,
        all_shares: &str,
        rng: &mut (impl RngCore + CryptoRng),
    ) -> Result<Pending, KeyHolderError> {
        let Stage::Shared { sealing, roster, agreed, sharing } = &self.state.stage else {
            return Err(self.not_due(all_shares));
        };
        self.check_due(all_shares)?;
        let list = Roster::read(roster)?;
        let shares = unseal_shares(&list, agreed.0, self.state.holder, &sealing.0, all_shares)?;
        let (key, card) = sharing.clone().finish(&shares)?;
        let outgoing = write_confirmation(&list, self.state.holder, &key, &self.signing())?;
        let stage =
            Stage::Holding { roster: roster.clone(), key, card: Secret(card.scanned()), counted: None };
        self.after(all_shares, outgoing, stage, rng)
    }

    /// Looks at a round's closed box before its root is compared: whether it is of this key, of a round that is still to be
    /// counted, and what its root is. No ballot is verified yet.
    pub fn look_at_box(&self, closed_box: &str) -> Result<SeenBox, KeyHolderError> {
        let Stage::Holding { roster, key, counted, .. } = &self.state.stage else {
            return Err(self.not_due(closed_box));
        };
        self.check_due(closed_box)?;
        let seen = read_box(&Roster::read(roster)?, key, closed_box)?.seen();
        if counted.is_some_and(|last| seen.round <= last) {
            return Err(CeremonyError::Counted { round: seen.round.0 }.into());
        }
        Ok(seen)
    }

    /// Counts a round's closed box and makes this holder's share of its totals. `spoken` is the root as one person reads it
    /// aloud to all holders from the signed closing report ([`crate::spoken_hex`]): it has to be that of the box, so a station
    /// that sends one box to some holders and another to others needs two readings. Of a round one box is counted and no other
    /// ever, nor any of an earlier round; a box that isn't whole, or not as the report says, gets nothing.
    pub fn count(
        &self,
        closed_box: &str,
        spoken: &str,
        rng: &mut (impl RngCore + CryptoRng),
    ) -> Result<Pending, KeyHolderError> {
        self.look_at_box(closed_box)?;
        let Stage::Holding { roster, key, card, .. } = &self.state.stage else {
            return Err(self.not_due(closed_box));
        };
        let list = Roster::read(roster)?;
        let checked = check_box(&list, key, spoken, closed_box)?;
        let share = KeyCard::parse(&card.0)?.check(key)?;
        let outgoing = write_opening(&list, &checked, &share, &self.signing(), rng)?;
        let stage = Stage::Holding {
            roster: roster.clone(),
            key: key.clone(),
            card: card.clone(),
            counted: Some(checked.round),
        };
        self.after(closed_box, outgoing, stage, rng)
    }

    /// The holder after a file was taken, to be kept.
    fn after(
        &self,
        taken: &str,
        outgoing: String,
        stage: Stage,
        rng: &mut (impl RngCore + CryptoRng),
    ) -> Result<Pending, KeyHolderError> {
        let mut holder = self.clone();
        holder.state.taken.push(Hex(hash(taken)));
        holder.state.outgoing = outgoing;
        holder.state.stage = stage;
        holder.pending(rng)
    }

    fn pending(self, rng: &mut (impl RngCore + CryptoRng)) -> Result<Pending, KeyHolderError> {
        let state = Zeroizing::new(serde_json::to_vec(&self.state).map_err(|_| KeptError::Foreign)?);
        let kept = self.lock.seal(&state, rng)?;
        Ok(Pending { holder: self, kept })
    }

    fn signing(&self) -> SigningKey {
        SigningKey::from_bytes(&self.state.signing.0)
    }

    fn invitation_hash(&self) -> [u8; 32] {
        hash(&self.state.invitation)
    }

    /// Fails where a file isn't of the kind that is due.
    fn check_due(&self, text: &str) -> Result<(), KeyHolderError> {
        let due = self.step().due();
        let found = kind_of(text)?;
        if self.state.taken.contains(&Hex(hash(text))) {
            return Err(CeremonyError::TakenAlready.into());
        }
        if text == self.state.outgoing {
            return Err(CeremonyError::OwnFile.into());
        }
        if found == due {
            return Ok(());
        }
        let place = |kind: Kind| DUE.iter().position(|other| *other == kind);
        Err(match (place(found), place(due)) {
            (Some(found), Some(due)) if found < due => CeremonyError::OfAnotherCeremony.into(),
            (Some(_), _) => CeremonyError::TooEarly { wanted: due.name() }.into(),
            (None, _) => KeyFileError::OtherKind { wanted: due.name(), found: found.name() }.into(),
        })
    }

    /// Why a file can't be taken by a step that isn't due.
    fn not_due(&self, text: &str) -> KeyHolderError {
        match self.check_due(text) {
            Err(error) => error,
            // The file is the one that is due, and another step was asked for: a step is done that waits for it.
            Ok(()) => CeremonyError::TooEarly { wanted: self.step().due().name() }.into(),
        }
    }
}

fn hash(text: &str) -> [u8; 32] {
    Sha256::digest(text).into()
}

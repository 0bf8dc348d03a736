//! What a kiosk collected: its box, signed by the kiosk.

use crate::{
    KioskFileError, MOST_KIOSKS,
    container::{self, Kind, Opened},
    digest,
    text::{Base64, Hex32},
};
use ballot_box::{BallotHash, SealedBallot, SlipTag, SlipToken, root};
use procedure::number::{KioskNumber, RoundNumber};
use serde::{Deserialize, Serialize};
use session_model::{TrayCount, Zone};
use signed_file::Station;
use std::collections::BTreeSet;

/// The most characters of a statement.
pub const LONGEST_STATEMENT: usize = 2_000;

/// A used slip with its ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spent {
    /// The slip's tag.
    pub tag: SlipTag,
    /// The slip's token; none in version 1.
    pub token: Option<SlipToken>,
    /// The sealed ballot.
    pub ballot: SealedBallot,
}

/// A kiosk's closed box. All lists are sorted by tag, which says nothing of the order of casting; each slip that the
/// kiosk was provisioned with, and that wasn't used before, is in just one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KioskBox {
    /// The version of the file's form: that of the kiosk's provision.
    pub version: u8,
    /// The kiosk's public key, which the file is signed with.
    pub key: [u8; 32],
    /// The public key of the station whose session it is.
    pub station: [u8; 32],
    /// The round.
    pub round: RoundNumber,
    /// The hash of the contest's canonical form.
    pub contest: [u8; 32],
    /// The kiosk's number.
    pub kiosk: KioskNumber,
    /// Its zone.
    pub zone: Zone,
    /// The hash of the provision's file.
    pub provision: [u8; 32],
    /// The box was taken off the disk of a kiosk that could no longer close it.
    pub recovered: bool,
    /// How many slips two persons counted in the kiosk's tray.
    pub tray: u32,
    /// What they stated where the tray and the box differ.
    pub statement: Option<String>,
    /// What two persons counted before the kiosk's poll went on after an interruption and stated something, in order; none in
    /// version 1.
    pub resumed: Vec<TrayCount>,
    /// Ballots with which voters challenged the kiosk, which were opened and not cast, sorted.
    pub challenged: Vec<BallotHash>,
    /// Of each of them the hash of its ciphertexts, in the same order; none in version 1.
    pub challenged_ciphertexts: Vec<[u8; 32]>,
    /// Slips that weren't used.
    pub unused: Vec<SlipTag>,
    /// Slips that had been exchanged.
    pub cancelled: Vec<SlipTag>,
    /// Slips that were used, with their ballots.
    pub spent: Vec<Spent>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    station: Hex32,
    round: RoundNumber,
    contest: Hex32,
    kiosk: KioskNumber,
    zone: Zone,
    provision: Hex32,
    recovered: bool,
    tray: u32,
    statement: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    resumed: Vec<TrayCount>,
    counts: Counts,
    /// The root over the ballots, as the close of a poll fixes it.
    root: String,
    challenged: Vec<Hex32>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    challenged_ciphertexts: Vec<Hex32>,
    unused: Vec<Hex32>,
    cancelled: Vec<Hex32>,
    spent: Vec<SpentText>,
}

#[derive(PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Counts {
    unused: usize,
    cancelled: usize,
    spent: usize,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SpentText {
    slip: Hex32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    token: Option<Hex32>,
    ballot: Base64,
}

impl KioskBox {
    /// The root over the ballots.
    #[must_use]
    pub fn root(&self) -> String {
        root(self.spent.iter().map(|spent| spent.ballot.hash().0))
    }

    /// The box as a file, signed by the kiosk whose key this must be. The same box gives the same bytes.
    pub fn write(&self, kiosk: &Station) -> Result<Vec<u8>, KioskFileError> {
        let written = |tags: &[SlipTag]| tags.iter().map(|tag| Hex32(tag.0)).collect();
        let spent = |spent: &Spent| SpentText {
            slip: Hex32(spent.tag.0),
            token: spent.token.map(|token| Hex32(token.0)),
            ballot: Base64(spent.ballot.as_bytes().to_vec()),
        };
        let text = Text {
            station: Hex32(self.station),
            round: self.round,
            contest: Hex32(self.contest),
            kiosk: self.kiosk,
            zone: self.zone,
            provision: Hex32(self.provision),
            recovered: self.recovered,
            tray: self.tray,
            statement: self.statement.clone(),
            resumed: self.resumed.clone(),
            counts: Counts {
                unused: self.unused.len(),
                cancelled: self.cancelled.len(),
                spent: self.spent.len(),
            },
            root: self.root(),
            challenged: self.challenged.iter().map(|hash| Hex32(hash.0)).collect(),
            challenged_ciphertexts: self.challenged_ciphertexts.iter().map(|hash| Hex32(*hash)).collect(),
            unused: written(&self.unused),
            cancelled: written(&self.cancelled),
            spent: self.spent.iter().map(spent).collect(),
        };
        container::seal(Kind::Box, self.version, &text, kiosk)
    }

    /// Reads a box, and returns its file's hash, which names it. The ballots' proofs aren't checked here: that takes the
    /// contest.
    pub fn read(file: &[u8]) -> Result<(Self, [u8; 32]), KioskFileError> {
        let Opened { version, signer, content } = container::open::<Text>(file, Kind::Box)?;
        check(version, &content).map_err(|what| KioskFileError::Malformed { detail: what.to_owned() })?;
        let tags = |written: Vec<Hex32>| written.into_iter().map(|tag| SlipTag(tag.0)).collect();
        let spent = |spent: SpentText| Spent {
            tag: SlipTag(spent.slip.0),
            token: spent.token.map(|token| SlipToken(token.0)),
            ballot: SealedBallot::from_bytes(spent.ballot.0),
        };
        let written_root = content.root;
        let read = Self {
            version,
            key: signer,
            station: content.station.0,
            round: content.round,
            contest: content.contest.0,
            kiosk: content.kiosk,
            zone: content.zone,
            provision: content.provision.0,
            recovered: content.recovered,
            tray: content.tray,
            statement: content.statement,
            resumed: content.resumed,
            challenged: content.challenged.into_iter().map(|hash| BallotHash(hash.0)).collect(),
            challenged_ciphertexts: content.challenged_ciphertexts.into_iter().map(|hash| hash.0).collect(),
            unused: tags(content.unused),
            cancelled: tags(content.cancelled),
            spent: content.spent.into_iter().map(spent).collect(),
        };
        if read.root() == written_root {
            Ok((read, digest(file)))
        } else {
            Err(KioskFileError::Malformed { detail: "root".to_owned() })
        }
    }
}

/// What can't be of a box: the name of what doesn't fit.
fn check(version: u8, text: &Text) -> Result<(), &'static str> {
    if !(1..=MOST_KIOSKS).contains(&text.kiosk.0) {
        return Err("kiosk");
    }
    let counted = text.resumed.iter().map(|count| &count.statement);
    let is_long = |statement: &String| statement.chars().count() > LONGEST_STATEMENT;
    if counted.chain([&text.statement]).flatten().any(is_long) {
        return Err("statement");
    }
    if version == 1 && !text.resumed.is_empty() {
        return Err("resumed");
    }
    if text.spent.iter().any(|spent| spent.token.is_some() != (version > 1)) {
        return Err("token");
    }
    let with_ciphertexts = if version > 1 { text.challenged.len() } else { 0 };
    if text.challenged_ciphertexts.len() != with_ciphertexts {
        return Err("challenged_ciphertexts");
    }
    let Text { challenged, unused, cancelled, spent, .. } = text;
    let found = Counts { unused: unused.len(), cancelled: cancelled.len(), spent: spent.len() };
    if found != text.counts {
        return Err("counts");
    }
    let sorted = challenged.is_sorted_by(|one, next| one < next)
        && unused.is_sorted_by(|one, next| one < next)
        && cancelled.is_sorted_by(|one, next| one < next)
        && spent.is_sorted_by(|one, next| one.slip < next.slip);
    let all = unused.iter().chain(cancelled).chain(spent.iter().map(|spent| &spent.slip));
    let distinct: BTreeSet<&Hex32> = all.collect();
    let disjoint = distinct.len() == unused.len() + cancelled.len() + spent.len();
    if sorted && disjoint { Ok(()) } else { Err("slips") }
}

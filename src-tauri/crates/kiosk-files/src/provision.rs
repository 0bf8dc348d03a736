//! What the station provisions a kiosk with.

use crate::{
    KioskFileError, MOST_KIOSKS, checked_name,
    container::{self, Kind, Opened},
    digest, fingerprint,
    text::Hex32,
};
use ballot_box::{ElectionKey, ListedSlip, SlipKey, SlipTag, TokenHash};
use procedure::{
    contest::Contest,
    count::Delegates,
    number::{KioskNumber, RoundNumber},
    round::Sealing,
};
use serde::{Deserialize, Serialize};
use session_model::{KioskIdentity, Profile, Zone, contest_digest};
use signed_file::Station;

/// More slips than any session has.
const MOST_SLIPS: usize = 100_000;

/// All that a kiosk needs for one round's poll, for this kiosk alone; nothing in it opens a ballot, and nothing in it is
/// another zone's. The tags of each list are sorted, and in one list only.
#[derive(Clone)]
pub struct Provision {
    /// The version of the file's form: 2, and 1 in a session that version 0.1.0 sealed.
    pub version: u8,
    /// The station that made the session: its public key, which the file is signed with.
    pub station: [u8; 32],
    /// The session.
    pub profile: Profile,
    /// What the round is about, with its rules; its hash is that of the sealing.
    pub contest: Contest,
    /// The key that ballots are sealed to.
    pub election: ElectionKey,
    /// What the sealing gave.
    pub sealing: Sealing,
    /// The delegates present when the poll was opened: it is open.
    pub opened_with: Delegates,
    /// For which kiosk.
    pub kiosk: KioskIdentity,
    /// The key that slips are hashed with.
    pub slip_key: SlipKey,
    /// Slips of the zone that can be used at this kiosk.
    pub unused: Vec<SlipTag>,
    /// Slips of the zone that were exchanged.
    pub cancelled: Vec<SlipTag>,
    /// Slips of the zone that were used elsewhere before.
    pub spent: Vec<SlipTag>,
    /// Of each of these slips the hash of its token, as it was committed to at the sealing, sorted by tag; none in version 1.
    pub list: Vec<ListedSlip>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    profile: Profile,
    contest: Contest,
    election: ElectionKey,
    sealing: Sealing,
    opened_with: Delegates,
    kiosk: KioskText,
    slip_key: Hex32,
    unused: Vec<Hex32>,
    cancelled: Vec<Hex32>,
    spent: Vec<Hex32>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    list: Vec<ListedText>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ListedText {
    slip: Hex32,
    token_hash: Hex32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KioskText {
    number: KioskNumber,
    name: String,
    zone: Zone,
    key: Hex32,
}

impl Provision {
    /// The round.
    #[must_use]
    pub const fn round(&self) -> RoundNumber {
        self.contest.round()
    }

    /// The station's key as it is compared with the station's screen.
    #[must_use]
    pub fn station_fingerprint(&self) -> String {
        fingerprint(&self.station)
    }

    /// The provision as a file, signed by the station.
    pub fn write(&self, station: &Station) -> Result<Vec<u8>, KioskFileError> {
        let KioskIdentity { number, name, zone, key } = self.kiosk.clone();
        let text = Text {
            profile: self.profile.clone(),
            contest: self.contest.clone(),
            election: self.election.clone(),
            sealing: self.sealing.clone(),
            opened_with: self.opened_with,
            kiosk: KioskText { number, name, zone, key: Hex32(key) },
            slip_key: Hex32(*self.slip_key.as_bytes()),
            unused: written(&self.unused),
            cancelled: written(&self.cancelled),
            spent: written(&self.spent),
            list: self.list.iter().map(listed).collect(),
        };
        container::seal(Kind::Provision, self.version, &text, station)
    }

    /// Reads a provision, and returns its file's hash, which names it.
    pub fn read(file: &[u8]) -> Result<(Self, [u8; 32]), KioskFileError> {
        let Opened { version, signer, content } = container::open::<Text>(file, Kind::Provision)?;
        check(version, &content).map_err(|what| KioskFileError::Malformed { detail: what.to_owned() })?;
        let KioskText { number, name, zone, key } = content.kiosk;
        let list = content.list.iter();
        let provision = Self {
            version,
            station: signer,
            profile: content.profile,
            contest: content.contest,
            election: content.election,
            sealing: content.sealing,
            opened_with: content.opened_with,
            kiosk: KioskIdentity { number, name, zone, key: key.0 },
            slip_key: SlipKey::from_bytes(content.slip_key.0),
            unused: tags(&content.unused),
            cancelled: tags(&content.cancelled),
            spent: tags(&content.spent),
            list: list
                .map(|row| ListedSlip { tag: SlipTag(row.slip.0), token: TokenHash(row.token_hash.0) })
                .collect(),
        };
        Ok((provision, digest(file)))
    }
}

fn listed(row: &ListedSlip) -> ListedText {
    ListedText { slip: Hex32(row.tag.0), token_hash: Hex32(row.token.0) }
}

fn written(tags: &[SlipTag]) -> Vec<Hex32> {
    tags.iter().map(|tag| Hex32(tag.0)).collect()
}

fn tags(written: &[Hex32]) -> Vec<SlipTag> {
    written.iter().map(|tag| SlipTag(tag.0)).collect()
}

/// What can't be of a provision: the name of what doesn't fit.
fn check(version: u8, text: &Text) -> Result<(), &'static str> {
    let KioskText { number, name, .. } = &text.kiosk;
    if !(1..=MOST_KIOSKS).contains(&number.0) || checked_name(name).as_ref() != Ok(name) {
        return Err("kiosk");
    }
    if ballot_box::hex(&contest_digest(&text.contest)) != text.sealing.digest {
        return Err("contest");
    }
    if text.election.fingerprint() != text.sealing.key_fingerprint {
        return Err("election");
    }
    if !are_disjoint(&[&text.unused, &text.cancelled, &text.spent]) {
        return Err("slips");
    }
    if is_list_of_all(version, text) { Ok(()) } else { Err("list") }
}

/// Whether the list has just the slips of the provision, sorted; in version 1 there is none.
fn is_list_of_all(version: u8, text: &Text) -> bool {
    if version == 1 {
        return text.list.is_empty();
    }
    let mut all: Vec<&Hex32> = text.unused.iter().chain(&text.cancelled).chain(&text.spent).collect();
    all.sort_unstable();
    text.list.iter().map(|row| &row.slip).eq(all)
}

/// Whether each list is sorted, no tag is in two, and there are no more than a session has.
fn are_disjoint(lists: &[&[Hex32]]) -> bool {
    let all: usize = lists.iter().map(|list| list.len()).sum();
    let sorted = lists.iter().all(|list| list.windows(2).all(|pair| pair[0] < pair[1]));
    let distinct: std::collections::BTreeSet<&Hex32> = lists.iter().copied().flatten().collect();
    all <= MOST_SLIPS && sorted && distinct.len() == all
}

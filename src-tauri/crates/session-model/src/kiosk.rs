//! Remote kiosks: which they are, what became of them, and slips that were spent at two.

use crate::Zone;
use ballot_box::SlipTag;
use procedure::{count::Ballots, number::KioskNumber};

/// How the station's own kiosk is written where a slip was spent; remote kiosks are numbered from 1.
pub const STATION: KioskNumber = KioskNumber(0);
/// How it is written that no ballot of a disputed slip was kept.
pub const NONE_KEPT: i64 = -1;

/// Which kiosk this is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KioskIdentity {
    /// Its number, from 1; the station's own kiosk has none.
    pub number: KioskNumber,
    /// What it is called.
    pub name: String,
    /// Its zone.
    pub zone: Zone,
    /// Its public key.
    pub key: [u8; 32],
}

/// Which remote kiosk this is, and who provisioned it with what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThisKiosk {
    /// Its number.
    pub number: KioskNumber,
    /// What it is called.
    pub name: String,
    /// Its zone.
    pub zone: Zone,
    /// The public key of the station that provisioned it.
    pub station: [u8; 32],
    /// The hash of the provision's file.
    pub provision: [u8; 32],
    /// Once it is closed, the slips that two persons counted in its tray.
    pub tray: Option<u32>,
    /// What they stated.
    pub statement: Option<String>,
}

/// What became of a kiosk that was provisioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KioskState {
    /// It was provisioned, and its box hasn't come back.
    Out,
    /// Its box was merged.
    Merged,
    /// It was declared lost.
    Lost,
}

impl KioskState {
    /// As it is stored.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Out => "out",
            Self::Merged => "merged",
            Self::Lost => "lost",
        }
    }

    /// What is stored so; none where nothing is.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        [Self::Out, Self::Merged, Self::Lost].into_iter().find(|state| state.text() == text)
    }
}

/// A remote kiosk as the station knows it.
#[derive(Debug, Clone)]
pub struct Kiosk {
    /// Which kiosk.
    pub identity: KioskIdentity,
    /// The file that it was provisioned with.
    pub provision: Vec<u8>,
    /// What became of it.
    pub state: KioskState,
    /// The hash of the box that was merged.
    pub merged: Option<[u8; 32]>,
    /// The ballots of that box.
    pub collected: Option<Ballots>,
    /// The box was taken off the disk of a dead kiosk.
    pub recovered: bool,
    /// The slips that two persons counted in its tray.
    pub tray: Option<u32>,
    /// What they stated.
    pub statement: Option<String>,
}

/// What the scrutineers decided about a slip that was spent at two kiosks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// The ballot of this kiosk counts; 0 is the station's own.
    Kiosk(KioskNumber),
    /// None counts: the slip is collected, and void.
    None,
}

impl Kept {
    /// What is stored so; none where nothing is.
    #[must_use]
    pub fn of(number: i64) -> Option<Self> {
        match u32::try_from(number) {
            Ok(kiosk) => Some(Self::Kiosk(KioskNumber(kiosk))),
            Err(_) => (number == NONE_KEPT).then_some(Self::None),
        }
    }

    /// As it is stored.
    #[must_use]
    pub fn number(self) -> i64 {
        match self {
            Self::Kiosk(kiosk) => i64::from(kiosk.0),
            Self::None => NONE_KEPT,
        }
    }
}

/// A slip that was spent at two kiosks or more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute {
    /// The slip's tag.
    pub tag: SlipTag,
    /// Where it was spent, sorted; 0 is the station's own kiosk.
    pub kiosks: Vec<KioskNumber>,
    /// What the scrutineers decided, with their reason; none until then.
    pub decision: Option<(Kept, String)>,
}

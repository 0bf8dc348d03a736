//! Zones (票区): parts of the hall whose slips work only at their own kiosks.

use crate::ZoneError;
use procedure::count::counted;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The colours of zones, in the order of their numbers; worded in the catalogue under `colour`.
pub const COLOURS: [&str; 8] = ["red", "blue", "yellow", "green", "orange", "purple", "brown", "grey"];
/// As many zones as there are colours that can be told apart and named.
pub const MOST_ZONES: u32 = 8;

/// A zone, by its number from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Zone(u8);

impl Zone {
    /// The zone of all slips where there is only one, and that of the station's own kiosk.
    pub const FIRST: Self = Self(1);

    /// The zone of this number.
    pub fn new(number: u32) -> Result<Self, ZoneError> {
        match u8::try_from(number) {
            Ok(zone) if (1..=MOST_ZONES).contains(&number) => Ok(Self(zone)),
            _ => Err(ZoneError::NoSuchZone { zone: number, most: MOST_ZONES }),
        }
    }

    /// From 1.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0 as u32
    }

    /// The name of its colour, as the catalogue words it under `colour`.
    #[must_use]
    pub const fn colour(self) -> &'static str {
        COLOURS[self.0 as usize - 1]
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl TryFrom<u32> for Zone {
    type Error = ZoneError;

    fn try_from(number: u32) -> Result<Self, ZoneError> {
        Self::new(number)
    }
}

impl From<Zone> for u32 {
    fn from(zone: Zone) -> Self {
        zone.number()
    }
}

/// How many slips are to be made for each zone, in the order of their numbers: at least one zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZoneSlips(Vec<u32>);

impl ZoneSlips {
    /// These many slips for the zones 1, 2, …
    pub fn new(slips: &[u32]) -> Result<Self, ZoneError> {
        Zone::new(counted(slips.len()))?;
        Ok(Self(slips.to_vec()))
    }

    /// The slips of all zones together.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.0.iter().copied().fold(0, u32::saturating_add)
    }

    /// The zone of each slip, zone by zone.
    pub fn zones(&self) -> impl Iterator<Item = Zone> + '_ {
        // No more zones than have a number: checked when it was made.
        (1_u8..).zip(&self.0).flat_map(|(zone, slips)| std::iter::repeat_n(Zone(zone), *slips as usize))
    }
}

/// All slips in the one zone that there is by default.
impl From<u32> for ZoneSlips {
    fn from(slips: u32) -> Self {
        Self(vec![slips])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_have_numbers_and_colours_of_their_own() {
        let colours: std::collections::BTreeSet<&str> =
            (1..=MOST_ZONES).map(|number| Zone::new(number).expect("a zone").colour()).collect();
        assert_eq!(colours.len(), MOST_ZONES as usize);
        for number in [0, MOST_ZONES + 1, 257, u32::MAX] {
            assert!(Zone::new(number).is_err(), "{number}");
        }
    }

    #[test]
    fn slips_are_made_for_each_zone() {
        let slips = ZoneSlips::new(&[2, 0, 1]).expect("three zones");
        assert_eq!(slips.total(), 3);
        assert_eq!(slips.zones().map(Zone::number).collect::<Vec<_>>(), [1, 1, 3]);
        assert!(ZoneSlips::new(&[]).is_err() && ZoneSlips::new(&[1; 9]).is_err());
    }
}

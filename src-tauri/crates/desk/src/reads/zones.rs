//! The zones with their slips.

use office::{act::Office, acts};
use procedure::number::RoundNumber;
use wire::{Problem, ZoneSlips, conversions::zone_name};

/// The zones that slips were made for, once the round is sealed.
pub(crate) fn zones_made(office: &Office, round: RoundNumber) -> Result<Vec<ZoneSlips>, Problem> {
    let zones = acts::slips_account(office, round)?.zones;
    Ok(zones.iter().map(|zone| ZoneSlips { zone: zone_name(zone.zone), slips: zone.made }).collect())
}

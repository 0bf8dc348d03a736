//! A ceremony from the invitation to the key that every holder has signed.

use crate::{NAMES, THRESHOLD, invite, join_all, station_key, step_all, whole};
use ballot_box::ElectionKey;
use key_holders::{Gathered, Holder, Kind, Roster, Station};
use rand::{SeedableRng, rngs::StdRng};

#[test]
fn five_holders_make_one_key_and_each_signs_it() {
    let rng = &mut StdRng::seed_from_u64(1);
    let signing = station_key();
    let mut station = invite(&signing, rng);
    let (holders, finished) = whole(&mut station, rng);
    assert_eq!((finished.key.cards(), finished.key.threshold()), (5, THRESHOLD));
    for holder in &holders {
        assert_eq!(holder.fingerprint().unwrap(), finished.key.fingerprint());
    }
    let names: Vec<&str> = finished.holders.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(names, NAMES);
    let contributions: Vec<_> = finished.holders.iter().map(|part| part.contribution.clone()).collect();
    let again = ElectionKey::of_contributions(THRESHOLD, &contributions).unwrap();
    assert_eq!(again.fingerprint(), finished.key.fingerprint());
}

#[test]
fn the_station_goes_on_from_what_it_has_stored_after_each_file() {
    let rng = &mut StdRng::seed_from_u64(2);
    let signing = station_key();
    let mut station = invite(&signing, rng);
    let (_, finished) = whole(&mut station, rng);
    let stored = serde_json::to_string(station.gathered()).unwrap();
    let gathered: Gathered = serde_json::from_str(&stored).unwrap();
    let again = Station::resume(&signing, gathered);
    assert_eq!(again.finished().unwrap().key.fingerprint(), finished.key.fingerprint());
    assert_eq!(again.roster_file().unwrap(), station.roster_file().unwrap());
}

#[test]
fn the_digest_is_of_names_keys_commitments_and_threshold_and_is_read_as_forty_digits() {
    let rng = &mut StdRng::seed_from_u64(3);
    let signing = station_key();
    let mut station = invite(&signing, rng);
    join_all(&mut station, rng);
    let roster = Roster::read(&station.roster_file().unwrap()).unwrap();
    let groups: Vec<String> = roster.spoken().split(' ').map(str::to_owned).collect();
    assert_eq!(groups.len(), 8);
    assert!(groups.iter().all(|group| group.len() == 5), "{groups:?}");
    let mut other = invite(&signing, rng);
    join_all(&mut other, rng);
    let other = Roster::read(&other.roster_file().unwrap()).unwrap();
    assert_ne!(roster.digest_text(), other.digest_text());
    assert_ne!(roster.spoken(), other.spoken());
}

#[test]
fn a_step_waits_for_every_holder_and_names_who_is_missing() {
    let rng = &mut StdRng::seed_from_u64(4);
    let signing = station_key();
    let mut station = invite(&signing, rng);
    let names = |problem: key_holders::KeyHolderError| problem.to_string();
    let mut all = invite(&signing, rng);
    let joined = join_all(&mut all, rng);
    assert!(names(station.roster_file().unwrap_err()).contains(NAMES[4]));
    let file = all.roster_file().unwrap();
    let spoken = Roster::read(&file).unwrap().spoken();
    for holder in &joined[..4] {
        all.take(holder.confirm(&file, &spoken, rng).unwrap().stored().outgoing()).unwrap();
    }
    let missing = names(all.contributions_file().unwrap_err());
    assert!(missing.contains(NAMES[4]) && !missing.contains(NAMES[0]), "{missing}");
    // Of the station's ceremony nothing was gathered yet: a later step can't begin.
    station = invite(&signing, rng);
    let other = step_all(&mut all, &joined[4..], |holder| holder.confirm(&file, &spoken, rng));
    assert!(names(station.take(other[0].outgoing()).unwrap_err()).contains("key-holders.missing"));
}

#[test]
fn a_holder_is_told_which_file_is_next_and_which_one_the_station_waits_for() {
    let rng = &mut StdRng::seed_from_u64(5);
    let signing = station_key();
    let mut station = invite(&signing, rng);
    let at = |holders: &[Holder]| (holders[1].step().outgoing(), holders[1].step().due());
    let holders = join_all(&mut station, rng);
    assert_eq!(at(&holders), (Kind::Joining, Kind::Roster));
    assert_eq!(holders[1].number(), 2);
    let invitation = holders[1].invitation().unwrap();
    assert_eq!((invitation.holders[1].as_str(), invitation.ceremony().len()), (NAMES[1], 64));
    let file = station.roster_file().unwrap();
    let spoken = holders[1].look_at_roster(&file).unwrap().spoken();
    let holders = step_all(&mut station, &holders, |holder| holder.confirm(&file, &spoken, rng));
    assert_eq!(at(&holders), (Kind::Contribution, Kind::Contributions));
    let file = station.contributions_file().unwrap();
    let holders = step_all(&mut station, &holders, |holder| holder.share(&file, rng));
    assert_eq!(at(&holders), (Kind::Shares, Kind::AllShares));
    let file = station.all_shares_file().unwrap();
    let holders = step_all(&mut station, &holders, |holder| holder.finish(&file, rng));
    assert_eq!(at(&holders), (Kind::Confirmation, Kind::ClosedBox));
    assert_eq!(holders[1].counted(), None);
}

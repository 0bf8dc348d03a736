//! What goes wrong with sticks: each has a sentence of its own, and nothing has changed after it.

use crate::{PASSPHRASE, invite, join_all, refused, station_key, step_all};
use ed25519_dalek::SigningKey;
use key_holders::{Holder, Roster, Station};
use rand::{SeedableRng, rngs::StdRng};

#[test]
fn names_and_numbers_that_make_no_key_are_refused_before_anybody_is_invited() {
    let rng = &mut StdRng::seed_from_u64(41);
    let key = station_key();
    let mut invited = |names: &[&str], threshold: u32| {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        refused(Station::invite(&key, "", "", &names, threshold, rng))
    };
    assert_eq!(invited(&["甲", "乙", "甲"], 2), "key-holders.names");
    assert_eq!(invited(&["甲", " "], 2), "key-holders.names");
    // One who opens alone holds the whole key.
    assert_eq!(invited(&["甲", "乙"], 1), "key.ceremony-size");
    assert_eq!(invited(&["甲", "乙"], 3), "key.ceremony-size");
    assert_eq!(invited(&[], 0), "key.ceremony-size");
    let many: Vec<String> = (0..33).map(|number| format!("代表{number}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(invited(&many, 17), "key.ceremony-size");
}

#[test]
fn a_stick_twice_changes_nothing() {
    let rng = &mut StdRng::seed_from_u64(42);
    let signing = station_key();
    let mut station = invite(&signing, rng);
    let holders = join_all(&mut station, rng);
    assert_eq!(refused(station.take(holders[0].outgoing())), "key-holders.taken-already");
    // One who lost what was kept and joined once more comes too late: the others may have the first keys.
    let again = Holder::join(station.invitation(), 1, PASSPHRASE, rng).unwrap().stored();
    assert_eq!(refused(station.take(again.outgoing())), "key-holders.another-of-the-holder");
    let invitation = station.invitation().to_owned();
    assert_eq!(refused(holders[0].confirm(&invitation, "", rng)), "key-holders.taken-already");
}

#[test]
fn a_computers_own_file_is_told_from_the_others() {
    let rng = &mut StdRng::seed_from_u64(43);
    let signing = station_key();
    let mut station = invite(&signing, rng);
    let holders = join_all(&mut station, rng);
    let own = holders[0].outgoing().to_owned();
    assert_eq!(refused(holders[0].confirm(&own, "", rng)), "key-holders.own-file");
    let roster = station.roster_file().unwrap();
    assert_eq!(refused(station.take(&roster)), "key-holders.own-file");
    assert_eq!(refused(holders[0].confirm(holders[1].outgoing(), "", rng)), "key-file.other-kind");
}

#[test]
fn two_ceremonies_are_not_mixed() {
    let rng = &mut StdRng::seed_from_u64(44);
    let signing = station_key();
    let (mut one, mut two) = (invite(&signing, rng), invite(&signing, rng));
    let (of_one, of_two) = (join_all(&mut one, rng), join_all(&mut two, rng));
    assert_eq!(refused(one.take(of_two[0].outgoing())), "key-holders.of-another-ceremony");
    let (list_one, list_two) = (one.roster_file().unwrap(), two.roster_file().unwrap());
    let spoken = Roster::read(&list_two).unwrap().spoken();
    assert_eq!(refused(of_one[0].confirm(&list_two, &spoken, rng)), "key-holders.of-another-ceremony");
    let spoken_one = Roster::read(&list_one).unwrap().spoken();
    let of_one = step_all(&mut one, &of_one, |holder| holder.confirm(&list_one, &spoken_one, rng));
    let of_two = step_all(&mut two, &of_two, |holder| holder.confirm(&list_two, &spoken, rng));
    assert_eq!(refused(one.take(of_two[0].outgoing())), "key-holders.of-another-ceremony");
    let (all_one, all_two) = (one.contributions_file().unwrap(), two.contributions_file().unwrap());
    assert_eq!(refused(of_one[0].share(&all_two, rng)), "key-holders.of-another-ceremony");
    // An earlier file of the other one is no earlier file of this one.
    assert_eq!(refused(of_one[0].share(&list_two, rng)), "key-holders.of-another-ceremony");
    let of_one = step_all(&mut one, &of_one, |holder| holder.share(&all_one, rng));
    let of_two = step_all(&mut two, &of_two, |holder| holder.share(&all_two, rng));
    let shares = two.all_shares_file().unwrap();
    assert_eq!(refused(of_one[0].finish(&shares, rng)), "key-holders.of-another-ceremony");
    let of_two = step_all(&mut two, &of_two, |holder| holder.finish(&shares, rng));
    assert_eq!(refused(one.take(of_two[0].outgoing())), "key-holders.of-another-ceremony");
}

#[test]
fn steps_out_of_order_wait_for_the_one_before() {
    let rng = &mut StdRng::seed_from_u64(45);
    let signing = station_key();
    let mut station = invite(&signing, rng);
    let joined = join_all(&mut station, rng);
    let list = station.roster_file().unwrap();
    let spoken = Roster::read(&list).unwrap().spoken();
    let confirmed = step_all(&mut station, &joined, |holder| holder.confirm(&list, &spoken, rng));
    let contributions = station.contributions_file().unwrap();
    assert_eq!(refused(joined[0].share(&contributions, rng)), "key-holders.too-early");
    assert_eq!(refused(joined[0].finish(&contributions, rng)), "key-holders.too-early");
    // The file that is due, handed to a later step.
    assert_eq!(refused(joined[0].count(&list, "", rng)), "key-holders.too-early");
    let early = confirmed[0].share(&contributions, rng).unwrap().stored();
    assert_eq!(refused(confirmed[0].finish(&contributions, rng)), "key-holders.too-early");
    station.take(early.outgoing()).unwrap();
    assert_eq!(refused(station.all_shares_file()), "key-holders.missing");
    assert_eq!(refused(station.finished()), "key-holders.missing");
}

#[test]
fn a_file_of_another_program_version_or_station_is_named() {
    let rng = &mut StdRng::seed_from_u64(46);
    let signing = station_key();
    let mut station = invite(&signing, rng);
    let holders = join_all(&mut station, rng);
    let newer = holders[0].outgoing().replacen("\"version\":1", "\"version\":2", 1);
    assert_eq!(refused(station.take(&newer)), "key-file.other-version");
    for foreign in
        ["", "{}", "[]", "piaojue kiosk\n", "{\"format\":\"piaojue-keys\",\"version\":1,\"kind\":\"x\"}"]
    {
        assert_eq!(refused(station.take(foreign)), "key-file.foreign", "{foreign}");
    }
    let huge = holders[0].outgoing().to_owned() + &" ".repeat(5000);
    assert_eq!(refused(station.take(&huge)), "key-file.too-large");
    let spaced = holders[0].outgoing().replacen(',', ", ", 1);
    assert_eq!(refused(station.take(&spaced)), "key-file.malformed");
    // Another station hands on the same joinings.
    let stranger = SigningKey::from_bytes(&[9; 32]);
    let other = Station::resume(&stranger, station.gathered().clone());
    let list = other.roster_file().unwrap();
    assert_eq!(refused(holders[0].confirm(&list, "", rng)), "key-holders.not-of-the-station");
    assert_eq!(refused(Holder::join(station.invitation(), 6, PASSPHRASE, rng)), "key.holder-unknown");
}

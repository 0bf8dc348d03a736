//! What all sticks together tell: no share.

use crate::{NAMES, PASSPHRASE, invite, join_all, refused, station_key, step_all, whole};
use ballot_box::{Committed, ElectionKey};
use curve25519_dalek::{RistrettoPoint, Scalar};
use key_holders::{Holder, Roster, Station};
use rand::{SeedableRng, rngs::StdRng};
use serde_json::Value;
use std::collections::BTreeSet;

/// All that lay on any stick: every holder's file of every step, and what the station handed on.
fn recorded(station: &Station<'_>) -> Vec<String> {
    let mut files = vec![serde_json::to_string(station.gathered()).unwrap()];
    files.extend(
        [station.roster_file(), station.contributions_file(), station.all_shares_file()].map(Result::unwrap),
    );
    files
}

/// The texts of a file, those of the files inside it too.
fn texts(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => match serde_json::from_str::<Value>(text) {
            Ok(inner @ (Value::Object(_) | Value::Array(_))) => texts(&inner, found),
            Ok(_) | Err(_) => drop(found.insert(text.clone())),
        },
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(members) => members.values().for_each(|item| texts(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn bytes_of(text: &str) -> Vec<Vec<u8>> {
    use base64ct::{Base64UrlUnpadded, Encoding};
    let hex = ballot_box::from_hex(text);
    let base64 = Base64UrlUnpadded::decode_vec(text).ok();
    hex.into_iter().chain(base64).chain([text.as_bytes().to_vec()]).collect()
}

/// Whether any 32 bytes in a row are the secret behind one of these public keys.
fn tells_a_secret(files: &[String], keys: &BTreeSet<[u8; 32]>) -> bool {
    let mut found = BTreeSet::new();
    for file in files {
        texts(&serde_json::from_str(file).unwrap(), &mut found);
    }
    let candidates: BTreeSet<[u8; 32]> = found
        .iter()
        .flat_map(|text| bytes_of(text))
        .flat_map(|bytes| bytes.windows(32).map(|row| <[u8; 32]>::try_from(row).unwrap()).collect::<Vec<_>>())
        .collect();
    assert!(candidates.len() > 500, "{}", candidates.len());
    let public = |secret: [u8; 32]| {
        RistrettoPoint::mul_base(&Scalar::from_bytes_mod_order(secret)).compress().to_bytes()
    };
    candidates.into_iter().any(|secret| keys.contains(&public(secret)))
}

/// The keys of an election key, each as its bytes: the shared one and each holder's.
fn keys_of(key: &ElectionKey) -> BTreeSet<[u8; 32]> {
    use base64ct::{Base64UrlUnpadded, Encoding};
    let written = serde_json::to_value(key).unwrap();
    let texts = written["participant_keys"].as_array().unwrap().iter().chain([&written["shared_key"]]);
    texts
        .map(|text| Base64UrlUnpadded::decode_vec(text.as_str().unwrap()).unwrap().try_into().unwrap())
        .collect()
}

#[test]
fn everything_that_ever_lay_on_a_stick_gives_no_share() {
    let rng = &mut StdRng::seed_from_u64(21);
    let signing = station_key();
    let mut station = invite(&signing, rng);
    let (_, finished) = whole(&mut station, rng);
    let mut keys = keys_of(&finished.key);
    // The shares of each single part as well: the sum of those for one holder is that holder's share.
    for part in &finished.holders {
        let single = serde_json::to_value(&part.contribution).unwrap();
        keys.extend(single_keys(&single));
    }
    let files = recorded(&station);
    assert!(!tells_a_secret(&files, &keys));
    // The control: a stick with one share in the clear is found.
    let (share, key) = share_in_the_clear(rng);
    let careless = serde_json::json!({ "share": ballot_box::hex(&share) }).to_string();
    let mut files = files;
    files.push(careless);
    assert!(tells_a_secret(&files, &BTreeSet::from([key])));
}

/// The public keys of the shares of one part: its polynomial at 1 … n.
fn single_keys(contribution: &Value) -> Vec<[u8; 32]> {
    use base64ct::{Base64UrlUnpadded, Encoding};
    use curve25519_dalek::{ristretto::CompressedRistretto, traits::Identity};
    let points: Vec<RistrettoPoint> = contribution["polynomial"]
        .as_array()
        .unwrap()
        .iter()
        .map(|text| {
            let bytes = Base64UrlUnpadded::decode_vec(text.as_str().unwrap()).unwrap();
            CompressedRistretto::from_slice(&bytes).unwrap().decompress().unwrap()
        })
        .collect();
    let at = |x: u64| {
        let horner = |sum: RistrettoPoint, point: &RistrettoPoint| sum * Scalar::from(x) + point;
        points.iter().rev().fold(RistrettoPoint::identity(), horner).compress().to_bytes()
    };
    (0..=NAMES.len() as u64).map(at).collect()
}

fn share_in_the_clear(rng: &mut StdRng) -> ([u8; 32], [u8; 32]) {
    let parts: Vec<Committed> = (1..=2).map(|holder| Committed::begin(2, 2, holder, rng).unwrap()).collect();
    let commitments: Vec<[u8; 32]> = parts.iter().map(Committed::commitment).collect();
    let revealed: Vec<_> = parts.into_iter().map(|part| part.reveal(&commitments).unwrap()).collect();
    let contributions: Vec<_> = revealed.iter().map(ballot_box::Revealed::contribution).collect();
    let sharing = revealed[0].clone().share(&contributions).unwrap();
    let share = *sharing.share_for(2).unwrap();
    let public = RistrettoPoint::mul_base(&Scalar::from_bytes_mod_order(share));
    (share, public.compress().to_bytes())
}

/// A station that swaps a holder's keys for its own in the list that it hands to the others.
#[test]
fn a_swapped_key_stops_at_the_digest() {
    let rng = &mut StdRng::seed_from_u64(22);
    let signing = station_key();
    let mut honest = invite(&signing, rng);
    let holders = join_all(&mut honest, rng);
    // The station itself joins in the third holder's place, and shows this list to everybody else.
    let stranger = Holder::join(honest.invitation(), 3, PASSPHRASE, rng).unwrap().stored();
    let mut gathered = serde_json::to_value(honest.gathered()).unwrap();
    gathered["joinings"][2] = stranger.outgoing().into();
    let swapped = Station::resume(&signing, serde_json::from_value(gathered).unwrap());
    let (true_list, false_list) = (honest.roster_file().unwrap(), swapped.roster_file().unwrap());
    let read_aloud = Roster::read(&true_list).unwrap().spoken();
    // The third holder reads aloud what their own screen shows; it is not what the others see.
    for (index, holder) in holders.iter().enumerate().filter(|(index, _)| *index != 2) {
        let stopped = holder.confirm(&false_list, &read_aloud, rng);
        assert_eq!(refused(stopped), "key-holders.digest-differs", "{}", NAMES[index]);
    }
    // Shown the false list, the third holder sees that the key in their place isn't theirs.
    let stopped = holders[2].confirm(&false_list, &Roster::read(&false_list).unwrap().spoken(), rng);
    assert_eq!(refused(stopped), "key-holders.own-key-swapped");
    // The control: with the true list all go on.
    step_all(&mut honest, &holders, |holder| holder.confirm(&true_list, &read_aloud, rng));
}

//! Files that are altered, and a holder who cheats with a key of their own.

use crate::{NAMES, PASSPHRASE, THRESHOLD, invite, refused, station_key};
use ballot_box::{Committed, Contribution, Revealed};
use ed25519_dalek::{Signer, SigningKey};
use key_holders::{Holder, Roster, Station};
use rand::{RngCore, SeedableRng, rngs::StdRng};
use serde_json::json;

/// The generator in base64url (RFC 9496, 4), and nothing, the identity.
const GENERATOR: &str = "4vKuCmq8TnGohKlhxQBRX1jjC2qlgt2NtqZZReCNLXY";
const IDENTITY: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// The fifth holder, whose program is another.
struct Cheat {
    signing: SigningKey,
    committed: Committed,
}

/// The hash that names a file.
fn hash(text: &str) -> String {
    use sha2::{Digest, Sha256};
    ballot_box::hex(&Sha256::digest(text))
}

fn random(rng: &mut StdRng) -> String {
    let mut bytes = [0; 32];
    rng.fill_bytes(&mut bytes);
    ballot_box::hex(&bytes)
}

impl Cheat {
    fn new(rng: &mut StdRng) -> Self {
        let committed = Committed::begin(5, THRESHOLD, 5, rng).unwrap();
        Self { signing: SigningKey::from_bytes(&[55; 32]), committed }
    }

    fn joining(&self, station: &Station<'_>, commitment: &str, sealing_key: &str) -> String {
        let content = format!(
            "{{\"invitation\":\"{}\",\"holder\":5,\"sealing_key\":\"{sealing_key}\",\"commitment\":\"{commitment}\"}}",
            hash(station.invitation())
        );
        written("joining", &content, &self.signing)
    }

    fn contribution(&self, digest: &str, contribution: &str) -> String {
        let content = format!("{{\"digest\":\"{digest}\",\"holder\":5,\"contribution\":{contribution}}}");
        written("contribution", &content, &self.signing)
    }
}

/// A file as docs/key-files.md has it, whatever its content.
fn written(kind: &str, content: &str, by: &SigningKey) -> String {
    let message = format!("piaojue keys v1\n{kind}\n{content}");
    let signature = ballot_box::hex(&by.sign(message.as_bytes()).to_bytes());
    let signer = ballot_box::hex(by.verifying_key().as_bytes());
    let content = json!(content);
    format!(
        "{{\"format\":\"piaojue-keys\",\"version\":1,\"kind\":\"{kind}\",\"content\":{content},\"signer\":\"{signer}\",\"signature\":\"{signature}\"}}"
    )
}

/// Four honest holders and a cheat, who have all joined.
fn joined<'a>(key: &'a SigningKey, rng: &mut StdRng) -> (Station<'a>, Vec<Holder>, Cheat) {
    let sealing_key = random(rng);
    joined_with(key, &sealing_key, rng)
}

/// The same with a cheat who has this sealing key.
fn joined_with<'a>(
    key: &'a SigningKey,
    sealing_key: &str,
    rng: &mut StdRng,
) -> (Station<'a>, Vec<Holder>, Cheat) {
    let mut station = invite(key, rng);
    let honest = (1..=4).map(|number| Holder::join(station.invitation(), number, PASSPHRASE, rng));
    let honest: Vec<Holder> = honest.map(|step| step.unwrap().stored()).collect();
    for holder in &honest {
        station.take(holder.outgoing()).unwrap();
    }
    let cheat = Cheat::new(rng);
    let commitment = ballot_box::hex(&cheat.committed.commitment());
    station.take(&cheat.joining(&station, &commitment, sealing_key)).unwrap();
    (station, honest, cheat)
}

fn commitments(station: &Station<'_>) -> Vec<[u8; 32]> {
    let gathered = serde_json::to_value(station.gathered()).unwrap();
    let joinings = gathered["joinings"].as_array().unwrap().iter();
    let commitment = |text: &serde_json::Value| {
        let file: serde_json::Value = serde_json::from_str(text.as_str().unwrap()).unwrap();
        let content: serde_json::Value = serde_json::from_str(file["content"].as_str().unwrap()).unwrap();
        let bytes = ballot_box::from_hex(content["commitment"].as_str().unwrap()).unwrap();
        bytes.try_into().unwrap()
    };
    joinings.map(commitment).collect()
}

fn contribution_of(cheat: &Cheat, station: &Station<'_>) -> Contribution {
    let revealed: Revealed = cheat.committed.clone().reveal(&commitments(station)).unwrap();
    revealed.contribution()
}

#[test]
fn a_holder_who_reveals_what_they_did_not_commit_to_is_named() {
    let rng = &mut StdRng::seed_from_u64(51);
    let key = station_key();
    let (mut station, _, cheat) = joined(&key, rng);
    let digest = station.roster().unwrap().digest_text();
    let right = serde_json::to_string(&contribution_of(&cheat, &station)).unwrap();
    let parts: serde_json::Value = serde_json::from_str(&right).unwrap();
    let points: Vec<String> = parts["polynomial"]
        .as_array()
        .unwrap()
        .iter()
        .map(|point| point.as_str().unwrap().to_owned())
        .collect();
    let mut took = |text: &str| refused(station.take(&cheat.contribution(&digest, text)));
    // Another first point, and a polynomial whose proof is of other points.
    assert_eq!(took(&right.replace(&points[0], &points[1])), "key.commitment-wrong");
    assert_eq!(took(&right.replace(&points[1], &points[2])), "key.contribution-not-proven");
    // Points whose secret everybody knows: at the end they would let fewer holders open.
    for known in [IDENTITY, GENERATOR] {
        for point in &points {
            assert_eq!(took(&right.replace(point, known)), "key.contribution-degenerate");
        }
    }
    // One point fewer or more.
    let shorter = right.replace(&format!(",\"{}\"", points[2]), "");
    assert_eq!(took(&shorter), "key.contribution-degenerate");
    let longer = right.replace(&format!("\"{}\"", points[2]), &format!("\"{0}\",\"{0}\"", points[2]));
    assert_eq!(took(&longer), "key.contribution-degenerate");
    // The control.
    station.take(&cheat.contribution(&digest, &right)).unwrap();
}

#[test]
fn a_holder_who_takes_over_anothers_commitment_or_key_is_named() {
    let rng = &mut StdRng::seed_from_u64(52);
    let key = station_key();
    let mut station = invite(&key, rng);
    for number in 1..=4 {
        let holder = Holder::join(station.invitation(), number, PASSPHRASE, rng).unwrap().stored();
        station.take(holder.outgoing()).unwrap();
    }
    let cheat = Cheat::new(rng);
    let mut copied = Station::resume(&key, station.gathered().clone());
    let first = {
        let gathered = serde_json::to_value(copied.gathered()).unwrap();
        let file: serde_json::Value =
            serde_json::from_str(gathered["joinings"][0].as_str().unwrap()).unwrap();
        let content: serde_json::Value = serde_json::from_str(file["content"].as_str().unwrap()).unwrap();
        content["commitment"].as_str().unwrap().to_owned()
    };
    copied.take(&cheat.joining(&copied, &first, &random(rng))).unwrap();
    let problem = copied.roster_file().unwrap_err();
    assert!(problem.to_string().contains(NAMES[4]), "{problem}");
    assert_eq!(refused(copied.roster()), "key-holders.key-twice");
}

#[test]
fn a_holder_who_seals_other_shares_is_named_by_the_one_who_gets_them() {
    let rng = &mut StdRng::seed_from_u64(53);
    let key = station_key();
    let (mut station, honest, cheat) = joined(&key, rng);
    let list = station.roster_file().unwrap();
    let roster = Roster::read(&list).unwrap();
    let digest = roster.digest_text();
    let mut holders = Vec::new();
    for holder in &honest {
        let holder = holder.confirm(&list, &roster.spoken(), rng).unwrap().stored();
        station.take(holder.outgoing()).unwrap();
        holders.push(holder);
    }
    let right = serde_json::to_string(&contribution_of(&cheat, &station)).unwrap();
    station.take(&cheat.contribution(&digest, &right)).unwrap();
    let contributions = station.contributions_file().unwrap();
    let mut files = Vec::new();
    for holder in &mut holders {
        *holder = holder.share(&contributions, rng).unwrap().stored();
        station.take(holder.outgoing()).unwrap();
        files.push(holder.outgoing().to_owned());
    }
    // The cheat hands on a share that was sealed by and for others, and one of other contributions.
    let first: serde_json::Value = serde_json::from_str(&files[0]).unwrap();
    let content = first["content"].as_str().unwrap();
    let of_cheat = content.replace("\"holder\":1", "\"holder\":5");
    station.take(&written("shares", &of_cheat, &cheat.signing)).unwrap();
    let shares = station.all_shares_file().unwrap();
    let problem = holders[1].finish(&shares, rng).err().unwrap();
    assert!(problem.to_string().contains(NAMES[4]), "{problem}");
    assert_eq!(refused(holders[1].finish(&shares, rng)), "key-holders.share-not-unsealed");
    let (mut station, _, cheat) = joined(&key, rng);
    assert_eq!(refused(station.take(&written("shares", &of_cheat, &cheat.signing))), "key-holders.missing");
}

/// To a key of small order anybody could unseal.
#[test]
fn nothing_is_sealed_to_a_key_whose_secret_everybody_knows() {
    let rng = &mut StdRng::seed_from_u64(56);
    let key = station_key();
    let (mut station, honest, cheat) = joined_with(&key, &"00".repeat(32), rng);
    let list = station.roster_file().unwrap();
    let spoken = Roster::read(&list).unwrap().spoken();
    let digest = station.roster().unwrap().digest_text();
    let mut holders = Vec::new();
    for holder in &honest {
        let holder = holder.confirm(&list, &spoken, rng).unwrap().stored();
        station.take(holder.outgoing()).unwrap();
        holders.push(holder);
    }
    let right = serde_json::to_string(&contribution_of(&cheat, &station)).unwrap();
    station.take(&cheat.contribution(&digest, &right)).unwrap();
    let contributions = station.contributions_file().unwrap();
    for holder in &holders {
        let problem = holder.share(&contributions, rng).err().unwrap().to_string();
        assert!(
            problem.starts_with("key-holders.share-not-unsealed") && problem.contains(NAMES[4]),
            "{problem}"
        );
    }
}

/// One bit of every file of a ceremony and a count, at each byte, as far as a file is short.
#[test]
fn a_file_with_one_bit_altered_is_taken_by_nobody() {
    let rng = &mut StdRng::seed_from_u64(54);
    let key = station_key();
    let mut station = invite(&key, rng);
    let invitation = station.invitation().to_owned();
    each_altered(&invitation, &mut |text| {
        Holder::join(text, 1, PASSPHRASE, &mut StdRng::seed_from_u64(1)).is_ok()
    });
    let mut holders = crate::join_all(&mut station, rng);
    let list = station.roster_file().unwrap();
    let spoken = Roster::read(&list).unwrap().spoken();
    let other = &mut StdRng::seed_from_u64(55);
    each_altered(&list, &mut |text| holders[0].confirm(text, &spoken, other).is_ok());
    each_of_holder(&invite(&key, &mut StdRng::seed_from_u64(54)), holders[0].outgoing());
    let before = Station::resume(&key, station.gathered().clone());
    holders = crate::step_all(&mut station, &holders, |holder| holder.confirm(&list, &spoken, rng));
    each_of_holder(&before, holders[0].outgoing());
    let before = Station::resume(&key, station.gathered().clone());
    let contributions = station.contributions_file().unwrap();
    each_altered(&contributions, &mut |text| holders[0].share(text, other).is_ok());
    holders = crate::step_all(&mut station, &holders, |holder| holder.share(&contributions, rng));
    each_of_holder(&before, holders[0].outgoing());
    let before = Station::resume(&key, station.gathered().clone());
    let shares = station.all_shares_file().unwrap();
    each_altered(&shares, &mut |text| holders[0].finish(text, other).is_ok());
    holders = crate::step_all(&mut station, &holders, |holder| holder.finish(&shares, rng));
    each_of_holder(&before, holders[0].outgoing());
}

/// Alters one bit of some three hundred bytes of a file, each of a short one's, and sees that nobody takes it.
pub fn each_altered(text: &str, taken: &mut impl FnMut(&str) -> bool) {
    assert!(taken(text), "the control: as it is, it is taken");
    let step = text.len().div_ceil(300);
    for place in (0..text.len()).step_by(step) {
        let mut bytes = text.as_bytes().to_vec();
        bytes[place] ^= 1 << (place % 7);
        let Ok(altered) = String::from_utf8(bytes) else { continue };
        assert!(!taken(&altered), "byte {place} of {text}");
    }
}

fn each_of_holder(station: &Station<'_>, text: &str) {
    let key = station_key();
    each_altered(text, &mut |text| Station::resume(&key, station.gathered().clone()).take(text).is_ok());
}

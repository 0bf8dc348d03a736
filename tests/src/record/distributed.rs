//! A session whose key its holders have made: one that was void for want of a quorum, with the other key in the place of the one
//! that was dealt. No ballot was sealed to either.

use super::{
    STATION,
    forge::{Fit, Forge},
};
use ballot_box::ElectionKey;
use ed25519_dalek::SigningKey;
use key_holders::{FinishedKey, Holder, KeyHolderError, Pending, Roster, Station};
use rand::{SeedableRng, rngs::StdRng};
use std::sync::LazyLock;

/// The session's key, made once: passphrases are slow on purpose.
static MADE: LazyLock<Made> = LazyLock::new(|| make(&mut StdRng::seed_from_u64(6)).expect("a key"));

/// A ceremony that is done.
struct Made {
    /// The holders' digest.
    digest: String,
    key: FinishedKey,
    /// All files that were on sticks, the invitation first.
    files: Vec<String>,
}

/// The files of a whole ceremony, the invitation first.
#[must_use]
pub fn key_files() -> &'static [String] {
    &MADE.files
}

/// The record of such a session, made of that of the void one.
pub fn distributed(void: &[u8]) -> Vec<u8> {
    let Made { digest, key: made, .. } = &*MADE;
    let mut forge = Forge::open(void, STATION);
    let profile = forge.text("profile.json");
    let profile = profile.strip_suffix('}').expect("an object");
    forge.set("profile.json", format!(r#"{profile},"keys":"distributed"}}"#));
    let key = "rounds/1/key.json";
    let dealt: ElectionKey = serde_json::from_str(&forge.text(key)).expect("a key");
    forge.set(key, written(&made.key));
    forge.insert_after(key, "rounds/1/key-holders.json", written(made).as_bytes());
    forge.replace_in_act("sealed", 1, 0, &dealt.fingerprint(), &made.key.fingerprint());
    forge.replace_in_act("sealed", 1, 0, r#""paper":0"#, &format!(r#""paper":0,"holders":"{digest}""#));
    forge.record(Fit::Parts)
}

fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("JSON")
}

fn make(rng: &mut StdRng) -> Result<Made, KeyHolderError> {
    let signing = SigningKey::from_bytes(&STATION);
    let names = ["总监票人", "监票人甲", "监票人乙"].map(str::to_owned);
    let mut station = Station::invite(&signing, "云溪县人民代表大会", "第十八届第六次会议", &names, 2, rng)?;
    let mut files = vec![station.invitation().to_owned()];
    let mut holders = Vec::new();
    for number in 1..=3 {
        let step = Holder::join(station.invitation(), number, "共同生成密钥用的一句口令", rng)?;
        holders.push(taken(&mut station, step, &mut files)?);
    }
    let roster = station.roster_file()?;
    let list = Roster::read(&roster)?;
    for holder in &mut holders {
        *holder = taken(&mut station, holder.confirm(&roster, &list.spoken(), rng)?, &mut files)?;
    }
    let contributions = station.contributions_file()?;
    for holder in &mut holders {
        *holder = taken(&mut station, holder.share(&contributions, rng)?, &mut files)?;
    }
    let shares = station.all_shares_file()?;
    for holder in &mut holders {
        *holder = taken(&mut station, holder.finish(&shares, rng)?, &mut files)?;
    }
    files.extend([roster, contributions, shares]);
    Ok(Made { digest: list.digest_text(), key: station.finished()?, files })
}

/// The holder after a step, whose file the station has taken.
fn taken(
    station: &mut Station<'_>,
    step: Pending,
    files: &mut Vec<String>,
) -> Result<Holder, KeyHolderError> {
    let holder = step.stored();
    station.take(holder.outgoing())?;
    files.push(holder.outgoing().to_owned());
    Ok(holder)
}

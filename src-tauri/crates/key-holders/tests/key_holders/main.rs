//! A key that nobody ever holds, through the public surface: its holders, their files, and what an adversary does with them.
#![expect(clippy::unwrap_used, reason = "a test that cannot set up its case fails")]

mod ceremony;
mod deaths;
mod forged;
mod misuse;
mod opening;
mod secrecy;

use ed25519_dalek::SigningKey;
use key_holders::{FinishedKey, Holder, KeyHolderError, Pending, Roster, Station};
use messages::Coded;
use rand::rngs::StdRng;

const NAMES: [&str; 5] = ["马秀英", "李建国", "王玉兰", "张海峰", "陈淑贞"];
const PASSPHRASE: &str = "麦子黄了 河水涨了 学校开学了";
const THRESHOLD: u32 = 3;

fn station_key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

fn invite<'a>(key: &'a SigningKey, rng: &mut StdRng) -> Station<'a> {
    let names = NAMES.map(str::to_owned);
    Station::invite(key, "某县人民代表大会", "第一次会议", &names, THRESHOLD, rng).unwrap()
}

/// All holders who have joined, their files taken.
fn join_all(station: &mut Station<'_>, rng: &mut StdRng) -> Vec<Holder> {
    let numbers = 1..=u32::try_from(NAMES.len()).unwrap();
    let joined = numbers.map(|number| Holder::join(station.invitation(), number, PASSPHRASE, rng));
    let holders: Vec<Holder> = joined.map(|step| step.unwrap().stored()).collect();
    take_all(station, &holders);
    holders
}

fn take_all(station: &mut Station<'_>, holders: &[Holder]) {
    for holder in holders {
        station.take(holder.outgoing()).unwrap();
    }
}

/// Every holder after a step, their files taken.
fn step_all(
    station: &mut Station<'_>,
    holders: &[Holder],
    mut step: impl FnMut(&Holder) -> Result<Pending, KeyHolderError>,
) -> Vec<Holder> {
    let holders: Vec<Holder> = holders.iter().map(|holder| step(holder).unwrap().stored()).collect();
    take_all(station, &holders);
    holders
}

/// A whole ceremony: the holders and the key that they made.
fn whole(station: &mut Station<'_>, rng: &mut StdRng) -> (Vec<Holder>, FinishedKey) {
    let holders = join_all(station, rng);
    let file = station.roster_file().unwrap();
    let spoken = Roster::read(&file).unwrap().spoken();
    let holders = step_all(station, &holders, |holder| holder.confirm(&file, &spoken, rng));
    let file = station.contributions_file().unwrap();
    let holders = step_all(station, &holders, |holder| holder.share(&file, rng));
    let file = station.all_shares_file().unwrap();
    let holders = step_all(station, &holders, |holder| holder.finish(&file, rng));
    let key = station.finished().unwrap();
    (holders, key)
}

/// The code of a refusal.
fn refused<T>(outcome: Result<T, KeyHolderError>) -> &'static str {
    outcome.err().unwrap().code()
}

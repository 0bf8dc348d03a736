//! The files that travel between stations and kiosks, as enemies and bad sticks leave them: refused, and never a panic.

use super::apart::{kiosk, open_hall};
use kiosk_files::{Kind, KioskBox, KioskFileError, Provision, Request, kind_of};
use messages::Coded;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use sha2::{Digest, Sha256};
use signed_file::Station;
use std::{collections::BTreeMap, ops::Range};

/// Where the content begins.
const CONTENT_AT: usize = 56;
/// What stands behind it: a hash and a signature.
const AFTER: usize = 32 + 64;

/// A file with its kind, and how it is read.
struct Travelling {
    kind: Kind,
    bytes: Vec<u8>,
    signer: Station,
}

impl Travelling {
    fn read(&self, bytes: &[u8]) -> Result<(), KioskFileError> {
        match self.kind {
            Kind::Request => Request::read(bytes).map(drop),
            Kind::Provision => Provision::read(bytes).map(drop),
            Kind::Box => KioskBox::read(bytes).map(drop),
        }
    }

    fn content(&self) -> Range<usize> {
        CONTENT_AT..self.bytes.len() - AFTER
    }

    /// This content in a file that is signed as it should be.
    fn signed(&self, content: &[u8]) -> Vec<u8> {
        let mut file = self.bytes[..48].to_vec();
        file.extend((content.len() as u64).to_be_bytes());
        file.extend(content);
        let hash = Sha256::digest(&file);
        file.extend(hash);
        let signature = self.signer.sign(&file);
        file.extend(signature);
        file
    }
}

/// One file of each kind.
fn all() -> Vec<Travelling> {
    let mut hall = open_hall(&[2, 3]);
    let mut kiosk = kiosk(&mut hall, 1, 2);
    kiosk.cast(&hall.codes[2..4], "+-..");
    let bytes = kiosk.close();
    vec![
        Travelling {
            kind: Kind::Request,
            bytes: Request::write("北厅一号", &kiosk.key()).unwrap(),
            signer: kiosk.key(),
        },
        Travelling {
            kind: Kind::Provision,
            bytes: kiosk.provision.clone(),
            signer: Station::from_secret(&[7; 32]),
        },
        Travelling { kind: Kind::Box, bytes, signer: kiosk.key() },
    ]
}

#[test]
fn the_same_content_gives_the_same_file_and_is_read_back() {
    for file in all() {
        assert_eq!(kind_of(&file.bytes), Some(file.kind));
        file.read(&file.bytes).unwrap();
        assert_eq!(file.signed(&file.bytes[file.content()]), file.bytes, "as the format says");
    }
}

#[test]
fn every_altered_byte_is_refused() {
    for file in all() {
        let mut outcomes = BTreeMap::new();
        for place in 0..file.bytes.len() {
            let mut altered = file.bytes.clone();
            altered[place] ^= 1 << (place % 8);
            let refused = file.read(&altered).expect_err("an altered byte is found");
            *outcomes.entry(refused.code()).or_insert(0) += 1;
        }
        let hashed = file.content().len() + 30;
        assert!(outcomes["kiosk-file.altered"] >= hashed, "{outcomes:?}");
        assert!(outcomes["kiosk-file.signature-wrong"] >= 64, "{outcomes:?}");
        assert!(outcomes["kiosk-file.foreign"] >= 14, "{outcomes:?}");
    }
}

#[test]
fn every_truncated_and_lengthened_file_is_refused() {
    for file in all() {
        for length in 0..file.bytes.len() {
            let refused = file.read(&file.bytes[..length]).expect_err("a truncated file is found");
            let expected = if length < 14 { "kiosk-file.foreign" } else { "kiosk-file.truncated" };
            assert_eq!(refused.code(), expected, "{length}");
        }
        let longer = [&file.bytes[..], &[0]].concat();
        assert_eq!(file.read(&longer).unwrap_err().code(), "kiosk-file.altered");
    }
}

#[test]
fn thousands_of_random_changes_are_refused() {
    let mut rng = ChaCha20Rng::seed_from_u64(31);
    let files = all();
    for _ in 0..4_000 {
        let file = &files[rng.gen_range(0..files.len())];
        let mut altered = file.bytes.clone();
        for _ in 0..rng.gen_range(1..6) {
            let place = rng.gen_range(0..altered.len());
            match rng.gen_range(0..4) {
                0 => altered[place] = rng.r#gen(),
                1 => altered.truncate(place.max(1)),
                2 => altered.insert(place, rng.r#gen()),
                _ => drop(altered.remove(place)),
            }
            if altered.is_empty() {
                break;
            }
        }
        assert!(altered == file.bytes || file.read(&altered).is_err());
    }
}

/// Whoever holds the key can sign anything: what is signed and makes no sense is refused, or is a file in its own form.
#[test]
fn thousands_of_signed_changes_crash_nothing() {
    let mut rng = ChaCha20Rng::seed_from_u64(32);
    let files = all();
    let (mut refused, mut read) = (0, 0);
    for _ in 0..4_000 {
        let file = &files[rng.gen_range(0..files.len())];
        let mut content = file.bytes[file.content()].to_vec();
        let place = rng.gen_range(0..content.len());
        match rng.gen_range(0..5) {
            0 => content[place] = rng.r#gen(),
            1 => content[place] = b"0123456789abcdef\"{}[],:"[rng.gen_range(0..23)],
            2 => content.truncate(place),
            3 => content.insert(place, b"0123456789 "[rng.gen_range(0..11)]),
            _ => {
                let end = (place + rng.gen_range(1..80)).min(content.len());
                content.drain(place..end);
            }
        }
        match file.read(&file.signed(&content)) {
            Ok(()) => read += 1,
            Err(error) => {
                let refusals = ["kiosk-file.malformed", "kiosk-file.kiosk-name"];
                assert!(refusals.contains(&error.code()), "{error}");
                refused += 1;
            }
        }
    }
    assert!(refused > 2_500 && read > 0, "{refused} {read}");
}

#[test]
fn content_in_any_other_form_is_refused() {
    for file in all() {
        let content = file.bytes[file.content()].to_vec();
        let spaced = [b" ", &content[..]].concat();
        let doubled = [&content[..content.len() - 1], b",\"more\":1}"].concat();
        let nested = "[".repeat(100_000).into_bytes();
        for other in [spaced, doubled, nested, b"null".to_vec(), Vec::new(), vec![0xff; 100]] {
            let refused = file.read(&file.signed(&other)).unwrap_err();
            assert_eq!(
                refused.code(),
                if file.kind == Kind::Request && other.len() > 4_000 {
                    "kiosk-file.too-large"
                } else {
                    "kiosk-file.malformed"
                }
            );
        }
    }
}

/// A length that no memory holds is refused before anything is reserved.
#[test]
fn a_length_that_lies_is_refused() {
    for file in all() {
        for length in [u64::MAX, u64::MAX - 150, 1 << 40, 0] {
            let mut lying = file.bytes.clone();
            lying[48..56].copy_from_slice(&length.to_be_bytes());
            let refused = file.read(&lying).unwrap_err();
            let expected = if length == 0 { "kiosk-file.altered" } else { "kiosk-file.truncated" };
            assert_eq!(refused.code(), expected);
        }
    }
}

#[test]
fn a_newer_form_is_said_to_be_one() {
    for file in all() {
        let mut newer = file.bytes.clone();
        newer[15] = 3;
        assert_eq!(file.read(&newer).unwrap_err().code(), "kiosk-file.newer");
    }
}

#[test]
fn names_have_limits() {
    let key = Station::from_secret(&[3; 32]);
    for name in ["", "  ", "一\n二"] {
        assert_eq!(Request::write(name, &key).unwrap_err().code(), "kiosk-file.kiosk-name");
    }
    assert!(Request::write(&"长".repeat(41), &key).is_err());
    assert!(Request::write(&"长".repeat(40), &key).is_ok());
    assert_eq!(Request::read(&Request::write(" 甲 ", &key).unwrap()).unwrap().name, "甲");
}

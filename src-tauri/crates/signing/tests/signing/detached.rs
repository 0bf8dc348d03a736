//! The station's signature beside a file.

use crate::tools::Folder;
use ed25519_dalek::SigningKey;
use proptest::prelude::*;
use signing::{DetachedError, Sidecar, check_detached, detached, sidecar_name};

const RECORD: [u8; 32] = [0xAB; 32];
const FILE: &[u8] = b"%PDF-1.7 and so on";

fn key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

fn signed() -> String {
    detached("resolution.pdf", FILE, Some(&RECORD), &key()).unwrap()
}

/// The sidecar with one value in another's place.
fn with(key: &str, value: serde_json::Value) -> String {
    let mut json: serde_json::Value = serde_json::from_str(&signed()).unwrap();
    json[key] = value;
    json.to_string()
}

#[test]
fn what_is_signed_holds_and_is_the_same_each_time() {
    let sidecar = check_detached(FILE, &signed()).unwrap();
    assert_eq!(sidecar.format, 1);
    assert_eq!(sidecar.file, "resolution.pdf");
    assert_eq!(sidecar.record, Some("ab".repeat(32)));
    assert_eq!(sidecar.public_key, "ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c");
    assert_eq!(signed(), signed());
    assert_eq!(sidecar_name("resolution.pdf"), "resolution.pdf.sig.json");
    let without = detached("决议.pdf", FILE, None, &key()).unwrap();
    assert_eq!(check_detached(FILE, &without).unwrap().record, None);
}

#[test]
fn others_can_check_it_without_this_program() {
    let folder = Folder::new();
    let Sidecar { file, sha256, record, public_key, signature, .. } =
        serde_json::from_str(&signed()).unwrap();
    folder.write(&file, FILE);
    // The second signed line is what sha256sum says.
    let line = folder.sha256sum(&file);
    assert_eq!(line, format!("{sha256}  {file}\n"));
    let text = format!("piaojue detached signature 1\n{line}record {}\n", record.unwrap());
    folder.write("text", text.as_bytes());
    folder.write("signature", &bytes(&signature));
    // What DER puts before an Ed25519 key (RFC 8410).
    folder.write("key.der", &bytes(&format!("302a300506032b6570032100{public_key}")));
    folder.openssl(&[
        "pkeyutl",
        "-verify",
        "-pubin",
        "-inkey",
        "key.der",
        "-keyform",
        "DER",
        "-rawin",
        "-in",
        "text",
        "-sigfile",
        "signature",
    ]);
}

fn bytes(digits: &str) -> Vec<u8> {
    (0..digits.len())
        .step_by(2)
        .map(|place| u8::from_str_radix(&digits[place..place + 2], 16).unwrap())
        .collect()
}

#[test]
fn a_changed_file_is_found() {
    let refused = check_detached(b"another file", &signed()).unwrap_err();
    assert!(matches!(refused, DetachedError::FileChanged { .. }), "{refused}");
}

#[test]
fn nothing_in_the_sidecar_can_be_changed() {
    // The key of RFC 8032's second test.
    let other_key = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
    for (key, value) in [
        ("file", "budget.pdf".into()),
        ("sha256", "0".repeat(64).into()),
        ("record", "0".repeat(64).into()),
        ("record", serde_json::Value::Null),
        ("public_key", other_key.into()),
        ("signature", "0".repeat(128).into()),
    ] {
        assert_eq!(check_detached(FILE, &with(key, value)), Err(DetachedError::SignatureInvalid), "{key}");
    }
}

#[test]
fn what_is_no_sidecar_is_refused() {
    let changed = [
        with("signature", "zz".into()),
        with("more", 1.into()),
        // As a text it would be signed like none at all.
        with("record", "none".into()),
        with("record", "ab\nrecord cd".into()),
    ];
    let plain = ["", "{}", "[]", &signed()[1..]];
    for text in plain.into_iter().chain(changed.iter().map(String::as_str)) {
        let refused = check_detached(FILE, text).unwrap_err();
        assert!(matches!(refused, DetachedError::Unreadable { .. }), "{text}: {refused}");
    }
    assert_eq!(
        check_detached(FILE, &with("format", 2.into())),
        Err(DetachedError::UnknownFormat { format: 2 })
    );
}

#[test]
fn a_name_that_would_break_the_signed_text_is_refused() {
    for name in ["", "a\nb", "a\r", "../a.pdf", "a\\b", "a\u{2028}b"] {
        let error = DetachedError::UnusableName { name: name.into() };
        assert_eq!(detached(name, FILE, None, &key()), Err(error.clone()));
        assert_eq!(check_detached(FILE, &with("file", name.into())), Err(error));
    }
}

proptest! {
    #[test]
    fn no_text_makes_the_check_panic(text: String, place in any::<prop::sample::Index>(), byte: u8) {
        let _ = check_detached(FILE, &text);
        let mut altered = signed().into_bytes();
        let place = place.index(altered.len());
        altered[place] ^= byte;
        let unchanged = byte == 0;
        if let Ok(altered) = String::from_utf8(altered) {
            let held = check_detached(FILE, &altered).is_ok();
            // Hexadecimal digits of the key and the signature, and white space between, may be written otherwise.
            prop_assert!(!unchanged || held);
            if held {
                let (was, is): (Sidecar, Sidecar) =
                    (serde_json::from_str(&signed()).unwrap(), serde_json::from_str(&altered).unwrap());
                prop_assert_eq!((was.file, was.sha256, was.record), (is.file, is.sha256, is.record));
            }
        }
    }
}

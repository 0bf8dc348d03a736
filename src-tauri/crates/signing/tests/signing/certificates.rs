//! Opening .p12 files.

use crate::tools::{Folder, NAME, P256, P384, PASSPHRASE, RSA, SUBJECT, at, made, today};
use proptest::prelude::*;
use signing::{Certificate, SigningError, sign_pdf};

fn refused(bytes: &[u8], passphrase: &str) -> SigningError {
    Certificate::open(bytes, passphrase).err().unwrap()
}

#[test]
fn every_kind_of_key_and_lock_opens() {
    // As openssl locks files today, as older programs did, with certificates in the open, and without a code over all.
    let locks: [&[&str]; 5] = [
        &[],
        &["-legacy"],
        &["-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "sha1"],
        &["-certpbe", "NONE", "-macalg", "sha512"],
        &["-nomac"],
    ];
    for kind in [RSA, P256, P384] {
        let folder = made(&kind);
        for lock in locks {
            let file = folder.p12("signer", lock);
            let certificate = Certificate::open(&file, PASSPHRASE).unwrap();
            assert_eq!(certificate.subject(), NAME, "{kind:?} {lock:?}");
            assert_eq!(certificate.issuer(), NAME);
            assert_eq!(certificate.valid_from(), at("2026-01-01T00:00:00Z"));
            assert_eq!(certificate.valid_until(), at("2026-12-31T23:59:59Z"));
            assert_eq!(refused(&file, "another"), SigningError::WrongPassphrase, "{kind:?} {lock:?}");
        }
    }
}

#[test]
fn a_passphrase_may_be_empty_or_chinese() {
    let folder = made(&P256);
    for passphrase in ["", "口令 𬭚"] {
        // openssl takes the terminal's characters for UTF-8 only where the locale says so.
        let password = format!("pass:{passphrase}");
        let arguments =
            ["pkcs12", "-export", "-inkey", "signer.key", "-in", "signer.crt", "-out", "made.p12"];
        folder.openssl(&[&arguments[..], &["-passout", &password]].concat());
        assert!(Certificate::open(&folder.read("made.p12"), passphrase).is_ok(), "{passphrase}");
    }
}

#[test]
fn a_damaged_file_is_told_from_a_wrong_passphrase() {
    let file = made(&P256).p12("signer", &[]);
    for kept in [0, 1, 10, file.len() / 2, file.len() - 1] {
        let error = refused(&file[..kept], PASSPHRASE);
        assert!(matches!(error, SigningError::CertificateDamaged { .. }), "{kept}: {error}");
    }
    assert!(matches!(refused(b"%PDF-1.7\n", PASSPHRASE), SigningError::CertificateDamaged { .. }));
    assert!(matches!(
        refused(&[&file[..], b"more"].concat(), PASSPHRASE),
        SigningError::CertificateDamaged { .. }
    ));
}

#[test]
fn a_file_without_a_key_or_without_its_certificate_is_refused() {
    let folder = made(&P256);
    assert_eq!(refused(&folder.p12("signer", &["-nokeys"]), PASSPHRASE), SigningError::NoPrivateKey);
    let password = format!("pass:{PASSPHRASE}");
    let alone =
        ["pkcs12", "-export", "-inkey", "signer.key", "-in", "signer.key", "-nocerts", "-out", "made.p12"];
    folder.openssl(&[&alone[..], &["-passout", &password]].concat());
    assert_eq!(refused(&folder.read("made.p12"), PASSPHRASE), SigningError::NoCertificate);
}

#[test]
fn keys_that_are_not_signed_with_are_named() {
    let kinds: [(&[&str], &str); 3] = [
        (&["-algorithm", "ED25519"], "id-Ed25519"),
        (&["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"], "RSA 1024"),
        (&["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp256k1"], "id-ecPublicKey 1.3.132.0.10"),
    ];
    for (kind, named) in kinds {
        let folder = Folder::new();
        folder.key("signer", kind);
        let arguments =
            ["req", "-x509", "-new", "-key", "signer.key", "-out", "signer.crt", "-subj", "/CN=a"];
        folder.openssl(&arguments);
        let error = refused(&folder.p12("signer", &[]), PASSPHRASE);
        assert_eq!(error, SigningError::UnsupportedKey { kind: named.into() });
    }
}

#[test]
fn a_certificate_for_another_use_is_refused() {
    let folder = Folder::new();
    folder.key("signer", &P256);
    folder.self_signed("signer", SUBJECT, &["keyUsage=critical,keyEncipherment,keyAgreement"]);
    let error = refused(&folder.p12("signer", &[]), PASSPHRASE);
    assert_eq!(error, SigningError::NotForSigning { subject: NAME.into() });
    // One that names no use may be used.
    folder.self_signed("signer", SUBJECT, &[]);
    assert!(Certificate::open(&folder.p12("signer", &[]), PASSPHRASE).is_ok());
}

#[test]
fn a_certificate_is_used_in_its_time_only() {
    let certificate = Certificate::open(&made(&P256).p12("signer", &[]), PASSPHRASE).unwrap();
    assert_eq!(certificate.check(today()), Ok(()));
    assert_eq!(certificate.check(at("2026-01-01T08:00:00+08:00")), Ok(()));
    assert_eq!(certificate.check(at("2027-01-01T07:59:59+08:00")), Ok(()));
    let expired =
        SigningError::Expired { subject: NAME.into(), valid_until: at("2027-01-01T07:59:59+08:00") };
    assert_eq!(certificate.check(at("2027-01-01T08:00:00+08:00")), Err(expired.clone()));
    let early =
        SigningError::NotYetValid { subject: NAME.into(), valid_from: at("2026-01-01T08:00:00+08:00") };
    assert_eq!(certificate.check(at("2026-01-01T07:59:59+08:00")), Err(early));
    let signed = sign_pdf(b"", &certificate, at("2027-01-01T08:00:00+08:00"), "");
    assert_eq!(signed, Err(expired));
}

#[test]
fn a_file_that_asks_for_endless_work_is_refused() {
    let folder = made(&P256);
    let file = folder.p12("signer", &["-iter", "2000001", "-nomac", "-certpbe", "NONE"]);
    assert!(matches!(refused(&file, PASSPHRASE), SigningError::UnknownEncryption { .. }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn an_altered_file_never_opens_as_another_or_crashes(place in any::<prop::sample::Index>(), value: u8) {
        static FILE: std::sync::LazyLock<Vec<u8>> = std::sync::LazyLock::new(|| {
            made(&P256).p12("signer", &["-iter", "1"])
        });
        let mut altered = FILE.clone();
        altered[place.index(FILE.len())] ^= value;
        if let Ok(certificate) = Certificate::open(&altered, PASSPHRASE) {
            prop_assert_eq!(certificate.subject(), NAME);
        }
    }
}

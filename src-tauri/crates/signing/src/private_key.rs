//! Private keys, and what they sign.

use crate::{
    SigningError,
    protection::{damaged, name_of},
};
use der::{
    Any, Decode,
    asn1::{Null, ObjectIdentifier},
    oid::db::rfc5912,
};
use p256::pkcs8::{DecodePrivateKey as _, PrivateKeyInfo};
use rsa::{pkcs1::EncodeRsaPublicKey as _, pkcs8::DecodePrivateKey as _, traits::PublicKeyParts as _};
use x509_cert::spki::AlgorithmIdentifierOwned;

/// The shortest RSA key that a certification authority still issues, and the longest that signs in reasonable time.
const RSA_BITS: std::ops::RangeInclusive<u32> = 2048..=8192;

/// A private key; each kind wipes itself when it is dropped.
pub(crate) enum PrivateKey {
    Rsa(Box<rsa::PrivateKey>),
    P256(p256::ecdsa::SigningKey),
    P384(p384::ecdsa::SigningKey),
}

impl PrivateKey {
    /// Reads a key in the form of PKCS#8.
    pub(crate) fn read(pkcs8: &[u8]) -> Result<Self, SigningError> {
        let key = PrivateKeyInfo::from_der(pkcs8).map_err(damaged)?;
        match (key.algorithm.oid, key.algorithm.parameters_oid().ok()) {
            (rfc5912::RSA_ENCRYPTION, _) => read_rsa(pkcs8),
            (rfc5912::ID_EC_PUBLIC_KEY, Some(rfc5912::SECP_256_R_1)) => {
                p256::ecdsa::SigningKey::from_pkcs8_der(pkcs8).map(Self::P256).map_err(damaged)
            }
            (rfc5912::ID_EC_PUBLIC_KEY, Some(rfc5912::SECP_384_R_1)) => {
                p384::ecdsa::SigningKey::from_pkcs8_der(pkcs8).map(Self::P384).map_err(damaged)
            }
            (algorithm, curve) => {
                let names = [Some(algorithm), curve].into_iter().flatten().map(name_of);
                Err(SigningError::UnsupportedKey { kind: names.collect::<Vec<_>>().join(" ") })
            }
        }
    }

    /// The public key as it is written in a certificate, without its algorithm.
    pub(crate) fn public(&self) -> Result<Vec<u8>, SigningError> {
        Ok(match self {
            Self::Rsa(key) => key.to_public_key().to_pkcs1_der().map_err(damaged)?.into_vec(),
            Self::P256(key) => key.verifying_key().to_encoded_point(false).as_bytes().to_vec(),
            Self::P384(key) => key.verifying_key().to_encoded_point(false).as_bytes().to_vec(),
        })
    }

    /// What a signature over a SHA-256 is called (RFC 5754; RFC 5758).
    pub(crate) fn algorithm(&self) -> AlgorithmIdentifierOwned {
        let (oid, parameters): (ObjectIdentifier, Option<Any>) = match self {
            Self::Rsa(_) => (rfc5912::SHA_256_WITH_RSA_ENCRYPTION, Some(Null.into())),
            Self::P256(_) | Self::P384(_) => (rfc5912::ECDSA_WITH_SHA_256, None),
        };
        AlgorithmIdentifierOwned { oid, parameters }
    }

    /// Signs a SHA-256. The same key and hash give the same signature.
    pub(crate) fn sign(&self, sha256: &[u8]) -> Result<Vec<u8>, SigningError> {
        use p256::ecdsa::signature::hazmat::PrehashSigner as _;
        match self {
            Self::Rsa(key) => key.sign(rsa::Pkcs1v15Sign::new::<rsa::sha2::Sha256>(), sha256).map_err(failed),
            Self::P256(key) => {
                let signature: p256::ecdsa::DerSignature = key.sign_prehash(sha256).map_err(failed)?;
                Ok(signature.as_bytes().to_vec())
            }
            Self::P384(key) => {
                let signature: p384::ecdsa::DerSignature = key.sign_prehash(sha256).map_err(failed)?;
                Ok(signature.as_bytes().to_vec())
            }
        }
    }
}

fn read_rsa(pkcs8: &[u8]) -> Result<PrivateKey, SigningError> {
    let key = rsa::PrivateKey::from_pkcs8_der(pkcs8).map_err(damaged)?;
    let bits = key.n().bit_width_vartime();
    if !RSA_BITS.contains(&bits) {
        return Err(SigningError::UnsupportedKey { kind: format!("RSA {bits}") });
    }
    Ok(PrivateKey::Rsa(Box::new(key)))
}

pub(crate) fn failed(reason: impl std::fmt::Display) -> SigningError {
    SigningError::Failed { reason: reason.to_string() }
}

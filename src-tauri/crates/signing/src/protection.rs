//! How a .p12 file is locked: the check of its passphrase, and its decryption.
//!
//! Today's files use PBES2 (RFC 8018); those of older programs 3DES or RC2, with keys derived as in RFC 7292, appendix B.

use crate::SigningError;
use cbc::cipher::{BlockCipher, BlockDecryptMut, KeyInit, KeyIvInit, block_padding::Pkcs7};
use der::{
    Decode, Encode,
    asn1::ObjectIdentifier,
    oid::db::{DB, rfc5912},
};
use hmac::{
    Mac, SimpleHmac,
    digest::{Digest, FixedOutputReset, core_api::BlockSizeUser},
};
use pkcs5::pbes2::{self, Kdf};
use pkcs12::{
    PKCS_12_PBE_WITH_SHAAND3_KEY_TRIPLE_DES_CBC, PKCS_12_PBEWITH_SHAAND40_BIT_RC2_CBC,
    kdf::{Pkcs12KeyType, derive_key},
    mac_data::MacData,
    pbe_params::Pkcs12PbeParams,
};
use x509_cert::spki::AlgorithmIdentifierOwned;
use zeroize::Zeroizing;

/// Rounds of a derivation that are taken at the most: several times what is recommended today, and done in seconds. A file
/// says itself how many it needs, and could keep the program busy for hours.
const MOST_ROUNDS: u32 = 2_000_000;
/// Memory that a derivation by scrypt may need at the most, in bytes.
const MOST_MEMORY: u64 = 1 << 30;

/// A passphrase, as text and as RFC 7292 wants it: UTF-16 from the high byte, with a zero at the end.
pub(crate) struct Passphrase<'a> {
    text: &'a str,
    wide: Zeroizing<Vec<u8>>,
}

impl<'a> Passphrase<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        // Reserved at once: a vector that grows leaves its old places behind unwiped.
        let mut wide = Zeroizing::new(Vec::with_capacity(2 * text.len() + 2));
        wide.extend(text.encode_utf16().chain([0]).flat_map(u16::to_be_bytes));
        Self { text, wide }
    }

    fn derive<D>(
        &self,
        purpose: Pkcs12KeyType,
        salt: &[u8],
        rounds: i32,
        length: usize,
    ) -> Result<Zeroizing<Vec<u8>>, SigningError>
    where
        D: Digest + FixedOutputReset + BlockSizeUser,
    {
        let sensible = u32::try_from(rounds).is_ok_and(|rounds| (1..=MOST_ROUNDS).contains(&rounds));
        if !sensible {
            return Err(SigningError::UnknownEncryption { method: format!("{rounds} rounds") });
        }
        Ok(Zeroizing::new(derive_key::<D>(&self.wide, salt, purpose, rounds, length)))
    }
}

/// Checks the code of authentication over a file's contents: the passphrase is right, and nothing was altered.
pub(crate) fn check_mac(
    data: &MacData,
    passphrase: &Passphrase,
    contents: &[u8],
) -> Result<(), SigningError> {
    match data.mac.algorithm.oid {
        rfc5912::ID_SHA_1 => check_mac_of::<sha1::Sha1>(data, passphrase, contents),
        rfc5912::ID_SHA_256 => check_mac_of::<sha2::Sha256>(data, passphrase, contents),
        rfc5912::ID_SHA_384 => check_mac_of::<sha2::Sha384>(data, passphrase, contents),
        rfc5912::ID_SHA_512 => check_mac_of::<sha2::Sha512>(data, passphrase, contents),
        other => Err(unknown(other)),
    }
}

fn check_mac_of<D>(data: &MacData, passphrase: &Passphrase, contents: &[u8]) -> Result<(), SigningError>
where
    D: Digest + FixedOutputReset + BlockSizeUser + Clone,
{
    let length = <D as Digest>::output_size();
    let key =
        passphrase.derive::<D>(Pkcs12KeyType::Mac, data.mac_salt.as_bytes(), data.iterations, length)?;
    let mac = <SimpleHmac<D> as Mac>::new_from_slice(&key).map_err(damaged)?;
    let mac = mac.chain_update(contents);
    mac.verify_slice(data.mac.digest.as_bytes()).map_err(|_| SigningError::WrongPassphrase)
}

/// Decrypts a part of the file. Where nothing vouched for the passphrase before, a failure means that it is wrong.
pub(crate) fn decrypt(
    method: &AlgorithmIdentifierOwned,
    passphrase: &Passphrase,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, SigningError> {
    let parameters = method.parameters.to_der().map_err(damaged)?;
    match method.oid {
        pbes2::PBES2_OID => decrypt_today(&parameters, passphrase, sealed),
        PKCS_12_PBE_WITH_SHAAND3_KEY_TRIPLE_DES_CBC => {
            decrypt_old::<des::TdesEde3>(&parameters, passphrase, sealed, 24)
        }
        PKCS_12_PBEWITH_SHAAND40_BIT_RC2_CBC => decrypt_old::<rc2::Rc2>(&parameters, passphrase, sealed, 5),
        other => Err(unknown(other)),
    }
}

fn decrypt_today(
    parameters: &[u8],
    passphrase: &Passphrase,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, SigningError> {
    let parameters = pbes2::Parameters::from_der(parameters)
        .map_err(|error| SigningError::UnknownEncryption { method: error.to_string() })?;
    check_cost(&parameters.kdf)?;
    match parameters.decrypt(passphrase.text, sealed) {
        Ok(plain) => Ok(Zeroizing::new(plain)),
        // A wrong key shows as wrong padding, which the crate names by either error.
        Err(pkcs5::Error::DecryptFailed | pkcs5::Error::EncryptFailed) => Err(SigningError::WrongPassphrase),
        Err(error) => Err(SigningError::UnknownEncryption { method: error.to_string() }),
    }
}

fn check_cost(derivation: &Kdf) -> Result<(), SigningError> {
    let sensible = match derivation {
        Kdf::Pbkdf2(parameters) => parameters.iteration_count <= MOST_ROUNDS,
        Kdf::Scrypt(parameters) => {
            let memory = parameters.cost_parameter.checked_mul(128 * u64::from(parameters.block_size));
            memory.is_some_and(|memory| memory <= MOST_MEMORY) && parameters.parallelization <= 16
        }
        _ => false,
    };
    sensible.then_some(()).ok_or_else(|| unknown(derivation.oid()))
}

fn decrypt_old<C>(
    parameters: &[u8],
    passphrase: &Passphrase,
    sealed: &[u8],
    key_length: usize,
) -> Result<Zeroizing<Vec<u8>>, SigningError>
where
    C: BlockCipher + BlockDecryptMut + KeyInit,
{
    let Pkcs12PbeParams { salt, iterations } = Pkcs12PbeParams::from_der(parameters).map_err(damaged)?;
    let derive =
        |purpose, length| passphrase.derive::<sha1::Sha1>(purpose, salt.as_bytes(), iterations, length);
    let key = derive(Pkcs12KeyType::EncryptionKey, key_length)?;
    let start = derive(Pkcs12KeyType::Iv, C::block_size())?;
    let cipher = cbc::Decryptor::<C>::new_from_slices(&key, &start).map_err(damaged)?;
    let plain = cipher.decrypt_padded_vec_mut::<Pkcs7>(sealed);
    plain.map(Zeroizing::new).map_err(|_| SigningError::WrongPassphrase)
}

pub(crate) fn damaged(reason: impl std::fmt::Display) -> SigningError {
    SigningError::CertificateDamaged { reason: reason.to_string() }
}

fn unknown(method: ObjectIdentifier) -> SigningError {
    SigningError::UnknownEncryption { method: name_of(method) }
}

/// An algorithm's name, or its number where it has none.
pub(crate) fn name_of(algorithm: ObjectIdentifier) -> String {
    DB.by_oid(&algorithm).map_or_else(|| algorithm.to_string(), str::to_owned)
}

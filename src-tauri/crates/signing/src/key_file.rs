//! What a .p12 or .pfx file (PKCS#12, RFC 7292) holds: private keys and certificates.

use crate::{
    SigningError,
    protection::{Passphrase, check_mac, damaged, decrypt, name_of},
};
use cms::{content_info::ContentInfo, encrypted_data::EncryptedData};
use der::{
    Decode, Encode,
    asn1::{ContextSpecific, OctetString},
    oid::db::rfc5911,
};
use pkcs12::{
    PKCS_12_CERT_BAG_OID, PKCS_12_KEY_BAG_OID, PKCS_12_PKCS8_KEY_BAG_OID, PKCS_12_X509_CERT_OID,
    authenticated_safe::AuthenticatedSafe, cert_type::CertBag, pbe_params::EncryptedPrivateKeyInfo, pfx::Pfx,
    safe_bag::SafeContents,
};
use zeroize::{Zeroize, Zeroizing};

/// What was found in a file, in its order.
#[derive(Default)]
pub(crate) struct KeyFile {
    /// Private keys, as PKCS#8.
    pub(crate) keys: Vec<Zeroizing<Vec<u8>>>,
    /// Certificates, as they are in the file.
    pub(crate) certificates: Vec<Vec<u8>>,
}

impl KeyFile {
    /// Opens a file.
    pub(crate) fn open(bytes: &[u8], passphrase: &str) -> Result<Self, SigningError> {
        let passphrase = Passphrase::new(passphrase);
        let file = Pfx::from_der(bytes).map_err(damaged)?;
        let contents = octets(&file.auth_safe)?;
        if let Some(mac) = &file.mac_data {
            check_mac(mac, &passphrase, contents.as_bytes())?;
        }
        let mut found = Self::default();
        for part in AuthenticatedSafe::from_der(contents.as_bytes()).map_err(damaged)? {
            found.take_part(&part, &passphrase)?;
        }
        Ok(found)
    }

    fn take_part(&mut self, part: &ContentInfo, passphrase: &Passphrase) -> Result<(), SigningError> {
        let plain = if part.content_type == rfc5911::ID_ENCRYPTED_DATA {
            let sealed: EncryptedData = part.content.decode_as().map_err(damaged)?;
            let contents = sealed.enc_content_info;
            let bytes = contents.encrypted_content.ok_or_else(|| damaged("an empty part"))?;
            decrypt(&contents.content_enc_alg, passphrase, bytes.as_bytes())?
        } else {
            Zeroizing::new(octets(part)?.into_bytes())
        };
        for mut bag in SafeContents::from_der(&plain).map_err(damaged)? {
            let taken = match bag.bag_id {
                PKCS_12_KEY_BAG_OID => self.take_plain_key(&bag.bag_value),
                PKCS_12_PKCS8_KEY_BAG_OID => self.take_key(&bag.bag_value, passphrase),
                PKCS_12_CERT_BAG_OID => self.take_certificate(&bag.bag_value),
                _ => Ok(()),
            };
            bag.bag_value.zeroize();
            taken?;
        }
        Ok(())
    }

    fn take_plain_key(&mut self, bag: &[u8]) -> Result<(), SigningError> {
        // The key is what the wrapper holds, to the byte.
        let wrapped = der::AnyRef::from_der(bag).map_err(damaged)?;
        self.keys.push(Zeroizing::new(wrapped.value().to_vec()));
        Ok(())
    }

    fn take_key(&mut self, bag: &[u8], passphrase: &Passphrase) -> Result<(), SigningError> {
        let sealed: ContextSpecific<EncryptedPrivateKeyInfo> =
            ContextSpecific::from_der(bag).map_err(damaged)?;
        let EncryptedPrivateKeyInfo { encryption_algorithm, encrypted_data } = sealed.value;
        self.keys.push(decrypt(&encryption_algorithm, passphrase, encrypted_data.as_bytes())?);
        Ok(())
    }

    fn take_certificate(&mut self, bag: &[u8]) -> Result<(), SigningError> {
        let bag: ContextSpecific<CertBag> = ContextSpecific::from_der(bag).map_err(damaged)?;
        if bag.value.cert_id == PKCS_12_X509_CERT_OID {
            self.certificates.push(bag.value.cert_value.into_bytes());
        }
        Ok(())
    }
}

/// The bytes of a part that is not encrypted.
fn octets(part: &ContentInfo) -> Result<OctetString, SigningError> {
    if part.content_type != rfc5911::ID_DATA {
        return Err(SigningError::UnknownEncryption { method: name_of(part.content_type) });
    }
    OctetString::from_der(&part.content.to_der().map_err(damaged)?).map_err(damaged)
}

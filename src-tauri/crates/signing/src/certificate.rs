//! The certificate that is signed with.

use crate::{SigningError, key_file::KeyFile, private_key::PrivateKey, protection::damaged};
use chrono::{DateTime, FixedOffset, TimeZone as _, Utc};
use der::{Decode, Encode, asn1::BmpString, oid::db::rfc4519};
use x509_cert::{attr::AttributeTypeAndValue, ext::pkix::KeyUsage, name::Name, time::Time};

/// A certificate with its private key, and the certificates above it that were in the same file.
pub struct Certificate {
    key: PrivateKey,
    own: x509_cert::Certificate,
    above: Vec<x509_cert::Certificate>,
}

impl Certificate {
    /// Opens a .p12 or .pfx file (PKCS#12). Whether the certificate is valid on the day is for [`Certificate::check`].
    pub fn open(bytes: &[u8], passphrase: &str) -> Result<Self, SigningError> {
        let file = KeyFile::open(bytes, passphrase)?;
        if file.keys.is_empty() {
            return Err(SigningError::NoPrivateKey);
        }
        let keys: Vec<_> = file.keys.iter().map(|key| PrivateKey::read(key)).collect::<Result<_, _>>()?;
        let mut all: Vec<_> = file.certificates.iter().map(|bytes| read(bytes)).collect::<Result<_, _>>()?;
        let (key, own) = pair(keys, &mut all)?;
        if !may_sign(&own)? {
            return Err(SigningError::NotForSigning { subject: name_in(&own.tbs_certificate.subject) });
        }
        let above = chain(&own, all);
        Ok(Self { key, own, above })
    }

    /// Whom it was issued to: the common name where it has one, otherwise the whole name.
    #[must_use]
    pub fn subject(&self) -> String {
        name_in(&self.own.tbs_certificate.subject)
    }

    /// Who issued it, in the same way.
    #[must_use]
    pub fn issuer(&self) -> String {
        name_in(&self.own.tbs_certificate.issuer)
    }

    /// From when it is valid.
    #[must_use]
    pub fn valid_from(&self) -> DateTime<Utc> {
        utc(self.own.tbs_certificate.validity.not_before)
    }

    /// Until when it is valid.
    #[must_use]
    pub fn valid_until(&self) -> DateTime<Utc> {
        utc(self.own.tbs_certificate.validity.not_after)
    }

    /// Whether it can be signed with at this time.
    pub fn check(&self, at: DateTime<FixedOffset>) -> Result<(), SigningError> {
        let local = |time: DateTime<Utc>| time.with_timezone(at.offset());
        if at < self.valid_from() {
            let valid_from = local(self.valid_from());
            return Err(SigningError::NotYetValid { subject: self.subject(), valid_from });
        }
        if at > self.valid_until() {
            let valid_until = local(self.valid_until());
            return Err(SigningError::Expired { subject: self.subject(), valid_until });
        }
        Ok(())
    }

    pub(crate) fn key(&self) -> &PrivateKey {
        &self.key
    }

    pub(crate) fn own(&self) -> &x509_cert::Certificate {
        &self.own
    }

    /// Its own certificate and those above it, from the bottom up.
    pub(crate) fn all(&self) -> impl Iterator<Item = &x509_cert::Certificate> {
        std::iter::once(&self.own).chain(&self.above)
    }
}

/// Reads a certificate; one that would not be written back to the byte would lose its issuer's signature.
fn read(bytes: &[u8]) -> Result<x509_cert::Certificate, SigningError> {
    let certificate = x509_cert::Certificate::from_der(bytes).map_err(damaged)?;
    let same = certificate.to_der().map_err(damaged)? == bytes;
    same.then_some(certificate).ok_or_else(|| damaged("a certificate that is not in DER"))
}

/// The first key that a certificate was issued for, and that certificate, taken out of the others.
fn pair(
    keys: Vec<PrivateKey>,
    all: &mut Vec<x509_cert::Certificate>,
) -> Result<(PrivateKey, x509_cert::Certificate), SigningError> {
    for key in keys {
        let public = key.public()?;
        let place = all.iter().position(|certificate| {
            let of_certificate = &certificate.tbs_certificate.subject_public_key_info.subject_public_key;
            of_certificate.raw_bytes() == public
        });
        if let Some(place) = place {
            return Ok((key, all.remove(place)));
        }
    }
    Err(SigningError::NoCertificate)
}

/// The certificates above this one, each the issuer of the one before; others in the file are left out.
fn chain(own: &x509_cert::Certificate, mut rest: Vec<x509_cert::Certificate>) -> Vec<x509_cert::Certificate> {
    let mut above: Vec<x509_cert::Certificate> = Vec::new();
    loop {
        let top = &above.last().unwrap_or(own).tbs_certificate;
        let issuer = rest.iter().position(|other| other.tbs_certificate.subject == top.issuer);
        match issuer {
            Some(place) if top.issuer != top.subject => above.push(rest.remove(place)),
            _ => return above,
        }
    }
}

/// Whether documents may be signed with it: RFC 5280 leaves that open where a certificate names no use.
fn may_sign(certificate: &x509_cert::Certificate) -> Result<bool, SigningError> {
    let usage = certificate.tbs_certificate.get::<KeyUsage>().map_err(damaged)?;
    Ok(usage.is_none_or(|(_, usage)| usage.digital_signature() || usage.non_repudiation()))
}

fn name_in(name: &Name) -> String {
    let mut parts = name.0.iter().flat_map(|part| part.0.iter());
    let common = parts.find(|part| part.oid == rfc4519::CN).and_then(text_of);
    common.unwrap_or_else(|| name.to_string())
}

/// The text of a part of a name; some Chinese authorities still write `BMPString`.
fn text_of(part: &AttributeTypeAndValue) -> Option<String> {
    if let Ok(text) = part.value.decode_as::<BmpString>() {
        return Some(text.to_string());
    }
    let bytes = part.value.value();
    std::str::from_utf8(bytes).ok().map(str::to_owned)
}

/// A certificate's time is between 1950 and 9999.
fn utc(time: Time) -> DateTime<Utc> {
    let seconds = time.to_unix_duration().as_secs();
    let time = i64::try_from(seconds).ok().and_then(|seconds| Utc.timestamp_opt(seconds, 0).single());
    time.unwrap_or(DateTime::<Utc>::MAX_UTC)
}

//! The signature itself: a CMS `SignedData` without content (RFC 5652), with the attributes that `CAdES` and `PAdES` at level
//! B-B demand (ETSI EN 319 122-1, EN 319 142-1).

use crate::{Certificate, SigningError, private_key::failed};
use cms::{
    cert::{CertificateChoices, IssuerAndSerialNumber},
    content_info::{CmsVersion, ContentInfo},
    signed_data::{EncapsulatedContentInfo, SignedAttributes, SignedData, SignerIdentifier, SignerInfo},
};
use der::{
    Any, Encode, Sequence, Tag,
    asn1::{ObjectIdentifier, OctetString, SetOfVec},
    oid::db::{rfc5911, rfc5912},
};
use sha2::{Digest as _, Sha256};
use x509_cert::{attr::Attribute, spki::AlgorithmIdentifierOwned};

/// `SigningCertificateV2` (RFC 5035): which certificate it is, so that none can be put in its place.
#[derive(Sequence)]
struct SigningCertificates {
    certificates: Vec<CertificateHash>,
}

/// `ESSCertIDv2`; the algorithm is left out where it is SHA-256.
#[derive(Sequence)]
struct CertificateHash {
    sha256: OctetString,
}

/// Signs contents of this SHA-256.
pub(crate) fn signed_data(certificate: &Certificate, sha256: &[u8]) -> Result<Vec<u8>, SigningError> {
    let attributes = attributes(certificate, sha256).map_err(failed)?;
    let to_sign = attributes.to_der().map_err(failed)?;
    let signature = certificate.key().sign(&Sha256::digest(to_sign))?;
    wrapped(certificate, attributes, signature).map_err(failed)
}

/// The signing time is not among them: `PAdES` has it in the PDF.
fn attributes(certificate: &Certificate, sha256: &[u8]) -> der::Result<SignedAttributes> {
    let hash = Sha256::digest(certificate.own().to_der()?);
    let certificates = vec![CertificateHash { sha256: OctetString::new(hash.to_vec())? }];
    SetOfVec::try_from(vec![
        attribute(rfc5911::ID_CONTENT_TYPE, Any::from(rfc5911::ID_DATA))?,
        attribute(rfc5911::ID_MESSAGE_DIGEST, Any::new(Tag::OctetString, sha256)?)?,
        attribute(
            rfc5911::ID_AA_SIGNING_CERTIFICATE_V_2,
            Any::encode_from(&SigningCertificates { certificates })?,
        )?,
    ])
}

fn attribute(oid: ObjectIdentifier, value: Any) -> der::Result<Attribute> {
    Ok(Attribute { oid, values: SetOfVec::try_from(vec![value])? })
}

fn wrapped(
    certificate: &Certificate,
    attributes: SignedAttributes,
    signature: Vec<u8>,
) -> der::Result<Vec<u8>> {
    let sha256 = AlgorithmIdentifierOwned { oid: rfc5912::ID_SHA_256, parameters: None };
    let own = &certificate.own().tbs_certificate;
    let signer = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: own.issuer.clone(),
            serial_number: own.serial_number.clone(),
        }),
        digest_alg: sha256.clone(),
        signed_attrs: Some(attributes),
        signature_algorithm: certificate.key().algorithm(),
        signature: OctetString::new(signature)?,
        unsigned_attrs: None,
    };
    let certificates: Vec<_> = certificate.all().cloned().map(CertificateChoices::Certificate).collect();
    let data = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![sha256])?,
        encap_content_info: EncapsulatedContentInfo { econtent_type: rfc5911::ID_DATA, econtent: None },
        certificates: Some(certificates.try_into()?),
        crls: None,
        signer_infos: vec![signer].try_into()?,
    };
    ContentInfo { content_type: rfc5911::ID_SIGNED_DATA, content: Any::encode_from(&data)? }.to_der()
}

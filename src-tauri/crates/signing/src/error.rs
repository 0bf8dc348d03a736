//! What can go wrong while a document is signed, or a signature is checked.

use chrono::{DateTime, FixedOffset};
use messages::{CodeTable, coded_errors};

coded_errors! {
    /// Why a document can't be signed with a certificate. Nothing is signed then.
    pub enum SigningError {
        /// The file of the certificate is not a .p12 or .pfx file, is cut short, or its parts don't fit together.
        CertificateDamaged { reason: String } = "signing.certificate-damaged",
        /// The passphrase is not the file's. A file that was altered can't be told from this.
        WrongPassphrase = "signing.wrong-passphrase",
        /// The file is encrypted in a way that is not known here.
        UnknownEncryption { method: String } = "signing.unknown-encryption",
        /// The file holds no private key: with it one can check signatures, not make them.
        NoPrivateKey = "signing.no-private-key",
        /// The file holds a private key, and no certificate of it.
        NoCertificate = "signing.no-certificate",
        /// The private key is not of a kind that is signed with here: RSA of 2048 to 8192 bits, P-256, P-384.
        UnsupportedKey { kind: String } = "signing.unsupported-key",
        /// The certificate was issued for something else than signing (its keyUsage).
        NotForSigning { subject: String } = "signing.not-for-signing",
        /// The certificate is not valid yet.
        NotYetValid {
            subject: String,
            /// From when it is, in the time zone of the signing.
            valid_from: DateTime<FixedOffset>
        } = "signing.not-yet-valid",
        /// The certificate is no longer valid.
        Expired {
            subject: String,
            /// Until when it was, in the time zone of the signing.
            valid_until: DateTime<FixedOffset>
        } = "signing.expired",
        /// The document is not a PDF that can be signed.
        PdfUnreadable { reason: String } = "signing.pdf-unreadable",
        /// The signature could not be put together.
        Failed { reason: String } = "signing.failed",
    }
}

coded_errors! {
    /// Why a file can't be signed by the station, or why the signature beside it does not hold.
    pub enum DetachedError {
        /// The name has a path, a line's end, or nothing in it; it could not be written into the signed text.
        UnusableName { name: String } = "detached.unusable-name",
        /// What is beside the file is not a signature.
        Unreadable { reason: String } = "detached.unreadable",
        /// The signature is of a later form than this program knows.
        UnknownFormat { format: u32 } = "detached.unknown-format",
        /// The file is not the one that was signed.
        FileChanged { signed_sha256: String, actual_sha256: String } = "detached.file-changed",
        /// The signature is not one of the key that it names.
        SignatureInvalid = "detached.signature-invalid",
    }
}

/// Every code of this crate, with the names of its facts.
pub const CODES: &[CodeTable] = &[SigningError::CODES, DetachedError::CODES];

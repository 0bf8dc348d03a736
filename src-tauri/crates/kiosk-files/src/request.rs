//! A kiosk's request to be provisioned.

use crate::{
    KioskFileError, checked_name,
    container::{self, Kind, Opened, VERSION},
    fingerprint,
};
use serde::{Deserialize, Serialize};
use signed_file::Station;

/// A kiosk that asks to be provisioned: its name, and the public key of a pair that it made itself. Whether the key is
/// really this kiosk's, only a comparison of its fingerprint with the kiosk's screen tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// What the kiosk is called.
    pub name: String,
    /// Its public key, which the request is signed with.
    pub key: [u8; 32],
    /// The latest version of the files' form that the kiosk's program reads.
    pub version: u8,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    name: String,
}

impl Request {
    /// The request of a kiosk with this key, as a file.
    pub fn write(name: &str, kiosk: &Station) -> Result<Vec<u8>, KioskFileError> {
        container::seal(Kind::Request, VERSION, &Text { name: checked_name(name)? }, kiosk)
    }

    /// Reads a request.
    pub fn read(file: &[u8]) -> Result<Self, KioskFileError> {
        let Opened { version, signer, content: Text { name } } = container::open(file, Kind::Request)?;
        if checked_name(&name)? != name {
            return Err(KioskFileError::Malformed { detail: "name".to_owned() });
        }
        Ok(Self { name, key: signer, version })
    }

    /// Fails where the kiosk's program doesn't read files of the version that the session asks for.
    pub fn refuse_older_than(&self, needed: u8) -> Result<(), KioskFileError> {
        if self.version < needed {
            return Err(KioskFileError::Older { found: self.version, needed });
        }
        Ok(())
    }

    /// The key as it is compared with the kiosk's screen.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.key)
    }
}

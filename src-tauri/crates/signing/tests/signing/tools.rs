//! The programs of others that make certificates and check signatures. A missing one fails the test and names its package.

use chrono::{DateTime, FixedOffset};
use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};
use tempfile::TempDir;

pub const PASSPHRASE: &str = "a passphrase of the test";

/// A day on which what [`Folder::self_signed`] makes is valid.
pub fn today() -> DateTime<FixedOffset> {
    at("2026-03-01T09:30:00+08:00")
}

pub fn at(text: &str) -> DateTime<FixedOffset> {
    text.parse().unwrap()
}

fn run(folder: &Path, tool: &str, package: &str, arguments: &[&str]) -> Output {
    Command::new(tool)
        .args(arguments)
        .current_dir(folder)
        // No settings and no browser's certificates of whoever runs the tests; times and messages as written here.
        .env("HOME", folder)
        .env("TZ", "UTC")
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap_or_else(|error| panic!("{tool} can't be run ({error}): install the package {package}"))
}

/// A folder that keys, certificates and documents of one test lie in.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.path(name), bytes).unwrap();
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    pub fn openssl(&self, arguments: &[&str]) -> String {
        let output = run(self.0.path(), "openssl", "openssl", arguments);
        assert!(
            output.status.success(),
            "openssl {arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }

    /// What sha256sum says about a file.
    pub fn sha256sum(&self, file: &str) -> String {
        let output = run(self.0.path(), "sha256sum", "coreutils", &[file]);
        String::from_utf8(output.stdout).unwrap()
    }

    /// Makes a key in `<name>.key`, of a kind that openssl calls so.
    pub fn key(&self, name: &str, kind: &[&str]) {
        let file = format!("{name}.key");
        self.openssl(&[&["genpkey", "-quiet", "-out", &file][..], kind].concat());
    }

    /// Makes a certificate of a key in `<name>.crt`, valid in 2026, signed by itself, with these extensions.
    pub fn self_signed(&self, name: &str, subject: &str, extensions: &[&str]) {
        self.certificate(name, subject, extensions, None);
    }

    /// The same, signed by another one.
    pub fn certificate(&self, name: &str, subject: &str, extensions: &[&str], issuer: Option<&str>) {
        let (key, request, certificate) =
            (format!("{name}.key"), format!("{name}.csr"), format!("{name}.crt"));
        let mut arguments = vec!["req", "-new", "-utf8", "-key", &key, "-out", &request, "-subj", subject];
        for extension in extensions {
            arguments.extend(["-addext", extension]);
        }
        self.openssl(&arguments);
        let signer = issuer.unwrap_or(name);
        let (signer_key, signer_certificate) = (format!("{signer}.key"), format!("{signer}.crt"));
        self.write("authority.cnf", AUTHORITY);
        self.write("authority.index", b"");
        let mut arguments = vec!["ca", "-batch", "-notext", "-utf8", "-config", "authority.cnf"];
        arguments.extend(["-startdate", "20260101000000Z", "-enddate", "20261231235959Z"]);
        arguments.extend(["-in", &request, "-out", &certificate, "-keyfile", &signer_key]);
        if issuer.is_some() {
            arguments.extend(["-cert", &signer_certificate]);
        } else {
            arguments.push("-selfsign");
        }
        self.openssl(&arguments);
    }

    /// The .p12 file of a key and its certificate, as openssl writes it with these options.
    pub fn p12(&self, name: &str, options: &[&str]) -> Vec<u8> {
        let (key, certificate) = (format!("{name}.key"), format!("{name}.crt"));
        let password = format!("pass:{PASSPHRASE}");
        let arguments = [
            "pkcs12",
            "-export",
            "-inkey",
            &key,
            "-in",
            &certificate,
            "-out",
            "made.p12",
            "-passout",
            &password,
        ];
        self.openssl(&[&arguments[..], options].concat());
        self.read("made.p12")
    }

    /// What pdfsig says about a document, in which it trusts nobody.
    pub fn pdfsig(&self, pdf: &[u8]) -> String {
        self.write("signed.pdf", pdf);
        let output = run(self.0.path(), "pdfsig", "poppler-utils", &["signed.pdf"]);
        String::from_utf8(output.stdout).unwrap()
    }

    /// Checks a document's structure; fails the test with what is wrong.
    pub fn qpdf(&self, pdf: &[u8]) {
        self.write("checked.pdf", pdf);
        let output = run(self.0.path(), "qpdf", "qpdf", &["--check", "checked.pdf"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

/// An authority that signs whatever it is asked to, with the extensions asked for.
const AUTHORITY: &[u8] = b"[ca]
default_ca = any
[any]
new_certs_dir = .
database = authority.index
default_md = sha256
rand_serial = yes
email_in_dn = no
policy = policy
copy_extensions = copyall
unique_subject = no
[policy]
commonName = supplied
organizationName = optional
countryName = optional
";

/// A key with its certificate, ready to be put into a .p12 file.
pub fn made(kind: &[&str]) -> Folder {
    let folder = Folder::new();
    folder.key("signer", kind);
    folder.self_signed("signer", SUBJECT, &["keyUsage=critical,digitalSignature,nonRepudiation"]);
    folder
}

pub const SUBJECT: &str = "/C=CN/O=示例市人民代表大会/CN=示例市人大常委会办公室";
pub const NAME: &str = "示例市人大常委会办公室";
pub const RSA: [&str; 4] = ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"];
pub const P256: [&str; 4] = ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"];
pub const P384: [&str; 4] = ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"];

//! `inspect` on the files that travel between a station and its key holders.

use crate::run::{Run, piaojue};
use piaojue_tests::record::key_files;
use std::{fs, path::Path};
use tempfile::TempDir;

fn inspect(path: &Path, more: &[&str]) -> Run {
    let mut arguments = vec!["inspect", path.to_str().unwrap()];
    arguments.extend(more);
    piaojue(&arguments)
}

#[test]
fn inspect_says_what_a_key_file_is_and_whether_it_holds() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("密钥邀请.json");
    let invitation = &key_files()[0];
    fs::write(&path, invitation).unwrap();
    let answer = inspect(&path, &["--json"]).done();
    assert_eq!((answer["kind"].as_str(), answer["version"].as_u64()), (Some("key-invitation"), Some(1)));
    assert!(inspect(&path, &["--language", "en"]).stdout.contains("key invitation"));
    assert!(inspect(&path, &["--language", "zh-CN"]).stdout.contains("密钥邀请"));
    fs::write(&path, invitation.replacen("第十八届", "第十九届", 1)).unwrap();
    let told = inspect(&path, &["--json"]);
    assert_eq!(told.code, 1);
    fs::write(&path, invitation.replacen(r#""version":1"#, r#""version":2"#, 1)).unwrap();
    assert_eq!(inspect(&path, &["--json"]).codes(), ["key-file.other-version"]);
    for file in key_files() {
        fs::write(&path, file).unwrap();
        inspect(&path, &["--json"]).done();
    }
}

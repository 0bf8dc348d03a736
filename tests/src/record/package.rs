//! The package of a record, taken apart and put together by the format's description alone.

/// The files of a whole package.
#[must_use]
pub fn unpack(record: &[u8]) -> Vec<(String, Vec<u8>)> {
    let number = |at: usize, bytes: usize| {
        record[at..at + bytes].iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte))
    };
    let mut files = Vec::new();
    let mut at = 0;
    while record[at..at + 4] == *b"PK\x03\x04" {
        let (length, name) = (number(at + 22, 4), number(at + 26, 2));
        let from = at + 30 + name;
        let named = String::from_utf8(record[at + 30..from].to_vec()).expect("a name");
        files.push((named, record[from..from + length].to_vec()));
        at = from + length;
    }
    files
}

/// Packs files as the format asks.
#[must_use]
pub fn pack(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let (mut package, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let length = u32::try_from(bytes.len()).expect("a length").to_le_bytes();
        let mut common = vec![0, 8, 0, 0, 0, 0, 0x21, 0];
        common.extend(crc32fast::hash(bytes).to_le_bytes());
        common.extend(length);
        common.extend(length);
        common.extend(u16::try_from(name.len()).expect("a name").to_le_bytes());
        common.extend([0, 0]);
        directory.extend(b"PK\x01\x02\x14\0\x14\0");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(u32::try_from(package.len()).expect("a place").to_le_bytes());
        directory.extend(name.as_bytes());
        package.extend(b"PK\x03\x04\x14\0");
        package.extend(&common);
        package.extend(name.as_bytes());
        package.extend(bytes);
    }
    let count = u16::try_from(files.len()).expect("a count").to_le_bytes();
    let place = u32::try_from(package.len()).expect("a place").to_le_bytes();
    let length = u32::try_from(directory.len()).expect("a length").to_le_bytes();
    package.extend(directory);
    package.extend(b"PK\x05\x06\0\0\0\0");
    for bytes in [&count[..], &count, &length, &place, &[0, 0]] {
        package.extend(bytes);
    }
    package
}

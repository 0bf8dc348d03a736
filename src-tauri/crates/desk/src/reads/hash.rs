//! Hashes as they are compared with paper.

/// A hash in groups of eight characters, which a person finds again on paper.
pub(crate) fn in_groups(hash: &str) -> Vec<String> {
    let groups = (0..hash.len()).step_by(8).filter_map(|from| hash.get(from..from + 8));
    groups.map(str::to_owned).collect()
}

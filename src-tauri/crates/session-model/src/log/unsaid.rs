//! Members of events that aren't written where they say nothing: the logs of 0.1.0 don't have them.

/// The version of the record that a session of 0.1.0 gives, whose log says none.
pub(super) const fn first_version() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
pub(super) const fn is_first_version(version: &u32) -> bool {
    *version == first_version()
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
pub(super) const fn is_zero(number: &u32) -> bool {
    *number == 0
}

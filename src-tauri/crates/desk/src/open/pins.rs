//! Attempts at PINs.

use std::time::{Duration, Instant};
use wire::{DeskError, Problem};

/// Many wrong PINs in a row make everybody wait.
#[derive(Default)]
pub(crate) struct Attempts {
    wrong: u32,
    latest: Option<Instant>,
}

impl Attempts {
    const FREE: u32 = 5;
    const WAIT: Duration = Duration::from_secs(30);

    /// Lets a PIN be tried, and counts how it went; fails without trying it if somebody has to wait first.
    pub fn attempt<T, E: Into<Problem>>(
        &mut self,
        check: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, Problem> {
        if let Some(latest) = self.latest.filter(|_| self.wrong >= Self::FREE) {
            let left = Self::WAIT.saturating_sub(latest.elapsed());
            if !left.is_zero() {
                return Err(DeskError::Wait { seconds: left.as_secs() + 1 }.into());
            }
        }
        let checked = check().map_err(Into::into);
        if checked.is_ok() {
            *self = Self::default();
        } else {
            self.wrong += 1;
            self.latest = Some(Instant::now());
        }
        checked
    }
}

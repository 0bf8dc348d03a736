//! Long work: how far it has come, and whether a person has stopped it. Outside the session's lock, so that it can be watched.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use wire::Progress;

/// The long work that runs now, if any.
#[derive(Default)]
pub(crate) struct Work {
    done: AtomicU32,
    total: AtomicU32,
    cancellable: AtomicBool,
    cancelled: AtomicBool,
}

/// Work under way; it ends when this is dropped.
pub(crate) struct UnderWay<'a>(&'a Work);

impl Work {
    /// Begins work of so many parts.
    pub fn begin(&self, total: u32, cancellable: bool) -> UnderWay<'_> {
        self.cancelled.store(false, Relaxed);
        self.cancellable.store(cancellable, Relaxed);
        self.done.store(0, Relaxed);
        self.total.store(total, Relaxed);
        UnderWay(self)
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        Progress {
            done: self.done.load(Relaxed),
            total: self.total.load(Relaxed),
            cancellable: self.cancellable.load(Relaxed),
        }
    }

    /// Stops the work where it can be stopped.
    pub fn cancel(&self) {
        self.cancelled.store(true, Relaxed);
    }
}

impl UnderWay<'_> {
    /// Notes how many parts are done, and returns whether to go on.
    pub fn reached(&self, done: usize) -> bool {
        // More parts than were announced are never done: the total itself is 32-bit.
        let total = self.0.total.load(Relaxed);
        self.0.done.fetch_max(u32::try_from(done).map_or(total, |done| done.min(total)), Relaxed);
        !self.is_stopped()
    }

    /// Whether a person has stopped it.
    pub fn is_stopped(&self) -> bool {
        self.0.cancellable.load(Relaxed) && self.0.cancelled.load(Relaxed)
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.0.total.store(0, Relaxed);
    }
}

//! Time, handed in: whoever needs "now" is given it.

use chrono::{DateTime, FixedOffset, NaiveDate};

/// A source of civil time with its offset. It goes from thread to thread with the session.
pub trait Clock: Send {
    /// Now.
    fn now(&self) -> DateTime<FixedOffset>;

    /// Today's civil date.
    fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }
}

/// The computer's clock.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the computer's clock")]
    fn now(&self) -> DateTime<FixedOffset> {
        chrono::Local::now().fixed_offset()
    }
}

/// A clock that stands still, for rehearsals that must come out the same twice.
#[derive(Debug, Clone, Copy)]
pub struct StoppedClock(pub DateTime<FixedOffset>);

impl Clock for StoppedClock {
    fn now(&self) -> DateTime<FixedOffset> {
        self.0
    }
}

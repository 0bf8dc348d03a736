//! The error of a library or of the operating system that led to a coded one.

use std::{error::Error, fmt, sync::Arc};

/// What led to a coded error. As a fact it is its text; a log can ask the coded error for its source and go on from there.
///
/// Two are the same where their texts are, so that coded errors can be compared.
#[derive(Clone)]
pub struct Cause(Arc<dyn Error + Send + Sync>);

impl Cause {
    /// The cause as it is the source of another error.
    #[must_use]
    pub fn as_source(&self) -> &(dyn Error + 'static) {
        &*self.0
    }
}

impl<E: Error + Send + Sync + 'static> From<E> for Cause {
    fn from(error: E) -> Self {
        Self(Arc::new(error))
    }
}

impl PartialEq for Cause {
    fn eq(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}

impl Eq for Cause {}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::Cause;
    use crate::{Coded as _, coded_errors, one_of_coded_errors};
    use std::{error::Error as _, io};

    coded_errors! {
        /// A problem with a file.
        enum Problem {
            /// The operating system refused.
            Refused { path: String, detail: Cause } caused by detail = "file.refused",
            /// There is no file.
            Missing { path: String } = "file.missing",
        }
    }

    one_of_coded_errors! {
        /// A problem of any kind.
        enum Any {
            /// Of a file.
            File(Problem),
        }
    }

    #[test]
    fn an_error_keeps_what_led_to_it_through_every_wrapping() {
        let refused = || io::Error::from(io::ErrorKind::PermissionDenied);
        let error = Any::from(Problem::Refused { path: "a".to_owned(), detail: refused().into() });
        let kept = error.source().and_then(|source| source.downcast_ref::<io::Error>());
        assert_eq!(kept.map(io::Error::kind), Some(io::ErrorKind::PermissionDenied));
        assert_eq!(error.facts(), [("path", "a".to_owned()), ("detail", refused().to_string())]);
        assert_eq!(error.clone(), error);
        assert!(Problem::Missing { path: "a".to_owned() }.source().is_none());
        assert_eq!(Problem::CODES.len(), 2);
    }
}

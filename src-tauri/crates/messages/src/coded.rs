//! Errors with a stable code and the facts, worded elsewhere.

/// Codes, each with the names of its facts.
pub type CodeTable = &'static [(&'static str, &'static [&'static str])];

/// A problem that has a stable code and named facts, so that a screen, a document or the command line can word it
/// in the reader's language.
pub trait Coded {
    /// The stable code, such as `rules.seats-zero`; never changes once released.
    fn code(&self) -> &'static str;
    /// The facts that the wording may use, by name.
    fn facts(&self) -> Vec<(&'static str, String)>;
}

/// Several things as one fact, such as the numbers of candidates. Each language joins them in its own way, so the fact is
/// written with one thing a line, and the wording has `{fact:list}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List(pub Vec<String>);

impl std::fmt::Display for List {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

/// Declares an error enum whose variants each have a stable code; facts are the variants' fields.
///
/// Implements [`Coded`], declares `CODES`, the [`CodeTable`] of the enum, and a `Display` that names the code and the
/// facts (for logs; people read the catalogue's wording). A variant that another error led to keeps it in a field of type
/// [`Cause`](crate::Cause), which `caused by` names: it is the source of the error.
#[macro_export]
macro_rules! coded_errors {
    ($(#[$meta:meta])* $vis:vis enum $name:ident {
        $( $(#[$vmeta:meta])* $variant:ident $({ $( $(#[$fmeta:meta])* $field:ident : $ty:ty ),* $(,)? })? $(caused by $cause:ident)? = $code:literal ),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        $vis enum $name {
            $( $(#[$vmeta])* $variant $({ $(
                #[doc = concat!("The fact `", stringify!($field), "`.")]
                $(#[$fmeta])* $field: $ty
            ),* })? ),*
        }

        impl $name {
            /// Every code of this enum with the names of its facts.
            pub const CODES: $crate::CodeTable =
                &[ $( ($code, &[ $( $( stringify!($field) ),* )? ]) ),* ];
        }

        impl $crate::Coded for $name {
            fn code(&self) -> &'static str {
                match self { $( Self::$variant $({ $( $field: _ ),* })? => $code ),* }
            }
            fn facts(&self) -> Vec<(&'static str, String)> {
                match self {
                    $( Self::$variant $({ $( $field ),* })? => vec![ $( $( (stringify!($field), $field.to_string()) ),* )? ] ),*
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                use $crate::Coded as _;
                f.write_str(self.code())?;
                for (name, value) in self.facts() {
                    write!(f, " {name}={value}")?;
                }
                Ok(())
            }
        }

        impl std::error::Error for $name {
            fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                match self { $( Self::$variant { $( $cause, )? .. } => $crate::coded_errors!(@source $($cause)?) ),* }
            }
        }
    };
    (@source) => { None };
    (@source $cause:ident) => { Some($crate::Cause::as_source($cause)) };
}

/// Declares an error that is one of several coded errors, and speaks as the one it is.
#[macro_export]
macro_rules! one_of_coded_errors {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $( $(#[$vmeta:meta])* $variant:ident($inner:ty) ),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        $vis enum $name {
            $( $(#[$vmeta])* $variant($inner) ),*
        }

        impl $crate::Coded for $name {
            fn code(&self) -> &'static str {
                match self { $( Self::$variant(error) => error.code() ),* }
            }
            fn facts(&self) -> Vec<(&'static str, String)> {
                match self { $( Self::$variant(error) => error.facts() ),* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self { $( Self::$variant(error) => error.fmt(f) ),* }
            }
        }

        impl std::error::Error for $name {
            fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                match self { $( Self::$variant(error) => std::error::Error::source(error) ),* }
            }
        }

        $( impl From<$inner> for $name {
            fn from(error: $inner) -> Self {
                Self::$variant(error)
            }
        } )*
    };
}

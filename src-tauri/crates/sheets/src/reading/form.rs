//! What a list is about: its columns, and what may be in them.

/// A list's form.
#[derive(Debug, Clone)]
pub struct Form {
    /// The columns, in the order of the form. One of them holds names, and at most one numbers.
    pub columns: Vec<Column>,
    /// Whether the names are persons': then they may be written in a grid below headings.
    pub of_persons: bool,
}

/// A column that a list may have.
#[derive(Debug, Clone)]
pub struct Column {
    /// The field, by its name on the wire.
    pub field: &'static str,
    /// The title on Chinese forms.
    pub chinese: &'static str,
    /// The title on English forms.
    pub english: &'static str,
    /// Other titles that offices give it, without units.
    pub others: &'static [&'static str],
    /// What may be in it.
    pub kind: Kind,
    /// Whether the form marks it as required.
    pub required: bool,
}

/// What a column holds. Limits are in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The number that an entry is known by, unique in the list, kept as written.
    Number {
        /// Characters at the most.
        limit: usize,
    },
    /// The entry's name. A row without one is no entry.
    Name {
        /// Characters at the most.
        limit: usize,
    },
    /// What several entries belong to together; written once, merged, or a heading above them.
    Group {
        /// Characters at the most.
        limit: usize,
    },
    /// A text of one line.
    Line {
        /// Characters at the most.
        limit: usize,
    },
    /// A text of several lines.
    Lines,
    /// An amount of money.
    Amount,
    /// A day, or words that say by when.
    Deadline,
    /// Yes or no; yes where nothing is said.
    YesNo,
}

impl Form {
    /// The place among the columns of the one that is of this kind.
    pub(super) fn place_of(&self, is_kind: impl Fn(&Kind) -> bool) -> Option<usize> {
        self.columns.iter().position(|column| is_kind(&column.kind))
    }

    /// The place of the names.
    pub(super) fn name(&self) -> usize {
        self.place_of(|kind| matches!(kind, Kind::Name { .. })).unwrap_or(0)
    }

    /// The place of the numbers.
    pub(super) fn number(&self) -> Option<usize> {
        self.place_of(|kind| matches!(kind, Kind::Number { .. }))
    }

    /// The place of what entries belong to.
    pub(super) fn group(&self) -> Option<usize> {
        self.place_of(|kind| matches!(kind, Kind::Group { .. }))
    }

    /// The place of the field of this name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.field == name)
    }
}

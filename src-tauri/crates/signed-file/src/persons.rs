//! Who does an act: one person, or two where it matters.

/// The person who operates the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operator(pub String);

/// Two different persons: the operator, and one who witnesses the act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witnessed {
    operator: String,
    witness: String,
}

impl Witnessed {
    /// Two persons; none where they are the same. Whether they may do the act is the owner's business.
    #[must_use]
    pub fn new(operator: &str, witness: &str) -> Option<Self> {
        (operator != witness).then(|| Self { operator: operator.to_owned(), witness: witness.to_owned() })
    }

    /// The name of the person who witnesses the act.
    #[must_use]
    pub fn witness_name(&self) -> &str {
        &self.witness
    }
}

/// Who does an act, as the log names them.
pub trait Actors {
    /// The person who operates the program.
    fn operator(&self) -> &str;
    /// The person who witnesses the act, if there is one.
    fn witness(&self) -> Option<&str>;
}

impl Actors for Operator {
    fn operator(&self) -> &str {
        &self.0
    }

    fn witness(&self) -> Option<&str> {
        None
    }
}

impl Actors for Witnessed {
    fn operator(&self) -> &str {
        &self.operator
    }

    fn witness(&self) -> Option<&str> {
        Some(&self.witness)
    }
}

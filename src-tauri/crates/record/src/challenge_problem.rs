//! What can be wrong with a challenged ballot.

use messages::coded_errors;

coded_errors! {
    /// What is wrong with a challenged ballot.
    pub enum ChallengeProblem {
        /// The file isn't one of a challenged ballot.
        Unreadable { reason: String } = "challenge.unreadable",
        /// Some QR codes of the series are missing, by their numbers.
        PartsMissing { missing: String } = "challenge.parts-missing",
        /// The QR codes are of several ballots.
        PartsMixed = "challenge.parts-mixed",
        /// The station that is named has not signed what the file says.
        Signature = "challenge.signature",
        /// The digest isn't that of the list and rules in the file.
        Digest = "challenge.digest",
        /// List and rules can't be voted on.
        Contest { reason: String } = "challenge.contest",
        /// The election's key can't be used.
        Key { reason: String } = "challenge.key",
        /// The ballot's proofs don't hold.
        Proofs { reason: String } = "challenge.proofs",
        /// The machine had sealed something else than the marks that it says.
        SealedOtherwise = "challenge.sealed-otherwise",
        /// The record can't be read.
        Record { what: String } = "challenge.record",
        /// The record is one of another session or round: this member differs.
        OtherRecord { what: &'static str } = "challenge.other-record",
        /// The record's log doesn't tell of this ballot.
        NotInLog = "challenge.not-in-log",
        /// The ballot is in the box: it was opened and counted.
        Counted = "challenge.counted",
    }
}

/// What was given isn't of a challenged ballot; the reason is cut where it is long.
#[expect(clippy::needless_pass_by_value, reason = "as map_err hands it over")]
pub fn unreadable(reason: impl ToString) -> ChallengeProblem {
    ChallengeProblem::Unreadable { reason: reason.to_string().chars().take(160).collect() }
}

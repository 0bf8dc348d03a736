//! Why a batch of paper ballots is refused.

use messages::coded_errors;

coded_errors! {
    /// Why a batch can't be entered.
    pub enum PaperBallotError {
        /// Only tellers and scrutineers of the session read paper ballots.
        NotAReader { name: String } = "paper.not-a-reader",
        /// Two readings by one person are one reading.
        ReadTwice { name: String } = "paper.read-twice",
        /// A batch has no ballots, or more than a pile.
        BatchSize { ballots: usize, most: usize } = "paper.batch-size",
        /// One reading has more ballots than the other: the pile is counted again.
        DifferentCounts { first: usize, second: usize } = "paper.different-counts",
        /// A ballot has another number of marks than there are candidates. Its place is from 1.
        WrongMarks { ballot: usize } = "paper.wrong-marks",
        /// Readings still differ. The place is from 1.
        NotResolved { ballot: usize } = "paper.not-resolved",
    }
}

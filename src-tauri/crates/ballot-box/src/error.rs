//! What can go wrong in the ballot box.

use messages::{CodeTable, coded_errors};

coded_errors! {
    /// A problem with a slip, a key card, a sealed ballot or an opening.
    pub enum BallotBoxError {
        /// A person has stopped the verifying; nothing was opened.
        Cancelled = "box.cancelled",
        /// A slip's code has not the right number of characters.
        SlipLength { expected: usize, found: usize } = "slip.length",
        /// A character that no slip's code has; the place is from 1.
        SlipCharacter { place: usize } = "slip.character",
        /// The code's check character does not fit: it was mistyped.
        SlipMistyped = "slip.mistyped",
        /// A key card needs five rows of sixteen characters.
        CardLength { expected: usize, found: usize } = "key-card.length",
        /// A character that no key card has; row and place are from 1.
        CardCharacter { row: usize, place: usize } = "key-card.character",
        /// One character of a row is wrong; row and place are from 1.
        CardMistyped { row: usize, place: usize } = "key-card.mistyped",
        /// More than one character of a row is wrong, or it is another row; from 1.
        CardRow { row: usize } = "key-card.row",
        /// The card's form is newer than this program's.
        CardVersion = "key-card.version",
        /// The card belongs to another key ceremony.
        CardOfAnotherKey = "key-card.of-another-key",
        /// The card names this key, and its secret does not fit it.
        CardDoesNotFit { holder: u32 } = "key-card.does-not-fit",
        /// The same card was presented twice.
        CardTwice { holder: u32 } = "key-card.twice",
        /// A key needs at least one card, and no more cards to open than there are, and at most 32.
        CeremonySize { cards: u32, threshold: u32 } = "key.ceremony-size",
        /// The parts of a written key don't fit together.
        KeyMalformed = "key.malformed",
        /// A key that no honest ceremony makes: one of its secrets is known to everybody, or fewer cards than it says open it.
        KeyDegenerate = "key.degenerate",
        /// A key is made by more or fewer holders than it is to have.
        HoldersMissing { needed: u32, found: u32 } = "key.holders-missing",
        /// There is no holder of this number.
        HolderUnknown { holder: u32 } = "key.holder-unknown",
        /// A commitment is another holder's, or not to what the holder made public.
        CommitmentWrong { holder: u32 } = "key.commitment-wrong",
        /// A holder doesn't prove that they know what is behind their part of the key.
        ContributionNotProven { holder: u32 } = "key.contribution-not-proven",
        /// A holder's part has a secret that everybody knows, or fewer holders than the key says would open it.
        ContributionDegenerate { holder: u32 } = "key.contribution-degenerate",
        /// A share that a holder sent doesn't fit what they made public.
        SecretShareWrong { holder: u32 } = "key.secret-share-wrong",
        /// A new key's cards did not open the ceremony's test.
        CeremonyTest = "key.ceremony-test",
        /// The marks don't keep the ballot's form; the kiosk never lets it come to that.
        MarksBreakForm = "ballot.marks-break-form",
        /// What was added to a tracking code isn't three digits, or the round's ballots take none.
        DigitsRefused = "ballot.digits-refused",
        /// The ballot's form has blocks or limits that make no sense.
        FormMalformed = "ballot.form-malformed",
        /// The library refused what it was handed; a defect of this program.
        SealingFailed = "ballot.sealing-failed",
        /// The bytes are not a sealed ballot of this form.
        BallotMalformed = "ballot.malformed",
        /// A proof of a sealed ballot does not hold.
        BallotNotProven { what: &'static str } = "ballot.not-proven",
        /// An opened ballot's marks and randomness give other ciphertexts: the machine has sealed something else.
        SealedOtherwise = "ballot.sealed-otherwise",
        /// The ciphertexts of a ballot are in the box twice, with these proofs or others.
        BallotTwice { ballot: String } = "ballot.twice",
        /// A ballot of the box does not hold; named by its hash.
        BallotRefused { ballot: String, problem: String } = "ballot.refused",
        /// Totals of so few ballots would show how single persons voted.
        TooFewToOpen { ballots: usize, fewest: usize } = "opening.too-few-ballots",
        /// Fewer cards were presented than the key needs.
        TooFewShares { needed: u32, found: u32 } = "opening.too-few-cards",
        /// A share of the opening does not hold.
        ShareNotProven { holder: u32 } = "opening.share-not-proven",
        /// Opened totals are larger than the number of ballots.
        TotalsOutOfRange = "opening.totals-out-of-range",
        /// The second, separate computation comes to other totals.
        TotalsDiffer = "opening.totals-differ",
    }
}

/// Every code of this crate, with the names of its facts.
pub const CODES: &[CodeTable] = &[BallotBoxError::CODES];

/// Facts that are words of the program: which proof of a ballot does not hold.
pub const WORDS: CodeTable = &[("proof.marks", &[]), ("proof.limit", &[])];

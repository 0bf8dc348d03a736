//! What can go wrong while a key is made by its holders, and at their part in the count.

use ballot_box::BallotBoxError;
use messages::{CodeTable, List, coded_errors, one_of_coded_errors};

/// Every code of this crate, with the names of its facts.
pub const CODES: &[CodeTable] = &[KeyFileError::CODES, CeremonyError::CODES, KeptError::CODES];

coded_errors! {
    /// A file is none that travels between a station and its key holders, or not the one that is asked for.
    pub enum KeyFileError {
        /// Not one of these files at all.
        Foreign = "key-file.foreign",
        /// One of these files, and another is due.
        OtherKind { wanted: &'static str, found: &'static str } = "key-file.other-kind",
        /// Its form is another version's.
        OtherVersion { found: u32, known: u32 } = "key-file.other-version",
        /// Larger than a file of its kind can be.
        TooLarge { found: usize, most: usize } = "key-file.too-large",
        /// Its signature doesn't hold: it was altered or damaged.
        Altered = "key-file.altered",
        /// Signed, and not written as this program writes.
        Malformed { detail: String } = "key-file.malformed",
    }
}

coded_errors! {
    /// A step of the ceremony or of the count can't be done with this file.
    pub enum CeremonyError {
        /// A holder's name is empty or there twice.
        Names = "key-holders.names",
        /// The file belongs to another ceremony.
        OfAnotherCeremony = "key-holders.of-another-ceremony",
        /// The file is signed by another station than the one that invited.
        NotOfTheStation = "key-holders.not-of-the-station",
        /// The file is signed with another key than the holder joined with.
        NotOfTheHolder { name: String } = "key-holders.not-of-the-holder",
        /// The file is this computer's own.
        OwnFile = "key-holders.own-file",
        /// The file was taken before.
        TakenAlready = "key-holders.taken-already",
        /// Another file of the same holder was taken before.
        AnotherOfTheHolder { name: String } = "key-holders.another-of-the-holder",
        /// A step before this one isn't done yet; what is waited for.
        TooEarly { wanted: &'static str } = "key-holders.too-early",
        /// Files of these holders are missing.
        Missing { names: List } = "key-holders.missing",
        /// Two holders have a key or a commitment in common.
        KeyTwice { name: String } = "key-holders.key-twice",
        /// This holder's own key is another in the list of all holders.
        OwnKeySwapped = "key-holders.own-key-swapped",
        /// The digest that is read aloud isn't the one of this computer's list of holders.
        DigestDiffers = "key-holders.digest-differs",
        /// A holder went on with other contributions than the rest.
        ContributionsDiffer { name: String } = "key-holders.contributions-differ",
        /// A share can't be unsealed with the key of the holder for whom it is.
        ShareNotUnsealed { name: String } = "key-holders.share-not-unsealed",
        /// A holder has signed another key than the contributions make.
        FingerprintDiffers { name: String } = "key-holders.fingerprint-differs",
        /// A closed box is sealed to another key.
        OfAnotherKey = "key-holders.of-another-key",
        /// What a closed box says of its vote is none.
        ContestMalformed = "key-holders.contest-malformed",
        /// A closed box's root isn't that of its ballots.
        RootWrong = "key-holders.root-wrong",
        /// A closed box's root isn't the one on the signed closing report.
        RootDiffers = "key-holders.root-differs",
        /// Two ballots of a closed box are the same.
        BallotTwice = "key-holders.ballot-twice",
        /// Another box of this round, or a box of a later one, was counted before.
        Counted { round: u32 } = "key-holders.counted",
        /// A share of the opening is of another box than the station's.
        OpeningOfAnotherBox { name: String } = "key-holders.opening-of-another-box",
    }
}

coded_errors! {
    /// What a holder keeps can't be sealed or read.
    pub enum KeptError {
        /// A passphrase has too few characters.
        PassphraseShort { least: usize } = "key-kept.passphrase-short",
        /// The passphrase is wrong, or what is kept was altered.
        PassphraseWrong = "key-kept.passphrase-wrong",
        /// Not what a holder keeps, or of another version.
        Foreign = "key-kept.foreign",
    }
}

one_of_coded_errors! {
    /// Why a step isn't done. Nothing has changed then.
    pub enum KeyHolderError {
        /// The file itself.
        File(KeyFileError),
        /// The file at this place.
        Ceremony(CeremonyError),
        /// What is kept.
        Kept(KeptError),
        /// The cryptography that it carries.
        Box(BallotBoxError),
    }
}

/// Facts that are words of the program: the kinds of these files.
pub const WORDS: CodeTable = &[
    ("key-file-kind.invitation", &[]),
    ("key-file-kind.joining", &[]),
    ("key-file-kind.roster", &[]),
    ("key-file-kind.contribution", &[]),
    ("key-file-kind.contributions", &[]),
    ("key-file-kind.shares", &[]),
    ("key-file-kind.all-shares", &[]),
    ("key-file-kind.confirmation", &[]),
    ("key-file-kind.closed-box", &[]),
    ("key-file-kind.opening", &[]),
];

//! The checks by their numbers. Numbers are stable: `docs/record-format.md` says what each of them asks.

macro_rules! checks {
    ($( $(#[$meta:meta])* $name:ident = $number:literal, $code:literal, $since:literal; )*) => {
        /// One check of a record.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Check { $( $(#[$meta])* $name ),* }

        impl Check {
            /// All checks, in the order of their numbers.
            pub const ALL: &'static [Self] = &[ $( Self::$name ),* ];

            /// The number, such as `3.2`.
            #[must_use]
            pub const fn number(self) -> &'static str {
                match self { $( Self::$name => $number ),* }
            }

            /// The first version of the format that has this check.
            #[must_use]
            pub const fn since(self) -> u32 {
                match self { $( Self::$name => $since ),* }
            }

            /// The code of its title, such as `verify.3-2`.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $( Self::$name => $code ),* }
            }
        }

        /// The codes of the checks' titles, for a catalogue of wordings.
        pub(crate) const TITLES: messages::CodeTable = &[ $( ($code, &[]) ),* ];
    };
}

checks! {
    /// The file is one whole package in the one form there is of it.
    Package = "1.1", "verify.1-1", 1;
    /// The manifest and its signature are there, and can be read.
    Manifest = "1.2", "verify.1-2", 1;
    /// Format and version are known.
    Format = "1.3", "verify.1-3", 1;
    /// The manifest lists just the files that are there, in their order.
    Listed = "1.4", "verify.1-4", 1;
    /// Each file but the documents has the length and hash that the manifest says.
    Contents = "1.5", "verify.1-5", 1;
    /// Just the files are there that a record has.
    Names = "1.6", "verify.1-6", 1;
    /// Each JSON file says what it should, written in the one way.
    Written = "1.7", "verify.1-7", 1;
    /// The station's public key is one.
    StationKey = "2.1", "verify.2-1", 1;
    /// The manifest is signed by it.
    Signed = "2.2", "verify.2-2", 1;
    /// The session's names and threshold can be a session's.
    Profile = "2.3", "verify.2-3", 1;
    /// The log's lines have their form and are numbered without a gap.
    LogForm = "3.1", "verify.3-1", 1;
    /// Each entry is chained to the one before it.
    Chain = "3.2", "verify.3-2", 1;
    /// Each entry is signed by the station.
    LogSigned = "3.3", "verify.3-3", 1;
    /// The log ends where the session says.
    LogEnd = "3.4", "verify.3-4", 1;
    /// Each entry says who did what and when.
    Entries = "3.5", "verify.3-5", 1;
    /// The acts of each round come in their order.
    Acts = "3.6", "verify.3-6", 1;
    /// Who is present, and what was handed out, adds up check-in by check-in.
    CheckIns = "3.7", "verify.3-7", 1;
    /// What matters was witnessed by a scrutineer beside the operator.
    Witnessed = "3.8", "verify.3-8", 1;
    /// The log tells of just the rounds that there are, and how each ended.
    LogRounds = "3.9", "verify.3-9", 1;
    /// The record's version is the one by which the first round was sealed.
    Version = "3.10", "verify.3-10", 1;
    /// Whoever had to state why has said something.
    Statements = "3.11", "verify.3-11", 2;
    /// A kiosk that is merged or lost was provisioned in its round.
    Kiosks = "3.12", "verify.3-12", 2;
    /// Lots are drawn once.
    LotsOnce = "3.13", "verify.3-13", 2;
    /// A ballot that was opened to test a kiosk is named by its hash and its ciphertexts.
    ChallengesNamed = "3.14", "verify.3-14", 2;
    /// The log says from its first entry on whether it was a rehearsal.
    Training = "3.15", "verify.3-15", 2;
    /// A poll that was interrupted went on once the trays were counted.
    TraysCounted = "3.16", "verify.3-16", 2;
    /// Profile, rules and station are those that the log last hashed.
    SessionPart = "4.1", "verify.4-1", 1;
    /// A round has just the files that its acts call for.
    RoundFiles = "4.2", "verify.4-2", 1;
    /// Each round's state is the one that the log last hashed.
    StatePart = "4.3", "verify.4-3", 1;
    /// The contest is the one that was adopted.
    Adopted = "4.4", "verify.4-4", 1;
    /// Key and slips are those that were sealed.
    Sealed = "4.5", "verify.4-5", 1;
    /// Present and issued are what the check-ins came to, with nobody checked in too late.
    Attendance = "4.6", "verify.4-6", 1;
    /// The close of the poll was as the state says.
    Closed = "4.7", "verify.4-7", 1;
    /// The shares are of the cards that were presented.
    Counted = "4.8", "verify.4-8", 1;
    /// The round ended as the state says, lots and reasons included.
    Ended = "4.9", "verify.4-9", 1;
    /// Void paper ballots are those of the log.
    VoidPaperPart = "4.10", "verify.4-10", 1;
    /// The slips' tags are those that the log last hashed.
    SlipsPart = "4.11", "verify.4-11", 1;
    /// The sealed ballots are those that the log last hashed.
    BallotsPart = "4.12", "verify.4-12", 1;
    /// Encrypted totals and shares are those that the log last hashed.
    OpeningPart = "4.13", "verify.4-13", 1;
    /// The contest is one, written in its canonical form.
    Contest = "5.1", "verify.5-1", 1;
    /// The state speaks of the same contest.
    ContestInState = "5.2", "verify.5-2", 1;
    /// The round's number, delegates and the first rules are those of the session.
    Turn = "5.3", "verify.5-3", 1;
    /// The list can be voted on by the rules.
    Fits = "5.4", "verify.5-4", 1;
    /// Each further round follows from the rounds before it.
    Follows = "5.5", "verify.5-5", 1;
    /// No round is due any more, or the log says why none was held.
    Whole = "5.6", "verify.5-6", 2;
    /// The key's parts are numbers that fit together.
    Key = "6.1", "verify.6-1", 1;
    /// There is a card for each scrutineer, and the threshold is the session's.
    Cards = "6.2", "verify.6-2", 1;
    /// The key's fingerprint is the one that was sealed.
    Fingerprint = "6.3", "verify.6-3", 1;
    /// The key is as strong as its threshold says.
    KeyStrength = "6.4", "verify.6-4", 2;
    /// Whether a key is distributed is said alike everywhere, and by whom.
    KeyHolders = "6.5", "verify.6-5", 2;
    /// The holders and their keys are those that were sealed.
    HoldersDigest = "6.6", "verify.6-6", 2;
    /// Each holder made public what they committed to.
    Commitments = "6.7", "verify.6-7", 2;
    /// Each holder's part of the key is proven.
    Contributions = "6.8", "verify.6-8", 2;
    /// The key is the sum of its holders' parts.
    KeyOfParts = "6.9", "verify.6-9", 2;
    /// Each holder has signed the key.
    KeySigned = "6.10", "verify.6-10", 2;
    /// The key that a round is sealed to is the one that its holders have made last.
    KeyMade = "6.11", "verify.6-11", 2;
    /// The slips' tags are sorted, and none is there twice.
    Tags = "7.1", "verify.7-1", 1;
    /// As many tags are accounted for as slips and paper slots were made.
    Made = "7.2", "verify.7-2", 1;
    /// As many paper slots were used as valid paper ballots were entered.
    PaperUsed = "7.3", "verify.7-3", 1;
    /// As many tags are spent as sealed ballots are in the box.
    Spent = "7.4", "verify.7-4", 1;
    /// As many slips are cancelled as were exchanged, or spent twice and found void.
    Cancelled = "7.5", "verify.7-5", 1;
    /// No more was handed out than was made, and as many as at the close.
    Issued = "7.6", "verify.7-6", 1;
    /// The tellers' tray agrees with the box, or the scrutineers have stated why not.
    Tray = "7.7", "verify.7-7", 1;
    /// The list of slips has each slip and each paper slot, with the hash of a token or none.
    SlipList = "7.8", "verify.7-8", 2;
    /// The list of slips is the one that was committed to when the round was sealed.
    Commitment = "7.9", "verify.7-9", 2;
    /// There is a token for each slip that was spent, and no other.
    Tokens = "7.10", "verify.7-10", 2;
    /// The left-over slips were scanned and are as many as they should be, or it is stated why they weren't.
    Piles = "7.11", "verify.7-11", 2;
    /// Each ballot's line has its form; hash and tracking code are the ballot's.
    BallotLines = "8.1", "verify.8-1", 1;
    /// The ballots are sorted by their hashes, and none is there twice.
    BallotOrder = "8.2", "verify.8-2", 1;
    /// Each ballot has the form's length, and its numbers are points and scalars.
    BallotForm = "8.3", "verify.8-3", 1;
    /// Each ballot proves that its marks are marks.
    Marks = "8.4", "verify.8-4", 1;
    /// Each ballot proves that it keeps the limits.
    Limits = "8.5", "verify.8-5", 1;
    /// The root over the ballots is the one fixed at the close.
    Root = "8.6", "verify.8-6", 1;
    /// Sealed and void ballots together are those collected.
    Collected = "8.7", "verify.8-7", 1;
    /// No ballot is there that was opened to challenge a kiosk.
    Challenged = "8.8", "verify.8-8", 1;
    /// No ballot's ciphertexts are there twice, or were opened.
    Ciphertexts = "8.9", "verify.8-9", 2;
    /// The encrypted totals are the sum over all ballots.
    Sum = "9.1", "verify.9-1", 1;
    /// Totals of a single ballot were never opened.
    Fewest = "9.2", "verify.9-2", 1;
    /// The shares are of cards there are, each once, and as many as are needed.
    Shares = "9.3", "verify.9-3", 1;
    /// Each share's proofs hold.
    ShareProofs = "9.4", "verify.9-4", 1;
    /// The first shares open the totals that are stated.
    FirstOpen = "9.5", "verify.9-5", 1;
    /// The last shares open the same.
    LastOpen = "9.6", "verify.9-6", 1;
    /// The totals add up.
    Totals = "9.7", "verify.9-7", 1;
    /// The account's figures fit each other and the round.
    Account = "10.1", "verify.10-1", 1;
    /// The round is valid or void as its account says.
    Standing = "10.2", "verify.10-2", 1;
    /// The outcome is what the rules make of the totals.
    Outcome = "10.3", "verify.10-3", 1;
    /// The lots gave each open seat to one of those who drew.
    Lots = "10.4", "verify.10-4", 1;
    /// Those who signed are those who were appointed.
    Signatures = "10.5", "verify.10-5", 1;
    /// The day of announcement is the day of the act.
    Announced = "10.6", "verify.10-6", 1;
    /// Each document has the length and hash that the manifest says.
    Documents = "11.1", "verify.11-1", 1;
    /// Each document has a name of its own and is a PDF.
    Pdf = "11.2", "verify.11-2", 1;
    /// Each document is the one that the log last issued under its name, and none is missing.
    DocumentsIssued = "11.3", "verify.11-3", 2;
}

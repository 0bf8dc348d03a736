//! What the desk itself refuses, and how every problem crosses to a window.

use super::Problem;
use messages::{Coded, List, coded_errors};
use procedure::number::CandidateNumber;

coded_errors! {
    /// Why the desk refuses a command.
    pub enum DeskError {
        /// The window knows no such command: the program and its interface don't fit together.
        NoSuchCommand { command: String } = "desk.no-such-command",
        /// The request can't be read: the program and its interface don't fit together.
        RequestMalformed { reason: String } = "desk.request-malformed",
        /// Something that can't happen has happened.
        Unexpected { reason: String } = "desk.unexpected",
        /// No session is open.
        NoSessionOpen = "desk.no-session-open",
        /// A session is open already.
        SessionOpen = "desk.session-open",
        /// While the poll is open the session isn't closed without a word.
        PollOpen = "desk.poll-open",
        /// A write into the file was interrupted: it must be opened where it was made first.
        Interrupted { path: String } = "desk.interrupted",
        /// The session is locked.
        Locked = "desk.locked",
        /// A scrutineer looks and doesn't act.
        OperatorOnly = "desk.operator-only",
        /// Many wrong PINs came in a row.
        Wait { seconds: u64 } = "desk.wait",
        /// No such session is on this computer.
        SessionUnknown { id: String } = "desk.session-unknown",
        /// The session is on this computer already.
        SessionThere { id: String } = "desk.session-there",
        /// The station's key that belongs to the file isn't on this computer.
        KeyMissing = "desk.key-missing",
        /// The file on the stick is no longer the one that was looked at.
        StickFileChanged { path: String } = "desk.stick-file-changed",
        /// The file of a session ends before what this computer knows of it: an older copy was put in its place.
        OlderThanKnown { path: String, entries: usize, known: u32 } = "desk.older-than-known",
        /// The key is known from another session of this computer.
        KeyKnown { session: String } = "desk.key-known",
        /// What is restored ends before what this computer knows, or isn't known to it: that is stated.
        RestoreUnstated = "desk.restore-unstated",
        /// The session of a remote kiosk isn't copied to another computer: there would be two of it.
        KioskNotCopied = "desk.kiosk-not-copied",
        /// A file or folder can't be used.
        Path { path: String, reason: String } = "desk.path",
        /// The path is empty.
        PathMissing = "desk.path-missing",
        /// The bytes of a file didn't arrive whole.
        ContentMalformed = "desk.content-malformed",
        /// No file waits to be imported.
        NothingToImport = "desk.nothing-to-import",
        /// The file still has wrong cells.
        ImportNotReady { findings: usize } = "desk.import-not-ready",
        /// No font has these characters: on paper they would be missing.
        Unprintable { place: String, characters: String } = "desk.unprintable",
        /// No such number is on the list.
        NumberUnknown { number: String } = "desk.number-unknown",
        /// There is nothing to take back.
        NothingToUndo = "desk.nothing-to-undo",
        /// Once list and rules are adopted they can't be changed.
        AdoptedStands = "desk.adopted-stands",
        /// No key ceremony is under way.
        NoCeremony = "desk.no-ceremony",
        /// A key ceremony is under way.
        CeremonyUnderWay = "desk.ceremony-under-way",
        /// The ceremony comes after list and rules are adopted, and once a round.
        CeremonyNotNow = "desk.ceremony-not-now",
        /// Too few slips for the delegates in office.
        SlipsTooFew { slips: u32, delegates: u32 } = "desk.slips-too-few",
        /// Another scrutineer's card comes first.
        CardsInOrder { name: String } = "desk.cards-in-order",
        /// A card is given out only once its scrutineer has typed their PIN.
        CardCovered { name: String } = "desk.card-covered",
        /// What was read back is not what the card says.
        CardReadWrong { row: u32 } = "desk.card-read-wrong",
        /// Every scrutineer must have read the card back first.
        CardsMissing = "desk.cards-missing",
        /// Slips must be printed or saved before the box is sealed: afterwards their codes are gone.
        SlipsNotOut = "desk.slips-not-out",
        /// The document can't be made yet.
        DocumentNotYet = "desk.document-not-yet",
        /// No such document.
        DocumentUnknown { id: String } = "desk.document-unknown",
        /// The document has no such page.
        PageUnknown { page: u32 } = "desk.page-unknown",
        /// The page could not be drawn.
        PictureFailed = "desk.picture-failed",
        /// A person stopped the work; nothing was changed by it.
        Stopped = "desk.stopped",
        /// The computer has no such printer.
        PrinterUnknown { printer: String } = "desk.printer-unknown",
        /// The printer refused.
        PrinterRefused { printer: String, reason: String } = "desk.printer-refused",
        /// Pages that are no pages and ranges of pages, such as `1-2,5`.
        PageRange { range: String } = "desk.page-range",
        /// Only an official result or resolution is signed.
        NotToBeSigned = "desk.not-to-be-signed",
        /// No certificate is as large as that.
        CertificateTooLarge = "desk.certificate-too-large",
        /// A number of copies between 1 and 99.
        Copies = "desk.copies",
        /// Backups must not be in the folder of the sessions.
        BackupFolderInside = "desk.backup-folder-inside",
        /// The window could not be opened.
        WindowFailed { reason: String } = "desk.window-failed",
        /// Only a training session is rehearsed.
        TrainingOnly = "desk.training-only",
        /// The cards of the rehearsal were in memory only, and are gone: the count takes those on paper.
        RehearsalCardsGone = "desk.rehearsal-cards-gone",
        /// Nobody votes at the kiosk now.
        NobodyVotes = "desk.nobody-votes",
        /// No candidate has this place.
        PlaceUnknown { place: u32 } = "desk.place-unknown",
        /// A ballot without a mark is cast only when the delegate says so.
        BlankNotMeant = "desk.blank-not-meant",
        /// A ballot is cast or challenged only after its tracking code was shown.
        NotReviewed = "desk.not-reviewed",
        /// There is no stick of the scrutineers for opened ballots, or it isn't there any more.
        NoChallengeStick = "desk.no-challenge-stick",
        /// As many ballots were opened in this sitting as may be.
        ChallengesUsed = "desk.challenges-used",
        /// This computer keeps a part of this key already.
        PartThere = "desk.part-there",
        /// No such part of a key is on this computer.
        PartUnknown = "desk.part-unknown",
        /// Another program on this computer has this part of a key open.
        PartInUse = "desk.part-in-use",
        /// No part of a key is open.
        NoPartOpen = "desk.no-part-open",
        /// No paper ballots are being read so that this could be done.
        NoReading = "desk.no-reading",
        /// Paper ballots are being read: they are entered or discarded first.
        BatchUnderWay = "desk.batch-under-way",
        /// A ballot of the pile wasn't entered in this reading. Its place is from 1.
        SheetMissing { ballot: u32 } = "desk.sheet-missing",
        /// Paper ballots are entered while the poll is open and not suspended.
        NotPolling = "desk.not-polling",
        /// The step comes after the roster.
        NeedsDelegates = "desk.needs-delegates",
        /// The step comes after the candidate list.
        NeedsCandidates = "desk.needs-candidates",
        /// The step comes after the rules.
        NeedsRules = "desk.needs-rules",
        /// The step comes after list and rules are adopted.
        NeedsAdoption = "desk.needs-adoption",
        /// The step comes after the key ceremony.
        NeedsCards = "desk.needs-cards",
        /// The step comes after the box is sealed.
        NeedsSeal = "desk.needs-seal",
        /// The step comes after enough delegates have checked in.
        NeedsQuorum = "desk.needs-quorum",
        /// The step comes after the poll is closed.
        NeedsClose = "desk.needs-close",
        /// The step comes after the count.
        NeedsCount = "desk.needs-count",
    }
}

impl DeskError {
    /// Something that can't happen has happened.
    #[must_use]
    pub fn unexpected(error: &impl std::fmt::Display) -> Self {
        Self::Unexpected { reason: error.to_string() }
    }

    /// A file or folder that can't be used.
    #[must_use]
    pub fn path(path: &std::path::Path, error: &std::io::Error) -> Self {
        Self::Path { path: path.display().to_string(), reason: error.to_string() }
    }
}

coded_errors! {
    /// What a check before the poll found.
    pub enum Found {
        /// Enough delegates are present.
        QuorumReached { present: u32, quorum: u32 } = "check.quorum-reached",
        /// Too few are present.
        QuorumMissing { present: u32, quorum: u32 } = "check.quorum-missing",
        /// The report on the key ceremony is to be printed and signed.
        CeremonyReport = "check.ceremony-report",
        /// The box is empty.
        BoxEmpty { slips: u32 } = "check.box-empty",
        /// There are ballots in the box.
        BoxNotEmpty { ballots: u32 } = "check.box-not-empty",
        /// The kiosk's window is open.
        KioskOpen = "check.kiosk-open",
        /// It isn't.
        KioskClosed = "check.kiosk-closed",
        /// More than one screen is connected.
        Screens { screens: u32 } = "check.screens",
        /// One screen only: kiosk and secretariat share it.
        OneScreen = "check.one-screen",
        /// There is a printer.
        PrinterFound { printer: String } = "check.printer-found",
        /// There is none; documents are saved as files.
        NoPrinter = "check.no-printer",
        /// What the clock says.
        ClockGood { now: String } = "check.clock-good",
        /// The clock is behind the latest act of the log.
        ClockBehind { now: String, latest: String } = "check.clock-behind",
        /// The clock's year is far from the session's.
        ClockYear { now: String, year: i32 } = "check.clock-year",
        /// Free space for the session.
        SpaceGood { mebibytes: u64 } = "check.space-good",
        /// Little free space.
        SpaceLow { mebibytes: u64 } = "check.space-low",
        /// The latest backup.
        BackupGood { at: String, folder: String } = "check.backup-good",
        /// Backups are on the session's own disk.
        BackupSamePlace { folder: String } = "check.backup-same-place",
        /// No backup was made since the program was started.
        BackupMissing = "check.backup-missing",
        /// The latest attempt failed.
        BackupFailed = "check.backup-failed",
    }
}

coded_errors! {
    /// Why a round came to its result, sentence by sentence. Candidates are named by their numbers; a category is empty where
    /// the whole list is meant.
    pub enum Reason {
        /// What it took to pass.
        Threshold { votes: u32, delegates: u32, base: String } = "why.threshold",
        /// Any approval passed.
        Plurality = "why.plurality",
        /// How many passed, for how many seats.
        Passed { category: String, passed: usize, seats: u32 } = "why.passed",
        /// More passed than there are seats: the most approvals decided.
        Cut { category: String, seats: u32, last: CandidateNumber, last_votes: u32, next: CandidateNumber, next_votes: u32 } = "why.cut",
        /// Tied at the cut, and a further round decides.
        TieFurtherRound { category: String, numbers: List, votes: u32, seats: u32 } = "why.tie-further-round",
        /// Tied at the cut, and lots decide.
        TieLots { category: String, numbers: List, votes: u32, seats: u32 } = "why.tie-lots",
        /// Tied at the cut, and all are adopted.
        TieAll { category: String, numbers: List, votes: u32 } = "why.tie-all",
        /// Tied at the cut, and none is adopted.
        TieNone { category: String, numbers: List, votes: u32 } = "why.tie-none",
        /// Too few passed, and a further round is held on the rest.
        TooFewFurtherRound { category: String, seats: u32 } = "why.too-few-further-round",
        /// Seats stay empty.
        SeatsEmpty { category: String, seats: u32 } = "why.seats-empty",
        /// Whom the lots adopted.
        LotsDrawn { numbers: List } = "why.lots-drawn",
    }
}

impl<E: Coded> From<E> for Problem {
    fn from(error: E) -> Self {
        Self {
            code: error.code().to_owned(),
            facts: error.facts().into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        }
    }
}

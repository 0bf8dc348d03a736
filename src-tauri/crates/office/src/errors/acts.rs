//! Why an act is refused.

use messages::coded_errors;
use procedure::{count::Ballots, number::DelegateNumber, round::RoundState};

coded_errors! {
    /// Why an act of office is refused.
    pub enum ActsError {
        /// The act needs a scrutineer of this session beside the operator.
        NotAScrutineer { name: String } = "acts.not-a-scrutineer",
        /// Two persons are needed, and one was named twice.
        OnePersonOnly { name: String } = "acts.one-person-only",
        /// Delegates, candidates and rules are set before the first round is begun.
        RoundBegun = "acts.round-begun",
        /// No round has been begun.
        NoRound = "acts.no-round",
        /// No rules have been set.
        NoRules = "acts.no-rules",
        /// The latest round isn't finished.
        RoundUnfinished { state: RoundState } = "acts.round-unfinished",
        /// No further round is called for.
        NothingToVote = "acts.nothing-to-vote",
        /// No delegate has this number.
        DelegateUnknown { number: DelegateNumber } = "acts.delegate-unknown",
        /// The delegate is not in office.
        DelegateNotInOffice { number: DelegateNumber } = "acts.delegate-not-in-office",
        /// The delegate is checked in already.
        AlreadyPresent { number: DelegateNumber } = "acts.already-present",
        /// The delegate is not checked in.
        NotPresent { number: DelegateNumber } = "acts.not-present",
        /// By the rules nobody is checked in once the poll is open.
        NoLateArrivals = "acts.no-late-arrivals",
        /// All slips are handed out.
        NoSlipLeft = "acts.no-slip-left",
        /// All paper ballots are handed out.
        NoPaperLeft = "acts.no-paper-left",
        /// A check-in is taken back only before the poll is open: the slip may have been used.
        TooLateToUndo = "acts.too-late-to-undo",
        /// No slip has this code.
        SlipUnknown = "acts.slip-unknown",
        /// The slip's vote has been counted.
        SlipSpent = "acts.slip-spent",
        /// The slip was exchanged for another.
        SlipCancelled = "acts.slip-cancelled",
        /// This kiosk takes the slips of another zone.
        SlipOfAnotherZone { zone: u32, colour: &'static str } = "acts.slip-of-another-zone",
        /// The ballots in the box are not as many as the slips in the tray and the paper ballots.
        BoxDiffersFromTray { in_box: Ballots, in_tray: Ballots } = "acts.box-differs-from-tray",
        /// The poll was interrupted: it goes on once two persons have counted the trays.
        TraysToBeCounted = "acts.trays-to-be-counted",
        /// The trays hold other than they should by the box, whose number isn't told before it is stated why.
        TrayDiffers { in_tray: Ballots } = "acts.tray-differs",
        /// The left-over slips are checked by code before the poll is closed, unless two persons state why not.
        PilesUnchecked = "acts.piles-unchecked",
        /// A session that version 0.1.0 sealed goes on by its rules, without the check by code.
        PilesNotAsked = "acts.piles-not-asked",
        /// Slips were scanned among the left-over ones that don't belong there.
        LeftOverMisfits { slips: u32 } = "acts.left-over-misfits",
        /// The left-over slips are not as many as they should be.
        LeftOverNumber { scanned: u32, expected: u32 } = "acts.left-over-number",
        /// Slips were scanned in the tray that don't belong there, or not as many as were counted.
        TrayMisfits { slips: u32, scanned: u32, counted: u32 } = "acts.tray-misfits",
        /// No slip with this code that a ballot was cast with was scanned among the left-over ones.
        SlipNotLeftOver = "acts.slip-not-left-over",
        /// More ballots of a kind are in the box than were handed out.
        MoreThanHandedOut { in_box: Ballots, handed: Ballots } = "acts.more-than-handed-out",
        /// What is stated says too little to be a reason.
        StatementShort { letters: usize } = "acts.statement-short",
        /// Lots have been drawn already.
        LotsDrawn = "acts.lots-drawn",
        /// The person is not appointed to sign in this session.
        NotAppointed { name: String } = "acts.not-appointed",
        /// What the law says against the rules must be acknowledged before they are adopted.
        WarningsNotAcknowledged { warnings: usize } = "acts.warnings-not-acknowledged",
        /// The first round's keys are not those of this session.
        NoKeysToReuse = "acts.no-keys-to-reuse",
        /// An operator has no name.
        OperatorUnnamed = "acts.operator-unnamed",
        /// Whether a session is for training never changes.
        TrainingFixed = "acts.training-fixed",
        /// The session was put back while the round's box was sealed and not closed: the round can only be ended.
        RestoredWhileSealed = "acts.restored-while-sealed",
        /// The person has a PIN, which only the person replaces, with another scrutineer.
        PinIsSet { name: String } = "acts.pin-is-set",
        /// A PIN is replaced with another scrutineer as witness.
        PinNeedsScrutineer = "acts.pin-needs-scrutineer",
        /// A key card is given out only to its holder.
        NotTheHolder { name: String } = "acts.not-the-holder",
        /// What is given out once more takes a reason of so many letters or digits.
        ReasonTooShort { least: usize } = "acts.reason-too-short",
        /// No key card has this number, or it was destroyed.
        CardUnknown { card: u32 } = "acts.card-unknown",
        /// No key card was named.
        NoCardNamed = "acts.no-card-named",
        /// Until the last result is announced and no round is pending the cards may still be needed.
        CardsStillNeeded = "acts.cards-still-needed",
        /// More ballots than the program counts.
        TooManySlips { slips: u32 } = "acts.too-many-slips",
    }
}

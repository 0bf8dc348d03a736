//! Why an act on remote kiosks is refused.

use ballot_box::SlipTag;
use messages::coded_errors;
use procedure::{
    count::Ballots,
    number::{KioskNumber, RoundNumber},
};

coded_errors! {
    /// Why an act on remote kiosks is refused. Nothing was changed.
    pub enum KioskError {
        /// On a remote kiosk nothing is done but voting, and closing it.
        NotAtAKiosk = "kiosks.not-at-a-kiosk",
        /// The act is one of a remote kiosk, and this is a station.
        OnlyAtAKiosk = "kiosks.only-at-a-kiosk",
        /// No slips were made for the zone.
        ZoneWithoutSlips { zone: u32 } = "kiosks.zone-without-slips",
        /// Kiosks are numbered from 1.
        NumberImpossible { number: KioskNumber, most: u32 } = "kiosks.number-impossible",
        /// Another kiosk of the round has the number.
        NumberTaken { number: KioskNumber } = "kiosks.number-taken",
        /// The kiosk was provisioned in this round already, under this number.
        ProvisionedAlready { number: KioskNumber } = "kiosks.provisioned-already",
        /// The provision is for another kiosk.
        ProvisionOfAnother { kiosk: KioskNumber } = "kiosks.provision-of-another",
        /// The provision was loaded here already.
        ProvisionLoaded { path: String } = "kiosks.provision-loaded",
        /// The kiosk was closed, and stays so.
        KioskNotClosed = "kiosks.kiosk-not-closed",
        /// No kiosk of the round has the number.
        KioskUnknown { number: KioskNumber } = "kiosks.kiosk-unknown",
        /// The kiosk's box was merged: it isn't lost.
        MergedAlready { kiosk: KioskNumber } = "kiosks.merged-already",
        /// Two persons must state what happened.
        StatementMissing = "kiosks.statement-missing",
        /// A statement is longer than a box has room for, in characters.
        StatementTooLong { most: usize } = "kiosks.statement-too-long",
        /// Kiosks are out, whose boxes must be merged, or which must be declared lost.
        KiosksOut { kiosks: String } = "kiosks.kiosks-out",
        /// Slips were spent at two kiosks, and the scrutineers haven't decided.
        DisputesOpen { slips: usize } = "kiosks.disputes-open",
        /// The slip isn't one that was spent twice.
        NoDispute { slip: SlipTag } = "kiosks.no-dispute",
        /// The scrutineers have decided about the slip.
        DisputeDecided { slip: SlipTag } = "kiosks.dispute-decided",
        /// The slip wasn't spent at this kiosk.
        NotSpentThere { slip: SlipTag, kiosk: KioskNumber } = "kiosks.not-spent-there",
        /// Remote kiosks have slips of this zone: whether one was used, isn't known here.
        ExchangeUncertain { zone: u32, colour: &'static str } = "kiosks.exchange-uncertain",
        /// The box is of another session.
        BoxOfAnotherSession { station: String } = "kiosk-box.of-another-session",
        /// The box is of another round.
        BoxOfAnotherRound { found: RoundNumber, round: RoundNumber } = "kiosk-box.of-another-round",
        /// The box is of another contest.
        BoxOfAnotherContest = "kiosk-box.of-another-contest",
        /// The box is signed by a kiosk that wasn't provisioned for this round.
        BoxOfAForeignKiosk { kiosk: KioskNumber, fingerprint: String } = "kiosk-box.of-a-foreign-kiosk",
        /// The box doesn't fit what the kiosk was provisioned with.
        BoxOfAnotherProvision { kiosk: KioskNumber } = "kiosk-box.of-another-provision",
        /// Another box of the same kiosk was merged.
        BoxStale { kiosk: KioskNumber, merged: Ballots, found: usize } = "kiosk-box.stale",
        /// The box holds a slip that the kiosk wasn't provisioned with, or lacks one.
        BoxSlipsDiffer { kiosk: KioskNumber, slip: SlipTag } = "kiosk-box.slips-differ",
        /// A slip that the box spends has another token than was committed to: nobody held the slip.
        BoxTokenWrong { kiosk: KioskNumber, slip: SlipTag } = "kiosk-box.token-wrong",
        /// A ballot of the box is in another box or under another slip already.
        BoxBallotTwice { kiosk: KioskNumber, ballot: String } = "kiosk-box.ballot-twice",
        /// A voter challenged the kiosk with this ballot, so it can't count.
        BoxBallotChallenged { kiosk: KioskNumber, ballot: String } = "kiosk-box.ballot-challenged",
        /// The disk is that of a session's station, not of a remote kiosk.
        DiskOfNoKiosk { path: String } = "kiosk-box.disk-of-no-kiosk",
    }
}

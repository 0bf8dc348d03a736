//! What can go wrong at the station with a key that its holders make.

use messages::{List, coded_errors};

coded_errors! {
    /// Why an act with a distributed key is refused.
    pub enum KeysError {
        /// The session's keys are dealt: nobody makes one.
        Dealt = "keys.dealt",
        /// Nobody has been invited to make a key.
        NobodyInvited = "keys.nobody-invited",
        /// Holders are invited, or have made the key: that is given up before others are.
        InvitedAlready = "keys.invited-already",
        /// All holders have confirmed the key: they need no file any more.
        AllConfirmed = "keys.all-confirmed",
        /// The key is made already.
        MadeAlready = "keys.made-already",
        /// The key isn't made yet.
        NotMade = "keys.not-made",
        /// The holders were invited for another congress or session, under other names, or for another number of them to open.
        OfOthers = "keys.of-others",
        /// A round's box is sealed to the key and not counted yet.
        InUse = "keys.in-use",
        /// The round has no totals to open: nobody voted, or its account voids it.
        NothingToOpen = "keys.nothing-to-open",
        /// The closed box wasn't written for the holders.
        BoxNotWritten = "keys.box-not-written",
        /// Fewer holders have brought their share of the totals than open them.
        OpeningsMissing { found: usize, needed: u32, names: List } = "keys.openings-missing",
    }
}

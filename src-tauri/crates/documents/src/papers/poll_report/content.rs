//! 钥匙仪式、开箱检查、选票分发、选票收回、投票结束 reports.

use crate::Heading;
use chrono::{DateTime, FixedOffset, NaiveDate};
use procedure::{
    count::{Ballots, Delegates, Issued},
    number::RoundNumber,
};

/// A report on the poll that the chief scrutineer signs. It is refused unless its figures add up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PollReport {
    /// Whose report it is.
    pub heading: Heading,
    /// The round, from 1.
    pub round: RoundNumber,
    /// The day; left to be filled in by hand where none is given.
    pub date: Option<NaiveDate>,
    /// What it reports.
    pub stage: PollStage,
    /// The chief scrutineer (总监票人).
    pub chief: String,
    /// The other scrutineers (监票人).
    pub scrutineers: Vec<String>,
    /// The tellers (计票人).
    pub tellers: Vec<String>,
}

/// Where the poll stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PollStage {
    /// 钥匙仪式报告单: the box is sealed. Every holder of a key card signs it before the poll opens.
    Ceremony {
        /// The key that the box is sealed with.
        key: KeyFigures,
        /// The PINs that were set, and each output of cards and slips, in order; at least one.
        acts: Vec<CeremonyAct>,
    },
    /// 票箱启用检查单 (the zero report): before the first ballot the box is empty.
    Opening {
        /// 全体代表 (D).
        delegates: Delegates,
        /// 实到代表 when the poll opened.
        present: Delegates,
        /// The fewest that make a quorum.
        quorum: Delegates,
        /// What was made: slips and paper ballots.
        made: Papers,
        /// The key that the box is sealed with.
        key: KeyFigures,
        /// The hash of list and rules, in hexadecimal.
        digest: String,
    },
    /// 选票分发情况报告单: what was made is issued, left over or cancelled.
    Distribution(Distribution),
    /// 选票收回情况报告单.
    Return {
        /// 实到代表 (P).
        present: Delegates,
        /// 发出票数 (I).
        issued: Issued,
        /// 收回票数 (C).
        collected: Ballots,
    },
    /// 投票结束报告单: the box is closed and its root fixed.
    Closing {
        /// How what was made was used.
        distribution: Distribution,
        /// 收回票数 (C).
        collected: Ballots,
        /// How many spent slips and paper ballots the tellers counted by hand.
        tray: Papers,
        /// What the scrutineers state where tray and box differ.
        statement: Option<String>,
        /// How the left-over slips and the tray's were checked; none in a session that version 0.1.0 sealed.
        piles: Option<PilesChecked>,
        /// Why slips of the left-over pile were cancelled that a ballot had been cast with, for each its reason. They are collected
        /// and void, and in no tray.
        annulled: Vec<String>,
        /// How the poll went on after it was interrupted, each time in a sentence or more; in order.
        resumed: Vec<String>,
        /// The PINs that were set since the box was sealed, in order.
        later: Vec<CeremonyAct>,
        /// The root over the sealed ballots, in hexadecimal.
        root: String,
        /// The root as it is read aloud to the holders of the key; none where it was dealt.
        spoken_root: Option<String>,
        /// The station's public key, in hexadecimal.
        station_key: String,
    },
}

/// How the piles of slips were checked before the close.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PilesChecked {
    /// Each left-over slip was scanned.
    ByCode {
        /// How many.
        left: u32,
        /// Slips that were spoiled in printing, and so in no pile.
        spoiled: u32,
        /// Whether the tray's slips were scanned as well; if not, they were counted.
        tray_by_code: bool,
    },
    /// Two persons left it out.
    LeftOut {
        /// Why.
        reason: String,
    },
}

/// A PIN that was set, or an output of what is secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CeremonyAct {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// What was done.
    pub what: CeremonyWhat,
    /// Whose PIN or card it is; none for slips.
    pub person: Option<String>,
    /// Who did it, and who witnessed it, without that person.
    pub by: Vec<String>,
    /// Why it was given out once more; none the first time.
    pub reason: Option<String>,
}

/// What was done with a PIN, a card or the slips.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CeremonyWhat {
    /// A first PIN was set.
    PinSet,
    /// A PIN was replaced.
    PinReplaced,
    /// A key card was given out.
    Card {
        /// Its number.
        card: u32,
        /// How.
        way: OutputWay,
        /// Its ceremony was given up, so that it opens nothing.
        is_given_up: bool,
    },
    /// The slips were given out.
    Slips {
        /// How many.
        slips: u32,
        /// How.
        way: OutputWay,
        /// Their ceremony was given up, so that no kiosk takes them.
        is_given_up: bool,
    },
}

/// How a card or the slips were given out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutputWay {
    /// On the screen.
    Shown,
    /// By a printer.
    Printed,
    /// As a file.
    Saved,
}

/// Slips and paper ballots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Papers {
    /// 票签.
    pub slips: u32,
    /// 纸质选票.
    pub paper: u32,
}

/// The key of the box, and the commitment to its slips.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFigures {
    /// The public key's fingerprint.
    pub fingerprint: String,
    /// How many key cards there are, or holders where they have made the key.
    pub cards: u32,
    /// How many of them open the totals.
    pub threshold: u32,
    /// The digits over all holders' names and keys that they have read to each other, where they have made the key; none where it was
    /// dealt.
    pub spoken: Option<String>,
    /// The commitment to the list of slips, in hexadecimal; none in a session that version 0.1.0 sealed.
    pub slip_list: Option<String>,
}

/// How the slips and paper ballots that were made were used: made = issued + left over + cancelled, for each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Distribution {
    /// 实到代表 (P).
    pub present: Delegates,
    /// Made.
    pub made: Papers,
    /// Handed out.
    pub issued: Papers,
    /// Left over, to be sealed away.
    pub left_over: Papers,
    /// Cancelled: damaged and exchanged.
    pub cancelled: Papers,
}

//! What the reports on the poll say beside their tables.

use super::{
    CeremonyAct, CeremonyWhat, Distribution, KeyFigures, Papers, PilesChecked, PollReport, PollStage,
};
use procedure::count::{Ballots, Delegates, Issued, counted as how_many};

/// A report's title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Title {
    Ceremony,
    Opening,
    Distribution,
    Return,
    Closing,
}

/// What is said, with the facts of each sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sentence<'a> {
    Ceremony {
        year: i32,
    },
    /// How many outputs were not the first of their kind.
    OutputOnceMore(u32),
    GivenUp,
    HoldersCheck,
    SignedBeforePoll,
    PinsSinceSealing,
    Opening {
        year: i32,
    },
    Distribution {
        year: i32,
    },
    Return {
        year: i32,
    },
    Closing {
        year: i32,
    },
    QuorumAndEmptyBox,
    KeyCards {
        cards: u32,
        threshold: u32,
    },
    /// What the record is compared with later.
    SlipListBinds,
    DigestsBind,
    IssuedToAll {
        present: Delegates,
        issued: Issued,
    },
    /// `without`: how many of those present took no ballot.
    IssuedToSome {
        present: Delegates,
        issued: Issued,
        without: u32,
    },
    /// What is left over is reckoned, not counted: whoever signs counts it.
    LeftOver(Kinds),
    NothingLeftOver,
    Cancelled(Kinds),
    NothingCancelled,
    AsManyCollected {
        issued: Issued,
        collected: Ballots,
    },
    FewerCollected {
        issued: Issued,
        collected: Ballots,
    },
    MoreCollected {
        issued: Issued,
        collected: Ballots,
    },
    BoxAgrees,
    BoxDiffers(u64),
    /// More was counted than issued, so that the number left over can't be relied on.
    LeftOverDoubtful,
    Statement(&'a str),
    /// `used`: with how many of the left-over slips a ballot had been cast; those were cancelled.
    PilesByCode {
        left: u32,
        used: u32,
        tray_by_code: bool,
    },
    SpoiledInPrinting(u32),
    PilesLeftOut(&'a str),
    /// Why a slip was cancelled that lay among the left-over ones though a ballot had been cast with it.
    Annulled(&'a str),
    RootCopiedBefore,
    OfHolders(OfHolders),
}

/// What is said where holders have made the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OfHolders {
    Ceremony {
        year: i32,
    },
    SlipsGivenUp,
    Key {
        holders: u32,
        threshold: u32,
    },
    /// What such a key doesn't promise.
    Together {
        threshold: u32,
    },
    Check,
    RootReadAloud,
}

/// Slips and paper ballots, at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kinds {
    Slips(u32),
    Paper(u32),
    Both { slips: u32, paper: u32 },
}

impl Kinds {
    /// None where there is neither.
    fn of(papers: Papers) -> Option<Self> {
        match papers {
            Papers { slips: 0, paper: 0 } => None,
            Papers { slips, paper: 0 } => Some(Self::Slips(slips)),
            Papers { slips: 0, paper } => Some(Self::Paper(paper)),
            Papers { slips, paper } => Some(Self::Both { slips, paper }),
        }
    }
}

pub(super) const fn title(stage: &PollStage) -> Title {
    match stage {
        PollStage::Ceremony { .. } => Title::Ceremony,
        PollStage::Opening { .. } => Title::Opening,
        PollStage::Distribution(_) => Title::Distribution,
        PollStage::Return { .. } => Title::Return,
        PollStage::Closing { .. } => Title::Closing,
    }
}

/// What stands before the tables.
pub(crate) const fn introduction(report: &PollReport) -> Sentence<'static> {
    let year = report.heading.year;
    match &report.stage {
        PollStage::Ceremony { key: KeyFigures { spoken: Some(_), .. }, .. } => {
            Sentence::OfHolders(OfHolders::Ceremony { year })
        }
        PollStage::Ceremony { .. } => Sentence::Ceremony { year },
        PollStage::Opening { .. } => Sentence::Opening { year },
        PollStage::Distribution(_) => Sentence::Distribution { year },
        PollStage::Return { .. } => Sentence::Return { year },
        PollStage::Closing { .. } => Sentence::Closing { year },
    }
}

/// What the holders of the key cards sign for.
pub(crate) fn ceremony(key: &KeyFigures, acts: &[CeremonyAct]) -> Vec<Sentence<'static>> {
    let once_more = how_many(acts.iter().filter(|act| act.reason.is_some()).count());
    let is_given_up = |act: &CeremonyAct| match act.what {
        CeremonyWhat::PinSet | CeremonyWhat::PinReplaced => false,
        CeremonyWhat::Card { is_given_up, .. } | CeremonyWhat::Slips { is_given_up, .. } => is_given_up,
    };
    let mut sentences = Vec::new();
    sentences.extend((once_more > 0).then_some(Sentence::OutputOnceMore(once_more)));
    let is_dealt = key.spoken.is_none();
    let given_up = if is_dealt { Sentence::GivenUp } else { Sentence::OfHolders(OfHolders::SlipsGivenUp) };
    sentences.extend(acts.iter().any(is_given_up).then_some(given_up));
    sentences.push(held(key));
    sentences.extend(key.slip_list.as_ref().map(|_| Sentence::SlipListBinds));
    sentences.extend(if is_dealt {
        [Sentence::HoldersCheck, Sentence::SignedBeforePoll]
    } else {
        [OfHolders::Together { threshold: key.threshold }, OfHolders::Check].map(Sentence::OfHolders)
    });
    sentences
}

/// By what the key is held.
const fn held(key: &KeyFigures) -> Sentence<'static> {
    let KeyFigures { cards, threshold, .. } = *key;
    match key.spoken {
        None => Sentence::KeyCards { cards, threshold },
        Some(_) => Sentence::OfHolders(OfHolders::Key { holders: cards, threshold }),
    }
}

/// What the scrutineers found before the first ballot.
pub(crate) const fn opening(key: &KeyFigures) -> [Sentence<'static>; 3] {
    [Sentence::QuorumAndEmptyBox, held(key), Sentence::DigestsBind]
}

/// How what was made was used.
pub(crate) fn distribution(distribution: &Distribution) -> [Sentence<'static>; 3] {
    let Distribution { present, left_over, cancelled, .. } = *distribution;
    let issued = issued_in_all(distribution);
    let without = present.0.saturating_sub(issued.0);
    [
        if without == 0 {
            Sentence::IssuedToAll { present, issued }
        } else {
            Sentence::IssuedToSome { present, issued, without }
        },
        Kinds::of(left_over).map_or(Sentence::NothingLeftOver, Sentence::LeftOver),
        Kinds::of(cancelled).map_or(Sentence::NothingCancelled, Sentence::Cancelled),
    ]
}

/// No more than there are delegates present: that is checked first.
pub(crate) fn issued_in_all(distribution: &Distribution) -> Issued {
    Issued(distribution.issued.slips.saturating_add(distribution.issued.paper))
}

/// What the rules make of the account.
pub(crate) const fn account(issued: Issued, collected: Ballots) -> Sentence<'static> {
    if collected.0 > issued.0 {
        Sentence::MoreCollected { issued, collected }
    } else if collected.0 == issued.0 {
        Sentence::AsManyCollected { issued, collected }
    } else {
        Sentence::FewerCollected { issued, collected }
    }
}

/// How the piles of slips were checked. `unchecked` is the reason for which they weren't, as it is put on paper.
pub(crate) fn piles<'a>(
    piles: Option<&PilesChecked>,
    unchecked: Option<&'a str>,
    annulled: &'a [String],
) -> Vec<Sentence<'a>> {
    let mut sentences: Vec<Sentence<'a>> = annulled.iter().map(|reason| Sentence::Annulled(reason)).collect();
    match piles {
        Some(PilesChecked::ByCode { left, spoiled, tray_by_code }) => {
            let used = how_many(annulled.len());
            sentences.push(Sentence::PilesByCode { left: *left, used, tray_by_code: *tray_by_code });
            sentences.extend((*spoiled > 0).then_some(Sentence::SpoiledInPrinting(*spoiled)));
        }
        Some(PilesChecked::LeftOut { .. }) => sentences.extend(unchecked.map(Sentence::PilesLeftOut)),
        None => {}
    }
    sentences
}

/// The box beside the slips and paper ballots that the tellers counted by hand, and the account of the round.
pub(crate) fn closing<'a>(
    distribution: &Distribution,
    collected: Ballots,
    counted: u64,
    statement: Option<&'a str>,
) -> Vec<Sentence<'a>> {
    let issued = issued_in_all(distribution);
    let mut sentences = vec![match u64::from(collected.0).abs_diff(counted) {
        0 => Sentence::BoxAgrees,
        difference => Sentence::BoxDiffers(difference),
    }];
    sentences.extend(statement.filter(|text| !text.trim().is_empty()).map(Sentence::Statement));
    sentences.extend((counted > u64::from(issued.0)).then_some(Sentence::LeftOverDoubtful));
    sentences.push(account(issued, collected));
    sentences
}

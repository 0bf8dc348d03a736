//! Which documents a session has, and how far each may be relied on.

use super::Clerk;
use crate::{act::number, acts::pending_contests, errors::OfficeError, log::Event};
use documents::Standing;
use procedure::{
    round::{Ended, Round},
    rules::LateArrival,
};
use std::fmt;

/// A kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// 票决办法
    VotingMeasure,
    /// 候选项目名单
    CandidateList,
    /// 投票须知
    Notice,
    /// 签到表
    AttendanceSheet,
    /// 出席代表报告单
    AttendanceReport,
    /// 纸质选票
    PaperBallots,
    /// 票箱启用检查单
    OpeningReport,
    /// 选票分发情况报告单
    DistributionReport,
    /// 选票收回情况报告单
    ReturnReport,
    /// 投票结束报告单
    ClosingReport,
    /// 计票结果报告单
    ResultReport,
    /// 主持词
    ChairScript,
    /// The result as a spreadsheet.
    ResultTable,
    /// The attendance as a spreadsheet.
    AttendanceTable,
    /// 公告
    Announcement,
    /// 决议
    Resolution,
    /// 任务分解表
    TaskList,
    /// The adopted projects as a spreadsheet.
    AdoptedTable,
    /// 票决过程记录
    Minutes,
}

/// The documents of each round, in the order of the procedure.
const OF_A_ROUND: [Kind; 13] = [
    Kind::CandidateList,
    Kind::Notice,
    Kind::AttendanceSheet,
    Kind::AttendanceReport,
    Kind::PaperBallots,
    Kind::OpeningReport,
    Kind::DistributionReport,
    Kind::ReturnReport,
    Kind::ClosingReport,
    Kind::ResultReport,
    Kind::ChairScript,
    Kind::ResultTable,
    Kind::AttendanceTable,
];

/// The documents of the whole session that follow its rounds.
const AT_THE_END: [Kind; 5] =
    [Kind::Announcement, Kind::Resolution, Kind::TaskList, Kind::AdoptedTable, Kind::Minutes];

impl Kind {
    /// The kind's name, as hosts word it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::VotingMeasure => "voting-measure",
            Self::CandidateList => "candidate-list",
            Self::Notice => "notice",
            Self::AttendanceSheet => "attendance-sheet",
            Self::AttendanceReport => "attendance-report",
            Self::PaperBallots => "paper-ballots",
            Self::OpeningReport => "opening-report",
            Self::DistributionReport => "distribution-report",
            Self::ReturnReport => "return-report",
            Self::ClosingReport => "closing-report",
            Self::ResultReport => "result-report",
            Self::ChairScript => "chair-script",
            Self::ResultTable => "result-table",
            Self::AttendanceTable => "attendance-table",
            Self::Announcement => "announcement",
            Self::Resolution => "resolution",
            Self::TaskList => "task-list",
            Self::AdoptedTable => "adopted-table",
            Self::Minutes => "minutes",
        }
    }

    /// Whether it is a spreadsheet, which has no pages.
    #[must_use]
    pub const fn is_table(self) -> bool {
        matches!(self, Self::ResultTable | Self::AttendanceTable | Self::AdoptedTable)
    }

    /// Whether it is signed digitally where it is official.
    #[must_use]
    pub const fn is_signed(self) -> bool {
        matches!(self, Self::ResultReport | Self::Resolution)
    }

    /// The file's name without its ending; for a document of a round after the round's.
    const fn stem(self) -> &'static str {
        match self {
            Self::CandidateList => "candidates",
            Self::AttendanceReport => "attendance",
            Self::OpeningReport => "opening",
            Self::DistributionReport => "distribution",
            Self::ReturnReport => "return",
            Self::ClosingReport => "closing",
            Self::ResultReport => "result",
            other => other.name(),
        }
    }
}

/// A document of a session: its kind, and its round where it is one's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Document {
    kind: Kind,
    round: Option<u32>,
}

/// The document's identity, such as `round-1-result`; its file's name without the ending.
impl fmt::Display for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.round {
            Some(round) => write!(f, "round-{round}-{}", self.kind.stem()),
            None => f.write_str(self.kind.stem()),
        }
    }
}

impl Document {
    /// The kind.
    #[must_use]
    pub const fn kind(self) -> Kind {
        self.kind
    }

    /// The round; none for the whole session.
    #[must_use]
    pub const fn round(self) -> Option<u32> {
        self.round
    }

    /// The file's name.
    #[must_use]
    pub fn file(self) -> String {
        format!("{self}.{}", if self.kind.is_table() { "xlsx" } else { "pdf" })
    }

    /// Whether the document rests on what this act did, where the measure is voted on in this round: the last such act
    /// names the record that it shows.
    pub(super) fn rests_on(self, event: &Event, measure: Option<u32>) -> bool {
        let of_round = |round: &u32| self.round.is_none_or(|wanted| wanted == *round);
        match (self.kind, event) {
            (Kind::VotingMeasure, Event::Adopted { round, .. }) => measure == Some(*round),
            (
                Kind::CandidateList | Kind::Notice | Kind::AttendanceSheet | Kind::ChairScript,
                Event::Adopted { round, .. },
            )
            // Without paper ballots they say nothing of them.
            | (Kind::Notice | Kind::ChairScript, Event::Sealed { round, paper: 0, .. })
            | (
                Kind::AttendanceReport | Kind::AttendanceTable | Kind::OpeningReport,
                Event::CheckInOpened { round } | Event::PollOpened { round, .. },
            )
            | (
                Kind::AttendanceReport | Kind::AttendanceTable,
                Event::CheckedIn { round, .. } | Event::CheckInUndone { round, .. },
            )
            | (Kind::DistributionReport, Event::CheckedIn { round, .. } | Event::SlipExchanged { round })
            | (
                Kind::DistributionReport | Kind::ReturnReport | Kind::ClosingReport,
                Event::PollClosed { round, .. },
            )
            | (
                Kind::ResultReport | Kind::ResultTable | Kind::ChairScript,
                Event::Counted { round, .. }
                | Event::LotsDrawn { round, .. }
                | Event::FoundVoid { round, .. }
                | Event::EndedByDecision { round, .. }
                | Event::Confirmed { round },
            ) => of_round(round),
            (
                Kind::Announcement | Kind::Resolution | Kind::TaskList | Kind::AdoptedTable,
                Event::Confirmed { .. } | Event::Announced { .. },
            ) => true,
            // Reading what the session words itself changes nothing of what is on record.
            (Kind::Minutes, event) => !matches!(event, Event::TextsSet | Event::PinSet { .. }),
            _ => false,
        }
    }
}

impl Clerk<'_> {
    /// Every document that there is or will be, with how far it may be relied on; none while it can't be made.
    pub fn documents(&self) -> Result<Vec<(Document, Option<Standing>)>, OfficeError> {
        let rounds = self.rounds.iter().map(number);
        let of_rounds = rounds.flat_map(|round| OF_A_ROUND.map(|kind| Document { kind, round: Some(round) }));
        let first = Document { kind: Kind::VotingMeasure, round: None };
        let at_the_end = AT_THE_END.map(|kind| Document { kind, round: None });
        std::iter::once(first)
            .chain(of_rounds)
            .chain(at_the_end)
            .map(|document| Ok((document, self.standing(document)?)))
            .collect()
    }

    /// The document of this identity.
    pub fn find(&self, identity: &str) -> Result<Option<Document>, OfficeError> {
        let documents = self.documents()?;
        Ok(documents
            .into_iter()
            .map(|(document, _)| document)
            .find(|document| document.to_string() == identity))
    }

    /// How far a document may be relied on; none while it can't be made. An official one is never made of what isn't final.
    pub fn standing(&self, document: Document) -> Result<Option<Standing>, OfficeError> {
        let Some(round) = document.round.and_then(|round| self.round(round)) else {
            return self.standing_of_session(document.kind);
        };
        Ok(match document.kind {
            Kind::CandidateList | Kind::Notice | Kind::AttendanceSheet => Some(once_adopted(round)),
            Kind::AttendanceReport | Kind::AttendanceTable => standing_of_attendance(round),
            Kind::PaperBallots => {
                let made = self.keys(document.round)?.is_some_and(|keys| keys.paper > 0);
                made.then_some(Standing::Official)
            }
            Kind::OpeningReport => self.standing_of_opening(round),
            Kind::DistributionReport if is_polling(round) => Some(Standing::Unofficial),
            Kind::DistributionReport | Kind::ReturnReport | Kind::ClosingReport => {
                self.closing_of(document.round).map(|_| Standing::Official)
            }
            Kind::ResultReport | Kind::ResultTable => standing_of_result(round),
            Kind::ChairScript => Some(match (round, standing_of_result(round)) {
                (Round::Draft(_), _) => Standing::Draft,
                (_, Some(Standing::Official)) => Standing::Official,
                _ => Standing::Unofficial,
            }),
            _ => None,
        })
    }

    fn standing_of_session(&self, kind: Kind) -> Result<Option<Standing>, OfficeError> {
        Ok(match kind {
            Kind::VotingMeasure => self.rounds.first().map(|_| {
                let passed_in = self.measure_round().and_then(|round| self.round(round));
                passed_in.map_or(Standing::Draft, once_adopted)
            }),
            Kind::Announcement => self.finished()?.then_some(Standing::Official),
            Kind::Resolution | Kind::TaskList | Kind::AdoptedTable => self.standing_of_decision()?,
            Kind::Minutes if self.finished()? => Some(Standing::Official),
            Kind::Minutes => (!self.rounds.is_empty()).then_some(Standing::Unofficial),
            _ => None,
        })
    }

    /// Whether everything is announced, something was adopted, and no round is still to be held.
    fn finished(&self) -> Result<bool, OfficeError> {
        let announced = self.rounds.last().is_some_and(|round| matches!(round, Round::Announced(_)));
        Ok(announced && self.none_pending()? && !self.adopted().is_empty())
    }

    fn none_pending(&self) -> Result<bool, OfficeError> {
        Ok(pending_contests(self.office)?.is_empty())
    }

    /// A draft once the last result is signed: the chair reads it before it is announced.
    fn standing_of_decision(&self) -> Result<Option<Standing>, OfficeError> {
        let signed = self.rounds.last().is_some_and(|round| matches!(round, Round::Confirmed(_)));
        Ok(match self.finished()? {
            true => Some(Standing::Official),
            false if signed && self.none_pending()? && !self.adopted().is_empty() => Some(Standing::Draft),
            false => None,
        })
    }

    /// Before the poll opens the figures may still change.
    fn standing_of_opening(&self, round: &Round) -> Option<Standing> {
        if self.opening_of(Some(number(round))).is_some() {
            return Some(Standing::Official);
        }
        matches!(round, Round::CheckIn(_)).then_some(Standing::Unofficial)
    }
}

fn once_adopted(round: &Round) -> Standing {
    if matches!(round, Round::Draft(_)) { Standing::Draft } else { Standing::Official }
}

const fn is_polling(round: &Round) -> bool {
    matches!(round, Round::Polling(_) | Round::Suspended(_))
}

/// Final once nobody can be checked in any more.
fn standing_of_attendance(round: &Round) -> Option<Standing> {
    match round {
        Round::Draft(_) | Round::Adopted(_) | Round::Sealed(_) => None,
        Round::CheckIn(_) => Some(Standing::Unofficial),
        Round::Polling(_) | Round::Suspended(_)
            if round.contest().rules.late_arrival == LateArrival::UntilClose =>
        {
            Some(Standing::Unofficial)
        }
        Round::Void(void) => match &void.ended {
            Ended::ByDecision { figures, .. } if figures.present.0 == 0 => None,
            _ => Some(Standing::Official),
        },
        _ => Some(Standing::Official),
    }
}

/// A void round has no totals to sign for; its report is final as it stands.
const fn standing_of_result(round: &Round) -> Option<Standing> {
    match round {
        Round::Counted(_) => Some(Standing::Unofficial),
        Round::Confirmed(_) | Round::Announced(_) | Round::Void(_) => Some(Standing::Official),
        _ => None,
    }
}

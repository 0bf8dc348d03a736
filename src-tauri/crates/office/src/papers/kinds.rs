//! Which documents a session has, in the order of the procedure: the one table of them.

use super::{
    adopted_table, announcement, attendance_report, attendance_sheet, attendance_table, candidate_list,
    ceremony_report, chair_script, closing_report, distribution_report, minutes, notice, opening_report,
    paper_ballots, resolution, result_report, result_table, return_report,
    row::{Form, Row, Scope},
    task_list, voting_measure,
};
use documents::Format;
use procedure::number::RoundNumber;
use std::fmt;

/// Declares the kinds, each with the module that says everything about it.
macro_rules! kinds {
    ($( $(#[$meta:meta])* $kind:ident: $module:ident ),* $(,)?) => {
        /// A kind of document.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $( $(#[$meta])* $kind ),*
        }

        impl Kind {
            /// Every kind, in the order of the procedure.
            pub const ALL: &[Self] = &[ $( Self::$kind ),* ];

            pub(super) const fn row(self) -> &'static Row {
                match self {
                    $( Self::$kind => &$module::ROW ),*
                }
            }
        }
    };
}

kinds! {
    /// 票决办法
    VotingMeasure: voting_measure,
    /// 候选项目名单
    CandidateList: candidate_list,
    /// 投票须知
    Notice: notice,
    /// 签到表
    AttendanceSheet: attendance_sheet,
    /// 出席代表报告单
    AttendanceReport: attendance_report,
    /// 纸质选票
    PaperBallots: paper_ballots,
    /// 钥匙仪式报告单
    CeremonyReport: ceremony_report,
    /// 票箱启用检查单
    OpeningReport: opening_report,
    /// 选票分发情况报告单
    DistributionReport: distribution_report,
    /// 选票收回情况报告单
    ReturnReport: return_report,
    /// 投票结束报告单
    ClosingReport: closing_report,
    /// 计票结果报告单
    ResultReport: result_report,
    /// 主持词
    ChairScript: chair_script,
    /// The result as a spreadsheet.
    ResultTable: result_table,
    /// The attendance as a spreadsheet.
    AttendanceTable: attendance_table,
    /// 公告
    Announcement: announcement,
    /// 决议
    Resolution: resolution,
    /// 任务分解表
    TaskList: task_list,
    /// The adopted projects as a spreadsheet.
    AdoptedTable: adopted_table,
    /// 票决过程记录
    Minutes: minutes,
}

impl Kind {
    /// The kind's name, as hosts word it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// Whether it is a spreadsheet, which has no pages.
    #[must_use]
    pub const fn is_table(self) -> bool {
        match self.row().form {
            Form::Letter | Form::Report | Form::Sheets => false,
            Form::Spreadsheet => true,
        }
    }

    /// What is saved beside its PDF: Word where it is revised, and OFD where that is asked for.
    pub(super) const fn beside(self, with_ofd: bool) -> &'static [Format] {
        match (self.row().form, with_ofd) {
            (Form::Letter, false) => &[Format::Word],
            (Form::Letter, true) => &[Format::Word, Format::Ofd],
            (Form::Report, true) => &[Format::Ofd],
            (Form::Report, false) | (Form::Sheets | Form::Spreadsheet, _) => &[],
        }
    }

    /// Whether it is signed digitally where it is official.
    #[must_use]
    pub const fn is_signed(self) -> bool {
        self.row().is_signed
    }

    pub(super) const fn is_of_a_round(self) -> bool {
        match self.row().scope {
            Scope::Round(_) => true,
            Scope::Session(_) => false,
        }
    }
}

/// A document of a session: its kind, and its round where it is one's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Document {
    pub(super) kind: Kind,
    pub(super) round: Option<RoundNumber>,
}

/// The document's identity, such as `round-1-result`; its file's name without the ending.
impl fmt::Display for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let stem = self.kind.row().stem;
        match self.round {
            Some(round) => write!(f, "round-{round}-{stem}"),
            None => f.write_str(stem),
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
    pub const fn round(self) -> Option<RoundNumber> {
        self.round
    }

    /// The file's name in this format; a spreadsheet has but one.
    #[must_use]
    pub fn file(self, format: Format) -> String {
        let ending = match (self.kind.row().form, format) {
            (Form::Spreadsheet, _) => "xlsx",
            (Form::Letter | Form::Report | Form::Sheets, Format::Pdf) => "pdf",
            (Form::Letter | Form::Report | Form::Sheets, Format::Ofd) => "ofd",
            (Form::Letter | Form::Report | Form::Sheets, Format::Word) => "docx",
        };
        format!("{self}.{ending}")
    }
}

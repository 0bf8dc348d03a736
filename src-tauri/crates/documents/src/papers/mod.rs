//! The documents: what each says, once, and how each language words it.

pub(crate) mod announcement;
pub(crate) mod attendance;
pub(crate) mod candidate_list;
pub(crate) mod chair_script;
pub(crate) mod key_card;
pub(crate) mod minutes;
pub(crate) mod notice;
pub(crate) mod paper_ballot;
pub(crate) mod poll_report;
pub(crate) mod resolution;
pub(crate) mod result_report;
pub(crate) mod slip_sheet;
pub(crate) mod task_list;
pub(crate) mod test_page;
pub(crate) mod voting_measure;

pub use announcement::{AdoptedProject, Announcement, announcement};
pub use attendance::{
    AttendanceReport, AttendanceSheet, DelegationPresence, SigningDelegation, attendance_report,
    attendance_sheet,
};
pub use candidate_list::{CandidateListDocument, candidate_list};
pub use chair_script::{BrokenOff, ChairScript, FurtherRound, Lots, ScriptEnd, Voided, chair_script};
pub use key_card::{KeyCard, key_card};
pub use minutes::{ActNumbers, Minutes, MinutesAct, minutes};
pub use notice::{Notice, notice};
pub use paper_ballot::{PaperBallots, paper_ballots};
pub use poll_report::{
    CeremonyAct, CeremonyWhat, Distribution, KeyFigures, OutputWay, Papers, PilesChecked, PollReport,
    PollStage, poll_report,
};
pub use resolution::{Resolution, resolution};
pub use result_report::{
    CountedRound, Cut, CutBy, Note, ResultReport, ResultRow, RoundResult, Verdict, result_report,
};
pub use slip_sheet::{Slip, SlipSheet, SlipZone, slips};
pub use task_list::{TaskList, UnitTasks, task_list};
pub use test_page::test_page;
pub use voting_measure::{VotingMeasure, voting_measure};

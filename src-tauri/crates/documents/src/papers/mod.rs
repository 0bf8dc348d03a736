//! The documents: what each says, once, and how each language words it.

pub(crate) mod announcement;
pub(crate) mod attendance;
pub(crate) mod candidate_list;
pub(crate) mod chair_script;
pub(crate) mod challenge_slip;
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

pub use announcement::{AdoptedProject, Announcement};
pub use attendance::{AttendanceReport, AttendanceSheet, DelegationPresence, SigningDelegation};
pub use candidate_list::CandidateListDocument;
pub use chair_script::{BrokenOff, ChairScript, FurtherRound, Lots, ScriptEnd, Voided};
pub use challenge_slip::{ChallengeSlip, ChallengedMark};
pub use key_card::KeyCard;
pub use minutes::{ActNumbers, Minutes, MinutesAct};
pub use notice::Notice;
pub use paper_ballot::PaperBallots;
pub use poll_report::{Distribution, KeyFigures, Papers, PollReport, PollStage};
pub use resolution::Resolution;
pub use result_report::{CountedRound, Cut, CutBy, Note, ResultReport, ResultRow, RoundResult, Verdict};
pub use slip_sheet::{Slip, SlipSheet, SlipZone};
pub use task_list::{TaskList, UnitTasks};
pub use voting_measure::VotingMeasure;

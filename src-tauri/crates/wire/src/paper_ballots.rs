//! Paper ballots: each batch is read by two people one after the other, compared, and entered.

use super::{MarkView, NamedCandidate, Problem};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// `paper_view`: the paper ballots of the open poll, and the batch at work.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaperBallotsView {
    /// For how many paper ballots the round was sealed; 0 where it takes none.
    pub made: u32,
    /// How many were handed out.
    pub handed: u32,
    /// How many of them were entered, the void ones among them.
    pub entered: u32,
    /// How many of those entered are void.
    pub void: u32,
    /// How many are left to be entered.
    pub left: u32,
    /// The most ballots of a batch.
    pub largest: u32,
    /// Who may read: tellers and scrutineers.
    pub readers: Vec<String>,
    /// The candidates, in list order.
    pub candidates: Vec<NamedCandidate>,
    /// Whether 反对 can be marked.
    pub oppose: bool,
    /// The batch at work; in memory only.
    pub batch: Option<BatchView>,
}

/// A batch at work.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "stage")]
pub enum BatchView {
    /// Somebody reads. What another has read before is never sent.
    #[serde(rename = "reading")]
    Reading {
        /// Whether it is the second reading.
        second: bool,
        /// Who reads.
        reader: String,
        /// What was read so far in this reading, by place in the pile; none where nothing was entered yet.
        sheets: Vec<Option<SheetView>>,
    },
    /// The first reading is finished; somebody else must read.
    #[serde(rename = "between")]
    Between {
        /// Who may read now.
        readers: Vec<String>,
        /// Ballots of the batch.
        ballots: u32,
    },
    /// Both readings are there.
    #[serde(rename = "compared")]
    Compared {
        /// Ballots of the batch.
        ballots: u32,
        /// Who read first and second.
        readers: [String; 2],
        /// Where they differ.
        differences: Vec<DifferenceView>,
        /// How many differences are not decided yet.
        open: u32,
    },
}

/// A paper ballot as it was read.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetView {
    /// The marks, in list order; empty where the ballot counts for nothing as a whole.
    pub marks: Vec<MarkView>,
    /// Why it counts for nothing as a whole.
    pub defect: Option<DefectView>,
    /// Why it will be void: its defect, or the rule that its marks break.
    pub void: Option<Problem>,
}

/// Why a paper ballot as a whole counts for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DefectView {
    /// 整张看不清
    Unclear,
    /// 不是本轮选票
    NotIssued,
}

/// A ballot on which two readings differ.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DifferenceView {
    /// Its place in the pile, from 0.
    pub place: u32,
    /// The candidates' places on whose marks they differ; empty where one of them finds the ballot void.
    pub candidates: Vec<u32>,
    /// The first reading.
    pub first: SheetView,
    /// The second reading.
    pub second: SheetView,
    /// What was decided on the paper.
    pub decided: Option<SheetView>,
}

/// `begin_batch`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BeginBatch {
    /// Who reads first.
    pub reader: String,
    /// How many ballots the pile has.
    pub ballots: u32,
}

/// `begin_second_reading`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SecondReader {
    /// Who reads: another person than the first.
    pub reader: String,
}

/// A paper ballot as it is entered.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SheetForm {
    /// A mark for each candidate; what is open abstains. Empty with a defect.
    pub marks: Vec<MarkView>,
    /// Why the ballot as a whole counts for nothing.
    pub defect: Option<DefectView>,
}

/// `enter_sheet`: enters or corrects a ballot of the reading under way.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EnterSheet {
    /// Its place in the pile, from 0.
    pub place: u32,
    /// The ballot.
    pub sheet: SheetForm,
}

/// `resolve_difference`: what the paper says.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ResolveDifference {
    /// The ballot's place in the pile, from 0.
    pub place: u32,
    /// Which reading is right.
    pub choice: Choice,
    /// The ballot entered again, where neither is right.
    pub sheet: Option<SheetForm>,
}

/// Which reading the paper agrees with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    /// The first.
    First,
    /// The second.
    Second,
    /// Neither: it is entered again.
    Anew,
}

/// `enter_batch`: what became of the batch.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BatchEntered {
    /// Ballots that are sealed in the box.
    pub valid: u32,
    /// Ballots that are void.
    pub void: u32,
    /// They by reason.
    pub reasons: Vec<VoidReasonCount>,
    /// The paper ballots now.
    pub view: PaperBallotsView,
}

/// Void ballots of one reason.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VoidReasonCount {
    /// The reason's code.
    pub reason: String,
    /// How many ballots.
    pub ballots: u32,
}

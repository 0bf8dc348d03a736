//! Attendance in English.

use super::{Labels, say::Sentence};
use crate::common::{en::capitalised, proportions::english_part, roles::Roles};

pub(super) const LABELS: Labels = Labels {
    number: "No.",
    name: "Name",
    signature: "Signature",
    remark: "Remark",
    signed: "Signed in:",
    signed_parts: &[(44.0, "  Checked by:"), (130.0, "  Date:"), (80.0, "")],
    absent: "Absent",
    quorum: "Quorum",
    delegation_head: "Delegation",
    in_office: "In office",
    present: "Present",
    sum: "Total",
};

pub(super) fn sentence(sentence: &Sentence<'_>, names: &Roles) -> String {
    let voters = capitalised(names.voters);
    match sentence {
        Sentence::SheetTitle => format!("Attendance Sheet of {voters}"),
        Sentence::ReportTitle => "Report on Attendance".to_owned(),
        Sentence::Delegation { name, in_office } => format!("{name}.  {voters} in office: {in_office}"),
        Sentence::AllInOffice { in_office } => format!("{voters} in office: {in_office}"),
        Sentence::QuorumAsked { share, least } => {
            format!("Those present must be {}: at least {least}.", english_part(*share, names.all))
        }
        Sentence::QuorumReached => "The quorum is reached: the vote may be held.".to_owned(),
        Sentence::QuorumMissing => "The quorum is not reached: no vote may be held.".to_owned(),
    }
}

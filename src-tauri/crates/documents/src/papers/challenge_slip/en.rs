//! The slip of a challenged ballot in English.

use super::Labels;
use procedure::ballot::Mark;
use typeset::chars::JOINER;

pub(super) const LABELS: Labels = Labels {
    title: "Test of a Kiosk",
    code: "Tracking code: ",
    spoiled: "This ballot is void and is not counted.",
    lead: "After the kiosk had sealed this ballot, the delegate asked to test it, and the kiosk opened it. This was sealed:",
    number: "No.",
    name: "Project",
    sealed: "Sealed mark",
    mark: |mark| match mark {
        Mark::Approve => "For",
        Mark::Oppose => "Against",
        Mark::Abstain => "Abstained",
    },
    check: |file| {
        format!("File: {file}. To check it: piaojue verify -{JOINER}-{JOINER}challenge and the file's name.")
    },
    digest: "Digest of this round's list and rules:",
};

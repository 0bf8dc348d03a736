//! The minutes in English.

use super::Labels;

pub(super) const LABELS: Labels = Labels {
    title: |year| format!("Minutes of the Vote on the Livelihood Projects of {year}"),
    place: "Place: ",
    chief: "Chief scrutineer: ",
    scrutineers: "Scrutineers: ",
    tellers: "Tellers: ",
    number: "No.",
    time: "Time",
    by: "By",
    witness: |names| format!("Witness: {names}"),
    what: "What was done",
    recorder: "Recorder:",
};

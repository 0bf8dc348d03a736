//! The key card in English.

use super::Labels;

pub(super) const LABELS: Labels = Labels {
    title: "Key Card",
    which: |index, cards| format!("Card {index} of {cards}"),
    holder: |holder| format!("Scrutineer: {holder}"),
    purpose: |threshold, year| {
        format!(
            "For all rounds of the vote on the livelihood projects of {year}; {threshold} cards together open the totals"
        )
    },
    only_at_the_count: "Open only at the count, before everybody",
    instructions: [
        "Fold the lower panel up along fold 1, over the code; then the upper panel back along fold 2: this side stays outside.",
        "Stick a seal over each of the four edges; the holder signs across each seal onto the card.",
        "The holder keeps it in person: no photographs, no copies, no handing on, no crease in the code.",
        "At the count the holder opens it before everybody, scans or types it, then folds and seals it again for later rounds. After the last announcement it is destroyed in public.",
        "If it is lost, a seal is broken or others have seen the code, tell the chief scrutineer at once.",
    ],
    signature: "Received by the holder:",
    seal: "Seal",
    seal_upright: "S\ne\na\nl",
    first_fold: "Fold 1 (first): fold the lower panel up along this line, over the middle one",
    second_fold: "Fold 2 (then): fold the upper panel back along this line",
    scan: "At the count, the holder scans this in person:",
    type_rows: "If it can't be scanned, type these rows:",
};

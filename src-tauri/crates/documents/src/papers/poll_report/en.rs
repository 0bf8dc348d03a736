//! The reports on the poll in English.

use super::{
    CeremonyWhat, Labels, OutputWay,
    say::{Kinds, OfHolders, Sentence, Title},
};
use crate::common::{en::capitalised, roles::Roles};

pub(super) const LABELS: Labels = Labels {
    quorum: "Quorum",
    kind: "Kind",
    slips: "Slips",
    paper: "Paper ballots",
    sum: "Total",
    made: "Made",
    made_slips: "Slips made",
    made_paper: "Paper ballots made",
    made_in_all: "Made in all",
    in_box: "Ballots in the box",
    hash_name: "Of",
    hash: "Digest",
    key: "Key of the box",
    spoken: "Digits of the list of holders",
    spoken_root: "Root, as it is read aloud",
    slip_list: "List of slips",
    list_and_rules: "List and rules",
    root: "Root of the box",
    station_key: "Station key",
    issued: "Issued",
    left_over: "Left over",
    cancelled: "Cancelled",
    not_returned: "Not returned",
    too_many: "Too many",
    counted_slips: "Slips counted",
    counted_paper: "Paper counted",
    counted_in_all: "Counted in all",
    difference: "Difference",
    time: "Time",
    what: "What was done",
    person: "Whose",
    by: "By",
    reason: "Why once more",
    done,
};

fn done(what: CeremonyWhat) -> String {
    match what {
        CeremonyWhat::PinSet => "PIN set".to_owned(),
        CeremonyWhat::PinReplaced => "PIN replaced".to_owned(),
        CeremonyWhat::Card { card, way, is_given_up } => {
            format!("Key card {card} {}{}", output(way), given_up(is_given_up))
        }
        CeremonyWhat::Slips { slips, way, is_given_up } => {
            format!("Slips {}: {slips}{}", output(way), given_up(is_given_up))
        }
    }
}

const fn output(way: OutputWay) -> &'static str {
    match way {
        OutputWay::Shown => "shown",
        OutputWay::Printed => "printed",
        OutputWay::Saved => "saved",
    }
}

const fn given_up(is_given_up: bool) -> &'static str {
    if is_given_up { " (void)" } else { "" }
}

pub(super) const fn title(title: Title) -> &'static str {
    match title {
        Title::Ceremony => "Report on the Key Ceremony",
        Title::Opening => "Opening of the Ballot Box (Zero Report)",
        Title::Distribution => "Report on the Ballots Issued",
        Title::Return => "Report on the Ballots Collected",
        Title::Closing => "Report on the Close of the Poll",
    }
}

#[expect(clippy::too_many_lines, reason = "a table with a line for each sentence")]
pub(super) fn sentence(sentence: &Sentence<'_>, names: &Roles) -> String {
    let voters = capitalised(names.voters);
    match sentence {
        Sentence::Ceremony { year } => format!(
            "The ballot box of the vote on the livelihood projects of {year} is sealed. Until then PINs were set, and key cards and slips given out, as follows:"
        ),
        Sentence::OutputOnceMore(outputs) => {
            format!("Given out once more: {outputs}; the reasons are in the table.")
        }
        Sentence::GivenUp => "What is marked void belongs to a ceremony that was given up: its key cards and slips must not be used.".to_owned(),
        Sentence::HoldersCheck => "Each holder checks that every PIN under their name was set by themselves, and that they were there whenever their card was given out. Whoever finds otherwise does not sign, and tells the chief scrutineer at once.".to_owned(),
        Sentence::SignedBeforePoll => "Every holder signs this report before the poll opens.".to_owned(),
        Sentence::PinsSinceSealing => "PINs set or replaced since the box was sealed:".to_owned(),
        Sentence::Opening { year } => format!(
            "Before the poll on the livelihood projects of {year} began, the scrutineers inspected the ballot box in public and found:"
        ),
        Sentence::Distribution { year } => format!(
            "The slips and paper ballots for the vote on the livelihood projects of {year} were used as follows:"
        ),
        Sentence::Return { year } => format!(
            "The scrutineers and tellers counted the ballots collected in the vote on the livelihood projects of {year}:"
        ),
        Sentence::Closing { year } => format!(
            "The poll on the livelihood projects of {year} has ended and the ballot box is closed. The scrutineers and tellers counted and found:"
        ),
        Sentence::QuorumAndEmptyBox => "The quorum is reached. The ballot box is empty: it holds 0 ballots, and may be used.".to_owned(),
        Sentence::KeyCards { cards, threshold } => format!(
            "The box is held by {cards} key cards; at least {threshold} of them, presented together, open the totals."
        ),
        Sentence::SlipListBinds => "After the vote the list of slips in the record must have the digest above, which shows that each ballot came from a slip that was made before the sealing. Keep this sheet.".to_owned(),
        Sentence::DigestsBind => {
            "The key, the list and the rules that the count uses must have the digests above.".to_owned()
        }
        Sentence::IssuedToAll { present, issued } => {
            format!("{voters} present: {present}. Ballots issued: {issued}, as many as are present.")
        }
        Sentence::IssuedToSome { present, issued, without } => format!(
            "{voters} present: {present}. Ballots issued: {issued}, no more than are present; {without} took none."
        ),
        Sentence::LeftOver(left) => format!(
            "Made, less issued and cancelled, should be left over: {}. The scrutineers count them in public and seal them away; they must not be used.",
            kinds(*left)
        ),
        Sentence::NothingLeftOver => {
            "Made, less issued and cancelled, leaves no slip and no paper ballot over.".to_owned()
        }
        Sentence::Cancelled(cancelled) => format!(
            "Damaged, exchanged and cancelled: {}. They were taken back and sealed away, too.",
            kinds(*cancelled)
        ),
        Sentence::NothingCancelled => "No slip and no paper ballot was cancelled.".to_owned(),
        Sentence::AsManyCollected { issued, collected } => format!(
            "Ballots collected: {collected}, as many as the {issued} issued. By the rules this round is valid."
        ),
        Sentence::FewerCollected { issued, collected } => format!(
            "Ballots collected: {collected}, fewer than the {issued} issued. By the rules this round is valid."
        ),
        Sentence::MoreCollected { issued, collected } => format!(
            "Ballots collected: {collected}, more than the {issued} issued. By the rules this round is void and is voted again."
        ),
        Sentence::BoxAgrees => "The ballots in the box are as many as the spent slips and paper ballots counted by hand.".to_owned(),
        Sentence::BoxDiffers(difference) => format!(
            "The ballots in the box and the spent slips and paper ballots counted by hand differ by {difference}."
        ),
        Sentence::LeftOverDoubtful => {
            "More were counted by hand than issued: what is left over is to be counted in public.".to_owned()
        }
        Sentence::Statement(statement) => format!("Statement of the scrutineers: {statement}"),
        Sentence::PilesByCode { left, used, tray_by_code } => piles(*left, *used, *tray_by_code),
        Sentence::SpoiledInPrinting(slips) => format!(
            "Slips spoiled in printing: {slips}. They are neither among the left-over ones nor among those collected."
        ),
        Sentence::PilesLeftOut(reason) => format!(
            "The left-over slips were not scanned. Operator and scrutineer state: {reason}"
        ),
        Sentence::Annulled(reason) => format!(
            "A ballot had been cast with one of the left-over slips. Operator and scrutineer decided that it is collected and void, and not opened. Reason: {reason}"
        ),
        Sentence::OfHolders(sentence) => of_holders(*sentence),
        Sentence::RootCopiedBefore => "The root was copied before any ballot or total was opened; the scrutineers and tellers confirm it by their signatures. Only a box with this root may be counted.".to_owned(),
    }
}

fn piles(left: u32, used: u32, tray_by_code: bool) -> String {
    let scanned = if tray_by_code {
        "They and those collected were scanned"
    } else {
        "They were scanned, those collected counted only"
    };
    let but_for =
        if used == 0 { String::new() } else { format!(" but for those cancelled as said above: {used}") };
    format!("Left-over slips: {left}. {scanned}; no ballot was cast with a left-over one{but_for}.")
}

/// What is said where holders have made the key.
fn of_holders(sentence: OfHolders) -> String {
    match sentence {
        OfHolders::Ceremony { year } => format!(
            "The holders have made the key for the vote on the livelihood projects of {year} together, each on a computer of their own, and the ballot box is sealed. Until then PINs were set and slips given out as follows:"
        ),
        OfHolders::SlipsGivenUp => "Slips that are marked void were given up before the sealing and must not be used.".to_owned(),
        OfHolders::Key { holders, threshold } => format!(
            "The key of the box is held by {holders} holders together; at least {threshold} of them, each checking the box, open the totals."
        ),
        OfHolders::Together { threshold } => format!(
            "No computer has the whole key. But {threshold} holders who work together can open ballots; and whose keys are on the list only the digits that were read aloud and the signatures on this sheet tell."
        ),
        OfHolders::Check => "Each holder checks that the key of the box and the digits above are those on their own computer, and that every PIN under their name was set by themselves, and signs before the poll opens. Whoever finds otherwise does not sign, and tells the chief scrutineer at once.".to_owned(),
        OfHolders::RootReadAloud => "Before the count one person reads the digits above aloud from this sheet; each holder compares the box on their own computer with them.".to_owned(),
    }
}

fn kinds(kinds: Kinds) -> String {
    match kinds {
        Kinds::Slips(slips) => format!("slips {slips}"),
        Kinds::Paper(paper) => format!("paper ballots {paper}"),
        Kinds::Both { slips, paper } => format!("slips {slips}, paper ballots {paper}"),
    }
}

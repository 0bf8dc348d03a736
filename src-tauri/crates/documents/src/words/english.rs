//! The words in English.

use super::{AnnouncementWords, DetailWords, ListWords, ReportWords, SlipWords, Voters, Words};
use procedure::date;

const DATE_PARTS: &[(f32, &str)] = &[(140.0, "")];

pub(super) const WORDS: Words = Words {
    draft: "Draft",
    unofficial: "Unofficial",
    official: "Official",
    training: "Exercise",
    training_mark: "EXERCISE - for training only, without effect",
    foot_separator: "  |  ",
    record_hash: "Record digest: ",
    name_separator: ", ",
    number_separator: ", ",
    congress: Voters { all: "Delegates in office", present: "Delegates present", by_all: "all delegates" },
    standing_committee: Voters {
        all: "Members in office",
        present: "Members present",
        by_all: "all members",
    },
    street_assembly: Voters {
        all: "Delegates in office",
        present: "Delegates present",
        by_all: "all delegates",
    },
    date: date::english,
    date_in_cell: |date| date.format("%-d %b\n%Y").to_string(),
    round: |round| format!("Round {round}"),
    round_in_title: |round| format!(" (Round {round})"),
    signing_page: |document| format!("Signatures to: {document}"),
    blank_page: "This page is intentionally left blank.",
    qr_code: "QR code",
    list: ListWords {
        title: |year| format!("Candidates for the Livelihood Projects of {year}"),
        summary: |seats, candidates| {
            format!("Projects to be adopted: {seats}. Candidates on this list: {candidates}.")
        },
        summary_by_category: |seats, categories, candidates| {
            format!("Projects to be adopted: {seats} ({categories}). Candidates on this list: {candidates}.")
        },
        seats_of_category: |category, seats| format!("{category}: {seats}"),
        category_heading: |category, seats| format!("{category} (to be adopted: {seats})"),
        continued: |heading| format!("{heading} (continued)"),
        number: "No.",
        name: "Project",
        content: "What will\nbe done",
        location: "Place",
        investment: "Investment\n(10,000 yuan)",
        investment_this_year: "This year\n(10,000 yuan)",
        responsible_unit: "Responsible\nunit",
        deadline: "Done by",
        sub_item: |number, text| format!("({number}) {text}"),
        details: DetailWords {
            heading: |number, name| format!("No. {number}  {name}"),
            item: "Item",
            text: "Particulars",
            category: "Category",
            content: "What will be done",
            sub_items: "Works",
            location: "Place",
            investment: "Total investment",
            investment_this_year: "This year's investment",
            amount: |amount| format!("{amount} × 10,000 yuan"),
            sources: "Funding source",
            responsible_unit: "Responsible unit",
            deadline: "Done by",
            benefit: "Whom it serves and how",
            origin: "Origin of the proposal",
        },
    },
    report: ReportWords {
        title: |year| format!("Result of the Vote on the Livelihood Projects of {year}"),
        vote_date: "Date of the vote: ",
        summary_gap: ".  ",
        seats: |seats| format!("Projects to be adopted: {seats}."),
        seats_by_category: |seats, categories| format!("Projects to be adopted: {seats} ({categories})."),
        seats_of_category: |category, seats| format!("{category}: {seats}"),
        issued: "Ballots issued",
        collected: "Ballots collected",
        valid: "Valid ballots",
        void: "Void ballots",
        threshold_rule: |rule, votes| match (rule, votes) {
            ("", None) => String::new(),
            ("", Some(votes)) => format!("At least {votes} approvals are needed to pass."),
            (rule, None) => format!("{rule}."),
            (rule, Some(votes)) => format!("{rule}: at least {votes} approvals."),
        },
        rank: "Rank",
        number: "No.",
        name: "Project",
        category: "Category",
        approve: "For",
        oppose: "Against",
        abstain: "Abstained",
        verdict: "Result",
        adopted: "Adopted",
        adopted_by_lot: "Adopted by lot",
        not_adopted: "Not adopted",
        tied: "Tied",
        further_round: "Further round",
        round_void: "This round is void.",
        quorum_missing: "Reason: fewer were present than the quorum demands.",
        more_collected: "Reason: more ballots were collected than issued.",
        by_decision: |roles| format!("Reason: {} has ended this round.", roles.presidium),
        notes: "Notes",
        box_root: "Root of the ballot box:",
        station_key: "Station key:",
        chief: "Chief scrutineer:",
        scrutineers: "Scrutineers:",
        tellers: "Tellers:",
        sign_date: "Date:",
        sign_date_parts: DATE_PARTS,
    },
    announcement: AnnouncementWords {
        title: "Announcement",
        opening: |session, voters, rounds, year, adopted| {
            let by_all = voters.by_all;
            let rounds = if rounds > 1 { format!(" in {rounds} rounds") } else { String::new() };
            let projects = if adopted == 1 { "project is".into() } else { format!("{adopted} projects are") };
            format!(
                "By secret ballot of {by_all}{rounds} at the {session}, the following {projects} adopted as livelihood projects of {year}:"
            )
        },
        item: |number, name| format!("{number}. {name}"),
        category: |category, adopted| format!("{category} ({adopted})"),
        other_number: |seats, adopted| match (seats.0 as usize).checked_sub(adopted) {
            Some(empty) => {
                format!("Projects that were to be adopted: {seats}. Adopted: {adopted}. Left empty: {empty}.")
            }
            None => format!(
                "Projects that were to be adopted: {seats}. By the measure, those tied at the cut are all adopted: {adopted} projects in all."
            ),
        },
        closing: "This is hereby announced.",
        date_parts: DATE_PARTS,
    },
    slip: SlipWords {
        document_title: "Voting Slips",
        title: "Voting Slip",
        instruction: "Scan this at a kiosk, or type the code below. It opens one ballot, once. Show it to nobody; a lost slip is not replaced.",
        zone: |number, colour| format!("Zone {number}: {colour}"),
    },
};

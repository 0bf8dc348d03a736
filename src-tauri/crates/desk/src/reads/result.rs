//! The result of a round, as the secretariat and the big screen show it.

use procedure::count::counted;
use procedure::{
    contest::Contest,
    outcome::{Ranked, Verdict},
    round::Counted,
    rules::Division,
};
use wire::{CandidateVerdict, RankedRow};

/// Seats of a contest, of all categories together.
pub(crate) fn seats(contest: &Contest) -> u32 {
    match contest.rules.division() {
        Division::Whole { seats, .. } => seats.0,
        Division::Categories(categories) => categories.iter().map(|category| category.seats.0).sum(),
    }
}

/// The ranking with a verdict for each candidate.
pub(crate) fn rows(counted: &Counted) -> Vec<RankedRow> {
    let contest = counted.contest();
    let by_category = matches!(contest.rules.division(), Division::Categories(_));
    let delegates = counted.account.delegates().0;
    let row = |ranked: &Ranked| {
        let candidate = contest.list.find(&ranked.number);
        RankedRow {
            rank: ranked.rank,
            number: ranked.number.clone(),
            name: candidate.map(|candidate| candidate.name.clone()).unwrap_or_default(),
            category: candidate
                .filter(|_| by_category)
                .map(|candidate| candidate.category.clone())
                .unwrap_or_default(),
            approve: ranked.approve.0,
            oppose: ranked.oppose.0,
            abstain: ranked.abstain.0,
            passes: ranked.passes,
            verdict: verdict(counted.decision.verdict(&ranked.number)),
            permille: permille(ranked.approve.0, delegates),
        }
    };
    counted.decision.ranking.iter().map(row).collect()
}

/// A part in thousandths of a whole, for a bar.
pub(crate) fn permille(part: u32, whole: u32) -> u32 {
    let thousandths = u64::from(part) * 1000 / u64::from(whole.max(1));
    counted(thousandths)
}

const fn verdict(verdict: Verdict) -> CandidateVerdict {
    match verdict {
        Verdict::Adopted => CandidateVerdict::Adopted,
        Verdict::AdoptedByLot => CandidateVerdict::AdoptedByLot,
        Verdict::FurtherRound => CandidateVerdict::FurtherRound,
        Verdict::Tied => CandidateVerdict::Tied,
        Verdict::NotAdopted => CandidateVerdict::NotAdopted,
    }
}

//! What came of a round: its report, in figures and in sentences.

use super::{Clerk, Document, categories, seats};
use crate::{
    acts::{number, pending_after},
    error::OfficeError,
};
use documents::{
    CountedRound, FurtherRound, Language, Note, ResultReport, ResultRow, RoundResult, Standing, Verdict, Why,
    majority_demanded,
};
use procedure::{
    contest::Contest,
    count::{Ballots, Delegates, Issued, Seats},
    fraction::Proportion,
    outcome::{Call, Decision, Ranked, VoidReason},
    round::{Counted, Ended, Round, Void},
    rules::{Division, MarksTaken, Rules, TieRule},
    slate::Slate,
};

impl Clerk<'_> {
    /// The report of a counted or void round (计票结果报告单).
    pub(super) fn result_report(
        &self,
        document: Document,
        standing: Standing,
        round: &Round,
    ) -> Result<Option<Vec<u8>>, OfficeError> {
        let Some(report) = self.result_of(document, standing, round)? else { return Ok(None) };
        Ok(Some(documents::result_report(self.fonts, &report)?))
    }

    /// What came of a round; none before it has ended.
    pub(super) fn result_of(
        &self,
        document: Document,
        standing: Standing,
        round: &Round,
    ) -> Result<Option<ResultReport>, OfficeError> {
        let (_, handed_out) = self.office.store().attendance(number(round))?;
        let Some(mut found) = found(round, handed_out, self.language) else { return Ok(None) };
        if let RoundResult::Counted(_) = found.result {
            let pending = self.still_pending(round).into_iter();
            let pending = pending.map(|call| Note::Remark(pending_words(&call, self.language)));
            // Below what this round decided, and above the values to compare.
            let values = found.notes.iter().position(|note| matches!(note, Note::BoxRoot(_)));
            let place = values.unwrap_or(found.notes.len());
            found.notes.splice(place..place, pending);
            found.notes.push(Note::StationKey(self.station_key()));
        }
        let rules = &round.contest().rules;
        let text = self.profile.text();
        Ok(Some(ResultReport {
            heading: self.heading(document, rules, standing),
            round: number(round),
            date: self.day_of(round),
            seats: seats(rules),
            categories: categories(rules),
            delegates: round.contest().delegates,
            present: found.present,
            issued: found.issued,
            collected: found.collected,
            result: found.result,
            notes: found.notes,
            chief: text.chief.clone(),
            scrutineers: text.scrutineers.clone(),
            tellers: text.tellers.clone(),
        }))
    }

    /// The further rounds that rounds before a counted one called for, and that were still to be held after it.
    pub(super) fn still_pending(&self, round: &Round) -> Vec<FurtherRound> {
        let held = self.rounds.iter().take_while(|held| number(held) <= number(round)).cloned();
        let mut pending = pending_after(&held.collect::<Vec<_>>());
        pending.truncate(pending.len().saturating_sub(own_calls(round)));
        let call = |contest: Contest| {
            Some(FurtherRound {
                reason: contest.turn.called_for()?,
                candidates: contest.list.candidates().iter().map(|found| found.number.clone()).collect(),
                seats: seats(&contest.rules),
            })
        };
        pending.into_iter().filter_map(call).collect()
    }
}

/// How many further rounds this round itself calls for.
fn own_calls(round: &Round) -> usize {
    match round {
        Round::Counted(counted) => counted.further_contests().len(),
        Round::Confirmed(confirmed) => confirmed.counted.further_contests().len(),
        Round::Announced(announced) => announced.counted.further_contests().len(),
        _ => 0,
    }
}

/// A further round that is still to be held.
fn pending_words(call: &FurtherRound, language: Language) -> String {
    let FurtherRound { reason, candidates, seats } = call;
    match (language, reason) {
        (Language::Chinese, Why::Tie) => {
            let numbers = candidates.join("、");
            format!(
                "前面的票决中，编号{numbers}的项目末位票数相等，就余下的{seats}个名额再次票决，尚待进行。"
            )
        }
        (Language::Chinese, Why::TooFew) => {
            let numbers = candidates.join("、");
            format!(
                "前面的票决中，通过的项目不足应选项目数，对编号{numbers}的项目就余下的{seats}个名额再次票决，尚待进行。"
            )
        }
        (Language::English, Why::Tie) => format!(
            "A further round is still to be held on candidates No. {}, tied at the cut in a round before, for the seats left: {seats}.",
            candidates.join(", ")
        ),
        (Language::English, Why::TooFew) => format!(
            "A further round is still to be held on candidates No. {}, since a round before adopted too few, for the seats left: {seats}.",
            candidates.join(", ")
        ),
    }
}

/// What a report says of a round that has ended.
struct Found {
    present: Delegates,
    issued: Issued,
    collected: Ballots,
    result: RoundResult,
    notes: Vec<Note>,
}

/// What is found of a round in which so many slips and paper ballots were handed out.
fn found(round: &Round, handed_out: Issued, language: Language) -> Option<Found> {
    match round {
        Round::Counted(counted) => Some(found_counted(counted, language)),
        Round::Confirmed(confirmed) => Some(found_counted(&confirmed.counted, language)),
        Round::Announced(announced) => Some(found_counted(&announced.counted, language)),
        Round::Void(void) => Some(found_void(void, handed_out, language)),
        _ => None,
    }
}

fn found_void(void: &Void, handed_out: Issued, language: Language) -> Found {
    let (present, issued, collected) = match &void.ended {
        Ended::AtCheckIn { present, .. } => (*present, handed_out, Ballots(0)),
        Ended::AtCount { account, .. } => (account.present(), account.issued(), account.collected()),
        Ended::ByDecision { figures, .. } => (figures.present, figures.issued, figures.collected),
    };
    let notes = match &void.ended {
        Ended::ByDecision { statement, .. } => vec![Note::Remark(statement.clone())],
        _ if void.reason() == VoidReason::QuorumMissing => {
            vec![Note::Remark(quorum_words(void, present, language))]
        }
        _ => Vec::new(),
    };
    Found { present, issued, collected, result: RoundResult::Void(void.reason()), notes }
}

fn found_counted(counted: &Counted, language: Language) -> Found {
    let account = &counted.account;
    let result = CountedRound {
        void: account.void(),
        valid: account.valid(),
        threshold: asks_majority(counted).then_some(counted.decision.threshold),
        threshold_rule: majority_words(counted, language),
        rows: rows(counted),
    };
    let mut notes = decision_notes(counted, language);
    notes.push(Note::BoxRoot(counted.closed.closing.root.clone()));
    Found {
        present: account.present(),
        issued: account.issued(),
        collected: account.collected(),
        result: RoundResult::Counted(result),
        notes,
    }
}

pub(super) fn rows(counted: &Counted) -> Vec<ResultRow> {
    let contest = counted.contest();
    let by_category = matches!(contest.rules.division(), Division::Categories(_));
    let takes_oppose = contest.rules.marks == MarksTaken::ApproveOpposeAbstain;
    let ranking = counted.decision.ranking.iter();
    ranking
        .map(|ranked| {
            let candidate = contest.list.find(&ranked.id);
            ResultRow {
                rank: u32::try_from(ranked.rank).unwrap_or(u32::MAX),
                number: ranked.id.clone(),
                name: candidate.map(|candidate| candidate.name.clone()).unwrap_or_default(),
                category: candidate
                    .filter(|_| by_category)
                    .map(|found| found.category.clone())
                    .unwrap_or_default(),
                approve: ranked.approve,
                oppose: takes_oppose.then_some(ranked.oppose),
                abstain: takes_oppose.then_some(ranked.abstain),
                verdict: verdict(counted, &ranked.id),
            }
        })
        .collect()
}

/// What became of a candidate in a counted round.
#[must_use]
pub fn verdict(counted: &Counted, id: &String) -> Verdict {
    let decision = &counted.decision;
    let in_call = |calls: &[Call]| calls.iter().any(|call| call.candidates.contains(id));
    if decision.adopted.contains(id) {
        Verdict::Adopted
    } else if counted.drawn.contains(id) {
        Verdict::AdoptedByLot
    } else if in_call(&decision.further_rounds) {
        Verdict::FurtherRound
    } else if in_call(&decision.lots) && counted.drawn.is_empty() {
        Verdict::Tied
    } else {
        Verdict::NotAdopted
    }
}

fn decision_notes(counted: &Counted, language: Language) -> Vec<Note> {
    let (decision, rules) = (&counted.decision, &counted.contest().rules);
    let mut notes = Vec::new();
    for call in &decision.further_rounds {
        notes.push(Note::FurtherRound {
            reason: call.why,
            candidates: call.candidates.clone(),
            seats: call.seats,
        });
    }
    for call in decision.lots.iter().filter(|_| !counted.drawn.is_empty()) {
        let adopted = call.candidates.iter().filter(|id| counted.drawn.contains(id)).cloned().collect();
        notes.push(Note::LotsDrawn { candidates: call.candidates.clone(), adopted });
    }
    for call in decision.lots.iter().filter(|_| counted.drawn.is_empty()) {
        notes.push(Note::Remark(open_lots_words(call, language)));
    }
    for part in parts(counted) {
        notes.extend(tie_note(&part, decision, rules));
        if asks_majority(counted) {
            notes.extend(cut_note(&part, decision, language));
        }
        notes.extend(empty_note(&part, decision, counted, language));
    }
    notes
}

/// A tie for which the lots are still to be drawn.
fn open_lots_words(call: &Call, language: Language) -> String {
    let seats = call.seats;
    match language {
        Language::Chinese => {
            let tied = call.candidates.join("、");
            format!("编号{tied}的项目末位票数相等，待监票人当众抽签，确定余下的{seats}个名额。")
        }
        Language::English => {
            let tied = call.candidates.join(", ");
            format!(
                "Candidates No. {tied} are tied at the cut; the scrutineers are to draw lots in public for the seats left: {seats}."
            )
        }
    }
}

/// A part of the list that is decided by itself: the whole, or a category.
struct Part {
    category: Option<String>,
    seats: u32,
    members: Vec<String>,
}

fn parts(counted: &Counted) -> Vec<Part> {
    let contest = counted.contest();
    // A counted round's list fits its rules.
    let Ok(slate) = Slate::of(&contest.rules, &contest.list) else { return Vec::new() };
    let id = |place: &usize| slate.contenders()[*place].id.clone();
    let part = |part: &procedure::slate::Part| Part {
        category: part.category.clone(),
        seats: part.seats.0,
        members: part.members.iter().map(id).collect(),
    };
    slate.parts().iter().map(part).collect()
}

impl Part {
    /// Those of the part who passed, the most approvals first.
    fn passed<'a>(&self, decision: &'a Decision) -> Vec<&'a Ranked> {
        decision.ranking.iter().filter(|ranked| ranked.passes && self.members.contains(&ranked.id)).collect()
    }

    /// Those tied at the cut, if any are.
    fn tied_at_the_cut(&self, decision: &Decision) -> Option<Vec<String>> {
        let passed = self.passed(decision);
        let seats = self.seats as usize;
        let (last, next) = (passed.get(seats.checked_sub(1)?)?, passed.get(seats)?);
        let tied = passed.iter().filter(|ranked| ranked.approve == last.approve);
        (last.approve == next.approve).then(|| tied.map(|ranked| ranked.id.clone()).collect())
    }

    /// How many of the part are among these.
    fn count(&self, ids: &[String]) -> u32 {
        u32::try_from(ids.iter().filter(|id| self.members.contains(id)).count()).unwrap_or(u32::MAX)
    }

    /// A sentence on this part alone.
    fn remark(&self, language: Language, sentence: &str) -> Note {
        Note::Remark(match (&self.category, language) {
            (None, _) => sentence.to_owned(),
            (Some(category), Language::Chinese) => format!("（{category}）{sentence}"),
            (Some(category), Language::English) => format!("({category}) {sentence}"),
        })
    }
}

/// Where the rules adopt all or none of those tied at the cut, the report says who they were.
fn tie_note(part: &Part, decision: &Decision, rules: &Rules) -> Option<Note> {
    let candidates = part.tied_at_the_cut(decision)?;
    match rules.tie {
        TieRule::All => Some(Note::AllTiedAdopted { candidates, adopted: part.count(&decision.adopted) }),
        TieRule::None => Some(Note::NoneOfTiedAdopted { candidates }),
        TieRule::FurtherRound | TieRule::Lot => None,
    }
}

/// Why a project that reached the majority is not adopted.
fn cut_note(part: &Part, decision: &Decision, language: Language) -> Option<Note> {
    let passed = part.passed(decision);
    let below_the_cut = passed.iter().any(|ranked| decision.not_adopted.contains(&ranked.id));
    let seats = part.seats;
    // Where candidates are tied at the cut, other notes say what became of the seats.
    (below_the_cut && part.tied_at_the_cut(decision).is_none()).then(|| {
        let sentence = match language {
            Language::Chinese => format!("达到票数要求的项目多于应选项目数，按赞成票从多到少取{seats}个。"),
            Language::English => {
                format!("More projects reached the majority than are to be adopted; the {seats} with the most approvals are.")
            }
        };
        part.remark(language, &sentence)
    })
}

/// Seats that nobody fills and no further round or lot is called for.
fn empty_note(part: &Part, decision: &Decision, counted: &Counted, language: Language) -> Option<Note> {
    let filled = part.count(&decision.adopted) + part.count(&counted.drawn);
    let open_lots = if counted.drawn.is_empty() { &decision.lots[..] } else { &[] };
    let of_part = |call: &&Call| call.category == part.category;
    let called: u32 =
        decision.further_rounds.iter().chain(open_lots).filter(of_part).map(|call| call.seats.0).sum();
    let empty = part.seats.saturating_sub(filled.saturating_add(called));
    match (empty, &part.category, language) {
        (0, ..) => None,
        (_, None, _) => Some(Note::SeatsLeftEmpty { seats: Seats(empty) }),
        (_, Some(_), Language::Chinese) => {
            Some(part.remark(language, &format!("空缺{empty}个名额，不再票决。")))
        }
        (_, Some(_), Language::English) => {
            Some(part.remark(language, &format!("Seats left empty: {empty}; there is no further round.")))
        }
    }
}

/// Whether a project needs more than just some approval.
fn asks_majority(counted: &Counted) -> bool {
    let (Proportion::MoreThan(part) | Proportion::AtLeast(part)) =
        counted.contest().rules.majority.proportion;
    part.numerator() > 0 && !counted.contest().is_plurality()
}

/// The majority in a sentence, as the round's rules and its reason ask it.
fn majority_words(counted: &Counted, language: Language) -> String {
    match (asks_majority(counted), language) {
        (true, _) => majority_demanded(&counted.contest().rules, language),
        (false, Language::Chinese) => "本轮不要求过半数，得赞成票多的通过".to_owned(),
        (false, Language::English) => {
            "No majority is asked in this round: those with the most approvals are adopted".to_owned()
        }
    }
}

fn quorum_words(void: &Void, present: Delegates, language: Language) -> String {
    let (delegates, quorum) = (void.contest.delegates, void.contest.quorum());
    match language {
        Language::Chinese => format!("应到{delegates}人，法定人数{quorum}人，实到{present}人。"),
        Language::English => format!("In office {delegates}, quorum {quorum}, present {present}."),
    }
}

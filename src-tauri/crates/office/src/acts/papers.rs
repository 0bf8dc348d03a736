//! The documents of a session, made of what its file says.

use super::{Ceremony, Office, count::pending_contests, number};
use crate::{error::OfficeError, session::Profile};
use documents::{
    AdoptedProject, Announcement, CandidateListDocument, CountedRound, Fonts, Heading, KeyCard, Language,
    Note, ResultReport, ResultRow, RoundResult, Slip, SlipSheet, Standing, Verdict,
};
use procedure::{
    count::{Ballots, Delegates, Issued, Seats},
    fraction::Proportion,
    outcome::{Call, Decision, Ranked, VoidReason},
    round::{Counted, Ended, Round, Void},
    rules::{Base, Body, Division, Majority, MarksTaken, Order, Rules, TieRule},
    slate::Slate,
};
use zeroize::{Zeroize, Zeroizing};

/// A document: what to call its file, and its bytes.
pub struct Paper {
    /// The name of the file.
    pub name: String,
    /// The PDF; overwritten when dropped, since slips and key cards are secret.
    pub bytes: Zeroizing<Vec<u8>>,
}

/// The candidate list of a round (候选项目名单).
pub fn candidate_list(office: &Office, fonts: &Fonts, round: &Round) -> Result<Paper, OfficeError> {
    let standing = if matches!(round, Round::Draft(_)) { Standing::Draft } else { Standing::Official };
    let rules = &round.contest().rules;
    let document = CandidateListDocument {
        heading: heading(&office.store().profile()?, rules, standing),
        round: number(round),
        seats: seats(rules),
        candidates: round.contest().list.candidates(),
    };
    let name = format!("round-{}-candidates.pdf", number(round));
    Ok(Paper { name, bytes: Zeroizing::new(documents::candidate_list(fonts, &document)?) })
}

/// The voting slips of a ceremony (票签).
pub fn slips(office: &Office, fonts: &Fonts, ceremony: &Ceremony) -> Result<Paper, OfficeError> {
    let round = office.round()?;
    let mut slips: Vec<Slip> =
        ceremony.codes().iter().map(|code| Slip { code: code.printed(), qr: code.scanned() }).collect();
    let document = SlipSheet {
        heading: heading(&office.store().profile()?, &round.contest().rules, Standing::Official),
        round: number(&round),
        slips: &slips,
    };
    let printed = documents::slips(fonts, &document);
    for slip in &mut slips {
        slip.code.zeroize();
        slip.qr.zeroize();
    }
    let name = format!("round-{}-slips.pdf", number(&round));
    Ok(Paper { name, bytes: Zeroizing::new(printed?) })
}

/// The key cards of a ceremony (钥匙卡), one for each scrutineer.
pub fn key_cards(office: &Office, fonts: &Fonts, ceremony: &Ceremony) -> Result<Vec<Paper>, OfficeError> {
    let profile = office.store().profile()?;
    let round = office.round()?;
    let heading = heading(&profile, &round.contest().rules, Standing::Official);
    let mut papers = Vec::new();
    for (card, holder) in ceremony.cards().iter().zip(profile.card_holders()) {
        let mut document = KeyCard {
            heading: heading.clone(),
            holder: holder.to_owned(),
            index: card.holder(),
            threshold: ceremony.key().threshold(),
            cards: ceremony.key().cards(),
            rows: card.rows().to_vec(),
            qr: card.scanned().to_string(),
        };
        let printed = documents::key_card(fonts, &document);
        document.rows.zeroize();
        document.qr.zeroize();
        let name = format!("key-card-{}.pdf", card.holder());
        papers.push(Paper { name, bytes: Zeroizing::new(printed?) });
    }
    Ok(papers)
}

/// The result report of a counted or void round (票决结果报告单); none before the count.
pub fn result_report(office: &Office, fonts: &Fonts, round: &Round) -> Result<Option<Paper>, OfficeError> {
    let profile = office.store().profile()?;
    let text = profile.text();
    let rules = &round.contest().rules;
    let Some(found) = found(round, text.language) else { return Ok(None) };
    // A void round has no totals to sign for; its report is final as it stands.
    let signed = matches!(round, Round::Confirmed(_) | Round::Announced(_) | Round::Void(_));
    let standing = if signed { Standing::Official } else { Standing::Unofficial };
    let date = match round {
        Round::Announced(announced) => Some(announced.announced_on),
        _ => None,
    };
    let document = ResultReport {
        heading: heading(&profile, rules, standing),
        round: number(round),
        date,
        seats: seats(rules),
        delegates: round.contest().delegates,
        present: found.present,
        issued: found.issued,
        collected: found.collected,
        result: found.result,
        notes: found.notes,
        chief: text.chief.clone(),
        scrutineers: text.scrutineers.clone(),
        tellers: text.tellers.clone(),
    };
    let name = format!("round-{}-result.pdf", number(round));
    Ok(Some(Paper { name, bytes: Zeroizing::new(documents::result_report(fonts, &document)?) }))
}

/// The announcement of what all announced rounds adopted (公告); none where nothing was adopted, or a round is still to be
/// held.
pub fn announcement(office: &Office, fonts: &Fonts) -> Result<Option<Paper>, OfficeError> {
    if !pending_contests(office)?.is_empty() {
        return Ok(None);
    }
    let profile = office.store().profile()?;
    let rounds = office.store().rounds()?;
    let mut adopted = Vec::new();
    let mut date = None;
    let mut decided = 0;
    for round in &rounds {
        if let Round::Announced(announced) = round {
            decided += 1;
            adopted.extend(adopted_in(&announced.counted));
            date = Some(announced.announced_on);
        }
    }
    let (Some(first), false) = (rounds.first(), adopted.is_empty()) else { return Ok(None) };
    let rules = &first.contest().rules;
    if rules.order == Order::List {
        let list = first.contest().list.candidates();
        adopted.sort_by_key(|project| list.iter().position(|candidate| candidate.number == project.number));
    }
    let document = Announcement {
        heading: heading(&profile, rules, Standing::Official),
        presidium: profile.text().presidium.clone(),
        date,
        seats: seats(rules),
        rounds: decided,
        adopted,
    };
    Ok(Some(Paper {
        name: "announcement.pdf".to_owned(),
        bytes: Zeroizing::new(documents::announcement(fonts, &document)?),
    }))
}

fn adopted_in(counted: &Counted) -> Vec<AdoptedProject> {
    let numbers = counted.decision.adopted.iter().chain(&counted.drawn);
    let named = numbers.filter_map(|number| counted.contest().list.find(number));
    named
        .map(|candidate| AdoptedProject { number: candidate.number.clone(), name: candidate.name.clone() })
        .collect()
}

fn heading(profile: &Profile, rules: &Rules, standing: Standing) -> Heading {
    let text = profile.text();
    Heading {
        congress: text.congress.clone(),
        session: text.session.clone(),
        year: text.year,
        language: text.language,
        body: rules.body,
        standing,
        training: text.training,
        record_hash: None,
    }
}

fn seats(rules: &Rules) -> Seats {
    match rules.division() {
        Division::Whole { seats, .. } => *seats,
        Division::Categories(categories) => Seats(categories.iter().map(|category| category.seats.0).sum()),
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

fn found(round: &Round, language: Language) -> Option<Found> {
    match round {
        Round::Counted(counted) => Some(found_counted(counted, language)),
        Round::Confirmed(confirmed) => Some(found_counted(&confirmed.counted, language)),
        Round::Announced(announced) => Some(found_counted(&announced.counted, language)),
        Round::Void(void) => Some(found_void(void, language)),
        _ => None,
    }
}

fn found_void(void: &Void, language: Language) -> Found {
    let (present, issued, collected) = match &void.ended {
        Ended::AtCheckIn { present, .. } => (*present, Issued(0), Ballots(0)),
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
        threshold: (!counted.contest().is_plurality()).then_some(counted.decision.threshold),
        threshold_rule: majority_words(counted, language),
        rows: rows(counted),
    };
    let mut notes = decision_notes(counted, language);
    notes.push(Note::Remark(root_words(&counted.closed.closing.root, language)));
    Found {
        present: account.present(),
        issued: account.issued(),
        collected: account.collected(),
        result: RoundResult::Counted(result),
        notes,
    }
}

fn rows(counted: &Counted) -> Vec<ResultRow> {
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
    for part in parts(counted) {
        notes.extend(tie_note(&part, decision, rules));
        notes.extend(cut_note(&part, decision, language));
        notes.extend(empty_note(&part, decision, counted, language));
    }
    notes
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
    let passed = part.passed(decision);
    let seats = part.seats as usize;
    let (last, next) = (passed.get(seats.checked_sub(1)?)?, passed.get(seats)?);
    if last.approve != next.approve {
        return None;
    }
    let tied = passed.iter().filter(|ranked| ranked.approve == last.approve);
    let candidates = tied.map(|ranked| ranked.id.clone()).collect();
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
    below_the_cut.then(|| {
        let sentence = match language {
            Language::Chinese => format!("达到票数要求的项目多于应选数，按赞成票从多到少取{seats}个。"),
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

/// The majority in a sentence, as the round's rules and its reason ask it.
fn majority_words(counted: &Counted, language: Language) -> String {
    let rules = &counted.contest().rules;
    let plurality = counted.contest().is_plurality();
    let Majority { of, proportion } = rules.majority;
    let (strictly, fraction) = match proportion {
        Proportion::MoreThan(fraction) => (true, fraction),
        Proportion::AtLeast(fraction) => (false, fraction),
    };
    match (language, plurality) {
        (Language::Chinese, true) => "本轮不要求过半数，得赞成票多的通过".to_owned(),
        (Language::English, true) => {
            "No majority is asked in this round: those with the most approvals are adopted".to_owned()
        }
        (Language::Chinese, false) => {
            let than = if strictly { "超过" } else { "达到" };
            format!("通过须赞成票{than}{}的{fraction}", base_in_chinese(of, rules.body))
        }
        (Language::English, false) => {
            let than = if strictly { "more than" } else { "at least" };
            format!(
                "To be adopted, a project needs approvals from {than} {fraction} of {}",
                base_in_english(of, rules.body)
            )
        }
    }
}

const fn base_in_chinese(base: Base, body: Body) -> &'static str {
    match (base, body) {
        (Base::All, Body::Congress | Body::StreetAssembly) => "全体代表",
        (Base::All, Body::StandingCommittee) => "全体委员",
        (Base::Present, Body::Congress | Body::StreetAssembly) => "实到代表",
        (Base::Present, Body::StandingCommittee) => "实到委员",
        (Base::Issued, _) => "发出票数",
        (Base::Collected, _) => "收回票数",
        (Base::Valid, _) => "有效票数",
    }
}

const fn base_in_english(base: Base, body: Body) -> &'static str {
    match (base, body) {
        (Base::All, Body::Congress | Body::StreetAssembly) => "all delegates in office",
        (Base::All, Body::StandingCommittee) => "all members in office",
        (Base::Present, Body::Congress | Body::StreetAssembly) => "the delegates present",
        (Base::Present, Body::StandingCommittee) => "the members present",
        (Base::Issued, _) => "the ballots issued",
        (Base::Collected, _) => "the ballots collected",
        (Base::Valid, _) => "the valid ballots",
    }
}

fn quorum_words(void: &Void, present: Delegates, language: Language) -> String {
    let (delegates, quorum) = (void.contest.delegates, void.contest.quorum());
    match language {
        Language::Chinese => format!("应到{delegates}人，法定人数{quorum}人，实到{present}人。"),
        Language::English => format!("In office {delegates}, quorum {quorum}, present {present}."),
    }
}

/// The root of the box, in groups of eight that can be read aloud.
fn root_words(root: &str, language: Language) -> String {
    let groups: Vec<&str> = (0..root.len()).step_by(8).filter_map(|from| root.get(from..from + 8)).collect();
    let groups = groups.join(" ");
    match language {
        Language::Chinese => format!("票箱校验值：{groups}"),
        Language::English => format!("Root of the ballot box: {groups}"),
    }
}

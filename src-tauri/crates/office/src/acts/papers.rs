//! The documents of a session, made of what its file says.

use super::{Ceremony, Office, number};
use crate::{error::OfficeError, session::Profile};
use documents::{
    AdoptedProject, Announcement, CandidateListDocument, CountedRound, Fonts, Heading, KeyCard, Language,
    Note, ResultReport, ResultRow, RoundResult, Slip, SlipSheet, Standing, Verdict,
};
use procedure::{
    contest::Contest,
    count::{Ballots, Issued, Seats},
    fraction::Proportion,
    outcome::{Call, Decision},
    round::{Counted, Ended, Round, Void},
    rules::{Base, Body, Division, FurtherMajority, Majority, MarksTaken, Order, Rules, TieRule},
    slate::Slate,
    turn::Why,
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

/// The announcement of what all announced rounds adopted (公告); none where nothing was adopted.
pub fn announcement(office: &Office, fonts: &Fonts) -> Result<Option<Paper>, OfficeError> {
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
    present: procedure::count::Delegates,
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
        Round::Void(void) => Some(found_void(void)),
        _ => None,
    }
}

fn found_void(void: &Void) -> Found {
    let (present, issued, collected) = match &void.ended {
        Ended::AtCheckIn { present, .. } => (*present, Issued(0), Ballots(0)),
        Ended::AtCount { account, .. } => (account.present(), account.issued(), account.collected()),
        Ended::ByDecision { figures, .. } => (figures.present, figures.issued, figures.collected),
    };
    let notes = match &void.ended {
        Ended::ByDecision { statement, .. } => vec![Note::Remark(statement.clone())],
        _ => Vec::new(),
    };
    Found { present, issued, collected, result: RoundResult::Void(void.reason()), notes }
}

fn found_counted(counted: &Counted, language: Language) -> Found {
    let account = &counted.account;
    let rules = &counted.contest().rules;
    let result = CountedRound {
        void: account.void(),
        valid: account.valid(),
        threshold: Some(counted.decision.threshold),
        threshold_rule: majority_words(counted, language),
        rows: rows(counted),
    };
    let mut notes = decision_notes(&counted.decision, counted, rules);
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

fn verdict(counted: &Counted, id: &String) -> Verdict {
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

fn decision_notes(decision: &Decision, counted: &Counted, rules: &Rules) -> Vec<Note> {
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
    notes.extend(tied_notes(decision, counted, rules));
    let empty = empty_seats(decision, counted, rules);
    if empty.0 > 0 {
        notes.push(Note::SeatsLeftEmpty { seats: empty });
    }
    notes
}

/// Where the rules adopt all or none of those tied at the cut, the report says who they were.
fn tied_notes(decision: &Decision, counted: &Counted, rules: &Rules) -> Vec<Note> {
    let mut notes = Vec::new();
    for tied in tied_at_cut(decision, counted) {
        match rules.tie {
            TieRule::All => {
                let adopted = u32::try_from(decision.adopted.len()).unwrap_or(u32::MAX);
                notes.push(Note::AllTiedAdopted { candidates: tied, adopted });
            }
            TieRule::None => notes.push(Note::NoneOfTiedAdopted { candidates: tied }),
            TieRule::FurtherRound | TieRule::Lot => {}
        }
    }
    notes
}

/// In each part of the list, those who passed with as many approvals as the last seat's, where they are too many.
fn tied_at_cut(decision: &Decision, counted: &Counted) -> Vec<Vec<String>> {
    let contest = counted.contest();
    let Ok(slate) = Slate::of(&contest.rules, &contest.list) else { return Vec::new() };
    let mut all = Vec::new();
    for part in slate.parts() {
        let members: Vec<&String> = part.members.iter().map(|place| &slate.contenders()[*place].id).collect();
        let ranked: Vec<_> =
            decision.ranking.iter().filter(|ranked| ranked.passes && members.contains(&&ranked.id)).collect();
        let seats = part.seats.0 as usize;
        if let (Some(last), Some(next)) = (ranked.get(seats.wrapping_sub(1)), ranked.get(seats))
            && last.approve == next.approve
        {
            let tied = ranked.iter().filter(|ranked| ranked.approve == last.approve);
            all.push(tied.map(|ranked| ranked.id.clone()).collect());
        }
    }
    all
}

/// Seats that nobody fills and no further round or lot is called for.
fn empty_seats(decision: &Decision, counted: &Counted, rules: &Rules) -> Seats {
    let filled = u32::try_from(decision.adopted.len() + counted.drawn.len()).unwrap_or(u32::MAX);
    let open_lots = if counted.drawn.is_empty() { &decision.lots[..] } else { &[] };
    let called: u32 = decision.further_rounds.iter().chain(open_lots).map(|call| call.seats.0).sum();
    Seats(seats(rules).0.saturating_sub(filled.saturating_add(called)))
}

/// The majority in a sentence, as the round's rules and its reason ask it.
fn majority_words(counted: &Counted, language: Language) -> String {
    let Contest { rules, turn, .. } = counted.contest();
    let further = match turn.called_for() {
        Some(Why::Tie) => rules.tie_majority,
        Some(Why::TooFew) => rules.too_few_majority,
        None => FurtherMajority::Same,
    };
    let Majority { of, proportion } = rules.majority;
    let (strictly, fraction) = match proportion {
        Proportion::MoreThan(fraction) => (true, fraction),
        Proportion::AtLeast(fraction) => (false, fraction),
    };
    match (language, further) {
        (Language::Chinese, FurtherMajority::Plurality) => "得赞成票多的通过".to_owned(),
        (Language::English, FurtherMajority::Plurality) => "the most approvals are adopted".to_owned(),
        (Language::Chinese, FurtherMajority::Same) => {
            let than = if strictly { "超过" } else { "达到" };
            format!("赞成票{than}{}的{fraction}", base_in_chinese(of, rules.body))
        }
        (Language::English, FurtherMajority::Same) => {
            let than = if strictly { "more than" } else { "at least" };
            format!("approvals of {than} {fraction} of {}", base_in_english(of, rules.body))
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

/// The root of the box, in groups of eight that can be read aloud.
fn root_words(root: &str, language: Language) -> String {
    let groups: Vec<&str> = (0..root.len()).step_by(8).filter_map(|from| root.get(from..from + 8)).collect();
    let groups = groups.join(" ");
    match language {
        Language::Chinese => format!("票箱校验值：{groups}"),
        Language::English => format!("Root of the ballot box: {groups}"),
    }
}

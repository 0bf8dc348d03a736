//! Articles on who votes, how, and what a ballot is worth.

use super::names;
use crate::{
    Body, VotingMeasure,
    words::{
        proportions::{english_fraction, english_part},
        ruled::{BLANK, blank_paper_abstains, empty_box, figure, takes_oppositions},
        sentences::{limit, stopped},
    },
};
use messages::Language;
use procedure::{
    ballot::Selection,
    fraction::{Fraction, Proportion},
    rules::{Category, CategoryBreach, Division, LateArrival, Rules},
};

pub(super) fn purpose(measure: &VotingMeasure<'_>) -> Vec<String> {
    if !measure.purpose.trim().is_empty() {
        return vec![stopped(&measure.purpose)];
    }
    let year = measure.heading.year;
    let voters = names(measure).voters;
    let basis = match measure.heading.body {
        Body::StreetAssembly => "the provisions in force and the conditions of this sub-district",
        Body::Congress | Body::StandingCommittee => {
            "the Organic Law of the Local People's Congresses and Local People's Governments of the People's Republic of China and other provisions in force"
        }
    };
    vec![format!(
        "This measure governs the vote on the livelihood projects of {year} and ensures that the {voters} can exercise their functions. It is based on {basis}."
    )]
}

pub(super) fn voters(measure: &VotingMeasure<'_>) -> Vec<String> {
    let heading = &measure.heading;
    let names = names(measure);
    let who = match heading.body {
        Body::Congress | Body::StreetAssembly => "all delegates",
        Body::StandingCommittee => "all members of the standing committee",
    };
    vec![format!(
        "The livelihood projects of {} are decided by {who} at the {}, {}. All {} are those actually in office: {}.",
        heading.year, heading.congress, heading.session, names.voters, measure.delegates
    )]
}

pub(super) fn seats(measure: &VotingMeasure<'_>) -> Vec<String> {
    let (candidates, seats) = (measure.candidates, measure.seats);
    let margin = margin(measure.rules.margin);
    match measure.rules.division() {
        Division::Whole { .. } => {
            let equal = usize::try_from(seats.0) == Ok(candidates);
            let kind = if equal {
                "There are as many candidates as seats"
            } else {
                "There are more candidates than seats"
            };
            let least = least_candidates(measure.rules, seats.0);
            vec![format!(
                "Candidates: {candidates}. Projects to be adopted (seats): {seats}. {kind}. {margin}: {least} or more."
            )]
        }
        Division::Categories(categories) => {
            let mut paragraphs = vec![format!(
                "Candidates in all: {candidates}. Projects to be adopted (seats) in all: {seats}. The vote is decided by category. In each category: {}. The categories:",
                lower(&margin)
            )];
            paragraphs.extend(category_items(measure.rules, categories));
            paragraphs
        }
    }
}

fn margin(margin: Fraction) -> String {
    match (margin.numerator(), margin.denominator()) {
        (0, _) => "The candidates must not be fewer than the seats".to_owned(),
        (1, 1) => "The candidates must be twice the seats or more".to_owned(),
        _ => format!(
            "The candidates must exceed the seats by at least {} of the seats, a part of one counting as one",
            english_fraction(margin)
        ),
    }
}

/// A sentence within another one.
fn lower(sentence: &str) -> String {
    sentence.strip_prefix("The").map_or_else(|| sentence.to_owned(), |rest| format!("the{rest}"))
}

fn least_candidates(rules: &Rules, seats: u32) -> u32 {
    seats.saturating_add(rules.margin.least_at_least(seats))
}

fn category_items(rules: &Rules, categories: &[Category]) -> Vec<String> {
    let item = |(index, category): (usize, &Category)| {
        let end = if index + 1 == categories.len() { "." } else { ";" };
        let Category { name, seats } = category;
        let least = least_candidates(rules, seats.0);
        format!("({}) {name}: seats {seats}, candidates {least} or more{end}", index + 1)
    };
    categories.iter().enumerate().map(item).collect()
}

pub(super) fn quorum(measure: &VotingMeasure<'_>) -> Vec<String> {
    let names = names(measure);
    let least = measure.rules.quorum_of(measure.delegates);
    let check = "Who is present is verified before each poll opens. Where they are too few, the poll is not opened, the round is void, and it is voted again when enough are present.";
    let first = match measure.rules.quorum {
        Proportion::AtLeast(fraction) if fraction.numerator() == 0 => "No quorum is asked.".to_owned(),
        Proportion::MoreThan(fraction) if fraction.numerator() == 0 => {
            format!("The poll needs {least} or more to be present. {check}")
        }
        quorum => format!(
            "The poll needs {} to be present, that is {least} or more. {check}",
            english_part(quorum, names.all)
        ),
    };
    let late = match measure.rules.late_arrival {
        LateArrival::UntilClose => format!(
            "A {} who arrives when the poll is open may check in, take a slip and vote until it closes, and counts among those present and the ballots issued.",
            names.voter
        ),
        LateArrival::UntilOpen => format!(
            "A {} who arrives when the poll is open is not checked in, takes no slip, does not vote in that round and does not count among those present.",
            names.voter
        ),
    };
    vec![first, late]
}

pub(super) fn scrutineers(measure: &VotingMeasure<'_>) -> Vec<String> {
    let names = names(measure);
    let others = figure(measure.scrutineers.checked_sub(1).filter(|others| *others > 0));
    let tellers = figure(Some(measure.tellers).filter(|tellers| *tellers > 0));
    let others =
        if measure.scrutineers == 1 { String::new() } else { format!("; other scrutineers: {others}") };
    vec![
        format!(
            "Chief scrutineer: 1{others}. They are proposed by {} from among the {} and approved by {} by show of hands. Tellers: {tellers}. They are named by {}.",
            names.presidium, names.voters, names.meeting, names.secretariat
        ),
        format!(
            "Under {}, the scrutineers watch over the handing out of ballots, the poll and the count; the tellers work under the scrutineers. Whoever has proposed a candidate or is responsible for carrying it out shall not serve as a scrutineer.",
            names.presidium
        ),
    ]
}

pub(super) fn secret_ballot(measure: &VotingMeasure<'_>) -> Vec<String> {
    let voter = names(measure).voter;
    vec![
        format!(
            "The vote is by secret ballot, at voting kiosks. Having checked in, each {voter} draws one slip by hand from the mixed slips, and opens a ballot with it at a kiosk. A slip bears no name, and nobody may record who drew which."
        ),
        format!(
            "A {voter} who does not use a kiosk takes a paper ballot when checking in, in place of a slip. Apart from how it is marked, a paper ballot has the same effect as one at a kiosk."
        ),
        "Nobody may look at or ask about another's choice, or photograph a slip, a kiosk's screen or a paper ballot.".into(),
    ]
}

pub(super) fn one_ballot(measure: &VotingMeasure<'_>) -> Vec<String> {
    let voter = names(measure).voter;
    vec![
        format!("Each {voter} casts one ballot in a round. Nobody may have another vote in their place, or vote for another."),
        "A lost slip is not replaced. A damaged slip whose code can still be read is exchanged: its code is cancelled at once, and the number of ballots issued stays the same.".into(),
    ]
}

pub(super) fn marking(measure: &VotingMeasure<'_>) -> Vec<String> {
    let voter = names(measure).voter;
    let rules = measure.rules;
    let marks = if takes_oppositions(rules) {
        format!(
            "A {voter} may approve, oppose or abstain on each candidate. At a kiosk, what is not chosen counts as an abstention."
        )
    } else {
        format!(
            "A {voter} says only which candidates to approve. At a kiosk, what is not chosen counts as an abstention."
        )
    };
    let kiosk = match rules.selection {
        Selection::AtMost => {
            "A kiosk takes no ballot with more approvals than that. A ballot on which nothing is chosen may be cast blank, after a question."
        }
        Selection::Exactly => {
            "A kiosk takes no ballot with more or fewer approvals than that, and no blank one."
        }
    };
    vec![format!("{marks} {}", limit(rules, Language::English)), kiosk.into()]
}

pub(super) fn paper(measure: &VotingMeasure<'_>) -> Vec<String> {
    let rules = measure.rules;
    let legend = rules.legend();
    let sign = |meaning: &str, sign: &str| match sign {
        "" => format!("no mark to {meaning}"),
        sign => format!("\"{sign}\" to {meaning}"),
    };
    let mut signs = vec![sign("approve", &legend.approve)];
    if takes_oppositions(rules) {
        signs.push(sign("oppose", &legend.oppose));
    }
    signs.push(sign("abstain", &legend.abstain));
    let empty = if empty_box(rules).is_none() { " No mark counts as an abstention." } else { "" };
    let other = if takes_oppositions(rules) {
        ""
    } else {
        " Anything else than an approval counts as an abstention."
    };
    vec![format!(
        "On a paper ballot: {}.{empty} A mark of another kind counts as what it clearly means.{other} A mark on one candidate whose meaning is unclear counts as an abstention on that candidate.",
        signs.join(", ")
    )]
}

pub(super) fn validity(measure: &VotingMeasure<'_>) -> Vec<String> {
    let rules = measure.rules;
    let breach = match rules.selection {
        Selection::AtMost => "more approvals than allowed",
        Selection::Exactly => "more or fewer approvals than asked",
    };
    let by_category = matches!(rules.division(), Division::Categories(_));
    let unclear = "if its meaning as a whole is unclear";
    let mut paragraphs = match (by_category, rules.category_breach) {
        (true, CategoryBreach::Category) => vec![
            format!("A paper ballot is void {unclear}."),
            format!(
                "A paper ballot with {breach} in one category stays valid, and counts as abstaining on all candidates of that category."
            ),
        ],
        (true, CategoryBreach::Ballot) => {
            vec![format!(
                "A paper ballot is void as a whole if it has {breach} in any category, or {unclear}."
            )]
        }
        (false, _) => vec![format!("A paper ballot is void if it has {breach}, or {unclear}.")],
    };
    paragraphs.push(format!(
        "{}Where it is doubtful what a ballot is worth, the chief scrutineer decides with the scrutineers, and the decision is recorded. {} count among those collected.",
        blank_paper(rules),
        counted_as_collected(rules)
    ));
    paragraphs
}

/// Where a ballot must have a number of approvals, a blank one is void.
fn counted_as_collected(rules: &Rules) -> &'static str {
    match rules.selection {
        Selection::AtMost => "Void and blank ballots",
        Selection::Exactly => "Void ballots",
    }
}

fn blank_paper(rules: &Rules) -> &'static str {
    match (rules.selection, blank_paper_abstains(rules)) {
        (Selection::AtMost, true) => {
            "A blank paper ballot is valid, and counts as abstaining on every candidate. "
        }
        (_, false) => "A paper ballot without any mark counts as the signs of the preceding article say. ",
        (Selection::Exactly, true) => "",
    }
}

pub(super) fn poll(measure: &VotingMeasure<'_>) -> Vec<String> {
    let names = names(measure);
    let cards = Some(measure.cards).filter(|cards| *cards > 0);
    let threshold = cards.map(|_| measure.threshold);
    let (cards, threshold) = cards
        .map_or_else(|| (BLANK.to_owned(), BLANK.to_owned()), |cards| (cards.to_string(), figure(threshold)));
    vec![
        format!(
            "Before the poll opens, the scrutineers inspect the box and find it empty. The scrutineers vote first, then the {0} on the rostrum, then the other {0}. A slip that has been used is put into the tray.",
            names.voters
        ),
        format!(
            "The box is sealed with key cards, {cards} in number, kept by the scrutineers. After the close, any {threshold} of the cards presented together open the totals of the candidates. No ballot is ever opened singly; a box with fewer than two ballots is not opened."
        ),
    ]
}

//! The voting measure in English.

use super::{
    notes::Note,
    say::{Basis, Margin, Others, Scope, Sentence},
};
use crate::{
    Body,
    common::{
        en::{self, capitalised},
        proportions::{english_fraction, english_part, english_share},
        roles::Roles,
        ruled::{BLANK, figure},
        stop::stopped,
    },
};
use chrono::NaiveDate;
use messages::Language;
use procedure::{
    ballot::{Mark, Selection},
    date,
    rules::FurtherMajority,
};

pub(super) const NOTES: &str = "Notes";

pub(super) fn title(year: i32) -> String {
    format!("Measure for the Vote on the Livelihood Projects of {year}")
}

pub(super) fn passed(day: Option<NaiveDate>, congress: &str, session: &str) -> [String; 2] {
    let day = day.map_or_else(|| format!("{BLANK}{BLANK}"), date::english);
    [format!("(Passed on {day} by the "), format!("{congress}, {session})")]
}

/// An article's number with what parts it from the text.
pub(super) fn number(number: u32) -> String {
    format!("Article {number}. ")
}

#[expect(clippy::too_many_lines, reason = "a table with a line for each sentence")]
pub(super) fn sentence(sentence: &Sentence<'_>, names: &Roles) -> String {
    let Roles { voter, voters, presidium, secretariat, meeting, chair, all, .. } = names;
    match sentence {
        Sentence::OwnPurpose(purpose) => stopped(purpose),
        Sentence::Purpose { year, voters: _, basis } => {
            let basis = match basis {
                Basis::ProvisionsInForce => "the provisions in force and the conditions of this sub-district",
                Basis::OrganicLaw => "the Organic Law of the Local People's Congresses and Local People's Governments of the People's Republic of China and other provisions in force",
            };
            format!(
                "This measure governs the vote on the livelihood projects of {year} and ensures that the {voters} can exercise their functions. It is based on {basis}."
            )
        }
        Sentence::Voters { year, congress, session, voters: body, delegates } => {
            let who = match body {
                Body::Congress | Body::StreetAssembly => "all delegates",
                Body::StandingCommittee => "all members of the standing committee",
            };
            format!(
                "The livelihood projects of {year} are decided by {who} at the {congress}, {session}. All {voters} are those actually in office: {delegates}."
            )
        }
        Sentence::AsManyCandidatesAsSeats { candidates, seats } => format!(
            "Candidates: {candidates}. Projects to be adopted (seats): {seats}. There are as many candidates as seats."
        ),
        Sentence::MoreCandidatesThanSeats { candidates, seats } => format!(
            "Candidates: {candidates}. Projects to be adopted (seats): {seats}. There are more candidates than seats."
        ),
        Sentence::LeastCandidates { margin, least } => {
            format!("{}: {least} or more.", capitalised(&self::margin(*margin)))
        }
        Sentence::SeatsByCategory { candidates, seats, margin } => format!(
            "Candidates in all: {candidates}. Projects to be adopted (seats) in all: {seats}. The vote is decided by category. In each category: {}. The categories:",
            self::margin(*margin)
        ),
        Sentence::SeatsOfCategory { number, name, seats, least, is_last } => {
            let end = if *is_last { "." } else { ";" };
            format!("({number}) {name}: seats {seats}, candidates {least} or more{end}")
        }
        Sentence::NoQuorum => "No quorum is asked.".to_owned(),
        Sentence::LeastPresent { least } => format!("The poll needs {least} or more to be present."),
        Sentence::Quorum { share, least } => format!(
            "The poll needs {} to be present, that is {least} or more.",
            english_part(*share, all)
        ),
        Sentence::QuorumVerified => "Who is present is verified before each poll opens. Where they are too few, the poll is not opened, the round is void, and it is voted again when enough are present.".to_owned(),
        Sentence::LateMayVote => format!(
            "A {voter} who arrives when the poll is open may check in, take a slip and vote until it closes, and counts among those present and the ballots issued."
        ),
        Sentence::LateMayNotVote => format!(
            "A {voter} who arrives when the poll is open is not checked in, takes no slip, does not vote in that round and does not count among those present."
        ),
        Sentence::Scrutineers { others, tellers } => {
            let others = match others {
                None => String::new(),
                Some(Others::Unknown) => format!("; other scrutineers: {BLANK}"),
                Some(Others::Number(others)) => format!("; other scrutineers: {others}"),
            };
            let tellers = figure(*tellers);
            format!(
                "Chief scrutineer: 1{others}. They are proposed by {presidium} from among the {voters} and approved by {meeting} by show of hands. Tellers: {tellers}. They are named by {secretariat}."
            )
        }
        Sentence::ScrutineersWatch => format!(
            "Under {presidium}, the scrutineers watch over the handing out of ballots, the poll and the count; the tellers work under the scrutineers. Whoever has proposed a candidate or is responsible for carrying it out shall not serve as a scrutineer."
        ),
        Sentence::SecretBallot => format!(
            "The vote is by secret ballot, at voting kiosks. Having checked in, each {voter} draws one slip by hand from the mixed slips, and opens a ballot with it at a kiosk. A slip bears no name, and nobody may record who drew which."
        ),
        Sentence::PaperInPlaceOfSlip => format!(
            "A {voter} who does not use a kiosk takes a paper ballot when checking in, in place of a slip. Apart from how it is marked, a paper ballot has the same effect as one at a kiosk."
        ),
        Sentence::NobodyLooks => "Nobody may look at or ask about another's choice, or photograph a slip, a kiosk's screen or a paper ballot.".to_owned(),
        Sentence::OneBallot => format!(
            "Each {voter} casts one ballot in a round. Nobody may have another vote in their place, or vote for another."
        ),
        Sentence::LostSlip => "A lost slip is not replaced. A damaged slip whose code can still be read is exchanged: its code is cancelled at once, and the number of ballots issued stays the same.".to_owned(),
        Sentence::ApproveOpposeAbstain => {
            format!("A {voter} may approve, oppose or abstain on each candidate.")
        }
        Sentence::ApproveOnly => format!("A {voter} says only which candidates to approve."),
        Sentence::NotChosenAtKiosk => "At a kiosk, what is not chosen counts as an abstention.".to_owned(),
        Sentence::Limit(limit) => en::limit(*limit),
        Sentence::KioskRefusesMore => "A kiosk takes no ballot with more approvals than that. A ballot on which nothing is chosen may be cast blank, after a question.".to_owned(),
        Sentence::KioskRefusesOtherNumber => {
            "A kiosk takes no ballot with more or fewer approvals than that, and no blank one.".to_owned()
        }
        Sentence::PaperSigns(signs) => {
            let signs: Vec<String> = signs.iter().map(sign).collect();
            format!("On a paper ballot: {}.", signs.join(", "))
        }
        Sentence::UnmarkedAbstains => "No mark counts as an abstention.".to_owned(),
        Sentence::OtherSign => "A mark of another kind counts as what it clearly means.".to_owned(),
        Sentence::OtherThanApprovalAbstains => {
            "Anything else than an approval counts as an abstention.".to_owned()
        }
        Sentence::UnclearMark => "A mark on one candidate whose meaning is unclear counts as an abstention on that candidate.".to_owned(),
        Sentence::UnclearBallotIsVoid => {
            "A paper ballot is void if its meaning as a whole is unclear.".to_owned()
        }
        Sentence::BreachAbstainsInCategory(selection) => format!(
            "A paper ballot with {} in one category stays valid, and counts as abstaining on all candidates of that category.",
            breach(*selection)
        ),
        Sentence::BreachInAnyCategoryIsVoid(selection) => format!(
            "A paper ballot is void as a whole if it has {} in any category, or if its meaning as a whole is unclear.",
            breach(*selection)
        ),
        Sentence::BreachIsVoid(selection) => format!(
            "A paper ballot is void if it has {}, or if its meaning as a whole is unclear.",
            breach(*selection)
        ),
        Sentence::BlankPaperAbstains => {
            "A blank paper ballot is valid, and counts as abstaining on every candidate.".to_owned()
        }
        Sentence::BlankPaperBySigns => {
            "A paper ballot without any mark counts as the signs of the preceding article say.".to_owned()
        }
        Sentence::DoubtfulBallot => "Where it is doubtful what a ballot is worth, the chief scrutineer decides with the scrutineers, and the decision is recorded.".to_owned(),
        Sentence::VoidAndBlankCollected => {
            "Void and blank ballots count among those collected.".to_owned()
        }
        Sentence::VoidCollected => "Void ballots count among those collected.".to_owned(),
        Sentence::EmptyBox => format!(
            "Before the poll opens, the scrutineers inspect the box and find it empty. The scrutineers vote first, then the {voters} on the rostrum, then the other {voters}. A slip that has been used is put into the tray."
        ),
        Sentence::KeyCards { by_holders: true, cards, threshold, fewest } => {
            let (holders, threshold) = (figure(*cards), figure(*threshold));
            format!(
                "The scrutineers, {holders} in number, make the key of the box together, each on a computer of their own, and each hold a share of it; no computer has the whole key. After the close, any {threshold} of them, each checking the whole box, open the totals of the candidates. No ballot is ever opened singly; a box with fewer than {fewest} ballots is not opened."
            )
        }
        Sentence::KeyCards { by_holders: false, cards, threshold, fewest } => {
            let (cards, threshold) = (figure(*cards), figure(*threshold));
            format!(
                "The box is sealed with key cards, {cards} in number, kept by the scrutineers. After the close, any {threshold} of the cards presented together open the totals of the candidates. No ballot is ever opened singly; a box with fewer than {fewest} ballots is not opened."
            )
        }
        Sentence::AccountOfBallots => "Where the ballots collected are as many as those issued or fewer, the round is valid. Where they are more, the round is void, nothing is opened, and it is voted again.".to_owned(),
        Sentence::RoundBrokenOff => format!(
            "Where a round cannot go on, because of a breakdown for instance, {presidium} decides, stating its reason, that the round is void; it can be voted again."
        ),
        Sentence::VotedAgain => {
            "A round voted again has the same candidates and seats; slips and ballots are made anew.".to_owned()
        }
        Sentence::Majority(majority) => en::majority(*majority, names),
        Sentence::Cut(Scope::List) => "Where more candidates pass than there are seats, those with the most approvals are adopted, up to the seats.".to_owned(),
        Sentence::Cut(Scope::Category) => "Each category is decided by itself. Where more of its candidates pass than it has seats, those with the most approvals are adopted, up to the category's seats.".to_owned(),
        Sentence::TieAtCut(scope) => format!(
            "Where candidates that pass have equal approvals and so cannot all have one of {} (a tie at the cut), those with more approvals are adopted, and",
            seats(*scope)
        ),
        Sentence::TieToFurtherRound => "a further round on the tied decides the seats left.".to_owned(),
        Sentence::TieAllAdopted => {
            "all the tied are adopted, even if that makes more than the seats.".to_owned()
        }
        Sentence::TieNoneAdopted => {
            "none of the tied is adopted, and the seats left stay empty without another vote.".to_owned()
        }
        Sentence::TieByLot => {
            "the scrutineers draw lots in public among the tied for the seats left.".to_owned()
        }
        Sentence::MissingSeatsStayEmpty { scope, but_for_ties } => format!(
            "{} the seats missing stay empty, and no other vote is held.",
            too_few(*scope, *but_for_ties)
        ),
        Sentence::MissingSeatsToFurtherRound { scope, but_for_ties } => format!(
            "{} a further round on those not adopted in that round decides the seats missing.",
            too_few(*scope, *but_for_ties)
        ),
        Sentence::FurtherRoundsUntil(round) => {
            let rounds =
                if *round == 1 { "round 1 only".to_owned() } else { format!("rounds 1 to {round} only") };
            format!(
                "A further round for too few adopted is held after {rounds}; seats that are missing after that stay empty. Rounds are numbered one after the other, void ones included."
            )
        }
        Sentence::FurtherRound { selection, scope } => format!(
            "A further round has the seats left as its seats; {}. No margin of candidates is asked; slips and ballots are made anew. Otherwise this measure applies to it.",
            further_limit(*selection, *scope)
        ),
        Sentence::FurtherRoundForTie(majority) => format!(
            "In a further round for a tie at the cut, {}; where candidates are tied at the cut again, another round is held.",
            majority_again(*majority)
        ),
        Sentence::FurtherRoundForTooFew(majority) => {
            format!("In a further round for too few adopted, {}.", majority_again(*majority))
        }
        Sentence::TiesFirst => {
            "Where one round leaves both ties and too few adopted, the ties are voted on first.".to_owned()
        }
        Sentence::ResultReported => format!(
            "The result is entered in the result report, which the chief scrutineer, the scrutineers and the tellers sign. The chief scrutineer reports it to {chair}, who declares it."
        ),
        Sentence::ResolutionPassed => {
            format!("On the projects adopted, {meeting} passes a resolution, which is announced.")
        }
        Sentence::PublishedByList => {
            "The projects adopted are published in the order of the candidate list.".to_owned()
        }
        Sentence::PublishedByVotes { scope, again } => {
            let by = match scope {
                Scope::List => "by approvals",
                Scope::Category => "category by category, in each by approvals",
            };
            let again =
                if *again { "; those adopted in a further round come after those of the round before" } else { "" };
            format!(
                "The projects adopted are published {by}, the most first, and with equal approvals in the order of the candidate list{again}."
            )
        }
        Sentence::Definitions => "In this measure, \"at least\" and \"or more\" include the number named, \"more than\" does not. Where a proportion does not come to a whole number, the least whole number that satisfies it is needed.".to_owned(),
        Sentence::InForce => "This measure is in force from the day it is passed.".to_owned(),
    }
}

fn margin(margin: Margin) -> String {
    match margin {
        Margin::Nothing => "the candidates must not be fewer than the seats".to_owned(),
        Margin::Double => "the candidates must be twice the seats or more".to_owned(),
        Margin::Share(share) => format!(
            "the candidates must exceed the seats by at least {} of the seats, a part of one counting as one",
            english_fraction(share)
        ),
    }
}

fn sign((mark, sign): &(Mark, &str)) -> String {
    let meaning = match mark {
        Mark::Approve => "approve",
        Mark::Oppose => "oppose",
        Mark::Abstain => "abstain",
    };
    if sign.is_empty() { format!("no mark to {meaning}") } else { format!("\"{sign}\" to {meaning}") }
}

const fn breach(selection: Selection) -> &'static str {
    match selection {
        Selection::AtMost => "more approvals than allowed",
        Selection::Exactly => "more or fewer approvals than asked",
    }
}

const fn seats(scope: Scope) -> &'static str {
    match scope {
        Scope::List => "the seats",
        Scope::Category => "the category's seats",
    }
}

fn too_few(scope: Scope, but_for_ties: bool) -> String {
    let when = if but_for_ties { "Except in the case of the preceding article, where" } else { "Where" };
    format!("{when} fewer are adopted than {},", seats(scope))
}

const fn further_limit(selection: Selection, scope: Scope) -> &'static str {
    match (selection, scope) {
        (Selection::AtMost, Scope::List) => "a ballot may have no more approvals than these",
        (Selection::Exactly, Scope::List) => "a ballot must have just as many approvals as these",
        (Selection::AtMost, Scope::Category) => {
            "a ballot may have no more approvals in each category than these"
        }
        (Selection::Exactly, Scope::Category) => {
            "a ballot must have just as many approvals in each category as these"
        }
    }
}

const fn majority_again(majority: FurtherMajority) -> &'static str {
    match majority {
        FurtherMajority::Plurality => {
            "no majority is asked: those with the most approvals are adopted, and none without an approval"
        }
        FurtherMajority::Same => "the approvals needed are by the same rule as in round 1",
    }
}

pub(super) fn note(note: &Note<'_>, names: &Roles) -> String {
    const LAW: &str = "the Organic Law of the Local People's Congresses and Local People's Governments of the People's Republic of China";
    let all = names.all;
    match note {
        Note::Quorum { article, quorum, floor } => format!(
            "The quorum of this measure is {}; article {article} of {LAW} demands {}.",
            english_part(*quorum, all),
            english_part(*floor, all)
        ),
        Note::NoMajorityOfAll { article } => {
            format!("This measure counts no majority of {all}; article {article} of {LAW} does.")
        }
        Note::MajorityBase { article, base } => format!(
            "This measure counts the majority of {}; article {article} of {LAW} counts it of {all}.",
            names.base(*base, Language::English)
        ),
        Note::NoLeastShare { article, floor } => format!(
            "This measure asks no least share of approvals; article {article} of {LAW} demands {}.",
            english_share(*floor)
        ),
        Note::Majority { article, majority, floor } => format!(
            "The majority of this measure, {}, is below that of article {article} of {LAW}, {}.",
            english_share(*majority),
            english_share(*floor)
        ),
        Note::TooFewPlurality { article } => format!(
            "In a further round held because too few projects were adopted, those with the most approvals are adopted, and may have fewer than the majority of {all} that article {article} of {LAW} demands."
        ),
        Note::EqualNumbers { seats } => {
            format!("There are as many candidates as seats: {seats}. Nothing can be chosen between them.")
        }
        Note::EqualNumbersInCategory { category, seats } => format!(
            "The category \"{category}\" has as many candidates as seats: {seats}. Nothing can be chosen between them."
        ),
    }
}

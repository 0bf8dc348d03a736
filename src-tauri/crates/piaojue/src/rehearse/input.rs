//! Everything a rehearsal is given, read and checked before anything is written.

use super::{
    Arguments,
    session_file::{Present, SessionFile},
};
use crate::{list::unknown_answer, report::Failure};
use documents::{Fonts, fonts_dir};
use lists::{BallotRow, List, ListKind};
use messages::{Coded, Language};
use procedure::{
    candidate::{Candidate, CandidateList},
    contest::Contest,
    number::{CandidateNumber, DelegateNumber, RoundNumber},
    roster::{Delegate, Roster},
    rules::Rules,
};
use session_model::Profile;
use sheets::reading::{self, Choices, Reading};
use std::{collections::BTreeMap, path::Path};

/// A rehearsal's input, all of it usable.
pub struct Input {
    /// The session.
    pub profile: Profile,
    /// The rules.
    pub rules: Rules,
    /// The delegates.
    pub delegates: Vec<Delegate>,
    /// The candidates.
    pub candidates: Vec<Candidate>,
    /// The numbers of those who check in.
    pub present: Vec<DelegateNumber>,
    /// The ballots of each round; none where they are to be drawn at random.
    pub ballots: Option<BTreeMap<RoundNumber, Vec<BallotRow>>>,
    /// The fonts.
    pub fonts: Fonts,
    /// Whether documents are written as OFD, too.
    pub ofd: bool,
}

/// Reads everything. Problems of several files are reported together.
pub fn read(arguments: &Arguments, language: Language) -> Result<Input, Failure> {
    let session = read_session(&arguments.session, language);
    let (delegates, candidates) = read_lists(arguments, language);
    let (session, delegates, candidates) = all(session, delegates, candidates)?;
    let refused = |problem: &dyn Coded| Failure::unusable(language, problem);
    let rules = Rules::try_from(session.rules.clone()).map_err(|problem| refused(&problem))?;
    let profile = Profile::new(session.profile(rules.body)).map_err(|problem| refused(&problem))?;
    let roster = Roster::new(delegates.clone()).map_err(|problem| refused(&problem))?;
    let list = CandidateList::new(candidates.clone()).map_err(|problem| refused(&problem))?;
    let contest = Contest::first(roster.in_office(), list, rules.clone());
    contest.check().map_err(|problem| refused(&problem))?;
    let present = present(session.present(), &roster, language)?;
    let ballots =
        arguments.ballots.as_deref().map(|path| read_ballots(path, &candidates, &present, language));
    let fonts = fonts_dir().and_then(|dir| Fonts::load(&dir)).map_err(|problem| refused(&problem))?;
    refuse_unprintable(arguments, &fonts, &profile, &delegates, &candidates, language)?;
    let ballots = ballots.transpose()?;
    Ok(Input { profile, rules, delegates, candidates, present, ballots, fonts, ofd: arguments.ofd })
}

fn read_session(path: &Path, language: Language) -> Result<SessionFile, Failure> {
    let shown = path.display().to_string();
    let malformed = |reason: String| {
        Failure::plain(language, "cli.session-malformed", &[("path", &shown), ("reason", reason.trim())])
    };
    let bytes = sheets::read_file(path).map_err(|problem| Failure::file(language, path, problem))?;
    let text = String::from_utf8(bytes).map_err(|error| malformed(error.to_string()))?;
    toml::from_str(&text).map_err(|error| malformed(error.to_string()))
}

type Lists = (Result<Vec<Delegate>, Failure>, Result<Vec<Candidate>, Failure>);

/// Both lists, with the answers that were given to questions of either.
fn read_lists(arguments: &Arguments, language: Language) -> Lists {
    let choices = Choices { answers: arguments.answers.clone(), ..Choices::default() };
    let delegates = read_list(ListKind::Delegates, &arguments.delegates, &choices);
    let candidates = read_list(ListKind::Candidates, &arguments.candidates, &choices);
    let asked = [&delegates, &candidates];
    let usable = asked.iter().all(|reading| reading.findings.is_empty());
    let answered = if usable { unknown_answer(&arguments.answers, &asked, language) } else { Ok(()) };
    let of_delegates = |reading: Reading| match lists::list_of(ListKind::Delegates, &reading) {
        List::Delegates(delegates) if reading.is_clear() => Ok(delegates),
        List::Delegates(_) | List::Candidates(_) => {
            Err(Failure::import(language, &arguments.delegates, reading))
        }
    };
    let of_candidates = |reading: Reading| match lists::list_of(ListKind::Candidates, &reading) {
        List::Candidates(candidates) if reading.is_clear() => Ok(candidates),
        List::Candidates(_) | List::Delegates(_) => {
            Err(Failure::import(language, &arguments.candidates, reading))
        }
    };
    (answered.and_then(|()| of_delegates(delegates)), of_candidates(candidates))
}

fn read_list(kind: ListKind, path: &Path, choices: &Choices) -> Reading {
    match sheets::read_file(path) {
        Ok(bytes) => lists::read(kind, &name_of(path), &bytes, choices),
        Err(problem) => reading::unusable(problem),
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// All three, or every problem of any.
fn all<A, B, C>(
    first: Result<A, Failure>,
    second: Result<B, Failure>,
    third: Result<C, Failure>,
) -> Result<(A, B, C), Failure> {
    match (first, second, third) {
        (Ok(first), Ok(second), Ok(third)) => Ok((first, second, third)),
        (first, second, third) => {
            let problems = [first.err(), second.err(), third.err()];
            Err(problems.into_iter().flatten().reduce(Failure::and).unwrap_or(Failure::Unusable(Vec::new())))
        }
    }
}

fn present(present: &Present, roster: &Roster, language: Language) -> Result<Vec<DelegateNumber>, Failure> {
    let in_office = || roster.delegates().iter().filter(|delegate| delegate.in_office);
    match present {
        Present::Count(count) if *count > roster.in_office().0 => {
            let facts = [("present", count.to_string()), ("in_office", roster.in_office().to_string())];
            let facts: Vec<(&str, &str)> =
                facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
            Err(Failure::plain(language, "cli.present-above-roster", &facts))
        }
        Present::Count(count) => {
            Ok(in_office().take(*count as usize).map(|delegate| delegate.number.clone()).collect())
        }
        Present::Numbers(numbers) => {
            for (place, number) in numbers.iter().enumerate() {
                if !in_office().any(|delegate| delegate.number == *number)
                    || numbers[..place].contains(number)
                {
                    let facts = [("number", number.as_str())];
                    return Err(Failure::plain(language, "cli.present-unknown", &facts));
                }
            }
            Ok(numbers.clone())
        }
    }
}

/// The ballots by round: rounds from 1 without a gap, none with more ballots than delegates present.
fn read_ballots(
    path: &Path,
    candidates: &[Candidate],
    present: &[DelegateNumber],
    language: Language,
) -> Result<BTreeMap<RoundNumber, Vec<BallotRow>>, Failure> {
    let numbers: Vec<CandidateNumber> = candidates.iter().map(|candidate| candidate.number.clone()).collect();
    let bytes = sheets::read_file(path).map_err(|problem| Failure::file(language, path, problem))?;
    let rows = lists::ballots(&name_of(path), &bytes, &numbers)
        .map_err(|reading| Failure::import(language, path, *reading))?;
    let mut rounds: BTreeMap<RoundNumber, Vec<BallotRow>> = BTreeMap::new();
    for row in rows {
        rounds.entry(row.round).or_default().push(row);
    }
    for (expected, (round, ballots)) in (1_u32..).map(RoundNumber).zip(&rounds) {
        let (round, found, most) = (*round, ballots.len().to_string(), present.len().to_string());
        if round != expected {
            return Err(Failure::plain(
                language,
                "cli.ballots-round-missing",
                &[("round", &expected.to_string())],
            ));
        }
        if ballots.len() > present.len() {
            let facts = [("round", round.to_string()), ("ballots", found), ("present", most)];
            let facts: Vec<(&str, &str)> =
                facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
            return Err(Failure::plain(language, "cli.more-ballots-than-present", &facts));
        }
    }
    Ok(rounds)
}

/// A character that no font has would be a blank on paper; better found out now than in the hall.
fn refuse_unprintable(
    arguments: &Arguments,
    fonts: &Fonts,
    profile: &Profile,
    delegates: &[Delegate],
    candidates: &[Candidate],
    language: Language,
) -> Result<(), Failure> {
    let text = profile.text();
    let mut places: Vec<(String, Vec<&str>)> = vec![(
        name_of(&arguments.session),
        [&text.congress, &text.session, &text.presidium, &text.chief]
            .into_iter()
            .chain(&text.scrutineers)
            .chain(&text.tellers)
            .map(String::as_str)
            .collect(),
    )];
    for delegate in delegates {
        let place = format!("{} {}", name_of(&arguments.delegates), delegate.number);
        places.push((place, vec![&delegate.name, &delegate.delegation]));
    }
    for candidate in candidates {
        let place = format!("{} {}", name_of(&arguments.candidates), candidate.number);
        places.push((place, candidate.texts()));
    }
    let mut problems = Vec::new();
    for (place, texts) in places {
        let mut missing = String::new();
        for text in texts {
            missing.extend(fonts.missing(text).map_err(|problem| Failure::unusable(language, &problem))?);
        }
        if !missing.is_empty() {
            problems.push(Failure::plain(
                language,
                "cli.unprintable",
                &[("place", &place), ("characters", &missing)],
            ));
        }
    }
    problems.into_iter().reduce(Failure::and).map_or(Ok(()), Err)
}

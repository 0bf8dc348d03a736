//! The rehearsal itself: every act of a session, in order, as the persons in the hall would do them.

use super::{
    input::Input,
    output::{DATABASE, Output, RECORD, STATION_KEY},
};
use crate::report::Failure;
use crate::wordings;
use ballot_box::KeyCard;
use indicatif::{ProgressBar, ProgressStyle};
use lists::BallotRow;
use messages::Language;
use office::{
    OfficeError, Randomness,
    act::{Office, Operator, Witnessed, with_scrutineer},
    acts::{self, Ceremony, Poll},
    clock::SystemClock,
    papers::{self, Documents, Kind, MadeDocument},
};
use procedure::{
    ballot::{BallotForm, Mark, Marks},
    contest::Contest,
    count::counted,
    number::{CandidateNumber, RoundNumber},
    round::{ActError, Round, RoundError, Signatures},
    rules::Warning,
};
use rand::{SeedableRng, seq::SliceRandom};
use rand_chacha::ChaCha20Rng;
use record_export::Document;
use session_model::{
    Handed, Role, Tray,
    paper_ballot::{LARGEST_BATCH, Reading, Readings, Sheet},
};
use signed_file::Station;
use std::collections::BTreeMap;

/// Random rounds are held while they are called for, this many at the most: a tie can come again and again.
const MOST_RANDOM_ROUNDS: u32 = 5;
/// Everybody's PIN. A rehearsal's cards and slips lie beside its session: it is secret from nobody.
const PIN: &str = "804913";

/// What is stated where rounds are called for that aren't held any more.
const NO_FURTHER_ROUND: &str = "演练到此为止，不再举行后续票决。";

/// Why a rehearsal failed.
pub enum Problem {
    /// An act was refused.
    Refused(OfficeError),
    /// A ballot of a further round marks a candidate who isn't in it.
    MarkOutsideRound { round: RoundNumber, number: CandidateNumber },
}

impl<E: Into<OfficeError>> From<E> for Problem {
    fn from(error: E) -> Self {
        Self::Refused(error.into())
    }
}

impl Problem {
    /// In words.
    pub fn into_failure(self, language: Language) -> Failure {
        match self {
            Self::Refused(error) => Failure::unusable(language, &error),
            Self::MarkOutsideRound { round, number } => Failure::plain(
                language,
                "cli.mark-outside-round",
                &[("round", &round.to_string()), ("number", number.as_str())],
            ),
        }
    }
}

/// A rehearsal at work.
struct Rehearsal<'a> {
    input: &'a Input,
    output: &'a mut Output,
    office: Office,
    operator: Operator,
    witnessed: Witnessed,
    cards: Vec<KeyCard>,
    rng: ChaCha20Rng,
    progress: ProgressBar,
    language: Language,
    warnings: Vec<Warning>,
    published: Vec<MadeDocument>,
}

/// What a rehearsal came to.
pub struct Held {
    /// The rounds as they ended.
    pub rounds: Vec<Round>,
    /// What the law says against the rules, acknowledged when they were adopted.
    pub warnings: Vec<Warning>,
    /// Whether a round is called for that there were no ballots for.
    pub is_pending: bool,
    /// Whether anything was announced.
    pub is_announced: bool,
}

/// Holds the whole session.
pub fn hold(input: &Input, seed: u64, output: &mut Output, language: Language) -> Result<Held, Problem> {
    let mut rehearsal = Rehearsal::begin(input, seed, output, language)?;
    rehearsal.prepare()?;
    loop {
        rehearsal.hold_round()?;
        if !rehearsal.goes_on()? {
            break;
        }
        acts::begin_next(&mut rehearsal.office, &rehearsal.operator)?;
    }
    rehearsal.finish()
}

impl<'a> Rehearsal<'a> {
    fn begin(
        input: &'a Input,
        seed: u64,
        output: &'a mut Output,
        language: Language,
    ) -> Result<Self, Problem> {
        let operator = Operator("rehearsal".to_owned());
        let station = Station::load_or_create(&output.place(STATION_KEY), &mut Randomness::System)?;
        let path = output.place(DATABASE);
        let randomness = Randomness::System;
        let clock = Box::new(SystemClock);
        let office = Office::create(&path, station, clock, randomness, &input.profile, &operator)?;
        let witnessed = with_scrutineer(&input.profile, &operator.0, &input.profile.text().chief)?;
        let rng = ChaCha20Rng::seed_from_u64(seed);
        let progress = ProgressBar::no_length();
        Ok(Self {
            input,
            output,
            office,
            operator,
            witnessed,
            cards: Vec::new(),
            rng,
            progress,
            language,
            warnings: Vec::new(),
            published: Vec::new(),
        })
    }

    fn prepare(&mut self) -> Result<(), Problem> {
        acts::set_delegates(&mut self.office, &self.operator, &self.input.delegates)?;
        acts::set_candidates(&mut self.office, &self.operator, &self.input.candidates)?;
        acts::set_rules(&mut self.office, &self.operator, &self.input.rules)?;
        acts::begin(&mut self.office, &self.operator)?;
        self.set_pin(Role::Operator, &self.operator.0.clone())
    }

    fn set_pin(&mut self, role: Role, name: &str) -> Result<(), Problem> {
        Ok(acts::set_pin(&mut self.office, &self.operator, role, name, PIN)?)
    }

    /// One round, from its adoption to its announcement or its end as void.
    fn hold_round(&mut self) -> Result<(), Problem> {
        let warnings = acts::warnings(&self.office)?;
        acts::adopt(&mut self.office, &self.operator, &warnings)?;
        let news: Vec<Warning> =
            warnings.into_iter().filter(|warning| !self.warnings.contains(warning)).collect();
        self.warnings.extend(news);
        let round = self.office.round()?;
        let contest = round.contest().clone();
        let form = contest.form()?;
        let (valid, broken) = self.ballots(&contest, &form)?;
        let ceremony = self.seal(counted(broken.len()))?;
        acts::open_check_in(&mut self.office, &self.operator)?;
        self.check_in(broken.len())?;
        match acts::open_poll(&mut self.office, &self.witnessed) {
            Ok(()) => {}
            Err(OfficeError::Round(RoundError::Act(ActError::QuorumMissing { .. }))) => {
                acts::void_for_quorum(&mut self.office, &self.witnessed)?;
                return Ok(());
            }
            Err(error) => return Err(error.into()),
        }
        self.cast(&ceremony, &valid, &broken)?;
        self.count(&ceremony, valid.len(), broken.len())
    }

    /// The key ceremony and the slips, one for each delegate in office. A further round is opened by the same cards.
    fn seal(&mut self, paper: u32) -> Result<Ceremony, Problem> {
        let in_office = self.input.delegates.iter().filter(|delegate| delegate.in_office).count();
        let slips = counted(in_office);
        let mut ceremony = acts::begin_ceremony(&mut self.office, slips, paper)?;
        if !ceremony.cards().is_empty() {
            for holder in self.input.profile.card_holders() {
                self.set_pin(Role::Scrutineer, holder)?;
            }
        }
        acts::output_all(&mut self.office, &self.witnessed, &mut ceremony, "")?;
        let paper = papers::slips(&self.office, &self.input.fonts, &ceremony)?;
        self.output.write(&paper)?;
        for card in papers::key_cards(&self.office, &self.input.fonts, &ceremony)? {
            self.output.write(&card)?;
        }
        // Read back as from paper: what is presented at the count is what was printed.
        for card in ceremony.cards() {
            self.cards.push(KeyCard::parse(&card.rows().join(" "))?);
        }
        acts::seal(&mut self.office, &self.witnessed, &ceremony)?;
        Ok(ceremony)
    }

    /// Those present draw a slip, but for those who take a paper ballot.
    fn check_in(&mut self, paper: usize) -> Result<(), Problem> {
        for (place, number) in self.input.present.iter().enumerate() {
            let handed = if place < paper { Handed::Paper } else { Handed::Slip };
            acts::check_in(&mut self.office, &self.operator, number, handed)?;
        }
        Ok(())
    }

    /// The round's ballots: those that keep the selection rule, and those that break it and are on paper.
    fn ballots(&mut self, contest: &Contest, form: &BallotForm) -> Result<(Vec<Marks>, Vec<Marks>), Problem> {
        let round = contest.round();
        let Some(ballots) = &self.input.ballots else {
            let voters = self.input.present.len();
            return Ok((
                (0..voters).map(|_| office::random_marks(form, &mut self.rng)).collect(),
                Vec::new(),
            ));
        };
        let mut marks = Vec::new();
        for row in ballots.get(&round).into_iter().flatten() {
            marks.push(self.marks_of(row, contest)?);
        }
        Ok(marks.into_iter().partition(|marks| form.check(marks).is_ok()))
    }

    /// A row's marks on the candidates of this round.
    fn marks_of(&self, row: &BallotRow, contest: &Contest) -> Result<Marks, Problem> {
        let mut marks = Vec::new();
        for (candidate, mark) in self.input.candidates.iter().zip(&row.marks.0) {
            if contest.list.find(&candidate.number).is_some() {
                marks.push(*mark);
            } else if *mark != Mark::Abstain {
                let number = candidate.number.clone();
                return Err(Problem::MarkOutsideRound { round: row.round, number });
            }
        }
        Ok(Marks(marks))
    }

    /// Casts every ballot through a slip drawn from the shuffled pile, in a shuffled order.
    fn cast(&mut self, ceremony: &Ceremony, valid: &[Marks], broken: &[Marks]) -> Result<(), Problem> {
        let mut pile: Vec<_> = ceremony.codes().iter().collect();
        pile.shuffle(&mut self.rng);
        let mut order: Vec<&Marks> = valid.iter().collect();
        order.shuffle(&mut self.rng);
        self.show(valid.len(), "cli.casting");
        let mut poll = Poll::open(&mut self.office)?;
        for (code, marks) in pile.into_iter().zip(order) {
            poll.cast(code, marks)?;
            self.progress.inc(1);
        }
        for pile in broken.chunks(LARGEST_BATCH) {
            let read = |reader: &str| Reading {
                reader: reader.to_owned(),
                sheets: pile.iter().cloned().map(Sheet::Marked).collect(),
            };
            // The chief scrutineer reads as well: a session need not have two tellers.
            let text = self.input.profile.text();
            let teller = text.tellers.first().unwrap_or(&text.chief);
            let readings = Readings::new(&self.input.profile, poll.form(), read(teller), read(&text.chief))?;
            poll.enter_batch(&self.witnessed, readings.resolve(BTreeMap::new())?)?;
        }
        Ok(())
    }

    fn count(&mut self, ceremony: &Ceremony, slips: usize, paper: usize) -> Result<(), Problem> {
        let tray = Tray { slips: counted(slips), paper: counted(paper) };
        let check = acts::rehearsed_piles(&self.office, ceremony.codes(), tray.slips)?;
        acts::close_poll(&mut self.office, &self.witnessed, tray, None, &check)?;
        self.show(slips, "cli.counting");
        let needed = self.input.profile.text().threshold as usize;
        let progress = self.progress.clone();
        acts::count(&mut self.office, &self.witnessed, &self.cards[..needed], &|done| {
            progress.set_position(done as u64);
            true
        })?;
        if matches!(self.office.round()?, Round::Counted(_)) {
            self.draw_lots()?;
            let signatures = self.signatures();
            acts::confirm(&mut self.office, &self.witnessed, signatures)?;
            acts::announce(&mut self.office, &self.operator)?;
        }
        Ok(())
    }

    /// Where the rules ask for lots, the rehearsal draws them.
    fn draw_lots(&mut self) -> Result<(), Problem> {
        let Round::Counted(counted) = self.office.round()? else { return Ok(()) };
        let mut drawn = Vec::new();
        for call in &counted.decision.lots {
            let mut numbers = call.numbers.clone();
            numbers.shuffle(&mut self.rng);
            drawn.extend(numbers.into_iter().take(call.seats.as_usize()));
        }
        if !drawn.is_empty() {
            acts::draw_lots(&mut self.office, &self.witnessed, &drawn)?;
        }
        Ok(())
    }

    fn signatures(&self) -> Signatures {
        let text = self.input.profile.text();
        Signatures {
            chief: text.chief.clone(),
            scrutineers: text.scrutineers.clone(),
            tellers: text.tellers.clone(),
        }
    }

    /// Makes the record with every document that isn't secret.
    fn record(&mut self) -> Result<(), Problem> {
        for MadeDocument { name, bytes, rests_on } in &self.published {
            acts::issue_document(&mut self.office, &self.operator, name, bytes, *rests_on)?;
        }
        let mut documents = Vec::new();
        for paper in &self.published {
            documents.push(Document { name: &paper.name, bytes: &paper.bytes });
        }
        record_export::save(&self.office, &documents, &self.output.place(RECORD))?;
        Ok(())
    }

    /// Whether another round is called for and there are ballots for it. Where they are drawn at random, a void round
    /// isn't voted again: as many would come, and no quorum again.
    fn goes_on(&self) -> Result<bool, Problem> {
        let round = self.office.round()?;
        let next = round.number().later(1);
        let has_ballots = match &self.input.ballots {
            Some(ballots) => ballots.contains_key(&next),
            None => next.0 <= MOST_RANDOM_ROUNDS && !matches!(round, Round::Void(_)),
        };
        Ok(has_ballots && !acts::pending_contests(&self.office)?.is_empty())
    }

    fn finish(mut self) -> Result<Held, Problem> {
        self.progress.finish_and_clear();
        if !acts::pending_contests(&self.office)?.is_empty() {
            acts::end_rounds(&mut self.office, &self.witnessed, NO_FURTHER_ROUND)?;
        }
        let is_announced = self.write_documents()?;
        self.record()?;
        Ok(Held {
            rounds: self.office.store().rounds()?,
            warnings: self.warnings,
            is_pending: !acts::pending_contests(&self.office)?.is_empty(),
            is_announced,
        })
    }

    /// Writes every document that the session has come to; says whether the announcement is among them.
    fn write_documents(&mut self) -> Result<bool, Problem> {
        let documents = Documents::new(&self.office, &self.input.fonts, None)?;
        let mut is_announced = false;
        for (document, standing) in documents.list()? {
            if let (Some(_), Some(paper)) = (standing, documents.make(document)?) {
                is_announced |= document.kind() == Kind::Announcement;
                self.output.write(&paper)?;
                for beside in documents.make_beside(document, self.input.ofd)? {
                    self.output.write(&beside)?;
                }
                if !document.kind().is_table() {
                    self.published.push(paper);
                }
            }
        }
        Ok(is_announced)
    }

    /// Progress on a terminal; nothing in a pipe.
    fn show(&mut self, length: usize, code: &str) {
        let what = wordings::text(self.language, code, &[]);
        let style = ProgressStyle::with_template("{msg} {bar:40} {pos}/{len}");
        self.progress = ProgressBar::new(length as u64).with_message(what);
        if let Ok(style) = style {
            self.progress.set_style(style);
        }
    }
}

//! The key ceremony and the slips. What is secret is in memory until it is printed and read back; then the box is sealed.

use crate::{
    Desk, DeskError, kiosks, paper,
    session::{folder_of, moved_on},
    state::{Open, State, two_persons},
    types::{self, *},
};
use ballot_box::KeyCard;
use office::{
    acts::{self, Ceremony},
    model::{Role as OfficeRole, ZoneSlips},
    papers::{self, MadeDocument},
};
use procedure::{count::counted, round::Round};
use rand::Rng;

/// Pixels of a card's picture: readable, and its QR can be scanned from the screen.
const CARD_WIDTH: u32 = 900;

/// A ceremony under way.
pub(crate) struct CeremonyAtWork {
    pub ceremony: Ceremony,
    /// By card: the row that is asked back, and whether the scrutineer has read it back.
    cards: Vec<CardAtWork>,
    slips_out: bool,
}

struct CardAtWork {
    asked_row: usize,
    done: bool,
}

impl CeremonyAtWork {
    pub fn new(ceremony: Ceremony) -> Self {
        let mut rng = rand::rngs::OsRng;
        let card =
            |card: &KeyCard| CardAtWork { asked_row: rng.gen_range(0..card.rows().len()), done: false };
        Self { cards: ceremony.cards().iter().map(card).collect(), ceremony, slips_out: false }
    }

    fn cards_done(&self) -> bool {
        self.cards.iter().all(|card| card.done)
    }

    /// The next card in order; none where all are done.
    fn next(&self) -> Option<u32> {
        let place = self.cards.iter().position(|card| !card.done)?;
        u32::try_from(place + 1).ok()
    }
}

/// Whether the cards are all dealt and read back, so that slips are next.
pub(crate) fn cards_are_done(open: &Open) -> bool {
    open.ceremony.as_ref().is_some_and(CeremonyAtWork::cards_done)
}

pub(crate) fn ceremony(desk: &Desk, _: Nothing) -> Result<CeremonyView, Problem> {
    desk.with(|open| view(open))
}

fn view(open: &Open) -> Result<CeremonyView, Problem> {
    let profile = open.office.store().profile()?;
    let round = open.round()?;
    let sealed = match &round {
        Some(Round::Sealed(sealed)) => Some(sealed.sealing.slips),
        Some(Round::CheckIn(check_in)) => Some(check_in.sealing.slips),
        Some(Round::Polling(polling)) => Some(polling.sealing.slips),
        Some(Round::Suspended(suspended)) => Some(suspended.polling.sealing.slips),
        _ => None,
    };
    let past = matches!(
        round,
        Some(
            Round::Closed(_) | Round::Counted(_) | Round::Confirmed(_) | Round::Announced(_) | Round::Void(_)
        )
    );
    let stage = match &open.ceremony {
        _ if sealed.is_some() || past => "sealed",
        None => "none",
        Some(ceremony) if ceremony.cards_done() => "slips",
        Some(_) => "cards",
    };
    let cards = open.ceremony.as_ref().map(|work| &work.cards);
    let done = |place: usize| {
        stage == "sealed" || cards.is_some_and(|cards| cards.get(place).is_none_or(|card| card.done))
    };
    let holders = (1..).zip(profile.card_holders()).enumerate();
    let adopted = matches!(round, Some(Round::Adopted(_)));
    Ok(CeremonyView {
        stage: stage.to_owned(),
        holders: holders
            .map(|(place, (holder, name))| CardHolder { holder, name: name.to_owned(), done: done(place) })
            .collect(),
        threshold: profile.text().threshold,
        cards_again: cards_again(open)?,
        delegates: round.as_ref().map_or(0, |round| round.contest().delegates.0),
        slips: sealed.unwrap_or_else(|| {
            let made = open.ceremony.as_ref().map_or(0, |work| work.ceremony.codes().len());
            counted(made)
        }),
        paper: paper_made(open, sealed.is_some())?,
        zones: zones(open, round.as_ref(), sealed.is_some())?,
        slips_out: open.ceremony.as_ref().is_some_and(|work| work.slips_out),
        problem: (!adopted && sealed.is_none() && !past).then(|| DeskError::NeedsAdoption.into()),
    })
}

/// How many paper ballots were made, or the sealed round takes.
fn paper_made(open: &Open, sealed: bool) -> Result<u32, Problem> {
    if sealed {
        return Ok(open.office.store().slips_made()?.1);
    }
    Ok(open.ceremony.as_ref().map_or(0, |work| work.ceremony.paper()))
}

/// The zones with their slips: as they were made, or of the sealed round.
fn zones(open: &Open, round: Option<&Round>, sealed: bool) -> Result<Vec<types::ZoneSlips>, Problem> {
    if let (Some(round), true) = (round, sealed) {
        return kiosks::zones_made(&open.office, round.contest().round());
    }
    let made = open.ceremony.as_ref().map(|work| work.ceremony.zones()).unwrap_or_default();
    let by_zone = made.chunk_by(|one, next| one == next);
    Ok(by_zone
        .filter_map(|slips| {
            let zone = kiosks::zone_name(*slips.first()?);
            Some(types::ZoneSlips { zone, slips: counted(slips.len()) })
        })
        .collect())
}

/// A further round is opened by the cards of the one before, where that one was sealed.
fn cards_again(open: &Open) -> Result<bool, Problem> {
    let before = open.round()?.map_or(0, |round| round.contest().round().saturating_sub(1));
    Ok(open.office.store().keys(before)?.is_some())
}

pub(crate) fn begin_ceremony(desk: &Desk, request: BeginCeremony) -> Result<CeremonyView, Problem> {
    desk.with(|open| {
        let Some(Round::Adopted(adopted)) = open.round()? else {
            return Err(DeskError::CeremonyNotNow.into());
        };
        if open.ceremony.is_some() {
            return Err(DeskError::CeremonyUnderWay.into());
        }
        let delegates = adopted.contest.delegates.0;
        let slips = ZoneSlips::new(&request.slips)?;
        if slips.total() < delegates {
            return Err(DeskError::SlipsTooFew { slips: slips.total(), delegates }.into());
        }
        open.ceremony = Some(CeremonyAtWork::new(deal(open, slips, request.paper)?));
        view(open)
    })
}

/// Deals new cards, or makes slips for those of the round before.
pub(crate) fn deal(open: &mut Open, slips: impl Into<ZoneSlips>, paper: u32) -> Result<Ceremony, Problem> {
    Ok(if cards_again(open)? {
        acts::reuse_cards(&mut open.office, slips, paper)?
    } else {
        acts::prepare_sealing(&mut open.office, slips, paper)?
    })
}

pub(crate) fn abandon_ceremony(desk: &Desk, _: Nothing) -> Result<CeremonyView, Problem> {
    desk.with(|open| {
        open.ceremony = None;
        view(open)
    })
}

/// The card of a scrutineer whose turn it is.
fn card_in_turn(open: &Open, holder: u32) -> Result<(&CeremonyAtWork, usize), Problem> {
    let work = open.ceremony.as_ref().ok_or(DeskError::NoCeremony)?;
    let profile = open.office.store().profile()?;
    let names = profile.card_holders();
    match work.next() {
        Some(next) if next == holder => Ok((work, holder as usize - 1)),
        Some(next) => {
            let name = names.get(next as usize - 1).copied().unwrap_or_default().to_owned();
            Err(DeskError::CardsInOrder { name }.into())
        }
        None => Err(DeskError::NoCeremony.into()),
    }
}

fn card_paper(desk: &Desk, open: &Open, holder: u32) -> Result<MadeDocument, Problem> {
    let (work, place) = card_in_turn(open, holder)?;
    let mut papers = papers::key_cards(&open.office, desk.fonts()?, &work.ceremony)?;
    Ok(papers.swap_remove(place))
}

pub(crate) fn key_card(desk: &Desk, request: WhichCard) -> Result<KeyCardView, Problem> {
    desk.with(|open| {
        let paper = card_paper(desk, open, request.holder)?;
        let (work, place) = card_in_turn(open, request.holder)?;
        let profile = open.office.store().profile()?;
        Ok(KeyCardView {
            name: profile.card_holders().get(place).copied().unwrap_or_default().to_owned(),
            picture: paper::picture(&paper.bytes, 1, CARD_WIDTH)?.picture,
            asked_row: counted(work.cards[place].asked_row + 1),
            rows: counted(work.ceremony.cards()[place].rows().len()),
        })
    })
}

pub(crate) fn print_card(desk: &Desk, request: PrintCard) -> Result<Nothing, Problem> {
    desk.with(|open| {
        let paper = card_paper(desk, open, request.holder)?;
        paper::print(&paper, &request.printer, paper::Job::ONE)?;
        Ok(Nothing {})
    })
}

pub(crate) fn save_card(desk: &Desk, request: SaveCard) -> Result<Written, Problem> {
    desk.with(|open| {
        let paper = card_paper(desk, open, request.holder)?;
        let folder = folder_of(desk, open, &request.folder)?;
        Ok(Written { paths: vec![paper::save(&paper, &folder)?] })
    })
}

pub(crate) fn confirm_key_card(desk: &Desk, request: ConfirmKeyCard) -> Result<CeremonyView, Problem> {
    desk.with(|open| {
        let (work, place) = card_in_turn(open, request.holder)?;
        check_read_back(&work.ceremony.cards()[place], work.cards[place].asked_row, &request.typed)?;
        let profile = open.office.store().profile()?;
        let name = profile.card_holders().get(place).copied().unwrap_or_default().to_owned();
        let by = open.operator();
        acts::set_pin(&mut open.office, &by, OfficeRole::Scrutineer, &name, &request.pin)?;
        if let Some(work) = open.ceremony.as_mut() {
            work.cards[place].done = true;
        }
        view(open)
    })
}

/// What was read back from paper must be the card: the whole of it as scanned, or the row that was asked for.
fn check_read_back(card: &KeyCard, asked_row: usize, typed: &str) -> Result<(), Problem> {
    let plain = |text: &str| -> String {
        text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
    };
    let whole = KeyCard::parse(typed).is_ok_and(|read| *read.scanned() == *card.scanned());
    let row = card.rows().get(asked_row).is_some_and(|row| plain(row) == plain(typed));
    if whole || row { Ok(()) } else { Err(DeskError::CardReadWrong { row: counted(asked_row + 1) }.into()) }
}

fn slips_paper(desk: &Desk, open: &Open) -> Result<MadeDocument, Problem> {
    let work = open.ceremony.as_ref().ok_or(DeskError::NoCeremony)?;
    if !work.cards_done() {
        return Err(DeskError::CardsMissing.into());
    }
    Ok(papers::slips(&open.office, desk.fonts()?, &work.ceremony)?)
}

fn slips_are_out(open: &mut Open) {
    if let Some(work) = open.ceremony.as_mut() {
        work.slips_out = true;
    }
}

pub(crate) fn print_slips(desk: &Desk, request: PrintTo) -> Result<CeremonyView, Problem> {
    desk.with(|open| {
        paper::print(&slips_paper(desk, open)?, &request.printer, paper::Job::ONE)?;
        slips_are_out(open);
        view(open)
    })
}

pub(crate) fn save_slips(desk: &Desk, request: SaveTo) -> Result<Written, Problem> {
    desk.with(|open| {
        let folder = folder_of(desk, open, &request.folder)?;
        let path = paper::save(&slips_paper(desk, open)?, &folder)?;
        slips_are_out(open);
        Ok(Written { paths: vec![path] })
    })
}

pub(crate) fn seal(desk: &Desk, request: Seal) -> Result<Session, Problem> {
    let mut state = desk.state();
    let State { pins, open, .. } = &mut *state;
    let open = open.as_mut().ok_or(DeskError::NoSessionOpen)?;
    let work = open.ceremony.as_ref().ok_or(DeskError::NoCeremony)?;
    if !work.cards_done() {
        return Err(DeskError::CardsMissing.into());
    }
    if !work.slips_out {
        return Err(DeskError::SlipsNotOut.into());
    }
    let by = two_persons(pins, open, &request.by)?;
    let work = open.ceremony.take().ok_or(DeskError::NoCeremony)?;
    let sealed = acts::seal(&mut open.office, &by, &work.ceremony);
    if let Err(error) = sealed {
        open.ceremony = Some(work);
        return Err(error.into());
    }
    moved_on(desk, open)
}

/// What a scrutineer's card is, for the count's list of holders.
pub(crate) fn holders(open: &Open, presented: &[KeyCard]) -> Result<Vec<CardHolder>, Problem> {
    let profile = open.office.store().profile()?;
    let held = (1..).zip(profile.card_holders());
    Ok(held
        .map(|(holder, name)| CardHolder {
            holder,
            name: name.to_owned(),
            done: presented.iter().any(|card| card.holder() == holder),
        })
        .collect())
}

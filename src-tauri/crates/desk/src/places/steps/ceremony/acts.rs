//! Dealing the cards, giving them out one by one, printing the slips, sealing the box.

use crate::{
    machine::{
        files::save,
        known::refuse_known_key,
        pictures::picture,
        printing::{Job, print, refuse_unknown_printer},
    },
    open::{
        ceremony::{CardAtWork, CeremonyAtWork},
        desk::Desk,
        session::Open,
    },
    places::steps::ceremony::turn::{card_in_turn, holder_of},
};
use ballot_box::KeyCard;
use office::{
    act::with_scrutineer,
    acts,
    papers::{self, MadeDocument},
};
use procedure::count::counted;
use procedure::round::Round;
use session_model::{OutputWay, Role as OfficeRole, ZoneSlips};
use wire::{
    BeginCeremony, CardPin, ConfirmKeyCard, DeskError, KeyCardView, Nothing, OnceMore, PrintCard, PrintSlips,
    Problem, SaveCard, SaveSlips, Seal, ShowCard, TwoPersons, Written,
};

/// Pixels of a card's picture: readable, and its QR can be scanned from the screen.
const CARD_WIDTH: u32 = 900;

pub(crate) fn begin_ceremony(desk: &Desk, open: &mut Open, request: BeginCeremony) -> Result<(), Problem> {
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
    let ceremony = acts::begin_ceremony(&mut open.office, slips, request.paper)?;
    refuse_known_key(&desk.folders, &open.id, &ceremony.key().fingerprint())?;
    open.ceremony = Some(CeremonyAtWork::new(ceremony));
    Ok(())
}

pub(crate) fn abandon_ceremony(_: &Desk, open: &mut Open, _: Nothing) -> Result<(), Problem> {
    open.ceremony = None;
    Ok(())
}

/// The scrutineer whose turn it is sets their first PIN, and may take their card out.
pub(crate) fn set_card_pin(_: &Desk, open: &mut Open, request: CardPin) -> Result<(), Problem> {
    card_in_turn(open, request.holder)?;
    let (name, by) = (holder_of(open, request.holder)?, open.operator());
    acts::set_pin(&mut open.office, &by, OfficeRole::Scrutineer, &name, &request.pin)?;
    let card = card_at_work(open, request.holder)?;
    card.pin_set = true;
    card.uncovered = true;
    Ok(())
}

/// The scrutineer whose turn it is types the PIN that they have, and may take their card out.
pub(crate) fn uncover_card(desk: &Desk, open: &mut Open, request: CardPin) -> Result<(), Problem> {
    card_in_turn(open, request.holder)?;
    let name = holder_of(open, request.holder)?;
    desk.attempt(&open.id, || {
        acts::check_pin(&mut open.office, OfficeRole::Scrutineer, &name, &request.pin)
    })?;
    card_at_work(open, request.holder)?.uncovered = true;
    Ok(())
}

pub(crate) fn cover_card(_: &Desk, open: &mut Open, _: Nothing) -> Result<(), Problem> {
    if let Some(work) = open.ceremony.as_mut() {
        work.cover();
    }
    Ok(())
}

fn card_at_work(open: &mut Open, holder: u32) -> Result<&mut CardAtWork, Problem> {
    let work = open.ceremony.as_mut().ok_or(DeskError::NoCeremony)?;
    Ok(work.cards.get_mut(holder as usize - 1).ok_or(DeskError::NoCeremony)?)
}

/// The card of the scrutineer whose turn it is, once its output is logged. Fails where its scrutineer hasn't typed their PIN.
fn give_card_out(
    desk: &Desk,
    open: &mut Open,
    holder: u32,
    way: OutputWay,
    once_more: Option<&OnceMore>,
) -> Result<MadeDocument, Problem> {
    let (work, place) = card_in_turn(open, holder)?;
    let is_uncovered = work.cards[place].uncovered;
    let name = holder_of(open, holder)?;
    let by = match once_more {
        Some(once_more) => desk.with_two(open, &once_more.by)?,
        None if is_uncovered => with_scrutineer(&open.office.store().profile()?, &open.person.name, &name)?,
        None => return Err(DeskError::CardCovered { name }.into()),
    };
    let work = open.ceremony.as_mut().ok_or(DeskError::NoCeremony)?;
    let mut cards = papers::key_cards(&open.office, desk.fonts()?, &work.ceremony)?;
    let reason = once_more.map(|once_more| once_more.reason.as_str());
    acts::output_card(&mut open.office, &by, &mut work.ceremony, holder, way, reason)?;
    work.cards[place].uncovered = true;
    Ok(cards.swap_remove(place))
}

pub(crate) fn key_card(desk: &Desk, open: &mut Open, request: ShowCard) -> Result<KeyCardView, Problem> {
    let once_more = request.once_more.as_ref();
    let card = give_card_out(desk, open, request.holder, OutputWay::Shown, once_more)?;
    Ok(KeyCardView {
        name: holder_of(open, request.holder)?,
        picture: picture(&card.bytes, 1, CARD_WIDTH)?.picture,
    })
}

pub(crate) fn print_card(desk: &Desk, open: &mut Open, request: PrintCard) -> Result<(), Problem> {
    refuse_unknown_printer(&request.printer)?;
    let once_more = request.once_more.as_ref();
    let card = give_card_out(desk, open, request.holder, OutputWay::Printed, once_more)?;
    print(&card, &request.printer, Job::ONE)
}

pub(crate) fn save_card(desk: &Desk, open: &mut Open, request: SaveCard) -> Result<Written, Problem> {
    let folder = desk.folders.chosen(&open.id, &request.folder)?;
    let once_more = request.once_more.as_ref();
    let card = give_card_out(desk, open, request.holder, OutputWay::Saved, once_more)?;
    Ok(Written { paths: vec![save(&card, &folder)?] })
}

pub(crate) fn confirm_key_card(_: &Desk, open: &mut Open, request: ConfirmKeyCard) -> Result<(), Problem> {
    let (work, place) = card_in_turn(open, request.holder)?;
    if !work.cards[place].uncovered {
        return Err(DeskError::CardCovered { name: holder_of(open, request.holder)? }.into());
    }
    check_read_back(&work.ceremony.cards()[place], work.cards[place].asked_row, &request.typed)?;
    let card = card_at_work(open, request.holder)?;
    card.done = true;
    card.uncovered = false;
    Ok(())
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

/// The slips, once their output by two persons is logged.
fn give_slips_out(
    desk: &Desk,
    open: &mut Open,
    way: OutputWay,
    by: &TwoPersons,
    reason: &str,
) -> Result<MadeDocument, Problem> {
    open.ceremony.as_ref().ok_or(DeskError::NoCeremony)?.refuse_missing_cards()?;
    let by = desk.with_two(open, by)?;
    let work = open.ceremony.as_mut().ok_or(DeskError::NoCeremony)?;
    let slips = papers::slips(&open.office, desk.fonts()?, &work.ceremony)?;
    acts::output_slips(&mut open.office, &by, &mut work.ceremony, way, Some(reason))?;
    Ok(slips)
}

pub(crate) fn print_slips(desk: &Desk, open: &mut Open, request: PrintSlips) -> Result<(), Problem> {
    refuse_unknown_printer(&request.printer)?;
    let slips = give_slips_out(desk, open, OutputWay::Printed, &request.by, &request.reason)?;
    print(&slips, &request.printer, Job::ONE)
}

pub(crate) fn save_slips(desk: &Desk, open: &mut Open, request: SaveSlips) -> Result<Written, Problem> {
    let folder = desk.folders.chosen(&open.id, &request.folder)?;
    let slips = give_slips_out(desk, open, OutputWay::Saved, &request.by, &request.reason)?;
    Ok(Written { paths: vec![save(&slips, &folder)?] })
}

pub(crate) fn seal(desk: &Desk, open: &mut Open, request: Seal) -> Result<(), Problem> {
    let work = open.ceremony.as_ref().ok_or(DeskError::NoCeremony)?;
    work.refuse_missing_cards()?;
    if !work.ceremony.are_slips_out() {
        return Err(DeskError::SlipsNotOut.into());
    }
    let by = desk.with_two(open, &request.by)?;
    let work = open.ceremony.as_ref().ok_or(DeskError::NoCeremony)?;
    acts::seal(&mut open.office, &by, &work.ceremony)?;
    open.ceremony = None;
    Ok(())
}

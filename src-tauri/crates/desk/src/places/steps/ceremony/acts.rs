//! Dealing the cards, handing them out one by one, printing the slips, sealing the box.

use crate::{
    machine::{
        files::save,
        printing::{Job, print},
    },
    open::{ceremony::CeremonyAtWork, desk::Desk, session::Open},
};
use ballot_box::KeyCard;
use office::{
    acts,
    model::{Role as OfficeRole, ZoneSlips},
    papers::{self, MadeDocument},
};
use procedure::count::counted;
use procedure::round::Round;
use wire::{
    BeginCeremony, ConfirmKeyCard, DeskError, Nothing, PrintCard, PrintTo, Problem, SaveCard, SaveTo, Seal,
    Written,
};

pub(crate) fn begin_ceremony(_: &Desk, open: &mut Open, request: BeginCeremony) -> Result<(), Problem> {
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
    open.ceremony = Some(CeremonyAtWork::new(acts::begin_ceremony(&mut open.office, slips, request.paper)?));
    Ok(())
}

pub(crate) fn abandon_ceremony(_: &Desk, open: &mut Open, _: Nothing) -> Result<(), Problem> {
    open.ceremony = None;
    Ok(())
}

/// The card of a scrutineer whose turn it is.
pub(super) fn card_in_turn(open: &Open, holder: u32) -> Result<(&CeremonyAtWork, usize), Problem> {
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

pub(super) fn card_document(desk: &Desk, open: &Open, holder: u32) -> Result<MadeDocument, Problem> {
    let (work, place) = card_in_turn(open, holder)?;
    let mut cards = papers::key_cards(&open.office, desk.fonts()?, &work.ceremony)?;
    Ok(cards.swap_remove(place))
}

pub(crate) fn print_card(desk: &Desk, open: &mut Open, request: PrintCard) -> Result<Nothing, Problem> {
    let card = card_document(desk, open, request.holder)?;
    print(&card, &request.printer, Job::ONE)?;
    Ok(Nothing {})
}

pub(crate) fn save_card(desk: &Desk, open: &mut Open, request: SaveCard) -> Result<Written, Problem> {
    let card = card_document(desk, open, request.holder)?;
    let folder = desk.folders.chosen(&open.id, &request.folder)?;
    Ok(Written { paths: vec![save(&card, &folder)?] })
}

pub(crate) fn confirm_key_card(_: &Desk, open: &mut Open, request: ConfirmKeyCard) -> Result<(), Problem> {
    let (work, place) = card_in_turn(open, request.holder)?;
    check_read_back(&work.ceremony.cards()[place], work.cards[place].asked_row, &request.typed)?;
    let profile = open.office.store().profile()?;
    let name = profile.card_holders().get(place).copied().unwrap_or_default().to_owned();
    let by = open.operator();
    acts::set_pin(&mut open.office, &by, OfficeRole::Scrutineer, &name, &request.pin)?;
    if let Some(work) = open.ceremony.as_mut() {
        work.cards[place].done = true;
    }
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

fn slips_document(desk: &Desk, open: &Open) -> Result<MadeDocument, Problem> {
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

pub(crate) fn print_slips(desk: &Desk, open: &mut Open, request: PrintTo) -> Result<(), Problem> {
    print(&slips_document(desk, open)?, &request.printer, Job::ONE)?;
    slips_are_out(open);
    Ok(())
}

pub(crate) fn save_slips(desk: &Desk, open: &mut Open, request: SaveTo) -> Result<Written, Problem> {
    let folder = desk.folders.chosen(&open.id, &request.folder)?;
    let path = save(&slips_document(desk, open)?, &folder)?;
    slips_are_out(open);
    Ok(Written { paths: vec![path] })
}

pub(crate) fn seal(desk: &Desk, open: &mut Open, request: Seal) -> Result<(), Problem> {
    let work = open.ceremony.as_ref().ok_or(DeskError::NoCeremony)?;
    work.refuse_missing_cards()?;
    if !work.slips_out {
        return Err(DeskError::SlipsNotOut.into());
    }
    let by = desk.with_two(open, &request.by)?;
    let work = open.ceremony.as_ref().ok_or(DeskError::NoCeremony)?;
    acts::seal(&mut open.office, &by, &work.ceremony)?;
    open.ceremony = None;
    Ok(())
}

//! The open box as a whole: nothing in it was altered since it was laid out, but by casts.

use super::{
    rounds::Keys,
    slip_list,
    slots::{NO_TOKEN, OpenBox, Slot, SlotState, add, filler, head, token_filler},
};
use crate::errors::{ContentError, StoreError};
use ballot_box::{SealedBallot, SlipTag, SlipToken, TokenHash, root};
use rusqlite::Connection;

/// Reads the whole box, and checks that no slot was altered, added, dropped or put back: each row against its code of
/// authentication, the noise of unused slots against what it was, the used ones against the box' sum, the tags against
/// the root fixed at the sealing, the tokens of spent slips against the list committed to then.
pub fn verified(connection: &Connection, open: OpenBox<'_>, keys: &Keys) -> Result<Vec<Slot>, StoreError> {
    let list = slip_list::by_tag(connection, open.round)?;
    let mut select = connection.prepare("SELECT tag, state, token, ballot, mac FROM slot ORDER BY tag")?;
    let mut rows = select.query([])?;
    let mut slots = Vec::new();
    let mut sum = [0; 32];
    while let Some(row) = rows.next()? {
        let tag = SlipTag(row.get(0)?);
        let altered = || ContentError::SlotAltered { tag };
        let state = SlotState::of(row.get(1)?).ok_or_else(altered)?;
        let token = SlipToken(row.get(2)?);
        let ballot: Vec<u8> = row.get(3)?;
        let mac: [u8; 32] = row.get(4)?;
        let unfilled = state != SlotState::Spent;
        let token_holds = match list.get(&tag) {
            None => list.is_empty() && token == NO_TOKEN,
            Some(listed) => fits_list(listed, state, &token, &token_filler(&keys.slips, &tag)),
        };
        if mac != open.row_mac(&tag, state, &token, &ballot)
            || unfilled && ballot != filler(&keys.slips, &tag, ballot.len())
            || !token_holds
        {
            return Err(altered().into());
        }
        if matches!(state, SlotState::Spent | SlotState::Cancelled) {
            add(&mut sum, &open.share(&mac));
        }
        slots.push(Slot { tag, state, token, ballot: SealedBallot::from_bytes(ballot) });
    }
    let tags_hold = root(slots.iter().map(|slot| slot.tag.0)) == keys.slips_root;
    if tags_hold && paper_adds_up(&slots, keys.paper) && head(connection, open)? == sum {
        Ok(slots)
    } else {
        Err(ContentError::SlipsAltered.into())
    }
}

/// Whether a slot's token is what its state and the committed list ask for. A slip's is there where it was spent, also where
/// its ballot was taken out again because it was spent twice.
fn fits_list(listed: &TokenHash, state: SlotState, token: &SlipToken, noise: &SlipToken) -> bool {
    let is_paper = *listed == TokenHash::OF_PAPER;
    let is_slips = token.hash() == *listed;
    match state {
        SlotState::Spent => {
            if is_paper {
                token == noise
            } else {
                is_slips
            }
        }
        SlotState::Cancelled => !is_paper && (token == noise || is_slips),
        SlotState::Unused => !is_paper && token == noise,
        SlotState::UnusedPaper => is_paper && token == noise,
    }
}

/// Whether the slots for paper ballots are unused or spent, as many as were made: nothing else can become of one.
fn paper_adds_up(slots: &[Slot], made: u32) -> bool {
    let count = |state: SlotState| slots.iter().filter(|slot| slot.state == state).count();
    let used = (made as usize).checked_sub(count(SlotState::UnusedPaper));
    used.is_some_and(|used| used <= count(SlotState::Spent))
}

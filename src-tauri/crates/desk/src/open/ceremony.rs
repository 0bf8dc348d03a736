//! A key ceremony under way. What is secret is in memory until it is printed and read back; then the box is sealed.

use ballot_box::KeyCard;
use office::acts::Ceremony;
use rand::Rng;
use wire::{DeskError, Problem};

/// A ceremony under way.
pub(crate) struct CeremonyAtWork {
    pub ceremony: Ceremony,
    /// By card: the row that is asked back, and whether the scrutineer has read it back.
    pub cards: Vec<CardAtWork>,
    /// Whether the slips were printed or saved.
    pub slips_out: bool,
}

/// A scrutineer's card in a ceremony.
pub(crate) struct CardAtWork {
    pub asked_row: usize,
    pub done: bool,
}

impl CeremonyAtWork {
    /// Begins with cards of which a row each is asked back, drawn at random.
    pub fn new(ceremony: Ceremony) -> Self {
        let mut rng = rand::rngs::OsRng;
        let card =
            |card: &KeyCard| CardAtWork { asked_row: rng.gen_range(0..card.rows().len()), done: false };
        Self { cards: ceremony.cards().iter().map(card).collect(), ceremony, slips_out: false }
    }

    /// Whether every card was read back, so that slips are next.
    pub fn cards_done(&self) -> bool {
        self.cards.iter().all(|card| card.done)
    }

    /// The next card in order; none where all are done.
    pub fn next(&self) -> Option<u32> {
        let place = self.cards.iter().position(|card| !card.done)?;
        u32::try_from(place + 1).ok()
    }

    /// Fails if a card wasn't read back.
    pub fn refuse_missing_cards(&self) -> Result<(), Problem> {
        if self.cards_done() { Ok(()) } else { Err(DeskError::CardsMissing.into()) }
    }
}

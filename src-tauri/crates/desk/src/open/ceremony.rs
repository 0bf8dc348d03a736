//! A key ceremony under way. What is secret is in memory until it is printed and read back; then the box is sealed.

use ballot_box::KeyCard;
use office::acts::Ceremony;
use rand::Rng;
use wire::{DeskError, Problem};

/// A ceremony under way.
pub(crate) struct CeremonyAtWork {
    pub ceremony: Ceremony,
    /// By card: how far its scrutineer has come.
    pub cards: Vec<CardAtWork>,
}

/// A scrutineer's card in a ceremony.
pub(crate) struct CardAtWork {
    /// The row that is asked back.
    pub asked_row: usize,
    /// Whether its scrutineer has set a PIN in this ceremony.
    pub pin_set: bool,
    /// Whether its scrutineer has typed the PIN and is at the screen.
    pub uncovered: bool,
    /// Whether it was read back.
    pub done: bool,
}

impl CeremonyAtWork {
    /// Begins with cards of which a row each is asked back, drawn at random.
    pub fn new(ceremony: Ceremony) -> Self {
        let mut rng = rand::rngs::OsRng;
        let card = |card: &KeyCard| CardAtWork {
            asked_row: rng.gen_range(0..card.rows().len()),
            pin_set: false,
            uncovered: false,
            done: false,
        };
        Self { cards: ceremony.cards().iter().map(card).collect(), ceremony }
    }

    /// Covers every card: a PIN is asked for before one is given out again.
    pub fn cover(&mut self) {
        for card in &mut self.cards {
            card.uncovered = false;
        }
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

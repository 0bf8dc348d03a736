//! Guessing the order of casting: what a guess is worth, measured against the true order.

#![expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "statistics of tests")]

use crate::sqlite_file::{Cell, SqliteFile};
use std::collections::BTreeMap;

/// An attacker's guess about one ballot: within a group, a higher score means cast later.
pub type Guess = (u32, i64);

/// A way to guess the order from the bytes of a file.
pub struct Attack {
    /// What is looked at.
    pub name: &'static str,
    /// The guess about a cell; the place is that in the order of the keys.
    pub guess: fn(file: &SqliteFile, cell: &Cell, place: usize) -> Guess,
}

/// Everything about a row that could depend on when it was written.
pub const ATTACKS: [Attack; 7] = [
    Attack { name: "order of keys", guess: |_, _, place| (0, signed(place)) },
    Attack { name: "cells of a page, newest lowest", guess: |_, cell, _| (cell.page, -signed(cell.offset)) },
    Attack {
        name: "pages, then cells",
        guess: |_, cell, _| (0, i64::from(cell.page) * 65_536 - signed(cell.offset)),
    },
    Attack { name: "first overflow page", guess: |_, cell, _| (0, overflow(cell.overflow.first())) },
    Attack { name: "last overflow page", guess: |_, cell, _| (0, overflow(cell.overflow.last())) },
    Attack { name: "the token as a number", guess: |file, cell, _| (0, token_bytes(file, cell)) },
    Attack { name: "the last column as a number", guess: |file, cell, _| (0, last_bytes(file, cell)) },
];

/// How far guesses agree with the truth: concordant pairs less discordant ones, of all that were guessed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Agreement {
    sum: i64,
    pairs: i64,
    variance: f64,
}

impl Agreement {
    /// Measures guesses that are given in the true order of casting. No two guesses are alike.
    #[must_use]
    pub fn of(in_true_order: &[Guess]) -> Self {
        let mut groups: BTreeMap<u32, Vec<i64>> = BTreeMap::new();
        for (group, score) in in_true_order {
            groups.entry(*group).or_default().push(*score);
        }
        let mut agreement = Self::default();
        for scores in groups.values() {
            for (place, earlier) in scores.iter().enumerate() {
                for later in &scores[place + 1..] {
                    agreement.sum += (later - earlier).signum();
                    agreement.pairs += 1;
                }
            }
            // Of Kendall's sum over n items in random order.
            let items = scores.len() as f64;
            agreement.variance += items * (items - 1.0) * (2.0 * items + 5.0) / 18.0;
        }
        agreement
    }

    /// Both taken together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            sum: self.sum + other.sum,
            pairs: self.pairs + other.pairs,
            variance: self.variance + other.variance,
        }
    }

    /// Kendall's tau: 1 everything, 0 nothing.
    #[must_use]
    pub fn tau(self) -> f64 {
        self.sum as f64 / self.pairs as f64
    }

    /// How many standard deviations of pure chance the agreement is away from none.
    #[must_use]
    pub fn deviations(self) -> f64 {
        self.sum as f64 / self.variance.sqrt()
    }
}

/// The guesses of an attack about these keys, given in their true order of casting.
#[must_use]
pub fn guesses(file: &SqliteFile, root: u32, attack: &Attack, in_true_order: &[[u8; 32]]) -> Vec<Guess> {
    let cells = file.cells(root);
    let by_key: BTreeMap<[u8; 32], Guess> = cells
        .iter()
        .enumerate()
        .map(|(place, cell)| (file.key(cell), (attack.guess)(file, cell, place)))
        .collect();
    in_true_order.iter().map(|key| by_key[key]).collect()
}

/// Whether the attack names the ballot that was cast last.
#[must_use]
pub fn names_last(in_true_order: &[Guess]) -> bool {
    let newest = in_true_order.iter().max_by_key(|(_, score)| *score);
    newest == in_true_order.last()
}

fn overflow(page: Option<&u32>) -> i64 {
    page.copied().map_or(0, i64::from)
}

/// The token follows the state, which is one byte, in a box that has tokens.
fn token_bytes(file: &SqliteFile, cell: &Cell) -> i64 {
    let after = file.after_key(cell);
    let byte = |place: usize| i64::from(file.bytes()[after[place]]);
    (1..=7).fold(0, |number, place| number << 8 | byte(place))
}

fn last_bytes(file: &SqliteFile, cell: &Cell) -> i64 {
    let payload = file.payload(cell);
    let (_, last) = payload.split_last_chunk::<8>().expect("a row of more than 8 bytes");
    i64::from_be_bytes(*last) >> 1
}

fn signed(number: usize) -> i64 {
    i64::try_from(number).expect("a small number")
}

//! The pattern that lies on a folded card's code, so that it can't be read against the light.

use super::KeyCard;
use sha2::{Digest, Sha256};
use typeset::{frames::Canvas, measure::count};

/// Fine cells side by side in a coarse one.
const FINE: usize = 2;

/// A field of noise of two grains. The coarse one is the code's own module, so that blurring doesn't take it away and what
/// is seen through both could be either; the fine one breaks up its edges.
///
/// The noise follows from the code: whoever could know it without the code could take it off what shines through.
pub(super) fn shield(card: &KeyCard, grain: f32, columns: usize, rows: usize) -> Canvas {
    let mut bits = Bits::of(card);
    let coarse: Vec<bool> = (0..columns * rows).map(|_| bits.next(1)).collect();
    let cell = grain / count(FINE);
    let mut canvas = Canvas::default();
    for row in 0..rows * FINE {
        let dark: Vec<bool> = (0..columns * FINE)
            .map(|column| coarse[row / FINE * columns + column / FINE] || bits.next(2))
            .collect();
        let mut column = 0;
        for run in dark.chunk_by(PartialEq::eq) {
            if run[0] {
                let (x, y) = (count(column) * cell, count(row) * cell);
                canvas.rectangle(x, y, count(run.len()) * cell, cell);
            }
            column += run.len();
        }
    }
    canvas
}

/// Bits that nobody can tell who doesn't know the card's code.
struct Bits {
    seed: [u8; 32],
    block: [u8; 32],
    blocks: u64,
    used: usize,
}

impl Bits {
    fn of(card: &KeyCard) -> Self {
        let mut hash = Sha256::new();
        hash.update(b"piaojue key card shield v1");
        hash.update(card.qr.as_bytes());
        for row in &card.rows {
            hash.update(row.as_bytes());
        }
        Self { seed: hash.finalize().into(), block: [0; 32], blocks: 0, used: 256 }
    }

    /// True once in 2 to the power of this many times.
    fn next(&mut self, bits: usize) -> bool {
        (0..bits).fold(true, |all, _| self.bit() && all)
    }

    fn bit(&mut self) -> bool {
        if self.used == 256 {
            let block = Sha256::new().chain_update(self.seed).chain_update(self.blocks.to_be_bytes());
            self.block = block.finalize().into();
            self.blocks += 1;
            self.used = 0;
        }
        let bit = self.block[self.used / 8] >> (self.used % 8) & 1 == 1;
        self.used += 1;
        bit
    }
}

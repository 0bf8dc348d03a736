//! What all objects have: their numbers, lengths, and the roots of their files.

use crate::writers::xml::Element;

/// The name space of all its elements (7.1).
const OFD: &str = "http://www.ofdspec.org/2016";
const MILLIMETRES_A_POINT: f32 = 25.4 / 72.0;

/// Points as millimetres, rounded as no printer can tell apart.
pub fn millimetres(points: f32) -> f32 {
    (points * MILLIMETRES_A_POINT * 1000.0).round() / 1000.0
}

/// Gives each object its number (7.3).
#[derive(Default)]
pub struct Numbers(u32);

impl Numbers {
    /// The next number.
    pub fn next(&mut self) -> u32 {
        self.0 += 1;
        self.0
    }

    /// The greatest number that was given.
    pub const fn greatest(&self) -> u32 {
        self.0
    }
}

/// An element of OFD that is the root of its file.
pub fn root(name: &'static str) -> Element {
    Element::new(name).with("xmlns:ofd", OFD)
}

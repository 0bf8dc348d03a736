//! The law of the house: who may vote on what, by which rules, and what follows from the totals.
//!
//! Pure and deterministic: no file, no SQL, no clock, no randomness, no floating point. An auditor reads this crate
//! and knows how a result comes about.

pub mod account;
pub mod candidate;
pub mod codes;
pub mod count;
pub mod date;
pub mod deadline;
pub mod fraction;
pub mod money;
pub mod number;
pub mod roster;
pub mod round;
pub mod statement;
pub mod vote;

// As long as there is one kind of contest, its modules are named without it.
pub use vote::{ballot, case, contest, outcome, rules, slate, tally, turn};

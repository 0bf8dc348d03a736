//! The law of the house: who may vote on what, by which rules, and what follows from the totals.
//!
//! Pure and deterministic: no file, no SQL, no clock, no randomness, no floating point. An auditor reads this crate
//! and knows how a result comes about.

pub mod account;
pub mod ballot;
pub mod candidate;
pub mod case;
pub mod codes;
pub mod contest;
pub mod count;
pub mod date;
pub mod fraction;
pub mod money;
pub mod outcome;
pub mod roster;
pub mod round;
pub mod rules;
pub mod slate;
pub mod tally;
pub mod turn;

//! The vote on livelihood projects (民生实事项目票决): its rules, what a ballot asks, and what follows from the totals.
//!
//! Everything that belongs to this kind of contest and to no other is here, so that another kind can have a module beside
//! it. A roster, an account and the states of a round are the same for every kind.
//!
//! Imports run downwards in this order: `rules` over `turn` and `ballot`, then `slate`, `fit`, `tally`, `outcome`, `contest`, `case`.

pub mod ballot;
pub mod case;
pub mod contest;
mod fit;
pub mod outcome;
pub mod rules;
pub mod slate;
pub mod tally;
pub mod turn;

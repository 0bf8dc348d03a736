//! Acts of office: each in its stage, by whom it needs, with what follows. Names are invented.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot set up its case fails")]

mod apart;
mod copied_ballots;
pub mod hall;
mod kiosk_files;
mod kiosks;
mod lost_kiosks;
mod paper_and_slips;
mod rounds;
mod stages;

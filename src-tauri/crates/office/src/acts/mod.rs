//! What each role can do, one function each: check authority and stage, one transaction, one entry in the log. An act is
//! in the file that its state's name says.

mod backup;
mod check_in;
mod close;
mod closed_round;
mod conclude;
mod count;
mod documents;
mod holders_count;
mod key_ceremony;
mod paper_ballots;
mod people;
mod piles;
mod poll;
mod prepare;
mod remote_kiosks;
mod seal;

pub use backup::{Restoring, back_up, note_restored};
pub use check_in::{check_in, exchange_slip, open_check_in, undo_check_in, void_for_quorum};
pub use close::close_poll;
pub(crate) use conclude::pending_after;
pub use conclude::{
    announce, can_destroy_cards, cards_left, confirm, destroy_cards, end_by_decision, end_rounds,
    pending_contests, rounds_are_ended,
};
pub use count::{count, count_with_openings, draw_lots};
pub use documents::{attach_document, issue_document, official_documents};
pub use holders_count::{is_box_written, take_opening, write_closed_box};
pub use key_ceremony::{
    KeyCeremonyStatus, finished_key, give_up_keys, invite_holders, key_ceremony, key_file_due, make_keys,
    take_key_file,
};
pub use paper_ballots::{BatchEntered, PaperBallotFigures};
pub use people::{check_any_operator, check_pin, replace_pin, set_pin, set_profile, set_texts};
pub use piles::{
    Misfit, Pile, PileCheck, PileStatus, Piles, PilesStatus, WhyMisfit, annul_slip, piles_status,
    rehearsed_piles, scan_slip, take_misfits_out,
};
pub use poll::{
    ChallengedBallot, Poll, ProvenBallot, SlipStatus, Turnout, open_poll, resume, resume_counted, suspend,
};
pub use prepare::{adopt, begin, begin_next, set_candidates, set_delegates, set_rules, warnings};
pub use remote_kiosks::{
    KioskDisk, KioskPlace, KioskStatus, Merging, SlipsAccount, ZoneAccount, close_kiosk, decide_dispute,
    declare_lost, disputes, export_box, kiosk_file_version, kiosks, load_provision, merge_box,
    provision_kiosk, recover_box, slips_account,
};
pub use seal::{
    Ceremony, begin_ceremony, output_all, output_card, output_slips, prepare_sealing, reuse_cards,
    reuses_cards, seal,
};

//! The record of a hall with remote kiosks: two slips that were used twice, a kiosk that is lost.

use crate::{
    hall::{HallSize, HallStation},
    session::marks,
};
use office::{
    act::{Office, Witnessed},
    acts::{self, Poll},
};
use procedure::{number::KioskNumber, round::Signatures};
use record_export::make;
use session_model::{Kept, Tray};
use std::io::Cursor;

const CANDIDATES: u32 = 4;
/// The station's own kiosk takes the slips of zone 1, three remote kiosks those of zone 2.
const ZONES: [u32; 2] = [4, 8];
/// Slips in the trays: of ballots in the box, of a slip whose ballots are void, of the kiosk that is lost.
const TRAY: u32 = 8 + 1 + LOST;
/// Ballots that are lost with a kiosk.
const LOST: u32 = 2;

/// The record. Each time another: the kiosks' keys are drawn anew.
#[must_use]
pub fn with_kiosks() -> Vec<u8> {
    let size = HallSize { candidates: CANDIDATES, zones: ZONES.to_vec(), paper: 0 };
    let station = HallStation::with_open_poll(size, 21);
    let mut office = HallStation::open(station.folder.path());
    let kiosks = [1, 2, 3].map(|number| station.provision(&mut office, number, 2));
    let code = |voter: u32| (voter, &station.codes[voter as usize]);
    let mut poll = Poll::open(&mut office).expect("poll");
    for (voter, code) in (0..ZONES[0]).map(code) {
        poll.cast(code, &marks(CANDIDATES as usize, voter)).expect("cast");
    }
    drop(poll);
    // The slips of voters 4 and 5 are used at the first kiosk and at the second.
    for (kiosk, voters) in kiosks.iter().zip([&[4, 5, 6][..], &[7, 8, 4, 5], &[9, 10]]) {
        kiosk.vote(CANDIDATES, voters.iter().copied().map(code));
    }
    let two = station.two();
    for kiosk in &kiosks[..2] {
        acts::merge_box(&mut office, &two, &kiosk.close(&two)).expect("merged");
    }
    for (dispute, kept) in
        acts::disputes(&office).expect("disputes").iter().zip([Kept::Kiosk(KioskNumber(1)), Kept::None])
    {
        let reason = "票签被复制，经监票人当众核对托盘后决定。";
        acts::decide_dispute(&mut office, &two, &dispute.tag, kept, reason).expect("decided");
    }
    let lost = "会场漏水，三号机硬盘损坏，无法读出。";
    acts::declare_lost(&mut office, &two, KioskNumber(3), LOST, lost).expect("lost");
    let check = acts::rehearsed_piles(&office, &station.codes, TRAY).expect("piles");
    acts::close_poll(&mut office, &two, Tray { slips: TRAY, paper: 0 }, None, &check).expect("closed");
    acts::count(&mut office, &two, &station.cards(), &|_| true).expect("counted");
    announce(&mut office, &two);
    let mut record = Cursor::new(Vec::new());
    make(&office, &[], &mut record).expect("a record");
    record.into_inner()
}

/// Signs and announces the result, and holds no further round.
pub fn announce(office: &mut Office, two: &Witnessed) {
    let profile = office.store().profile().expect("a profile");
    let text = profile.text();
    let signatures = Signatures {
        chief: text.chief.clone(),
        scrutineers: text.scrutineers.clone(),
        tellers: text.tellers.clone(),
    };
    acts::confirm(office, two, signatures).expect("confirmed");
    acts::announce(office, &crate::session::operator()).expect("announced");
    if !acts::pending_contests(office).expect("contests").is_empty() {
        acts::end_rounds(office, two, "经主席团会议决定，不再举行后续票决。").expect("ended");
    }
}

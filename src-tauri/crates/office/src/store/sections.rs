//! The sections of a session's file: what the log carries hashes of.
//!
//! The open box is no section: its rows carry codes of authentication instead, since a cast is never logged.

use procedure::number::RoundNumber;
use signed_file::sections;

sections! {
    /// A section of a session's file; numbers are those of rounds. Each table with a round refers to the table of rounds, so that
    /// a row of a round that isn't there is refused with the file.
    pub enum Section numbered by "SELECT number FROM round" as RoundNumber {
        /// The session's profile and rules.
        Session = "session", [1 => "SELECT * FROM session"],
        /// The roster.
        Delegates = "delegates", [1 => "SELECT * FROM delegate ORDER BY place"],
        /// The candidate list.
        Candidates = "candidates", [1 => "SELECT * FROM candidate ORDER BY place"],
        /// Who may sign in.
        People = "people", [2 => "SELECT * FROM person_pin ORDER BY role, name"],
        /// A round's state.
        Round(round) = "round", [1 => "SELECT * FROM round WHERE number = ?1"],
        /// A round's keys.
        Keys(round) = "keys", [1 => "SELECT * FROM round_key WHERE round = ?1"],
        /// Who is present in a round. Hashed with a salt since version 4: the log is published in the record, and without a salt
        /// whoever has the roster could try what each delegate was handed.
        Attendance(round) = "attendance", [
            1 => "SELECT * FROM attendance WHERE round = ?1 ORDER BY delegate",
            4 => "SELECT 0, '', salt FROM attendance_salt WHERE round = ?1
                  UNION ALL SELECT * FROM (SELECT * FROM attendance WHERE round = ?1 ORDER BY delegate)",
        ],
        /// A round's void paper ballots.
        VoidPaper(round) = "void-paper", [1 => "SELECT * FROM paper_void WHERE round = ?1 ORDER BY reason"],
        /// What became of a round's slips; since version 5 with the tokens of those that were spent.
        Slips(round) = "slips", [
            1 => "SELECT * FROM slip WHERE round = ?1 ORDER BY tag",
            5 => "SELECT * FROM (SELECT * FROM slip WHERE round = ?1 ORDER BY tag)
                  UNION ALL SELECT * FROM (SELECT round, token, 0 FROM spent_token WHERE round = ?1 ORDER BY token)",
        ],
        /// The list of a round's slips that was committed to when it was sealed.
        SlipList(round) = "slip-list", [5 => "SELECT * FROM slip_list WHERE round = ?1 ORDER BY tag"],
        /// The ballots of a closed box.
        Ballots(round) = "ballots", [1 => "SELECT * FROM ballot WHERE round = ?1 ORDER BY hash"],
        /// A round's opened totals.
        Opening(round) = "opening", [
            1 => "SELECT 0, totals FROM encrypted_totals WHERE round = ?1
                  UNION ALL SELECT * FROM (SELECT holder, share FROM opening_share WHERE round = ?1 ORDER BY holder)",
        ],
        /// The ceremonies in which holders make keys.
        KeyCeremonies = "key-ceremonies", [5 => "SELECT * FROM key_ceremony ORDER BY number"],
        /// The holders' files with their shares of a round's totals.
        TakenOpenings(round) = "taken-openings", [5 => "SELECT * FROM taken_opening WHERE round = ?1 ORDER BY holder"],
        /// The zones of a round's slips.
        Zones(round) = "zones", [3 => "SELECT * FROM slip_zone WHERE round = ?1 ORDER BY tag"],
        /// A round's remote kiosks.
        Kiosks(round) = "kiosks", [3 => "SELECT * FROM kiosk WHERE round = ?1 ORDER BY number"],
        /// At which remote kiosks slips were spent, until the close.
        SpentAt(round) = "spent-at", [3 => "SELECT * FROM spent_at WHERE round = ?1 ORDER BY tag, kiosk"],
        /// Slips of a round that were spent twice.
        Disputes(round) = "disputes", [3 => "SELECT * FROM dispute WHERE round = ?1 ORDER BY tag"],
        /// Slips of the left-over pile that a ballot was cast with, and whose slots were cancelled.
        Annulled(round) = "annulled", [5 => "SELECT * FROM annulled_slip WHERE round = ?1 ORDER BY tag"],
        /// The ballots of slips that were spent twice.
        DisputedBallots(round) = "disputed-ballots", [
            3 => "SELECT * FROM disputed_ballot WHERE round = ?1 ORDER BY tag, kiosk",
        ],
        /// Which remote kiosk this is.
        ThisKiosk = "this-kiosk", [3 => "SELECT * FROM this_kiosk"],
        /// Slips that were used before this kiosk was provisioned.
        SpentBefore = "spent-before", [3 => "SELECT * FROM spent_before ORDER BY tag"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Session;
    use rusqlite::Connection;
    use signed_file::{Owner as _, digest_of};

    #[test]
    fn an_upgrade_leaves_the_hash_of_attendance_as_it_was_and_a_salt_hides_it() {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(&Session::MIGRATIONS[..3].concat()).unwrap();
        let rows = "PRAGMA foreign_keys = OFF; PRAGMA user_version = 3;
             INSERT INTO attendance VALUES (1, '001', 'slip'), (1, '002', 'paper');";
        connection.execute_batch(rows).unwrap();
        let before = digest_of(&connection, Section::Attendance(RoundNumber(1))).unwrap();
        connection.execute_batch(Session::MIGRATIONS[3]).unwrap();
        connection.execute_batch("PRAGMA user_version = 4;").unwrap();
        assert_eq!(digest_of(&connection, Section::Attendance(RoundNumber(1))).unwrap(), before);
        let salted = |salt: u8| {
            let put = "INSERT OR REPLACE INTO attendance_salt VALUES (1, ?)";
            connection.execute(put, [[salt; 32]]).unwrap();
            digest_of(&connection, Section::Attendance(RoundNumber(1))).unwrap()
        };
        assert_ne!(salted(1), before);
        assert_ne!(salted(1), salted(2));
    }
}

-- Version 5. A ballot proves that somebody held its slip: a cast leaves the slip's token in the slot, whose hash was committed to
-- when the box was sealed.

-- Each slot with room for its slip's token, filled with noise when the box is laid out and overwritten in place by a cast. In a
-- box that version 0.1.0 laid out there are no tokens, and zeros in their place.
CREATE TABLE slot_with_token (
    tag    BLOB PRIMARY KEY CHECK (length(tag) = 32),
    state  INTEGER NOT NULL CHECK (state IN (2, 3, 4, 5)),
    token  BLOB NOT NULL CHECK (length(token) = 32),
    ballot BLOB NOT NULL,
    mac    BLOB NOT NULL CHECK (length(mac) = 32)
) STRICT, WITHOUT ROWID;

INSERT INTO slot_with_token SELECT tag, state, zeroblob(32), ballot, mac FROM slot ORDER BY tag;
DROP TABLE slot;
ALTER TABLE slot_with_token RENAME TO slot;

-- The list that was committed to when a round was sealed: of each slip the hash of its token, of each slot for a paper ballot
-- zeros. On a remote kiosk the rows of its zone.
CREATE TABLE slip_list (
    round      INTEGER NOT NULL REFERENCES round (number),
    tag        BLOB NOT NULL CHECK (length(tag) = 32),
    token_hash BLOB NOT NULL CHECK (length(token_hash) = 32),
    PRIMARY KEY (round, tag)
) STRICT, WITHOUT ROWID;

-- The tokens of the slips that were spent, once the poll is closed; sorted by themselves, apart from tags and ballots.
CREATE TABLE spent_token (
    round INTEGER NOT NULL REFERENCES round (number),
    token BLOB NOT NULL CHECK (length(token) = 32),
    PRIMARY KEY (round, token)
) STRICT, WITHOUT ROWID;

-- Slips of the left-over pile that a ballot was cast with: two persons had each slot cancelled, which is collected and void.
CREATE TABLE annulled_slip (
    round  INTEGER NOT NULL REFERENCES round (number),
    tag    BLOB NOT NULL CHECK (length(tag) = 32),
    reason TEXT NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (round, tag)
) STRICT, WITHOUT ROWID;

-- Ceremonies in which the holders make a key: what the station has gathered of each, all of it public. The last that wasn't given
-- up is the session's.
CREATE TABLE key_ceremony (
    number   INTEGER PRIMARY KEY CHECK (number > 0),
    state    TEXT NOT NULL CHECK (state IN ('gathering', 'made', 'given-up')),
    gathered TEXT NOT NULL
) STRICT;

-- The holders' files with their shares of a round's totals.
CREATE TABLE taken_opening (
    round  INTEGER NOT NULL REFERENCES round (number),
    holder INTEGER NOT NULL CHECK (holder > 0),
    file   TEXT NOT NULL,
    PRIMARY KEY (round, holder)
) STRICT, WITHOUT ROWID;

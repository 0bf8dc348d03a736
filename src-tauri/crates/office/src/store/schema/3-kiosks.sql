-- Version 3. Several kiosks: the zones of slips, the kiosks that the station provisioned, what came back from them; and on
-- a kiosk apart, which one it is.

-- The zone of each slip, written when the box is laid out. A paper slot has none.
CREATE TABLE slip_zone (
    round INTEGER NOT NULL REFERENCES round (number),
    tag   BLOB NOT NULL CHECK (length(tag) = 32),
    zone  INTEGER NOT NULL CHECK (zone BETWEEN 1 AND 8),
    PRIMARY KEY (round, tag)
) STRICT, WITHOUT ROWID;

-- The kiosks of a round, as the station provisioned them, and what became of each: out, its box merged, or declared lost.
-- The tray is what two persons counted in the kiosk's own; collected are the ballots of its box.
CREATE TABLE kiosk (
    round     INTEGER NOT NULL REFERENCES round (number),
    number    INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999),
    name      TEXT NOT NULL CHECK (name <> ''),
    zone      INTEGER NOT NULL CHECK (zone BETWEEN 1 AND 8),
    key       BLOB NOT NULL CHECK (length(key) = 32),
    provision BLOB NOT NULL,
    state     TEXT NOT NULL CHECK (state IN ('out', 'merged', 'lost')),
    box       BLOB CHECK (length(box) = 32),
    collected INTEGER CHECK (collected >= 0),
    recovered INTEGER NOT NULL CHECK (recovered IN (0, 1)),
    tray      INTEGER CHECK (tray >= 0),
    statement TEXT,
    CHECK (state = 'out' OR tray IS NOT NULL),
    CHECK (state <> 'lost' OR statement IS NOT NULL),
    CHECK ((state = 'merged') = (box IS NOT NULL) AND (state = 'merged') = (collected IS NOT NULL)),
    PRIMARY KEY (round, number),
    UNIQUE (round, key)
) STRICT, WITHOUT ROWID;

-- Until the close: at which kiosks apart a slip was spent. A part of the outer envelope, emptied when it comes off.
CREATE TABLE spent_at (
    round INTEGER NOT NULL REFERENCES round (number),
    tag   BLOB NOT NULL CHECK (length(tag) = 32),
    kiosk INTEGER NOT NULL CHECK (kiosk >= 1),
    PRIMARY KEY (round, tag, kiosk)
) STRICT, WITHOUT ROWID;

-- Slips that were spent at two kiosks or more. Not kept and no statement: the scrutineers haven't decided. Kept: 0 the
-- ballot of the station's own kiosk, from 1 that of a kiosk apart, -1 none, and the slip is void.
CREATE TABLE dispute (
    round     INTEGER NOT NULL REFERENCES round (number),
    tag       BLOB NOT NULL CHECK (length(tag) = 32),
    kept      INTEGER CHECK (kept >= -1),
    statement TEXT,
    CHECK ((kept IS NULL) = (statement IS NULL)),
    PRIMARY KEY (round, tag)
) STRICT, WITHOUT ROWID;

-- The ballots of disputed slips, each with its kiosk. When the outer envelopes come off, the ballots are taken away, and
-- only where the slip was spent stays.
CREATE TABLE disputed_ballot (
    round  INTEGER NOT NULL,
    tag    BLOB NOT NULL CHECK (length(tag) = 32),
    kiosk  INTEGER NOT NULL CHECK (kiosk >= 0),
    sealed BLOB NOT NULL,
    PRIMARY KEY (round, tag, kiosk),
    FOREIGN KEY (round, tag) REFERENCES dispute (round, tag)
) STRICT, WITHOUT ROWID;

-- On a kiosk apart: which one it is, who provisioned it and with what; once it is closed, what two persons counted in its
-- tray and stated.
CREATE TABLE this_kiosk (
    only_row  INTEGER PRIMARY KEY CHECK (only_row = 1),
    number    INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999),
    name      TEXT NOT NULL CHECK (name <> ''),
    zone      INTEGER NOT NULL CHECK (zone BETWEEN 1 AND 8),
    station   BLOB NOT NULL CHECK (length(station) = 32),
    provision BLOB NOT NULL CHECK (length(provision) = 32),
    tray      INTEGER CHECK (tray >= 0),
    statement TEXT
) STRICT;

-- On a kiosk apart: slips of its zone that were used elsewhere before it was provisioned.
CREATE TABLE spent_before (
    tag BLOB PRIMARY KEY CHECK (length(tag) = 32)
) STRICT, WITHOUT ROWID;

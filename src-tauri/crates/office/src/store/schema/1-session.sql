-- Version 1. Append-only: a released version is never edited, a later one adds a file.
-- Nothing here joins a person to a slip or a ballot, and nothing about a ballot has a time or an order.

CREATE TABLE session (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    profile TEXT NOT NULL CHECK (json_valid(profile)),
    rules   TEXT CHECK (rules IS NULL OR json_valid(rules)),
    station BLOB NOT NULL CHECK (length(station) = 32)
) STRICT;

CREATE TABLE delegate (
    place      INTEGER PRIMARY KEY,
    number     TEXT NOT NULL UNIQUE CHECK (number <> ''),
    name       TEXT NOT NULL CHECK (name <> ''),
    delegation TEXT NOT NULL,
    in_office  INTEGER NOT NULL CHECK (in_office IN (0, 1))
) STRICT;

CREATE TABLE candidate (
    place                    INTEGER PRIMARY KEY,
    number                   TEXT NOT NULL UNIQUE CHECK (number <> ''),
    name                     TEXT NOT NULL CHECK (name <> ''),
    content                  TEXT NOT NULL,
    sub_items                TEXT NOT NULL CHECK (json_valid(sub_items)),
    location                 TEXT NOT NULL,
    investment_fen           INTEGER CHECK (investment_fen >= 0),
    investment_this_year_fen INTEGER CHECK (investment_this_year_fen >= 0),
    sources                  TEXT NOT NULL,
    responsible_unit         TEXT NOT NULL,
    deadline                 TEXT,
    benefit                  TEXT NOT NULL,
    category                 TEXT NOT NULL,
    origin                   TEXT NOT NULL
) STRICT;

-- A round in one of its states, as the procedure writes it.
CREATE TABLE round (
    number INTEGER PRIMARY KEY CHECK (number >= 1),
    state  TEXT NOT NULL CHECK (json_valid(state))
) STRICT;

-- The public part of a round's key, the key its slips are hashed with, and a hash over all their tags, and how
-- many of the slots are for paper ballots.
CREATE TABLE round_key (
    round    INTEGER PRIMARY KEY REFERENCES round (number),
    election TEXT NOT NULL CHECK (json_valid(election)),
    slip_key BLOB NOT NULL CHECK (length(slip_key) = 32),
    slips    TEXT NOT NULL,
    paper    INTEGER NOT NULL CHECK (paper >= 0)
) STRICT;

-- Who is present in a round, and whether a slip or a paper ballot was handed out: never which.
CREATE TABLE attendance (
    round    INTEGER NOT NULL REFERENCES round (number),
    delegate TEXT NOT NULL REFERENCES delegate (number),
    issued   TEXT NOT NULL CHECK (issued IN ('none', 'slip', 'paper')),
    PRIMARY KEY (round, delegate)
) STRICT, WITHOUT ROWID;

-- The open box: a slot for each slip, laid out before the poll, overwritten in place by a cast.
-- state: 2 unused slip, 3 spent, 4 cancelled slip, 5 unused paper slot. One digit each: a row never changes its length.
CREATE TABLE slot (
    tag    BLOB PRIMARY KEY CHECK (length(tag) = 32),
    state  INTEGER NOT NULL CHECK (state IN (2, 3, 4, 5)),
    ballot BLOB NOT NULL,
    mac    BLOB NOT NULL CHECK (length(mac) = 32)
) STRICT, WITHOUT ROWID;

-- A keyed sum over the slots that are no longer as they were laid out: an old row put back doesn't fit it. One row,
-- overwritten in place by each cast; only the latest value is ever there.
CREATE TABLE box_head (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    sum BLOB NOT NULL CHECK (length(sum) = 32),
    mac BLOB NOT NULL CHECK (length(mac) = 32)
) STRICT;

-- Paper ballots that are void, by reason.
CREATE TABLE paper_void (
    round   INTEGER NOT NULL REFERENCES round (number),
    reason  TEXT NOT NULL,
    ballots INTEGER NOT NULL CHECK (ballots > 0),
    PRIMARY KEY (round, reason)
) STRICT, WITHOUT ROWID;

-- The closed box: sealed ballots sorted by their own hashes, and apart from them what became of the slips.
CREATE TABLE ballot (
    round  INTEGER NOT NULL REFERENCES round (number),
    hash   BLOB NOT NULL CHECK (length(hash) = 32),
    sealed BLOB NOT NULL,
    PRIMARY KEY (round, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE slip (
    round INTEGER NOT NULL REFERENCES round (number),
    tag   BLOB NOT NULL CHECK (length(tag) = 32),
    state INTEGER NOT NULL CHECK (state IN (2, 3, 4, 5)),
    PRIMARY KEY (round, tag)
) STRICT, WITHOUT ROWID;

-- The count: encrypted totals and each card's share in opening them.
CREATE TABLE encrypted_totals (
    round  INTEGER PRIMARY KEY REFERENCES round (number),
    totals TEXT NOT NULL CHECK (json_valid(totals))
) STRICT;

CREATE TABLE opening_share (
    round  INTEGER NOT NULL REFERENCES round (number),
    holder INTEGER NOT NULL CHECK (holder >= 1),
    share  TEXT NOT NULL CHECK (json_valid(share)),
    PRIMARY KEY (round, holder)
) STRICT, WITHOUT ROWID;

-- Where the audit log ends, authenticated: entries can't be cut off its end.
CREATE TABLE audit_head (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL CHECK (number >= 1),
    hash   BLOB NOT NULL CHECK (length(hash) = 32),
    mac    BLOB NOT NULL CHECK (length(mac) = 32)
) STRICT;

-- Acts of office, hash-chained and signed; never a cast.
CREATE TABLE audit (
    number    INTEGER PRIMARY KEY CHECK (number >= 1),
    entry     TEXT NOT NULL CHECK (json_valid(entry)),
    hash      BLOB NOT NULL CHECK (length(hash) = 32),
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

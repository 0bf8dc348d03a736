-- Version 4. What nobody knows who has only the log: it is hashed with a round's attendance, so that the hashes in the
-- log can't be tried for who was handed what.

CREATE TABLE attendance_salt (
    round INTEGER PRIMARY KEY REFERENCES round (number),
    salt  BLOB NOT NULL CHECK (length(salt) = 32)
) STRICT;

-- Version 2. Who may sign in, with a hash of each PIN (Argon2id, in the PHC string format).

CREATE TABLE person_pin (
    role TEXT NOT NULL CHECK (role IN ('operator', 'scrutineer')),
    name TEXT NOT NULL CHECK (name <> ''),
    hash TEXT NOT NULL CHECK (hash GLOB '$argon2id$*'),
    PRIMARY KEY (role, name)
) STRICT, WITHOUT ROWID;

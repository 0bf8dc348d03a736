-- Version 2. Who may sign in, with each PIN as a hash (Argon2id, in the PHC string format).

CREATE TABLE person_pin (
    role TEXT NOT NULL CHECK (role IN ('operator', 'scrutineer')),
    name TEXT NOT NULL CHECK (name <> ''),
    pin  TEXT NOT NULL CHECK (pin GLOB '$argon2id$*'),
    PRIMARY KEY (role, name)
) STRICT, WITHOUT ROWID;

-- Reference data, loaded from reference/*.tsv whenever a file's checksum changes.
-- Foreign keys wait for the end of the transaction, so that a table can be replaced whole.

CREATE TABLE reference_file (
    name TEXT PRIMARY KEY,
    checksum TEXT NOT NULL,
    loaded_at INTEGER NOT NULL DEFAULT (unixepoch())
) STRICT;

-- Communes of Allier and those within 50 km of it.
CREATE TABLE commune (
    code TEXT PRIMARY KEY CHECK (length(code) = 5),
    name TEXT NOT NULL CHECK (name <> ''),
    -- Separated by one space.
    postcodes TEXT NOT NULL CHECK (postcodes <> ''),
    latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90),
    longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180),
    population INTEGER NOT NULL CHECK (population >= 0),
    -- The following are known for Allier only.
    arrondissement TEXT,
    epci_siren TEXT,
    epci_name TEXT
) STRICT;

-- Communes merged into another since, which offers still name.
CREATE TABLE former_commune (
    code TEXT NOT NULL CHECK (length(code) = 5),
    name TEXT PRIMARY KEY,
    commune TEXT NOT NULL REFERENCES commune DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE occupation_domain (
    code TEXT PRIMARY KEY CHECK (length(code) = 1),
    label TEXT NOT NULL
) STRICT;

CREATE TABLE occupation (
    code TEXT PRIMARY KEY CHECK (length(code) = 5),
    label TEXT NOT NULL,
    parent TEXT NOT NULL CHECK (length(parent) = 5),
    parent_label TEXT NOT NULL,
    domain TEXT NOT NULL REFERENCES occupation_domain DEFERRABLE INITIALLY DEFERRED,
    ecological_transition TEXT,
    regulated INTEGER CHECK (regulated IN (0, 1)),
    executive INTEGER CHECK (executive IN (0, 1))
) STRICT;

CREATE TABLE appellation (
    code TEXT PRIMARY KEY,
    occupation TEXT NOT NULL REFERENCES occupation DEFERRABLE INITIALLY DEFERRED,
    parent TEXT NOT NULL CHECK (length(parent) = 5),
    label TEXT NOT NULL,
    short_label TEXT,
    principal INTEGER NOT NULL CHECK (principal IN (0, 1)),
    rare INTEGER NOT NULL CHECK (rare IN (0, 1))
) STRICT;

CREATE INDEX appellation_by_occupation ON appellation (occupation);

CREATE TABLE activity (
    code TEXT PRIMARY KEY CHECK (length(code) = 6),
    label TEXT NOT NULL,
    division TEXT NOT NULL CHECK (length(division) = 2),
    division_label TEXT NOT NULL,
    section TEXT NOT NULL CHECK (length(section) = 1),
    section_label TEXT NOT NULL
) STRICT;

-- Occupations exercised in a division of the NAF.
CREATE TABLE division_occupation (
    division TEXT NOT NULL,
    occupation TEXT NOT NULL REFERENCES occupation DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (division, occupation)
) STRICT, WITHOUT ROWID;

-- Everyday words and the official title or notion they stand for.
CREATE TABLE synonym (
    id INTEGER PRIMARY KEY,
    term TEXT NOT NULL CHECK (term <> ''),
    equivalent TEXT NOT NULL CHECK (equivalent <> ''),
    kind TEXT NOT NULL CHECK (kind <> ''),
    occupation TEXT REFERENCES occupation DEFERRABLE INITIALLY DEFERRED,
    note TEXT
) STRICT;

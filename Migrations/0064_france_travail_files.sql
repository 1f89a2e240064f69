-- The files in which offers are handed to France Travail: one a day, each telling what has changed since the one before.

CREATE TABLE france_travail_file (
    -- Days since 1970-01-01, in Paris.
    day INTEGER PRIMARY KEY,
    made_at INTEGER NOT NULL,
    path TEXT NOT NULL CHECK (path <> ''),
    -- The file under the name it is written by; it has its own name once it is whole and what it tells stands here.
    partial TEXT NOT NULL CHECK (partial <> ''),
    created INTEGER NOT NULL CHECK (created >= 0),
    modified INTEGER NOT NULL CHECK (modified >= 0),
    suppressed INTEGER NOT NULL CHECK (suppressed >= 0)
) STRICT;

-- What each file told of an offer. The last row that was not refused says what France Travail has of it.
CREATE TABLE france_travail_movement (
    -- Stays when the offer goes: France Travail has to be told.
    offer_id INTEGER NOT NULL,
    day INTEGER NOT NULL REFERENCES france_travail_file,
    -- Creation, modification, suppression.
    movement TEXT NOT NULL CHECK (movement IN ('C', 'M', 'S')),
    -- Of the values told.
    fingerprint INTEGER CHECK ((fingerprint IS NULL) = (movement = 'S')),
    -- Why France Travail refused it, by its report.
    refusal TEXT CHECK (refusal <> ''),
    PRIMARY KEY (offer_id, day)
) STRICT, WITHOUT ROWID;

CREATE INDEX france_travail_movement_by_day ON france_travail_movement (day);

-- People who sign in: recruiters and agents of the Département. Jobseekers have no account.
-- Secrets that only their bearer needs (sessions, links, recovery codes) are kept as SHA-256 alone.

CREATE TABLE account (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('recruiter', 'agent')),
    email TEXT NOT NULL,
    -- In lower case: what tells two accounts apart.
    email_key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    -- Codes in order, separated by one space; empty for recruiters.
    roles TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    -- When the address was proved by a link sent to it.
    confirmed_at INTEGER,
    disabled_at INTEGER,
    CHECK ((kind = 'agent') = (roles <> ''))
) STRICT;

-- Apart, so that nothing that lists accounts reads it.
CREATE TABLE account_secret (
    account_id INTEGER PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    -- PHC string.
    password TEXT CHECK (password <> ''),
    -- The generator's secret cannot be kept as a hash.
    totp BLOB CHECK (length(totp) = 20),
    -- Number of the thirty seconds of the password used last: each works once.
    totp_step INTEGER
) STRICT;

CREATE TABLE recovery_code (
    account_id INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (account_id, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    account_id INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    -- 'code' and 'enrolment' owe the second factor.
    level TEXT NOT NULL CHECK (level IN ('full', 'code', 'enrolment')),
    method TEXT NOT NULL CHECK (method IN ('link', 'password')),
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    -- Seconds without a request after which it is over.
    idle_limit INTEGER NOT NULL CHECK (idle_limit > 0),
    -- "Firefox, Windows": for its owner to recognise it by.
    device TEXT NOT NULL,
    -- A generator that is being set up.
    pending_totp BLOB CHECK (length(pending_totp) = 20)
) STRICT;

CREATE INDEX session_by_account ON session (account_id);

-- Links sent by mail, each good for one use. Without account: nobody's, written for an unknown address so that the
-- answer takes as long as for a known one.
CREATE TABLE link (
    hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
    account_id INTEGER REFERENCES account ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (purpose IN ('enter', 'invitation')),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX link_by_account ON link (account_id);

CREATE TABLE establishment (
    siret TEXT PRIMARY KEY CHECK (length(siret) = 14),
    created_at INTEGER NOT NULL,
    -- What the register (API Recherche d'entreprises) or an agent says; NULL while nobody has said anything.
    name TEXT,
    activity TEXT,
    address TEXT,
    commune TEXT CHECK (length(commune) = 5),
    open INTEGER CHECK (open IN (0, 1)),
    checked_at INTEGER,
    -- When the register was last asked, with or without an answer.
    asked_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX establishment_by_question ON establishment (asked_at);

-- Who may act for which establishment. An agent verifies each pair.
CREATE TABLE membership (
    siret TEXT NOT NULL REFERENCES establishment,
    account_id INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('pending', 'verified', 'refused')),
    created_at INTEGER NOT NULL,
    decided_at INTEGER,
    decided_by INTEGER REFERENCES account,
    PRIMARY KEY (siret, account_id),
    CHECK ((state = 'pending') = (decided_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX membership_by_account ON membership (account_id);
CREATE INDEX membership_by_state ON membership (state, created_at);

-- What was done, by whom, to what. Never changed nor deleted.
CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    -- 'account:12', 'clock', 'command', 'visitor'.
    actor TEXT NOT NULL CHECK (actor <> ''),
    action TEXT NOT NULL CHECK (action <> ''),
    -- 'account:12', 'offer:345', 'establishment:73282932000074'.
    subject TEXT NOT NULL CHECK (subject <> ''),
    before TEXT,
    after TEXT
) STRICT;

CREATE INDEX event_by_subject ON event (subject, id);

CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event
BEGIN
    SELECT raise(ABORT, 'events are never changed');
END;

CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event
BEGIN
    SELECT raise(ABORT, 'events are never deleted');
END;

-- Random keys of this board, made at its first start.
CREATE TABLE site_key (
    name TEXT PRIMARY KEY,
    octets BLOB NOT NULL CHECK (length(octets) = 32)
) STRICT, WITHOUT ROWID;

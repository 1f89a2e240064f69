-- Offers written on this site. What an employer types is kept here as he typed it, whole or not; the offer itself is written
-- from it when he hands it in, so that what readers see changes only then.

CREATE TABLE posting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- NULL until it is handed in for the first time.
    offer_id INTEGER UNIQUE REFERENCES offer,
    siret TEXT NOT NULL REFERENCES establishment,
    author INTEGER NOT NULL REFERENCES account,
    -- Raised by every change: who changes what he has not seen the latest of is told so.
    version INTEGER NOT NULL CHECK (version > 0),
    status TEXT NOT NULL CHECK (status IN (
        'draft', 'submitted', 'changes_requested', 'published', 'filled', 'expired', 'withdrawn', 'moderated')),
    title TEXT NOT NULL,
    -- The form's fields, urlencoded.
    fields TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    -- When it began to wait for a moderator; NULL while it does not wait.
    submitted_at INTEGER,
    deadline INTEGER NOT NULL,
    published_at INTEGER,
    confirmed_at INTEGER,
    asked_at INTEGER,
    closed_at INTEGER,
    -- 'pourvue ce-site 1 oui non', 'non-pourvue aucune-candidature'.
    outcome TEXT,
    CHECK (status = 'draft' OR offer_id IS NOT NULL),
    CHECK ((status = 'submitted') = (submitted_at IS NOT NULL))
) STRICT;

CREATE INDEX posting_by_author ON posting (author, changed_at);
CREATE INDEX posting_by_establishment ON posting (siret, changed_at);
CREATE INDEX posting_waiting ON posting (submitted_at) WHERE status = 'submitted';
CREATE INDEX posting_by_status ON posting (status, id);

-- What the clock has done about an offer, by the key of the duty.
CREATE TABLE duty_done (
    posting_id INTEGER NOT NULL REFERENCES posting ON DELETE CASCADE,
    key TEXT NOT NULL CHECK (key <> ''),
    at INTEGER NOT NULL,
    PRIMARY KEY (posting_id, key)
) STRICT, WITHOUT ROWID;

-- What readers say against an offer, of whatever source. Nothing about the reader.
CREATE TABLE report (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    offer_id INTEGER NOT NULL REFERENCES offer,
    reason TEXT NOT NULL CHECK (reason <> ''),
    details TEXT NOT NULL,
    at INTEGER NOT NULL,
    closed_at INTEGER,
    closed_by INTEGER REFERENCES account,
    CHECK ((closed_at IS NULL) = (closed_by IS NULL))
) STRICT;

CREATE INDEX report_open ON report (offer_id, at) WHERE closed_at IS NULL;

-- Whose offers are published before an agent reads them.
ALTER TABLE establishment ADD COLUMN trusted INTEGER NOT NULL DEFAULT 0 CHECK (trusted IN (0, 1));

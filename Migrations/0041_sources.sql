-- Where offers are fetched from by this board itself, and what became of each fetch. No secret stands here: those of France
-- Travail are settings of the program.

CREATE TABLE feed_source (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    -- A code of the program: 'rss', 'csv', 'jsonl', 'france-travail', 'pages'…
    kind TEXT NOT NULL CHECK (kind <> ''),
    label TEXT NOT NULL CHECK (label <> ''),
    url TEXT NOT NULL,
    -- Where each field stands, as agents write it; NULL: as the kind has it.
    mapping TEXT CHECK (mapping <> ''),
    minutes_between INTEGER NOT NULL CHECK (minutes_between > 0),
    -- Bounds on one fetch.
    most_octets INTEGER NOT NULL CHECK (most_octets > 0),
    most_seconds INTEGER NOT NULL CHECK (most_seconds > 0),
    -- Whether what it no longer holds is closed.
    is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
    is_paused INTEGER NOT NULL CHECK (is_paused IN (0, 1)),
    -- Raised by every change of the above: who changes what he has not seen the latest of is told so.
    version INTEGER NOT NULL CHECK (version > 0),
    created_at INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    -- Failures since the last success.
    failures INTEGER NOT NULL DEFAULT 0,
    -- What the last whole answer was known by.
    etag TEXT,
    last_modified TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE pull (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL REFERENCES feed_source ON DELETE CASCADE,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    -- 'held': its closings wait for an agent's answer.
    outcome TEXT CHECK (outcome IN ('done', 'unchanged', 'failed', 'interrupted', 'held')),
    added INTEGER NOT NULL DEFAULT 0,
    updated INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    closed INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    -- A French sentence.
    trouble TEXT,
    CHECK ((ended_at IS NULL) = (outcome IS NULL))
) STRICT;

CREATE INDEX pull_by_source ON pull (source, id);

-- The records that the last fetch refused.
CREATE TABLE pull_reject (
    source TEXT NOT NULL REFERENCES feed_source ON DELETE CASCADE,
    position INTEGER NOT NULL,
    source_id TEXT,
    title TEXT,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (source, position)
) STRICT, WITHOUT ROWID;

-- Offers that would be closed if an agent says so.
CREATE TABLE pull_absent (
    source TEXT NOT NULL REFERENCES feed_source ON DELETE CASCADE,
    offer_id INTEGER NOT NULL REFERENCES offer,
    PRIMARY KEY (source, offer_id)
) STRICT, WITHOUT ROWID;

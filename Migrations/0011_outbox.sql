-- Mails to be sent, written in the transaction that gives the reason for them.

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Names what the mail is about, once and for ever: a second mail of that key is not written. NULL: no such name.
    key TEXT UNIQUE CHECK (key <> ''),
    -- Before the @ of the Message-ID, the same at every try.
    message TEXT NOT NULL UNIQUE CHECK (message <> ''),
    recipient TEXT NOT NULL,
    recipient_name TEXT,
    subject TEXT NOT NULL,
    -- Emptied once the mail has left or will not leave: it may hold links that let their reader in.
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    -- 'discarded': written for an unknown address, so that the answer takes as long as for a known one.
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'late', 'discarded')),
    created_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    -- After this moment it is of no use to its reader.
    expires_at INTEGER,
    -- Counted before each try.
    attempts INTEGER NOT NULL DEFAULT 0,
    closed_at INTEGER,
    last_error TEXT,
    CHECK ((state = 'waiting') = (closed_at IS NULL))
) STRICT;

CREATE INDEX outbox_waiting ON outbox (due_at, id) WHERE state = 'waiting';
CREATE INDEX outbox_by_recipient ON outbox (recipient, id);

-- Who does the work that only one process may do.
CREATE TABLE lease (
    name TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

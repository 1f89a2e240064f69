-- Keys of partners' programs. The key itself is shown once and never kept.

CREATE TABLE partner_key (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- SHA-256 of the key.
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    -- The partner, as the person who made the key names it.
    name TEXT NOT NULL CHECK (name <> ''),
    -- Codes in order, separated by one space.
    scopes TEXT NOT NULL CHECK (scopes <> ''),
    requests_per_minute INTEGER NOT NULL CHECK (requests_per_minute > 0),
    created_at INTEGER NOT NULL,
    -- To the hour.
    last_used_at INTEGER,
    revoked_at INTEGER
) STRICT;

-- Partners' subscriptions: who is told of the changes to what a search finds, and at which address.

CREATE TABLE webhook (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    partner_key INTEGER NOT NULL REFERENCES partner_key,
    url TEXT NOT NULL CHECK (url <> ''),
    -- Query string of the search, without what pages through it.
    search TEXT NOT NULL,
    -- Who is told when calls are given up.
    email TEXT CHECK (email <> ''),
    -- Both sides know it, so it cannot be kept as a hash. The one before it signs too until its time is over.
    secret BLOB NOT NULL CHECK (length(secret) = 32),
    old_secret BLOB CHECK (length(old_secret) = 32),
    old_secret_until INTEGER,
    -- Why no calls are made; NULL while they are.
    paused_reason TEXT CHECK (paused_reason <> ''),
    -- The last change that was told, or that does not concern it.
    position INTEGER NOT NULL CHECK (position >= 0),
    -- The call under way, or to be made again: its name, and the change it goes up to.
    call TEXT,
    call_end INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    failing_since INTEGER,
    wants_test INTEGER NOT NULL DEFAULT 0 CHECK (wants_test IN (0, 1)),
    due_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    CHECK ((call IS NULL) = (call_end IS NULL)),
    CHECK ((failures = 0) = (failing_since IS NULL)),
    CHECK ((old_secret IS NULL) = (old_secret_until IS NULL))
) STRICT;

CREATE INDEX webhook_by_key ON webhook (partner_key, id);

-- Offers that the search of a subscription has found, so that their end can be told.
CREATE TABLE webhook_offer (
    webhook_id INTEGER NOT NULL REFERENCES webhook ON DELETE CASCADE,
    offer_id INTEGER NOT NULL REFERENCES offer,
    -- The changes with which it came in, 0 for before the subscription, and left; NULL while it is in.
    found_at INTEGER NOT NULL,
    left_at INTEGER,
    PRIMARY KEY (webhook_id, offer_id)
) STRICT, WITHOUT ROWID;

-- Every call, begun before it is made.
CREATE TABLE webhook_delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    webhook_id INTEGER NOT NULL REFERENCES webhook ON DELETE CASCADE,
    call TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('changements', 'essai')),
    -- The changes it tells: after the first number, up to the last.
    after INTEGER NOT NULL,
    up_to INTEGER NOT NULL,
    events INTEGER NOT NULL,
    attempt INTEGER NOT NULL CHECK (attempt > 0),
    begun_at INTEGER NOT NULL,
    milliseconds INTEGER,
    -- Of the answer; NULL without one.
    status INTEGER,
    error TEXT,
    next_at INTEGER
) STRICT;

CREATE INDEX webhook_delivery_by_webhook ON webhook_delivery (webhook_id, id);

-- The generators' secrets are sealed with a key that is not in the database (docs/decisions/0812-sealed-secrets.md). Old ones stay in
-- account_secret.totp until the program, which has the key, has sealed them at its next start.
ALTER TABLE account_secret ADD COLUMN totp_sealed BLOB;

-- Sessions may begin at an OpenID provider; what they keep of secrets is sealed. Those that were setting up a generator end.
CREATE TABLE session_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    account_id INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
    -- 'code' and 'enrolment' owe the second factor.
    level TEXT NOT NULL CHECK (level IN ('full', 'code', 'enrolment')),
    method TEXT NOT NULL CHECK (method IN ('link', 'password', 'openid')),
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    -- Seconds without a request after which it is over.
    idle_limit INTEGER NOT NULL CHECK (idle_limit > 0),
    -- "Firefox, Windows": for its owner to recognise it by.
    device TEXT NOT NULL,
    -- Sealed: the secret of a generator that is being set up; the OpenID provider's token, for signing out there.
    pending_totp BLOB,
    id_token BLOB
) STRICT;

INSERT INTO session_new
    (id, hash, account_id, level, method, created_at, seen_at, expires_at, idle_limit, device)
    SELECT id, hash, account_id, level, method, created_at, seen_at, expires_at, idle_limit, device
    FROM session WHERE level <> 'enrolment';
DROP TABLE session;
ALTER TABLE session_new RENAME TO session;
CREATE INDEX session_by_account ON session (account_id);

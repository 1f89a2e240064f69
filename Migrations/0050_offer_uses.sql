-- How offers written here are used, by day: nothing tells who did it, and no two lines can be linked.
CREATE TABLE offer_use (
    offer_id INTEGER NOT NULL REFERENCES offer,
    day INTEGER NOT NULL,
    -- Pages of results that showed it.
    shown INTEGER NOT NULL DEFAULT 0 CHECK (shown >= 0),
    -- Times its page was read.
    views INTEGER NOT NULL DEFAULT 0 CHECK (views >= 0),
    -- Times someone went to apply: followed the link, asked for the address, pressed the number.
    applications INTEGER NOT NULL DEFAULT 0 CHECK (applications >= 0),
    PRIMARY KEY (offer_id, day)
) STRICT, WITHOUT ROWID;

CREATE INDEX offer_use_by_day ON offer_use (day);

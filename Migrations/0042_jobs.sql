-- One job told by several sources. Everything here but the judgements can be made again from the offers.

-- What offers are looked up by when another may tell the same job: by words of the text, title and employer, each with the place.
CREATE TABLE job_key (
    key INTEGER NOT NULL,
    offer_id INTEGER NOT NULL REFERENCES offer,
    PRIMARY KEY (key, offer_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX job_key_by_offer ON job_key (offer_id);

-- Offers that tell one job; an offer that stands alone has no row.
CREATE TABLE job_offer (
    offer_id INTEGER PRIMARY KEY REFERENCES offer,
    -- Names the group: the number of one of its offers.
    job INTEGER NOT NULL,
    -- Of the open ones, that of the lowest rank is shown, and of those the one received first.
    rank INTEGER NOT NULL CHECK (rank >= 0)
) STRICT;

CREATE INDEX job_offer_by_job ON job_offer (job, rank, offer_id);

-- What agents say of two offers, whatever the program finds.
CREATE TABLE job_judgement (
    low INTEGER NOT NULL REFERENCES offer,
    high INTEGER NOT NULL REFERENCES offer,
    is_same INTEGER NOT NULL CHECK (is_same IN (0, 1)),
    decided_by INTEGER REFERENCES account,
    decided_at INTEGER NOT NULL,
    PRIMARY KEY (low, high),
    CHECK (low < high)
) STRICT, WITHOUT ROWID;

-- Up to which change the offers have been looked at.
CREATE TABLE job_progress (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    sequence INTEGER NOT NULL
) STRICT;

INSERT INTO job_progress (id, sequence) VALUES (1, 0);

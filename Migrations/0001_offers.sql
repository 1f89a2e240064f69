-- Offers, as sources give them, and the board's own record of their life.
-- Instants are seconds since 1970-01-01T00:00:00Z; days are days since 1970-01-01; money is in euro cents.

CREATE TABLE offer (
    -- The public code in addresses is a permutation of this number, so a number is never used twice.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL CHECK (source <> ''),
    source_id TEXT NOT NULL CHECK (source_id <> ''),
    status TEXT NOT NULL CHECK (status IN (
        'draft', 'submitted', 'changes_requested', 'published', 'filled', 'expired', 'withdrawn', 'moderated')),
    -- Why it was closed, where that decides whether the source may open it again; NULL while it is not closed.
    closed_reason TEXT CHECK (closed_reason <> ''),
    received_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL CHECK (changed_at >= received_at),
    closed_at INTEGER,
    -- Of everything the source said: an offer that comes again unchanged is known by it.
    digest INTEGER NOT NULL,

    title TEXT NOT NULL CHECK (title <> ''),
    occupation TEXT CHECK (length(occupation) = 5),
    parent_occupation TEXT CHECK (length(parent_occupation) = 5),
    appellation_code TEXT,
    appellation TEXT,
    place_precision TEXT NOT NULL CHECK (place_precision IN ('commune', 'departement', 'region', 'country')),
    place TEXT NOT NULL,
    commune TEXT CHECK (length(commune) = 5),
    postcode TEXT CHECK (length(postcode) = 5),
    departement TEXT,
    latitude REAL CHECK (latitude BETWEEN -90 AND 90),
    longitude REAL CHECK (longitude BETWEEN -180 AND 180),
    contract TEXT NOT NULL CHECK (contract <> ''),
    contract_note TEXT,
    duration_in_months REAL CHECK (duration_in_months > 0),
    working_time TEXT CHECK (working_time IN ('plein', 'partiel')),
    weekly_hours REAL CHECK (weekly_hours > 0),
    -- Sets are codes in order, separated by one space.
    schedules TEXT NOT NULL,
    salary_minimum INTEGER CHECK (salary_minimum > 0),
    salary_maximum INTEGER CHECK (salary_maximum > salary_minimum),
    salary_period TEXT CHECK (salary_period IN ('horaire', 'mensuel', 'annuel')),
    salary_text TEXT,
    employer TEXT,
    siret TEXT CHECK (length(siret) = 14),
    activity TEXT,
    experience TEXT CHECK (experience IN ('D', 'S', 'E')),
    experience_note TEXT,
    licences TEXT NOT NULL,
    training_level INTEGER,
    positions INTEGER NOT NULL CHECK (positions > 0),
    telework INTEGER NOT NULL CHECK (telework IN (0, 1)),
    accessible INTEGER NOT NULL CHECK (accessible IN (0, 1)),
    insertion TEXT NOT NULL,
    application_url TEXT,
    application_email TEXT,
    application_phone TEXT,
    application_instructions TEXT,
    published_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL CHECK (updated_at >= published_at),
    deadline INTEGER NOT NULL,
    duplicate_of TEXT,

    UNIQUE (source, source_id),
    CHECK ((latitude IS NULL) = (longitude IS NULL)),
    CHECK ((salary_minimum IS NULL) = (salary_period IS NULL)),
    CHECK (salary_maximum IS NULL OR salary_minimum IS NOT NULL)
) STRICT;

-- Lists of what is published, newest first. Whether the deadline has passed is decided on reading.
CREATE INDEX offer_recent ON offer (status, published_at DESC, id DESC, deadline);
CREATE INDEX offer_by_occupation ON offer (status, occupation, published_at DESC, id DESC, deadline);
-- In the order of the numbers: building the search index and the sitemap go through it.
CREATE INDEX offer_by_status ON offer (status, id, deadline, changed_at);

-- The long text stands apart, so that going through all offers does not read it.
CREATE TABLE offer_text (
    offer_id INTEGER PRIMARY KEY REFERENCES offer ON DELETE CASCADE,
    description TEXT NOT NULL
) STRICT;

-- What the search engine made of an offer's text, so that it need not do it again at every start.
CREATE TABLE offer_analysis (
    offer_id INTEGER PRIMARY KEY REFERENCES offer ON DELETE CASCADE,
    version INTEGER NOT NULL,
    analysis BLOB NOT NULL
) STRICT;

-- Every change of what readers see, written in the transaction that makes it: the numbers have no gap.
CREATE TABLE change (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    offer_id INTEGER NOT NULL REFERENCES offer,
    kind TEXT NOT NULL CHECK (kind IN ('added', 'updated', 'closed', 'reopened')),
    reason TEXT,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX change_by_offer ON change (offer_id);

-- An offer whole; the program reads these columns by their place.
CREATE VIEW posted_offer AS
SELECT
    offer.id, source, source_id, status, received_at, changed_at, closed_at, title, description, occupation,
    parent_occupation, appellation_code, appellation, place_precision, place, commune, postcode, departement, latitude,
    longitude, contract, contract_note, duration_in_months, working_time, weekly_hours, schedules, salary_minimum,
    salary_maximum, salary_period, salary_text, employer, siret, activity, experience, experience_note, licences,
    training_level, positions, telework, accessible, insertion, application_url, application_email, application_phone,
    application_instructions, published_at, updated_at, deadline, duplicate_of
FROM offer JOIN offer_text ON offer_text.offer_id = offer.id;

-- An offer may be accepted for a day to come, and a change of a published one waits apart from what readers see.
ALTER TABLE posting ADD COLUMN starts_on INTEGER;
ALTER TABLE posting ADD COLUMN accepted_at INTEGER;
-- The fields of the change as handed in, urlencoded, and since when it waits; both NULL while none does.
ALTER TABLE posting ADD COLUMN revision TEXT;
ALTER TABLE posting ADD COLUMN revised_at INTEGER CHECK ((revised_at IS NULL) = (revision IS NULL));

CREATE INDEX posting_revised ON posting (revised_at) WHERE revised_at IS NOT NULL;

-- A posting whole; the program reads these columns by their place.
CREATE VIEW whole_posting AS
SELECT
    id, offer_id, siret, author, version, status, deadline, published_at, confirmed_at, asked_at, closed_at, outcome, title,
    fields, created_at, changed_at, submitted_at, starts_on, accepted_at, revision, revised_at,
    (SELECT count(*) FROM report WHERE report.offer_id = posting.offer_id AND report.closed_at IS NULL) AS reports
FROM posting;

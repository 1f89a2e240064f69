-- Offers by what only programs ask for: the employer's activity and the job's title.

CREATE INDEX offer_by_activity ON offer (activity) WHERE status = 'published' AND activity IS NOT NULL;
CREATE INDEX offer_by_appellation ON offer (appellation_code) WHERE status = 'published' AND appellation_code IS NOT NULL;

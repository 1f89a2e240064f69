-- Offers by what only programs ask for, beside the search engine: the length of the contract.

CREATE INDEX offer_by_duration ON offer (status, duration_in_months, deadline, id) WHERE duration_in_months IS NOT NULL;

-- The words of every offer, whatever its status, for those who look after the board. French: the tokenizer the program
-- registers (target Search), so that "infirmiere" finds "Infirmier·ère". Only the program can read or write this table.
-- It keeps no text of its own, and is kept true by the triggers, in the transaction that changes an offer.

CREATE VIEW offer_searched AS
SELECT offer.id, title, employer, place, appellation, description
FROM offer JOIN offer_text ON offer_text.offer_id = offer.id;

CREATE VIRTUAL TABLE offer_search USING fts5(
    title, employer, place, appellation, description,
    content = 'offer_searched', content_rowid = 'id', tokenize = 'french'
);

INSERT INTO offer_search (rowid, title, employer, place, appellation, description)
SELECT id, title, employer, place, appellation, description FROM offer_searched;

-- An offer's text is written after the offer, and deleted with it.
CREATE TRIGGER offer_search_added AFTER INSERT ON offer_text BEGIN
    INSERT INTO offer_search (rowid, title, employer, place, appellation, description)
    SELECT id, title, employer, place, appellation, new.description FROM offer WHERE id = new.offer_id;
END;

CREATE TRIGGER offer_search_text_changed AFTER UPDATE OF description ON offer_text
WHEN old.description IS NOT new.description BEGIN
    INSERT INTO offer_search (offer_search, rowid, title, employer, place, appellation, description)
    SELECT 'delete', id, title, employer, place, appellation, old.description FROM offer WHERE id = new.offer_id;
    INSERT INTO offer_search (rowid, title, employer, place, appellation, description)
    SELECT id, title, employer, place, appellation, new.description FROM offer WHERE id = new.offer_id;
END;

CREATE TRIGGER offer_search_changed AFTER UPDATE OF title, employer, place, appellation ON offer
WHEN old.title IS NOT new.title OR old.employer IS NOT new.employer OR old.place IS NOT new.place
    OR old.appellation IS NOT new.appellation BEGIN
    INSERT INTO offer_search (offer_search, rowid, title, employer, place, appellation, description)
    SELECT 'delete', old.id, old.title, old.employer, old.place, old.appellation, description
    FROM offer_text WHERE offer_id = old.id;
    INSERT INTO offer_search (rowid, title, employer, place, appellation, description)
    SELECT new.id, new.title, new.employer, new.place, new.appellation, description
    FROM offer_text WHERE offer_id = new.id;
END;

CREATE TRIGGER offer_search_deleted BEFORE DELETE ON offer BEGIN
    INSERT INTO offer_search (offer_search, rowid, title, employer, place, appellation, description)
    SELECT 'delete', id, title, employer, place, appellation, description FROM offer_searched WHERE id = old.id;
END;

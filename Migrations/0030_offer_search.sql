-- The words of every offer, whatever its status, for those who look after the board. French: the tokenizer the program
-- registers (target Search), so that "infirmiere" finds "Infirmier·ère". Only the program can read or write this table.
-- It keeps no text of its own, and is kept true by the program, in the transaction that changes an offer: triggers may not
-- touch a virtual table where the schema is not trusted.

CREATE VIEW offer_searched AS
SELECT offer.id, title, employer, place, appellation, description
FROM offer JOIN offer_text ON offer_text.offer_id = offer.id;

CREATE VIRTUAL TABLE offer_search USING fts5(
    title, employer, place, appellation, description,
    content = 'offer_searched', content_rowid = 'id', tokenize = 'french'
);

INSERT INTO offer_search (rowid, title, employer, place, appellation, description)
SELECT id, title, employer, place, appellation, description FROM offer_searched;

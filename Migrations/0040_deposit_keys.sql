-- The source whose offers a key may hand in; NULL for a key that only reads.
ALTER TABLE partner_key ADD COLUMN source TEXT CHECK (source <> '');

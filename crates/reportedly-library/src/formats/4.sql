-- Format 4: what an address names, however it is written: without tracking, "www.", an archive before it.
ALTER TABLE documents ADD COLUMN address_key TEXT;
CREATE INDEX documents_by_key ON documents (address_key);
DROP INDEX IF EXISTS documents_by_address;

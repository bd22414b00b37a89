-- A library of format 5 with three articles, two of which share text, one correction, one failure, one note and one tag.
PRAGMA application_id = 1380996185;

CREATE TABLE documents (
  doc_row INTEGER PRIMARY KEY,
  doc_id TEXT NOT NULL UNIQUE,
  version_of TEXT REFERENCES documents (doc_id) DEFERRABLE INITIALLY DEFERRED,
  url TEXT,
  canonical_url TEXT,
  outlet TEXT,
  title TEXT,
  byline TEXT,
  lang TEXT,
  published_at TEXT,
  published_at_precision TEXT,
  published_at_method TEXT,
  published_at_guess INTEGER,
  modified_at TEXT,
  fetched_at TEXT,
  text TEXT NOT NULL,
  body_start INTEGER NOT NULL,
  text_sha256 TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  model TEXT,
  notes TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;
CREATE INDEX documents_by_address ON documents (coalesce(canonical_url, url));
CREATE INDEX documents_by_text ON documents (text_sha256);

CREATE TABLE claims (
  claim_row INTEGER PRIMARY KEY,
  doc_id TEXT NOT NULL REFERENCES documents (doc_id),
  claim_id TEXT NOT NULL,
  content TEXT NOT NULL,
  cue TEXT,
  cue_class TEXT,
  source TEXT NOT NULL,
  source_id TEXT,
  source_kind TEXT,
  source_name TEXT,
  source_specificity INTEGER,
  mode TEXT NOT NULL,
  certainty TEXT,
  polarity TEXT,
  hedge TEXT,
  within TEXT,
  voice TEXT,
  confidence REAL NOT NULL,
  method TEXT NOT NULL,
  UNIQUE (doc_id, claim_id)
) STRICT;
CREATE INDEX claims_by_id ON claims (claim_id);

CREATE TABLE captures (
  capture_row INTEGER PRIMARY KEY,
  doc_id TEXT NOT NULL REFERENCES documents (doc_id),
  place TEXT NOT NULL,
  fetched_at TEXT,
  digest TEXT,
  repeats INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  UNIQUE (place, doc_id)
) STRICT;
CREATE INDEX captures_by_document ON captures (doc_id);
CREATE INDEX captures_by_digest ON captures (digest) WHERE digest IS NOT NULL;

CREATE TABLE failures (
  place TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  seen_at TEXT NOT NULL
) STRICT;

CREATE TABLE corrections (
  correction_id INTEGER PRIMARY KEY,
  text_sha256 TEXT NOT NULL,
  claim_id TEXT NOT NULL,
  who TEXT NOT NULL,
  made_at TEXT NOT NULL,
  old TEXT,
  new TEXT
) STRICT;
CREATE INDEX corrections_by_text ON corrections (text_sha256);

-- One row a place of a claim, for those who read the file with SQL.
CREATE VIEW spans AS
  SELECT doc_id, claim_id, 'content' AS role, key AS piece, value ->> 'start' AS start, value ->> 'end' AS "end",
    value ->> 'text' AS text FROM claims, json_each(content)
  UNION ALL
  SELECT doc_id, claim_id, 'source', key, value ->> 'start', value ->> 'end', value ->> 'text'
    FROM claims, json_each(source)
  UNION ALL
  SELECT doc_id, claim_id, 'cue', 0, cue ->> 'start', cue ->> 'end', cue ->> 'text' FROM claims WHERE cue IS NOT NULL;

CREATE VIRTUAL TABLE documents_words USING fts5 (
  text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE claims_words USING fts5 (
  content, source, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO documents (doc_row, doc_id, url, outlet, published_at, published_at_precision, published_at_method, published_at_guess, text, body_start, text_sha256, schema_version, model, notes, added_at) VALUES (1, 'tide', 'https://courier.example/tide', 'The Velmouth Courier', '2031-04-01', 'day', 'caller', 0, 'The pier of Velmouth stays closed until the storm has gone, the harbour office wrote on Friday.

“The tide waits for nobody,” said Mara Hale, the engineer, “and neither does the sea wall.”', 0, 'f0a7d69ab03cf182d9a4faf27795f348a24d225ec7e3ebad6cc8f705cc78b00f', 1, 'old model', '[]', '2031-04-09T10:00:00Z');
INSERT INTO documents_words (rowid, text) VALUES (1, 'The pier of Velmouth stays closed until the storm has gone, the harbour office wrote on Friday.

“The tide waits for nobody,” said Mara Hale, the engineer, “and neither does the sea wall.”');
INSERT INTO captures (doc_id, place, repeats, added_at) VALUES ('tide', 'tide.html', 0, '2031-04-09T10:00:00Z');
INSERT INTO claims (claim_row, doc_id, claim_id, content, cue, source, mode, confidence, method) VALUES (1, 'tide', '0000000000000001', '[{"start": 97, "end": 125, "text": "“The tide waits for nobody,”"}]', '{"start": 126, "end": 130, "text": "said"}', '[{"start": 131, "end": 140, "text": "Mara Hale"}]', 'direct', 0.9, 'rules');
INSERT INTO claims_words (rowid, content, source) VALUES (1, '“The tide waits for nobody,”', 'Mara Hale');
INSERT INTO documents (doc_row, doc_id, url, outlet, published_at, published_at_precision, published_at_method, published_at_guess, text, body_start, text_sha256, schema_version, model, notes, added_at) VALUES (2, 'copy', 'https://courier.example/copy', 'The Velmouth Courier', '2031-04-02', 'day', 'caller', 0, 'Velmouth. The pier of Velmouth stays closed until the storm has gone, the harbour office wrote on Friday.

“The tide waits for nobody,” said Mara Hale, the engineer, “and neither does the sea wall.”', 0, '668d93d8662fbc0c7c9fa47c5b7b19db8eee78f333e188ac07afc7c033568158', 1, 'old model', '[]', '2031-04-09T10:00:00Z');
INSERT INTO documents_words (rowid, text) VALUES (2, 'Velmouth. The pier of Velmouth stays closed until the storm has gone, the harbour office wrote on Friday.

“The tide waits for nobody,” said Mara Hale, the engineer, “and neither does the sea wall.”');
INSERT INTO captures (doc_id, place, repeats, added_at) VALUES ('copy', 'copy.html', 0, '2031-04-09T10:00:00Z');
INSERT INTO claims (claim_row, doc_id, claim_id, content, cue, source, mode, confidence, method) VALUES (2, 'copy', '0000000000000002', '[{"start": 107, "end": 135, "text": "“The tide waits for nobody,”"}]', '{"start": 136, "end": 140, "text": "said"}', '[{"start": 141, "end": 150, "text": "Mara Hale"}]', 'direct', 0.9, 'rules');
INSERT INTO claims_words (rowid, content, source) VALUES (2, '“The tide waits for nobody,”', 'Mara Hale');
INSERT INTO documents (doc_row, doc_id, url, outlet, published_at, published_at_precision, published_at_method, published_at_guess, text, body_start, text_sha256, schema_version, model, notes, added_at) VALUES (3, 'ferry', 'https://courier.example/ferry', 'The Velmouth Courier', '2031-04-03', 'day', 'caller', 0, '“The ferry was late,” said Tom Reed.', 0, '8bf0fd7ad6d0cd2999e93e2a07cae540b97fa02160c896102cdee9f154672b7d', 1, 'old model', '[]', '2031-04-09T10:00:00Z');
INSERT INTO documents_words (rowid, text) VALUES (3, '“The ferry was late,” said Tom Reed.');
INSERT INTO captures (doc_id, place, repeats, added_at) VALUES ('ferry', 'ferry.html', 0, '2031-04-09T10:00:00Z');
INSERT INTO claims (claim_row, doc_id, claim_id, content, cue, source, mode, confidence, method) VALUES (3, 'ferry', '0000000000000003', '[{"start": 0, "end": 21, "text": "“The ferry was late,”"}]', '{"start": 22, "end": 26, "text": "said"}', '[{"start": 27, "end": 35, "text": "Tom Reed"}]', 'direct', 0.9, 'rules');
INSERT INTO claims_words (rowid, content, source) VALUES (3, '“The ferry was late,”', 'Tom Reed');
UPDATE claims SET source = '[]', method = 'hand', confidence = 1.0 WHERE claim_row = 3;
INSERT INTO corrections (text_sha256, claim_id, who, made_at, old, new) VALUES ('8bf0fd7ad6d0cd2999e93e2a07cae540b97fa02160c896102cdee9f154672b7d', '0000000000000003', 'ann', '2031-04-09T11:00:00Z', '{"claim_id": "0000000000000003", "content": [{"start": 0, "end": 21, "text": "“The ferry was late,”"}], "cue": {"start": 22, "end": 26, "text": "said"}, "source": [{"start": 27, "end": 35, "text": "Tom Reed"}], "mode": "direct", "within": null, "confidence": 1.0, "method": "hand"}', '{"claim_id": "0000000000000003", "content": [{"start": 0, "end": 21, "text": "“The ferry was late,”"}], "cue": {"start": 22, "end": 26, "text": "said"}, "source": [], "mode": "direct", "within": null, "confidence": 1.0, "method": "hand"}');
INSERT INTO failures VALUES ('empty.html', 'is empty', '2031-04-09T10:00:00Z');

-- Format 2: who the sources are, and which articles share text.
ALTER TABLE claims ADD COLUMN source_title TEXT;
ALTER TABLE claims ADD COLUMN source_affiliation TEXT;
ALTER TABLE claims ADD COLUMN source_counted INTEGER;
ALTER TABLE claims ADD COLUMN via TEXT;
ALTER TABLE claims ADD COLUMN anonymity_reason TEXT;

CREATE TABLE sources (
  source_row INTEGER PRIMARY KEY,
  doc_id TEXT NOT NULL REFERENCES documents (doc_id),
  source_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT,
  title TEXT,
  mentions TEXT NOT NULL,
  claim_ids TEXT NOT NULL,
  UNIQUE (doc_id, source_id)
) STRICT;

-- What follows from the texts alone.
CREATE TABLE entries (
  doc_row INTEGER PRIMARY KEY REFERENCES documents (doc_row),
  words INTEGER NOT NULL
) STRICT;

-- Words of an article that stood first in another one; runs are [word here, word there, how many].
CREATE TABLE links (
  doc_row INTEGER NOT NULL REFERENCES documents (doc_row),
  root_row INTEGER NOT NULL REFERENCES documents (doc_row),
  runs TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  quoted INTEGER NOT NULL,
  whole_lines INTEGER NOT NULL
) STRICT;
CREATE INDEX links_by_document ON links (doc_row);

-- Five words in a row, as a number, with the article where they stood first; a sample. A full-text index,
-- because it is written in runs: rows in the order of their numbers would be written all over the file.
CREATE VIRTUAL TABLE shingles USING fts5 (
  shingle, content = '', detail = 'none', columnsize = 0, tokenize = 'ascii'
);

INSERT INTO entries VALUES (1, 33), (2, 34), (3, 7);
INSERT INTO links VALUES (2, 1, '[[1,0,33]]', 10, 202, 11, 1);
INSERT INTO shingles (rowid, shingle) VALUES
  (1, '06f918af86 071bd6193e 2d9da9028e 309a6870fe 31de32b86d 3b0a941fc8'),
  (2, '5753c7f4fa'),
  (3, '1f20bbf824');
INSERT INTO sources VALUES (1, 'tide', '00000000000000a1', 'person', 'Mara Hale', NULL, '[]', '["0000000000000001"]');

ALTER TABLE claims ADD COLUMN stance TEXT;
ALTER TABLE claims ADD COLUMN unasserted TEXT;
ALTER TABLE documents ADD COLUMN support TEXT;
UPDATE claims SET stance = 'asserts';
UPDATE documents SET support = 'full';

ALTER TABLE documents ADD COLUMN address_key TEXT;
CREATE INDEX documents_by_key ON documents (address_key);
DROP INDEX IF EXISTS documents_by_address;
UPDATE documents SET address_key = 'courier.example/' || doc_id;

-- Format 5: corrections of articles, and why; notes; tags; what was removed; what was fetched; settings.
CREATE TABLE corrections_with_reasons (
  correction_id INTEGER PRIMARY KEY,
  text_sha256 TEXT NOT NULL,
  doc_id TEXT,
  claim_id TEXT,
  who TEXT NOT NULL,
  why TEXT,
  made_at TEXT NOT NULL,
  old TEXT,
  new TEXT
) STRICT;
INSERT INTO corrections_with_reasons (correction_id, text_sha256, claim_id, who, made_at, old, new)
  SELECT correction_id, text_sha256, claim_id, who, made_at, old, new FROM corrections;
DROP TABLE corrections;
ALTER TABLE corrections_with_reasons RENAME TO corrections;
CREATE INDEX corrections_by_text ON corrections (text_sha256);
CREATE INDEX corrections_by_document ON corrections (doc_id) WHERE doc_id IS NOT NULL;

CREATE TABLE notes (
  note_id INTEGER PRIMARY KEY,
  doc_id TEXT NOT NULL REFERENCES documents (doc_id),
  claim_id TEXT,
  who TEXT NOT NULL,
  made_at TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;
CREATE INDEX notes_by_document ON notes (doc_id);

CREATE TABLE tags (
  tag_row INTEGER PRIMARY KEY,
  doc_id TEXT NOT NULL REFERENCES documents (doc_id),
  tag TEXT NOT NULL COLLATE NOCASE,
  who TEXT NOT NULL,
  made_at TEXT NOT NULL,
  UNIQUE (doc_id, tag)
) STRICT;
CREATE INDEX tags_by_tag ON tags (tag);

-- Of what was removed only digests: of its id, its text and its address.
CREATE TABLE removed (
  digest TEXT PRIMARY KEY,
  removed_at TEXT NOT NULL
) STRICT;

-- What a server said of an address, so that it need not send again what has not changed.
CREATE TABLE fetches (
  address TEXT PRIMARY KEY,
  etag TEXT,
  last_modified TEXT,
  fetched_at TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

INSERT INTO notes VALUES (1, 'tide', NULL, 'ann', '2031-04-09T11:00:00Z', 'Ask the harbour office.');
INSERT INTO tags VALUES (1, 'tide', 'sea', 'ann', '2031-04-09T11:00:00Z');
PRAGMA user_version = 5;

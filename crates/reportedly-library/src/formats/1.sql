-- Format 1. Tables are the public shape; columns ending in _row only order and join.
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

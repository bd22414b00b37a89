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

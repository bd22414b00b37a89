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

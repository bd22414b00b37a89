-- Format 6: what happened: who is named, expressions of time, incidents with those in them and what is stated of them.
ALTER TABLE claims ADD COLUMN incident_id TEXT;

CREATE TABLE entities (
  entity_row INTEGER PRIMARY KEY,
  doc_id TEXT NOT NULL REFERENCES documents (doc_id),
  entity_id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  mentions TEXT NOT NULL,
  UNIQUE (doc_id, entity_id)
) STRICT;

CREATE TABLE dates (
  date_row INTEGER PRIMARY KEY,
  doc_id TEXT NOT NULL REFERENCES documents (doc_id),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  type TEXT NOT NULL,
  value TEXT,
  earliest TEXT,
  latest TEXT,
  anchor TEXT NOT NULL,
  precision TEXT,
  mod TEXT
) STRICT;
CREATE INDEX dates_by_document ON dates (doc_id);

CREATE TABLE events (
  event_row INTEGER PRIMARY KEY,
  doc_id TEXT NOT NULL REFERENCES documents (doc_id),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  class TEXT NOT NULL,
  tense TEXT,
  polarity TEXT,
  status TEXT,
  said_by TEXT
) STRICT;
CREATE INDEX events_by_document ON events (doc_id);

CREATE TABLE incidents (
  incident_row INTEGER PRIMARY KEY,
  doc_id TEXT NOT NULL REFERENCES documents (doc_id),
  incident_id TEXT NOT NULL,
  main INTEGER NOT NULL,
  kind TEXT,
  words TEXT NOT NULL,
  when_value TEXT,
  when_precision TEXT,
  earliest TEXT,
  latest TEXT,
  when_text TEXT,
  when_start INTEGER,
  when_end INTEGER,
  where_name TEXT,
  where_start INTEGER,
  where_end INTEGER,
  settlement TEXT,
  region TEXT,
  country TEXT,
  lat REAL,
  lon REAL,
  rests_on TEXT NOT NULL,
  disputed TEXT NOT NULL,
  UNIQUE (doc_id, incident_id)
) STRICT;

CREATE TABLE participants (
  participant_row INTEGER PRIMARY KEY,
  doc_id TEXT NOT NULL,
  incident_id TEXT NOT NULL,
  entity_id TEXT,
  role TEXT NOT NULL,
  presented TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  FOREIGN KEY (doc_id, incident_id) REFERENCES incidents (doc_id, incident_id)
) STRICT;
CREATE INDEX participants_by_incident ON participants (doc_id, incident_id);

CREATE TABLE facts (
  fact_row INTEGER PRIMARY KEY,
  doc_id TEXT NOT NULL,
  incident_id TEXT NOT NULL,
  slot TEXT NOT NULL,
  value TEXT NOT NULL,
  least INTEGER,
  most INTEGER,
  span TEXT NOT NULL,
  said_by TEXT,
  presented TEXT NOT NULL,
  confidence REAL NOT NULL,
  FOREIGN KEY (doc_id, incident_id) REFERENCES incidents (doc_id, incident_id)
) STRICT;
CREATE INDEX facts_by_incident ON facts (doc_id, incident_id);

-- The days between which an incident lies, as Julian day numbers, and the names of its place: both by incident_row.
CREATE VIRTUAL TABLE incidents_days USING rtree_i32 (incident_row, first, last);
CREATE VIRTUAL TABLE incidents_places USING fts5 (
  settlement, region, country, words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- Articles that were added before incidents were read.
CREATE INDEX documents_without_incidents ON documents (doc_row) WHERE instr(notes, '"without_incidents"') > 0;

-- Which articles tell of one incident: of each its story; what it is compared by; and the handles by which others find it.
ALTER TABLE documents ADD COLUMN story_id TEXT;
CREATE INDEX documents_by_story ON documents (story_id);

CREATE TABLE story_keys (
  doc_row INTEGER PRIMARY KEY,
  keys BLOB NOT NULL
) STRICT;

CREATE TABLE story_handles (
  handle INTEGER NOT NULL,
  doc_row INTEGER NOT NULL,
  PRIMARY KEY (handle, doc_row)
) STRICT, WITHOUT ROWID;

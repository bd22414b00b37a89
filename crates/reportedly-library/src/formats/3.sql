-- Format 3: what a source does with a claim, and how much of an article's language is read.
ALTER TABLE claims ADD COLUMN stance TEXT;
ALTER TABLE claims ADD COLUMN unasserted TEXT;
ALTER TABLE documents ADD COLUMN support TEXT;

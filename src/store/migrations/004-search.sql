-- Version 4: full-text search.
--
-- The index follows what is written apart from the keystroke: a save only notes in searchable that the entry waits, with
-- the text that the index has of it, so that it can be taken out of there; kist-search-table.c does that, and puts the
-- new text in, before anyone searches.
--
-- number is what the index knows an entry by: entry's own rowid would change whenever the file is copied.
CREATE TABLE searchable (
  number     INTEGER PRIMARY KEY,
  entry      TEXT    NOT NULL UNIQUE REFERENCES entry (id),
  is_indexed INTEGER NOT NULL DEFAULT FALSE,
  is_waiting INTEGER NOT NULL DEFAULT TRUE,
  title      TEXT,
  body       TEXT
) STRICT;

CREATE INDEX searchable_waiting ON searchable (number) WHERE is_waiting;

-- What the index has, word for word.
CREATE VIEW searchable_text AS
SELECT number, coalesce (searchable.title, entry.title) AS title, coalesce (searchable.body, entry.body) AS body
FROM searchable JOIN entry ON entry.id = searchable.entry WHERE is_indexed;

CREATE VIRTUAL TABLE search_index USING fts5 (
  title, body, content = 'searchable_text', content_rowid = 'number',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

-- What is taken out leaves no words behind. A word of the title counts as much as four of the text.
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);
INSERT INTO search_index (search_index, rank) VALUES ('rank', 'bm25 (4.0, 1.0)');

INSERT INTO searchable (entry, is_waiting) SELECT id, deleted_at IS NULL FROM entry ORDER BY created, id;

CREATE TRIGGER entry_is_new AFTER INSERT ON entry
BEGIN INSERT INTO searchable (entry) VALUES (NEW.id); END;

CREATE TRIGGER entry_is_changed BEFORE UPDATE OF title, body, deleted_at ON entry
WHEN NEW.title <> OLD.title OR NEW.body <> OLD.body OR (NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL)
BEGIN
  UPDATE searchable
  SET is_waiting = TRUE, title = iif (is_indexed, OLD.title, NULL), body = iif (is_indexed, OLD.body, NULL)
  WHERE entry = OLD.id AND NOT is_waiting;
END;

CREATE TRIGGER entry_is_removed BEFORE DELETE ON entry
BEGIN
  INSERT INTO search_index (search_index, rowid, title, body)
  SELECT 'delete', number, title, body FROM searchable_text
  WHERE number = (SELECT number FROM searchable WHERE entry = OLD.id);
  DELETE FROM searchable WHERE entry = OLD.id;
END;

-- What version 7 of Kist left behind. Never edited: it stands for the files that people have.
PRAGMA application_id = 1265202036;
BEGIN;
CREATE TABLE event (
  id    INTEGER PRIMARY KEY,
  time  INTEGER NOT NULL,
  verb  TEXT    NOT NULL,
  thing TEXT    NOT NULL,
  step  TEXT    NOT NULL,
  item  TEXT,
  value INTEGER NOT NULL,
  text  TEXT,
  codes TEXT
) STRICT;

CREATE TRIGGER event_is_not_updated BEFORE UPDATE ON event
BEGIN SELECT RAISE (ABORT, 'events are only ever appended'); END;

CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE (ABORT, 'events are only ever appended'); END;

CREATE TRIGGER event_is_not_replaced BEFORE INSERT ON event WHEN NEW.id IN (SELECT id FROM event)
BEGIN SELECT RAISE (ABORT, 'events are only ever appended'); END;

CREATE TABLE entry (
  id         TEXT    NOT NULL PRIMARY KEY,
  thing      TEXT,
  badge      TEXT,
  title      TEXT    NOT NULL,
  body       TEXT    NOT NULL,
  created    INTEGER NOT NULL,
  updated    INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

CREATE TABLE revision (
  id    INTEGER PRIMARY KEY,
  entry TEXT    NOT NULL REFERENCES entry (id),
  title TEXT    NOT NULL,
  body  TEXT    NOT NULL,
  time  INTEGER NOT NULL,
  kept  INTEGER NOT NULL
, name TEXT) STRICT;

CREATE INDEX revision_by_entry ON revision (entry, kept);

CREATE TABLE answer (
  thing   TEXT    NOT NULL,
  step    TEXT    NOT NULL,
  item    TEXT    NOT NULL,
  text    TEXT    NOT NULL,
  updated INTEGER NOT NULL,
  PRIMARY KEY (thing, step, item)
) STRICT;

CREATE TABLE place (
  key      TEXT    NOT NULL PRIMARY KEY,
  thing    TEXT,
  step     TEXT,
  entry    TEXT,
  block    INTEGER NOT NULL,
  fraction REAL    NOT NULL,
  detail   TEXT
) STRICT;

CREATE TABLE erasure (
  entry TEXT NOT NULL PRIMARY KEY
) STRICT;

CREATE TABLE listed_name (
  name TEXT NOT NULL PRIMARY KEY
) STRICT;

CREATE TABLE meant (
  entry   TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  finding TEXT NOT NULL,
  PRIMARY KEY (entry, finding)
) STRICT;

CREATE TABLE searchable (
  number     INTEGER PRIMARY KEY,
  entry      TEXT    NOT NULL UNIQUE REFERENCES entry (id),
  is_indexed INTEGER NOT NULL DEFAULT FALSE,
  is_waiting INTEGER NOT NULL DEFAULT TRUE,
  title      TEXT,
  body       TEXT
) STRICT;

CREATE INDEX searchable_waiting ON searchable (number) WHERE is_waiting;

CREATE VIEW searchable_text AS
SELECT number, coalesce (searchable.title, entry.title) AS title, coalesce (searchable.body, entry.body) AS body
FROM searchable JOIN entry ON entry.id = searchable.entry WHERE is_indexed;

CREATE VIRTUAL TABLE search_index USING fts5 (
  title, body, content = 'searchable_text', content_rowid = 'number',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

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

CREATE TABLE import (
  entry  TEXT NOT NULL PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
  source TEXT NOT NULL
) STRICT;

CREATE TABLE entry_tag (
  entry TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  key   TEXT NOT NULL,
  tag   TEXT NOT NULL,
  PRIMARY KEY (entry, key)
) STRICT;

CREATE TABLE entry_link (
  entry    TEXT    NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  target   TEXT    NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT;

CREATE TABLE image (
  entry   TEXT    NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  id      TEXT    NOT NULL,
  type    TEXT    NOT NULL,
  width   INTEGER NOT NULL,
  height  INTEGER NOT NULL,
  created INTEGER NOT NULL,
  bytes   BLOB    NOT NULL,
  PRIMARY KEY (entry, id)
) STRICT;

CREATE INDEX image_by_id ON image (id);

INSERT INTO event VALUES (1, 1763803800000000, 'opened', 'digital/email', 'read', NULL, 0, NULL, NULL);
INSERT INTO event VALUES (2, 1763803860000000, 'chose', 'digital/email', 'decide', 'run-1', 2, 'Start', 'workers-2024/2.8');
INSERT INTO entry VALUES ('entry-1', 'digital/email', 'thing-06', 'Mine', 'It’s there;' || char (10) || 'still.',
                          1763803800000000, 1763803900000000, NULL);
INSERT INTO entry VALUES ('entry-2', NULL, NULL, '', 'in the bin', 1763803800000000, 1763803800000000, 1763803950000000);
INSERT INTO revision VALUES (1, 'entry-1', 'Mine', 'It’s', 1763803800000000, 1763803900000000, 'as sent to Morag');
INSERT INTO answer VALUES ('digital/email', 'reflect', 'policy', 'My answer', 1763803900000000);
INSERT INTO place VALUES ('last', 'digital/email', 'read', NULL, 3, 0.5, NULL);
INSERT INTO listed_name VALUES ('Wee Blue');
INSERT INTO meant VALUES ('entry-1', 'name mrs kerr');
INSERT INTO import VALUES ('entry-1', '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae');
INSERT INTO entry_tag VALUES ('entry-1', 'supervision', 'Supervision');
INSERT INTO entry_tag VALUES ('entry-2', 'team', 'team');
INSERT INTO entry_link VALUES ('entry-1', 0, 'kist:code/workers-2024/2.8');
INSERT INTO image VALUES ('entry-1', 'pobkeklbplgdehadgloknhdfjhnfncjf', 'png', 4, 3,
                          1763803800000000, CAST ('not really a picture' AS BLOB));
-- entry-1 is indexed and was changed since.
INSERT INTO search_index (rowid, title, body)
SELECT 1, title, body FROM entry WHERE id = 'entry-1';
UPDATE searchable SET is_indexed = TRUE, is_waiting = FALSE WHERE entry = 'entry-1';
UPDATE entry SET body = 'It’s there;' || char (10) || 'still.' || char (10) WHERE id = 'entry-1';
PRAGMA user_version = 7;
COMMIT;

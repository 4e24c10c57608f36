-- What version 3 of Kist left behind. Never edited: it stands for the files that people have.
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
PRAGMA user_version = 3;
COMMIT;

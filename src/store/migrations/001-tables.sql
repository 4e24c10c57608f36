-- Version 1. A migration that was ever released is never edited: what changes is a new file with the next number.
-- Times are microseconds since 1970, UTC. Things, steps and items are the permanent ids of the packs.

-- What happened, in the order of id; see KistEvent. Nothing in here is ever changed or removed, by anyone.
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

-- INSERT OR REPLACE removes the old row without asking the trigger above.
CREATE TRIGGER event_is_not_replaced BEFORE INSERT ON event WHEN NEW.id IN (SELECT id FROM event)
BEGIN SELECT RAISE (ABORT, 'events are only ever appended'); END;

-- What a person wrote. deleted_at is when it was put in the bin; NULL for what is not.
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

-- Earlier states of entries: time is when that text was saved, kept when it was put here because a newer one came.
CREATE TABLE revision (
  id    INTEGER PRIMARY KEY,
  entry TEXT    NOT NULL REFERENCES entry (id),
  title TEXT    NOT NULL,
  body  TEXT    NOT NULL,
  time  INTEGER NOT NULL,
  kept  INTEGER NOT NULL
) STRICT;

CREATE INDEX revision_by_entry ON revision (entry, kept);

-- The text under a prompt of a Reflect step.
CREATE TABLE answer (
  thing   TEXT    NOT NULL,
  step    TEXT    NOT NULL,
  item    TEXT    NOT NULL,
  text    TEXT    NOT NULL,
  updated INTEGER NOT NULL,
  PRIMARY KEY (thing, step, item)
) STRICT;

-- Where someone was; see KistPlace.
CREATE TABLE place (
  key      TEXT    NOT NULL PRIMARY KEY,
  thing    TEXT,
  step     TEXT,
  entry    TEXT,
  block    INTEGER NOT NULL,
  fraction REAL    NOT NULL,
  detail   TEXT
) STRICT;

-- Version 7: the pictures of entries.

-- id is a checksum of bytes, which are a JPEG or a PNG (type: its file's ending) that Kist made; see kist-image.h. A
-- picture is of one entry and goes with it; two entries that show the same have a row each. It is kept as long as the
-- entry, or an earlier version of it, names it; see kist-image-table.c.
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

-- Version 6: tags of entries, and what an entry as a whole is linked to. What a passage of it is linked to stands in its
-- text.

-- key is kist_tag_dup_key(): tags that differ in case alone are one.
CREATE TABLE entry_tag (
  entry TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  key   TEXT NOT NULL,
  tag   TEXT NOT NULL,
  PRIMARY KEY (entry, key)
) STRICT;

-- target is the address of a KistReference; position counts from 0.
CREATE TABLE entry_link (
  entry    TEXT    NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  target   TEXT    NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT;

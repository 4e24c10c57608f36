-- Version 5: which entries were brought in from somebody's blog, so that bringing it in again makes no doubles.

-- source is what the post is known by in its blog: a checksum, which has nothing of what it says.
CREATE TABLE import (
  entry  TEXT NOT NULL PRIMARY KEY REFERENCES entry (id) ON DELETE CASCADE,
  source TEXT NOT NULL
) STRICT;

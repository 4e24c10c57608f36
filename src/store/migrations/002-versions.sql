-- Version 2: earlier states that have a name, and deleting for good.

-- What a person calls an earlier state, "as sent to Morag"; NULL for the most. What has a name is never thinned out.
ALTER TABLE revision ADD COLUMN name TEXT;

-- The entries whose deleting for good has begun: no table holds them any more, but the file's free pages, its log and
-- the back-ups may. An id leaves this table when no file of the folder has a byte of the entry.
CREATE TABLE erasure (
  entry TEXT NOT NULL PRIMARY KEY
) STRICT;

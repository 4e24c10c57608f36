-- Version 3: what a writer told the confidentiality check.

-- Names of people that are to be found wherever they stand.
CREATE TABLE listed_name (
  name TEXT NOT NULL PRIMARY KEY
) STRICT;

-- Findings in an entry that are meant to stand there; finding is kist_privacy_concern_dup_key().
CREATE TABLE meant (
  entry   TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  finding TEXT NOT NULL,
  PRIMARY KEY (entry, finding)
) STRICT;

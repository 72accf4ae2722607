-- What people add to a notification: a pin, tags, a note. Few rows have one, so they stand apart: the narrow table stays
-- narrow, and retention asks here what it must keep. Tags are separated by the unit separator, as lists of features are.

CREATE TABLE annotation(
  id INTEGER PRIMARY KEY REFERENCES notification(id) ON DELETE CASCADE,
  is_pinned INTEGER NOT NULL, tags TEXT NOT NULL, note TEXT NOT NULL);

-- Taking a lookup out asks for its aliases.

CREATE INDEX alias_lookup ON alias(lookup);

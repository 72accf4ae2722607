-- The first schema. Rows are narrow and the raw bytes stand apart, so that a scan of a million rows reads 46 MB and not
-- two gigabytes; texts that repeat stand once in a dictionary. Ids ascend in order of arrival and are never used again.
-- No secondary index but what the receiver needs to recognise a repetition and an open lookup. One statement a block, an empty line between.

CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

INSERT INTO meta(key, value) VALUES ('readable_from_version', '1');

CREATE TABLE term(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, text TEXT NOT NULL, UNIQUE(kind, text));

CREATE TABLE contact(id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL);

CREATE TABLE request(id INTEGER PRIMARY KEY AUTOINCREMENT, request_id TEXT NOT NULL UNIQUE);

CREATE TABLE lookup(
  request INTEGER PRIMARY KEY REFERENCES request(id),
  project INTEGER, app INTEGER NOT NULL, contact INTEGER REFERENCES contact(id), name TEXT NOT NULL,
  asked_at INTEGER NOT NULL, wait_ms INTEGER NOT NULL, time_limit_ms INTEGER NOT NULL, registered_at INTEGER,
  failure INTEGER, failed_at INTEGER, http_status INTEGER, failure_detail TEXT, vendor_words TEXT);

CREATE INDEX lookup_asked_at ON lookup(asked_at);

CREATE TABLE expected(
  lookup INTEGER NOT NULL REFERENCES lookup(request), position INTEGER NOT NULL,
  channel INTEGER NOT NULL, identity TEXT NOT NULL, PRIMARY KEY(lookup, position)) WITHOUT ROWID;

CREATE TABLE alias(request INTEGER PRIMARY KEY REFERENCES request(id), lookup INTEGER NOT NULL REFERENCES lookup(request));

CREATE TABLE notification(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  received_at INTEGER NOT NULL, accepted_time TEXT, project INTEGER, app INTEGER, contact INTEGER,
  channel INTEGER, identity TEXT, status INTEGER, features INTEGER,
  reason INTEGER, sub_code INTEGER, channel_code INTEGER, description INTEGER,
  request INTEGER, signature INTEGER NOT NULL, join_kind INTEGER NOT NULL, outcome INTEGER NOT NULL,
  retries INTEGER NOT NULL, latency_ms INTEGER);

CREATE INDEX notification_request ON notification(request) WHERE request IS NOT NULL;

CREATE TABLE raw(id INTEGER PRIMARY KEY, body BLOB NOT NULL, headers BLOB NOT NULL, digest BLOB NOT NULL);

CREATE TABLE other_event(
  id INTEGER PRIMARY KEY AUTOINCREMENT, received_at INTEGER NOT NULL, project INTEGER, kind INTEGER,
  repeats INTEGER NOT NULL, headers BLOB NOT NULL, body BLOB NOT NULL);

CREATE TABLE unreadable(
  id INTEGER PRIMARY KEY AUTOINCREMENT, received_at INTEGER NOT NULL, project INTEGER, why TEXT NOT NULL,
  repeats INTEGER NOT NULL, headers BLOB NOT NULL, body BLOB NOT NULL);

CREATE TABLE quarantine(
  id INTEGER PRIMARY KEY AUTOINCREMENT, received_at INTEGER NOT NULL, project TEXT NOT NULL, path TEXT NOT NULL,
  cause INTEGER NOT NULL, detail TEXT NOT NULL, headers BLOB NOT NULL, body BLOB NOT NULL);

CREATE TABLE rejected_count(cause INTEGER PRIMARY KEY, count INTEGER NOT NULL);

CREATE TABLE nonce(
  nonce TEXT NOT NULL, project TEXT NOT NULL, expires_at INTEGER NOT NULL, body_hash BLOB NOT NULL,
  kind INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY(nonce, project)) WITHOUT ROWID;

CREATE INDEX nonce_expires ON nonce(expires_at);

CREATE TABLE own_webhook(
  webhook_id TEXT PRIMARY KEY, project TEXT NOT NULL, app TEXT NOT NULL, target TEXT NOT NULL,
  created_at INTEGER NOT NULL) WITHOUT ROWID;

-- Users, the devices that were let in, and an ordered log for each user. The server never reads a payload.
-- Instants are UTC microseconds since the Unix epoch; ids are 16 bytes in their written order, hashes 32.
-- 0001-log.postgresql.sql says the same to PostgreSQL.

-- feed_no and chain are those of the last row of the user's log; whoever appends holds this row until the commit.
CREATE TABLE account (
  user_id     BLOB    NOT NULL PRIMARY KEY CHECK (length(user_id) = 16),
  name        TEXT    NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
  feed_no     INTEGER NOT NULL DEFAULT 0 CHECK (feed_no >= 0),
  chain       BLOB    NOT NULL CHECK (length(chain) = 32),
  created_utc INTEGER NOT NULL,
  is_leaving  INTEGER NOT NULL DEFAULT 0 CHECK (is_leaving IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER account_never_goes_back BEFORE UPDATE OF feed_no ON account WHEN NEW.feed_no < OLD.feed_no
BEGIN
  SELECT RAISE(ABORT, 'a feed number is never given twice');
END;

CREATE TABLE enrolment_code (
  code_hash    BLOB    NOT NULL PRIMARY KEY CHECK (length(code_hash) = 32),
  user_id      BLOB    NOT NULL REFERENCES account (user_id),
  salt         BLOB    NOT NULL CHECK (length(salt) = 32),
  expires_utc  INTEGER NOT NULL,
  enrolment_id BLOB    CHECK (length(enrolment_id) = 16),
  used_by_hash BLOB    CHECK (length(used_by_hash) = 32 AND (used_by_hash IS NULL) = (enrolment_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX enrolment_code_user ON enrolment_code (user_id);
CREATE INDEX enrolment_code_expiry ON enrolment_code (expires_utc);

CREATE TABLE enrolment (
  enrolment_id BLOB    NOT NULL PRIMARY KEY CHECK (length(enrolment_id) = 16),
  user_id      BLOB    NOT NULL REFERENCES account (user_id),
  name         TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  token_hash   BLOB    NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  enrolled_utc INTEGER NOT NULL,
  revoked_utc  INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX enrolment_user ON enrolment (user_id, enrolled_utc);

-- The last number that each writing identity has used up, and the operation that had it.
CREATE TABLE writer (
  user_id   BLOB    NOT NULL REFERENCES account (user_id),
  device_id BLOB    NOT NULL CHECK (length(device_id) = 16),
  seq       INTEGER NOT NULL CHECK (seq >= 1),
  op_id     BLOB    NOT NULL CHECK (length(op_id) = 16),
  PRIMARY KEY (user_id, device_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER writer_never_goes_back BEFORE UPDATE ON writer WHEN NEW.seq <= OLD.seq
BEGIN
  SELECT RAISE(ABORT, 'a number is used up once');
END;

CREATE TABLE operation (
  user_id      BLOB    NOT NULL REFERENCES account (user_id),
  feed_no      INTEGER NOT NULL CHECK (feed_no >= 1),
  op_id        BLOB    NOT NULL CHECK (length(op_id) = 16),
  device_id    BLOB    NOT NULL CHECK (length(device_id) = 16),
  seq          INTEGER NOT NULL CHECK (seq >= 1),
  seen         INTEGER NOT NULL CHECK (seen >= 0 AND seen < feed_no),
  relayed      INTEGER NOT NULL CHECK (relayed IN (0, 1)),
  payload      BLOB    NOT NULL CHECK (length(payload) <= 16384),
  payload_hash BLOB    NOT NULL CHECK (length(payload_hash) = 32),
  received_utc INTEGER NOT NULL CHECK (received_utc BETWEEN 946684800000000 AND 4102444800000000),
  chain        BLOB    NOT NULL CHECK (length(chain) = 32),
  PRIMARY KEY (user_id, feed_no),
  UNIQUE (user_id, op_id),
  UNIQUE (user_id, device_id, seq)
) STRICT;

CREATE TRIGGER operation_leaves_no_hole BEFORE INSERT ON operation
WHEN NEW.feed_no <> 1
  AND NOT EXISTS (SELECT 1 FROM operation WHERE user_id = NEW.user_id AND feed_no = NEW.feed_no - 1)
BEGIN
  SELECT RAISE(ABORT, 'a feed has no holes');
END;

CREATE TRIGGER operation_is_never_changed BEFORE UPDATE ON operation
BEGIN
  SELECT RAISE(ABORT, 'an operation is never changed');
END;

-- A user who leaves takes all of it along; nothing else does.
CREATE TRIGGER operation_never_leaves BEFORE DELETE ON operation
WHEN NOT EXISTS (SELECT 1 FROM account WHERE user_id = OLD.user_id AND is_leaving = 1)
BEGIN
  SELECT RAISE(ABORT, 'an operation never leaves the log');
END;

-- What was refused for ever: under its id, or because another operation has that id.
CREATE TABLE rejection (
  user_id      BLOB    NOT NULL REFERENCES account (user_id),
  op_id        BLOB    NOT NULL CHECK (length(op_id) = 16),
  payload_hash BLOB    NOT NULL CHECK (length(payload_hash) = 32),
  device_id    BLOB    NOT NULL CHECK (length(device_id) = 16),
  seq          INTEGER NOT NULL CHECK (seq >= 1),
  code         TEXT    NOT NULL CHECK (length(code) BETWEEN 1 AND 100),
  reason       TEXT    NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  received_utc INTEGER NOT NULL,
  PRIMARY KEY (user_id, op_id, payload_hash)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER rejection_is_never_changed BEFORE UPDATE ON rejection
BEGIN
  SELECT RAISE(ABORT, 'a rejection is never changed');
END;

CREATE TRIGGER rejection_never_leaves BEFORE DELETE ON rejection
WHEN NOT EXISTS (SELECT 1 FROM account WHERE user_id = OLD.user_id AND is_leaving = 1)
BEGIN
  SELECT RAISE(ABORT, 'a rejection never leaves');
END;

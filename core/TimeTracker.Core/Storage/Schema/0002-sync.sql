-- Sync: what the server's feed has brought, what became of each own operation there, and who talks to it.

-- The server's order, as far as pulled. A cursor is its last row.
CREATE TABLE feed (
  feed_no      INTEGER PRIMARY KEY CHECK (feed_no >= 1),
  op_id        BLOB    NOT NULL UNIQUE REFERENCES operation (op_id),
  device_id    BLOB    NOT NULL CHECK (length(device_id) = 16),
  seen         INTEGER NOT NULL CHECK (seen >= 0),
  relayed      INTEGER NOT NULL CHECK (relayed IN (0, 1)),
  received_utc INTEGER NOT NULL CHECK (received_utc BETWEEN 946684800000000 AND 4102444800000000),
  chain        BLOB    NOT NULL CHECK (length(chain) = 32)
) STRICT;

CREATE TRIGGER feed_has_no_hole BEFORE INSERT ON feed
WHEN NEW.feed_no <> 1 + coalesce((SELECT max(feed_no) FROM feed), 0)
BEGIN
  SELECT RAISE(ABORT, 'the feed has no hole');
END;

-- The rows of a feed that the server no longer has, while its new one is pulled from the start.
CREATE TABLE feed_aside (
  feed_no      INTEGER PRIMARY KEY,
  op_id        BLOB    NOT NULL UNIQUE REFERENCES operation (op_id),
  device_id    BLOB    NOT NULL,
  seen         INTEGER NOT NULL,
  relayed      INTEGER NOT NULL,
  received_utc INTEGER NOT NULL,
  chain        BLOB    NOT NULL
) STRICT;

-- Verdicts come in the order of the numbers: what has a greater one than this waits for its own.
ALTER TABLE device ADD COLUMN settled_seq INTEGER NOT NULL DEFAULT 0 CHECK (settled_seq >= 0);

-- A verdict is provisional until the feed brings the operation.
ALTER TABLE outbox ADD COLUMN in_feed INTEGER NOT NULL DEFAULT 0 CHECK (in_feed IN (0, 1));

CREATE INDEX outbox_provisional ON outbox (op_id) WHERE in_feed = 0 AND verdict IN ('accepted', 'duplicate');
CREATE INDEX outbox_parked ON outbox (op_id) WHERE verdict = 'rejected';

CREATE TRIGGER feed_settles_the_outbox AFTER INSERT ON feed
BEGIN
  UPDATE outbox SET in_feed = 1 WHERE op_id = NEW.op_id;
END;

CREATE TRIGGER feed_unsettles_the_outbox AFTER DELETE ON feed
BEGIN
  UPDATE outbox SET in_feed = 0 WHERE op_id = OLD.op_id;
END;

-- What a person has said to the refusal of: it stays parked, and is shown no more.
ALTER TABLE outbox ADD COLUMN dismissed INTEGER NOT NULL DEFAULT 0 CHECK (dismissed IN (0, 1));

-- A verdict goes only with the number under which it was given.
CREATE TRIGGER outbox_verdict_stays BEFORE UPDATE OF verdict ON outbox
WHEN OLD.verdict IS NOT NULL AND NEW.verdict IS NOT OLD.verdict AND NEW.device_id = OLD.device_id
BEGIN
  SELECT RAISE(ABORT, 'a verdict is given once');
END;

CREATE INDEX operation_not_understood ON operation (position) WHERE kind NOT IN ('entry.set', 'project.set', 'gap.set');

-- What two devices said of one field without knowing of each other; made again from the operations.
CREATE TABLE conflict (
  entity_id BLOB    NOT NULL CHECK (length(entity_id) = 16),
  field     INTEGER NOT NULL CHECK (field >= 1),
  winner    BLOB    NOT NULL REFERENCES operation (op_id),
  loser     BLOB    NOT NULL REFERENCES operation (op_id),
  PRIMARY KEY (entity_id, field, loser)
) STRICT, WITHOUT ROWID;

-- The server, while there is one: no row where the store is not connected.
CREATE TABLE sync_status (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  server       TEXT    NOT NULL CHECK (length(server) >= 1),
  user         TEXT    NOT NULL,
  enrolment_id BLOB    NOT NULL CHECK (length(enrolment_id) = 16),
  attempts     INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_utc     INTEGER,
  success_utc  INTEGER,
  restarts     INTEGER NOT NULL DEFAULT 0 CHECK (restarts >= 0),
  circuit      TEXT    NOT NULL DEFAULT 'closed' CHECK (circuit IN ('closed', 'open')),
  paused       INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
  problem      TEXT
) STRICT;

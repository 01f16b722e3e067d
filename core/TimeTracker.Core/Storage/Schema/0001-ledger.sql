-- The ledger. What is not in it did not happen; what is in it is never changed and never leaves.
-- Instants are UTC microseconds since the Unix epoch; ids are 16 bytes in their written order.

CREATE TABLE operation (
  position          INTEGER PRIMARY KEY,
  op_id             BLOB    NOT NULL UNIQUE CHECK (length(op_id) = 16),
  command_id        BLOB    NOT NULL CHECK (length(command_id) = 16),
  kind              TEXT    NOT NULL CHECK (length(kind) BETWEEN 1 AND 64),
  entity_id         BLOB    NOT NULL CHECK (length(entity_id) = 16),
  payload           BLOB    NOT NULL CHECK (length(payload) <= 16384),
  seen              INTEGER NOT NULL CHECK (seen >= 0),
  origin            TEXT    NOT NULL CHECK (origin IN ('local', 'sync')),
  reading_utc       INTEGER NOT NULL,
  reading_monotonic INTEGER NOT NULL,
  reading_boottime  INTEGER NOT NULL,
  reading_domain    TEXT    NOT NULL,
  hash              BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX operation_entity ON operation (entity_id);

CREATE TRIGGER operation_is_never_changed BEFORE UPDATE ON operation
BEGIN
  SELECT RAISE(ABORT, 'an operation is never changed');
END;

CREATE TRIGGER operation_never_leaves BEFORE DELETE ON operation
BEGIN
  SELECT RAISE(ABORT, 'an operation never leaves the ledger');
END;

-- The store's writing identities, of which one is current.
CREATE TABLE device (
  device_id    BLOB    NOT NULL PRIMARY KEY CHECK (length(device_id) = 16),
  successor_of BLOB    REFERENCES device (device_id),
  is_current   INTEGER NOT NULL CHECK (is_current IN (0, 1)),
  since_utc    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX device_current ON device (is_current) WHERE is_current = 1;

-- What is still to be told to others. A row ends only with the server's recorded verdict, and stays.
CREATE TABLE outbox (
  op_id        BLOB    NOT NULL PRIMARY KEY REFERENCES operation (op_id),
  device_id    BLOB    NOT NULL REFERENCES device (device_id),
  seq          INTEGER NOT NULL CHECK (seq >= 1),
  prev_op_id   BLOB    CHECK ((prev_op_id IS NULL) = (seq = 1)),
  seen         INTEGER NOT NULL CHECK (seen >= 0),
  relayed      INTEGER NOT NULL DEFAULT 0 CHECK (relayed IN (0, 1)),
  attempts     INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_attempt INTEGER,
  verdict      TEXT    CHECK (verdict IN ('accepted', 'duplicate', 'rejected')),
  reason       TEXT,
  UNIQUE (device_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER outbox_never_forgets BEFORE DELETE ON outbox
BEGIN
  SELECT RAISE(ABORT, 'an outbox row never leaves');
END;

-- Whoever writes the operation, the row that will tell others of it is there in the same transaction.
CREATE TRIGGER operation_is_queued AFTER INSERT ON operation WHEN NEW.origin <> 'sync'
BEGIN
  INSERT INTO outbox (op_id, device_id, seq, prev_op_id, seen) VALUES (
    NEW.op_id,
    (SELECT device_id FROM device WHERE is_current = 1),
    1 + coalesce(
      (SELECT max(seq) FROM outbox WHERE device_id = (SELECT device_id FROM device WHERE is_current = 1)), 0),
    (SELECT op_id FROM outbox WHERE device_id = (SELECT device_id FROM device WHERE is_current = 1)
     ORDER BY seq DESC LIMIT 1),
    NEW.seen);
END;

-- Accepted commands: a repeat of an id finds its first result here. position is that of the command's last operation.
CREATE TABLE command (
  command_id   BLOB    NOT NULL PRIMARY KEY CHECK (length(command_id) = 16),
  position     INTEGER NOT NULL REFERENCES operation (position),
  request_hash BLOB    NOT NULL CHECK (length(request_hash) = 32),
  verb         INTEGER NOT NULL CHECK (verb >= 1),
  result       TEXT    NOT NULL CHECK (json_valid(result)),
  undoes       BLOB    REFERENCES command (command_id),
  undone_by    BLOB    REFERENCES command (command_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX command_undone_by ON command (undone_by) WHERE undone_by IS NOT NULL;

-- From here on, all can be made again from the operations.

CREATE TABLE project (
  project_id BLOB    NOT NULL PRIMARY KEY CHECK (length(project_id) = 16),
  name       TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  name_key   TEXT    NOT NULL CHECK (length(name_key) >= 1),
  removed    INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX project_name ON project (name_key, removed);

CREATE TABLE entry (
  entry_id      BLOB    NOT NULL PRIMARY KEY CHECK (length(entry_id) = 16),
  description   TEXT    NOT NULL CHECK (length(description) BETWEEN 1 AND 1000),
  project_id    BLOB    CHECK (length(project_id) = 16), -- a merge may bring an entry before its project
  billable      INTEGER NOT NULL CHECK (billable IN (0, 1)),
  start_utc     INTEGER NOT NULL CHECK (start_utc BETWEEN 946684800000000 AND 4102444800000000),
  start_zone    TEXT    NOT NULL,
  start_offset  INTEGER NOT NULL CHECK (start_offset BETWEEN -1440 AND 1440),
  end_utc       INTEGER CHECK (end_utc BETWEEN start_utc AND 4102444800000000),
  end_zone      TEXT    CHECK ((end_zone IS NULL) = (end_utc IS NULL)),
  end_offset    INTEGER CHECK (end_offset BETWEEN -1440 AND 1440 AND (end_offset IS NULL) = (end_utc IS NULL)),
  as_of_utc     INTEGER CHECK (as_of_utc >= start_utc AND (as_of_utc IS NULL) <> (end_utc IS NULL)),
  certainty     INTEGER NOT NULL CHECK (certainty IN (0, 1)),
  continues     BLOB    CHECK (length(continues) = 16),
  paused        INTEGER NOT NULL CHECK (paused IN (0, 1)),
  overlap       INTEGER NOT NULL CHECK (overlap IN (0, 1)),
  removed_by    BLOB    CHECK (length(removed_by) = 16),
  span_position INTEGER NOT NULL REFERENCES operation (position)
) STRICT, WITHOUT ROWID;

-- The planner has no statistics by which to prefer an index of one row to one of all rows: queries name the one they
-- mean (INDEXED BY), and fail rather than read the whole table where it does not serve.
CREATE UNIQUE INDEX entry_open ON entry (end_utc IS NULL) WHERE end_utc IS NULL AND removed_by IS NULL;
CREATE INDEX entry_paused ON entry (start_utc) WHERE paused = 1 AND removed_by IS NULL;

-- Entries that overlap nothing follow each other, so that the one before an instant is one step away; those that do
-- overlap are few, and found by their end. Together no look-up for overlaps grows with the store. An entry that ends
-- where it starts covers no time and overlaps nothing.
CREATE INDEX entry_start ON entry (overlap, start_utc) WHERE removed_by IS NULL;
CREATE INDEX entry_overlapping ON entry (end_utc) WHERE overlap = 1 AND removed_by IS NULL;

-- Completion looks through the whole history, the latest first, without touching the entries' rows: removed_by is in
-- these indexes because SQLite reads it although they hold no other rows.
CREATE INDEX entry_recent ON entry (start_utc, description, removed_by) WHERE removed_by IS NULL;
CREATE INDEX entry_project ON entry (project_id, start_utc, removed_by) WHERE removed_by IS NULL;

-- used_utc is the entry's start while it counts: with it the latest use of a tag is one step away.
CREATE TABLE entry_tag (
  entry_id BLOB NOT NULL REFERENCES entry (entry_id) ON DELETE CASCADE,
  tag      TEXT NOT NULL CHECK (length(tag) BETWEEN 1 AND 50),
  used_utc INTEGER,
  PRIMARY KEY (entry_id, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_tag_recent ON entry_tag (tag, used_utc) WHERE used_utc IS NOT NULL;

CREATE TRIGGER entry_tag_follows_its_entry AFTER UPDATE ON entry
WHEN OLD.start_utc <> NEW.start_utc OR OLD.removed_by IS NOT NEW.removed_by
BEGIN
  UPDATE entry_tag SET used_utc = CASE WHEN NEW.removed_by IS NULL THEN NEW.start_utc END
  WHERE entry_id = NEW.entry_id;
END;

-- What the one timer does: an open entry runs; else the latest entry whose break has not ended is paused.
CREATE VIEW timer AS
  SELECT 'running' AS state, entry_id, start_utc AS since_utc
  FROM entry INDEXED BY entry_open WHERE end_utc IS NULL AND removed_by IS NULL
  UNION ALL
  SELECT * FROM (
    SELECT 'paused', entry_id, end_utc
    FROM entry INDEXED BY entry_paused WHERE paused = 1 AND removed_by IS NULL
      AND NOT EXISTS (SELECT 1 FROM entry INDEXED BY entry_open WHERE end_utc IS NULL AND removed_by IS NULL)
    ORDER BY start_utc DESC, entry_id DESC LIMIT 1);

-- The clocks when the store was last known to be in use, and the entry that ran then, with where it would have ended.
CREATE TABLE checkpoint (
  id                INTEGER PRIMARY KEY CHECK (id = 1),
  reading_utc       INTEGER NOT NULL,
  reading_monotonic INTEGER NOT NULL,
  reading_boottime  INTEGER NOT NULL,
  reading_domain    TEXT    NOT NULL,
  entry_id          BLOB    CHECK (length(entry_id) = 16),
  entry_end_utc     INTEGER CHECK (
    entry_end_utc BETWEEN 946684800000000 AND 4102444800000000 AND (entry_end_utc IS NULL) = (entry_id IS NULL))
) STRICT;

CREATE TABLE policy (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Overlapping time is never booked without saying so (the projection sets the flags first).
CREATE TRIGGER entry_overlap_is_flagged_when_made AFTER INSERT ON entry
WHEN NEW.overlap = 0 AND NEW.removed_by IS NULL AND (NEW.end_utc IS NULL OR NEW.end_utc > NEW.start_utc)
BEGIN
  SELECT RAISE(ABORT, 'an overlap is flagged')
  WHERE EXISTS (
    SELECT 1 FROM entry INDEXED BY entry_start
    WHERE removed_by IS NULL AND overlap IN (0, 1) AND start_utc >= NEW.start_utc
      AND start_utc < ifnull(NEW.end_utc, 9223372036854775807)
      AND (end_utc IS NULL OR end_utc > start_utc) AND entry_id <> NEW.entry_id)
  OR (
    SELECT ifnull(end_utc, 9223372036854775807) FROM entry INDEXED BY entry_start
    WHERE overlap = 0 AND removed_by IS NULL AND (end_utc IS NULL OR end_utc > start_utc)
      AND start_utc < NEW.start_utc AND entry_id <> NEW.entry_id
    ORDER BY start_utc DESC LIMIT 1) > NEW.start_utc
  OR EXISTS (
    SELECT 1 FROM entry INDEXED BY entry_overlapping
    WHERE overlap = 1 AND removed_by IS NULL AND end_utc > NEW.start_utc
      AND start_utc < NEW.start_utc AND entry_id <> NEW.entry_id)
  OR EXISTS (
    SELECT 1 FROM entry INDEXED BY entry_open
    WHERE end_utc IS NULL AND removed_by IS NULL
      AND start_utc < NEW.start_utc AND entry_id <> NEW.entry_id);
END;

CREATE TRIGGER entry_overlap_is_flagged_when_changed AFTER UPDATE ON entry
WHEN (OLD.overlap, OLD.start_utc, OLD.end_utc, OLD.removed_by)
  IS NOT (NEW.overlap, NEW.start_utc, NEW.end_utc, NEW.removed_by)
  AND NEW.overlap = 0 AND NEW.removed_by IS NULL AND (NEW.end_utc IS NULL OR NEW.end_utc > NEW.start_utc)
BEGIN
  SELECT RAISE(ABORT, 'an overlap is flagged')
  WHERE EXISTS (
    SELECT 1 FROM entry INDEXED BY entry_start
    WHERE removed_by IS NULL AND overlap IN (0, 1) AND start_utc >= NEW.start_utc
      AND start_utc < ifnull(NEW.end_utc, 9223372036854775807)
      AND (end_utc IS NULL OR end_utc > start_utc) AND entry_id <> NEW.entry_id)
  OR (
    SELECT ifnull(end_utc, 9223372036854775807) FROM entry INDEXED BY entry_start
    WHERE overlap = 0 AND removed_by IS NULL AND (end_utc IS NULL OR end_utc > start_utc)
      AND start_utc < NEW.start_utc AND entry_id <> NEW.entry_id
    ORDER BY start_utc DESC LIMIT 1) > NEW.start_utc
  OR EXISTS (
    SELECT 1 FROM entry INDEXED BY entry_overlapping
    WHERE overlap = 1 AND removed_by IS NULL AND end_utc > NEW.start_utc
      AND start_utc < NEW.start_utc AND entry_id <> NEW.entry_id)
  OR EXISTS (
    SELECT 1 FROM entry INDEXED BY entry_open
    WHERE end_utc IS NULL AND removed_by IS NULL
      AND start_utc < NEW.start_utc AND entry_id <> NEW.entry_id);
END;

-- Time: what someone must judge, who watches the clocks, and what they did.

-- Gaps as folded so far; a question is one without an answer.
CREATE TABLE question (
  gap_id    BLOB    NOT NULL PRIMARY KEY CHECK (length(gap_id) = 16),
  entry_id  BLOB    NOT NULL CHECK (length(entry_id) = 16),
  kind      INTEGER NOT NULL CHECK (kind >= 1),
  from_utc  INTEGER NOT NULL CHECK (from_utc BETWEEN 946684800000000 AND 4102444800000000),
  to_utc    INTEGER NOT NULL CHECK (to_utc BETWEEN from_utc AND 4102444800000000),
  suspended INTEGER NOT NULL CHECK (suspended >= 0),
  slack     INTEGER NOT NULL CHECK (slack >= 0),
  certainty INTEGER NOT NULL CHECK (certainty IN (0, 1)),
  answer    INTEGER CHECK (answer >= 1),
  answer_at INTEGER CHECK (answer_at IS NULL OR answer IS NOT NULL),
  removed   INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX question_of_entry ON question (entry_id);
CREATE INDEX question_open ON question (from_utc) WHERE answer IS NULL AND removed = 0;

-- Who has promised to look at the clocks ('watch'), and who talks to the server ('sync'); no row where nobody has, or
-- the last one closed in order.
CREATE TABLE lease (
  name              TEXT    NOT NULL PRIMARY KEY CHECK (name IN ('watch', 'sync')),
  holder            TEXT    NOT NULL CHECK (length(holder) >= 1),
  token             INTEGER NOT NULL CHECK (token >= 1),
  expires_utc       INTEGER NOT NULL,
  expires_monotonic INTEGER NOT NULL,
  expires_boottime  INTEGER NOT NULL,
  expires_domain    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- For diagnosis: the latest few.
CREATE TABLE clock_event (
  event_id INTEGER PRIMARY KEY,
  kind     INTEGER NOT NULL CHECK (kind >= 1),
  amount   INTEGER NOT NULL,
  utc      INTEGER NOT NULL
) STRICT;

CREATE TRIGGER clock_events_are_few AFTER INSERT ON clock_event
BEGIN
  DELETE FROM clock_event WHERE event_id <= NEW.event_id - 200;
END;

-- Where the store was when it was last opened for writing. Elsewhere it is a copy, and writes under a name of its own.
CREATE TABLE home (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  machine TEXT    NOT NULL,
  file    TEXT    NOT NULL
) STRICT;

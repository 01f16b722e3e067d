-- Says to PostgreSQL what 0001-log.sqlite.sql says to SQLite; the comments stand there.

CREATE TABLE account (
  user_id     bytea  NOT NULL PRIMARY KEY CHECK (length(user_id) = 16),
  name        text   NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
  feed_no     bigint NOT NULL DEFAULT 0 CHECK (feed_no >= 0),
  chain       bytea  NOT NULL CHECK (length(chain) = 32),
  created_utc bigint NOT NULL,
  is_leaving  bigint NOT NULL DEFAULT 0 CHECK (is_leaving IN (0, 1))
);

CREATE TABLE enrolment_code (
  code_hash    bytea  NOT NULL PRIMARY KEY CHECK (length(code_hash) = 32),
  user_id      bytea  NOT NULL REFERENCES account (user_id),
  salt         bytea  NOT NULL CHECK (length(salt) = 32),
  expires_utc  bigint NOT NULL,
  enrolment_id bytea  CHECK (length(enrolment_id) = 16),
  used_by_hash bytea  CHECK (length(used_by_hash) = 32),
  CHECK ((used_by_hash IS NULL) = (enrolment_id IS NULL))
);

CREATE INDEX enrolment_code_user ON enrolment_code (user_id);
CREATE INDEX enrolment_code_expiry ON enrolment_code (expires_utc);

CREATE TABLE enrolment (
  enrolment_id bytea  NOT NULL PRIMARY KEY CHECK (length(enrolment_id) = 16),
  user_id      bytea  NOT NULL REFERENCES account (user_id),
  name         text   NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  token_hash   bytea  NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  enrolled_utc bigint NOT NULL,
  revoked_utc  bigint
);

CREATE INDEX enrolment_user ON enrolment (user_id, enrolled_utc);

CREATE TABLE writer (
  user_id   bytea  NOT NULL REFERENCES account (user_id),
  device_id bytea  NOT NULL CHECK (length(device_id) = 16),
  seq       bigint NOT NULL CHECK (seq >= 1),
  op_id     bytea  NOT NULL CHECK (length(op_id) = 16),
  PRIMARY KEY (user_id, device_id)
);

CREATE TABLE operation (
  user_id      bytea  NOT NULL REFERENCES account (user_id),
  feed_no      bigint NOT NULL CHECK (feed_no >= 1),
  op_id        bytea  NOT NULL CHECK (length(op_id) = 16),
  device_id    bytea  NOT NULL CHECK (length(device_id) = 16),
  seq          bigint NOT NULL CHECK (seq >= 1),
  seen         bigint NOT NULL CHECK (seen >= 0 AND seen < feed_no),
  relayed      bigint NOT NULL CHECK (relayed IN (0, 1)),
  payload      bytea  NOT NULL CHECK (length(payload) <= 16384),
  payload_hash bytea  NOT NULL CHECK (length(payload_hash) = 32),
  received_utc bigint NOT NULL CHECK (received_utc BETWEEN 946684800000000 AND 4102444800000000),
  chain        bytea  NOT NULL CHECK (length(chain) = 32),
  PRIMARY KEY (user_id, feed_no),
  UNIQUE (user_id, op_id),
  UNIQUE (user_id, device_id, seq)
);

CREATE TABLE rejection (
  user_id      bytea  NOT NULL REFERENCES account (user_id),
  op_id        bytea  NOT NULL CHECK (length(op_id) = 16),
  payload_hash bytea  NOT NULL CHECK (length(payload_hash) = 32),
  device_id    bytea  NOT NULL CHECK (length(device_id) = 16),
  seq          bigint NOT NULL CHECK (seq >= 1),
  code         text   NOT NULL CHECK (length(code) BETWEEN 1 AND 100),
  reason       text   NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  received_utc bigint NOT NULL,
  PRIMARY KEY (user_id, op_id, payload_hash)
);

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION refuse_unless_leaving() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM account WHERE user_id = OLD.user_id AND is_leaving = 1) THEN
    RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;

CREATE FUNCTION refuse_holes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.feed_no <> 1
    AND NOT EXISTS (SELECT 1 FROM operation WHERE user_id = NEW.user_id AND feed_no = NEW.feed_no - 1) THEN
    RAISE EXCEPTION 'a feed has no holes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER account_never_goes_back BEFORE UPDATE OF feed_no ON account FOR EACH ROW
WHEN (NEW.feed_no < OLD.feed_no) EXECUTE FUNCTION refuse('a feed number is never given twice');

CREATE TRIGGER writer_never_goes_back BEFORE UPDATE ON writer FOR EACH ROW
WHEN (NEW.seq <= OLD.seq) EXECUTE FUNCTION refuse('a number is used up once');

CREATE TRIGGER operation_leaves_no_hole BEFORE INSERT ON operation FOR EACH ROW EXECUTE FUNCTION refuse_holes();

CREATE TRIGGER operation_is_never_changed BEFORE UPDATE ON operation FOR EACH ROW
EXECUTE FUNCTION refuse('an operation is never changed');

CREATE TRIGGER operation_never_leaves BEFORE DELETE ON operation FOR EACH ROW
EXECUTE FUNCTION refuse_unless_leaving('an operation never leaves the log');

CREATE TRIGGER operation_is_never_emptied BEFORE TRUNCATE ON operation FOR EACH STATEMENT
EXECUTE FUNCTION refuse('an operation never leaves the log');

CREATE TRIGGER rejection_is_never_changed BEFORE UPDATE ON rejection FOR EACH ROW
EXECUTE FUNCTION refuse('a rejection is never changed');

CREATE TRIGGER rejection_never_leaves BEFORE DELETE ON rejection FOR EACH ROW
EXECUTE FUNCTION refuse_unless_leaving('a rejection never leaves');

CREATE TRIGGER rejection_is_never_emptied BEFORE TRUNCATE ON rejection FOR EACH STATEMENT
EXECUTE FUNCTION refuse('a rejection never leaves');

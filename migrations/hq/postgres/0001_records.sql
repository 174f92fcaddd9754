-- 0001: what headquarters keeps, on PostgreSQL. The same tables as in migrations/hq/sqlite; a step is written in both.
--
-- Everywhere below: an id is a uuid as text; a name ending in `_on` is a civil date `YYYY-MM-DD`; a name ending in
-- `_at` is milliseconds since 1970 UTC by the server's clock; a hash is 32 bytes of BLAKE3; yes and no are 1 and 0.
-- What belongs to a centre has the centre first in its key.

-- ------------------------------------------------------------------- read before it is known whose request it is

-- The service centres there are.
CREATE TABLE centre (
  code     TEXT    NOT NULL PRIMARY KEY, -- as in CD01
  name     TEXT    NOT NULL,             -- as headquarters calls it
  zone     TEXT    NOT NULL,             -- IANA time zone of its civil dates, as its stations last described it
  country  TEXT    NOT NULL,             -- two letters: whose working days run a cycle that names no calendar
  added_at BIGINT NOT NULL              -- when it was added
);

-- The one key of this headquarters, whichever server signs with it.
CREATE TABLE server (
  one        BIGINT NOT NULL PRIMARY KEY CHECK (one = 1), -- always 1, so there is one row
  secret_key BYTEA NOT NULL CHECK (octet_length(secret_key) = 32) -- ed25519; stations verify by its public half
);

-- The installations that enrolled. A station is of one centre for life.
CREATE TABLE station (
  id          TEXT    NOT NULL PRIMARY KEY, -- StationId
  centre      TEXT    NOT NULL REFERENCES centre (code), -- whose it is
  public_key  BYTEA NOT NULL CHECK (octet_length(public_key) = 32), -- ed25519; the private half never left the station
  nonce       BYTEA NOT NULL CHECK (octet_length(nonce) = 32), -- what the next request must be signed over
  program     TEXT    NOT NULL, -- name and version of its program, as it last said
  enrolled_at BIGINT NOT NULL, -- when
  seen_at     BIGINT NOT NULL, -- of its last authenticated request
  revoked_at  BIGINT -- NULL = trusted
);
CREATE INDEX station_centre ON station (centre, id);

-- The one-time codes with which stations enrol. The code itself is not kept.
CREATE TABLE enrolment (
  code_hash  BYTEA NOT NULL PRIMARY KEY CHECK (octet_length(code_hash) = 32), -- of the code, folded
  centre     TEXT    NOT NULL REFERENCES centre (code), -- to which the code leads
  made_at    BIGINT NOT NULL, -- when it was given out
  expires_at BIGINT NOT NULL, -- from when it leads nowhere
  station    TEXT              -- who used it; NULL = nobody yet
);

-- Programs of headquarters that read lists of all centres. The token itself is not kept.
CREATE TABLE reader (
  name       TEXT NOT NULL PRIMARY KEY, -- what it is for
  token_hash BYTEA NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32), -- of the token
  made_at    BIGINT NOT NULL, -- when it was given out
  revoked_at BIGINT           -- NULL = valid
);

-- ------------------------------------------------------------------------------------------ what a centre wrote

-- The order of a centre's operations. `head` is raised in the transaction that stores them, under the lock of this
-- row, so the order of numbers is the order of commits and a reader that has seen 4 has seen 3.
CREATE TABLE stream (
  centre       TEXT    NOT NULL PRIMARY KEY REFERENCES centre (code), -- whose
  head         BIGINT NOT NULL CHECK (head >= 0), -- the last number given; 0 = none
  incarnation  TEXT    NOT NULL, -- 16 random hexadecimal digits; new once this stream is found to have been set back
  content_hash BYTEA NOT NULL CHECK (octet_length(content_hash) = 32) -- of the merged state; zeros = nothing yet
);

-- How far each chain was taken in: a chain is one run of a station's journal.
CREATE TABLE origin (
  centre      TEXT    NOT NULL REFERENCES centre (code), -- whose
  station     TEXT    NOT NULL, -- who writes the chain
  epoch       TEXT    NOT NULL, -- 16 hexadecimal digits
  applied_seq BIGINT NOT NULL CHECK (applied_seq >= 1), -- place of the last operation that is here
  head_hash   BYTEA NOT NULL CHECK (octet_length(head_hash) = 32), -- its hash
  forked_at   BIGINT, -- when another operation came for a place that is taken; NULL = never
  PRIMARY KEY (centre, station, epoch)
);

-- Every operation, its bytes as they came, with what was decided on it. Nothing here is ever changed.
CREATE TABLE op (
  centre       TEXT    NOT NULL REFERENCES centre (code), -- whose, by the station that was authenticated
  commit_seq   BIGINT NOT NULL CHECK (commit_seq >= 1), -- its place in the centre's stream
  station      TEXT    NOT NULL, -- who wrote it
  epoch        TEXT    NOT NULL, -- in which chain
  seq          BIGINT NOT NULL CHECK (seq >= 1), -- at which place, dense
  hash         BYTEA NOT NULL CHECK (octet_length(hash) = 32), -- of `bytes`
  bytes        BYTEA NOT NULL, -- verbatim; also where they mean nothing to this program
  verdict      TEXT    NOT NULL, -- JSON, what was decided, once and for all
  received_at  BIGINT NOT NULL, -- when it came
  effective_at BIGINT NOT NULL, -- the station's time, kept between what it had seen of us and `received_at`
  PRIMARY KEY (centre, commit_seq)
);
CREATE UNIQUE INDEX op_place ON op (centre, station, epoch, seq);
CREATE FUNCTION op_is_evidence() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'an operation is never changed'; END $$;
CREATE TRIGGER op_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON op
EXECUTE FUNCTION op_is_evidence();

-- The merged fields of an entity, from which the next operation on it is decided.
CREATE TABLE merged (
  centre TEXT NOT NULL REFERENCES centre (code), -- whose
  entity TEXT NOT NULL, -- id of any record
  state  TEXT NOT NULL, -- JSON: each field, its value and the operation that set it
  PRIMARY KEY (centre, entity)
);

-- What waits for a person, as the merged state says: values that were said beside the one that holds, branches, what
-- looks like one thing recorded twice. A row goes when it is settled.
CREATE TABLE conflict (
  centre    TEXT NOT NULL REFERENCES centre (code), -- whose
  entity    TEXT NOT NULL, -- of which record
  place     BIGINT NOT NULL, -- 0, 1, 2 within the record
  field     TEXT NOT NULL, -- which of its fields
  operation BYTEA NOT NULL CHECK (octet_length(operation) = 32), -- hash of the operation that waits; who and when stand there
  how       TEXT NOT NULL, -- code of Contest
  PRIMARY KEY (centre, entity, place)
);

-- Operations that are kept and not acted on, each with the rest of its transaction: for a person.
CREATE TABLE quarantine (
  centre     TEXT    NOT NULL REFERENCES centre (code), -- whose
  commit_seq BIGINT NOT NULL, -- the operation
  reason     TEXT    NOT NULL, -- code of what is wrong with it or with its transaction
  PRIMARY KEY (centre, commit_seq),
  FOREIGN KEY (centre, commit_seq) REFERENCES op (centre, commit_seq)
);

-- The keys that open customers' values in operations. They never stand in an operation, so that destroying them here
-- and at the stations erases a customer.
CREATE TABLE customer_key (
  centre     TEXT    NOT NULL REFERENCES centre (code), -- whose
  customer   TEXT    NOT NULL, -- CustomerId
  key        BYTEA CHECK (octet_length(key) = 32), -- NULL = erased, and never taken in again
  PRIMARY KEY (centre, customer)
);

-- ---------------------------------------------------------------------------------------------------- projections
-- Derived from `op`, for lists; may be made anew at any time.

-- The work orders of a centre.
CREATE TABLE ticket (
  centre      TEXT    NOT NULL REFERENCES centre (code), -- whose
  id          TEXT    NOT NULL, -- TicketId
  rma         TEXT    NOT NULL, -- its number
  serial      TEXT    NOT NULL, -- of the unit, folded
  status      TEXT    NOT NULL, -- code of Status
  is_open     BIGINT NOT NULL CHECK (is_open IN (0, 1)), -- Status::is_open of `status`
  received_on TEXT    NOT NULL CHECK (length(received_on) = 10), -- day 0 of its cycle
  calendar    TEXT,             -- two letters; NULL = the centre's country
  PRIMARY KEY (centre, id)
);
CREATE INDEX ticket_rma ON ticket (centre, rma, id);
CREATE INDEX ticket_serial ON ticket (centre, serial) WHERE is_open = 1;

-- ------------------------------------------------------------------------------------------- one centre at a time
-- A transaction names its centre (`nightbench.centre`) and sees and writes no other's rows, whatever a statement says.
-- Superusers pass any row-level security: the server is to connect as an ordinary user, and its doctor says so.

ALTER TABLE stream ENABLE ROW LEVEL SECURITY;
ALTER TABLE stream FORCE ROW LEVEL SECURITY;
CREATE POLICY of_centre ON stream USING (centre = current_setting('nightbench.centre', true));
ALTER TABLE origin ENABLE ROW LEVEL SECURITY;
ALTER TABLE origin FORCE ROW LEVEL SECURITY;
CREATE POLICY of_centre ON origin USING (centre = current_setting('nightbench.centre', true));
ALTER TABLE op ENABLE ROW LEVEL SECURITY;
ALTER TABLE op FORCE ROW LEVEL SECURITY;
CREATE POLICY of_centre ON op USING (centre = current_setting('nightbench.centre', true));
ALTER TABLE merged ENABLE ROW LEVEL SECURITY;
ALTER TABLE merged FORCE ROW LEVEL SECURITY;
CREATE POLICY of_centre ON merged USING (centre = current_setting('nightbench.centre', true));
ALTER TABLE conflict ENABLE ROW LEVEL SECURITY;
ALTER TABLE conflict FORCE ROW LEVEL SECURITY;
CREATE POLICY of_centre ON conflict USING (centre = current_setting('nightbench.centre', true));
ALTER TABLE quarantine ENABLE ROW LEVEL SECURITY;
ALTER TABLE quarantine FORCE ROW LEVEL SECURITY;
CREATE POLICY of_centre ON quarantine USING (centre = current_setting('nightbench.centre', true));
ALTER TABLE customer_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer_key FORCE ROW LEVEL SECURITY;
CREATE POLICY of_centre ON customer_key USING (centre = current_setting('nightbench.centre', true));
ALTER TABLE ticket ENABLE ROW LEVEL SECURITY;
ALTER TABLE ticket FORCE ROW LEVEL SECURITY;
CREATE POLICY of_centre ON ticket USING (centre = current_setting('nightbench.centre', true));

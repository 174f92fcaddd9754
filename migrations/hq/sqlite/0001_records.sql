-- 0001: what headquarters keeps, on SQLite. The same tables as in migrations/hq/postgres; a step is written in both.
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
  added_at INTEGER NOT NULL              -- when it was added
) STRICT;

-- The one key of this headquarters, whichever server signs with it.
CREATE TABLE server (
  one        INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), -- always 1, so there is one row
  secret_key BLOB NOT NULL CHECK (length(secret_key) = 32) -- ed25519; stations verify by its public half
) STRICT;

-- The installations that enrolled. A station is of one centre for life.
CREATE TABLE station (
  id          TEXT    NOT NULL PRIMARY KEY, -- StationId
  centre      TEXT    NOT NULL REFERENCES centre (code), -- whose it is
  public_key  BLOB    NOT NULL CHECK (length(public_key) = 32), -- ed25519; the private half never left the station
  nonce       BLOB    NOT NULL CHECK (length(nonce) = 32), -- what the next request must be signed over
  program     TEXT    NOT NULL, -- name and version of its program, as it last said
  enrolled_at INTEGER NOT NULL, -- when
  seen_at     INTEGER NOT NULL, -- of its last authenticated request
  revoked_at  INTEGER           -- NULL = trusted
) STRICT;
CREATE INDEX station_centre ON station (centre, id);

-- The one-time codes with which stations enrol. The code itself is not kept.
CREATE TABLE enrolment (
  code_hash  BLOB    NOT NULL PRIMARY KEY CHECK (length(code_hash) = 32), -- of the code, folded
  centre     TEXT    NOT NULL REFERENCES centre (code), -- to which the code leads
  made_at    INTEGER NOT NULL, -- when it was given out
  expires_at INTEGER NOT NULL, -- from when it leads nowhere
  station    TEXT              -- who used it; NULL = nobody yet
) STRICT;

-- Programs of headquarters that read lists of all centres. The token itself is not kept.
CREATE TABLE reader (
  name       TEXT NOT NULL PRIMARY KEY, -- what it is for
  token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32), -- of the token
  made_at    INTEGER NOT NULL, -- when it was given out
  revoked_at INTEGER           -- NULL = valid
) STRICT;

-- ------------------------------------------------------------------------------------------ what a centre wrote

-- The order of a centre's operations. `head` is raised in the transaction that stores them, under the lock of this
-- row, so the order of numbers is the order of commits and a reader that has seen 4 has seen 3.
CREATE TABLE stream (
  centre       TEXT    NOT NULL PRIMARY KEY REFERENCES centre (code), -- whose
  head         INTEGER NOT NULL CHECK (head >= 0), -- the last number given; 0 = none
  incarnation  TEXT    NOT NULL, -- 16 random hexadecimal digits; new once this stream is found to have been set back
  content_hash BLOB    NOT NULL CHECK (length(content_hash) = 32) -- of the merged state; zeros = nothing yet
) STRICT;

-- How far each chain was taken in: a chain is one run of a station's journal.
CREATE TABLE origin (
  centre      TEXT    NOT NULL REFERENCES centre (code), -- whose
  station     TEXT    NOT NULL, -- who writes the chain
  epoch       TEXT    NOT NULL, -- 16 hexadecimal digits
  applied_seq INTEGER NOT NULL CHECK (applied_seq >= 1), -- place of the last operation that is here
  head_hash   BLOB    NOT NULL CHECK (length(head_hash) = 32), -- its hash
  forked_at   INTEGER, -- when another operation last came for a place that is taken; NULL = never
  PRIMARY KEY (centre, station, epoch)
) STRICT;

-- Every operation, its bytes as they came, with what was decided on it. Nothing here is ever changed.
CREATE TABLE op (
  centre       TEXT    NOT NULL REFERENCES centre (code), -- whose, by the station that was authenticated
  commit_seq   INTEGER NOT NULL CHECK (commit_seq >= 1), -- its place in the centre's stream
  station      TEXT    NOT NULL, -- who wrote it
  epoch        TEXT    NOT NULL, -- in which chain
  seq          INTEGER NOT NULL CHECK (seq >= 1), -- at which place, dense
  hash         BLOB    NOT NULL CHECK (length(hash) = 32), -- of `bytes`
  bytes        BLOB    NOT NULL, -- verbatim; also where they mean nothing to this program
  verdict      TEXT    NOT NULL CHECK (json_valid(verdict)), -- JSON, what was decided, once and for all
  received_at  INTEGER NOT NULL, -- when it came
  effective_at INTEGER NOT NULL, -- the station's time, kept between what it had seen of us and `received_at`
  PRIMARY KEY (centre, commit_seq)
) STRICT;
CREATE UNIQUE INDEX op_place ON op (centre, station, epoch, seq);
CREATE TRIGGER op_is_never_changed BEFORE UPDATE ON op
BEGIN SELECT raise(ABORT, 'an operation is never changed'); END;
CREATE TRIGGER op_is_never_deleted BEFORE DELETE ON op
BEGIN SELECT raise(ABORT, 'an operation is never deleted'); END;

-- The merged fields of an entity, from which the next operation on it is decided.
CREATE TABLE merged (
  centre TEXT NOT NULL REFERENCES centre (code), -- whose
  entity TEXT NOT NULL, -- id of any record
  state  TEXT NOT NULL CHECK (json_valid(state)), -- JSON: each field, its value and the operation that set it
  PRIMARY KEY (centre, entity)
) STRICT;

-- What waits for a person, as the merged state says: values that were said beside the one that holds, branches, what
-- looks like one thing recorded twice. A row goes when it is settled.
CREATE TABLE conflict (
  centre    TEXT NOT NULL REFERENCES centre (code), -- whose
  entity    TEXT NOT NULL, -- of which record
  place     INTEGER NOT NULL, -- 0, 1, 2 within the record
  field     TEXT NOT NULL, -- which of its fields
  operation BLOB NOT NULL CHECK (length(operation) = 32), -- hash of the operation that waits; who and when stand there
  how       TEXT NOT NULL, -- code of Contest
  PRIMARY KEY (centre, entity, place)
) STRICT;

-- Operations that are kept and not acted on, each with the rest of its transaction: for a person.
CREATE TABLE quarantine (
  centre     TEXT    NOT NULL REFERENCES centre (code), -- whose
  commit_seq INTEGER NOT NULL, -- the operation
  reason     TEXT    NOT NULL, -- code of what is wrong with it or with its transaction
  PRIMARY KEY (centre, commit_seq),
  FOREIGN KEY (centre, commit_seq) REFERENCES op (centre, commit_seq)
) STRICT;

-- The keys that open customers' values in operations. They never stand in an operation, so that destroying them here
-- and at the stations erases a customer.
CREATE TABLE customer_key (
  centre     TEXT    NOT NULL REFERENCES centre (code), -- whose
  customer   TEXT    NOT NULL, -- CustomerId
  key        BLOB    CHECK (length(key) = 32), -- NULL = erased, and never taken in again
  PRIMARY KEY (centre, customer)
) STRICT;

-- ---------------------------------------------------------------------------------------------------- projections
-- Derived from `op`, for lists; may be made anew at any time.

-- The work orders of a centre.
CREATE TABLE ticket (
  centre      TEXT    NOT NULL REFERENCES centre (code), -- whose
  id          TEXT    NOT NULL, -- TicketId
  rma         TEXT    NOT NULL, -- its number
  serial      TEXT    NOT NULL, -- of the unit, folded
  status      TEXT    NOT NULL, -- code of Status
  is_open     INTEGER NOT NULL CHECK (is_open IN (0, 1)), -- Status::is_open of `status`
  received_on TEXT    NOT NULL CHECK (length(received_on) = 10), -- day 0 of its cycle
  calendar    TEXT,             -- two letters; NULL = the centre's country
  PRIMARY KEY (centre, id)
) STRICT;
CREATE INDEX ticket_rma ON ticket (centre, rma, id);
CREATE INDEX ticket_serial ON ticket (centre, serial) WHERE is_open = 1;

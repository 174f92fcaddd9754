-- 0004: the people who work here.
--
-- Somebody who left is switched off, never deleted: the history names them. Hashes stay in this file; an operation
-- says only that a PIN or badge was set.

-- Somebody who works here, or did.
CREATE TABLE user (
  id         TEXT    NOT NULL PRIMARY KEY, -- UserId
  name       TEXT    NOT NULL, -- the actor in the history
  name_key   TEXT    NOT NULL, -- the name without spaces, case and width
  role       TEXT    NOT NULL, -- code of Role
  is_active  INTEGER NOT NULL CHECK (is_active IN (0, 1)), -- whether they still work here
  pin_hash   TEXT,             -- Argon2id with its salt and cost, a PHC string; NULL = no PIN was set
  badge_hash BLOB    CHECK (length(badge_hash) = 32), -- keyed BLAKE3 of the badge's text; NULL = no badge
  created_at INTEGER NOT NULL, -- when they were added, milliseconds UTC
  updated_at INTEGER NOT NULL  -- when anything of this was last changed, milliseconds UTC
) STRICT;
CREATE UNIQUE INDEX user_name ON user (name_key) WHERE is_active = 1;
CREATE UNIQUE INDEX user_badge ON user (badge_hash) WHERE is_active = 1;

-- Wrong PINs in a row. No record: a right PIN removes the row.
CREATE TABLE wrong_pin (
  user    TEXT    NOT NULL PRIMARY KEY REFERENCES user (id), -- whose PIN was meant
  count   INTEGER NOT NULL CHECK (count > 0), -- how many in a row
  last_at INTEGER NOT NULL  -- when the last one was typed, milliseconds UTC by the station's clock
) STRICT;

-- Who typed a draft, so that after a power cut each person is told of their own.
ALTER TABLE draft ADD COLUMN user TEXT; -- UserId of who last saved it; NULL = nobody was signed in

-- ------------------------------------------------------------------------------------------ places and custody

-- A spot where units are put. One that is no longer used is switched off, never deleted.
CREATE TABLE place (
  id         TEXT    NOT NULL PRIMARY KEY, -- PlaceId
  code       TEXT    NOT NULL UNIQUE,      -- what its label carries
  name       TEXT    NOT NULL,             -- what people call it, or empty
  kind       TEXT    NOT NULL,             -- code of PlaceKind
  is_active  INTEGER NOT NULL CHECK (is_active IN (0, 1)), -- whether units are still put there
  updated_at INTEGER NOT NULL              -- when it was last changed, milliseconds UTC
) STRICT;

-- Where the unit of a work order is, and who has it: one row from the receipt on, the last one after it left.
CREATE TABLE custody (
  ticket  TEXT    NOT NULL PRIMARY KEY REFERENCES ticket (id), -- the work order
  place   TEXT    NOT NULL REFERENCES place (id), -- where it is
  holder  TEXT    REFERENCES user (id), -- who has it in hand or in their care; NULL = nobody
  since   INTEGER NOT NULL, -- when it came there, milliseconds UTC
  seen_at INTEGER NOT NULL  -- when somebody last had it in hand, milliseconds UTC
) STRICT;
CREATE INDEX custody_place ON custody (place);
CREATE INDEX custody_holder ON custody (holder) WHERE holder IS NOT NULL;

-- A count of what is where, by scanning. It is stored as it goes; no record until it is finished.
CREATE TABLE stocktake (
  id         TEXT    NOT NULL PRIMARY KEY, -- StocktakeId
  place      TEXT    REFERENCES place (id), -- what is counted; NULL = the whole centre
  state      TEXT    NOT NULL CHECK (state IN ('open', 'finished', 'dropped')), -- how far it is
  begun_at   INTEGER NOT NULL, -- when, milliseconds UTC
  begun_by   TEXT    NOT NULL, -- the actor who began it
  ended_at   INTEGER, -- when it was finished or dropped, milliseconds UTC; NULL while it is open
  found      INTEGER, -- units found where they should be; NULL until it is finished
  missing    INTEGER, -- units that should be here and were not scanned; NULL until it is finished
  unexpected INTEGER, -- units scanned here and recorded elsewhere; NULL until it is finished
  unknown    INTEGER  -- codes without an open work order; NULL until it is finished
) STRICT;
CREATE UNIQUE INDEX stocktake_open ON stocktake (state) WHERE state = 'open';

-- One code scanned in a stock-take.
CREATE TABLE stocktake_scan (
  stocktake  TEXT    NOT NULL REFERENCES stocktake (id), -- in which
  code       TEXT    NOT NULL, -- serial of the unit, or what was scanned
  ticket     TEXT    REFERENCES ticket (id), -- its open work order; NULL = none is known
  place      TEXT    REFERENCES place (id), -- where the counter stood; NULL = no place was scanned before it
  scanned_at INTEGER NOT NULL, -- when, milliseconds UTC
  PRIMARY KEY (stocktake, code)
) STRICT;

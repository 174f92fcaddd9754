-- 0022: the line to HQ. The journal is what is sent; here stands how far HQ has it, what it decided, and the state of every
-- record as HQ's stream leaves it. Nothing of this is a record of this station.

-- Where HQ is and how this station proves itself: one row once it is enrolled.
CREATE TABLE line (
  one         INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),              -- always 1, so there is one row
  url         TEXT    NOT NULL,                                          -- of HQ, as in https://hq.example
  server_key  BLOB    NOT NULL CHECK (length(server_key) = 32),          -- by which what HQ signs is verified
  secret_key  BLOB    NOT NULL CHECK (length(secret_key) = 32),          -- by which this station signs; secret
  nonce       TEXT    NOT NULL,                                          -- HQ gave it for the next request
  incarnation BLOB    CHECK (length(incarnation) = 8),                   -- the life of HQ that the cursor belongs to; NULL = never pulled
  cursor      INTEGER NOT NULL CHECK (cursor >= 0),                      -- last place of HQ's stream that is stored; takes the place of station.base_cursor
  content     BLOB    NOT NULL CHECK (length(content) = 32),             -- hash over all rows of merged
  enrolled_at INTEGER NOT NULL,                                          -- when it was enrolled, milliseconds UTC
  synced_at   INTEGER                                                    -- end of the last round that succeeded; NULL = none yet
) STRICT;

-- Each record as HQ's stream leaves it.
CREATE TABLE merged (
  entity TEXT NOT NULL PRIMARY KEY,                -- id of any record
  state  TEXT NOT NULL CHECK (json_valid(state))   -- JSON, an Entity of the sync crate
) STRICT;

-- What HQ decided on an operation, where it was anything but accepted.
CREATE TABLE ruling (
  chain   INTEGER NOT NULL REFERENCES chain (id),      -- of which chain
  seq     INTEGER NOT NULL CHECK (seq >= 1),           -- place in it
  entity  TEXT    NOT NULL,                            -- the record it is about
  verdict TEXT    NOT NULL CHECK (json_valid(verdict)), -- JSON, a Verdict of the sync crate
  PRIMARY KEY (chain, seq)
) STRICT;
CREATE INDEX ruling_entity ON ruling (entity);

-- Why HQ refuses a chain, so that it is not sent; NULL = it is sent.
ALTER TABLE chain ADD COLUMN set_aside TEXT CHECK (json_valid(set_aside));

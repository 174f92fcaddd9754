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

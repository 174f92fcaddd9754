-- 0005: masters, and which row of which file last said a sale.
--
-- A master is kept as its file said it, one row a key, the latest word. What a newer file of a kind no longer says
-- stays, unless that file was complete: then it ends, and is never deleted, because recorded verdicts rest on it.

-- One import of a file of masters.
CREATE TABLE master_import (
  id          TEXT    NOT NULL PRIMARY KEY, -- ImportId
  kind        TEXT    NOT NULL, -- code of MasterKind
  file_name   TEXT    NOT NULL, -- without its folder
  file_hash   BLOB    NOT NULL CHECK (length(file_hash) = 32), -- of its bytes
  is_complete INTEGER NOT NULL CHECK (is_complete IN (0, 1)), -- whether it says all there is: what it leaves out ends
  rows        INTEGER NOT NULL, -- rows the file had
  imported    INTEGER NOT NULL, -- keys that were new
  updated     INTEGER NOT NULL, -- keys whose content changed
  unchanged   INTEGER NOT NULL, -- keys that said the same
  skipped     INTEGER NOT NULL, -- rows that could not be read, or were there twice
  ended       INTEGER NOT NULL, -- keys it ended by leaving them out
  imported_at INTEGER NOT NULL  -- as of when the masters of the kind are known here
) STRICT;
CREATE INDEX master_import_at ON master_import (kind, imported_at);

-- One master: a model, a dealer, a contract, a line of the charge standard, a unit of our own.
CREATE TABLE master (
  id         INTEGER NOT NULL PRIMARY KEY, -- local
  kind       TEXT    NOT NULL,             -- code of MasterKind
  key        TEXT    NOT NULL,             -- its identity among its kind, folded
  words      TEXT    NOT NULL,             -- what it is searched by, folded, a line feed between; may be personal
  content    TEXT    NOT NULL CHECK (json_valid(content)), -- JSON, as the domain type of the kind; may be personal
  changed_in TEXT    NOT NULL REFERENCES master_import (id), -- that last changed it
  said_in    TEXT    NOT NULL REFERENCES master_import (id), -- that last said it
  said_row   INTEGER NOT NULL,             -- the row of that file
  ended_in   TEXT    REFERENCES master_import (id), -- complete import that left it out; NULL = in force
  UNIQUE (kind, key)
) STRICT;

-- What leads to a master beside its key.
CREATE TABLE master_finder (
  master   INTEGER NOT NULL REFERENCES master (id), -- to which it leads
  finder   TEXT    NOT NULL, -- code of FinderBy
  prefix   TEXT    NOT NULL, -- the key, or what every serial of a range or pattern begins with
  from_key TEXT    NOT NULL, -- first serial of a range, the pattern, a version; empty = none
  to_key   TEXT    NOT NULL  -- last serial of a range; empty = none
) STRICT;
CREATE INDEX master_finder_key ON master_finder (finder, prefix, from_key);
CREATE INDEX master_finder_master ON master_finder (master);

-- The register import that last said a sale, also when it changed nothing; NULL = before this was remembered.
ALTER TABLE sale ADD COLUMN said_in TEXT REFERENCES registry_import (id);
-- The row of that file; NULL = before this was remembered.
ALTER TABLE sale ADD COLUMN said_row INTEGER;

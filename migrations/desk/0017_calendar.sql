-- 0017: newer calendars. The shipped one is in the program; what was imported since is laid over it, in this order.

-- A calendar as a file brought it. Never changed, never deleted: a mistake is mended by the next import.
CREATE TABLE calendar_pack (
  id          TEXT    NOT NULL PRIMARY KEY, -- CalendarPackId
  file        TEXT    NOT NULL, -- name of the file
  text        TEXT    NOT NULL, -- the file as it came, CSV or TOML
  hash        TEXT    NOT NULL UNIQUE, -- BLAKE3 of the text, hexadecimal
  imported_by TEXT    NOT NULL, -- who
  imported_at INTEGER NOT NULL  -- when, milliseconds UTC
) STRICT;
CREATE TRIGGER calendar_pack_is_never_changed BEFORE UPDATE ON calendar_pack
BEGIN SELECT raise(ABORT, 'an imported calendar is never changed'); END;
CREATE TRIGGER calendar_pack_is_never_deleted BEFORE DELETE ON calendar_pack
BEGIN SELECT raise(ABORT, 'an imported calendar is never deleted'); END;

-- Open work orders by how far they are, for the board: their ages are counted without touching a row.
CREATE INDEX ticket_stage ON ticket (status, limit_on, id) WHERE is_open = 1;

-- Whose paper form is owed: nobody applies to the company for its own unit.
DROP INDEX intake_form_missing;
CREATE INDEX intake_form_owed ON intake (id) WHERE paper_form IS NOT 1 AND owned_by_us = 0;

-- Hand-overs by day, for cycle times and the sheet of a week.
CREATE INDEX handover_day ON handover (handed_over_on, ticket);

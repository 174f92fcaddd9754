-- 0010: diagnosis. What the test bench measured, what was found wrong with a unit, and the versions of what the bench
-- measures. None of it is ever changed: a correction is a new row that names the old one, a new diagnosis stands beside
-- the earlier ones.

-- A protocol of the test bench.
CREATE TABLE bench_sheet (
  id        TEXT    NOT NULL PRIMARY KEY, -- BenchSheetId
  ticket    TEXT    NOT NULL REFERENCES ticket (id), -- of which work order
  kind      TEXT    NOT NULL,             -- code of SheetKind
  result    TEXT    NOT NULL,             -- code of SheetResult, as computed when it was saved
  replaces  TEXT    REFERENCES bench_sheet (id), -- the sheet it corrects; NULL = none
  catalogue INTEGER NOT NULL CHECK (catalogue >= 0), -- version of the catalogue it asked by; 0 = the shipped one
  lines     TEXT    NOT NULL CHECK (json_valid(lines)), -- JSON, what was asked, read off and judged, in order
  around    TEXT    NOT NULL CHECK (json_valid(around)), -- JSON, SheetDraft without its readings: instruments, air, soak, frames, note
  made_by   TEXT    NOT NULL,             -- who
  made_on   TEXT    NOT NULL CHECK (length(made_on) = 10), -- the day at the centre, against which calibrations are held
  made_at   INTEGER NOT NULL              -- when, milliseconds UTC
) STRICT;
CREATE INDEX bench_sheet_ticket ON bench_sheet (ticket, made_at);
CREATE INDEX bench_sheet_replaces ON bench_sheet (replaces);
CREATE TRIGGER bench_sheet_is_never_changed BEFORE UPDATE ON bench_sheet
BEGIN SELECT raise(ABORT, 'a bench sheet is never changed'); END;
CREATE TRIGGER bench_sheet_is_never_deleted BEFORE DELETE ON bench_sheet
BEGIN SELECT raise(ABORT, 'a bench sheet is never deleted'); END;

-- A diagnosis: what was found wrong, as a whole. The newest of a work order counts.
CREATE TABLE diagnosis (
  id            TEXT    NOT NULL PRIMARY KEY, -- DiagnosisId
  ticket        TEXT    NOT NULL REFERENCES ticket (id), -- of which work order
  is_cause_open INTEGER NOT NULL CHECK (is_cause_open IN (0, 1)), -- whether a fault is confirmed whose cause is not shown
  second        TEXT    NOT NULL,             -- the second person of 5.9; empty = none was needed
  made_by       TEXT    NOT NULL,             -- who
  made_on       TEXT    NOT NULL CHECK (length(made_on) = 10), -- the day at the centre, by which faults of a batch are counted
  made_at       INTEGER NOT NULL              -- when, milliseconds UTC
) STRICT;
CREATE INDEX diagnosis_ticket ON diagnosis (ticket, made_at);
CREATE TRIGGER diagnosis_is_never_changed BEFORE UPDATE ON diagnosis
BEGIN SELECT raise(ABORT, 'a diagnosis is never changed'); END;
CREATE TRIGGER diagnosis_is_never_deleted BEFORE DELETE ON diagnosis
BEGIN SELECT raise(ABORT, 'a diagnosis is never deleted'); END;

-- A line of a diagnosis: one thing that is wrong. Codes of the short lists (catalogue/faults.toml); empty = not said.
CREATE TABLE diagnosis_line (
  diagnosis TEXT    NOT NULL REFERENCES diagnosis (id), -- of which
  place     INTEGER NOT NULL CHECK (place >= 0), -- its place in the list
  symptom   TEXT    NOT NULL, -- what shows itself
  fault     TEXT    NOT NULL, -- what is wrong
  cause     TEXT    NOT NULL, -- why
  action    TEXT    NOT NULL, -- what is to be done
  position  TEXT    NOT NULL, -- where in the unit
  note      TEXT    NOT NULL, -- in the technician's own words
  PRIMARY KEY (diagnosis, place)
) STRICT;
CREATE TRIGGER diagnosis_line_is_never_changed BEFORE UPDATE ON diagnosis_line
BEGIN SELECT raise(ABORT, 'a line of a diagnosis is never changed'); END;
CREATE TRIGGER diagnosis_line_is_never_deleted BEFORE DELETE ON diagnosis_line
BEGIN SELECT raise(ABORT, 'a line of a diagnosis is never deleted'); END;

-- A version of what the test bench measures. The newest holds; with none, the shipped one does.
CREATE TABLE bench_catalogue (
  id       TEXT    NOT NULL PRIMARY KEY, -- BenchCatalogueId
  version  INTEGER NOT NULL CHECK (version >= 1), -- counts up from 1 at this station; 0 is the shipped one
  content  TEXT    NOT NULL CHECK (json_valid(content)), -- JSON, BenchCatalogue
  reason   TEXT    NOT NULL,             -- why it was changed
  saved_by TEXT    NOT NULL,             -- who
  saved_at INTEGER NOT NULL              -- when, milliseconds UTC
) STRICT;
CREATE UNIQUE INDEX bench_catalogue_version ON bench_catalogue (version);
CREATE TRIGGER bench_catalogue_is_never_changed BEFORE UPDATE ON bench_catalogue
BEGIN SELECT raise(ABORT, 'a version of the catalogue is never changed'); END;
CREATE TRIGGER bench_catalogue_is_never_deleted BEFORE DELETE ON bench_catalogue
BEGIN SELECT raise(ABORT, 'a version of the catalogue is never deleted'); END;

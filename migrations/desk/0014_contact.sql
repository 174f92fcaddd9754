-- 0014: what is asked and said. One row for each enquiry, one for each unit it is about, one for each thing that was said
-- to a customer or by one, and one for each day we promised and each complaint. Duties are derived from these, not stored.

-- Somebody asked before a unit came.
CREATE TABLE enquiry (
  id           TEXT    NOT NULL PRIMARY KEY, -- EnquiryId
  way          TEXT    NOT NULL,             -- code of Way: how it reached us
  received_at  INTEGER NOT NULL,             -- when it reached us, milliseconds UTC
  reply_due_at INTEGER NOT NULL,             -- when it must be answered, milliseconds UTC; by the calendar of the day it was recorded
  customer     TEXT    NOT NULL REFERENCES customer (id), -- who asked
  words        TEXT    NOT NULL,             -- what was asked, in the customer's words
  result       TEXT,                         -- code of EnquiryResult; NULL = open
  result_words TEXT    NOT NULL,             -- what is said of the result; empty = nothing
  result_at    INTEGER,                      -- when it was stated, milliseconds UTC; NULL = open
  recorded_by  TEXT    NOT NULL,             -- who recorded it
  is_open      INTEGER NOT NULL CHECK (is_open IN (0, 1)) -- 0 = nothing is left to do
) STRICT;
CREATE INDEX enquiry_newest ON enquiry (received_at, id);
CREATE INDEX enquiry_open ON enquiry (reply_due_at, id) WHERE is_open = 1;
CREATE INDEX enquiry_customer ON enquiry (customer);

-- A unit an enquiry is about.
CREATE TABLE enquiry_unit (
  id            TEXT    NOT NULL PRIMARY KEY, -- EnquiryUnitId
  enquiry       TEXT    NOT NULL REFERENCES enquiry (id), -- of which enquiry
  place         INTEGER NOT NULL CHECK (place >= 0), -- its place in the list
  serial        TEXT,                         -- folded; NULL = not known
  model         TEXT    NOT NULL,             -- as said; empty = not known
  product_class TEXT,                         -- code of ProductClass; NULL = not known
  symptom       TEXT    NOT NULL,             -- what is wrong with it; empty = as the enquiry says
  authorisation TEXT    REFERENCES authorisation (id), -- the number it is sent in under; NULL = none was given
  draft         TEXT,                         -- the check-in begun for it; no reference: a draft may go first
  ticket        TEXT    REFERENCES ticket (id) -- its work order; NULL = it did not come
) STRICT;
CREATE INDEX enquiry_unit_place ON enquiry_unit (enquiry, place);
CREATE INDEX enquiry_unit_serial ON enquiry_unit (serial) WHERE serial IS NOT NULL;
CREATE INDEX enquiry_unit_authorisation ON enquiry_unit (authorisation) WHERE authorisation IS NOT NULL;
CREATE INDEX enquiry_unit_draft ON enquiry_unit (draft) WHERE draft IS NOT NULL;
CREATE INDEX enquiry_unit_ticket ON enquiry_unit (ticket) WHERE ticket IS NOT NULL;

-- One thing that was said. It is never changed, only withdrawn.
CREATE TABLE contact (
  id            TEXT    NOT NULL PRIMARY KEY, -- ContactId
  enquiry       TEXT    REFERENCES enquiry (id), -- about which enquiry; NULL = about a work order
  ticket        TEXT    REFERENCES ticket (id),  -- about which work order; NULL = about an enquiry
  way           TEXT    NOT NULL,             -- code of Way
  direction     TEXT    NOT NULL CHECK (direction IN ('in', 'out')), -- who spoke first: they, we
  is_reached    INTEGER NOT NULL CHECK (is_reached IN (0, 1)), -- 0 = nobody was reached
  party         TEXT    NOT NULL,             -- with whom; empty = with the customer on record
  words         TEXT    NOT NULL,             -- what was said
  said_at       INTEGER NOT NULL,             -- when it was said, milliseconds UTC
  logged_at     INTEGER NOT NULL,             -- when it was written down, milliseconds UTC
  logged_by     TEXT    NOT NULL,             -- who wrote it down
  attempt       TEXT,                         -- code of AttemptResult; NULL = it was no remote attempt
  checked       TEXT    NOT NULL CHECK (json_valid(checked)), -- JSON, CallerCheck; null = no check was made
  closes        TEXT    NOT NULL CHECK (json_valid(closes)),  -- JSON list of DutyKind
  withdrawn_at  INTEGER,                      -- when it was withdrawn, milliseconds UTC; NULL = it stands
  withdrawn_why TEXT    NOT NULL,             -- why; empty = it stands
  CHECK ((enquiry IS NULL) <> (ticket IS NULL))
) STRICT;
CREATE INDEX contact_enquiry ON contact (enquiry, said_at) WHERE enquiry IS NOT NULL;
CREATE INDEX contact_ticket ON contact (ticket, said_at) WHERE ticket IS NOT NULL;

-- A day we promised, or a complaint.
CREATE TABLE follow_up (
  id         TEXT    NOT NULL PRIMARY KEY,    -- FollowUpId
  enquiry    TEXT    REFERENCES enquiry (id), -- about which enquiry; NULL = about a work order
  ticket     TEXT    REFERENCES ticket (id),  -- about which work order; NULL = about an enquiry
  kind       TEXT    NOT NULL CHECK (kind IN ('promise', 'complaint')), -- what it is
  words      TEXT    NOT NULL,                -- what was promised, what the complaint says
  due_on     TEXT    NOT NULL CHECK (length(due_on) = 10), -- the day it is owed by, at the centre
  owner      TEXT    REFERENCES user (id),    -- who sees to it; NULL = whoever opened it
  opened_at  INTEGER NOT NULL,                -- when it was opened, milliseconds UTC
  opened_by  TEXT    NOT NULL,                -- who opened it
  ended      TEXT,                            -- code of FollowUpEnd; NULL = open
  ended_at   INTEGER,                         -- when it ended, milliseconds UTC; NULL = open
  ended_by   TEXT    NOT NULL,                -- who said so; empty = open
  end_words  TEXT    NOT NULL,                -- closing words; empty = none
  CHECK ((enquiry IS NULL) <> (ticket IS NULL)),
  CHECK ((ended IS NULL) = (ended_at IS NULL))
) STRICT;
CREATE INDEX follow_up_enquiry ON follow_up (enquiry, opened_at) WHERE enquiry IS NOT NULL;
CREATE INDEX follow_up_ticket ON follow_up (ticket, opened_at) WHERE ticket IS NOT NULL;
CREATE INDEX follow_up_open ON follow_up (due_on, id) WHERE ended IS NULL;

-- An enquiry as lists show it.
CREATE VIEW enquiry_row AS
SELECT enquiry.id AS id, way, received_at, reply_due_at, enquiry.customer AS customer, words, result, result_words,
       result_at, recorded_by, is_open, customer.name AS customer_name, customer.phone AS customer_phone,
       customer.email AS customer_email, customer.address AS customer_address,
       (SELECT count(*) FROM enquiry_unit WHERE enquiry_unit.enquiry = enquiry.id) AS units,
       coalesce((SELECT coalesce(serial, '') FROM enquiry_unit WHERE enquiry_unit.enquiry = enquiry.id
                 ORDER BY place LIMIT 1), '') AS first_serial,
       coalesce((SELECT model FROM enquiry_unit WHERE enquiry_unit.enquiry = enquiry.id
                 ORDER BY place LIMIT 1), '') AS first_model
FROM enquiry JOIN customer ON customer.id = enquiry.customer;

-- 0011: quotes. What a paid service would cost, as it was given to the customer, and what the customer answered.

-- A quote of a ticket. A draft may change and be thrown away; an issued one never changes but for its answer.
CREATE TABLE quote (
  id          TEXT    NOT NULL PRIMARY KEY, -- QuoteId
  ticket      TEXT    NOT NULL REFERENCES ticket (id), -- of which work order
  revision    INTEGER CHECK (revision >= 1), -- 1 is Q1, given when it is issued; NULL = a draft
  state       TEXT    NOT NULL CHECK (state IN ('draft', 'issued', 'accepted', 'declined', 'superseded')), -- that it expired follows from valid_until
  terms       TEXT    NOT NULL CHECK (json_valid(terms)), -- JSON, QuoteTerms: alternatives, lines, currency; minor units
  valid_until TEXT    NOT NULL CHECK (length(valid_until) = 10), -- last day on which it can be accepted
  reviewed_by TEXT    NOT NULL,             -- who looked at the charges of a damaged unit; empty = nobody
  review      TEXT    NOT NULL,             -- in their words
  made_by     TEXT    NOT NULL,             -- who wrote it last
  made_at     INTEGER NOT NULL,             -- when, milliseconds UTC
  issued_by   TEXT    NOT NULL,             -- who gave it to the customer; empty = a draft
  issued_on   TEXT    CHECK (length(issued_on) = 10), -- the day of it at the centre; NULL = a draft
  issued_at   INTEGER,                      -- when, milliseconds UTC; NULL = a draft
  answer      TEXT    NOT NULL CHECK (json_valid(answer)), -- JSON, QuoteAnswer with who and in which words; null = none
  answered_by TEXT    NOT NULL,             -- who recorded the answer; empty = nobody
  answered_at INTEGER,                      -- when, milliseconds UTC; NULL = no answer
  CHECK ((revision IS NULL) = (state = 'draft')),
  CHECK ((issued_at IS NULL) = (state = 'draft'))
) STRICT;
CREATE UNIQUE INDEX quote_revision ON quote (ticket, revision);
CREATE UNIQUE INDEX quote_draft ON quote (ticket) WHERE state = 'draft';
CREATE UNIQUE INDEX quote_out ON quote (ticket) WHERE state = 'issued';

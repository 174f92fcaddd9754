-- 0015: parts. What is on stock in a centre and what each work order needs of it; the unit that is to be given for another;
-- and what is refunded for a unit, once.

-- A part on stock. Pieces that work orders reserved are among those on hand.
CREATE TABLE part (
  id            TEXT    NOT NULL PRIMARY KEY, -- PartId
  number        TEXT    NOT NULL UNIQUE,      -- its number, folded
  name_zh       TEXT    NOT NULL,             -- in Chinese; empty = only the English name is known
  name_en       TEXT    NOT NULL,             -- in English; empty = only the Chinese name is known
  position      TEXT    NOT NULL,             -- where it lies in the store; empty = not said
  is_serialised INTEGER NOT NULL CHECK (is_serialised IN (0, 1)), -- 1 = each piece has a serial of its own
  cost_minor    INTEGER CHECK (cost_minor >= 0), -- what one costs us, minor units; NULL = not known
  currency      TEXT    NOT NULL,             -- of the cost, as in CNY
  on_hand       INTEGER NOT NULL CHECK (on_hand >= 0), -- pieces here
  reserved      INTEGER NOT NULL CHECK (reserved >= 0 AND reserved <= on_hand) -- of these, spoken for
) STRICT;

-- What a work order needs of a part.
CREATE TABLE part_line (
  id          TEXT    NOT NULL PRIMARY KEY, -- PartLineId
  ticket      TEXT    NOT NULL REFERENCES ticket (id), -- which work order
  part        TEXT    NOT NULL REFERENCES part (id),   -- which part
  quantity    INTEGER NOT NULL CHECK (quantity >= 1),  -- how many
  terms       TEXT    NOT NULL CHECK (terms IN ('warranty', 'paid')), -- code of RepairTerms: who bears it
  state       TEXT    NOT NULL CHECK (state IN ('wanted', 'reserved', 'issued', 'released')), -- how far it is
  expected_on TEXT    CHECK (length(expected_on) = 10), -- when it should come; NULL = not known, or it is here
  serial_old  TEXT    NOT NULL,             -- of the piece that was taken out, folded; empty = none or not read
  serial_new  TEXT    NOT NULL,             -- of the piece that was put in, folded; empty = it has none
  cost_minor  INTEGER CHECK (cost_minor >= 0), -- what one cost us when it was given out, minor units; NULL = it was not, or not known
  currency    TEXT    NOT NULL,             -- of the cost, as in CNY
  made_at     INTEGER NOT NULL              -- when it was asked for, milliseconds UTC: who asked first is served first
) STRICT;
CREATE INDEX part_line_ticket ON part_line (ticket, made_at);
CREATE INDEX part_line_part ON part_line (part, made_at) WHERE state <> 'released';
CREATE INDEX part_line_wanted ON part_line (part, made_at) WHERE state = 'wanted';
CREATE UNIQUE INDEX part_line_serial ON part_line (part, serial_new) WHERE serial_new <> '' AND state = 'issued';

-- The unit that is to be given for the one that came (3.2).
CREATE TABLE exchange (
  id          TEXT    NOT NULL PRIMARY KEY, -- ExchangeId
  ticket      TEXT    NOT NULL REFERENCES ticket (id), -- which work order
  serial      TEXT    NOT NULL,             -- of the unit to be given, folded
  model       TEXT    NOT NULL,             -- its model
  model_old   TEXT    NOT NULL,             -- the model of the unit that came
  compared    TEXT    NOT NULL CHECK (json_valid(compared)), -- JSON list of Compared: the two specifications as they were then
  decision    TEXT    REFERENCES decision (id), -- the question whether it is not inferior; NULL = the comparison shows it
  chosen_by   TEXT    NOT NULL,             -- who chose the unit
  chosen_at   INTEGER NOT NULL,             -- when, milliseconds UTC
  withdrawn_at  INTEGER,                    -- when it was taken back, milliseconds UTC; NULL = it stands
  withdrawn_why TEXT  NOT NULL              -- why; empty = it stands
) STRICT;
CREATE INDEX exchange_ticket ON exchange (ticket, chosen_at);
CREATE UNIQUE INDEX exchange_one ON exchange (ticket) WHERE withdrawn_at IS NULL;
CREATE UNIQUE INDEX exchange_serial ON exchange (serial) WHERE withdrawn_at IS NULL;

-- What is refunded for a unit (3.3): once for each serial, ever.
CREATE TABLE refund (
  id            TEXT    NOT NULL PRIMARY KEY, -- RefundId
  ticket        TEXT    NOT NULL REFERENCES ticket (id), -- which work order
  serial        TEXT    NOT NULL,             -- of the unit that came, folded
  price_minor   INTEGER NOT NULL CHECK (price_minor > 0), -- the price of the receipt, minor units
  currency      TEXT    NOT NULL,             -- of the price, as in CNY
  document      TEXT    NOT NULL,             -- the purchase document it stands in: its number, its date
  attachment    TEXT    REFERENCES attachment (id), -- the scan of it; NULL = the paper itself was seen
  payer         TEXT    NOT NULL,             -- the seller who pays
  worked_by     TEXT    NOT NULL,             -- who said so last
  worked_at     INTEGER NOT NULL,             -- when, milliseconds UTC
  withdrawn_at  INTEGER,                      -- when it was taken back, milliseconds UTC; NULL = it stands
  withdrawn_why TEXT    NOT NULL              -- why; empty = it stands
) STRICT;
CREATE INDEX refund_ticket ON refund (ticket, worked_at);
CREATE UNIQUE INDEX refund_serial ON refund (serial) WHERE withdrawn_at IS NULL;

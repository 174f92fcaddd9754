-- 0013: hand-over. How what the customer gets left the house, what was paid for it, the unit of ours that was lent
-- meanwhile, and what repair and exchange did to the covers of serials (2.2).

-- The hand-over of a work order: the end of its cycle. Never deleted; a wrong waybill is amended.
CREATE TABLE handover (
  id                 TEXT    NOT NULL PRIMARY KEY, -- HandoverId
  ticket             TEXT    NOT NULL UNIQUE REFERENCES ticket (id), -- of which work order
  handed_over_on     TEXT    NOT NULL CHECK (length(handed_over_on) = 10), -- civil day at the centre: the end of the cycle
  handed_over_at     TEXT    NOT NULL CHECK (length(handed_over_at) = 8), -- HH:MM:SS by the centre's clock
  late_reason        TEXT    NOT NULL, -- why it was written down on a later day; empty = it was not
  way                TEXT    NOT NULL CHECK (way IN ('shipped', 'collected')), -- a carrier took it, or somebody came
  carrier            TEXT,             -- code of Carrier; NULL = collected
  waybill            TEXT,             -- the carrier's number, folded; NULL = collected, or it had none
  collected_by       TEXT    NOT NULL, -- who came, by name; empty = shipped
  proof              TEXT,             -- code of CollectionProof; NULL = shipped
  accessories        TEXT    NOT NULL CHECK (json_valid(accessories)), -- JSON, ReturnedAccessory: what came of each thing that was with the unit
  missing_note       TEXT    NOT NULL, -- what was agreed about what was not returned; empty = nothing was missing
  condition          TEXT    NOT NULL, -- in which it went back; empty = as it came
  signature          TEXT,             -- on_paper or scanned; NULL = nobody signed here, a carrier took it
  signature_scan     TEXT    REFERENCES attachment (id), -- the signed paper as an attachment; NULL = not scanned
  account            TEXT    NOT NULL, -- the dealer on whose account the charge goes; empty = nobody's
  invoice_title      TEXT,             -- to whom an invoice is made out; NULL = none was asked for
  invoice_tax_number TEXT    NOT NULL, -- their tax number; empty = none given
  invoice_send_to    TEXT    NOT NULL, -- where the invoice is sent; empty = not said
  freight_bearer     TEXT,             -- code of FreightBearer for a return without consent; NULL = nobody had to decide
  freight_decided_by TEXT    NOT NULL, -- who decided it; empty = nobody had to
  given_serial       TEXT,             -- the unit given in exchange, folded; NULL = none
  given_model        TEXT    NOT NULL, -- its model; empty = none
  loan_note          TEXT    NOT NULL, -- why a unit of ours is still out; empty = none is
  note               TEXT    NOT NULL, -- anything else; empty = nothing
  recorded_by        TEXT    NOT NULL, -- who wrote it down
  recorded_at        INTEGER NOT NULL, -- when, milliseconds UTC
  closed_on          TEXT              -- the day as of which the work order was closed; NULL = not closed yet
) STRICT;
CREATE INDEX handover_waybill ON handover (waybill) WHERE waybill IS NOT NULL;

-- A waybill that was typed wrong: what it was, what it is, why. Both stay in the history.
CREATE TABLE handover_amendment (
  id             TEXT    NOT NULL PRIMARY KEY, -- HandoverAmendmentId
  handover       TEXT    NOT NULL REFERENCES handover (id), -- of which hand-over
  carrier_before TEXT    NOT NULL, -- code of Carrier
  waybill_before TEXT,             -- NULL = it had none
  carrier        TEXT    NOT NULL, -- code of Carrier
  waybill        TEXT,             -- NULL = it has none
  reason         TEXT    NOT NULL, -- in words
  amended_by     TEXT    NOT NULL, -- who
  amended_at     INTEGER NOT NULL  -- when, milliseconds UTC
) STRICT;
CREATE INDEX handover_amendment_of ON handover_amendment (handover, amended_at);

-- Money that changed hands for a work order.
CREATE TABLE payment (
  id              TEXT    NOT NULL PRIMARY KEY, -- PaymentId
  ticket          TEXT    NOT NULL REFERENCES ticket (id), -- for which work order
  kind            TEXT    NOT NULL CHECK (kind IN ('received', 'refund')), -- from the customer, or back to them (3.3)
  method          TEXT    NOT NULL, -- code of PaymentMethod
  amount_minor    INTEGER NOT NULL CHECK (amount_minor > 0), -- minor units of the currency
  currency        TEXT    NOT NULL CHECK (length(currency) = 3), -- ISO 4217
  paid_on         TEXT    NOT NULL CHECK (length(paid_on) = 10), -- the day the money went
  reference       TEXT    NOT NULL, -- by which the other side finds it; empty = none
  recorded_by     TEXT    NOT NULL, -- who wrote it down
  recorded_at     INTEGER NOT NULL, -- when, milliseconds UTC
  withdrawn_at    INTEGER,          -- when it was found to be a mistake, milliseconds UTC; NULL = it counts
  withdraw_reason TEXT    NOT NULL  -- why it was a mistake; empty = it counts
) STRICT;
CREATE INDEX payment_ticket ON payment (ticket, recorded_at);

-- A unit of ours that a customer has while theirs is here.
CREATE TABLE lending (
  id            TEXT NOT NULL PRIMARY KEY, -- LendingId
  ticket        TEXT NOT NULL REFERENCES ticket (id), -- during which work order
  serial        TEXT NOT NULL, -- of the unit of ours, folded
  model         TEXT NOT NULL, -- its model; empty = not known
  lent_on       TEXT NOT NULL CHECK (length(lent_on) = 10), -- the day it went out
  note          TEXT NOT NULL, -- its condition and what went with it; empty = nothing said
  lent_by       TEXT NOT NULL, -- who lent it
  returned_on   TEXT,          -- the day it came back; NULL = it is out
  returned_note TEXT NOT NULL  -- its condition then; empty = nothing said
) STRICT;
CREATE INDEX lending_ticket ON lending (ticket, lent_on);
CREATE UNIQUE INDEX lending_out ON lending (serial) WHERE returned_on IS NULL;

-- What a hand-over did to a cover: the ledger by which later claims of the serial count (2.2, readings 11 to 13).
CREATE TABLE cover_entry (
  id           TEXT NOT NULL PRIMARY KEY, -- CoverEntryId
  ticket       TEXT NOT NULL REFERENCES ticket (id), -- by which work order
  serial       TEXT NOT NULL, -- the unit that was repaired or came back, folded
  entry        TEXT NOT NULL CHECK (entry IN ('repair', 'exchange')), -- what happened
  part         TEXT,          -- the part that was repaired, by name; NULL = the unit itself, or an exchange
  terms        TEXT,          -- code of RepairTerms; NULL = an exchange
  by_serial    TEXT,          -- the unit that was given, folded; NULL = a repair
  completed_on TEXT NOT NULL CHECK (length(completed_on) = 10), -- the hand-over to carrier or customer (reading 12)
  CHECK ((entry = 'repair' AND terms IS NOT NULL AND by_serial IS NULL)
      OR (entry = 'exchange' AND terms IS NULL AND part IS NULL AND by_serial IS NOT NULL))
) STRICT;
CREATE INDEX cover_entry_serial ON cover_entry (serial);
CREATE INDEX cover_entry_by ON cover_entry (by_serial) WHERE by_serial IS NOT NULL;
CREATE INDEX cover_entry_ticket ON cover_entry (ticket);

-- Handed over and not closed, nearest limit first.
CREATE INDEX ticket_returned ON ticket (limit_on, id) WHERE status = 'returned';

-- 0008: a work order's life. Who a work order is assigned to and since when it is where it is; what was decided for the
-- customer, and what becomes of the hardware. Every decision is a row of its own: the newest of a ticket counts.

-- Who it is assigned to; NULL = nobody. Not who has the unit: that is custody.
ALTER TABLE ticket ADD COLUMN owner TEXT REFERENCES user (id);
-- When it came to its status, milliseconds UTC; NULL = it did not move since this was noted.
ALTER TABLE ticket ADD COLUMN moved_at INTEGER;
CREATE INDEX ticket_owner ON ticket (owner, is_open) WHERE owner IS NOT NULL;

-- What was decided for the customer of a ticket.
CREATE TABLE resolution (
  id           TEXT    NOT NULL PRIMARY KEY,            -- ResolutionId
  ticket       TEXT    NOT NULL REFERENCES ticket (id), -- whose
  resolution   TEXT,                                    -- code of Resolution; NULL = the decision before was taken back
  reason       TEXT,                                    -- code of UnrepairedReason; NULL = it is repaired, exchanged or refunded
  note         TEXT    NOT NULL,                        -- in the decider's own words, or empty
  chosen_by    TEXT,                                    -- who chose, by name; NULL = no choice is on record
  chosen_on    TEXT CHECK (length(chosen_on) = 10),     -- the day it was said or written; NULL as above
  chosen_words TEXT,                                    -- the customer's words, or where they stand; NULL as above
  decided_by   TEXT    NOT NULL,                        -- who decided
  decided_at   INTEGER NOT NULL,                        -- when, milliseconds UTC
  CHECK ((chosen_by IS NULL) = (chosen_on IS NULL) AND (chosen_by IS NULL) = (chosen_words IS NULL))
) STRICT;
CREATE INDEX resolution_ticket ON resolution (ticket, decided_at);

-- What becomes of the unit that came.
CREATE TABLE disposition (
  id          TEXT    NOT NULL PRIMARY KEY,            -- DispositionId
  ticket      TEXT    NOT NULL REFERENCES ticket (id), -- whose unit
  disposition TEXT,                                    -- code of Disposition; NULL = the decision before was taken back
  note        TEXT    NOT NULL,                        -- in the decider's own words, or empty
  decided_by  TEXT    NOT NULL,                        -- who decided
  decided_at  INTEGER NOT NULL                         -- when, milliseconds UTC
) STRICT;
CREATE INDEX disposition_ticket ON disposition (ticket, decided_at);

-- One line of a work-order list.
DROP VIEW ticket_row;
CREATE VIEW ticket_row AS
SELECT ticket.id AS id, intake.rma AS rma, ticket.serial AS serial, intake.model AS model,
       intake.product_class AS product_class, ticket.status AS status, ticket.is_open AS is_open,
       ticket.cancel_reason AS cancel_reason, intake.symptom AS symptom, intake.dealer AS dealer,
       intake.customer AS customer, customer.name AS customer_name, customer.phone AS customer_phone,
       intake.channel AS channel, intake.channel_stated AS channel_stated, intake.received_on AS received_on,
       ticket.opened_at AS opened_at, ticket.target_on AS target_on, ticket.limit_on AS limit_on,
       ticket.calendar_status AS calendar_status, ticket.calendar_hash AS calendar_hash,
       intake.damage_where AS damage_where, intake.late_entry_at IS NOT NULL AS is_late_entry,
       intake.owned_by_us AS owned_by_us, intake.paper_form AS paper_form,
       ticket.form_obtained_on AS form_obtained_on, ticket.form_obtained_how AS form_obtained_how,
       ticket.owner AS owner, user.name AS owner_name, ticket.moved_at AS moved_at,
       (SELECT resolution FROM resolution WHERE resolution.ticket = ticket.id
        ORDER BY decided_at DESC, resolution.rowid DESC LIMIT 1) AS resolution
FROM ticket
JOIN intake ON intake.id = ticket.id
JOIN customer ON customer.id = intake.customer
LEFT JOIN user ON user.id = ticket.owner;

-- 0006: what the desk records once: the report's proof, the number we gave beforehand, the label, the parties, damage,
-- the late entry, the owed paper form, and who a unit without a readable serial is.

-- Whether `channel` was said. 0 = not said: before this step the counter stood in for what nobody said; from now on
-- `channel` is empty then.
ALTER TABLE intake ADD COLUMN channel_stated INTEGER NOT NULL DEFAULT 0 CHECK (channel_stated IN (0, 1));
-- What documents the first report; empty = nothing was named.
ALTER TABLE intake ADD COLUMN first_reported_proof TEXT NOT NULL DEFAULT '';
-- 1 = somebody asked, and nothing was reported before the unit came.
ALTER TABLE intake ADD COLUMN no_earlier_report INTEGER NOT NULL DEFAULT 0 CHECK (no_earlier_report IN (0, 1));
-- What showed that we agreed to receive it: number, none; NULL = not looked for.
ALTER TABLE intake ADD COLUMN authorisation TEXT CHECK (authorisation IN ('number', 'none'));
-- The RMA number that was quoted; the ticket's own, or one a parcel of several shares; NULL = none was.
ALTER TABLE intake ADD COLUMN quoted_rma TEXT;
-- Code of Standing, as found on receipt; NULL = no number was quoted.
ALTER TABLE intake ADD COLUMN standing TEXT;
-- Code of LabelState; NULL = not looked at.
ALTER TABLE intake ADD COLUMN label TEXT;
-- Code of DamagePlace; NULL = no such damage known.
ALTER TABLE intake ADD COLUMN damage_where TEXT;
-- What is damaged; empty also when nothing is.
ALTER TABLE intake ADD COLUMN damage_note TEXT NOT NULL DEFAULT '';
-- Time of day HH:MM:SS at which it really came, when it was typed after the fact; NULL = typed when it came.
ALTER TABLE intake ADD COLUMN late_entry_at TEXT CHECK (length(late_entry_at) = 8);
-- 1 = a demonstration or loan unit of ours: an internal order.
ALTER TABLE intake ADD COLUMN owned_by_us INTEGER NOT NULL DEFAULT 0 CHECK (owned_by_us IN (0, 1));
CREATE INDEX intake_quoted_rma ON intake (quoted_rma) WHERE quoted_rma IS NOT NULL;

-- The day the paper form came after the unit; NULL = it came with it or is still owed.
ALTER TABLE ticket ADD COLUMN form_obtained_on TEXT CHECK (length(form_obtained_on) = 10);
-- How it came: post, e-mail, filled in here; empty also when it did not.
ALTER TABLE ticket ADD COLUMN form_obtained_how TEXT NOT NULL DEFAULT '';
-- Forms that are owed are counted for the bench from these two indexes alone.
CREATE INDEX intake_form_missing ON intake (id) WHERE paper_form IS NOT 1;
CREATE INDEX ticket_form_open ON ticket (is_open, id) WHERE form_obtained_on IS NULL;

-- Who else is concerned by an intake, beside the one who brought or sent it.
CREATE TABLE intake_party (
  intake   TEXT NOT NULL REFERENCES intake (id),   -- whose
  role     TEXT NOT NULL,                          -- code of PartyRole
  customer TEXT NOT NULL REFERENCES customer (id), -- who fills it
  PRIMARY KEY (intake, role)
) STRICT;
CREATE INDEX intake_party_customer ON intake_party (customer);

-- People are found by the last four digits of their phone number.
CREATE INDEX customer_phone_tail ON customer (substr(phone_key, -4), updated_at);

-- A number that was given before its unit came.
CREATE TABLE authorisation (
  id            TEXT    NOT NULL PRIMARY KEY,   -- AuthorisationId
  rma           TEXT    NOT NULL UNIQUE,        -- the number; never given again
  issued_by     TEXT    NOT NULL,               -- code of IssuedBy: by which act of ours
  serial        TEXT,                           -- the unit that was agreed on, folded; NULL = not said
  customer      TEXT    REFERENCES customer (id), -- for whom; NULL = not said
  note          TEXT    NOT NULL,               -- what was agreed
  issued_at     INTEGER NOT NULL,               -- when it was given
  ticket        TEXT    REFERENCES ticket (id), -- the work order that took it; NULL = no unit came yet
  cancelled_at  INTEGER,                        -- when it was taken back; NULL = it stands
  cancel_reason TEXT    NOT NULL                -- why; empty when it stands
) STRICT;
CREATE INDEX authorisation_waiting ON authorisation (issued_at) WHERE ticket IS NULL AND cancelled_at IS NULL;
CREATE INDEX authorisation_ticket ON authorisation (ticket);
CREATE INDEX authorisation_customer ON authorisation (customer);

-- What a person decided on who the unit of a ticket is. The newest of a ticket counts.
CREATE TABLE identity (
  id         TEXT    NOT NULL PRIMARY KEY,            -- IdentityId
  ticket     TEXT    NOT NULL REFERENCES ticket (id), -- whose unit
  decision   TEXT    NOT NULL CHECK (decision IN ('confirmed', 'rejected')), -- what was decided
  serial     TEXT,                                    -- the serial that was confirmed; NULL = rejected
  sources    TEXT    NOT NULL CHECK (json_valid(sources)), -- JSON list of Source: what each second source read
  note       TEXT    NOT NULL,                        -- in the person's own words
  decided_by TEXT    NOT NULL,                        -- who
  decided_at INTEGER NOT NULL                         -- when
) STRICT;
CREATE INDEX identity_ticket ON identity (ticket, decided_at);

-- A label we put on in place of the old one: an event of the unit's history, no change of its cover.
CREATE TABLE relabelling (
  id     TEXT    NOT NULL PRIMARY KEY,            -- RelabellingId
  ticket TEXT    NOT NULL REFERENCES ticket (id), -- during which work order
  serial TEXT    NOT NULL,                        -- the serial printed on it, folded
  note   TEXT    NOT NULL,                        -- why
  done_by TEXT   NOT NULL,                        -- who put it on
  done_at INTEGER NOT NULL                        -- when
) STRICT;
CREATE INDEX relabelling_serial ON relabelling (serial, done_at);
CREATE INDEX relabelling_ticket ON relabelling (ticket);

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
       ticket.form_obtained_on AS form_obtained_on, ticket.form_obtained_how AS form_obtained_how
FROM ticket
JOIN intake ON intake.id = ticket.id
JOIN customer ON customer.id = intake.customer;

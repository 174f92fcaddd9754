-- 0024: two machines that are one station, because a disk was copied or set back. HQ keeps what it had first; what this machine
-- wrote at the same places is written again in another chain.

ALTER TABLE chain ADD COLUMN forked_at INTEGER CHECK (forked_at >= 1); -- first place at which HQ has another machine's operation; what stands here from there on is written again elsewhere; NULL = none

-- What the other machine wrote in a chain of this station, from the place on where both wrote.
CREATE TABLE twin (
  id       INTEGER NOT NULL PRIMARY KEY, -- order of arrival here
  place    INTEGER NOT NULL,             -- last place of the journal when it came: it stands after that in a history
  chain    INTEGER NOT NULL REFERENCES chain (id), -- in which chain
  seq      INTEGER NOT NULL CHECK (seq >= 1), -- place in it
  hash     BLOB    NOT NULL CHECK (length(hash) = 32), -- of `bytes`
  about    TEXT    NOT NULL,             -- as in journal
  bytes    BLOB    NOT NULL,             -- the operation, verbatim
  UNIQUE (chain, seq)
) STRICT;
CREATE INDEX twin_about ON twin (about, place);
CREATE TRIGGER twin_is_never_changed BEFORE UPDATE ON twin
BEGIN SELECT raise(ABORT, 'an entry of the other machine is never changed'); END;
CREATE TRIGGER twin_is_never_deleted BEFORE DELETE ON twin
BEGIN SELECT raise(ABORT, 'an entry of the other machine is never deleted'); END;

-- What was received, without the rule that a number is given once: two machines that are one station have given one to two
-- units before either knows, and both units are here.
PRAGMA legacy_alter_table = ON;
CREATE TABLE intake_anew (
  id                TEXT    NOT NULL PRIMARY KEY,        -- the ticket's id too
  rma               TEXT    NOT NULL,                    -- printed, final; two machines that are one station may have given one number twice
  serial            TEXT    NOT NULL,                    -- folded
  look_alike_key    TEXT    NOT NULL,                    -- of the serial: 0/O, 1/I, 8/B, 5/S are one
  model             TEXT    NOT NULL,                    -- as on the label or in the register
  product_class     TEXT    NOT NULL,                    -- code of ProductClass
  symptom           TEXT    NOT NULL,                    -- in the customer's words
  customer          TEXT    NOT NULL REFERENCES customer (id), -- who brought or sent it
  dealer            TEXT    NOT NULL,                    -- where it was bought or who sent it
  channel           TEXT    NOT NULL,                    -- code of Channel
  received_on       TEXT    NOT NULL CHECK (length(received_on) = 10), -- day 0 of the cycle
  received_at       INTEGER NOT NULL,                    -- when it was typed in, not when it arrived
  first_reported_on TEXT    CHECK (length(first_reported_on) = 10),    -- first documented report; NULL = not asked
  first_reported_to TEXT    NOT NULL,                    -- to whom; empty also when not asked
  remote_attempts   TEXT    NOT NULL,                    -- what was tried from afar before
  accessories       TEXT    NOT NULL CHECK (json_valid(accessories)),  -- JSON list of Accessory
  condition         TEXT    NOT NULL,                    -- scratches, dents, moisture
  purchase_document TEXT    NOT NULL,                    -- its number or description
  remedy_wanted     TEXT,                                -- code of Remedy; NULL = not said
  paper_form        INTEGER CHECK (paper_form IN (0, 1)), -- whether the paper form came along; NULL = not looked for
  calendar          TEXT,                                -- two letters; NULL = the centre's country
  facts             TEXT    NOT NULL CHECK (json_valid(facts)),        -- JSON, the facts of the claim as stated
  conflicts         TEXT    NOT NULL CHECK (json_valid(conflicts)),    -- JSON list of Conflict
  channel_stated INTEGER NOT NULL DEFAULT 0 CHECK (channel_stated IN (0, 1)), -- whether somebody said how it arrived
  first_reported_proof TEXT NOT NULL DEFAULT '', -- what shows the first report; empty = nothing
  no_earlier_report INTEGER NOT NULL DEFAULT 0 CHECK (no_earlier_report IN (0, 1)), -- whether it is stated that there was none
  authorisation TEXT CHECK (authorisation IN ('number', 'none')), -- whether a number was quoted; NULL = not asked
  quoted_rma TEXT, -- the number that was quoted; NULL = none
  standing TEXT, -- code of Standing: what the number was found to be; NULL = not looked for
  label TEXT, -- code of LabelState; NULL = not looked at
  damage_where TEXT, -- code of DamagePlace; NULL = none
  damage_note TEXT NOT NULL DEFAULT '', -- what is damaged
  late_entry_at TEXT CHECK (length(late_entry_at) = 8), -- HH:MM:SS of the receipt, of an entry typed after the fact; NULL = typed at once
  owned_by_us INTEGER NOT NULL DEFAULT 0 CHECK (owned_by_us IN (0, 1)), -- whether the unit is our own
  consignment TEXT REFERENCES consignment (id) -- the parcel it came in; NULL = none
) STRICT;
INSERT INTO intake_anew (id, rma, serial, look_alike_key, model, product_class, symptom, customer, dealer, channel,
  received_on, received_at, first_reported_on, first_reported_to, remote_attempts, accessories, condition, purchase_document, remedy_wanted, paper_form,
  calendar, facts, conflicts, channel_stated, first_reported_proof, no_earlier_report, authorisation, quoted_rma, standing, label,
  damage_where, damage_note, late_entry_at, owned_by_us, consignment)
SELECT id, rma, serial, look_alike_key, model, product_class, symptom, customer, dealer, channel,
  received_on, received_at, first_reported_on, first_reported_to, remote_attempts, accessories, condition, purchase_document, remedy_wanted, paper_form,
  calendar, facts, conflicts, channel_stated, first_reported_proof, no_earlier_report, authorisation, quoted_rma, standing, label,
  damage_where, damage_note, late_entry_at, owned_by_us, consignment FROM intake;
DROP TABLE intake;
ALTER TABLE intake_anew RENAME TO intake;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX intake_rma ON intake (rma);
CREATE INDEX intake_serial ON intake (serial, received_at);
CREATE INDEX intake_look_alike ON intake (look_alike_key);
CREATE INDEX intake_received_on ON intake (received_on);
CREATE INDEX intake_customer ON intake (customer);
CREATE INDEX intake_quoted_rma ON intake (quoted_rma) WHERE quoted_rma IS NOT NULL;
CREATE INDEX intake_consignment ON intake (consignment);
CREATE INDEX intake_form_owed ON intake (id) WHERE paper_form IS NOT 1 AND owned_by_us = 0;
CREATE INDEX intake_without_consent ON intake (id) WHERE authorisation = 'none';
CREATE TRIGGER ticket_follows_intake AFTER UPDATE OF model, dealer ON intake
WHEN NEW.model <> OLD.model OR NEW.dealer <> OLD.dealer
BEGIN
  UPDATE ticket SET model = NEW.model, dealer = NEW.dealer WHERE id = NEW.id;
END;
CREATE TRIGGER ticket_form_of_intake AFTER UPDATE OF paper_form, owned_by_us ON intake
WHEN NEW.paper_form IS NOT OLD.paper_form OR NEW.owned_by_us <> OLD.owned_by_us
BEGIN
  UPDATE ticket SET owes_form = NEW.paper_form IS NOT 1 AND NEW.owned_by_us = 0 AND form_obtained_on IS NULL
  WHERE id = NEW.id;
END;

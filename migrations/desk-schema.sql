-- The whole schema of a station's store now. Made by a test from migrations/desk; never run, never edited.

CREATE TABLE series_used (
  series   TEXT    NOT NULL PRIMARY KEY, -- five characters, as in A7K3M
  first_at INTEGER NOT NULL              -- when it was drawn
) STRICT;

CREATE TABLE chain (
  id        INTEGER NOT NULL PRIMARY KEY, -- local name of (station, epoch)
  station   TEXT    NOT NULL,             -- the installation that wrote it
  epoch     TEXT    NOT NULL,             -- 16 hexadecimal digits
  head_seq  INTEGER NOT NULL CHECK (head_seq >= 0),          -- place of its last operation; 0 = none yet
  head_hash BLOB    NOT NULL CHECK (length(head_hash) = 32), -- hash of its last operation; zeros = none yet
  acked_seq INTEGER NOT NULL CHECK (acked_seq BETWEEN 0 AND head_seq), -- last place HQ acknowledged; 0 = none
  began_at  INTEGER NOT NULL,             -- when this store began or first saw it
  reason    TEXT    NOT NULL CHECK (reason IN ('init', 'restore', 'salvage', 'foreign')), set_aside TEXT CHECK (json_valid(set_aside)), forked_at INTEGER CHECK (forked_at >= 1), -- why it began; foreign = of another station
  UNIQUE (station, epoch)
) STRICT;

CREATE TABLE station (
  one         INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), -- always 1, so there is one row
  id          TEXT    NOT NULL,                             -- StationId, the same for life
  centre      TEXT    NOT NULL,                             -- centre code, as in CD01
  series      TEXT    NOT NULL REFERENCES series_used (series), -- series in which RMA numbers are given now
  counter     INTEGER NOT NULL CHECK (counter >= 1),        -- the count the next RMA number takes
  chain       INTEGER NOT NULL REFERENCES chain (id),       -- chain to which local operations are appended
  base_cursor INTEGER NOT NULL CHECK (base_cursor >= 0),    -- how far HQ's stream was pulled; 0 = never
  created_at  INTEGER NOT NULL                              -- when it was initialised
) STRICT;

CREATE TABLE journal (
  place  INTEGER NOT NULL PRIMARY KEY,  -- order of arrival here; means nothing elsewhere
  chain  INTEGER NOT NULL REFERENCES chain (id), -- whose it is
  seq    INTEGER NOT NULL CHECK (seq >= 1), -- place in the chain, dense
  hash   BLOB    NOT NULL CHECK (length(hash) = 32), -- of `bytes`
  about  TEXT    NOT NULL,              -- the record whose timeline shows it: the ticket it names, else its entity
  bytes  BLOB    NOT NULL,              -- the operation, verbatim
  UNIQUE (chain, seq)                   -- with chain's key: (station, epoch, seq)
) STRICT;

CREATE INDEX journal_about ON journal (about, place);

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN SELECT raise(ABORT, 'a journal entry is never changed'); END;

CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
BEGIN SELECT raise(ABORT, 'a journal entry is never deleted'); END;

CREATE TABLE entity_op (
  entity     TEXT NOT NULL PRIMARY KEY, -- id of any record
  created_by BLOB NOT NULL CHECK (length(created_by) = 32) -- hash of that operation
) STRICT;

CREATE TABLE field_op (
  entity TEXT NOT NULL, -- id of any record
  field  TEXT NOT NULL, -- its name in operations
  set_by BLOB NOT NULL CHECK (length(set_by) = 32), -- hash of that operation
  PRIMARY KEY (entity, field)
) STRICT;

CREATE TABLE setting (
  key        TEXT    NOT NULL PRIMARY KEY, -- its name, chosen by the application
  value      TEXT    NOT NULL CHECK (json_valid(value)), -- JSON
  updated_at INTEGER NOT NULL              -- when it was last set
) STRICT;

CREATE TABLE centre (
  one        INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), -- always 1, so there is one row
  name_zh    TEXT    NOT NULL, -- name in Chinese
  name_en    TEXT    NOT NULL, -- name in English
  address_zh TEXT    NOT NULL, -- receiving address in Chinese
  address_en TEXT    NOT NULL, -- receiving address in English
  phone      TEXT    NOT NULL, -- of the centre, not of a person
  hours      TEXT    NOT NULL, -- opening hours, in the centre's own words
  zone       TEXT    NOT NULL, -- IANA time zone of its civil dates
  country    TEXT    NOT NULL, -- two letters: whose working days run the cycle by default
  updated_at INTEGER NOT NULL  -- when it was last described
) STRICT;

CREATE TABLE customer (
  id         TEXT    NOT NULL PRIMARY KEY, -- CustomerId
  name       TEXT    NOT NULL, -- personal
  phone      TEXT    NOT NULL, -- personal, as given
  email      TEXT    NOT NULL, -- personal
  address    TEXT    NOT NULL, -- personal
  phone_key  TEXT    NOT NULL, -- personal: the digits a phone number is found by
  name_key   TEXT    NOT NULL, -- personal: the name without spaces, case and width
  created_at INTEGER NOT NULL, -- when it was first recorded
  updated_at INTEGER NOT NULL  -- when it was last recorded
, company TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX customer_phone ON customer (phone_key, name_key);

CREATE TABLE customer_key (
  customer TEXT NOT NULL PRIMARY KEY REFERENCES customer (id), -- whose it is
  key      BLOB NOT NULL CHECK (length(key) = 32)              -- 32 random bytes
) STRICT;

CREATE TABLE ticket (
  id              TEXT    NOT NULL PRIMARY KEY REFERENCES intake (id), -- the intake's
  serial          TEXT    NOT NULL,                     -- the intake's, kept here so that one serial has one open ticket
  status          TEXT    NOT NULL,                     -- code of Status
  is_open         INTEGER NOT NULL CHECK (is_open IN (0, 1)), -- Status::is_open of `status`
  cancel_reason   TEXT    NOT NULL,                     -- why it was cancelled; empty when it is not
  opened_at       INTEGER NOT NULL,                     -- the intake's received_at
  -- The next four are derived from the intake and a calendar pack. The application dates an open ticket anew
  -- when a newer pack arrives; a closed one keeps the pack it was closed under. Never merged, never evidence.
  target_on       TEXT    NOT NULL CHECK (length(target_on) = 10), -- working day 10
  limit_on        TEXT    NOT NULL CHECK (length(limit_on) = 10),  -- working day 20
  calendar_status TEXT    NOT NULL CHECK (calendar_status IN ('published', 'provisional')), -- of the days counted
  calendar_hash   TEXT    NOT NULL                      -- of the pack that gave the two dates
, form_obtained_on TEXT CHECK (length(form_obtained_on) = 10), form_obtained_how TEXT NOT NULL DEFAULT '', owner TEXT REFERENCES user (id), moved_at INTEGER, model  TEXT NOT NULL DEFAULT '', dealer TEXT NOT NULL DEFAULT '', owes_form INTEGER NOT NULL DEFAULT 0 CHECK (owes_form IN (0, 1))) STRICT;

CREATE INDEX ticket_open_newest ON ticket (is_open, opened_at, id);

CREATE INDEX ticket_limit ON ticket (limit_on, id);

CREATE INDEX ticket_newest ON ticket (opened_at, id);

CREATE TABLE draft (
  id           TEXT    NOT NULL PRIMARY KEY, -- DraftId
  content      TEXT    NOT NULL CHECK (json_valid(content)), -- JSON, the form as typed; personal
  updated_at   INTEGER NOT NULL, -- when it was last saved
  discarded_at INTEGER           -- NULL = still being typed
, user TEXT) STRICT;

CREATE INDEX draft_discarded ON draft (discarded_at, updated_at);

CREATE TABLE verdict (
  id             TEXT    NOT NULL PRIMARY KEY,            -- VerdictId
  ticket         TEXT    NOT NULL REFERENCES ticket (id), -- for which it was made
  made_at        INTEGER NOT NULL,                        -- when the engine answered
  facts          TEXT    NOT NULL CHECK (json_valid(facts)),   -- JSON, what it was asked
  verdict        TEXT    NOT NULL CHECK (json_valid(verdict)), -- JSON, what it answered
  policy_id      TEXT    NOT NULL, -- name of the policy pack
  policy_version TEXT    NOT NULL, -- its version
  policy_hash    TEXT    NOT NULL, -- hash of the pack, as the pack writes it
  calendar_hash  TEXT    NOT NULL  -- hash of the calendar pack, as the pack writes it
) STRICT;

CREATE INDEX verdict_ticket ON verdict (ticket, made_at);

CREATE TRIGGER verdict_is_never_changed BEFORE UPDATE ON verdict
BEGIN SELECT raise(ABORT, 'a verdict is never changed'); END;

CREATE TRIGGER verdict_is_never_deleted BEFORE DELETE ON verdict
BEGIN SELECT raise(ABORT, 'a verdict is never deleted'); END;

CREATE TABLE blob (
  hash      BLOB    NOT NULL PRIMARY KEY CHECK (length(hash) = 32), -- of the whole content
  size      INTEGER NOT NULL CHECK (size >= 0),                     -- bytes
  thumbnail BLOB -- a small picture of it; NULL = none
, is_elsewhere INTEGER NOT NULL DEFAULT 0 CHECK (is_elsewhere IN (0, 1))) STRICT;

CREATE TABLE blob_chunk (
  blob  BLOB    NOT NULL REFERENCES blob (hash), -- of which it is a piece
  place INTEGER NOT NULL CHECK (place >= 0), -- 0, 1, 2, without gaps
  bytes BLOB    NOT NULL CHECK (length(bytes) BETWEEN 1 AND 1048576), -- the piece
  PRIMARY KEY (blob, place)
) STRICT;

CREATE TABLE registry_import (
  id          TEXT    NOT NULL PRIMARY KEY, -- ImportId
  file_name   TEXT    NOT NULL, -- without its folder
  file_hash   BLOB    NOT NULL CHECK (length(file_hash) = 32), -- of its bytes
  rows        INTEGER NOT NULL, -- rows the file had
  imported    INTEGER NOT NULL, -- serials that were new
  updated     INTEGER NOT NULL, -- serials whose row changed
  unchanged   INTEGER NOT NULL, -- serials that said the same
  skipped     INTEGER NOT NULL, -- rows that could not be read
  imported_at INTEGER NOT NULL  -- as of when the register is known here
) STRICT;

CREATE INDEX registry_import_at ON registry_import (imported_at);

CREATE TABLE sale (
  id             INTEGER NOT NULL PRIMARY KEY, -- local
  serial         TEXT    NOT NULL UNIQUE,      -- folded
  look_alike_key TEXT    NOT NULL,             -- of the serial: 0/O, 1/I, 8/B, 5/S are one
  model          TEXT    NOT NULL,             -- as the file names it
  model_key      TEXT    NOT NULL,             -- the model folded, for looking it up by its beginning
  product_class  TEXT,                         -- code of ProductClass; NULL = not stated
  contract_on    TEXT    CHECK (length(contract_on) = 10), -- date of the purchase contract; NULL = not stated
  voucher_on     TEXT    CHECK (length(voucher_on) = 10),  -- date of the purchase voucher; NULL = not stated
  sale_kind      TEXT,                         -- code of SaleKind; NULL = not stated
  dealer         TEXT    NOT NULL,             -- who sold it
  customer       TEXT    NOT NULL,             -- the buyer; personal
  phone          TEXT    NOT NULL,             -- the buyer's; personal
  import         TEXT    NOT NULL REFERENCES registry_import (id) -- that last changed the row
, said_in TEXT REFERENCES registry_import (id), said_row INTEGER) STRICT;

CREATE INDEX sale_look_alike ON sale (look_alike_key);

CREATE INDEX sale_model ON sale (model_key, serial);

CREATE TABLE search_line (
  id     INTEGER NOT NULL PRIMARY KEY, -- rowid of the line in `search`
  ticket TEXT    NOT NULL UNIQUE REFERENCES ticket (id) -- the one it finds
) STRICT;

CREATE TABLE search_made (
  one     INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), -- always 1, so there is one row
  version INTEGER NOT NULL                              -- tokens::VERSION when the index was made
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
  tokens, -- folded words, separated by spaces
  content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '2 3'
);

CREATE TABLE pack (
  id           TEXT    NOT NULL, -- name of the pack, such as jingpin-commitment
  version      TEXT    NOT NULL, -- its version, numbers between dots
  hash         TEXT    NOT NULL CHECK (length(hash) = 64), -- BLAKE3 of the text, hexadecimal
  text         TEXT    NOT NULL, -- the file, as it was signed
  signature    TEXT    NOT NULL, -- Ed25519 signature of the text's bytes, base64
  signed_by    TEXT    NOT NULL, -- name of the trusted key that the signature fits
  installed_at INTEGER NOT NULL, -- when it was installed, milliseconds UTC
  UNIQUE (id, version)
) STRICT;

CREATE TRIGGER pack_is_never_changed BEFORE UPDATE ON pack
BEGIN SELECT raise(ABORT, 'a pack is never changed'); END;

CREATE TRIGGER pack_is_never_deleted BEFORE DELETE ON pack
BEGIN SELECT raise(ABORT, 'a pack is never deleted'); END;

CREATE TABLE user (
  id         TEXT    NOT NULL PRIMARY KEY, -- UserId
  name       TEXT    NOT NULL, -- the actor in the history
  name_key   TEXT    NOT NULL, -- the name without spaces, case and width
  role       TEXT    NOT NULL, -- code of Role
  is_active  INTEGER NOT NULL CHECK (is_active IN (0, 1)), -- whether they still work here
  pin_hash   TEXT,             -- Argon2id with its salt and cost, a PHC string; NULL = no PIN was set
  badge_hash BLOB    CHECK (length(badge_hash) = 32), -- keyed BLAKE3 of the badge's text; NULL = no badge
  created_at INTEGER NOT NULL, -- when they were added, milliseconds UTC
  updated_at INTEGER NOT NULL  -- when anything of this was last changed, milliseconds UTC
) STRICT;

CREATE UNIQUE INDEX user_name ON user (name_key) WHERE is_active = 1;

CREATE UNIQUE INDEX user_badge ON user (badge_hash) WHERE is_active = 1;

CREATE TABLE wrong_pin (
  user    TEXT    NOT NULL PRIMARY KEY REFERENCES user (id), -- whose PIN was meant
  count   INTEGER NOT NULL CHECK (count > 0), -- how many in a row
  last_at INTEGER NOT NULL  -- when the last one was typed, milliseconds UTC by the station's clock
) STRICT;

CREATE TABLE place (
  id         TEXT    NOT NULL PRIMARY KEY, -- PlaceId
  code       TEXT    NOT NULL UNIQUE,      -- what its label carries
  name       TEXT    NOT NULL,             -- what people call it, or empty
  kind       TEXT    NOT NULL,             -- code of PlaceKind
  is_active  INTEGER NOT NULL CHECK (is_active IN (0, 1)), -- whether units are still put there
  updated_at INTEGER NOT NULL              -- when it was last changed, milliseconds UTC
) STRICT;

CREATE TABLE custody (
  ticket  TEXT    NOT NULL PRIMARY KEY REFERENCES ticket (id), -- the work order
  place   TEXT    NOT NULL REFERENCES place (id), -- where it is
  holder  TEXT    REFERENCES user (id), -- who has it in hand or in their care; NULL = nobody
  since   INTEGER NOT NULL, -- when it came there, milliseconds UTC
  seen_at INTEGER NOT NULL  -- when somebody last had it in hand, milliseconds UTC
) STRICT;

CREATE INDEX custody_place ON custody (place);

CREATE INDEX custody_holder ON custody (holder) WHERE holder IS NOT NULL;

CREATE TABLE stocktake (
  id         TEXT    NOT NULL PRIMARY KEY, -- StocktakeId
  place      TEXT    REFERENCES place (id), -- what is counted; NULL = the whole centre
  state      TEXT    NOT NULL CHECK (state IN ('open', 'finished', 'dropped')), -- how far it is
  begun_at   INTEGER NOT NULL, -- when, milliseconds UTC
  begun_by   TEXT    NOT NULL, -- the actor who began it
  ended_at   INTEGER, -- when it was finished or dropped, milliseconds UTC; NULL while it is open
  found      INTEGER, -- units found where they should be; NULL until it is finished
  missing    INTEGER, -- units that should be here and were not scanned; NULL until it is finished
  unexpected INTEGER, -- units scanned here and recorded elsewhere; NULL until it is finished
  unknown    INTEGER  -- codes without an open work order; NULL until it is finished
) STRICT;

CREATE UNIQUE INDEX stocktake_open ON stocktake (state) WHERE state = 'open';

CREATE TABLE stocktake_scan (
  stocktake  TEXT    NOT NULL REFERENCES stocktake (id), -- in which
  code       TEXT    NOT NULL, -- serial of the unit, or what was scanned
  ticket     TEXT    REFERENCES ticket (id), -- its open work order; NULL = none is known
  place      TEXT    REFERENCES place (id), -- where the counter stood; NULL = no place was scanned before it
  scanned_at INTEGER NOT NULL, -- when, milliseconds UTC
  PRIMARY KEY (stocktake, code)
) STRICT;

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

CREATE TABLE master_finder (
  master   INTEGER NOT NULL REFERENCES master (id), -- to which it leads
  finder   TEXT    NOT NULL, -- code of FinderBy
  prefix   TEXT    NOT NULL, -- the key, or what every serial of a range or pattern begins with
  from_key TEXT    NOT NULL, -- first serial of a range, the pattern, a version; empty = none
  to_key   TEXT    NOT NULL  -- last serial of a range; empty = none
) STRICT;

CREATE INDEX master_finder_key ON master_finder (finder, prefix, from_key);

CREATE INDEX master_finder_master ON master_finder (master);

CREATE TABLE intake_party (
  intake   TEXT NOT NULL REFERENCES intake (id),   -- whose
  role     TEXT NOT NULL,                          -- code of PartyRole
  customer TEXT NOT NULL REFERENCES customer (id), -- who fills it
  PRIMARY KEY (intake, role)
) STRICT;

CREATE INDEX intake_party_customer ON intake_party (customer);

CREATE INDEX customer_phone_tail ON customer (substr(phone_key, -4), updated_at);

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

CREATE TABLE consignment (
  id                TEXT    NOT NULL PRIMARY KEY, -- ConsignmentId
  waybill           TEXT    NOT NULL,             -- the carrier's number, folded; empty = it came without one
  carrier           TEXT,                         -- code of Carrier; NULL = not noted
  sender            TEXT    REFERENCES customer (id), -- who sent it; NULL = not known yet
  received_on       TEXT    NOT NULL CHECK (length(received_on) = 10), -- day of our signature: day 0
  received_at       INTEGER NOT NULL,             -- when it was recorded, milliseconds UTC
  cartons_announced INTEGER CHECK (cartons_announced >= 0), -- on the carrier's papers; NULL = not said
  cartons_counted   INTEGER CHECK (cartons_counted >= 0),   -- handed over; NULL = not counted
  units_announced   INTEGER CHECK (units_announced >= 0),   -- where only their number was; NULL = not said, or a list was given
  freight           TEXT    NOT NULL CHECK (json_valid(freight)), -- JSON, Freight; null = not asked
  damage            TEXT    NOT NULL,             -- what is wrong with the cartons; empty = nothing
  note              TEXT    NOT NULL,             -- anything else
  shared            TEXT    NOT NULL CHECK (json_valid(shared)), -- JSON, an intake without its unit: what its units have in common; names and phones stand with the sender
  closed_at         INTEGER                       -- when it was closed, milliseconds UTC; NULL = open
) STRICT;

CREATE UNIQUE INDEX consignment_waybill ON consignment (waybill) WHERE waybill <> '';

CREATE INDEX consignment_newest ON consignment (received_at, id);

CREATE INDEX consignment_open ON consignment (received_on, id) WHERE closed_at IS NULL;

CREATE INDEX consignment_sender ON consignment (sender);

CREATE TABLE consignment_line (
  id           TEXT    NOT NULL PRIMARY KEY, -- ConsignmentLineId
  consignment  TEXT    NOT NULL REFERENCES consignment (id), -- of which parcel
  place        INTEGER NOT NULL CHECK (place >= 0), -- its place in the list: as announced, then as they came out
  serial       TEXT    NOT NULL,             -- folded; empty = not known yet
  model        TEXT    NOT NULL,             -- as announced or registered; empty = not known
  is_announced INTEGER NOT NULL CHECK (is_announced IN (0, 1)), -- whether the sender listed it
  arrived_at   INTEGER,                      -- when it was taken out of the parcel, milliseconds UTC; NULL = it was not
  damage       TEXT    NOT NULL,             -- what the transport did to it; empty = nothing
  ticket       TEXT    REFERENCES ticket (id), -- its work order; NULL = not checked in
  draft        TEXT                          -- the check-in begun for it; no reference: a draft may go first
) STRICT;

CREATE INDEX consignment_line_place ON consignment_line (consignment, place);

CREATE INDEX consignment_line_ticket ON consignment_line (ticket);

CREATE TABLE attachment (
  id          TEXT    NOT NULL PRIMARY KEY,   -- AttachmentId
  ticket      TEXT    REFERENCES ticket (id), -- NULL = not of a ticket
  draft       TEXT    REFERENCES draft (id),  -- NULL = not of a draft
  consignment TEXT    REFERENCES consignment (id), -- NULL = not of a parcel
  blob        BLOB    NOT NULL REFERENCES blob (hash), -- its content
  name        TEXT    NOT NULL, -- file name as it came
  media_type  TEXT    NOT NULL, -- as in image/jpeg
  added_at    INTEGER NOT NULL, -- when it was attached
  removed_at  INTEGER, shows TEXT,          -- NULL = shown; the bytes of a record's attachment stay
  CHECK ((ticket IS NOT NULL) + (draft IS NOT NULL) + (consignment IS NOT NULL) = 1)
) STRICT;

CREATE INDEX attachment_ticket ON attachment (ticket, added_at);

CREATE INDEX attachment_draft ON attachment (draft, added_at);

CREATE INDEX attachment_consignment ON attachment (consignment, added_at);

CREATE INDEX attachment_blob ON attachment (blob);

CREATE TABLE paper (
  id          TEXT    NOT NULL PRIMARY KEY,   -- PaperId
  ticket      TEXT    REFERENCES ticket (id), -- for which it was made; NULL = for a parcel
  consignment TEXT    REFERENCES consignment (id), -- for which it was made; NULL = for a ticket
  form        TEXT    NOT NULL, -- code of the form, as in application
  language    TEXT    NOT NULL, -- zh-CN, en or both
  blob        BLOB    NOT NULL REFERENCES blob (hash), -- the PDF
  pages       INTEGER NOT NULL CHECK (pages >= 1), -- how many
  made_at     INTEGER NOT NULL, -- when it was made
  printed_to  TEXT    NOT NULL, -- printer of the last print; empty = never printed
  printed_at  INTEGER,          -- of the last print; NULL = never printed
  CHECK ((ticket IS NULL) <> (consignment IS NULL))
) STRICT;

CREATE INDEX paper_ticket ON paper (ticket, made_at);

CREATE INDEX paper_consignment ON paper (consignment, made_at);

CREATE INDEX paper_blob ON paper (blob);

CREATE INDEX ticket_owner ON ticket (owner, is_open) WHERE owner IS NOT NULL;

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

CREATE TABLE disposition (
  id          TEXT    NOT NULL PRIMARY KEY,            -- DispositionId
  ticket      TEXT    NOT NULL REFERENCES ticket (id), -- whose unit
  disposition TEXT,                                    -- code of Disposition; NULL = the decision before was taken back
  note        TEXT    NOT NULL,                        -- in the decider's own words, or empty
  decided_by  TEXT    NOT NULL,                        -- who decided
  decided_at  INTEGER NOT NULL                         -- when, milliseconds UTC
) STRICT;

CREATE INDEX disposition_ticket ON disposition (ticket, decided_at);

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

CREATE TABLE decision (
  id          TEXT    NOT NULL PRIMARY KEY, -- DecisionId
  ticket      TEXT    NOT NULL REFERENCES ticket (id), -- about which work order
  kind        TEXT    NOT NULL, -- code of DecisionKind
  clause      TEXT    NOT NULL, -- clause of the commitment, as in 3.3; empty = none
  reading     INTEGER CHECK (reading > 0), -- number of the reading it follows; NULL = none
  remedies    TEXT    NOT NULL CHECK (json_valid(remedies)), -- JSON, codes of Remedy it is about, as they are shown, by the newest verdict that asks it; empty = none
  excuses     TEXT    NOT NULL CHECK (json_valid(excuses)),  -- JSON, codes of Excuse a waiver asks for; empty for other kinds
  evidence    TEXT    NOT NULL CHECK (json_valid(evidence)), -- JSON, list of DecisionEvidence: what is on record
  words       TEXT    NOT NULL, -- in the asker's own words; empty = the verdict asks
  asked_by    TEXT    NOT NULL, -- the actor who asked, or whose write made the verdict that asks
  asked_of    TEXT    NOT NULL, -- code of Role
  asked_at    INTEGER NOT NULL, -- when, milliseconds UTC
  due_on      TEXT    NOT NULL CHECK (length(due_on) = 10), -- day by which an answer is expected
  verdict     TEXT    REFERENCES verdict (id), -- the verdict that asks; NULL = a person asks
  state       TEXT    NOT NULL, -- code of DecisionState
  is_standing INTEGER NOT NULL CHECK (is_standing IN (0, 1)), -- 0 = the newest verdict does not ask it any more, so that its answer gives nothing
  settled_at  INTEGER           -- when it was answered, withdrawn or no longer asked, milliseconds UTC; NULL = it waits
) STRICT;

CREATE INDEX decision_ticket ON decision (ticket, asked_at);

CREATE INDEX decision_settled ON decision (settled_at, id) WHERE settled_at IS NOT NULL;

CREATE INDEX decision_verdict ON decision (verdict) WHERE verdict IS NOT NULL;

CREATE INDEX decision_tally ON decision (kind, state);

CREATE TABLE decision_reply (
  id         TEXT    NOT NULL PRIMARY KEY, -- DecisionReplyId
  decision   TEXT    NOT NULL REFERENCES decision (id), -- to which question
  reply      TEXT    NOT NULL, -- code of DecisionReply
  reason     TEXT    NOT NULL, -- why, in the person's own words
  replied_by TEXT    NOT NULL, -- the actor who recorded it
  replied_at INTEGER NOT NULL, -- when it was recorded, milliseconds UTC
  said_by    TEXT    NOT NULL, -- who said it by phone, where somebody else recorded it; empty = the actor
  said_at    INTEGER,          -- when it was said by phone, milliseconds UTC; NULL = not by phone
  second     TEXT    NOT NULL, -- the second person who was there; empty = none
  CHECK ((said_by = '') = (said_at IS NULL))
) STRICT;

CREATE INDEX decision_reply_order ON decision_reply (decision, replied_at);

CREATE TRIGGER decision_reply_is_never_changed BEFORE UPDATE ON decision_reply
BEGIN SELECT raise(ABORT, 'what was said to a question is never changed'); END;

CREATE TRIGGER decision_reply_is_never_deleted BEFORE DELETE ON decision_reply
BEGIN SELECT raise(ABORT, 'what was said to a question is never deleted'); END;

CREATE VIEW decision_row AS
SELECT decision.id AS id, decision.ticket AS ticket, kind, clause, reading, remedies, excuses, evidence, words, asked_by,
       asked_of, asked_at, due_on, decision.verdict AS verdict, state, is_standing, settled_at, intake.rma AS rma,
       intake.serial AS serial, intake.model AS model, customer.name AS customer_name,
       ticket.status AS status
FROM decision JOIN intake ON intake.id = decision.ticket JOIN ticket ON ticket.id = decision.ticket
JOIN customer ON customer.id = intake.customer;

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

CREATE INDEX ticket_returned ON ticket (limit_on, id) WHERE status = 'returned';

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

CREATE VIEW consignment_row AS
SELECT consignment.id AS id, waybill, carrier, received_on, received_at, cartons_announced, cartons_counted,
       units_announced, freight, damage, note, shared, closed_at, sender, coalesce(customer.name, '') AS sender_name,
       coalesce(customer.phone, '') AS sender_phone, coalesce(customer.email, '') AS sender_email,
       coalesce(customer.address, '') AS sender_address, coalesce(customer.company, '') AS sender_company,
       (SELECT count(*) FROM consignment_line WHERE consignment = consignment.id AND is_announced = 1) AS lines_announced,
       (SELECT count(*) FROM consignment_line WHERE consignment = consignment.id AND arrived_at IS NOT NULL) AS lines_here,
       (SELECT count(*) FROM consignment_line WHERE consignment = consignment.id AND is_announced = 1
          AND arrived_at IS NULL) AS lines_missing,
       (SELECT count(*) FROM consignment_line WHERE consignment = consignment.id AND arrived_at IS NOT NULL
          AND damage <> '') AS lines_damaged,
       (SELECT count(*) FROM consignment_line WHERE consignment = consignment.id AND ticket IS NOT NULL) AS lines_received
FROM consignment LEFT JOIN customer ON customer.id = consignment.sender;

CREATE VIEW enquiry_row AS
SELECT enquiry.id AS id, way, received_at, reply_due_at, enquiry.customer AS customer, words, result, result_words,
       result_at, recorded_by, is_open, customer.name AS customer_name, customer.phone AS customer_phone,
       customer.email AS customer_email, customer.address AS customer_address,
       customer.company AS customer_company,
       (SELECT count(*) FROM enquiry_unit WHERE enquiry_unit.enquiry = enquiry.id) AS units,
       coalesce((SELECT coalesce(serial, '') FROM enquiry_unit WHERE enquiry_unit.enquiry = enquiry.id
                 ORDER BY place LIMIT 1), '') AS first_serial,
       coalesce((SELECT model FROM enquiry_unit WHERE enquiry_unit.enquiry = enquiry.id
                 ORDER BY place LIMIT 1), '') AS first_model
FROM enquiry JOIN customer ON customer.id = enquiry.customer;

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

CREATE INDEX handover_day ON handover (handed_over_on, ticket);

CREATE INDEX diagnosis_day ON diagnosis (made_on, ticket);

CREATE INDEX enquiry_result ON enquiry (result_at) WHERE result_at IS NOT NULL;

CREATE INDEX ticket_cancelled ON ticket (coalesce(moved_at, opened_at)) WHERE status = 'cancelled';

CREATE INDEX ticket_open_limit ON ticket (is_open, limit_on, id, status, owner, model, dealer);

CREATE INDEX ticket_stage ON ticket (status, limit_on, target_on, owner, model, dealer) WHERE is_open = 1;

CREATE TABLE ticket_step (
  ticket TEXT    NOT NULL REFERENCES ticket (id), -- which work order
  was    TEXT    NOT NULL, -- code of the Status it left
  status TEXT    NOT NULL, -- code of the Status it came to
  at     INTEGER NOT NULL  -- when, milliseconds UTC
) STRICT;

CREATE INDEX ticket_step_of ON ticket_step (ticket);

CREATE TRIGGER ticket_takes_a_step AFTER UPDATE OF status ON ticket WHEN NEW.status <> OLD.status
BEGIN
  INSERT INTO ticket_step (ticket, was, status, at)
  VALUES (NEW.id, OLD.status, NEW.status, coalesce(NEW.moved_at, NEW.opened_at));
END;

CREATE TABLE line (
  one         INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),              -- always 1, so there is one row
  url         TEXT    NOT NULL,                                          -- of HQ, as in https://hq.example
  server_key  BLOB    NOT NULL CHECK (length(server_key) = 32),          -- by which what HQ signs is verified
  secret_key  BLOB    NOT NULL CHECK (length(secret_key) = 32),          -- by which this station signs; secret
  nonce       TEXT    NOT NULL,                                          -- HQ gave it for the next request
  incarnation BLOB    CHECK (length(incarnation) = 8),                   -- the life of HQ that the cursor belongs to; NULL = never pulled
  cursor      INTEGER NOT NULL CHECK (cursor >= 0),                      -- last place of HQ's stream that is stored; takes the place of station.base_cursor
  content     BLOB    NOT NULL CHECK (length(content) = 32),             -- hash over all rows of merged
  enrolled_at INTEGER NOT NULL,                                          -- when it was enrolled, milliseconds UTC
  synced_at   INTEGER                                                    -- end of the last round that succeeded; NULL = none yet
) STRICT;

CREATE TABLE merged (
  entity TEXT NOT NULL PRIMARY KEY,                -- id of any record
  state  TEXT NOT NULL CHECK (json_valid(state))   -- JSON, an Entity of the sync crate
) STRICT;

CREATE TABLE ruling (
  chain   INTEGER NOT NULL REFERENCES chain (id),      -- of which chain
  seq     INTEGER NOT NULL CHECK (seq >= 1),           -- place in it
  entity  TEXT    NOT NULL,                            -- the record it is about
  verdict TEXT    NOT NULL CHECK (json_valid(verdict)), -- JSON, a Verdict of the sync crate
  PRIMARY KEY (chain, seq)
) STRICT;

CREATE INDEX ruling_entity ON ruling (entity);

CREATE INDEX ticket_open_serial ON ticket (serial) WHERE is_open = 1;

CREATE TABLE put_off (
  chain INTEGER NOT NULL REFERENCES chain (id), -- of which chain
  seq   INTEGER NOT NULL CHECK (seq >= 1),      -- place in it
  PRIMARY KEY (chain, seq)
) STRICT;

CREATE INDEX ticket_owes_form ON ticket (owes_form, limit_on, id) WHERE is_open = 1;

CREATE TRIGGER ticket_follows_new_intake AFTER INSERT ON ticket
BEGIN
  UPDATE ticket SET (model, dealer, owes_form) =
    (SELECT intake.model, intake.dealer,
            intake.paper_form IS NOT 1 AND intake.owned_by_us = 0 AND NEW.form_obtained_on IS NULL
     FROM intake WHERE intake.id = NEW.id)
  WHERE id = NEW.id;
END;

CREATE TRIGGER ticket_form_came AFTER UPDATE OF form_obtained_on ON ticket
WHEN NEW.form_obtained_on IS NOT OLD.form_obtained_on
BEGIN
  UPDATE ticket SET owes_form = NEW.form_obtained_on IS NULL
    AND EXISTS (SELECT 1 FROM intake WHERE intake.id = NEW.id AND intake.paper_form IS NOT 1 AND intake.owned_by_us = 0)
  WHERE id = NEW.id;
END;

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

CREATE TABLE "intake" (
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

CREATE INDEX ticket_promise ON ticket (limit_on, target_on) WHERE is_open = 1;

CREATE INDEX decision_waiting ON decision (due_on, id, state, asked_of, asked_by, ticket, settled_at) WHERE settled_at IS NULL;

CREATE INDEX ticket_cancelled_id ON ticket (id) WHERE status = 'cancelled';


-- A store of schema 7 with rows in every table, frozen when it was shipped. Never changed.

PRAGMA foreign_keys = OFF;
BEGIN;

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
  reason    TEXT    NOT NULL CHECK (reason IN ('init', 'restore', 'salvage', 'foreign')), -- why it began; foreign = of another station
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
) STRICT;

CREATE INDEX customer_phone ON customer (phone_key, name_key);

CREATE TABLE customer_key (
  customer TEXT NOT NULL PRIMARY KEY REFERENCES customer (id), -- whose it is
  key      BLOB NOT NULL CHECK (length(key) = 32)              -- 32 random bytes
) STRICT;

CREATE TABLE intake (
  id                TEXT    NOT NULL PRIMARY KEY,        -- the ticket's id too
  rma               TEXT    NOT NULL UNIQUE,             -- printed, final
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
  conflicts         TEXT    NOT NULL CHECK (json_valid(conflicts))     -- JSON list of Conflict
, channel_stated INTEGER NOT NULL DEFAULT 0 CHECK (channel_stated IN (0, 1)), first_reported_proof TEXT NOT NULL DEFAULT '', no_earlier_report INTEGER NOT NULL DEFAULT 0 CHECK (no_earlier_report IN (0, 1)), authorisation TEXT CHECK (authorisation IN ('number', 'none')), quoted_rma TEXT, standing TEXT, label TEXT, damage_where TEXT, damage_note TEXT NOT NULL DEFAULT '', late_entry_at TEXT CHECK (length(late_entry_at) = 8), owned_by_us INTEGER NOT NULL DEFAULT 0 CHECK (owned_by_us IN (0, 1)), consignment TEXT REFERENCES consignment (id)) STRICT;

CREATE INDEX intake_serial ON intake (serial, received_at);

CREATE INDEX intake_look_alike ON intake (look_alike_key);

CREATE INDEX intake_received_on ON intake (received_on);

CREATE INDEX intake_customer ON intake (customer);

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
, form_obtained_on TEXT CHECK (length(form_obtained_on) = 10), form_obtained_how TEXT NOT NULL DEFAULT '') STRICT;

CREATE UNIQUE INDEX ticket_one_open_per_serial ON ticket (serial) WHERE is_open = 1;

CREATE INDEX ticket_open_limit ON ticket (is_open, limit_on, id);

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
) STRICT;

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

CREATE INDEX intake_quoted_rma ON intake (quoted_rma) WHERE quoted_rma IS NOT NULL;

CREATE INDEX intake_form_missing ON intake (id) WHERE paper_form IS NOT 1;

CREATE INDEX ticket_form_open ON ticket (is_open, id) WHERE form_obtained_on IS NULL;

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

CREATE INDEX intake_consignment ON intake (consignment);

CREATE TABLE attachment (
  id          TEXT    NOT NULL PRIMARY KEY,   -- AttachmentId
  ticket      TEXT    REFERENCES ticket (id), -- NULL = not of a ticket
  draft       TEXT    REFERENCES draft (id),  -- NULL = not of a draft
  consignment TEXT    REFERENCES consignment (id), -- NULL = not of a parcel
  blob        BLOB    NOT NULL REFERENCES blob (hash), -- its content
  name        TEXT    NOT NULL, -- file name as it came
  media_type  TEXT    NOT NULL, -- as in image/jpeg
  added_at    INTEGER NOT NULL, -- when it was attached
  removed_at  INTEGER,          -- NULL = shown; the bytes of a record's attachment stay
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

CREATE VIEW consignment_row AS
SELECT consignment.id AS id, waybill, carrier, received_on, received_at, cartons_announced, cartons_counted,
       units_announced, freight, damage, note, shared, closed_at, sender, coalesce(customer.name, '') AS sender_name,
       coalesce(customer.phone, '') AS sender_phone, coalesce(customer.email, '') AS sender_email,
       coalesce(customer.address, '') AS sender_address,
       (SELECT count(*) FROM consignment_line WHERE consignment = consignment.id AND is_announced = 1) AS lines_announced,
       (SELECT count(*) FROM consignment_line WHERE consignment = consignment.id AND arrived_at IS NOT NULL) AS lines_here,
       (SELECT count(*) FROM consignment_line WHERE consignment = consignment.id AND is_announced = 1
          AND arrived_at IS NULL) AS lines_missing,
       (SELECT count(*) FROM consignment_line WHERE consignment = consignment.id AND arrived_at IS NOT NULL
          AND damage <> '') AS lines_damaged,
       (SELECT count(*) FROM consignment_line WHERE consignment = consignment.id AND ticket IS NOT NULL) AS lines_received
FROM consignment LEFT JOIN customer ON customer.id = consignment.sender;

INSERT INTO attachment (id, ticket, draft, consignment, blob, name, media_type, added_at, removed_at) VALUES ('00000000-0000-0000-0000-00000000b001', '00000000-0000-0000-0000-000000001001', NULL, NULL, X'8ed7e848fbefa293ed31262b9fda0ab06231615a3932ba8acc026d2e9b30f37a', 'photo.jpg', 'image/jpeg', 1795338900000, NULL);
INSERT INTO authorisation (id, rma, issued_by, serial, customer, note, issued_at, ticket, cancelled_at, cancel_reason) VALUES ('00000000-0000-0000-0000-00000000a000', 'CD01-3TUN6-00003-X', 'enquiry', NULL, '00000000-0000-0000-0000-00000000c002', 'may send it in', 1795338900013, NULL, NULL, '');
INSERT INTO blob (hash, size, thumbnail) VALUES (X'b457f4e30a62c573bd82557ff508879a8024a4c2e0ca7db7aec49dfd3ea878b3', 16, NULL);
INSERT INTO blob (hash, size, thumbnail) VALUES (X'8ed7e848fbefa293ed31262b9fda0ab06231615a3932ba8acc026d2e9b30f37a', 7, X'736d616c6c');
INSERT INTO blob_chunk (blob, place, bytes) VALUES (X'b457f4e30a62c573bd82557ff508879a8024a4c2e0ca7db7aec49dfd3ea878b3', 0, X'255044462d312e372061207061706572');
INSERT INTO blob_chunk (blob, place, bytes) VALUES (X'8ed7e848fbefa293ed31262b9fda0ab06231615a3932ba8acc026d2e9b30f37a', 0, X'612070686f746f');
INSERT INTO centre (one, name_zh, name_en, address_zh, address_en, phone, hours, zone, country, updated_at) VALUES (1, '成都服务中心', '', '', '', '', '', 'Asia/Shanghai', 'CN', 1795338900001);
INSERT INTO chain (id, station, epoch, head_seq, head_hash, acked_seq, began_at, reason) VALUES (1, '00000000-0000-0000-0000-0000000057a7', 'be76625a4d654e25', 43, X'ace41fe0e3a472315eba75b730a85dadd98354196dc056eb988360ec02a1020d', 0, 1795338900000, 'init');
INSERT INTO consignment (id, waybill, carrier, sender, received_on, received_at, cartons_announced, cartons_counted, units_announced, freight, damage, note, shared, closed_at) VALUES ('00000000-0000-0000-0000-00000000c0e1', 'SF1234567890123', NULL, '00000000-0000-0000-0000-00000000c001', '2026-03-02', 1795338900014, NULL, NULL, NULL, '{"kind":"collect","amount_minor":2300,"currency":"CNY"}', '', '', '{"channel":"dealer"}', NULL);
INSERT INTO consignment_line (id, consignment, place, serial, model, is_announced, arrived_at, damage, ticket, draft) VALUES ('00000000-0000-0000-0000-0000000011e1', '00000000-0000-0000-0000-00000000c0e1', 0, 'JP2409-00001', '', 1, 1795338900000, 'cracked', '00000000-0000-0000-0000-000000001001', NULL);
INSERT INTO custody (ticket, place, holder, since, seen_at) VALUES ('00000000-0000-0000-0000-000000001001', '101874d7-97d1-81cb-8854-520894b4a924', '00000000-0000-0000-0000-0000000005e1', 1795338900013, 1795338900013);
INSERT INTO customer (id, name, phone, email, address, phone_key, name_key, created_at, updated_at) VALUES ('00000000-0000-0000-0000-00000000c001', '李雷', '139 8000 5966', 'lilei@example.com', '成都市武侯区', '13980005966', '李雷', 1795338900001, 1795338900012);
INSERT INTO customer (id, name, phone, email, address, phone_key, name_key, created_at, updated_at) VALUES ('00000000-0000-0000-0000-00000000c002', '李雷', '139 8000 5966', 'lilei@example.com', '成都市高新区天府大道 1 号', '13980005966', '李雷', 1795338900002, 1795338900002);
INSERT INTO customer_key (customer, key) VALUES ('00000000-0000-0000-0000-00000000c001', X'a96a825cf0c27242a8b35340c396c04105cefbff0b99a11ecee06735c270277a');
INSERT INTO customer_key (customer, key) VALUES ('00000000-0000-0000-0000-00000000c002', X'6e4907851cd15ce71f7c2bc596719e064967804d2f61af543d79925e0af585b2');
INSERT INTO draft (id, content, updated_at, discarded_at, user) VALUES ('00000000-0000-0000-0000-00000000d001', '{"serial":"JP2409-00003"}', 1795338900000, NULL, NULL);
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-0000000057a7', X'f892b5408a193f8e950310ed5028b694203a86052faf6d6fbd9ad541b0b5180c');
INSERT INTO entity_op (entity, created_by) VALUES ('89eb6cce-7466-8be2-bcfe-fd34e29e2b43', X'9eb21eb1fb182419f87ff8da46bbbca3582629661e55b7d7f0703357041d280f');
INSERT INTO entity_op (entity, created_by) VALUES ('1a2c7f60-0db7-8741-949c-1a510fa90542', X'c39fa5102a3a8b05d408d04f631f8f4eb2c151bd4b839edacff7e0ec31036cfe');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-00000000c001', X'e80721a72080cfd6214bb7866d59b78fb6ef602db259ff3135cee32ea245aeff');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-000000001001', X'3c3b2868e8758b859f482a569e9202d15d7373085dbcaf39f270a5ae0560955f');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-00000000c002', X'2d430f4f1af89137f24f8a8447335be5e31d473b22d9ef478a20d0971815f5f2');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-000000001002', X'00dbff9c9fa2ffdd40d01983e656352b16f4abf4d1c991dbc1a63ca78f0d2db7');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-000000007001', X'9a84137297cad5315e390622a49b346770e07ae429486cd883d7468523c45b7e');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-00000000a000', X'8a5b62515930bf6bd90d2930c309ba849b7251f32be5ef710979ae3246b98ffb');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-00000000a001', X'b5dd7bf21bd1fbd16d7bf9b7dd37bf1480f3789159a812723ed5402d6ca384bb');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-00000000a002', X'7f6f9e6fd715a14fa76a79985cf4a967a63b27603a9d62727e14e56f82bed4e3');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-000000009001', X'be63f990f3cedabb0af669d0e3157d8243c0363ec4c36de45237ab62cc78b922');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-00000000b001', X'646ece4b5ced34cbcf15fbecb7315f640521a2fedbdde6de516ad224e5286d1b');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-0000000005e1', X'9a2c9cad18b41c54f0cdcb0bdb78ad1b9276e5af386f890c303d336099b9e0b5');
INSERT INTO entity_op (entity, created_by) VALUES ('a20954cc-e47a-8615-b4a7-ade4c78bf5e5', X'5a36afbf1a510f670a6168d024e0ab8534d432a737b75553fc28877499901a69');
INSERT INTO entity_op (entity, created_by) VALUES ('101874d7-97d1-81cb-8854-520894b4a924', X'f48610e768f00f48ad168ad5f64768e8bce60025ef8880257eaea247f413e5c0');
INSERT INTO entity_op (entity, created_by) VALUES ('228f74c8-38ff-8eba-bb21-d1b3a6238010', X'4d3b5d2416be1a7e85e8d637e50c240f5d54c1737c1421302ece4d2da3f2cb68');
INSERT INTO entity_op (entity, created_by) VALUES ('c91b4e13-59db-8ecd-83e2-6fac3372b14f', X'd68ea8e730b178dc9f294c51fff12f087aaa54fcf0f7eded7224521443b78441');
INSERT INTO entity_op (entity, created_by) VALUES ('82419427-5370-8f95-ba02-22907c97519c', X'14620bcc4690abe04395f4414e977626c7efa665bc2cd0dd757fc7648c9b5510');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-0000000051ef', X'27df9ad159ee85e5fab4783c412fb4378e6deecf70eb1c8903b4a523346973ab');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-0000000057c0', X'4590c93def2bf81b9d8d20717dbe074cf90d15f58ec2ed1f4225259ddd30e861');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-00000000c0e1', X'd7f806775b56823b20d24023b43cb873e1e70c7d9925cc031a1e898ff3ff3d14');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-0000000011e1', X'9bdc45238b9f78902601581bd8c5e6df69dd2740bd80016d92b6e1aa51fd4049');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-0000000011e2', X'786ca5666d15ce920a558897972970ef00765b2b2bafe37af34df301db5a2eed');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-00000000e001', X'b5031a61d4440441a638e2a7947d8fd8cdf9be3c520db5ec7df4a6156dce944b');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-00000000e002', X'ace41fe0e3a472315eba75b730a85dadd98354196dc056eb988360ec02a1020d');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'channel', X'143708a06c7c8e9ce9cb5bae74c8b7e19d8b670a538cf3ae0a880ca8e9ae3a0e');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'authorisation', X'143708a06c7c8e9ce9cb5bae74c8b7e19d8b670a538cf3ae0a880ca8e9ae3a0e');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'dealer', X'143708a06c7c8e9ce9cb5bae74c8b7e19d8b670a538cf3ae0a880ca8e9ae3a0e');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'first_reported_on', X'143708a06c7c8e9ce9cb5bae74c8b7e19d8b670a538cf3ae0a880ca8e9ae3a0e');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'first_reported_to', X'143708a06c7c8e9ce9cb5bae74c8b7e19d8b670a538cf3ae0a880ca8e9ae3a0e');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'first_reported_proof', X'143708a06c7c8e9ce9cb5bae74c8b7e19d8b670a538cf3ae0a880ca8e9ae3a0e');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'remote_attempts', X'143708a06c7c8e9ce9cb5bae74c8b7e19d8b670a538cf3ae0a880ca8e9ae3a0e');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'accessories', X'143708a06c7c8e9ce9cb5bae74c8b7e19d8b670a538cf3ae0a880ca8e9ae3a0e');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'condition', X'143708a06c7c8e9ce9cb5bae74c8b7e19d8b670a538cf3ae0a880ca8e9ae3a0e');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'purchase_document', X'143708a06c7c8e9ce9cb5bae74c8b7e19d8b670a538cf3ae0a880ca8e9ae3a0e');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'remedy_wanted', X'143708a06c7c8e9ce9cb5bae74c8b7e19d8b670a538cf3ae0a880ca8e9ae3a0e');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'paper_form', X'143708a06c7c8e9ce9cb5bae74c8b7e19d8b670a538cf3ae0a880ca8e9ae3a0e');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'calendar', X'143708a06c7c8e9ce9cb5bae74c8b7e19d8b670a538cf3ae0a880ca8e9ae3a0e');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'label', X'143708a06c7c8e9ce9cb5bae74c8b7e19d8b670a538cf3ae0a880ca8e9ae3a0e');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'damage_where', X'143708a06c7c8e9ce9cb5bae74c8b7e19d8b670a538cf3ae0a880ca8e9ae3a0e');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'damage_note', X'143708a06c7c8e9ce9cb5bae74c8b7e19d8b670a538cf3ae0a880ca8e9ae3a0e');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'late_entry_at', X'143708a06c7c8e9ce9cb5bae74c8b7e19d8b670a538cf3ae0a880ca8e9ae3a0e');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'owned_by_us', X'143708a06c7c8e9ce9cb5bae74c8b7e19d8b670a538cf3ae0a880ca8e9ae3a0e');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'conflicts', X'143708a06c7c8e9ce9cb5bae74c8b7e19d8b670a538cf3ae0a880ca8e9ae3a0e');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'reason', X'143708a06c7c8e9ce9cb5bae74c8b7e19d8b670a538cf3ae0a880ca8e9ae3a0e');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001002', 'from', X'839600b18596da42b56b63238121822e7403524e0179377a640f86c35fd62ce5');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001002', 'status', X'839600b18596da42b56b63238121822e7403524e0179377a640f86c35fd62ce5');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001002', 'reason', X'839600b18596da42b56b63238121822e7403524e0179377a640f86c35fd62ce5');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'party_payer', X'29b6d6e2eaa9423d9e8977a5f5e552cacf879b12d8e602ecde3d85e2a75a591a');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000009001', 'ticket', X'd7d123d168e247632f02eb0e67ca65d0d059d85d12e04f6d3c53afeffa318774');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000009001', 'printed_to', X'd7d123d168e247632f02eb0e67ca65d0d059d85d12e04f6d3c53afeffa318774');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000009001', 'printed_at', X'd7d123d168e247632f02eb0e67ca65d0d059d85d12e04f6d3c53afeffa318774');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-00000000b001', 'ticket', X'18defc1a6032d9cd56f2450b71b6d038efa01f02b9807b23a3f5a0885b40a7e5');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-00000000b001', 'removed_at', X'18defc1a6032d9cd56f2450b71b6d038efa01f02b9807b23a3f5a0885b40a7e5');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-00000000c001', 'address', X'7fa00820f9714cf6e99ea4cea4a0d4047cf69ebdf0af301382a114ea86fbbe0f');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'place', X'44f87ac2262cc64f3a517dbd39745d282ea4b70edf8516acab36003d502e5678');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'place_code', X'44f87ac2262cc64f3a517dbd39745d282ea4b70edf8516acab36003d502e5678');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'holder', X'44f87ac2262cc64f3a517dbd39745d282ea4b70edf8516acab36003d502e5678');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'holder_name', X'44f87ac2262cc64f3a517dbd39745d282ea4b70edf8516acab36003d502e5678');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'from_place', X'44f87ac2262cc64f3a517dbd39745d282ea4b70edf8516acab36003d502e5678');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'from_code', X'44f87ac2262cc64f3a517dbd39745d282ea4b70edf8516acab36003d502e5678');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'from_holder', X'44f87ac2262cc64f3a517dbd39745d282ea4b70edf8516acab36003d502e5678');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'undo', X'44f87ac2262cc64f3a517dbd39745d282ea4b70edf8516acab36003d502e5678');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-0000000005e1', 'has_pin', X'a800104aa223e19fce3cc9af06841b70bcec3ee6a41e0ceb344013b015166663');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-0000000005e1', 'has_badge', X'77938b47120d608c9a469058179cff18fff61c359c8fccc3d1cdc284b352a483');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-00000000c0e1', 'freight', X'f9b76acf525d8633f7ff862829cae71004818186e6e2514b0aec49030b206fcd');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-00000000c0e1', 'sender', X'4c8b7ba92caa63f590c455761392b833cff2bed8c74cd22ea27684128a4072c2');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-00000000c0e1', 'shared', X'4c8b7ba92caa63f590c455761392b833cff2bed8c74cd22ea27684128a4072c2');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-0000000011e1', 'of_consignment', X'5bc7f27876c16d7df5162f487e267d97d3a3722c7fcbb252505d348d775e4342');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-0000000011e1', 'arrived_at', X'5bc7f27876c16d7df5162f487e267d97d3a3722c7fcbb252505d348d775e4342');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-0000000011e1', 'damage', X'5bc7f27876c16d7df5162f487e267d97d3a3722c7fcbb252505d348d775e4342');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-0000000011e1', 'ticket', X'5bc7f27876c16d7df5162f487e267d97d3a3722c7fcbb252505d348d775e4342');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-0000000011e2', 'of_consignment', X'07e62ff55f6443ae8ff7223c1d9f74b2d33cb254cc7bab71532eb824d836826f');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-0000000011e2', 'removed_at', X'07e62ff55f6443ae8ff7223c1d9f74b2d33cb254cc7bab71532eb824d836826f');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-00000000c0e1', 'closed_at', X'5d5fa77c0cf655019fe5afeb2ef3a807cb1ce869437be4180e9446a67e15f6b2');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-00000000c0e1', 'short', X'21e30703ab6e90929184995a75e7c804b8b434a670a9444d9f24a57a75adf811');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-00000000c0e1', 'extra', X'21e30703ab6e90929184995a75e7c804b8b434a670a9444d9f24a57a75adf811');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-00000000c0e1', 'damaged', X'21e30703ab6e90929184995a75e7c804b8b434a670a9444d9f24a57a75adf811');
INSERT INTO identity (id, ticket, decision, serial, sources, note, decided_by, decided_at) VALUES ('00000000-0000-0000-0000-00000000a001', '00000000-0000-0000-0000-000000001001', 'confirmed', 'JP2409-00001', '[{"read":"00001","source":"board"}]', '', 'desk', 1795338900000);
INSERT INTO intake (id, rma, serial, look_alike_key, model, product_class, symptom, customer, dealer, channel, received_on, received_at, first_reported_on, first_reported_to, remote_attempts, accessories, condition, purchase_document, remedy_wanted, paper_form, calendar, facts, conflicts, channel_stated, first_reported_proof, no_earlier_report, authorisation, quoted_rma, standing, label, damage_where, damage_note, late_entry_at, owned_by_us, consignment) VALUES ('00000000-0000-0000-0000-000000001001', 'CD01-3TUN6-00001-2', 'JP2409-00001', 'JP240900001', 'NV-640', 'terminal', '开机黑屏, no picture after 5 minutes', '00000000-0000-0000-0000-00000000c001', '华强', 'courier', '2026-11-22', 1795338900001, '2026-11-20', 'hotline', 'restarted twice', '[{"item":"battery","state":"missing"}]', 'scratched', 'INV-2026-8817', 'exchange', 0, 'JP', '{"product_class":"terminal"}', '[{"kind":"claim_date_from_receipt"}]', 1, 'call log 88', 0, 'none', NULL, NULL, 'torn', 'transit', 'dented', '08:35:00', 1, NULL);
INSERT INTO intake (id, rma, serial, look_alike_key, model, product_class, symptom, customer, dealer, channel, received_on, received_at, first_reported_on, first_reported_to, remote_attempts, accessories, condition, purchase_document, remedy_wanted, paper_form, calendar, facts, conflicts, channel_stated, first_reported_proof, no_earlier_report, authorisation, quoted_rma, standing, label, damage_where, damage_note, late_entry_at, owned_by_us, consignment) VALUES ('00000000-0000-0000-0000-000000001002', 'CD01-3TUN6-00002-Z', 'JP2409-00002', 'JP240900002', 'NV-640', 'terminal', '开机黑屏, no picture after 5 minutes', '00000000-0000-0000-0000-00000000c002', '', 'counter', '2026-11-22', 1795338900002, NULL, '', '', '[]', '', '', NULL, NULL, NULL, '{"product_class":"terminal"}', '[]', 1, '', 0, NULL, NULL, NULL, NULL, NULL, '', NULL, 0, NULL);
INSERT INTO intake_party (intake, role, customer) VALUES ('00000000-0000-0000-0000-000000001001', 'payer', '00000000-0000-0000-0000-00000000c002');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (1, 1, 1, X'f892b5408a193f8e950310ed5028b694203a86052faf6d6fbd9ad541b0b5180c', '00000000-0000-0000-0000-0000000057a7', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a312c22707265765f68617368223a2230303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303030222c226163746f72223a226465736b222c226174223a313739353333383930303030302c22626173655f637572736f72223a302c226b696e64223a2273746174696f6e2e696e6974222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c226669656c6473223a5b7b226e616d65223a2263656e747265222c2276616c7565223a2243443031227d2c7b226e616d65223a22736572696573222c2276616c7565223a223354554e36227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (2, 1, 2, X'9eb21eb1fb182419f87ff8da46bbbca3582629661e55b7d7f0703357041d280f', '89eb6cce-7466-8be2-bcfe-fd34e29e2b43', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a322c22707265765f68617368223a2266383932623534303861313933663865393530333130656435303238623639343230336138363035326661663664366662643961643534316230623531383063222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303031222c226163746f72223a226465736b222c226174223a313739353333383930303030312c22626173655f637572736f72223a302c226b696e64223a2263656e7472652e6465736372696265222c226b696e645f76657273696f6e223a312c22656e74697479223a2238396562366363652d373436362d386265322d626366652d666433346532396532623433222c226669656c6473223a5b7b226e616d65223a226e616d655f7a68222c2276616c7565223a22e68890e983bde69c8de58aa1e4b8ade5bf83227d2c7b226e616d65223a226e616d655f656e222c2276616c7565223a22227d2c7b226e616d65223a22616464726573735f7a68222c2276616c7565223a22227d2c7b226e616d65223a22616464726573735f656e222c2276616c7565223a22227d2c7b226e616d65223a2270686f6e65222c2276616c7565223a22227d2c7b226e616d65223a22686f757273222c2276616c7565223a22227d2c7b226e616d65223a227a6f6e65222c2276616c7565223a22417369612f5368616e67686169227d2c7b226e616d65223a22636f756e747279222c2276616c7565223a22434e227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (3, 1, 3, X'c39fa5102a3a8b05d408d04f631f8f4eb2c151bd4b839edacff7e0ec31036cfe', '1a2c7f60-0db7-8741-949c-1a510fa90542', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a332c22707265765f68617368223a2239656232316562316662313832343139663837666638646134366262626361333538323632393636316535356237643766303730333335373034316432383066222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303031222c226163746f72223a226465736b222c226174223a313739353333383930303030312c22626173655f637572736f72223a302c226b696e64223a227061636b2e696e7374616c6c222c226b696e645f76657273696f6e223a312c22656e74697479223a2231613263376636302d306462372d383734312d393439632d316135313066613930353432222c226669656c6473223a5b7b226e616d65223a226964222c2276616c7565223a226a696e6770696e2d636f6d6d69746d656e74227d2c7b226e616d65223a2276657273696f6e222c2276616c7565223a22323032372e31227d2c7b226e616d65223a2268617368222c2276616c7565223a2261626162616261626162616261626162616261626162616261626162616261626162616261626162616261626162616261626162616261626162616261626162227d2c7b226e616d65223a2274657874222c2276616c7565223a225b7061636b5d5c6e227d2c7b226e616d65223a227369676e6174757265222c2276616c7565223a2263326c6e626d566b227d2c7b226e616d65223a227369676e65645f6279222c2276616c7565223a22686561647175617274657273227d2c7b226e616d65223a22696e7374616c6c65645f6174222c2276616c7565223a313739353333383930303030307d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (4, 1, 4, X'e80721a72080cfd6214bb7866d59b78fb6ef602db259ff3135cee32ea245aeff', '00000000-0000-0000-0000-00000000c001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a342c22707265765f68617368223a2263333966613531303261336138623035643430386430346636333166386634656232633135316264346238333965646163666637653065633331303336636665222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303031222c226163746f72223a226465736b222c226174223a313739353333383930303030312c22626173655f637572736f72223a302c226b696e64223a22637573746f6d65722e616464222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303063303031222c226669656c6473223a5b7b226e616d65223a226e616d65222c2276616c7565223a7b227365616c65645f666f72223a2230303030303030302d303030302d303030302d303030302d303030303030303063303031222c22686578223a223538396534623734666663336136643831373430343936383338643930633062623763616536633066623237336635383836346338333238343137323735633537623966376338393664623261616637633162656234336133373762227d7d2c7b226e616d65223a2270686f6e65222c2276616c7565223a7b227365616c65645f666f72223a2230303030303030302d303030302d303030302d303030302d303030303030303063303031222c22686578223a2263653565376161396633613165326430646565346466333663613731323262386635356630663132383665333336373963323964633831613338653763356666663235333666663738613830376535316161353331333730326461383531363330646366623636386666227d7d2c7b226e616d65223a22656d61696c222c2276616c7565223a7b227365616c65645f666f72223a2230303030303030302d303030302d303030302d303030302d303030303030303063303031222c22686578223a22643530383532663034646564356661303662393765643738646563323666653339643665623964636331653663313530646431323363333435383466633362333038386664363631356134663838373233626538313535356635333631303361613936666439646434643435613130666637227d7d2c7b226e616d65223a2261646472657373222c2276616c7565223a7b227365616c65645f666f72223a2230303030303030302d303030302d303030302d303030302d303030303030303063303031222c22686578223a223139336136323538653266383030306432626134323634303333396638663135653735346631343735363062343166316666646333333137663134373662363264323439393033643166353331353735616335366432316263353439663562356132323832383136393166653638323361633835613833613161333639323732643664666464653731366131666132623730333063343837227d7d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (5, 1, 5, X'3c3b2868e8758b859f482a569e9202d15d7373085dbcaf39f270a5ae0560955f', '00000000-0000-0000-0000-000000001001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a352c22707265765f68617368223a2265383037323161373230383063666436323134626237383636643539623738666236656636303264623235396666333133356365653332656132343561656666222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303031222c226163746f72223a226465736b222c226174223a313739353333383930303030312c22626173655f637572736f72223a302c226b696e64223a22696e74616b652e72656365697665222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303031303031222c226669656c6473223a5b7b226e616d65223a22726d61222c2276616c7565223a22434430312d3354554e362d30303030312d32227d2c7b226e616d65223a2273657269616c222c2276616c7565223a224a50323430392d3030303031227d2c7b226e616d65223a226d6f64656c222c2276616c7565223a224e562d363430227d2c7b226e616d65223a2270726f647563745f636c617373222c2276616c7565223a227465726d696e616c227d2c7b226e616d65223a2273796d70746f6d222c2276616c7565223a22e5bc80e69cbae9bb91e5b18f2c206e6f20706963747572652061667465722035206d696e75746573227d2c7b226e616d65223a22637573746f6d6572222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303063303031227d2c7b226e616d65223a2272656365697665645f6f6e222c2276616c7565223a22323032362d31312d3232227d2c7b226e616d65223a226368616e6e656c222c2276616c7565223a22636f756e746572227d2c7b226e616d65223a226661637473222c2276616c7565223a7b2270726f647563745f636c617373223a227465726d696e616c227d7d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (6, 1, 6, X'2d430f4f1af89137f24f8a8447335be5e31d473b22d9ef478a20d0971815f5f2', '00000000-0000-0000-0000-00000000c002', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a362c22707265765f68617368223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303032222c226163746f72223a226465736b222c226174223a313739353333383930303030322c22626173655f637572736f72223a302c226b696e64223a22637573746f6d65722e616464222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303063303032222c226669656c6473223a5b7b226e616d65223a226e616d65222c2276616c7565223a7b227365616c65645f666f72223a2230303030303030302d303030302d303030302d303030302d303030303030303063303032222c22686578223a223662326166643261613730663234373266343436393935363561353964343838396336343532633962663537663633333166313436316532323032373863306338313538383265623535626563363765623665383533396336656332227d7d2c7b226e616d65223a2270686f6e65222c2276616c7565223a7b227365616c65645f666f72223a2230303030303030302d303030302d303030302d303030302d303030303030303063303032222c22686578223a2235363736373332303562386630376434623562643561353737363566663935613330323064636536396537353263626665336461343062616561373266363139326162613035376138613837306539356133393566633238623165356262306166373466323330323562227d7d2c7b226e616d65223a22656d61696c222c2276616c7565223a7b227365616c65645f666f72223a2230303030303030302d303030302d303030302d303030302d303030303030303063303032222c22686578223a22353330346361363636363262303030396239663535626239366335613166353062643966633663643630393465313161303835383636336430633464306364336465653166623437306238326661353033373032306238316562323539353035306165353737623135346663313538316262227d7d2c7b226e616d65223a2261646472657373222c2276616c7565223a7b227365616c65645f666f72223a2230303030303030302d303030302d303030302d303030302d303030303030303063303032222c22686578223a223932343436646661323366316334633366383963663132313830346530646638393162343031623366626239323066633134656233373132663661383562613631326366353737623332666634636364386366336563363539393237386464343363343361656231346436323030666633613636343865333339343932656132336463653130313233363766343838333436626361393930227d7d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (7, 1, 7, X'00dbff9c9fa2ffdd40d01983e656352b16f4abf4d1c991dbc1a63ca78f0d2db7', '00000000-0000-0000-0000-000000001002', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a372c22707265765f68617368223a2232643433306634663161663839313337663234663861383434373333356265356533316434373362323264396566343738613230643039373138313566356632222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303032222c226163746f72223a226465736b222c226174223a313739353333383930303030322c22626173655f637572736f72223a302c226b696e64223a22696e74616b652e72656365697665222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303031303032222c226669656c6473223a5b7b226e616d65223a22726d61222c2276616c7565223a22434430312d3354554e362d30303030322d5a227d2c7b226e616d65223a2273657269616c222c2276616c7565223a224a50323430392d3030303032227d2c7b226e616d65223a226d6f64656c222c2276616c7565223a224e562d363430227d2c7b226e616d65223a2270726f647563745f636c617373222c2276616c7565223a227465726d696e616c227d2c7b226e616d65223a2273796d70746f6d222c2276616c7565223a22e5bc80e69cbae9bb91e5b18f2c206e6f20706963747572652061667465722035206d696e75746573227d2c7b226e616d65223a22637573746f6d6572222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303063303032227d2c7b226e616d65223a2272656365697665645f6f6e222c2276616c7565223a22323032362d31312d3232227d2c7b226e616d65223a226368616e6e656c222c2276616c7565223a22636f756e746572227d2c7b226e616d65223a226661637473222c2276616c7565223a7b2270726f647563745f636c617373223a227465726d696e616c227d7d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (8, 1, 8, X'143708a06c7c8e9ce9cb5bae74c8b7e19d8b670a538cf3ae0a880ca8e9ae3a0e', '00000000-0000-0000-0000-000000001001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a382c22707265765f68617368223a2230306462666639633966613266666464343064303139383365363536333532623136663461626634643163393931646263316136336361373866306432646237222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303033222c226163746f72223a226465736b222c226174223a313739353333383930303030332c22626173655f637572736f72223a302c226b696e64223a22696e74616b652e616d656e64222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303031303031222c226669656c6473223a5b7b226e616d65223a226368616e6e656c222c2276616c7565223a22636f7572696572222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a22617574686f7269736174696f6e222c2276616c7565223a226e6f6e65222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a226465616c6572222c2276616c7565223a22e58d8ee5bcba222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a2266697273745f7265706f727465645f6f6e222c2276616c7565223a22323032362d31312d3230222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a2266697273745f7265706f727465645f746f222c2276616c7565223a22686f746c696e65222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a2266697273745f7265706f727465645f70726f6f66222c2276616c7565223a2263616c6c206c6f67203838222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a2272656d6f74655f617474656d707473222c2276616c7565223a22726573746172746564207477696365222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a226163636573736f72696573222c2276616c7565223a5b7b226974656d223a2262617474657279222c227374617465223a226d697373696e67227d5d2c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a22636f6e646974696f6e222c2276616c7565223a22736372617463686564222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a2270757263686173655f646f63756d656e74222c2276616c7565223a22494e562d323032362d38383137222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a2272656d6564795f77616e746564222c2276616c7565223a2265786368616e6765222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a2270617065725f666f726d222c2276616c7565223a66616c73652c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a2263616c656e646172222c2276616c7565223a224a50222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a226c6162656c222c2276616c7565223a22746f726e222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a2264616d6167655f7768657265222c2276616c7565223a227472616e736974222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a2264616d6167655f6e6f7465222c2276616c7565223a2264656e746564222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a226c6174655f656e7472795f6174222c2276616c7565223a2230383a33353a3030222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a226f776e65645f62795f7573222c2276616c7565223a747275652c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a22636f6e666c69637473222c2276616c7565223a5b7b226b696e64223a22636c61696d5f646174655f66726f6d5f72656365697074227d5d2c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a22726561736f6e222c2276616c7565223a227365656e206c61746572222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (9, 1, 9, X'839600b18596da42b56b63238121822e7403524e0179377a640f86c35fd62ce5', '00000000-0000-0000-0000-000000001002', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a392c22707265765f68617368223a2231343337303861303663376338653963653963623562616537346338623765313964386236373061353338636633616530613838306361386539616533613065222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303034222c226163746f72223a226465736b222c226174223a313739353333383930303030342c22626173655f637572736f72223a302c226b696e64223a227469636b65742e7472616e736974696f6e222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303031303032222c226669656c6473223a5b7b226e616d65223a2266726f6d222c2276616c7565223a22746f5f62655f646961676e6f736564222c22626173655f6f70223a2230306462666639633966613266666464343064303139383365363536333532623136663461626634643163393931646263316136336361373866306432646237227d2c7b226e616d65223a22737461747573222c2276616c7565223a2263616e63656c6c6564222c22626173655f6f70223a2230306462666639633966613266666464343064303139383365363536333532623136663461626634643163393931646263316136336361373866306432646237227d2c7b226e616d65223a22726561736f6e222c2276616c7565223a227265636569766564207477696365222c22626173655f6f70223a2230306462666639633966613266666464343064303139383365363536333532623136663461626634643163393931646263316136336361373866306432646237227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (10, 1, 10, X'9a84137297cad5315e390622a49b346770e07ae429486cd883d7468523c45b7e', '00000000-0000-0000-0000-000000001001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a31302c22707265765f68617368223a2238333936303062313835393664613432623536623633323338313231383232653734303335323465303137393337376136343066383663333566643632636535222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303035222c226163746f72223a226465736b222c226174223a313739353333383930303030352c22626173655f637572736f72223a302c226b696e64223a22766572646963742e73617665222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303037303031222c226669656c6473223a5b7b226e616d65223a227469636b6574222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303031303031227d2c7b226e616d65223a226d6164655f6174222c2276616c7565223a313739353333383930303030307d2c7b226e616d65223a226661637473222c2276616c7565223a7b2266696e64696e6773223a5b2270726f647563745f6661756c74225d2c2270726f647563745f636c617373223a227465726d696e616c227d7d2c7b226e616d65223a2276657264696374222c2276616c7565223a7b226578636c756465645f6279223a5b5d2c226f7574736964655f706f6c696379223a66616c73657d7d2c7b226e616d65223a22706f6c6963795f6964222c2276616c7565223a22636f6d6d69746d656e74227d2c7b226e616d65223a22706f6c6963795f76657273696f6e222c2276616c7565223a2231227d2c7b226e616d65223a22706f6c6963795f68617368222c2276616c7565223a22706f6c696379227d2c7b226e616d65223a2263616c656e6461725f68617368222c2276616c7565223a2263616c656e646172227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (11, 1, 11, X'8a5b62515930bf6bd90d2930c309ba849b7251f32be5ef710979ae3246b98ffb', '00000000-0000-0000-0000-00000000a000', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a31312c22707265765f68617368223a2239613834313337323937636164353331356533393036323261343962333436373730653037616534323934383663643838336437343638353233633435623765222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303064222c226163746f72223a226465736b222c226174223a313739353333383930303031332c22626173655f637572736f72223a302c226b696e64223a22617574686f7269736174696f6e2e6973737565222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303061303030222c226669656c6473223a5b7b226e616d65223a22726d61222c2276616c7565223a22434430312d3354554e362d30303030332d58227d2c7b226e616d65223a226973737565645f6279222c2276616c7565223a22656e7175697279227d2c7b226e616d65223a22637573746f6d6572222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303063303032227d2c7b226e616d65223a226e6f7465222c2276616c7565223a226d61792073656e6420697420696e227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (12, 1, 12, X'29b6d6e2eaa9423d9e8977a5f5e552cacf879b12d8e602ecde3d85e2a75a591a', '00000000-0000-0000-0000-000000001001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a31322c22707265765f68617368223a2238613562363235313539333062663662643930643239333063333039626138343962373235316633326265356566373130393739616533323436623938666662222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303065222c226163746f72223a226465736b222c226174223a313739353333383930303031342c22626173655f637572736f72223a302c226b696e64223a22696e74616b652e616d656e64222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303031303031222c226669656c6473223a5b7b226e616d65223a2270617274795f7061796572222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303063303032222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (13, 1, 13, X'b5dd7bf21bd1fbd16d7bf9b7dd37bf1480f3789159a812723ed5402d6ca384bb', '00000000-0000-0000-0000-000000001001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a31332c22707265765f68617368223a2232396236643665326561613934323364396538393737613566356535353263616366383739623132643865363032656364653364383565326137356135393161222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303066222c226163746f72223a226465736b222c226174223a313739353333383930303031352c22626173655f637572736f72223a302c226b696e64223a226964656e746974792e636f6e6669726d222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303061303031222c226669656c6473223a5b7b226e616d65223a227469636b6574222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303031303031227d2c7b226e616d65223a2273657269616c222c2276616c7565223a224a50323430392d3030303031227d2c7b226e616d65223a22736f7572636573222c2276616c7565223a5b7b2272656164223a223030303031222c22736f75726365223a22626f617264227d5d7d2c7b226e616d65223a226e6f7465222c2276616c7565223a22227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (14, 1, 14, X'7f6f9e6fd715a14fa76a79985cf4a967a63b27603a9d62727e14e56f82bed4e3', '00000000-0000-0000-0000-000000001001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a31342c22707265765f68617368223a2262356464376266323162643166626431366437626639623764643337626631343830663337383931353961383132373233656435343032643663613338346262222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303130222c226163746f72223a226465736b222c226174223a313739353333383930303031362c22626173655f637572736f72223a302c226b696e64223a22756e69742e72656c6162656c222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303061303032222c226669656c6473223a5b7b226e616d65223a227469636b6574222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303031303031227d2c7b226e616d65223a2273657269616c222c2276616c7565223a224a50323430392d3030303031227d2c7b226e616d65223a226e6f7465222c2276616c7565223a22746f726e227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (15, 1, 15, X'be63f990f3cedabb0af669d0e3157d8243c0363ec4c36de45237ab62cc78b922', '00000000-0000-0000-0000-000000001001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a31352c22707265765f68617368223a2237663666396536666437313561313466613736613739393835636634613936376136336232373630336139643632373237653134653536663832626564346533222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303036222c226163746f72223a226465736b222c226174223a313739353333383930303030362c22626173655f637572736f72223a302c226b696e64223a2270617065722e6d616b65222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303039303031222c226669656c6473223a5b7b226e616d65223a227469636b6574222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303031303031227d2c7b226e616d65223a22666f726d222c2276616c7565223a226170706c69636174696f6e227d2c7b226e616d65223a226c616e6775616765222c2276616c7565223a22626f7468227d2c7b226e616d65223a2268617368222c2276616c7565223a2262343537663465333061363263353733626438323535376666353038383739613830323461346332653063613764623761656334396466643365613837386233227d2c7b226e616d65223a227061676573222c2276616c7565223a327d2c7b226e616d65223a226d6164655f6174222c2276616c7565223a313739353333383930303030307d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (16, 1, 16, X'd7d123d168e247632f02eb0e67ca65d0d059d85d12e04f6d3c53afeffa318774', '00000000-0000-0000-0000-000000001001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a31362c22707265765f68617368223a2262653633663939306633636564616262306166363639643065333135376438323433633033363365633463333664653435323337616236326363373862393232222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303037222c226163746f72223a226465736b222c226174223a313739353333383930303030372c22626173655f637572736f72223a302c226b696e64223a2270617065722e7072696e74222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303039303031222c226669656c6473223a5b7b226e616d65223a227469636b6574222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303031303031222c22626173655f6f70223a2262653633663939306633636564616262306166363639643065333135376438323433633033363365633463333664653435323337616236326363373862393232227d2c7b226e616d65223a227072696e7465645f746f222c2276616c7565223a224f6666696365222c22626173655f6f70223a2262653633663939306633636564616262306166363639643065333135376438323433633033363365633463333664653435323337616236326363373862393232227d2c7b226e616d65223a227072696e7465645f6174222c2276616c7565223a313739353333383930303030302c22626173655f6f70223a2262653633663939306633636564616262306166363639643065333135376438323433633033363365633463333664653435323337616236326363373862393232227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (17, 1, 17, X'646ece4b5ced34cbcf15fbecb7315f640521a2fedbdde6de516ad224e5286d1b', '00000000-0000-0000-0000-000000001001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a31372c22707265765f68617368223a2264376431323364313638653234373633326630326562306536376361363564306430353964383564313265303466366433633533616665666661333138373734222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303038222c226163746f72223a226465736b222c226174223a313739353333383930303030382c22626173655f637572736f72223a302c226b696e64223a226174746163686d656e742e616464222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303062303031222c226669656c6473223a5b7b226e616d65223a227469636b6574222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303031303031227d2c7b226e616d65223a2268617368222c2276616c7565223a2238656437653834386662656661323933656433313236326239666461306162303632333136313561333933326261386163633032366432653962333066333761227d2c7b226e616d65223a226e616d65222c2276616c7565223a2270686f746f2e6a7067227d2c7b226e616d65223a226d656469615f74797065222c2276616c7565223a22696d6167652f6a706567227d2c7b226e616d65223a2273697a65222c2276616c7565223a377d2c7b226e616d65223a2261646465645f6174222c2276616c7565223a313739353333383930303030307d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (18, 1, 18, X'd99bb49622812a0f6aa96a5812388a62cc91a375b0e5fdf2d2893d8d6faee3b5', '00000000-0000-0000-0000-000000001001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a31382c22707265765f68617368223a2236343665636534623563656433346362636631356662656362373331356636343035323161326665646264646536646535313661643232346535323836643162222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303061222c226163746f72223a226465736b222c226174223a313739353333383930303031302c22626173655f637572736f72223a302c226b696e64223a226174746163686d656e742e72656d6f7665222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303062303031222c226669656c6473223a5b7b226e616d65223a227469636b6574222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303031303031222c22626173655f6f70223a2236343665636534623563656433346362636631356662656362373331356636343035323161326665646264646536646535313661643232346535323836643162227d2c7b226e616d65223a2272656d6f7665645f6174222c2276616c7565223a313739353333383930303030302c22626173655f6f70223a2236343665636534623563656433346362636631356662656362373331356636343035323161326665646264646536646535313661643232346535323836643162227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (19, 1, 19, X'18defc1a6032d9cd56f2450b71b6d038efa01f02b9807b23a3f5a0885b40a7e5', '00000000-0000-0000-0000-000000001001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a31392c22707265765f68617368223a2264393962623439363232383132613066366161393661353831323338386136326363393161333735623065356664663264323839336438643666616565336235222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303062222c226163746f72223a226465736b222c226174223a313739353333383930303031312c22626173655f637572736f72223a302c226b696e64223a226174746163686d656e742e726573746f7265222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303062303031222c226669656c6473223a5b7b226e616d65223a227469636b6574222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303031303031222c22626173655f6f70223a2264393962623439363232383132613066366161393661353831323338386136326363393161333735623065356664663264323839336438643666616565336235227d2c7b226e616d65223a2272656d6f7665645f6174222c2276616c7565223a6e756c6c2c22626173655f6f70223a2264393962623439363232383132613066366161393661353831323338386136326363393161333735623065356664663264323839336438643666616565336235227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (20, 1, 20, X'7fa00820f9714cf6e99ea4cea4a0d4047cf69ebdf0af301382a114ea86fbbe0f', '00000000-0000-0000-0000-00000000c001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a32302c22707265765f68617368223a2231386465666331613630333264396364353666323435306237316236643033386566613031663032623938303762323361336635613038383562343061376535222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303063222c226163746f72223a226465736b222c226174223a313739353333383930303031322c22626173655f637572736f72223a302c226b696e64223a22637573746f6d65722e757064617465222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303063303031222c226669656c6473223a5b7b226e616d65223a2261646472657373222c2276616c7565223a7b227365616c65645f666f72223a2230303030303030302d303030302d303030302d303030302d303030303030303063303031222c22686578223a223166373363613232643936336233353133623833616166636264356232623663656537646531313861626465646165663135303432373939646131383931613832326239623362646232353761316636633831333030383731363130303630663161623833363661633766346635613666363130227d2c22626173655f6f70223a2265383037323161373230383063666436323134626237383636643539623738666236656636303264623235396666333133356365653332656132343561656666227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (21, 1, 21, X'9a2c9cad18b41c54f0cdcb0bdb78ad1b9276e5af386f890c303d336099b9e0b5', '00000000-0000-0000-0000-0000000005e1', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a32312c22707265765f68617368223a2237666130303832306639373134636636653939656134636561346130643430343763663639656264663061663330313338326131313465613836666262653066222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303064222c226163746f72223a226465736b222c226174223a313739353333383930303031332c22626173655f637572736f72223a302c226b696e64223a22757365722e73617665222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303030356531222c226669656c6473223a5b7b226e616d65223a226e616d65222c2276616c7565223a22e69d8ee5a89c227d2c7b226e616d65223a22726f6c65222c2276616c7565223a226d616e61676572227d2c7b226e616d65223a2269735f616374697665222c2276616c7565223a747275657d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (22, 1, 22, X'5a36afbf1a510f670a6168d024e0ab8534d432a737b75553fc28877499901a69', 'a20954cc-e47a-8615-b4a7-ade4c78bf5e5', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a32322c22707265765f68617368223a2239613263396361643138623431633534663063646362306264623738616431623932373665356166333836663839306333303364333336303939623965306235222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303064222c226163746f72223a226465736b222c226174223a313739353333383930303031332c22626173655f637572736f72223a302c226b696e64223a22706c6163652e73617665222c226b696e645f76657273696f6e223a312c22656e74697479223a2261323039353463632d653437612d383631352d623461372d616465346337386266356535222c226669656c6473223a5b7b226e616d65223a22636f6465222c2276616c7565223a22444f434b227d2c7b226e616d65223a226e616d65222c2276616c7565223a22227d2c7b226e616d65223a226b696e64222c2276616c7565223a22646f636b227d2c7b226e616d65223a2269735f616374697665222c2276616c7565223a747275657d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (23, 1, 23, X'f48610e768f00f48ad168ad5f64768e8bce60025ef8880257eaea247f413e5c0', '101874d7-97d1-81cb-8854-520894b4a924', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a32332c22707265765f68617368223a2235613336616662663161353130663637306136313638643032346530616238353334643433326137333762373535353366633238383737343939393031613639222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303064222c226163746f72223a226465736b222c226174223a313739353333383930303031332c22626173655f637572736f72223a302c226b696e64223a22706c6163652e73617665222c226b696e645f76657273696f6e223a312c22656e74697479223a2231303138373464372d393764312d383163622d383835342d353230383934623461393234222c226669656c6473223a5b7b226e616d65223a22636f6465222c2276616c7565223a2242454e4348227d2c7b226e616d65223a226e616d65222c2276616c7565223a22227d2c7b226e616d65223a226b696e64222c2276616c7565223a2262656e6368227d2c7b226e616d65223a2269735f616374697665222c2276616c7565223a747275657d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (24, 1, 24, X'4d3b5d2416be1a7e85e8d637e50c240f5d54c1737c1421302ece4d2da3f2cb68', '228f74c8-38ff-8eba-bb21-d1b3a6238010', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a32342c22707265765f68617368223a2266343836313065373638663030663438616431363861643566363437363865386263653630303235656638383830323537656165613234376634313365356330222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303064222c226163746f72223a226465736b222c226174223a313739353333383930303031332c22626173655f637572736f72223a302c226b696e64223a22706c6163652e73617665222c226b696e645f76657273696f6e223a312c22656e74697479223a2232323866373463382d333866662d386562612d626232312d643162336136323338303130222c226669656c6473223a5b7b226e616d65223a22636f6465222c2276616c7565223a22464143544f5259227d2c7b226e616d65223a226e616d65222c2276616c7565223a22227d2c7b226e616d65223a226b696e64222c2276616c7565223a22666163746f7279227d2c7b226e616d65223a2269735f616374697665222c2276616c7565223a747275657d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (25, 1, 25, X'd68ea8e730b178dc9f294c51fff12f087aaa54fcf0f7eded7224521443b78441', 'c91b4e13-59db-8ecd-83e2-6fac3372b14f', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a32352c22707265765f68617368223a2234643362356432343136626531613765383565386436333765353063323430663564353463313733376331343231333032656365346432646133663263623638222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303064222c226163746f72223a226465736b222c226174223a313739353333383930303031332c22626173655f637572736f72223a302c226b696e64223a22706c6163652e73617665222c226b696e645f76657273696f6e223a312c22656e74697479223a2263393162346531332d353964622d386563642d383365322d366661633333373262313466222c226669656c6473223a5b7b226e616d65223a22636f6465222c2276616c7565223a22434f5552494552227d2c7b226e616d65223a226e616d65222c2276616c7565223a22227d2c7b226e616d65223a226b696e64222c2276616c7565223a22636f7572696572227d2c7b226e616d65223a2269735f616374697665222c2276616c7565223a747275657d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (26, 1, 26, X'14620bcc4690abe04395f4414e977626c7efa665bc2cd0dd757fc7648c9b5510', '82419427-5370-8f95-ba02-22907c97519c', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a32362c22707265765f68617368223a2264363865613865373330623137386463396632393463353166666631326630383761616135346663663066376564656437323234353231343433623738343431222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303064222c226163746f72223a226465736b222c226174223a313739353333383930303031332c22626173655f637572736f72223a302c226b696e64223a22706c6163652e73617665222c226b696e645f76657273696f6e223a312c22656e74697479223a2238323431393432372d353337302d386639352d626130322d323239303763393735313963222c226669656c6473223a5b7b226e616d65223a22636f6465222c2276616c7565223a22435553544f4d4552227d2c7b226e616d65223a226e616d65222c2276616c7565223a22227d2c7b226e616d65223a226b696e64222c2276616c7565223a22637573746f6d6572227d2c7b226e616d65223a2269735f616374697665222c2276616c7565223a747275657d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (27, 1, 27, X'27df9ad159ee85e5fab4783c412fb4378e6deecf70eb1c8903b4a523346973ab', '00000000-0000-0000-0000-0000000051ef', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a32372c22707265765f68617368223a2231343632306263633436393061626530343339356634343134653937373632366337656661363635626332636430646437353766633736343863396235353130222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303064222c226163746f72223a226465736b222c226174223a313739353333383930303031332c22626173655f637572736f72223a302c226b696e64223a22706c6163652e73617665222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303035316566222c226669656c6473223a5b7b226e616d65223a22636f6465222c2276616c7565223a22412d3033227d2c7b226e616d65223a226e616d65222c2276616c7565223a226c656674206f662074686520646f6f72227d2c7b226e616d65223a226b696e64222c2276616c7565223a227368656c66227d2c7b226e616d65223a2269735f616374697665222c2276616c7565223a747275657d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (28, 1, 28, X'e703b47ff4f599f067897deb9ef443dea91d0a4b88c88a82baea641eeee6b632', '00000000-0000-0000-0000-000000001001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a32382c22707265765f68617368223a2232376466396164313539656538356535666162343738336334313266623433373865366465656366373065623163383930336234613532333334363937336162222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303064222c226163746f72223a226465736b222c226174223a313739353333383930303031332c22626173655f637572736f72223a302c226b696e64223a227469636b65742e6d6f7665222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303031303031222c226669656c6473223a5b7b226e616d65223a22706c616365222c2276616c7565223a2231303138373464372d393764312d383163622d383835342d353230383934623461393234222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a22706c6163655f636f6465222c2276616c7565223a2242454e4348222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a22686f6c646572222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303030356531222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a22686f6c6465725f6e616d65222c2276616c7565223a22e69d8ee5a89c222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a2266726f6d5f706c616365222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303035316566222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a2266726f6d5f636f6465222c2276616c7565223a22412d3033222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a2266726f6d5f686f6c646572222c2276616c7565223a6e756c6c2c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (29, 1, 29, X'44f87ac2262cc64f3a517dbd39745d282ea4b70edf8516acab36003d502e5678', '00000000-0000-0000-0000-000000001001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a32392c22707265765f68617368223a2265373033623437666634663539396630363738393764656239656634343364656139316430613462383863383861383262616561363431656565653662363332222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303064222c226163746f72223a226465736b222c226174223a313739353333383930303031332c22626173655f637572736f72223a302c226b696e64223a227469636b65742e6d6f7665222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303031303031222c226669656c6473223a5b7b226e616d65223a22706c616365222c2276616c7565223a2231303138373464372d393764312d383163622d383835342d353230383934623461393234222c22626173655f6f70223a2265373033623437666634663539396630363738393764656239656634343364656139316430613462383863383861383262616561363431656565653662363332227d2c7b226e616d65223a22706c6163655f636f6465222c2276616c7565223a2242454e4348222c22626173655f6f70223a2265373033623437666634663539396630363738393764656239656634343364656139316430613462383863383861383262616561363431656565653662363332227d2c7b226e616d65223a22686f6c646572222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303030356531222c22626173655f6f70223a2265373033623437666634663539396630363738393764656239656634343364656139316430613462383863383861383262616561363431656565653662363332227d2c7b226e616d65223a22686f6c6465725f6e616d65222c2276616c7565223a22e69d8ee5a89c222c22626173655f6f70223a2265373033623437666634663539396630363738393764656239656634343364656139316430613462383863383861383262616561363431656565653662363332227d2c7b226e616d65223a2266726f6d5f706c616365222c2276616c7565223a2231303138373464372d393764312d383163622d383835342d353230383934623461393234222c22626173655f6f70223a2265373033623437666634663539396630363738393764656239656634343364656139316430613462383863383861383262616561363431656565653662363332227d2c7b226e616d65223a2266726f6d5f636f6465222c2276616c7565223a2242454e4348222c22626173655f6f70223a2265373033623437666634663539396630363738393764656239656634343364656139316430613462383863383861383262616561363431656565653662363332227d2c7b226e616d65223a2266726f6d5f686f6c646572222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303030356531222c22626173655f6f70223a2265373033623437666634663539396630363738393764656239656634343364656139316430613462383863383861383262616561363431656565653662363332227d2c7b226e616d65223a22756e646f222c2276616c7565223a747275652c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (30, 1, 30, X'4590c93def2bf81b9d8d20717dbe074cf90d15f58ec2ed1f4225259ddd30e861', '00000000-0000-0000-0000-0000000057c0', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a33302c22707265765f68617368223a2234346638376163323236326363363466336135313764626433393734356432383265613462373065646638353136616361623336303033643530326535363738222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303064222c226163746f72223a226465736b222c226174223a313739353333383930303031332c22626173655f637572736f72223a302c226b696e64223a2273746f636b74616b652e66696e697368222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303035376330222c226669656c6473223a5b7b226e616d65223a22706c616365222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303035316566227d2c7b226e616d65223a22626567756e5f6174222c2276616c7565223a313739353333383930303030307d2c7b226e616d65223a22626567756e5f6279222c2276616c7565223a226465736b227d2c7b226e616d65223a22666f756e64222c2276616c7565223a317d2c7b226e616d65223a226d697373696e67222c2276616c7565223a317d2c7b226e616d65223a22756e6578706563746564222c2276616c7565223a317d2c7b226e616d65223a22756e6b6e6f776e222c2276616c7565223a317d2c7b226e616d65223a226d697373696e675f7469636b657473222c2276616c7565223a5b2230303030303030302d303030302d303030302d303030302d303030303030303031303032225d7d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (31, 1, 31, X'a800104aa223e19fce3cc9af06841b70bcec3ee6a41e0ceb344013b015166663', '00000000-0000-0000-0000-0000000005e1', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a33312c22707265765f68617368223a2234353930633933646566326266383162396438643230373137646265303734636639306431356635386563326564316634323235323539646464333065383631222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303064222c226163746f72223a226465736b222c226174223a313739353333383930303031332c22626173655f637572736f72223a302c226b696e64223a22757365722e7365745f70696e222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303030356531222c226669656c6473223a5b7b226e616d65223a226861735f70696e222c2276616c7565223a747275652c22626173655f6f70223a2239613263396361643138623431633534663063646362306264623738616431623932373665356166333836663839306333303364333336303939623965306235227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (32, 1, 32, X'77938b47120d608c9a469058179cff18fff61c359c8fccc3d1cdc284b352a483', '00000000-0000-0000-0000-0000000005e1', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a33322c22707265765f68617368223a2261383030313034616132323365313966636533636339616630363834316237306263656333656536613431653063656233343430313362303135313636363633222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303064222c226163746f72223a226465736b222c226174223a313739353333383930303031332c22626173655f637572736f72223a302c226b696e64223a22757365722e7365745f6261646765222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303030356531222c226669656c6473223a5b7b226e616d65223a226861735f6261646765222c2276616c7565223a747275652c22626173655f6f70223a2239613263396361643138623431633534663063646362306264623738616431623932373665356166333836663839306333303364333336303939623965306235227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (33, 1, 33, X'd7f806775b56823b20d24023b43cb873e1e70c7d9925cc031a1e898ff3ff3d14', '00000000-0000-0000-0000-00000000c0e1', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a33332c22707265765f68617368223a2237373933386234373132306436303863396134363930353831373963666631386666663631633335396338666363633364316364633238346233353261343833222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303065222c226163746f72223a226465736b222c226174223a313739353333383930303031342c22626173655f637572736f72223a302c226b696e64223a22636f6e7369676e6d656e742e72656365697665222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303063306531222c226669656c6473223a5b7b226e616d65223a2277617962696c6c222c2276616c7565223a22534631323334353637383930313233227d2c7b226e616d65223a2272656365697665645f6f6e222c2276616c7565223a22323032362d30332d3032227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (34, 1, 34, X'f9b76acf525d8633f7ff862829cae71004818186e6e2514b0aec49030b206fcd', '00000000-0000-0000-0000-00000000c0e1', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a33342c22707265765f68617368223a2264376638303637373562353638323362323064323430323362343363623837336531653730633764393932356363303331613165383938666633666633643134222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303065222c226163746f72223a226465736b222c226174223a313739353333383930303031342c22626173655f637572736f72223a302c226b696e64223a22636f6e7369676e6d656e742e616d656e64222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303063306531222c226669656c6473223a5b7b226e616d65223a2266726569676874222c2276616c7565223a7b22616d6f756e745f6d696e6f72223a323330302c2263757272656e6379223a22434e59222c226b696e64223a22636f6c6c656374227d2c22626173655f6f70223a2264376638303637373562353638323362323064323430323362343363623837336531653730633764393932356363303331613165383938666633666633643134227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (35, 1, 35, X'4c8b7ba92caa63f590c455761392b833cff2bed8c74cd22ea27684128a4072c2', '00000000-0000-0000-0000-00000000c0e1', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a33352c22707265765f68617368223a2266396237366163663532356438363333663766663836323832396361653731303034383138313836653665323531346230616563343930333062323036666364222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303065222c226163746f72223a226465736b222c226174223a313739353333383930303031342c22626173655f637572736f72223a302c226b696e64223a22636f6e7369676e6d656e742e7368617265222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303063306531222c226669656c6473223a5b7b226e616d65223a2273656e646572222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303063303031222c22626173655f6f70223a2264376638303637373562353638323362323064323430323362343363623837336531653730633764393932356363303331613165383938666633666633643134227d2c7b226e616d65223a22736861726564222c2276616c7565223a7b226368616e6e656c223a226465616c6572227d2c22626173655f6f70223a2264376638303637373562353638323362323064323430323362343363623837336531653730633764393932356363303331613165383938666633666633643134227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (36, 1, 36, X'9bdc45238b9f78902601581bd8c5e6df69dd2740bd80016d92b6e1aa51fd4049', '00000000-0000-0000-0000-00000000c0e1', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a33362c22707265765f68617368223a2234633862376261393263616136336635393063343535373631333932623833336366663262656438633734636432326561323736383431323861343037326332222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303065222c226163746f72223a226465736b222c226174223a313739353333383930303031342c22626173655f637572736f72223a302c226b696e64223a22636f6e7369676e6d656e742e6c696e65222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303031316531222c226669656c6473223a5b7b226e616d65223a226f665f636f6e7369676e6d656e74222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303063306531227d2c7b226e616d65223a22706c616365222c2276616c7565223a307d2c7b226e616d65223a2273657269616c222c2276616c7565223a224a50323430392d3030303031227d2c7b226e616d65223a2269735f616e6e6f756e636564222c2276616c7565223a747275657d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (37, 1, 37, X'5bc7f27876c16d7df5162f487e267d97d3a3722c7fcbb252505d348d775e4342', '00000000-0000-0000-0000-00000000c0e1', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a33372c22707265765f68617368223a2239626463343532333862396637383930323630313538316264386335653664663639646432373430626438303031366439326236653161613531666434303439222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303065222c226163746f72223a226465736b222c226174223a313739353333383930303031342c22626173655f637572736f72223a302c226b696e64223a22636f6e7369676e6d656e742e6c696e65222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303031316531222c226669656c6473223a5b7b226e616d65223a226f665f636f6e7369676e6d656e74222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303063306531222c22626173655f6f70223a2239626463343532333862396637383930323630313538316264386335653664663639646432373430626438303031366439326236653161613531666434303439227d2c7b226e616d65223a22617272697665645f6174222c2276616c7565223a313739353333383930303030302c22626173655f6f70223a2239626463343532333862396637383930323630313538316264386335653664663639646432373430626438303031366439326236653161613531666434303439227d2c7b226e616d65223a2264616d616765222c2276616c7565223a22637261636b6564222c22626173655f6f70223a2239626463343532333862396637383930323630313538316264386335653664663639646432373430626438303031366439326236653161613531666434303439227d2c7b226e616d65223a227469636b6574222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303031303031222c22626173655f6f70223a2239626463343532333862396637383930323630313538316264386335653664663639646432373430626438303031366439326236653161613531666434303439227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (38, 1, 38, X'786ca5666d15ce920a558897972970ef00765b2b2bafe37af34df301db5a2eed', '00000000-0000-0000-0000-00000000c0e1', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a33382c22707265765f68617368223a2235626337663237383736633136643764663531363266343837653236376439376433613337323263376663626232353235303564333438643737356534333432222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303065222c226163746f72223a226465736b222c226174223a313739353333383930303031342c22626173655f637572736f72223a302c226b696e64223a22636f6e7369676e6d656e742e6c696e65222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303031316532222c226669656c6473223a5b7b226e616d65223a226f665f636f6e7369676e6d656e74222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303063306531227d2c7b226e616d65223a22706c616365222c2276616c7565223a317d2c7b226e616d65223a2273657269616c222c2276616c7565223a224a50323430392d3030303032227d2c7b226e616d65223a2269735f616e6e6f756e636564222c2276616c7565223a66616c73657d2c7b226e616d65223a22617272697665645f6174222c2276616c7565223a313739353333383930303031347d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (39, 1, 39, X'07e62ff55f6443ae8ff7223c1d9f74b2d33cb254cc7bab71532eb824d836826f', '00000000-0000-0000-0000-00000000c0e1', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a33392c22707265765f68617368223a2237383663613536363664313563653932306135353838393739373239373065663030373635623262326261666533376166333464663330316462356132656564222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303065222c226163746f72223a226465736b222c226174223a313739353333383930303031342c22626173655f637572736f72223a302c226b696e64223a22636f6e7369676e6d656e742e6c696e655f72656d6f7665222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303031316532222c226669656c6473223a5b7b226e616d65223a226f665f636f6e7369676e6d656e74222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303063306531222c22626173655f6f70223a2237383663613536363664313563653932306135353838393739373239373065663030373635623262326261666533376166333464663330316462356132656564227d2c7b226e616d65223a2272656d6f7665645f6174222c2276616c7565223a313739353333383930303030302c22626173655f6f70223a2237383663613536363664313563653932306135353838393739373239373065663030373635623262326261666533376166333464663330316462356132656564227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (40, 1, 40, X'21e30703ab6e90929184995a75e7c804b8b434a670a9444d9f24a57a75adf811', '00000000-0000-0000-0000-00000000c0e1', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a34302c22707265765f68617368223a2230376536326666353566363434336165386666373232336331643966373462326433336362323534636337626162373135333265623832346438333638323666222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303065222c226163746f72223a226465736b222c226174223a313739353333383930303031342c22626173655f637572736f72223a302c226b696e64223a22636f6e7369676e6d656e742e636c6f7365222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303063306531222c226669656c6473223a5b7b226e616d65223a22636c6f7365645f6174222c2276616c7565223a313739353333383930303030302c22626173655f6f70223a2264376638303637373562353638323362323064323430323362343363623837336531653730633764393932356363303331613165383938666633666633643134227d2c7b226e616d65223a2273686f7274222c2276616c7565223a302c22626173655f6f70223a2264376638303637373562353638323362323064323430323362343363623837336531653730633764393932356363303331613165383938666633666633643134227d2c7b226e616d65223a226578747261222c2276616c7565223a302c22626173655f6f70223a2264376638303637373562353638323362323064323430323362343363623837336531653730633764393932356363303331613165383938666633666633643134227d2c7b226e616d65223a2264616d61676564222c2276616c7565223a312c22626173655f6f70223a2264376638303637373562353638323362323064323430323362343363623837336531653730633764393932356363303331613165383938666633666633643134227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (41, 1, 41, X'5d5fa77c0cf655019fe5afeb2ef3a807cb1ce869437be4180e9446a67e15f6b2', '00000000-0000-0000-0000-00000000c0e1', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a34312c22707265765f68617368223a2232316533303730336162366539303932393138343939356137356537633830346238623433346136373061393434346439663234613537613735616466383131222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303065222c226163746f72223a226465736b222c226174223a313739353333383930303031342c22626173655f637572736f72223a302c226b696e64223a22636f6e7369676e6d656e742e72656f70656e222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303063306531222c226669656c6473223a5b7b226e616d65223a22636c6f7365645f6174222c2276616c7565223a6e756c6c2c22626173655f6f70223a2232316533303730336162366539303932393138343939356137356537633830346238623433346136373061393434346439663234613537613735616466383131227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (42, 1, 42, X'b5031a61d4440441a638e2a7947d8fd8cdf9be3c520db5ec7df4a6156dce944b', '00000000-0000-0000-0000-00000000e001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a34322c22707265765f68617368223a2235643566613737633063663635353031396665356166656232656633613830376362316365383639343337626534313830653934343661363765313566366232222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303039222c226163746f72223a226465736b222c226174223a313739353333383930303030392c22626173655f637572736f72223a302c226b696e64223a2272656769737472792e696d706f7274222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303065303031222c226669656c6473223a5b7b226e616d65223a2266696c655f6e616d65222c2276616c7565223a2273616c65732e637376227d2c7b226e616d65223a2266696c655f68617368222c2276616c7565223a2230373037303730373037303730373037303730373037303730373037303730373037303730373037303730373037303730373037303730373037303730373037227d2c7b226e616d65223a22726f7773222c2276616c7565223a327d2c7b226e616d65223a22696d706f72746564222c2276616c7565223a327d2c7b226e616d65223a2275706461746564222c2276616c7565223a307d2c7b226e616d65223a22756e6368616e676564222c2276616c7565223a307d2c7b226e616d65223a22736b6970706564222c2276616c7565223a307d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (43, 1, 43, X'ace41fe0e3a472315eba75b730a85dadd98354196dc056eb988360ec02a1020d', '00000000-0000-0000-0000-00000000e002', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a34332c22707265765f68617368223a2262353033316136316434343430343431613633386532613739343764386664386364663962653363353230646235656337646634613631353664636539343462222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303064222c226163746f72223a226465736b222c226174223a313739353333383930303031332c22626173655f637572736f72223a302c226b696e64223a226d61737465722e696d706f7274222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303065303032222c226669656c6473223a5b7b226e616d65223a226b696e64222c2276616c7565223a226d6f64656c227d2c7b226e616d65223a2266696c655f6e616d65222c2276616c7565223a226d6f64656c732e637376227d2c7b226e616d65223a2266696c655f68617368222c2276616c7565223a2230373037303730373037303730373037303730373037303730373037303730373037303730373037303730373037303730373037303730373037303730373037227d2c7b226e616d65223a2269735f636f6d706c657465222c2276616c7565223a747275657d2c7b226e616d65223a22726f7773222c2276616c7565223a317d2c7b226e616d65223a22696d706f72746564222c2276616c7565223a317d2c7b226e616d65223a2275706461746564222c2276616c7565223a307d2c7b226e616d65223a22756e6368616e676564222c2276616c7565223a307d2c7b226e616d65223a22736b6970706564222c2276616c7565223a307d2c7b226e616d65223a22656e646564222c2276616c7565223a307d5d7d');
INSERT INTO master (id, kind, key, words, content, changed_in, said_in, said_row, ended_in) VALUES (1, 'model', 'NV-640', 'NV-640
手持夜视仪
', '{"code":"NV-640","name_zh":"手持夜视仪","name_en":"","product_class":"terminal","kit":["battery"],"specification":[],"serial_pattern":"JP####-#####","successor":"","firmware":"","documents":[],"is_current":null}', '00000000-0000-0000-0000-00000000e002', '00000000-0000-0000-0000-00000000e002', 2, NULL);
INSERT INTO master_finder (master, finder, prefix, from_key, to_key) VALUES (1, 'pattern', 'JP', 'JP####-#####', '');
INSERT INTO master_import (id, kind, file_name, file_hash, is_complete, rows, imported, updated, unchanged, skipped, ended, imported_at) VALUES ('00000000-0000-0000-0000-00000000e002', 'model', 'models.csv', X'0707070707070707070707070707070707070707070707070707070707070707', 1, 1, 1, 0, 0, 0, 0, 1795338900013);
INSERT INTO pack (id, version, hash, text, signature, signed_by, installed_at) VALUES ('jingpin-commitment', '2027.1', 'abababababababababababababababababababababababababababababababab', '[pack]
', 'c2lnbmVk', 'headquarters', 1795338900000);
INSERT INTO paper (id, ticket, consignment, form, language, blob, pages, made_at, printed_to, printed_at) VALUES ('00000000-0000-0000-0000-000000009001', '00000000-0000-0000-0000-000000001001', NULL, 'application', 'both', X'b457f4e30a62c573bd82557ff508879a8024a4c2e0ca7db7aec49dfd3ea878b3', 2, 1795338900000, 'Office', 1795338900000);
INSERT INTO place (id, code, name, kind, is_active, updated_at) VALUES ('a20954cc-e47a-8615-b4a7-ade4c78bf5e5', 'DOCK', '', 'dock', 1, 1795338900013);
INSERT INTO place (id, code, name, kind, is_active, updated_at) VALUES ('101874d7-97d1-81cb-8854-520894b4a924', 'BENCH', '', 'bench', 1, 1795338900013);
INSERT INTO place (id, code, name, kind, is_active, updated_at) VALUES ('228f74c8-38ff-8eba-bb21-d1b3a6238010', 'FACTORY', '', 'factory', 1, 1795338900013);
INSERT INTO place (id, code, name, kind, is_active, updated_at) VALUES ('c91b4e13-59db-8ecd-83e2-6fac3372b14f', 'COURIER', '', 'courier', 1, 1795338900013);
INSERT INTO place (id, code, name, kind, is_active, updated_at) VALUES ('82419427-5370-8f95-ba02-22907c97519c', 'CUSTOMER', '', 'customer', 1, 1795338900013);
INSERT INTO place (id, code, name, kind, is_active, updated_at) VALUES ('00000000-0000-0000-0000-0000000051ef', 'A-03', 'left of the door', 'shelf', 1, 1795338900013);
INSERT INTO registry_import (id, file_name, file_hash, rows, imported, updated, unchanged, skipped, imported_at) VALUES ('00000000-0000-0000-0000-00000000e001', 'sales.csv', X'0707070707070707070707070707070707070707070707070707070707070707', 2, 2, 0, 0, 0, 1795338900009);
INSERT INTO relabelling (id, ticket, serial, note, done_by, done_at) VALUES ('00000000-0000-0000-0000-00000000a002', '00000000-0000-0000-0000-000000001001', 'JP2409-00001', 'torn', 'desk', 1795338900000);
INSERT INTO sale (id, serial, look_alike_key, model, model_key, product_class, contract_on, voucher_on, sale_kind, dealer, customer, phone, import, said_in, said_row) VALUES (1, 'JP2409-00001', 'JP240900001', 'NV-640', 'NV-640', 'terminal', NULL, '2026-03-02', 'normal', '', '李雷', '', '00000000-0000-0000-0000-00000000e001', '00000000-0000-0000-0000-00000000e001', 2);
INSERT INTO sale (id, serial, look_alike_key, model, model_key, product_class, contract_on, voucher_on, sale_kind, dealer, customer, phone, import, said_in, said_row) VALUES (2, 'JP2409-00009', 'JP240900009', 'NV-640', 'NV-640', 'terminal', NULL, '2026-03-02', 'normal', '', '韩梅梅', '', '00000000-0000-0000-0000-00000000e001', '00000000-0000-0000-0000-00000000e001', 3);
INSERT INTO series_used (series, first_at) VALUES ('3TUN6', 1795338900000);
INSERT INTO setting (key, value, updated_at) VALUES ('language', '"zh-CN"', 1795338900000);
INSERT INTO station (one, id, centre, series, counter, chain, base_cursor, created_at) VALUES (1, '00000000-0000-0000-0000-0000000057a7', 'CD01', '3TUN6', 4, 1, 0, 1795338900000);
INSERT INTO stocktake (id, place, state, begun_at, begun_by, ended_at, found, missing, unexpected, unknown) VALUES ('00000000-0000-0000-0000-0000000057c0', '00000000-0000-0000-0000-0000000051ef', 'finished', 1795338900000, 'desk', 1795338900013, 1, 1, 1, 1);
INSERT INTO stocktake_scan (stocktake, code, ticket, place, scanned_at) VALUES ('00000000-0000-0000-0000-0000000057c0', 'JP2409-00001', '00000000-0000-0000-0000-000000001001', '00000000-0000-0000-0000-0000000051ef', 1795338900000);
INSERT INTO ticket (id, serial, status, is_open, cancel_reason, opened_at, target_on, limit_on, calendar_status, calendar_hash, form_obtained_on, form_obtained_how) VALUES ('00000000-0000-0000-0000-000000001001', 'JP2409-00001', 'to_be_diagnosed', 1, '', 1795338900001, '2026-12-04', '2026-12-18', 'published', 'calendar', NULL, '');
INSERT INTO ticket (id, serial, status, is_open, cancel_reason, opened_at, target_on, limit_on, calendar_status, calendar_hash, form_obtained_on, form_obtained_how) VALUES ('00000000-0000-0000-0000-000000001002', 'JP2409-00002', 'cancelled', 0, 'received twice', 1795338900002, '2026-12-04', '2026-12-18', 'published', 'calendar', NULL, '');
INSERT INTO user (id, name, name_key, role, is_active, pin_hash, badge_hash, created_at, updated_at) VALUES ('00000000-0000-0000-0000-0000000005e1', '李娜', '李娜', 'manager', 1, '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaA', X'0909090909090909090909090909090909090909090909090909090909090909', 1795338900013, 1795338900013);
INSERT INTO verdict (id, ticket, made_at, facts, verdict, policy_id, policy_version, policy_hash, calendar_hash) VALUES ('00000000-0000-0000-0000-000000007001', '00000000-0000-0000-0000-000000001001', 1795338900000, '{"findings":["product_fault"],"product_class":"terminal"}', '{"excluded_by":[],"outside_policy":false}', 'commitment', '1', 'policy', 'calendar');
INSERT INTO wrong_pin (user, count, last_at) VALUES ('00000000-0000-0000-0000-0000000005e1', 1, 1795338900000);

PRAGMA user_version = 7;
COMMIT;

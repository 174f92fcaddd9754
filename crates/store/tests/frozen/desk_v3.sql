-- A store of schema 3 with rows in every table, frozen when it was shipped. Never changed.

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
) STRICT;

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
) STRICT;

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
) STRICT;

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

CREATE TABLE attachment (
  id         TEXT    NOT NULL PRIMARY KEY,   -- AttachmentId
  ticket     TEXT    REFERENCES ticket (id), -- NULL = still with a draft
  draft      TEXT    REFERENCES draft (id),  -- NULL = with a ticket
  blob       BLOB    NOT NULL REFERENCES blob (hash), -- its content
  name       TEXT    NOT NULL, -- file name as it came
  media_type TEXT    NOT NULL, -- as in image/jpeg
  added_at   INTEGER NOT NULL, -- when it was attached
  removed_at INTEGER,          -- NULL = shown; the bytes of a ticket's attachment stay
  CHECK ((ticket IS NULL) <> (draft IS NULL))
) STRICT;

CREATE INDEX attachment_ticket ON attachment (ticket, added_at);

CREATE INDEX attachment_draft ON attachment (draft, added_at);

CREATE INDEX attachment_blob ON attachment (blob);

CREATE TABLE paper (
  id         TEXT    NOT NULL PRIMARY KEY,            -- PaperId
  ticket     TEXT    NOT NULL REFERENCES ticket (id), -- for which it was made
  form       TEXT    NOT NULL, -- code of the form, as in application
  language   TEXT    NOT NULL, -- zh-CN, en or both
  blob       BLOB    NOT NULL REFERENCES blob (hash), -- the PDF
  pages      INTEGER NOT NULL CHECK (pages >= 1), -- how many
  made_at    INTEGER NOT NULL, -- when it was made
  printed_to TEXT    NOT NULL, -- printer of the last print; empty = never printed
  printed_at INTEGER           -- of the last print; NULL = never printed
) STRICT;

CREATE INDEX paper_ticket ON paper (ticket, made_at);

CREATE INDEX paper_blob ON paper (blob);

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
) STRICT;

CREATE INDEX sale_look_alike ON sale (look_alike_key);

CREATE INDEX sale_model ON sale (model_key, serial);

CREATE VIEW ticket_row AS
SELECT ticket.id AS id, intake.rma AS rma, ticket.serial AS serial, intake.model AS model,
       intake.product_class AS product_class, ticket.status AS status, ticket.is_open AS is_open,
       ticket.cancel_reason AS cancel_reason, intake.symptom AS symptom, intake.dealer AS dealer,
       intake.customer AS customer, customer.name AS customer_name, customer.phone AS customer_phone,
       intake.channel AS channel, intake.received_on AS received_on, ticket.opened_at AS opened_at,
       ticket.target_on AS target_on, ticket.limit_on AS limit_on,
       ticket.calendar_status AS calendar_status, ticket.calendar_hash AS calendar_hash
FROM ticket
JOIN intake ON intake.id = ticket.id
JOIN customer ON customer.id = intake.customer;

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

INSERT INTO attachment (id, ticket, draft, blob, name, media_type, added_at, removed_at) VALUES ('00000000-0000-0000-0000-00000000b001', '00000000-0000-0000-0000-000000001001', NULL, X'8ed7e848fbefa293ed31262b9fda0ab06231615a3932ba8acc026d2e9b30f37a', 'photo.jpg', 'image/jpeg', 1795338900000, NULL);
INSERT INTO blob (hash, size, thumbnail) VALUES (X'b457f4e30a62c573bd82557ff508879a8024a4c2e0ca7db7aec49dfd3ea878b3', 16, NULL);
INSERT INTO blob (hash, size, thumbnail) VALUES (X'8ed7e848fbefa293ed31262b9fda0ab06231615a3932ba8acc026d2e9b30f37a', 7, X'736d616c6c');
INSERT INTO blob_chunk (blob, place, bytes) VALUES (X'b457f4e30a62c573bd82557ff508879a8024a4c2e0ca7db7aec49dfd3ea878b3', 0, X'255044462d312e372061207061706572');
INSERT INTO blob_chunk (blob, place, bytes) VALUES (X'8ed7e848fbefa293ed31262b9fda0ab06231615a3932ba8acc026d2e9b30f37a', 0, X'612070686f746f');
INSERT INTO centre (one, name_zh, name_en, address_zh, address_en, phone, hours, zone, country, updated_at) VALUES (1, '成都服务中心', '', '', '', '', '', 'Asia/Shanghai', 'CN', 1795338900001);
INSERT INTO chain (id, station, epoch, head_seq, head_hash, acked_seq, began_at, reason) VALUES (1, '00000000-0000-0000-0000-0000000057a7', 'be76625a4d654e25', 17, X'a62ed2bb806ae0ec04fceffcb62c547b6b211771a6c3a92c3c267dc540bb51bc', 0, 1795338900000, 'init');
INSERT INTO customer (id, name, phone, email, address, phone_key, name_key, created_at, updated_at) VALUES ('00000000-0000-0000-0000-00000000c001', '李雷', '139 8000 5966', 'lilei@example.com', '成都市武侯区', '13980005966', '李雷', 1795338900001, 1795338900012);
INSERT INTO customer (id, name, phone, email, address, phone_key, name_key, created_at, updated_at) VALUES ('00000000-0000-0000-0000-00000000c002', '李雷', '139 8000 5966', 'lilei@example.com', '成都市高新区天府大道 1 号', '13980005966', '李雷', 1795338900002, 1795338900002);
INSERT INTO customer_key (customer, key) VALUES ('00000000-0000-0000-0000-00000000c001', X'a96a825cf0c27242a8b35340c396c04105cefbff0b99a11ecee06735c270277a');
INSERT INTO customer_key (customer, key) VALUES ('00000000-0000-0000-0000-00000000c002', X'6e4907851cd15ce71f7c2bc596719e064967804d2f61af543d79925e0af585b2');
INSERT INTO draft (id, content, updated_at, discarded_at) VALUES ('00000000-0000-0000-0000-00000000d001', '{"serial":"JP2409-00003"}', 1795338900000, NULL);
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-0000000057a7', X'f892b5408a193f8e950310ed5028b694203a86052faf6d6fbd9ad541b0b5180c');
INSERT INTO entity_op (entity, created_by) VALUES ('89eb6cce-7466-8be2-bcfe-fd34e29e2b43', X'9eb21eb1fb182419f87ff8da46bbbca3582629661e55b7d7f0703357041d280f');
INSERT INTO entity_op (entity, created_by) VALUES ('1a2c7f60-0db7-8741-949c-1a510fa90542', X'c39fa5102a3a8b05d408d04f631f8f4eb2c151bd4b839edacff7e0ec31036cfe');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-00000000c001', X'e80721a72080cfd6214bb7866d59b78fb6ef602db259ff3135cee32ea245aeff');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-000000001001', X'3c3b2868e8758b859f482a569e9202d15d7373085dbcaf39f270a5ae0560955f');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-00000000c002', X'2d430f4f1af89137f24f8a8447335be5e31d473b22d9ef478a20d0971815f5f2');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-000000001002', X'00dbff9c9fa2ffdd40d01983e656352b16f4abf4d1c991dbc1a63ca78f0d2db7');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-000000007001', X'1c3fced389c4a376addfe03184a7a5901455d8670261cee5332026e618f3c167');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-000000009001', X'00ec5f38b798f7098a215854de1f26051accf9495492c20b7745efca48410dfe');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-00000000b001', X'508263d9cd2697a641eada2ca0f02289f0702b0cfeeb340fcf94d4f594541f55');
INSERT INTO entity_op (entity, created_by) VALUES ('00000000-0000-0000-0000-00000000e001', X'a62ed2bb806ae0ec04fceffcb62c547b6b211771a6c3a92c3c267dc540bb51bc');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'channel', X'fe6d1d9db382077e757e1e33ac70d0a532962dc1d09d7ea59d3ecc79c79ec915');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'dealer', X'fe6d1d9db382077e757e1e33ac70d0a532962dc1d09d7ea59d3ecc79c79ec915');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'first_reported_on', X'fe6d1d9db382077e757e1e33ac70d0a532962dc1d09d7ea59d3ecc79c79ec915');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'first_reported_to', X'fe6d1d9db382077e757e1e33ac70d0a532962dc1d09d7ea59d3ecc79c79ec915');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'remote_attempts', X'fe6d1d9db382077e757e1e33ac70d0a532962dc1d09d7ea59d3ecc79c79ec915');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'accessories', X'fe6d1d9db382077e757e1e33ac70d0a532962dc1d09d7ea59d3ecc79c79ec915');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'condition', X'fe6d1d9db382077e757e1e33ac70d0a532962dc1d09d7ea59d3ecc79c79ec915');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'purchase_document', X'fe6d1d9db382077e757e1e33ac70d0a532962dc1d09d7ea59d3ecc79c79ec915');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'remedy_wanted', X'fe6d1d9db382077e757e1e33ac70d0a532962dc1d09d7ea59d3ecc79c79ec915');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'paper_form', X'fe6d1d9db382077e757e1e33ac70d0a532962dc1d09d7ea59d3ecc79c79ec915');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'calendar', X'fe6d1d9db382077e757e1e33ac70d0a532962dc1d09d7ea59d3ecc79c79ec915');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'conflicts', X'fe6d1d9db382077e757e1e33ac70d0a532962dc1d09d7ea59d3ecc79c79ec915');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001001', 'reason', X'fe6d1d9db382077e757e1e33ac70d0a532962dc1d09d7ea59d3ecc79c79ec915');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001002', 'from', X'55c646fc3e6a798590bea3c1cc0928b86224763e2a88ca15f889a79aa379ca95');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001002', 'status', X'55c646fc3e6a798590bea3c1cc0928b86224763e2a88ca15f889a79aa379ca95');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000001002', 'reason', X'55c646fc3e6a798590bea3c1cc0928b86224763e2a88ca15f889a79aa379ca95');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000009001', 'ticket', X'8faa2e6fc2fae4270c640b11ceac0da9e21c8cfcf80a29691c39d42595544f77');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000009001', 'printed_to', X'8faa2e6fc2fae4270c640b11ceac0da9e21c8cfcf80a29691c39d42595544f77');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-000000009001', 'printed_at', X'8faa2e6fc2fae4270c640b11ceac0da9e21c8cfcf80a29691c39d42595544f77');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-00000000b001', 'ticket', X'c50d1a165cb36b31c32224fddcf2caf3daa6ae33e00a26764a2785652c27a36e');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-00000000b001', 'removed_at', X'c50d1a165cb36b31c32224fddcf2caf3daa6ae33e00a26764a2785652c27a36e');
INSERT INTO field_op (entity, field, set_by) VALUES ('00000000-0000-0000-0000-00000000c001', 'address', X'42458cb425cabd1093780f08b0f81833b357d8d9a9937b3931758043bcbb9f29');
INSERT INTO intake (id, rma, serial, look_alike_key, model, product_class, symptom, customer, dealer, channel, received_on, received_at, first_reported_on, first_reported_to, remote_attempts, accessories, condition, purchase_document, remedy_wanted, paper_form, calendar, facts, conflicts) VALUES ('00000000-0000-0000-0000-000000001001', 'CD01-3TUN6-00001-2', 'JP2409-00001', 'JP240900001', 'NV-640', 'terminal', '开机黑屏, no picture after 5 minutes', '00000000-0000-0000-0000-00000000c001', '华强', 'courier', '2026-11-22', 1795338900001, '2026-11-20', 'hotline', 'restarted twice', '[{"item":"battery","state":"missing"}]', 'scratched', 'INV-2026-8817', 'exchange', 0, 'JP', '{"product_class":"terminal"}', '[{"kind":"claim_date_from_receipt"}]');
INSERT INTO intake (id, rma, serial, look_alike_key, model, product_class, symptom, customer, dealer, channel, received_on, received_at, first_reported_on, first_reported_to, remote_attempts, accessories, condition, purchase_document, remedy_wanted, paper_form, calendar, facts, conflicts) VALUES ('00000000-0000-0000-0000-000000001002', 'CD01-3TUN6-00002-Z', 'JP2409-00002', 'JP240900002', 'NV-640', 'terminal', '开机黑屏, no picture after 5 minutes', '00000000-0000-0000-0000-00000000c002', '', 'counter', '2026-11-22', 1795338900002, NULL, '', '', '[]', '', '', NULL, NULL, NULL, '{"product_class":"terminal"}', '[]');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (1, 1, 1, X'f892b5408a193f8e950310ed5028b694203a86052faf6d6fbd9ad541b0b5180c', '00000000-0000-0000-0000-0000000057a7', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a312c22707265765f68617368223a2230303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303030222c226163746f72223a226465736b222c226174223a313739353333383930303030302c22626173655f637572736f72223a302c226b696e64223a2273746174696f6e2e696e6974222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c226669656c6473223a5b7b226e616d65223a2263656e747265222c2276616c7565223a2243443031227d2c7b226e616d65223a22736572696573222c2276616c7565223a223354554e36227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (2, 1, 2, X'9eb21eb1fb182419f87ff8da46bbbca3582629661e55b7d7f0703357041d280f', '89eb6cce-7466-8be2-bcfe-fd34e29e2b43', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a322c22707265765f68617368223a2266383932623534303861313933663865393530333130656435303238623639343230336138363035326661663664366662643961643534316230623531383063222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303031222c226163746f72223a226465736b222c226174223a313739353333383930303030312c22626173655f637572736f72223a302c226b696e64223a2263656e7472652e6465736372696265222c226b696e645f76657273696f6e223a312c22656e74697479223a2238396562366363652d373436362d386265322d626366652d666433346532396532623433222c226669656c6473223a5b7b226e616d65223a226e616d655f7a68222c2276616c7565223a22e68890e983bde69c8de58aa1e4b8ade5bf83227d2c7b226e616d65223a226e616d655f656e222c2276616c7565223a22227d2c7b226e616d65223a22616464726573735f7a68222c2276616c7565223a22227d2c7b226e616d65223a22616464726573735f656e222c2276616c7565223a22227d2c7b226e616d65223a2270686f6e65222c2276616c7565223a22227d2c7b226e616d65223a22686f757273222c2276616c7565223a22227d2c7b226e616d65223a227a6f6e65222c2276616c7565223a22417369612f5368616e67686169227d2c7b226e616d65223a22636f756e747279222c2276616c7565223a22434e227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (3, 1, 3, X'c39fa5102a3a8b05d408d04f631f8f4eb2c151bd4b839edacff7e0ec31036cfe', '1a2c7f60-0db7-8741-949c-1a510fa90542', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a332c22707265765f68617368223a2239656232316562316662313832343139663837666638646134366262626361333538323632393636316535356237643766303730333335373034316432383066222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303031222c226163746f72223a226465736b222c226174223a313739353333383930303030312c22626173655f637572736f72223a302c226b696e64223a227061636b2e696e7374616c6c222c226b696e645f76657273696f6e223a312c22656e74697479223a2231613263376636302d306462372d383734312d393439632d316135313066613930353432222c226669656c6473223a5b7b226e616d65223a226964222c2276616c7565223a226a696e6770696e2d636f6d6d69746d656e74227d2c7b226e616d65223a2276657273696f6e222c2276616c7565223a22323032372e31227d2c7b226e616d65223a2268617368222c2276616c7565223a2261626162616261626162616261626162616261626162616261626162616261626162616261626162616261626162616261626162616261626162616261626162227d2c7b226e616d65223a2274657874222c2276616c7565223a225b7061636b5d5c6e227d2c7b226e616d65223a227369676e6174757265222c2276616c7565223a2263326c6e626d566b227d2c7b226e616d65223a227369676e65645f6279222c2276616c7565223a22686561647175617274657273227d2c7b226e616d65223a22696e7374616c6c65645f6174222c2276616c7565223a313739353333383930303030307d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (4, 1, 4, X'e80721a72080cfd6214bb7866d59b78fb6ef602db259ff3135cee32ea245aeff', '00000000-0000-0000-0000-00000000c001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a342c22707265765f68617368223a2263333966613531303261336138623035643430386430346636333166386634656232633135316264346238333965646163666637653065633331303336636665222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303031222c226163746f72223a226465736b222c226174223a313739353333383930303030312c22626173655f637572736f72223a302c226b696e64223a22637573746f6d65722e616464222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303063303031222c226669656c6473223a5b7b226e616d65223a226e616d65222c2276616c7565223a7b227365616c65645f666f72223a2230303030303030302d303030302d303030302d303030302d303030303030303063303031222c22686578223a223538396534623734666663336136643831373430343936383338643930633062623763616536633066623237336635383836346338333238343137323735633537623966376338393664623261616637633162656234336133373762227d7d2c7b226e616d65223a2270686f6e65222c2276616c7565223a7b227365616c65645f666f72223a2230303030303030302d303030302d303030302d303030302d303030303030303063303031222c22686578223a2263653565376161396633613165326430646565346466333663613731323262386635356630663132383665333336373963323964633831613338653763356666663235333666663738613830376535316161353331333730326461383531363330646366623636386666227d7d2c7b226e616d65223a22656d61696c222c2276616c7565223a7b227365616c65645f666f72223a2230303030303030302d303030302d303030302d303030302d303030303030303063303031222c22686578223a22643530383532663034646564356661303662393765643738646563323666653339643665623964636331653663313530646431323363333435383466633362333038386664363631356134663838373233626538313535356635333631303361613936666439646434643435613130666637227d7d2c7b226e616d65223a2261646472657373222c2276616c7565223a7b227365616c65645f666f72223a2230303030303030302d303030302d303030302d303030302d303030303030303063303031222c22686578223a223139336136323538653266383030306432626134323634303333396638663135653735346631343735363062343166316666646333333137663134373662363264323439393033643166353331353735616335366432316263353439663562356132323832383136393166653638323361633835613833613161333639323732643664666464653731366131666132623730333063343837227d7d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (5, 1, 5, X'3c3b2868e8758b859f482a569e9202d15d7373085dbcaf39f270a5ae0560955f', '00000000-0000-0000-0000-000000001001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a352c22707265765f68617368223a2265383037323161373230383063666436323134626237383636643539623738666236656636303264623235396666333133356365653332656132343561656666222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303031222c226163746f72223a226465736b222c226174223a313739353333383930303030312c22626173655f637572736f72223a302c226b696e64223a22696e74616b652e72656365697665222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303031303031222c226669656c6473223a5b7b226e616d65223a22726d61222c2276616c7565223a22434430312d3354554e362d30303030312d32227d2c7b226e616d65223a2273657269616c222c2276616c7565223a224a50323430392d3030303031227d2c7b226e616d65223a226d6f64656c222c2276616c7565223a224e562d363430227d2c7b226e616d65223a2270726f647563745f636c617373222c2276616c7565223a227465726d696e616c227d2c7b226e616d65223a2273796d70746f6d222c2276616c7565223a22e5bc80e69cbae9bb91e5b18f2c206e6f20706963747572652061667465722035206d696e75746573227d2c7b226e616d65223a22637573746f6d6572222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303063303031227d2c7b226e616d65223a2272656365697665645f6f6e222c2276616c7565223a22323032362d31312d3232227d2c7b226e616d65223a226368616e6e656c222c2276616c7565223a22636f756e746572227d2c7b226e616d65223a226661637473222c2276616c7565223a7b2270726f647563745f636c617373223a227465726d696e616c227d7d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (6, 1, 6, X'2d430f4f1af89137f24f8a8447335be5e31d473b22d9ef478a20d0971815f5f2', '00000000-0000-0000-0000-00000000c002', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a362c22707265765f68617368223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303032222c226163746f72223a226465736b222c226174223a313739353333383930303030322c22626173655f637572736f72223a302c226b696e64223a22637573746f6d65722e616464222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303063303032222c226669656c6473223a5b7b226e616d65223a226e616d65222c2276616c7565223a7b227365616c65645f666f72223a2230303030303030302d303030302d303030302d303030302d303030303030303063303032222c22686578223a223662326166643261613730663234373266343436393935363561353964343838396336343532633962663537663633333166313436316532323032373863306338313538383265623535626563363765623665383533396336656332227d7d2c7b226e616d65223a2270686f6e65222c2276616c7565223a7b227365616c65645f666f72223a2230303030303030302d303030302d303030302d303030302d303030303030303063303032222c22686578223a2235363736373332303562386630376434623562643561353737363566663935613330323064636536396537353263626665336461343062616561373266363139326162613035376138613837306539356133393566633238623165356262306166373466323330323562227d7d2c7b226e616d65223a22656d61696c222c2276616c7565223a7b227365616c65645f666f72223a2230303030303030302d303030302d303030302d303030302d303030303030303063303032222c22686578223a22353330346361363636363262303030396239663535626239366335613166353062643966633663643630393465313161303835383636336430633464306364336465653166623437306238326661353033373032306238316562323539353035306165353737623135346663313538316262227d7d2c7b226e616d65223a2261646472657373222c2276616c7565223a7b227365616c65645f666f72223a2230303030303030302d303030302d303030302d303030302d303030303030303063303032222c22686578223a223932343436646661323366316334633366383963663132313830346530646638393162343031623366626239323066633134656233373132663661383562613631326366353737623332666634636364386366336563363539393237386464343363343361656231346436323030666633613636343865333339343932656132336463653130313233363766343838333436626361393930227d7d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (7, 1, 7, X'00dbff9c9fa2ffdd40d01983e656352b16f4abf4d1c991dbc1a63ca78f0d2db7', '00000000-0000-0000-0000-000000001002', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a372c22707265765f68617368223a2232643433306634663161663839313337663234663861383434373333356265356533316434373362323264396566343738613230643039373138313566356632222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303032222c226163746f72223a226465736b222c226174223a313739353333383930303030322c22626173655f637572736f72223a302c226b696e64223a22696e74616b652e72656365697665222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303031303032222c226669656c6473223a5b7b226e616d65223a22726d61222c2276616c7565223a22434430312d3354554e362d30303030322d5a227d2c7b226e616d65223a2273657269616c222c2276616c7565223a224a50323430392d3030303032227d2c7b226e616d65223a226d6f64656c222c2276616c7565223a224e562d363430227d2c7b226e616d65223a2270726f647563745f636c617373222c2276616c7565223a227465726d696e616c227d2c7b226e616d65223a2273796d70746f6d222c2276616c7565223a22e5bc80e69cbae9bb91e5b18f2c206e6f20706963747572652061667465722035206d696e75746573227d2c7b226e616d65223a22637573746f6d6572222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303063303032227d2c7b226e616d65223a2272656365697665645f6f6e222c2276616c7565223a22323032362d31312d3232227d2c7b226e616d65223a226368616e6e656c222c2276616c7565223a22636f756e746572227d2c7b226e616d65223a226661637473222c2276616c7565223a7b2270726f647563745f636c617373223a227465726d696e616c227d7d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (8, 1, 8, X'fe6d1d9db382077e757e1e33ac70d0a532962dc1d09d7ea59d3ecc79c79ec915', '00000000-0000-0000-0000-000000001001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a382c22707265765f68617368223a2230306462666639633966613266666464343064303139383365363536333532623136663461626634643163393931646263316136336361373866306432646237222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303033222c226163746f72223a226465736b222c226174223a313739353333383930303030332c22626173655f637572736f72223a302c226b696e64223a22696e74616b652e616d656e64222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303031303031222c226669656c6473223a5b7b226e616d65223a226368616e6e656c222c2276616c7565223a22636f7572696572222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a226465616c6572222c2276616c7565223a22e58d8ee5bcba222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a2266697273745f7265706f727465645f6f6e222c2276616c7565223a22323032362d31312d3230222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a2266697273745f7265706f727465645f746f222c2276616c7565223a22686f746c696e65222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a2272656d6f74655f617474656d707473222c2276616c7565223a22726573746172746564207477696365222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a226163636573736f72696573222c2276616c7565223a5b7b226974656d223a2262617474657279222c227374617465223a226d697373696e67227d5d2c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a22636f6e646974696f6e222c2276616c7565223a22736372617463686564222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a2270757263686173655f646f63756d656e74222c2276616c7565223a22494e562d323032362d38383137222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a2272656d6564795f77616e746564222c2276616c7565223a2265786368616e6765222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a2270617065725f666f726d222c2276616c7565223a66616c73652c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a2263616c656e646172222c2276616c7565223a224a50222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a22636f6e666c69637473222c2276616c7565223a5b7b226b696e64223a22636c61696d5f646174655f66726f6d5f72656365697074227d5d2c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d2c7b226e616d65223a22726561736f6e222c2276616c7565223a227365656e206c61746572222c22626173655f6f70223a2233633362323836386538373538623835396634383261353639653932303264313564373337333038356462636166333966323730613561653035363039353566227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (9, 1, 9, X'55c646fc3e6a798590bea3c1cc0928b86224763e2a88ca15f889a79aa379ca95', '00000000-0000-0000-0000-000000001002', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a392c22707265765f68617368223a2266653664316439646233383230373765373537653165333361633730643061353332393632646331643039643765613539643365636337396337396563393135222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303034222c226163746f72223a226465736b222c226174223a313739353333383930303030342c22626173655f637572736f72223a302c226b696e64223a227469636b65742e7472616e736974696f6e222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303031303032222c226669656c6473223a5b7b226e616d65223a2266726f6d222c2276616c7565223a22746f5f62655f646961676e6f736564222c22626173655f6f70223a2230306462666639633966613266666464343064303139383365363536333532623136663461626634643163393931646263316136336361373866306432646237227d2c7b226e616d65223a22737461747573222c2276616c7565223a2263616e63656c6c6564222c22626173655f6f70223a2230306462666639633966613266666464343064303139383365363536333532623136663461626634643163393931646263316136336361373866306432646237227d2c7b226e616d65223a22726561736f6e222c2276616c7565223a227265636569766564207477696365222c22626173655f6f70223a2230306462666639633966613266666464343064303139383365363536333532623136663461626634643163393931646263316136336361373866306432646237227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (10, 1, 10, X'1c3fced389c4a376addfe03184a7a5901455d8670261cee5332026e618f3c167', '00000000-0000-0000-0000-000000001001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a31302c22707265765f68617368223a2235356336343666633365366137393835393062656133633163633039323862383632323437363365326138386361313566383839613739616133373963613935222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303035222c226163746f72223a226465736b222c226174223a313739353333383930303030352c22626173655f637572736f72223a302c226b696e64223a22766572646963742e73617665222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303037303031222c226669656c6473223a5b7b226e616d65223a227469636b6574222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303031303031227d2c7b226e616d65223a226d6164655f6174222c2276616c7565223a313739353333383930303030307d2c7b226e616d65223a226661637473222c2276616c7565223a7b2266696e64696e6773223a5b2270726f647563745f6661756c74225d2c2270726f647563745f636c617373223a227465726d696e616c227d7d2c7b226e616d65223a2276657264696374222c2276616c7565223a7b226578636c756465645f6279223a5b5d2c226f7574736964655f706f6c696379223a66616c73657d7d2c7b226e616d65223a22706f6c6963795f6964222c2276616c7565223a22636f6d6d69746d656e74227d2c7b226e616d65223a22706f6c6963795f76657273696f6e222c2276616c7565223a2231227d2c7b226e616d65223a22706f6c6963795f68617368222c2276616c7565223a22706f6c696379227d2c7b226e616d65223a2263616c656e6461725f68617368222c2276616c7565223a2263616c656e646172227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (11, 1, 11, X'00ec5f38b798f7098a215854de1f26051accf9495492c20b7745efca48410dfe', '00000000-0000-0000-0000-000000001001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a31312c22707265765f68617368223a2231633366636564333839633461333736616464666530333138346137613539303134353564383637303236316365653533333230323665363138663363313637222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303036222c226163746f72223a226465736b222c226174223a313739353333383930303030362c22626173655f637572736f72223a302c226b696e64223a2270617065722e6d616b65222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303039303031222c226669656c6473223a5b7b226e616d65223a227469636b6574222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303031303031227d2c7b226e616d65223a22666f726d222c2276616c7565223a226170706c69636174696f6e227d2c7b226e616d65223a226c616e6775616765222c2276616c7565223a22626f7468227d2c7b226e616d65223a2268617368222c2276616c7565223a2262343537663465333061363263353733626438323535376666353038383739613830323461346332653063613764623761656334396466643365613837386233227d2c7b226e616d65223a227061676573222c2276616c7565223a327d2c7b226e616d65223a226d6164655f6174222c2276616c7565223a313739353333383930303030307d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (12, 1, 12, X'8faa2e6fc2fae4270c640b11ceac0da9e21c8cfcf80a29691c39d42595544f77', '00000000-0000-0000-0000-000000001001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a31322c22707265765f68617368223a2230306563356633386237393866373039386132313538353464653166323630353161636366393439353439326332306237373435656663613438343130646665222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303037222c226163746f72223a226465736b222c226174223a313739353333383930303030372c22626173655f637572736f72223a302c226b696e64223a2270617065722e7072696e74222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303039303031222c226669656c6473223a5b7b226e616d65223a227469636b6574222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303031303031222c22626173655f6f70223a2230306563356633386237393866373039386132313538353464653166323630353161636366393439353439326332306237373435656663613438343130646665227d2c7b226e616d65223a227072696e7465645f746f222c2276616c7565223a224f6666696365222c22626173655f6f70223a2230306563356633386237393866373039386132313538353464653166323630353161636366393439353439326332306237373435656663613438343130646665227d2c7b226e616d65223a227072696e7465645f6174222c2276616c7565223a313739353333383930303030302c22626173655f6f70223a2230306563356633386237393866373039386132313538353464653166323630353161636366393439353439326332306237373435656663613438343130646665227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (13, 1, 13, X'508263d9cd2697a641eada2ca0f02289f0702b0cfeeb340fcf94d4f594541f55', '00000000-0000-0000-0000-000000001001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a31332c22707265765f68617368223a2238666161326536666332666165343237306336343062313163656163306461396532316338636663663830613239363931633339643432353935353434663737222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303038222c226163746f72223a226465736b222c226174223a313739353333383930303030382c22626173655f637572736f72223a302c226b696e64223a226174746163686d656e742e616464222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303062303031222c226669656c6473223a5b7b226e616d65223a227469636b6574222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303031303031227d2c7b226e616d65223a2268617368222c2276616c7565223a2238656437653834386662656661323933656433313236326239666461306162303632333136313561333933326261386163633032366432653962333066333761227d2c7b226e616d65223a226e616d65222c2276616c7565223a2270686f746f2e6a7067227d2c7b226e616d65223a226d656469615f74797065222c2276616c7565223a22696d6167652f6a706567227d2c7b226e616d65223a2273697a65222c2276616c7565223a377d2c7b226e616d65223a2261646465645f6174222c2276616c7565223a313739353333383930303030307d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (14, 1, 14, X'e5db41bacf983a7e51cf517bf2e11f4403105429c687773f192ef926dbe9d2ff', '00000000-0000-0000-0000-000000001001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a31342c22707265765f68617368223a2235303832363364396364323639376136343165616461326361306630323238396630373032623063666565623334306663663934643466353934353431663535222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303061222c226163746f72223a226465736b222c226174223a313739353333383930303031302c22626173655f637572736f72223a302c226b696e64223a226174746163686d656e742e72656d6f7665222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303062303031222c226669656c6473223a5b7b226e616d65223a227469636b6574222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303031303031222c22626173655f6f70223a2235303832363364396364323639376136343165616461326361306630323238396630373032623063666565623334306663663934643466353934353431663535227d2c7b226e616d65223a2272656d6f7665645f6174222c2276616c7565223a313739353333383930303030302c22626173655f6f70223a2235303832363364396364323639376136343165616461326361306630323238396630373032623063666565623334306663663934643466353934353431663535227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (15, 1, 15, X'c50d1a165cb36b31c32224fddcf2caf3daa6ae33e00a26764a2785652c27a36e', '00000000-0000-0000-0000-000000001001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a31352c22707265765f68617368223a2265356462343162616366393833613765353163663531376266326531316634343033313035343239633638373737336631393265663932366462653964326666222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303062222c226163746f72223a226465736b222c226174223a313739353333383930303031312c22626173655f637572736f72223a302c226b696e64223a226174746163686d656e742e726573746f7265222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303062303031222c226669656c6473223a5b7b226e616d65223a227469636b6574222c2276616c7565223a2230303030303030302d303030302d303030302d303030302d303030303030303031303031222c22626173655f6f70223a2265356462343162616366393833613765353163663531376266326531316634343033313035343239633638373737336631393265663932366462653964326666227d2c7b226e616d65223a2272656d6f7665645f6174222c2276616c7565223a6e756c6c2c22626173655f6f70223a2265356462343162616366393833613765353163663531376266326531316634343033313035343239633638373737336631393265663932366462653964326666227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (16, 1, 16, X'42458cb425cabd1093780f08b0f81833b357d8d9a9937b3931758043bcbb9f29', '00000000-0000-0000-0000-00000000c001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a31362c22707265765f68617368223a2263353064316131363563623336623331633332323234666464636632636166336461613661653333653030613236373634613237383536353263323761333665222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303063222c226163746f72223a226465736b222c226174223a313739353333383930303031322c22626173655f637572736f72223a302c226b696e64223a22637573746f6d65722e757064617465222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303063303031222c226669656c6473223a5b7b226e616d65223a2261646472657373222c2276616c7565223a7b227365616c65645f666f72223a2230303030303030302d303030302d303030302d303030302d303030303030303063303031222c22686578223a223166373363613232643936336233353133623833616166636264356232623663656537646531313861626465646165663135303432373939646131383931613832326239623362646232353761316636633831333030383731363130303630663161623833363661633766346635613666363130227d2c22626173655f6f70223a2265383037323161373230383063666436323134626237383636643539623738666236656636303264623235396666333133356365653332656132343561656666227d5d7d');
INSERT INTO journal (place, chain, seq, hash, about, bytes) VALUES (17, 1, 17, X'a62ed2bb806ae0ec04fceffcb62c547b6b211771a6c3a92c3c267dc540bb51bc', '00000000-0000-0000-0000-00000000e001', X'7b2270726f746f223a312c2263656e747265223a2243443031222c2273746174696f6e223a2230303030303030302d303030302d303030302d303030302d303030303030303035376137222c2265706f6368223a2262653736363235613464363534653235222c22736571223a31372c22707265765f68617368223a2234323435386362343235636162643130393337383066303862306638313833336233353764386439613939333762333933313735383034336263626239663239222c2274786e223a2230303030303030302d303030302d303030302d303030302d303030303030303061303039222c226163746f72223a226465736b222c226174223a313739353333383930303030392c22626173655f637572736f72223a302c226b696e64223a2272656769737472792e696d706f7274222c226b696e645f76657273696f6e223a312c22656e74697479223a2230303030303030302d303030302d303030302d303030302d303030303030303065303031222c226669656c6473223a5b7b226e616d65223a2266696c655f6e616d65222c2276616c7565223a2273616c65732e637376227d2c7b226e616d65223a2266696c655f68617368222c2276616c7565223a2230373037303730373037303730373037303730373037303730373037303730373037303730373037303730373037303730373037303730373037303730373037227d2c7b226e616d65223a22726f7773222c2276616c7565223a327d2c7b226e616d65223a22696d706f72746564222c2276616c7565223a327d2c7b226e616d65223a2275706461746564222c2276616c7565223a307d2c7b226e616d65223a22756e6368616e676564222c2276616c7565223a307d2c7b226e616d65223a22736b6970706564222c2276616c7565223a307d5d7d');
INSERT INTO pack (id, version, hash, text, signature, signed_by, installed_at) VALUES ('jingpin-commitment', '2027.1', 'abababababababababababababababababababababababababababababababab', '[pack]
', 'c2lnbmVk', 'headquarters', 1795338900000);
INSERT INTO paper (id, ticket, form, language, blob, pages, made_at, printed_to, printed_at) VALUES ('00000000-0000-0000-0000-000000009001', '00000000-0000-0000-0000-000000001001', 'application', 'both', X'b457f4e30a62c573bd82557ff508879a8024a4c2e0ca7db7aec49dfd3ea878b3', 2, 1795338900000, 'Office', 1795338900000);
INSERT INTO registry_import (id, file_name, file_hash, rows, imported, updated, unchanged, skipped, imported_at) VALUES ('00000000-0000-0000-0000-00000000e001', 'sales.csv', X'0707070707070707070707070707070707070707070707070707070707070707', 2, 2, 0, 0, 0, 1795338900009);
INSERT INTO sale (id, serial, look_alike_key, model, model_key, product_class, contract_on, voucher_on, sale_kind, dealer, customer, phone, import) VALUES (1, 'JP2409-00001', 'JP240900001', 'NV-640', 'NV-640', 'terminal', NULL, '2026-03-02', 'normal', '', '李雷', '', '00000000-0000-0000-0000-00000000e001');
INSERT INTO sale (id, serial, look_alike_key, model, model_key, product_class, contract_on, voucher_on, sale_kind, dealer, customer, phone, import) VALUES (2, 'JP2409-00009', 'JP240900009', 'NV-640', 'NV-640', 'terminal', NULL, '2026-03-02', 'normal', '', '韩梅梅', '', '00000000-0000-0000-0000-00000000e001');
INSERT INTO series_used (series, first_at) VALUES ('3TUN6', 1795338900000);
INSERT INTO setting (key, value, updated_at) VALUES ('language', '"zh-CN"', 1795338900000);
INSERT INTO station (one, id, centre, series, counter, chain, base_cursor, created_at) VALUES (1, '00000000-0000-0000-0000-0000000057a7', 'CD01', '3TUN6', 3, 1, 0, 1795338900000);
INSERT INTO ticket (id, serial, status, is_open, cancel_reason, opened_at, target_on, limit_on, calendar_status, calendar_hash) VALUES ('00000000-0000-0000-0000-000000001001', 'JP2409-00001', 'to_be_diagnosed', 1, '', 1795338900001, '2026-12-04', '2026-12-18', 'published', 'calendar');
INSERT INTO ticket (id, serial, status, is_open, cancel_reason, opened_at, target_on, limit_on, calendar_status, calendar_hash) VALUES ('00000000-0000-0000-0000-000000001002', 'JP2409-00002', 'cancelled', 0, 'received twice', 1795338900002, '2026-12-04', '2026-12-18', 'published', 'calendar');
INSERT INTO verdict (id, ticket, made_at, facts, verdict, policy_id, policy_version, policy_hash, calendar_hash) VALUES ('00000000-0000-0000-0000-000000007001', '00000000-0000-0000-0000-000000001001', 1795338900000, '{"findings":["product_fault"],"product_class":"terminal"}', '{"excluded_by":[],"outside_policy":false}', 'commitment', '1', 'policy', 'calendar');

PRAGMA user_version = 3;
COMMIT;

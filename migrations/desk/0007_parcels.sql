-- 0007: parcels. One row for each parcel as the carrier handed it over, and one for each unit that was announced for it
-- or came out of it. A unit's work order names the parcel it came in; photos and papers may belong to a parcel.

-- A parcel: its received date is day 0 of every unit in it, opened or not.
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

-- A unit of a parcel: announced, here, or both.
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

ALTER TABLE intake ADD COLUMN consignment TEXT REFERENCES consignment (id); -- the parcel it came in; NULL = none
CREATE INDEX intake_consignment ON intake (consignment);

ALTER TABLE attachment RENAME TO attachment_before;
-- A photo, video or document of a ticket, of a parcel, or of a draft that is to become a ticket.
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
INSERT INTO attachment (id, ticket, draft, consignment, blob, name, media_type, added_at, removed_at)
SELECT id, ticket, draft, NULL, blob, name, media_type, added_at, removed_at FROM attachment_before ORDER BY rowid;
DROP TABLE attachment_before;
CREATE INDEX attachment_ticket ON attachment (ticket, added_at);
CREATE INDEX attachment_draft ON attachment (draft, added_at);
CREATE INDEX attachment_consignment ON attachment (consignment, added_at);
CREATE INDEX attachment_blob ON attachment (blob);

ALTER TABLE paper RENAME TO paper_before;
-- A paper that was made for a ticket or for a parcel.
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
INSERT INTO paper (id, ticket, consignment, form, language, blob, pages, made_at, printed_to, printed_at)
SELECT id, ticket, NULL, form, language, blob, pages, made_at, printed_to, printed_at FROM paper_before ORDER BY rowid;
DROP TABLE paper_before;
CREATE INDEX paper_ticket ON paper (ticket, made_at);
CREATE INDEX paper_consignment ON paper (consignment, made_at);
CREATE INDEX paper_blob ON paper (blob);

-- A parcel as lists show it, with its units counted.
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

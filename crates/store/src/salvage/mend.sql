-- A chain whose row was lost, as its entries tell it.
INSERT INTO chain (id, station, epoch, head_seq, head_hash, acked_seq, began_at, reason)
SELECT chain, json_extract(CAST(bytes AS TEXT), '$.station'), json_extract(CAST(bytes AS TEXT), '$.epoch'), seq,
       hash, 0, json_extract(CAST(bytes AS TEXT), '$.at'), 'salvage'
FROM journal AS last
WHERE NOT EXISTS (SELECT 1 FROM chain WHERE chain.id = last.chain)
  AND NOT EXISTS (SELECT 1 FROM journal AS later WHERE later.chain = last.chain AND later.seq > last.seq);

-- Number series whose rows were lost, as the numbers given in them tell.
INSERT INTO series_used (series, first_at)
SELECT substr(rma, instr(rma, '-') + 1, 5), min(received_at) FROM intake WHERE true GROUP BY 1
ON CONFLICT (series) DO NOTHING;

-- The station, if its row was lost, as its newest own chain tells it. A new series begins at once, so the counter
-- does not matter and the series only where none is known.
INSERT INTO station (one, id, centre, series, counter, chain, base_cursor, created_at)
SELECT 1, chain.station, json_extract(CAST(journal.bytes AS TEXT), '$.centre'),
       coalesce((SELECT series FROM series_used ORDER BY first_at DESC LIMIT 1), 'AAAAA'), 1, chain.id, 0,
       chain.began_at
FROM chain JOIN journal ON journal.chain = chain.id AND journal.seq = chain.head_seq
WHERE chain.reason <> 'foreign' AND NOT EXISTS (SELECT 1 FROM station)
ORDER BY chain.id DESC
LIMIT 1;

-- A customer whose row was lost: the units stay, without a name.
INSERT INTO customer (id, name, phone, email, address, phone_key, name_key, created_at, updated_at)
SELECT DISTINCT intake.customer, '', '', '', '', '', '', 0, 0
FROM intake
WHERE NOT EXISTS (SELECT 1 FROM customer WHERE customer.id = intake.customer);

INSERT INTO customer (id, name, phone, email, address, phone_key, name_key, created_at, updated_at)
SELECT DISTINCT enquiry.customer, '', '', '', '', '', '', 0, 0
FROM enquiry
WHERE NOT EXISTS (SELECT 1 FROM customer WHERE customer.id = enquiry.customer);

-- A parcel whose row was lost: its units stay in it, dated as the first of them.
INSERT INTO consignment (id, waybill, carrier, sender, received_on, received_at, cartons_announced, cartons_counted,
                         units_announced, freight, damage, note, shared, closed_at)
SELECT consignment, '', NULL, NULL, min(received_on), min(received_at), NULL, NULL, NULL, 'null', '', '', '{}', NULL
FROM intake
WHERE consignment IS NOT NULL AND NOT EXISTS (SELECT 1 FROM consignment AS kept WHERE kept.id = intake.consignment)
GROUP BY consignment;

-- What names somebody, a place or a work order that was lost: who holds a unit is asked again, where a unit is
-- begins again at the dock (app/station.rs), and a stock-take goes on with what is known.
DELETE FROM wrong_pin WHERE NOT EXISTS (SELECT 1 FROM user WHERE user.id = wrong_pin.user);
UPDATE custody SET holder = NULL WHERE NOT EXISTS (SELECT 1 FROM user WHERE user.id = custody.holder);
DELETE FROM custody
WHERE NOT EXISTS (SELECT 1 FROM place WHERE place.id = custody.place)
   OR NOT EXISTS (SELECT 1 FROM ticket WHERE ticket.id = custody.ticket);
DELETE FROM stocktake_scan
WHERE NOT EXISTS (SELECT 1 FROM stocktake WHERE stocktake.id = stocktake_scan.stocktake);
UPDATE stocktake_scan SET place = NULL WHERE NOT EXISTS (SELECT 1 FROM place WHERE place.id = stocktake_scan.place);
UPDATE stocktake_scan SET ticket = NULL
WHERE NOT EXISTS (SELECT 1 FROM ticket WHERE ticket.id = stocktake_scan.ticket);
UPDATE stocktake SET place = NULL WHERE NOT EXISTS (SELECT 1 FROM place WHERE place.id = stocktake.place);

-- What was said about an enquiry that was lost leads nowhere; its words are in the journal. A number, a work order or an
-- owner that was lost is not named any more.
DELETE FROM enquiry_unit WHERE NOT EXISTS (SELECT 1 FROM enquiry WHERE enquiry.id = enquiry_unit.enquiry);
DELETE FROM contact
WHERE enquiry IS NOT NULL AND NOT EXISTS (SELECT 1 FROM enquiry WHERE enquiry.id = contact.enquiry);
DELETE FROM follow_up
WHERE enquiry IS NOT NULL AND NOT EXISTS (SELECT 1 FROM enquiry WHERE enquiry.id = follow_up.enquiry);
UPDATE enquiry_unit SET authorisation = NULL
WHERE NOT EXISTS (SELECT 1 FROM authorisation WHERE authorisation.id = enquiry_unit.authorisation);
UPDATE enquiry_unit SET ticket = NULL
WHERE NOT EXISTS (SELECT 1 FROM ticket WHERE ticket.id = enquiry_unit.ticket);
UPDATE follow_up SET owner = NULL WHERE NOT EXISTS (SELECT 1 FROM user WHERE user.id = follow_up.owner);

-- What the desk writes down beside: the company a customer speaks for, and which photo shows the label.

-- The company somebody speaks for; personal, empty = none was named.
ALTER TABLE customer ADD COLUMN company TEXT NOT NULL DEFAULT '';

-- Code of PhotoOf: what it was taken to show; NULL = nothing that was asked for.
ALTER TABLE attachment ADD COLUMN shows TEXT;

DROP VIEW consignment_row;
-- A parcel as lists show it, with its units counted.
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

DROP VIEW enquiry_row;
-- An enquiry as lists show it.
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

INSERT INTO ticket (centre, id, rma, serial, status, is_open, received_on, calendar)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (centre, id) DO UPDATE SET rma = excluded.rma, serial = excluded.serial, status = excluded.status,
  is_open = excluded.is_open, received_on = excluded.received_on, calendar = excluded.calendar

INSERT INTO stocktake_scan (stocktake, code, ticket, place, scanned_at)
VALUES (:stocktake, :code, :ticket, :place, :scanned_at)
ON CONFLICT (stocktake, code) DO UPDATE SET
  ticket = excluded.ticket, place = excluded.place, scanned_at = excluded.scanned_at

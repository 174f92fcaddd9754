SELECT code, ticket, place, scanned_at FROM stocktake_scan WHERE stocktake = :stocktake
ORDER BY scanned_at, code

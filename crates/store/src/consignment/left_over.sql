SELECT count(*) AS units
FROM consignment_line JOIN consignment ON consignment.id = consignment_line.consignment
WHERE closed_at IS NOT NULL AND ticket IS NULL AND arrived_at IS NOT NULL

SELECT * FROM consignment_row WHERE closed_at IS NULL ORDER BY received_on, id

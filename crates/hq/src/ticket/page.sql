SELECT id, rma, serial, status, is_open, received_on, calendar FROM ticket
WHERE centre = $1 AND (rma, id) > ($2, $3)
ORDER BY rma, id LIMIT $4

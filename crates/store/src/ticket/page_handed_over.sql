SELECT * FROM ticket_row
WHERE status = 'returned' AND (limit_on, id) > (:limit_on, :id)
ORDER BY limit_on, id
LIMIT :rows_max

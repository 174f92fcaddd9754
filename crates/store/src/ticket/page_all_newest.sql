SELECT * FROM ticket_row
WHERE (opened_at, id) < (:opened_at, :id)
ORDER BY opened_at DESC, id DESC
LIMIT :rows_max

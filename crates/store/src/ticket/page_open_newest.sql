SELECT * FROM ticket_row
WHERE is_open = 1 AND (opened_at, id) < (:opened_at, :id)
ORDER BY opened_at DESC, id DESC
LIMIT :rows_max

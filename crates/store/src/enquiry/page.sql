SELECT * FROM enquiry_row
WHERE (received_at, id) < (:received_at, :id)
ORDER BY received_at DESC, id DESC
LIMIT :rows

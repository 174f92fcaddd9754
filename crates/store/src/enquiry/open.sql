SELECT * FROM enquiry_row
WHERE is_open = 1
ORDER BY reply_due_at, id
LIMIT :rows

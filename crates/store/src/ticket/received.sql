SELECT * FROM ticket_row
WHERE id IN (SELECT id FROM intake WHERE received_on = :received_on AND calendar IS :calendar)
  AND +is_open = 1
ORDER BY +opened_at, id
LIMIT :rows_max

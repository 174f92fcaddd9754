SELECT * FROM ticket_row
WHERE id IN (
    SELECT ticket FROM custody WHERE holder = :user
    UNION ALL SELECT id FROM ticket WHERE owner = :user AND is_open = 1
  )
  AND is_open = 1 AND (limit_on, id) > (:limit_on, :id)
ORDER BY limit_on, id
LIMIT :rows_max

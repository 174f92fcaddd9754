SELECT * FROM decision_row
WHERE settled_at IS NULL AND status <> 'cancelled' AND (:asked_of = '' OR asked_of = :asked_of)
  AND (due_on, id) > (:due_on, :id)
ORDER BY due_on, id
LIMIT :rows_max

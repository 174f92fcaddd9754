SELECT * FROM decision_row
WHERE settled_at IS NULL AND status <> 'cancelled'
  AND ((state = 'asked' AND asked_of = :asked_of) OR (state = 'asked_back' AND asked_by = :asked_by))
  AND (due_on, id) > (:due_on, :id)
ORDER BY due_on, id
LIMIT :rows_max

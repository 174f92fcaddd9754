SELECT * FROM decision_row
WHERE settled_at IS NOT NULL AND (:asked_of = '' OR asked_of = :asked_of) AND (:kind = '' OR kind = :kind)
  AND (settled_at, id) < (:settled_at, :id)
ORDER BY settled_at DESC, id DESC
LIMIT :rows_max

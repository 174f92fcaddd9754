SELECT * FROM ticket_row
WHERE is_open = 1 AND limit_on < :as_of AND (limit_on, id) > (:limit_on, :id)
ORDER BY limit_on, id
LIMIT :rows_max

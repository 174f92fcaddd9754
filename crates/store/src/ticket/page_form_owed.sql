SELECT * FROM ticket_row
WHERE is_open = 1 AND (limit_on, id) > (:limit_on, :id) AND form_obtained_on IS NULL AND paper_form IS NOT 1
  AND owned_by_us = 0
ORDER BY limit_on, id
LIMIT :rows_max

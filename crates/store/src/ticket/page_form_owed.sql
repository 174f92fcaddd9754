SELECT * FROM ticket_row
WHERE is_open = 1 AND (limit_on, id) > (:limit_on, :id) AND form_obtained_on IS NULL AND paper_form IS NOT 1
ORDER BY limit_on, id
LIMIT :rows_max

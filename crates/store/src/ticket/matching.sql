SELECT ticket_row.*
FROM search
JOIN search_line ON search_line.id = search.rowid
JOIN ticket_row ON ticket_row.id = search_line.ticket
WHERE search MATCH :query
  AND (:open_only = 0 OR ticket_row.is_open = 1)
  AND (ticket_row.opened_at, ticket_row.id) < (:opened_at, :id)
ORDER BY ticket_row.opened_at DESC, ticket_row.id DESC
LIMIT :rows_max

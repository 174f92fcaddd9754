SELECT ticket_row.* FROM custody JOIN ticket_row ON ticket_row.id = custody.ticket
WHERE custody.holder = :holder AND ticket_row.is_open = 1 AND (ticket_row.limit_on, ticket_row.id) > (:limit_on, :id)
ORDER BY ticket_row.limit_on, ticket_row.id
LIMIT :rows_max

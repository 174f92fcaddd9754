SELECT * FROM ticket_row WHERE id = :id

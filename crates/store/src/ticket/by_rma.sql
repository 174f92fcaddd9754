SELECT * FROM ticket_row WHERE rma = :rma

SELECT ticket.id, ticket.opened_at FROM ticket
WHERE ticket.is_open = 1 AND NOT EXISTS (SELECT 1 FROM custody WHERE custody.ticket = ticket.id)

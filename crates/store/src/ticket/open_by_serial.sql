SELECT * FROM ticket_row WHERE serial = :serial AND is_open = 1

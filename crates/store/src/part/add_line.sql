INSERT INTO part_line (id, ticket, part, quantity, terms, state, expected_on, serial_old, serial_new, currency, made_at)
VALUES (:id, :ticket, :part, :quantity, :terms, :state, :expected_on, '', '', :currency, :made_at)

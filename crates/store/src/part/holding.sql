SELECT id, ticket, part, quantity, terms, state, expected_on, serial_old, serial_new, cost_minor, currency FROM part_line
WHERE part = :part AND serial_new = :serial_new AND serial_new <> '' AND state = 'issued'

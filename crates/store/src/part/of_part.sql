SELECT id, ticket, part, quantity, terms, state, expected_on, serial_old, serial_new, cost_minor, currency FROM part_line
WHERE part = :part AND state <> 'released'
ORDER BY made_at, id

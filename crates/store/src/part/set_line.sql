UPDATE part_line SET state = :state, terms = :terms, expected_on = :expected_on, serial_old = :serial_old,
  serial_new = :serial_new, cost_minor = :cost_minor, currency = :currency
WHERE id = :id

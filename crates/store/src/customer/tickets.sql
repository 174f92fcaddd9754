SELECT id FROM intake WHERE customer = :customer

SELECT id, name, phone, email, address FROM customer WHERE id = :id

SELECT id, name, phone, email, address, company FROM customer WHERE id = :id

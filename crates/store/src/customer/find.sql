SELECT id, name, phone, email, address, company FROM customer
WHERE phone_key = :phone_key AND name_key = :name_key
ORDER BY created_at, id
LIMIT 1

SELECT id, name, phone, email, address, company FROM customer
WHERE phone_key = :phone_key
ORDER BY updated_at DESC, id
LIMIT 10

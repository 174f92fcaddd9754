SELECT id, name, phone, email, address, company FROM customer
WHERE substr(phone_key, -4) = :phone_tail
ORDER BY updated_at DESC, id
LIMIT 20

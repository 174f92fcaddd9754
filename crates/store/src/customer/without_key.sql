SELECT id FROM customer
WHERE NOT EXISTS (SELECT 1 FROM customer_key WHERE customer_key.customer = customer.id)

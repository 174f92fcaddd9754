INSERT INTO customer_key (centre, customer, key) VALUES ($1, $2, $3)
ON CONFLICT (centre, customer) DO NOTHING

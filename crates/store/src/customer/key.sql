SELECT key FROM customer_key WHERE customer = :customer

INSERT INTO customer_key (customer, key) VALUES (:customer, :key)

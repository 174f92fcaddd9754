SELECT key FROM customer_key WHERE centre = $1 AND customer = $2 AND key IS NOT NULL

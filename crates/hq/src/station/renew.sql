UPDATE station SET nonce = $1, seen_at = $2, program = $3 WHERE id = $4 AND nonce = $5

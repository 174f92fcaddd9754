SELECT name FROM reader WHERE token_hash = $1 AND revoked_at IS NULL

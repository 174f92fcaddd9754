SELECT id, centre, public_key, nonce, revoked_at FROM station WHERE id = $1

SELECT id, centre, public_key, nonce, revoked_at FROM station WHERE centre = $1 ORDER BY id

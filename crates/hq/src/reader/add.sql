INSERT INTO reader (name, token_hash, made_at) VALUES ($1, $2, $3)
ON CONFLICT (name)
DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at, revoked_at = NULL

UPDATE reader SET revoked_at = $1 WHERE name = $2 AND revoked_at IS NULL

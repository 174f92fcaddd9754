SELECT id, version, hash, text, signature, signed_by, installed_at
FROM pack
ORDER BY rowid

UPDATE line SET nonce = :nonce, incarnation = :incarnation, cursor = :cursor, content = :content, synced_at = :synced_at
WHERE one = 1

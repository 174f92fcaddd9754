SELECT url, server_key, secret_key, nonce, incarnation, cursor, content, synced_at FROM line WHERE one = 1

INSERT INTO line (one, url, server_key, secret_key, nonce, incarnation, cursor, content, enrolled_at, synced_at)
VALUES (1, :url, :server_key, :secret_key, :nonce, NULL, 0, :content, :enrolled_at, NULL)
ON CONFLICT (one) DO UPDATE SET url = :url, server_key = :server_key, secret_key = :secret_key, nonce = :nonce,
                                enrolled_at = :enrolled_at

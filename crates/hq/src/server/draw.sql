INSERT INTO server (one, secret_key) VALUES (1, $1) ON CONFLICT (one) DO NOTHING

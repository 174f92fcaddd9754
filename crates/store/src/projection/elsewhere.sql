INSERT INTO blob (hash, size, thumbnail, is_elsewhere) VALUES (:hash, :size, NULL, 1) ON CONFLICT (hash) DO NOTHING

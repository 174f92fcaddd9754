INSERT INTO blob (hash, size, thumbnail) VALUES (:hash, :size, :thumbnail)
ON CONFLICT (hash) DO NOTHING

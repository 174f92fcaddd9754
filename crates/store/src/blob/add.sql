INSERT INTO blob (hash, size, thumbnail) VALUES (:hash, :size, :thumbnail)
ON CONFLICT (hash) DO UPDATE SET is_elsewhere = 0, thumbnail = coalesce(thumbnail, excluded.thumbnail)
WHERE is_elsewhere = 1

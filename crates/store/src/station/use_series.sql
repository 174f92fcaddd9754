INSERT INTO series_used (series, first_at) VALUES (:series, :first_at)
ON CONFLICT (series) DO NOTHING

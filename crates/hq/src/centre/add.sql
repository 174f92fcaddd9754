INSERT INTO centre (code, name, zone, country, added_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (code) DO NOTHING

INSERT INTO stream (centre, head, incarnation, content_hash) VALUES ($1, 0, $2, $3)

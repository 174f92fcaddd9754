INSERT INTO merged (centre, entity, state) VALUES ($1, $2, $3)
ON CONFLICT (centre, entity) DO UPDATE SET state = excluded.state

INSERT INTO merged (entity, state) VALUES (:entity, :state)
ON CONFLICT (entity) DO UPDATE SET state = :state

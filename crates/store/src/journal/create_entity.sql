INSERT INTO entity_op (entity, created_by) VALUES (:entity, :created_by)
ON CONFLICT (entity) DO NOTHING

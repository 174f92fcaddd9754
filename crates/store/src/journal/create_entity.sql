INSERT INTO entity_op (entity, created_by) VALUES (:entity, :created_by)

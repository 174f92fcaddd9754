INSERT INTO field_op (entity, field, set_by) VALUES (:entity, :field, :set_by)
ON CONFLICT (entity, field) DO UPDATE SET set_by = excluded.set_by

SELECT id, code, name, kind, is_active FROM place WHERE id = :id

SELECT id, code, name, kind, is_active FROM place WHERE code = :code

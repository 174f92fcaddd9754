INSERT INTO place (id, code, name, kind, is_active, updated_at)
VALUES (:id, :code, :name, :kind, :is_active, :at)
ON CONFLICT (id) DO UPDATE SET
  code = excluded.code, name = excluded.name, kind = excluded.kind, is_active = excluded.is_active,
  updated_at = excluded.updated_at

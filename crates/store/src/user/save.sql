INSERT INTO user (id, name, name_key, role, is_active, pin_hash, badge_hash, created_at, updated_at)
VALUES (:id, :name, :name_key, :role, :is_active, NULL, NULL, :at, :at)
ON CONFLICT (id) DO UPDATE SET
  name = excluded.name, name_key = excluded.name_key, role = excluded.role, is_active = excluded.is_active,
  updated_at = excluded.updated_at

INSERT INTO draft (id, content, updated_at, discarded_at) VALUES (:id, :content, :updated_at, NULL)
ON CONFLICT (id) DO UPDATE SET content = excluded.content, updated_at = excluded.updated_at, discarded_at = NULL

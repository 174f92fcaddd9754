SELECT id, content, updated_at, discarded_at FROM draft WHERE id = :id

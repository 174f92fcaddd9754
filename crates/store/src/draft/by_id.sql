SELECT id, content, updated_at, user, discarded_at FROM draft WHERE id = :id

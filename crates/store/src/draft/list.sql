SELECT id, content, updated_at, user, discarded_at FROM draft
WHERE discarded_at IS NULL
ORDER BY updated_at DESC, id

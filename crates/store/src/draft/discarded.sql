SELECT id, content, updated_at, user, discarded_at FROM draft
WHERE discarded_at IS NOT NULL
ORDER BY discarded_at DESC, id

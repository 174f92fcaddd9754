SELECT id
FROM ticket
WHERE is_open = 1 AND status IN ('ready', 'unclaimed')
ORDER BY opened_at, id
LIMIT :rows

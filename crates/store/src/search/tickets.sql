SELECT id FROM ticket ORDER BY opened_at, id

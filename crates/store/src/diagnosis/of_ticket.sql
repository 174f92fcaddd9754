SELECT id, ticket, is_cause_open, second, made_by, made_on, made_at FROM diagnosis
WHERE ticket = :ticket
ORDER BY made_at DESC, rowid DESC

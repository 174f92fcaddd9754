SELECT id, decision, serial, sources, note, decided_by, decided_at FROM identity
WHERE ticket = :ticket
ORDER BY decided_at DESC, rowid DESC
LIMIT 1

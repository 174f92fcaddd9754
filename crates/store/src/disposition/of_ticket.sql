SELECT id, disposition, note, decided_by, decided_at FROM disposition
WHERE ticket = :ticket
ORDER BY decided_at DESC, rowid DESC

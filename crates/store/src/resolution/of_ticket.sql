SELECT id, resolution, reason, note, chosen_by, chosen_on, chosen_words, decided_by, decided_at FROM resolution
WHERE ticket = :ticket
ORDER BY decided_at DESC, rowid DESC

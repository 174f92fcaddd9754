SELECT serial, entry, part, terms, by_serial, completed_on FROM cover_entry
WHERE ticket = :ticket
ORDER BY rowid

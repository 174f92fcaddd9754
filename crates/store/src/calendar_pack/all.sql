SELECT id, file, text, hash, imported_by, imported_at FROM calendar_pack ORDER BY rowid

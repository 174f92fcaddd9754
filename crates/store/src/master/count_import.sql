UPDATE master_import
SET rows = :rows, imported = :imported, updated = :updated, unchanged = :unchanged, skipped = :skipped, ended = :ended
WHERE id = :id

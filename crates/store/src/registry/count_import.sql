UPDATE registry_import
SET rows = :rows, imported = :imported, updated = :updated, unchanged = :unchanged, skipped = :skipped
WHERE id = :id

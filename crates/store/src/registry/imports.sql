SELECT id, file_name, file_hash, rows, imported, updated, unchanged, skipped, imported_at
FROM registry_import
ORDER BY imported_at DESC, id DESC
LIMIT :rows_max

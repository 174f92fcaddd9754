SELECT id, kind, file_name, is_complete, rows, imported, updated, unchanged, skipped, ended, imported_at
FROM master_import
WHERE kind = :kind
ORDER BY imported_at DESC, id DESC
LIMIT :rows_max

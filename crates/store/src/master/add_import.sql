INSERT INTO master_import (
  id, kind, file_name, file_hash, is_complete, rows, imported, updated, unchanged, skipped, ended, imported_at
) VALUES (
  :id, :kind, :file_name, :file_hash, :is_complete, 0, 0, 0, 0, 0, 0, :imported_at
)

INSERT INTO registry_import (
  id, file_name, file_hash, rows, imported, updated, unchanged, skipped, imported_at
) VALUES (
  :id, :file_name, :file_hash, 0, 0, 0, 0, 0, :imported_at
)

INSERT INTO calendar_pack (id, file, text, hash, imported_by, imported_at)
VALUES (:id, :file, :text, :hash, :imported_by, :imported_at)

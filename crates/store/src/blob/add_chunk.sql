INSERT INTO blob_chunk (blob, place, bytes) VALUES (:blob, :place, :bytes)

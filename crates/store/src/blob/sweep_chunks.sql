DELETE FROM blob_chunk WHERE blob IN (
  SELECT hash FROM blob
  WHERE NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.blob = blob.hash)
    AND NOT EXISTS (SELECT 1 FROM paper WHERE paper.blob = blob.hash)
)

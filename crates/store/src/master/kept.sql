SELECT id, content, said_in, said_row, ended_in IS NOT NULL AS is_ended
FROM master
WHERE kind = :kind AND key = :key

SELECT DISTINCT master.content AS content, 0 AS is_ended, said.imported_at AS said_at, said.file_name AS said_by,
       changed.imported_at AS changed_at
FROM master_finder AS finder
JOIN master ON master.id = finder.master
JOIN master_import AS said ON said.id = master.said_in
JOIN master_import AS changed ON changed.id = master.changed_in
WHERE finder.finder = :finder AND finder.prefix = :prefix AND finder.from_key >= :from_key
  AND master.kind = :kind AND master.ended_in IS NULL
ORDER BY master.key
LIMIT :rows_max

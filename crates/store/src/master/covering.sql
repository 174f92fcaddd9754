SELECT DISTINCT master.content AS content, 0 AS is_ended, said.imported_at AS said_at, said.file_name AS said_by,
       changed.imported_at AS changed_at
FROM json_each(:beginnings) AS beginning
CROSS JOIN master_finder AS finder ON finder.finder = 'serial' AND finder.prefix = beginning.value
                                  AND finder.from_key <= :serial AND finder.to_key >= :serial
JOIN master ON master.id = finder.master
JOIN master_import AS said ON said.id = master.said_in
JOIN master_import AS changed ON changed.id = master.changed_in
WHERE length(finder.from_key) = length(:serial) AND master.kind = 'contract' AND master.ended_in IS NULL
ORDER BY master.key
LIMIT :rows_max

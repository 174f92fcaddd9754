SELECT master.content AS content, master.ended_in IS NOT NULL AS is_ended, said.imported_at AS said_at,
       said.file_name AS said_by, changed.imported_at AS changed_at
FROM master
JOIN master_import AS said ON said.id = master.said_in
JOIN master_import AS changed ON changed.id = master.changed_in
WHERE master.kind = :kind AND master.key = :key

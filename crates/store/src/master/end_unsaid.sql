UPDATE master
SET ended_in = :import, changed_in = :import
WHERE kind = :kind AND said_in <> :import AND ended_in IS NULL

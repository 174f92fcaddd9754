UPDATE master
SET words = :words, content = :content, changed_in = :import, said_in = :import, said_row = :row, ended_in = NULL
WHERE id = :id

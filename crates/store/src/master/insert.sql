INSERT INTO master (kind, key, words, content, changed_in, said_in, said_row, ended_in)
VALUES (:kind, :key, :words, :content, :import, :import, :row, NULL)

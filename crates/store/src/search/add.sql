INSERT INTO search (rowid, tokens) VALUES (:line, :tokens)

DELETE FROM search WHERE rowid = :line

SELECT hash, bytes FROM journal ORDER BY place

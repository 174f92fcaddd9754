SELECT code FROM centre LIMIT 1

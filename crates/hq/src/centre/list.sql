SELECT code, name, zone, country FROM centre ORDER BY code
